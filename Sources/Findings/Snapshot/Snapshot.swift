public import Portfolio
public import TextMatching

/// The whole portfolio in memory on a given day: immutable, and what every analysis reads.
///
/// Built once in linear time; a class, so that lending it costs nothing. Things are named by their index in the portfolio's lists; ids are
/// resolved here and nowhere else, those a project had before a rename included.
public final class Snapshot: Sendable {
  public let portfolio: Portfolio
  /// The day on which the findings are to be true.
  public let asOf: CalendarDay

  /// The portfolio's lists, under the names that indices refer to.
  public let projects: [Project]
  public let departments: [Department]
  public let subStrategies: [SubStrategy]
  public let guidelines: [Guideline]
  public let themes: [Theme]
  public let services: [Service]
  public let settings: CheckSettings

  /// Resolve ids to indices; the projects' table knows their former ids too.
  public let projectTable: IdentifierTable
  public let departmentTable: IdentifierTable
  public let guidelineTable: IdentifierTable
  public let themeTable: IdentifierTable
  public let serviceTable: IdentifierTable
  public let strategyTable: IdentifierTable

  let columns: ProjectColumns

  /// Indices of the projects of a department, theme, sub-strategy; in the order of the portfolio.
  public let projectsOfDepartment: CompressedRows<Int>
  public let projectsOfTheme: CompressedRows<Int>
  public let projectsOfStrategy: CompressedRows<Int>
  public let themesOfProject: CompressedRows<Int>

  public let alignmentsOfProject: CompressedRows<ResolvedAlignment>
  public let alignmentsOfGuideline: CompressedRows<ResolvedAlignment>

  /// The projects that were merged into a project.
  public let mergedIntoProject: CompressedRows<Project>

  /// Links stated by a project, without those that were declined.
  public let linksFromProject: CompressedRows<ResolvedLink>
  /// Links that others state to a project.
  public let linksToProject: CompressedRows<ResolvedLink>
  /// Links stated by a project to which the other side said no; they count for nothing.
  public let declinedLinks: CompressedRows<ResolvedLink>
  public let unresolvedLinks: [UnresolvedLink]

  public let servicesProvidedByProject: CompressedRows<Int>
  public let servicesRequiredByProject: CompressedRows<Int>
  public let providersOfService: CompressedRows<Int>
  public let requirersOfService: CompressedRows<Int>

  let decisions: DecisionIndex

  /// What a model of language makes of the projects' descriptions, where one is in use.
  public let vectors: TextVectors?

  /// Made on demand.
  let lazyCorpora = LazyProjectCorpora()
  let lazyPairs = LazyPairAnalysis()
  let lazyAlignments = LazyAlignmentAnalysis()

  /// - Parameter vectors: by `Project.describedText`; without them likeness is one of words alone.
  public init(_ portfolio: Portfolio, asOf: CalendarDay, vectors: TextVectors? = nil) {
    let portfolio = Self.withStrandedProjects(portfolio)
    self.portfolio = portfolio
    self.asOf = asOf
    self.vectors = vectors
    projects = portfolio.projects
    departments = portfolio.departments
    subStrategies = portfolio.subStrategies
    guidelines = portfolio.strategy?.guidelines ?? []
    themes = portfolio.strategy?.themes ?? []
    services = portfolio.strategy?.services ?? []
    settings = portfolio.strategy?.checks ?? CheckSettings()
    let count = portfolio.projects.count

    var projectTable = IdentifierTable(portfolio.projects.lazy.map(\.id))
    for index in 0..<count {
      for id in portfolio.projects[index].formerly { projectTable.register(id, as: index) }
    }
    for (id, survivor) in portfolio.survivors() {
      if let index = projectTable[survivor] { projectTable.register(id, as: index) }
    }
    self.projectTable = projectTable
    mergedIntoProject = CompressedRows(
      rows: count,
      entries: portfolio.mergedProjects.compactMap { [projectTable] project in
        projectTable[project.id].map { .init($0, project) }
      })
    departmentTable = IdentifierTable(portfolio.departments.lazy.map(\.id))
    strategyTable = IdentifierTable(portfolio.subStrategies.lazy.map(\.id))
    guidelineTable = IdentifierTable(guidelines.lazy.map(\.id))
    themeTable = IdentifierTable(themes.lazy.map(\.id))
    serviceTable = IdentifierTable(services.lazy.map(\.id))

    columns = ProjectColumns(
      portfolio.projects, departments: departmentTable, strategies: strategyTable, asOf: asOf)
    projectsOfDepartment = Self.grouping(columns.departments, rows: departmentTable.count)
    projectsOfStrategy = Self.grouping(columns.strategies, rows: strategyTable.count)

    let themes = Incidence(projects: count, in: themeTable) { portfolio.projects[$0].themes }
    (themesOfProject, projectsOfTheme) = (themes.byProject, themes.byThing)
    let provided = Incidence(projects: count, in: serviceTable) { portfolio.projects[$0].provides }
    (servicesProvidedByProject, providersOfService) = (provided.byProject, provided.byThing)
    let required = Incidence(projects: count, in: serviceTable) { portfolio.projects[$0].requires }
    (servicesRequiredByProject, requirersOfService) = (required.byProject, required.byThing)

    let alignments = Self.resolveAlignments(portfolio, guidelineTable)
    alignmentsOfProject = CompressedRows(
      rows: count, entries: alignments.map { .init($0.project, $0) })
    alignmentsOfGuideline = CompressedRows(
      rows: guidelineTable.count, entries: alignments.map { .init($0.guideline, $0) })

    let links = LinkResolution(portfolio.projects, in: projectTable)
    linksFromProject = CompressedRows(
      rows: count, entries: links.resolved.map { .init($0.source, $0) })
    linksToProject = CompressedRows(
      rows: count, entries: links.resolved.map { .init($0.target, $0) })
    declinedLinks = CompressedRows(
      rows: count, entries: links.declined.map { .init($0.source, $0) })
    unresolvedLinks = links.unresolved

    decisions = DecisionIndex(portfolio, projects: projectTable, asOf: asOf)
  }

  /// A project merged into one that does not exist is looked at as if it were in use: nothing
  /// stands for it.
  private static func withStrandedProjects(_ portfolio: Portfolio) -> Portfolio {
    let stranded = portfolio.strandedProjects()
    guard !stranded.isEmpty else { return portfolio }
    var portfolio = portfolio
    let ids = Set(stranded.map(\.id))
    portfolio.projects += stranded
    portfolio.mergedProjects.removeAll { ids.contains($0.id) }
    return portfolio
  }

  private static func grouping(_ things: [Int32], rows: Int) -> CompressedRows<Int> {
    var entries: [CompressedRows<Int>.Entry] = []
    entries.reserveCapacity(things.count)
    for (project, thing) in things.enumerated() where thing >= 0 {
      entries.append(.init(Int(thing), project))
    }
    return CompressedRows(rows: rows, entries: entries)
  }

  private static func resolveAlignments(
    _ portfolio: Portfolio, _ table: IdentifierTable
  ) -> [ResolvedAlignment] {
    let revisions = (portfolio.strategy?.guidelines ?? []).map(\.revision)
    var resolved: [ResolvedAlignment] = []
    for project in portfolio.projects.indices {
      for (position, alignment) in portfolio.projects[project].alignments.enumerated() {
        guard let guideline = table[alignment.guideline] else { continue }
        resolved.append(
          ResolvedAlignment(
            project: project, guideline: guideline,
            isCurrent: alignment.revision >= revisions[guideline],
            isReviewed: alignment.review == .reviewed, position: position))
      }
    }
    return resolved
  }
}
