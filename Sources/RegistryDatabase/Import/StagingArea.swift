import Portfolio

/// Takes an import's records in, in any order, and copies them into temporary tables without
/// indexes, batch by batch, so that memory stays bounded and the server works while the input is
/// still being read.
final class StagingArea {
  /// Records per batch: enough that a batch's dozen COPY statements do not count, few enough to
  /// take a few megabytes.
  static let batchSize = 1000

  private let session: Session
  private(set) var kinds: Set<RecordKind> = []
  private var pendingCount = 0
  private var departments = Batch<Department>()
  private var strategies = Batch<Strategy>()
  private var subStrategies = Batch<SubStrategy>()
  private var participations = Batch<Participation>()
  private var measures = Batch<Measure>()
  private var projects = Batch<Project>()
  private var verdicts = Batch<Verdict>()
  private var waivers = Batch<Waiver>()
  private var ordinals: [[String]: Int32] = [:]

  init(_ session: Session) { self.session = session }

  /// How many records of the kind came in.
  func count(of kind: RecordKind) -> Int {
    switch kind {
    case .department: departments.total
    case .strategy: strategies.total
    case .subStrategy: subStrategies.total
    case .participation: participations.total
    case .measure: measures.total
    case .project: projects.total
    case .verdict: verdicts.total
    case .waiver: waivers.total
    }
  }

  func add(_ record: RegistryRecord) throws {
    switch record {
    case .department(let value): departments.add(value, from: value.location)
    case .strategy(let value):
      strategies.add(value, from: value.location)
      if strategies.total > 1 { throw ImportError.repeatedRecord(.strategy, id: value.id) }
    case .subStrategy(let value): subStrategies.add(value, from: value.location)
    case .participation(let value): participations.add(value, from: value.location)
    case .measure(let value): measures.add(value, from: value.location)
    case .project(let value): projects.add(value, from: value.location)
    case .verdict(let value):
      verdicts.add(value, from: value.location, ordinal: ordinal([value.first, value.second]))
    case .waiver(let value):
      waivers.add(value, from: value.location, ordinal: ordinal([value.rule] + value.subjects))
    }
    pendingCount += 1
    if pendingCount >= Self.batchSize { try flush() }
  }

  /// Makes the staged rows complete and known to the planner, without which it would take a
  /// staging table for tiny and join it row by row.
  func finish() throws {
    try flush()
    for kind in RecordKind.allCases where kinds.contains(kind) {
      let tables = kind.tables.map(\.staging).joined(separator: ", ")
      try session.execute("ANALYZE \(tables)")
      try requireUniqueRecords(of: kind)
    }
  }

  /// Makes the kind's temporary tables; they vanish with the transaction.
  func open(_ kind: RecordKind) throws {
    guard kinds.insert(kind).inserted else { return }
    for table in kind.tables {
      try session.execute(
        """
        CREATE TEMPORARY TABLE \(table.staging) ON COMMIT DROP AS
        SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) WITH NO DATA
        """)
    }
  }

  private func ordinal(_ identity: [String]) -> Int32 {
    ordinals[identity, default: 0] += 1
    return ordinals[identity, default: 1]
  }

  private func flush() throws {
    pendingCount = 0
    try copy(&departments, .department)
    try copy(&strategies, .strategy)
    try copy(&subStrategies, .subStrategy)
    try copy(&participations, .participation)
    try copy(&measures, .measure)
    try copy(&projects, .project)
    try copy(&verdicts, .verdict)
    try copy(&waivers, .waiver)
  }

  private func copy<Record: Stageable>(_ batch: inout Batch<Record>, _ kind: RecordKind) throws {
    guard !batch.records.isEmpty else { return }
    try open(kind)
    for rows in Record.rows {
      let columns = rows.table.columns.joined(separator: ", ")
      let sql = "COPY \(rows.table.staging) (\(columns)) FROM STDIN (FORMAT binary)"
      try session.copyIn(sql) { writer in
        for record in batch.records { try rows.write(record, &writer) }
      }
    }
    batch.records.removeAll(keepingCapacity: true)
  }

  /// Two records with one identity would overwrite each other; whoever reads the input has to
  /// tell them apart first.
  private func requireUniqueRecords(of kind: RecordKind) throws {
    let table = kind.table
    let key = table.key.joined(separator: ", ")
    let id = try session.value(
      """
      SELECT \(table.record("staged")) FROM \(table.staging) AS staged
      GROUP BY \(key) HAVING count(*) > 1 ORDER BY \(key) LIMIT 1
      """, as: String.self)
    if let id { throw ImportError.repeatedRecord(kind, id: id) }
  }
}

/// Records of one kind that wait to be copied.
private struct Batch<Record> {
  var records: [StagedRecord<Record>] = []
  private(set) var total = 0
  private var file: String?
  private var position: Int32 = 0

  /// Positions count within a file, so that a new file does not move the records of others.
  mutating func add(_ record: Record, from location: SourceLocation?, ordinal: Int32 = 1) {
    if location?.file != file {
      file = location?.file
      position = 0
    }
    position += 1
    total += 1
    records.append(StagedRecord(record: record, position: position, ordinal: ordinal))
  }
}
