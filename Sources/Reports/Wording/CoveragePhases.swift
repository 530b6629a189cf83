internal import Findings
internal import Portfolio

/// The columns in which every format tells how a guideline, theme or sub-strategy is covered.
enum CoveragePhases {
  struct Column: Sendable {
    let heading: BilingualText
    let projects: @Sendable (CoverageOverview.Row) -> [String]
  }

  static let columns = [
    Column(heading: BilingualText(de: "gemeldet", en: "declared")) { $0.declared.all },
    Column(heading: BilingualText(de: "Idee", en: "idea")) { $0.declared.idea },
    Column(heading: BilingualText(de: "geplant", en: "planned")) { $0.declared.planned },
    Column(heading: BilingualText(de: "läuft", en: "running")) { $0.declared.running },
    Column(heading: BilingualText(de: "fertig", en: "done")) { $0.declared.completed },
    Column(heading: BilingualText(de: "unklar", en: "unknown")) { $0.declared.unknown },
    Column(heading: BilingualText(de: "geprüft", en: "reviewed")) { $0.reviewed.all },
  ]

  /// The overview's parts that are not empty, each under its heading.
  static func sections(
    _ overview: CoverageOverview
  ) -> [(heading: BilingualText, rows: [CoverageOverview.Row])] {
    [
      (BilingualText(de: "Leitlinien", en: "Guidelines"), overview.guidelines),
      (BilingualText(de: "Themenkomplexe", en: "Themes"), overview.themes),
      (BilingualText(de: "Teilstrategien", en: "Sub-strategies"), overview.strategies),
    ].filter { !$0.1.isEmpty }
  }

  /// Why a number can be smaller than that of the projects; nil where none is.
  static func legend(_ rows: [CoverageOverview.Row]) -> BilingualText? {
    guard rows.contains(where: { !$0.merged.isEmpty }) else { return nil }
    return BilingualText(
      de: "Ein Beitrag aus mehreren verbundenen Projekten zählt hier einmal.",
      en: "A contribution of several connected projects counts once here.")
  }
}
