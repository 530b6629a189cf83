internal import Findings
internal import Portfolio

/// The words around the roadmap, the same in every format.
struct RoadmapWording {
  let language: Language

  static let everywhere = BilingualText(
    de: "Über die Themenkomplexe hinweg: wo neue Lösungen denkbar sind",
    en: "Across the themes: where new solutions are conceivable")

  /// "21 gemeldet: 1 Idee, 1 geplant, 13 laufend … · geprüft: 0"
  func counts(_ row: CoverageOverview.Row) -> String {
    let phases = [
      (row.declared.running, BilingualText(de: "laufend", en: "running")),
      (row.declared.planned, BilingualText(de: "geplant", en: "planned")),
      (row.declared.idea, BilingualText(de: "als Idee", en: "as an idea")),
      (row.declared.completed, BilingualText(de: "abgeschlossen", en: "completed")),
      (row.declared.unknown, BilingualText(de: "ohne Stand", en: "without status")),
    ].filter { !$0.0.isEmpty }.map { "\($0.0.count) \($0.1[language])" }
    let declared = row.declared.all.count
    let reviewed = row.reviewed.all.count
    let list = phases.isEmpty ? "" : " (\(phases.joined(separator: ", ")))"
    return BilingualText(
      de: "Gemeldete Vorhaben: \(declared)\(list). Geprüft: \(reviewed).",
      en: "Declared undertakings: \(declared)\(list). Reviewed: \(reviewed).")[language]
  }
}
