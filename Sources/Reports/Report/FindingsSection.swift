internal import Findings
internal import Markup
internal import Portfolio

/// What each department is asked to do.
struct FindingsSection: ReportSection {
  let material: ReportMaterial

  let id = "findings"
  let title = BilingualText(de: "Befunde nach Dienststellen", en: "Findings by department")

  private var language: Language { material.language }

  func body() -> Markup {
    let departments = DepartmentFindings.make(material.result, in: material.snapshot)
    guard !departments.isEmpty else {
      return tag("p") { BilingualText(de: "Keine Befunde.", en: "No findings.")[language] }
    }
    // A finding can be linked to at the first department that it concerns.
    var told: Set<String> = []
    return summary(departments)
      + MarkupBuilder.buildArray(
        departments.map { department in
          let markup = section(department, told: told)
          told.formUnion(department.shown.map(\.fingerprint))
          return markup
        })
  }

  private func summary(_ departments: [DepartmentFindings]) -> Markup {
    let caption = BilingualText(
      de: "Zahl der Befunde je Dienststelle", en: "Number of findings by department")
    return wideTable(caption: caption[language]) {
      tag("thead") {
        tag("tr") {
          columnHeading(BilingualText(de: "Dienststelle", en: "Department")[language])
          Severity.allCases.map {
            columnHeading($0.plural[language], isNumber: true)
          }
          columnHeading(BilingualText(de: "zusammen", en: "together")[language], isNumber: true)
        }
      }
      tag("tbody") {
        departments.map { department in
          tag("tr") {
            tag("th", Attribute("scope", "row")) {
              tag("a", .link(to: "#\(anchor(department))")) {
                name(department)
              }
            }
            Severity.allCases.map { numberCell(String(department.count($0))) }
            numberCell(String(department.findings.count))
          }
        }
      }
      tag("tfoot") {
        tag("tr") {
          rowHeading(
            BilingualText(de: "jeder Befund einmal", en: "each finding once")[language])
          Severity.allCases.map { numberCell(String(material.result.count($0))) }
          numberCell(String(material.result.findings.count))
        }
      }
    }
      + tag("p", .class("quiet")) {
        BilingualText(
          de: """
            Ein Befund, der bis zu \(DepartmentFindings.mostRepetitions) Dienststellen betrifft, \
            steht bei jeder von ihnen; betrifft er mehr, steht er einmal für alle.
            """,
          en: """
            A finding that concerns up to \(DepartmentFindings.mostRepetitions) departments stands \
            under each of them; one that concerns more stands once for all.
            """)[language]
      }
  }

  private func section(_ department: DepartmentFindings, told: Set<String>) -> Markup {
    tag("section") {
      tag("h3", .id(anchor(department))) {
        "\(name(department)) (\(department.findings.count))"
      }
      FindingGroup.grouping(department.shown).map { group in
        FindingHTML(language: language, root: nil, alreadyTold: told).render(group)
      }
      if department.hidden > 0 { tag("p", .class("quiet")) { rest(department) } }
    }
  }

  private func rest(_ department: DepartmentFindings) -> Markup {
    let id = departmentID(department).map { " --department \($0)" }
    return prose(
      BilingualText(
        de: "… und \(department.hidden) weitere; `dach check --all\(id ?? "")` zeigt alle.",
        en: "… and \(department.hidden) more; `dach check --all\(id ?? "")` shows all.")[language])
  }

  private func anchor(_ department: DepartmentFindings) -> String {
    switch department.addressee {
    case .many: "findings-of-many"
    case .nobody: "findings-of-nobody"
    case .department: "findings-of-department-" + (departmentID(department) ?? "")
    }
  }

  private func departmentID(_ department: DepartmentFindings) -> String? {
    guard case .department(let index) = department.addressee else { return nil }
    return material.snapshot.departments[index].id
  }

  private func name(_ department: DepartmentFindings) -> String {
    switch department.addressee {
    case .many:
      BilingualText(de: "Für viele Dienststellen zugleich", en: "For many departments at once")[
        language]
    case .department(let index): material.name(ofDepartment: index)
    case .nobody: material.name(ofDepartment: nil)
    }
  }
}
