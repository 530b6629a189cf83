internal import Findings
internal import Markup
internal import Portfolio

/// A chapter of the report.
protocol ReportSection {
  /// Names the chapter in links.
  var id: String { get }
  var title: BilingualText { get }
  /// Whether it begins on a page of its own when printed.
  var startsPage: Bool { get }
  func body() -> Markup
}

extension ReportSection {
  var startsPage: Bool { true }
}

/// What every chapter is made from.
struct ReportMaterial {
  let snapshot: Snapshot
  let result: CheckResult
  let overview: CoverageOverview
  let language: Language

  /// The name of a department by its index; that there is none for nil.
  func name(ofDepartment department: Int?) -> String {
    department.map { snapshot.departments[$0].name }
      ?? BilingualText(de: "Keiner Dienststelle zugeordnet", en: "No department")[language]
  }
}
