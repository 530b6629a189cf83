internal import Findings
internal import Markup
internal import Portfolio

/// Every project with what the figures count, so that each can be traced to its projects.
struct ProjectsSection: ReportSection {
  let material: ReportMaterial

  let id = "projects"
  let title = BilingualText(de: "Verzeichnis der Projekte", en: "List of projects")

  private var language: Language { material.language }

  func body() -> Markup {
    let snapshot = material.snapshot
    let groups =
      snapshot.departments.indices.map { ($0 as Int?, Array(snapshot.projectsOfDepartment[$0])) }
      + [(nil, snapshot.projects.indices.filter { snapshot.department(of: $0) == nil })]
    return tag("p") {
      BilingualText(
        de:
          "\(Quantity.projects(snapshot.projects.count).german.capitalizedFirst), nach Dienststellen.",
        en: "\(Quantity.projects(snapshot.projects.count).english.capitalizedFirst), by department."
      )[
        language]
    }
      + MarkupBuilder.buildArray(
        groups.filter { !$0.1.isEmpty }.map { table($0.0, $0.1) })
  }

  private func table(_ department: Int?, _ projects: [Int]) -> Markup {
    wideTable(caption: "\(material.name(ofDepartment: department)) (\(projects.count))", "projects")
    {
      tag("thead") {
        tag("tr") {
          columnHeading(BilingualText(de: "Projekt", en: "Project")[language])
          columnHeading(BilingualText(de: "Stand", en: "Status")[language])
          columnHeading(BilingualText(de: "Zeitraum", en: "Period")[language])
          columnHeading(BilingualText(de: "Leitlinien", en: "Guidelines")[language])
        }
      }
      tag("tbody") { projects.map(row) }
    }
  }

  private func row(_ index: Int) -> Markup {
    let snapshot = material.snapshot
    let project = snapshot.projects[index]
    return tag("tr") {
      rowHeading(project.title)
      tag("td") { project.status?.label[language] ?? "–" }
      tag("td") { DayText(language).text(project.period) }
      tag("td") {
        snapshot.alignmentsOfProject[index].map { alignment in
          snapshot.guidelines[alignment.guideline].name
            + (alignment.isReviewed && alignment.isCurrent
              ? BilingualText(de: " (geprüft)", en: " (reviewed)")[language] : "")
        }.joined(separator: ", ")
      }
    }
  }
}
