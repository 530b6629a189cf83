public import Portfolio

/// Brings records into the database: all of them or none, and only what differs.
///
/// The records are copied into temporary tables as they come; comparing, writing and reporting is
/// then done by the server in one transaction. A second import of the same records writes no row.
///
/// ```swift
/// let report = try await database.run { session in
///   try RegistryImport(source: "registry").run(on: session) { add in
///     for record in portfolio.records { try add(record) }
///   }
/// }
/// ```
public struct RegistryImport: Sendable {
  /// The kinds of which the input holds every record, so that what it lacks is missing.
  public var completeKinds: Set<RecordKind>
  /// Archives missing projects, and deletes other missing records that nothing refers to.
  public var prunes: Bool
  /// Does the same work and takes it back.
  public var isDryRun: Bool
  /// Whether records come from the files they name, in the files' order; otherwise each stored
  /// record keeps its place in its file.
  private var followsFiles = true
  /// The command, for the record of imports.
  public var command: String
  /// What is imported, e.g. the folder's name.
  public var source: String
  /// How long to wait for another import to end.
  public var lockTimeout: Duration
  /// How many changes of each kind the report lists one by one.
  public var listedChanges: Int

  /// The state of a project that a change was made from; it is refused where somebody else has
  /// changed the project since. For `amend` alone.
  public var basis: EditBasis?
  /// Set where an earlier attempt at the very same work may have been stored.
  private var probe: CommitProbe?

  /// - Parameter isComplete: Whether the input is a whole registry.
  public init(
    isComplete: Bool = true, prunes: Bool = false, isDryRun: Bool = false,
    command: String = "import", source: String, lockTimeout: Duration = .seconds(30),
    listedChanges: Int = 200
  ) {
    completeKinds = isComplete ? Set(RecordKind.allCases) : []
    self.prunes = prunes
    self.isDryRun = isDryRun
    self.command = command
    self.source = source
    self.lockTimeout = lockTimeout
    self.listedChanges = listedChanges
  }

  /// Whether the input is a whole registry.
  public var isComplete: Bool { completeKinds.count == RecordKind.allCases.count }

  /// - Parameter records: Hands the records over, in any order; projects of one file in theirs.
  /// - Throws: `LockedError` where another import does not end in time, `ImportError`,
  ///   `DatabaseError`, or what the closure throws. Nothing is stored then.
  public func run(
    on session: Session,
    records: (_ add: (RegistryRecord) throws -> Void) throws -> Void
  ) throws -> ImportReport {
    try run(on: session, archiving: ArchivedProjects(session), records: records)
  }

  private func run(
    on session: Session, archiving archived: ArchivedProjects,
    records: (_ add: (RegistryRecord) throws -> Void) throws -> Void
  ) throws -> ImportReport {
    let report = try AdvisoryLock.import.hold(on: session, timeout: lockTimeout) {
      if let report = try probe?.reportOfStored(on: session) { return report }
      try enlargeTemporaryBuffers(of: session)
      do {
        return try session.transaction(isolation: .repeatableRead) {
          let report = try importRecords(on: session, archived, records)
          if isDryRun { throw Rehearsal(report: report) }
          if !report.isUnchanged { try probe?.note(report, on: session) }
          return report
        }
      } catch let rehearsal as Rehearsal {
        var report = rehearsal.report
        report.isDryRun = true
        return report
      } catch let error as DatabaseError where error.sqlState == "23503" {
        throw ImportError.brokenReference(error.details)
      } catch let error as DatabaseError where error.kind == .constraint("project_pkey") {
        // Which project has the id is none of the user's business, or it would have been found.
        throw ImportError.takenID
      }
    }
    DatabaseLog.stored(report, command: command)
    return report
  }

  /// Changes records that are stored already: the closure gets the registry as it is, and
  /// returns what it has changed. Projects that it hands to `archive` are in use no longer.
  ///
  /// Loading and writing happen under one lock and in one transaction, so that of two changes at
  /// the same time the second sees the first.
  /// - Throws: as `run`, and `EditConflict`.
  public func amend(
    on session: Session,
    changes: (
      _ registry: Portfolio, _ archive: (_ id: String) -> Void
    ) throws -> [RegistryRecord]
  ) throws -> ImportReport {
    var amendment = self
    amendment.followsFiles = false
    let archived = ArchivedProjects(session)
    return try amendment.run(on: session, archiving: archived) { add in
      let registry = try RegistryLoad().loadWithinTransaction(session)
      for record in try changes(registry, archived.add) {
        if let basis, case .project(let project) = record, basis.concerns(project) {
          try session.require(basis, for: project, among: registry)
        }
        try add(record)
      }
    }
  }

  /// The same for changes that archive nothing.
  public func amend(
    on session: Session, changes: (_ registry: Portfolio) throws -> [RegistryRecord]
  ) throws -> ImportReport {
    try amend(on: session) { registry, _ in try changes(registry) }
  }

  /// Runs or amends patiently: where the connection is lost, also during the commit, the work is
  /// tried again, and done again only where the attempt before has left nothing.
  /// - Parameter work: Calls `run` or `amend` of what it is handed, once.
  /// - Throws: as `Database.runPatiently` and the work.
  public func patiently(
    on database: Database, patience: Duration = .seconds(20),
    _ work: @escaping @Sendable (RegistryImport, Session) throws -> ImportReport
  ) async throws -> ImportReport {
    var attempt = self
    attempt.probe = CommitProbe()
    return try await database.runPatiently(patience: patience, findsOutcome: true) {
      [attempt] session in try work(attempt, session)
    }
  }

  private func importRecords(
    on session: Session, _ archived: ArchivedProjects,
    _ records: (_ add: (RegistryRecord) throws -> Void) throws -> Void
  ) throws -> ImportReport {
    // Joins of 100,000 rows stay in memory.
    try session.execute("SET LOCAL work_mem = '256MB'")
    try session.nameChange(command: command, source: source)
    let staging = StagingArea(session)
    try records { try staging.add($0) }
    for kind in RecordKind.allCases where completeKinds.contains(kind) { try staging.open(kind) }
    try staging.finish()

    let identities = IdentityResolution(
      session, staging, isComplete: isComplete, followsFiles: followsFiles)
    try identities.resolve()
    if staging.count(of: .project) > 0 {
      try WritePermission.keepPlacesOfForeignLinks(session)
    }
    var report = ImportReport()
    let differences = try Differences(
      session, staging, identities, followsFiles: followsFiles)
    try differences.report(into: &report, listing: listedChanges)
    try WritePermission(session, staging, differences)
      .require(prunesProjects: prunes && completeKinds.contains(.project))
    try differences.apply()
    try MissingRecords(session, among: completeKinds, prunes: prunes)
      .resolve(into: &report, listing: listedChanges)
    try archived.archive(into: &report)
    if !report.isUnchanged {
      try requireKnownSources(session)
      try recordRun(report, on: session)
    }
    return report
  }

  /// Staged rows then stay in memory instead of passing through files.
  private func enlargeTemporaryBuffers(of session: Session) throws {
    // "The setting can be changed within individual sessions, but only before the first use of
    // temporary tables within the session".
    try session.execute(
      """
      SELECT set_config('temp_buffers', '256MB', false)
      WHERE pg_my_temp_schema() = 0
      """)
  }

  private func requireKnownSources(_ session: Session) throws {
    let citing = [
      "department", "strategy_function", "guideline", "theme", "milestone", "statement",
      "key_figure", "sub_strategy", "participation_format", "participation_result", "measure",
    ]
    let cited = citing.map { "SELECT unnest(sources) AS id FROM \($0)" }
      .joined(separator: " UNION ")
    let unknown = try session.rows(
      """
      SELECT cited.id FROM (\(cited)) AS cited
      WHERE NOT EXISTS (SELECT FROM source WHERE source.id = cited.id COLLATE "C")
      ORDER BY cited.id COLLATE "C"
      """
    ) { try $0.decode(0, as: String.self) }
    guard unknown.isEmpty else { throw ImportError.unknownSources(unknown) }
  }

  private func recordRun(_ report: ImportReport, on session: Session) throws {
    let counts = RecordKind.allCases.compactMap { kind in
      report.counts[kind].map { counts in
        """
        "\(kind.rawValue)": {"new": \(counts.new), "changed": \(counts.changed), \
        "unchanged": \(counts.unchanged), "missing": \(counts.missing), \
        "archived": \(counts.archived), "revived": \(counts.revived), \
        "deleted": \(counts.deleted)}
        """
      }
    }
    try session.execute(
      """
      INSERT INTO import_run (command, source, complete, counts) VALUES ($1, $2, $3, $4)
      """,
      [
        .text(command), .text(source), .bool(isComplete),
        .json("{\(counts.joined(separator: ", "))}"),
      ])
  }
}

/// Ends the transaction of a dry run.
private struct Rehearsal: Error {
  let report: ImportReport
}
