internal import Findings
internal import Portfolio

/// The words around a coverage table, the same in every format.
struct CoverageWording {
  let table: CoverageTable
  let language: Language

  var title: String {
    let (rows, columns) = (table.rowDimension.name, table.columnDimension.name)
    return BilingualText(
      de: "Abdeckung: \(rows.german) und \(columns.german)",
      en: "Coverage: \(rows.english) and \(columns.english)")[language]
  }

  /// What a number stands for.
  var counted: String {
    switch table.measure {
    case .projects:
      BilingualText(
        de: "Zahl der gemeldeten Projekte; eingestellte zählen nicht.",
        en: "Number of declared projects; discontinued ones do not count.")[language]
    case .running:
      BilingualText(de: "Zahl der laufenden Projekte.", en: "Number of running projects.")[language]
    case .budget:
      BilingualText(
        de: "Budgets in Tausend \(table.currency ?? "EUR").",
        en: "Budgets in thousands of \(table.currency ?? "EUR").")[language]
    }
  }

  /// Why totals are not the sums of their cells.
  var totals: String {
    BilingualText(
      de: "Ein Projekt kann in mehreren Feldern stehen, in den Summen zählt es einmal."
        + " Davon geprüft: \(table.total.reviewed.projects.count).",
      en: "A project can stand in several cells; totals count it once."
        + " Of these reviewed: \(table.total.reviewed.projects.count).")[language]
  }

  /// What the mark of a missing contribution means; nil where there is none.
  var missing: String? {
    guard table.cells.contains(where: \.isMissing) else { return nil }
    return BilingualText(
      de: "! Beitrag erwartet, aber keiner gemeldet.",
      en: "! contribution expected, none declared.")[language]
  }

  var sum: String { BilingualText(de: "gesamt", en: "total")[language] }

  /// A number as it stands in a cell; a dot for none.
  func number(_ value: Int64) -> String {
    if value == 0 { return "·" }
    return table.measure == .budget ? MoneyText(language).thousands(cents: value) : String(value)
  }
}

extension CoverageDimension {
  /// What people call the things along it.
  var name: BilingualText {
    switch self {
    case .guidelines: BilingualText(de: "Leitlinien", en: "guidelines")
    case .themes: BilingualText(de: "Themenkomplexe", en: "themes")
    case .strategies: BilingualText(de: "Teilstrategien", en: "sub-strategies")
    case .departments: BilingualText(de: "Dienststellen", en: "departments")
    case .status: BilingualText(de: "Stand", en: "status")
    case .year: BilingualText(de: "Jahre", en: "years")
    case .sector: BilingualText(de: "Partner", en: "partners")
    case .visibility: BilingualText(de: "Sichtbarkeit", en: "visibility")
    }
  }
}
