public import Portfolio

/// Projects as a list that people fill in and that is read back: which columns, and what stands in
/// each cell.
public struct ProjectList: Sendable {
  public let columns: [ProjectColumn]
  public let projects: [Project]
  public let language: Language
  public let names: RegistryNames
  /// The department whose projects these are, by id; nil for all.
  public let department: String?
  private let writing: CellWriting

  public init(_ portfolio: Portfolio, department: String? = nil, language: Language) {
    names = RegistryNames(portfolio)
    projects = portfolio.projects.filter { department == nil || $0.department == department }
    self.department = department
    self.language = language
    writing = CellWriting(names: names, language: language)
    let hasOtherCurrency = projects.contains { ($0.budget?.currency ?? "EUR") != "EUR" }
    columns = ProjectColumn.allCases.filter { column in
      column != .period && (column != .currency || hasOtherCurrency)
    }
  }

  public func text(_ column: ProjectColumn, of project: Project) -> String {
    writing.text(column, of: project)
  }

  /// What may stand in a column, for a list to choose from.
  public func choices(for column: ProjectColumn) -> [String]? {
    names.choices(for: column, department: department, in: language)
  }
}
