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
    let network = DepartmentNetwork.make(material.snapshot, findings: material.result)
    guard !network.connections.isEmpty else {
      return tag("p") {
        BilingualText(
          de: "Noch ist kein Projekt mit einem Projekt einer anderen Dienststelle verbunden.",
          en: "No project is linked to a project of another department yet.")[language]
      }
    }
    return picture(network) + table(network) + unconnected(network)
  }

  private func picture(_ network: DepartmentNetwork) -> Markup {
    let caption = BilingualText(
      de: """
        Jede Linie verbindet zwei Dienststellen: durchgezogen, wo Projekte verbunden sind (je \
        mehr, desto stärker), gestrichelt, wo die Prüfung eine Verbindung empfiehlt.
        """,
      en: """
        Each line connects two departments: solid where projects are linked (the more, the \
        wider), dashed where the check recommends a link.
        """)[language]
    let names = material.snapshot.departments.map(\.name)
    let label = BilingualText(
      de: "Netz der Dienststellen; die Tabelle darunter sagt dasselbe",
      en: "Network of departments; the table below says the same")[language]
    return tag("figure") {
      tag(
        "div", .class("wide"), Attribute("role", "region"), Attribute("aria-label", label),
        Attribute("tabindex", 0)
      ) {
        NetworkPicture(network, names: names, label: label).render()
      }
      tag("figcaption") { caption }
    }
  }

  private func table(_ network: DepartmentNetwork) -> Markup {
    let caption = BilingualText(
      de: "Verbindungen zwischen Dienststellen", en: "Connections between departments")
    return wideTable(caption: caption[language]) {
      tag("thead") {
        tag("tr") {
          columnHeading(BilingualText(de: "Dienststellen", en: "Departments")[language])
          columnHeading(BilingualText(de: "Verbindungen", en: "Links")[language], isNumber: true)
          columnHeading(
            BilingualText(de: "Empfehlungen", en: "Recommended")[language], isNumber: true)
          columnHeading(BilingualText(de: "Projekte", en: "Projects")[language])
        }
      }
      tag("tbody") { network.connections.map(row) }
    }
  }

  private func row(_ connection: DepartmentNetwork.Connection) -> Markup {
    let snapshot = material.snapshot
    let names = [connection.first, connection.second].map { snapshot.departments[$0].name }
    return tag("tr") {
      rowHeading(names.joined(separator: " – "))
      numberCell(String(connection.links.count))
      numberCell(String(connection.recommended.count))
      tag("td") {
        connection.links.map {
          "\(snapshot.projects[$0.first].title) – \(snapshot.projects[$0.second].title)"
        }.joined(separator: "; ")
      }
    }
  }

  private func unconnected(_ network: DepartmentNetwork) -> Markup {
    let names = network.unconnected.map { material.snapshot.departments[$0].name }
    guard !names.isEmpty else { return .empty }
    return tag("p") {
      BilingualText(
        de: "Mit Projekten, aber ohne Verbindung zu anderen Dienststellen: ",
        en: "With projects, but without a link to other departments: ")[language]
        + names.joined(separator: ", ") + "."
    }
  }
}
