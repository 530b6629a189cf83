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

  /// With a bar beside each count, as long as its share of the largest.
  private func groups(_ grouping: Grouping, _ counts: [GroupCount]) -> [String] {
    let name = GroupName(grouping, vocabulary, language)
    var table = TextTable([
      .init(name.heading, shrinks: true),
      .init(BilingualText(de: "Projekte", en: "Projects")[language], .right), .init(""),
    ])
    let largest = max(counts.map(\.count).max() ?? 1, 1)
    table.rows = counts.map { group in
      let share = Double(group.count) / Double(largest)
      let length = max(Int((share * Double(Self.longestBar)).rounded()), group.count > 0 ? 1 : 0)
      return [
        name.text(of: group.value), String(group.count),
        String(repeating: "█", count: length),
      ]
    }
    return table.lines(style: style)
  }

  /// In cells.
  private static let longestBar = 24

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
