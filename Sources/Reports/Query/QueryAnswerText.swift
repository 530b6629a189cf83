internal import Findings
public import Portfolio
public import ProjectQuery

/// A query's answer as a table, for the terminal.
public struct QueryAnswerText {
  let style: TerminalStyle
  let language: Language
  /// What the values of groups are called; nil where no groups are printed.
  let vocabulary: Vocabulary?

  public init(style: TerminalStyle, language: Language, vocabulary: Vocabulary? = nil) {
    self.style = style
    self.language = language
    self.vocabulary = vocabulary
  }

  public func render(_ answer: QueryAnswer, columns: [QueryColumn]) -> String {
    var lines: [String] = []
    for replacement in answer.replacements {
      let text = BilingualText(
        de: "„\(replacement.typed)“ kommt nirgends vor; gesucht wurde „\(replacement.meant)“.",
        en: "'\(replacement.typed)' occurs nowhere; '\(replacement.meant)' was looked for.")
      lines += [style.paint(text[language], .note), ""]
    }
    if !answer.projects.isEmpty { lines += table(answer.projects, columns) + [""] }
    for (grouping, counts) in answer.groups where !counts.isEmpty {
      lines += groups(grouping, counts) + [""]
    }
    lines.append(summary(answer))
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ projects: [Project], _ columns: [QueryColumn]) -> [String] {
    var table = TextTable(
      columns.map { column in
        TextTable.Column(
          column.heading[language], column == .budget ? .right : .left, shrinks: column == .title)
      })
    table.rows = projects.map { project in columns.map { $0.text(of: project, in: language) } }
    return table.lines(style: style)
  }

  private func groups(_ grouping: Grouping, _ counts: [GroupCount]) -> [String] {
    let heading = grouping.name(in: language)
    var table = TextTable([
      .init(heading.prefix(1).uppercased() + heading.dropFirst(), shrinks: true),
      .init(BilingualText(de: "Projekte", en: "Projects")[language], .right),
    ])
    let names = vocabulary?.names(of: grouping) ?? [:]
    table.rows = counts.map { [name($0.value, grouping, names), String($0.count)] }
    return table.lines(style: style)
  }

  private func name(
    _ value: String?, _ grouping: Grouping, _ names: [String: String]
  ) -> String {
    guard let value else { return BilingualText(de: "(ohne)", en: "(none)")[language] }
    return switch grouping {
    case .status: ProjectStatus(rawValue: value)?.label[language] ?? value
    case .visibility: Visibility.Level(rawValue: value)?.label[language] ?? value
    default: names[value] ?? value
    }
  }

  /// "61 Projekte", and which of them are shown where these are not all.
  private func summary(_ answer: QueryAnswer) -> String {
    let count = answer.count
    let total = BilingualText(
      de: "\(count) Projekt\(count == 1 ? "" : "e")",
      en: "\(count) project\(count == 1 ? "" : "s")")
    let shown = answer.projects.count
    guard shown > 0, shown < count else { return total[language] }
    let (first, last) = (answer.offset + 1, answer.offset + shown)
    let range = BilingualText(
      de: ", davon gezeigt \(first) bis \(last); mehr mit --limit und --offset",
      en: ", of which \(first) to \(last) are shown; more with --limit and --offset")
    return total[language] + range[language]
  }
}
