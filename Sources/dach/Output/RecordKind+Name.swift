import Portfolio
import RegistryDatabase

extension RecordKind {
  /// The kind in words, for one and for many records.
  var name: (one: BilingualText, many: BilingualText) {
    switch self {
    case .strategy:
      (
        BilingualText(de: "Dachstrategie", en: "strategy"),
        BilingualText(de: "Dachstrategien", en: "strategies")
      )
    case .department:
      (
        BilingualText(de: "Dienststelle", en: "department"),
        BilingualText(de: "Dienststellen", en: "departments")
      )
    case .subStrategy:
      (
        BilingualText(de: "Teilstrategie", en: "sub-strategy"),
        BilingualText(de: "Teilstrategien", en: "sub-strategies")
      )
    case .participation:
      (
        BilingualText(de: "Beteiligung", en: "participation"),
        BilingualText(de: "Beteiligungen", en: "participations")
      )
    case .measure:
      (
        BilingualText(de: "Maßnahme", en: "measure"),
        BilingualText(de: "Maßnahmen", en: "measures")
      )
    case .project:
      (
        BilingualText(de: "Projekt", en: "project"),
        BilingualText(de: "Projekte", en: "projects")
      )
    case .verdict:
      (
        BilingualText(de: "Entscheidung", en: "verdict"),
        BilingualText(de: "Entscheidungen", en: "verdicts")
      )
    case .waiver:
      (
        BilingualText(de: "Ausnahme", en: "waiver"), BilingualText(de: "Ausnahmen", en: "waivers")
      )
    }
  }
}
