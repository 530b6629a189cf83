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
      en: "Coverage: \(rows.english) and \(columns.english.lowercased())")[language]
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
    case .reviewedShare:
      BilingualText(
        de: "Anteil der gemeldeten Projekte, deren Zuordnung geprüft ist.",
        en: "Share of the declared projects whose alignment has been reviewed.")[language]
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

  static let gapMark = "!"
  static let waiverMark = "~"

  /// What the marks mean that occur.
  var marks: [String] {
    var marks: [BilingualText] = []
    if table.cells.contains(where: { $0.gap > 0 }) {
      marks.append(
        BilingualText(
          de: "\(Self.gapMark) Beitrag erwartet, aber nicht oder nicht genug gemeldet.",
          en: "\(Self.gapMark) contribution expected, but none or not enough declared."))
    }
    if table.cells.contains(where: { $0.isWaived && $0.declared.value == 0 }) {
      marks.append(
        BilingualText(
          de: "\(Self.waiverMark) Beitrag erwartet, aber durch eine Ausnahme erlassen.",
          en: "\(Self.waiverMark) contribution expected, but waived."))
    }
    return marks.map { $0[language] }
  }

  var sum: String { BilingualText(de: "gesamt", en: "total")[language] }

  /// What stands in a cell: the declared figure, or the mark of what is missing.
  func text(of cell: CoverageCell) -> String {
    let value = cell.declared.value
    if cell.gap > 0 {
      return (value == 0 ? "" : number(value, share: cell.reviewedShare)) + Self.gapMark
    }
    if value == 0, cell.isWaived { return Self.waiverMark }
    return number(value, share: cell.reviewedShare)
  }

  func number(_ total: CoverageTotal) -> String {
    number(total.declared.value, share: total.reviewedShare)
  }

  /// A figure beside others of the table; a dot for none.
  func number(_ value: Int64, share: Double?) -> String {
    if value == 0 { return "·" }
    switch table.measure {
    case .budget: return MoneyText(language).thousands(cents: value)
    case .reviewedShare: return share.map { $0 == 0 ? "0 %" : percentage($0) } ?? "·"
    case .projects, .running: return String(value)
    }
  }
}
