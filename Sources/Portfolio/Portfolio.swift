/// Everything a city has registered: its strategy, its departments, and their projects.
public struct Portfolio: Sendable, Hashable {
  public var strategy: Strategy?
  public var departments: [Department]
  public var subStrategies: [SubStrategy]
  public var participations: [Participation]
  public var measures: [Measure]
  /// Those in use.
  public var projects: [Project]
  /// Those that were merged into another: archived, with `merged` set.
  public var mergedProjects: [Project]
  public var verdicts: [Verdict]
  public var waivers: [Waiver]

  public init(
    strategy: Strategy? = nil, departments: [Department] = [], subStrategies: [SubStrategy] = [],
    participations: [Participation] = [], measures: [Measure] = [], projects: [Project] = [],
    mergedProjects: [Project] = [], verdicts: [Verdict] = [], waivers: [Waiver] = []
  ) {
    self.strategy = strategy
    self.departments = departments
    self.subStrategies = subStrategies
    self.participations = participations
    self.measures = measures
    self.projects = projects
    self.mergedProjects = mergedProjects
    self.verdicts = verdicts
    self.waivers = waivers
  }
}
