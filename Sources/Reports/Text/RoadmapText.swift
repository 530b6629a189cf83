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

  /// How many undertakings there are by phase, and how many of them the steward has reviewed.
  public static func standing(_ row: CoverageOverview.Row) -> BilingualText {
    let counts = row.declared
    let phases: [(Int, BilingualText)] = [
      (counts.running.count, BilingualText(de: "laufen", en: "running")),
      (counts.planned.count, BilingualText(de: "geplant", en: "planned")),
      (counts.idea.count, BilingualText(de: "Ideen", en: "ideas")),
      (counts.completed.count, BilingualText(de: "abgeschlossen", en: "finished")),
      (counts.unknown.count, BilingualText(de: "ohne Stand", en: "without a status")),
    ]
    guard !counts.all.isEmpty else { return RoadmapQuestion.standing.nothing }
    let shown = phases.filter { $0.0 > 0 }
    let german = shown.map { "\($0.0) \($0.1.german)" }.joined(separator: ", ")
    let english = shown.map { "\($0.0) \($0.1.english)" }.joined(separator: ", ")
    let all = counts.all.count
    return BilingualText(
      de: """
        \(all) Vorhaben nach Angabe der Dienststellen: \(german). \
        Geprüft: \(row.reviewed.all.count).
        """,
      en: """
        \(all) undertaking\(all == 1 ? "" : "s") as the departments declare it: \(english). \
        Reviewed: \(row.reviewed.all.count).
        """)
  }
}
