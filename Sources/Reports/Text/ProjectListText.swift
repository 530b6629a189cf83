internal import Findings
public import Portfolio

/// Projects as a table, for `dach list`.
public struct ProjectListText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  public func render(_ projects: [Project]) -> String {
    let count = BilingualText(
      de: "\(projects.count) Projekt\(projects.count == 1 ? "" : "e")",
      en: "\(projects.count) project\(projects.count == 1 ? "" : "s")")
    guard !projects.isEmpty else { return count[language] + "\n" }
    var table = TextTable([
      .init("Id"), .init(BilingualText(de: "Titel", en: "Title")[language], shrinks: true),
      .init(BilingualText(de: "Zuständig", en: "Owner")[language]),
      .init(BilingualText(de: "Stand", en: "Status")[language]),
    ])
    table.rows = projects.map {
      [$0.id, $0.title, $0.department ?? "–", $0.status?.label[language] ?? "–"]
    }
    return (table.lines(style: style) + ["", count[language]]).joined(separator: "\n") + "\n"
  }
}
