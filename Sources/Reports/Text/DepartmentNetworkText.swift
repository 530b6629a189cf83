public import Findings
public import Portfolio

/// `dach network --department D`: with whom a department works, with whom it should, and whom to
/// write to.
public struct DepartmentNetworkText {
  let analysis: NetworkAnalysis
  /// Index of the department.
  let department: Int
  let style: TerminalStyle
  let language: Language
  private let wording: NetworkWording
  /// How many links and open occasions of one neighbour are shown.
  private let limit: Int

  /// - Parameter showsAll: whether nothing is left out for brevity.
  public init(
    _ analysis: NetworkAnalysis, department: Int, style: TerminalStyle, language: Language,
    showsAll: Bool = false
  ) {
    self.analysis = analysis
    self.department = department
    self.style = style
    self.language = language
    wording = NetworkWording(analysis: analysis, language: language)
    limit = showsAll ? Int.max : 3
  }

  private var snapshot: Snapshot { analysis.snapshot }

  public func render() -> String {
    let connections = analysis.network.connections(of: department)
      .sorted { ($1.links.count, $1.missing.count) < ($0.links.count, $0.missing.count) }
    let linked = connections.filter { !$0.links.isEmpty }
    let open = connections.filter { $0.links.isEmpty && !$0.missing.isEmpty }
      .sorted { $1.missing.count < $0.missing.count }
    let parts = [
      head(linked),
      section(BilingualText(de: "Arbeitet zusammen mit", en: "Works together with"), linked),
      section(
        BilingualText(de: "Sollte sprechen mit", en: "Should talk to"), open),
      open.isEmpty && linked.isEmpty ? nothing : nil, missingMailboxes(linked + open),
    ]
    return parts.compactMap { $0 }.joined(separator: "\n\n") + "\n"
  }

  private func head(_ linked: [DepartmentNetwork.Connection]) -> String {
    let projects = Quantity.projects(analysis.activeProjects(of: department))
    let count = linked.count
    let text = BilingualText(
      de: """
        \(projects.german.capitalizedFirst) im Gange, geplant oder angedacht; Verbindungen zu \
        \(count == 0 ? "keiner" : count == 1 ? "einer" : String(count)) anderen \
        Dienststelle\(count > 1 ? "n" : "").
        """,
      en: """
        \(projects.english.capitalizedFirst) under way, planned or proposed; links to \
        \(count == 0 ? "no other department" : count == 1 ? "one other department" : "\(count) other departments").
        """)
    return style.paint(wording.addressed(department), .heading) + "\n"
      + wrap(text[language], after: "", width: style.width)
  }

  private func section(
    _ title: BilingualText, _ connections: [DepartmentNetwork.Connection]
  ) -> String? {
    guard !connections.isEmpty else { return nil }
    return style.paint(title[language], .heading) + "\n"
      + connections.map(neighbour).joined(separator: "\n")
  }

  private func neighbour(_ connection: DepartmentNetwork.Connection) -> String {
    let other = connection.departments.other(than: department) ?? department
    let counts = wording.counts(links: connection.links.count, missing: connection.missing.count)
    var lines = [
      wrap(
        "\(wording.addressed(other)) · \(counts)", after: "  ", width: style.width)
    ]
    lines += shown(connection.links.map(wording.sentence), mark: "    • ")
    lines += shown(connection.missing.map(advice), mark: "    \(NetworkWording.missingMark) ")
    return lines.joined(separator: "\n")
  }

  /// A reason and, where two projects are meant, what to do.
  private func advice(_ expectation: ContactExpectation) -> String {
    let sentence = wording.sentence(expectation)
    guard let command = command(for: expectation) else { return sentence }
    return "\(sentence) → `\(command)`"
  }

  private func command(for expectation: ContactExpectation) -> String? {
    func id(_ project: Int) -> String { snapshot.projects[project].id }
    return switch expectation.reason {
    case .service(_, let project, let provider):
      "dach link \(id(project)) \(id(provider)) --kind buildsOn"
    case .projects(let pair, _), .verdict(let pair):
      "dach link \(id(pair.first)) \(id(pair.second))"
    case .theme(let theme):
      expectation.departments.other(than: department).map { other in
        let (id, theme) = (snapshot.departments[other].id, snapshot.themes[theme].id)
        return "dach list --department \(id) --theme \(theme)"
      }
    case .partner: nil
    }
  }

  private func shown(_ sentences: [String], mark: String) -> [String] {
    var lines = sentences.prefix(limit).map { wrap($0, after: mark, width: style.width) }
    if sentences.count > limit {
      let rest = sentences.count - limit
      let text = BilingualText(
        de: "… und \(rest) weitere; --all zeigt alle.", en: "… and \(rest) more; --all shows all.")
      lines.append(style.paint("      " + text[language], .quiet))
    }
    return lines
  }

  /// How many of the neighbours cannot be written to.
  private func missingMailboxes(_ connections: [DepartmentNetwork.Connection]) -> String? {
    let count = connections.count { connection in
      connection.departments.other(than: department)
        .map { snapshot.departments[$0].contact == nil } ?? false
    }
    guard count > 0 else { return nil }
    let text = BilingualText(
      de: """
        Ohne Postfach im Register: \(count) von \(connections.count) der genannten Dienststellen \
        (Feld `contact` in departments.yaml).
        """,
      en: """
        Without a mailbox in the registry: \(count) of the \(connections.count) departments named \
        (field `contact` in departments.yaml).
        """)
    return style.paint(wrap(text[language], after: "", width: style.width), .quiet)
  }

  private var nothing: String {
    BilingualText(
      de: "Keine Verbindungen, und die Prüfung nennt keine Anlässe dafür.",
      en: "No links, and the check names no occasions for any.")[language]
  }
}
