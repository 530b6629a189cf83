internal import Findings
internal import Portfolio

/// The coverage of every guideline, theme and sub-strategy, as part of a check's JSON.
struct OverviewJSON: Encodable {
  struct Row: Encodable {
    let id: String
    let name: String
    let expected: Bool
    let declared: Counts
    let reviewed: Counts
    /// Ids of projects that are counted with another: parts, bundled ones, twins.
    let merged: [String]
    /// The last day of the last running project, where every running one has an end.
    let lastRunningEnd: String?

    init(_ row: CoverageOverview.Row) {
      id = row.id
      name = row.name
      expected = row.isExpected
      declared = Counts(row.declared)
      reviewed = Counts(row.reviewed)
      merged = row.merged
      if case .ends(let day) = row.lastRunningEnd {
        lastRunningEnd = day.description
      } else {
        lastRunningEnd = nil
      }
    }
  }

  struct Counts: Encodable {
    let idea: Int
    let planned: Int
    let running: Int
    let completed: Int
    let unknown: Int
    let projects: [String]

    init(_ counts: CoverageOverview.PhaseCounts) {
      idea = counts.idea.count
      planned = counts.planned.count
      running = counts.running.count
      completed = counts.completed.count
      unknown = counts.unknown.count
      projects = counts.all
    }
  }

  let guidelines: [Row]
  let themes: [Row]
  let strategies: [Row]

  init(_ overview: CoverageOverview) {
    guidelines = overview.guidelines.map(Row.init)
    themes = overview.themes.map(Row.init)
    strategies = overview.strategies.map(Row.init)
  }
}
