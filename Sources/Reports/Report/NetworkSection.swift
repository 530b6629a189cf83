internal import Findings
internal import Markup
internal import Portfolio

/// Which departments work together, and which should.
struct NetworkSection: ReportSection {
  let material: ReportMaterial

  let id = "network"
  let title = BilingualText(de: "Vernetzung", en: "Networking")
  let startsPage = false

  private var language: Language { material.language }

  func body() -> Markup {
    let analysis = NetworkAnalysis(material.snapshot, findings: material.result)
    let wording = NetworkWording(analysis: analysis, language: language)
    let summary = tag("p") { wording.summary }
    guard !analysis.network.connections.isEmpty else { return summary }
    return summary + picture(analysis, wording) + table(analysis, wording)
      + unconnected(analysis.network)
  }

  private func picture(_ analysis: NetworkAnalysis, _ wording: NetworkWording) -> Markup {
    let label = BilingualText(
      de: "Matrix der Dienststellen; die Tabelle darunter sagt dasselbe",
      en: "Matrix of departments; the table below says the same")[language]
    return tag("figure") {
      tag(
        "div", .class("wide"), Attribute("role", "region"), Attribute("aria-label", label),
        Attribute("tabindex", 0)
      ) {
        NetworkMatrixSVG(analysis, language: language).picture(label: label)
      }
      tag("figcaption") {
        wording.legend.map { "\($0.sign): \($0.meaning)" }.joined(separator: "; ")
      }
    }
  }

  private func table(_ analysis: NetworkAnalysis, _ wording: NetworkWording) -> Markup {
    let caption = BilingualText(
      de: "Verbindungen zwischen Dienststellen", en: "Connections between departments")
    return wideTable(caption: caption[language]) {
      tag("thead") {
        tag("tr") {
          columnHeading(BilingualText(de: "Dienststellen", en: "Departments")[language])
          columnHeading(BilingualText(de: "Verbindungen", en: "Links")[language], isNumber: true)
          columnHeading(
            BilingualText(de: "Offene Anlässe", en: "Open occasions")[language], isNumber: true)
          columnHeading(
            BilingualText(de: "Projekte und Anlässe", en: "Projects and occasions")[language])
        }
      }
      tag("tbody") { analysis.network.connections.map { row($0, wording) } }
    }
  }

  private func row(
    _ connection: DepartmentNetwork.Connection, _ wording: NetworkWording
  ) -> Markup {
    let names = [connection.departments.first, connection.departments.second]
      .map { material.snapshot.departments[$0].name }
    return tag("tr") {
      rowHeading(names.joined(separator: " – "))
      numberCell(String(connection.links.count))
      numberCell(String(connection.missing.count))
      tag("td") {
        tag("ul", .class("plain")) {
          connection.links.map { pair in tag("li") { wording.sentence(pair) } }
          connection.missing.map { expectation in
            tag("li") { "\(NetworkWording.missingMark) \(wording.sentence(expectation))" }
          }
        }
      }
    }
  }

  private func unconnected(_ network: DepartmentNetwork) -> Markup {
    let names = network.unconnected.map { material.snapshot.departments[$0].name }
    guard !names.isEmpty else { return .empty }
    return tag("p") {
      BilingualText(
        de: "Mit laufenden Projekten, aber ohne Verbindung zu anderen Dienststellen: ",
        en: "With current projects, but without a link to other departments: ")[language]
        + names.joined(separator: ", ") + "."
    }
  }
}
