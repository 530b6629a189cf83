public import Findings
public import Portfolio

/// `dach roadmap`: the four questions for every theme complex, for the terminal.
public struct RoadmapText {
  let style: TerminalStyle
  let language: Language
  /// How many items of one answer are listed.
  let limit: Int

  /// - Parameter showsAll: whether no item is left out for brevity.
  public init(style: TerminalStyle, language: Language, showsAll: Bool = false) {
    self.style = style
    self.language = language
    limit = showsAll ? Int.max : 5
  }

  public func render(_ roadmap: Roadmap) -> String {
    var parts = roadmap.themes.map(theme)
    if !roadmap.everywhere.isEmpty {
      parts.append(
        style.paint(RoadmapWording.everywhere[language], .heading) + "\n"
          + list(roadmap.everywhere))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func theme(_ theme: RoadmapTheme) -> String {
    let questions = RoadmapQuestion.allCases.map { question in
      let items = theme[question]
      var lines = ["  " + style.paint(question.heading[language], .heading)]
      if question == .standing {
        lines.append(
          wrap(
            RoadmapWording.standing(theme.coverage)[language], after: "    ", width: style.width))
      } else if items.isEmpty {
        lines.append(style.paint("    " + question.nothing[language], .quiet))
      }
      return (lines + (items.isEmpty ? [] : [list(items)])).joined(separator: "\n")
    }
    return ([style.paint(theme.name, .heading)] + questions).joined(separator: "\n\n")
  }

  private func list(_ items: [RoadmapItem]) -> String {
    var lines = items.prefix(limit).map {
      wrap($0.sentence[language], after: "    • ", width: style.width)
    }
    if items.count > limit {
      let count = items.count - limit
      let rest = BilingualText(
        de: "… und \(count) weitere; --all zeigt alle.",
        en: "… and \(count) more; --all shows all.")
      lines.append(style.paint("    " + rest[language], .quiet))
    }
    return lines.joined(separator: "\n")
  }
}

/// The roadmap's sentences that all formats share.
public enum RoadmapWording {
  /// The heading of what concerns no single theme.
  public static let everywhere = BilingualText(
    de: "Über die Themenkomplexe hinweg", en: "Across the theme complexes")

  /// How many projects there are by phase, and how many of them the steward has reviewed.
  public static func standing(_ row: CoverageOverview.Row) -> BilingualText {
    let counts = row.declared
    guard !counts.all.isEmpty else { return RoadmapQuestion.standing.nothing }
    let phases: [(count: Int, one: BilingualText, many: BilingualText)] = [
      (
        counts.running.count, BilingualText(de: "läuft", en: "running"),
        BilingualText(de: "laufen", en: "running")
      ),
      (
        counts.planned.count, BilingualText(de: "geplant", en: "planned"),
        BilingualText(de: "geplant", en: "planned")
      ),
      (
        counts.idea.count, BilingualText(de: "Idee", en: "idea"),
        BilingualText(de: "Ideen", en: "ideas")
      ),
      (
        counts.completed.count, BilingualText(de: "abgeschlossen", en: "finished"),
        BilingualText(de: "abgeschlossen", en: "finished")
      ),
      (
        counts.unknown.count, BilingualText(de: "ohne Stand", en: "without a status"),
        BilingualText(de: "ohne Stand", en: "without a status")
      ),
    ]
    let shown = phases.filter { $0.count > 0 }
    func list(_ language: Language) -> String {
      shown.map { "\($0.count) \(($0.count == 1 ? $0.one : $0.many)[language])" }
        .joined(separator: ", ")
    }
    let all = counts.all.count
    return BilingualText(
      de: """
        \(all) Projekt\(all == 1 ? "" : "e") nach Angabe der Dienststellen: \(list(.german)). \
        Geprüft: \(row.reviewed.all.count).
        """,
      en: """
        \(all) project\(all == 1 ? "" : "s") as the departments declare it: \(list(.english)). \
        Reviewed: \(row.reviewed.all.count).
        """)
  }
}
