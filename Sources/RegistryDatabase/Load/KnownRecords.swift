public import Portfolio

/// The ids that records of a partial input may refer to because the registry has them already.
public struct KnownRecords: Sendable, Hashable {
  /// With their names, aliases and offices.
  public var departments: [Department] = []
  public var subStrategies: Set<String> = []
  public var themes: Set<String> = []
  public var guidelines: Set<String> = []
  public var services: Set<String> = []
  public var sources: Set<String> = []
  public var formats: Set<String> = []
  public var contributions: Set<String> = []
  /// Archived projects included, since their ids are taken.
  public var projects: Set<String> = []

  public init() {}

  /// - Throws: `DatabaseError`
  public init(_ session: Session) throws {
    self = try session.transaction(isolation: .repeatableRead, readOnly: true) {
      try Self(reading: session)
    }
  }

  private init(reading session: Session) throws {
    departments = try StrategyLoad(session).departments()
    subStrategies = try Self.ids("SELECT id FROM sub_strategy", session)
    themes = try Self.ids("SELECT id FROM theme", session)
    guidelines = try Self.ids("SELECT id FROM guideline", session)
    services = try Self.ids("SELECT id FROM service", session)
    sources = try Self.ids("SELECT id FROM source", session)
    formats = try Self.ids("SELECT id FROM participation_format", session)
    contributions = try Self.ids("SELECT id FROM contribution", session)
    projects = try Self.ids("SELECT id FROM project", session)
  }

  private static func ids(_ sql: String, _ session: Session) throws -> Set<String> {
    Set(try session.rows(sql) { try $0.decode(0, as: String.self) })
  }
}
