internal import CPostgreSQL
import Portfolio

/// Sends statements without waiting for each one's answer.
public struct Pipeline: ~Copyable {
  /// Answers are read after so many statements, so that neither side's memory fills up.
  static let batch = 256

  private let connection: Connection
  private let isCancelled: () -> Bool
  private var prepared: [String: String] = [:]
  private var awaited: [Awaited] = []
  private(set) var affectedRows: [Int] = []

  private enum Awaited { case preparation, statement }

  fileprivate init(_ connection: Connection, isCancelled: @escaping () -> Bool) {
    self.connection = connection
    self.isCancelled = isCancelled
  }

  /// Sends one statement. The server plans each text once.
  /// - Throws: `DatabaseError`, possibly that of an earlier statement.
  public mutating func execute(_ sql: String, _ parameters: [SQLValue] = []) throws {
    guard !sql.utf8.contains(0) else { throw DatabaseError.zeroCharacter }
    try ParameterList(parameters).withPointers { list in
      let name = try prepare(sql, list)
      try sent(
        PQsendQueryPrepared(
          connection.pointer, name, list.count, list.values, list.lengths, list.formats, 1))
    }
    awaited.append(.statement)
    if awaited.count >= Self.batch { try collect() }
  }

  /// Prepared statements outlive a pipeline, even a failed one that could not drop them.
  fileprivate mutating func forgetEarlierStatements() throws {
    try sent(
      PQsendQueryParams(connection.pointer, "DEALLOCATE ALL", 0, nil, nil, nil, nil, 1))
    awaited.append(.preparation)
  }

  /// The statement's name at the server. The parameters' types are part of what is prepared.
  private mutating func prepare(
    _ sql: String, _ list: ParameterList.Pointers
  ) throws -> String {
    let types = (0..<Int(list.count)).map { list.types?[$0] ?? 0 }
    let key = "\(types) \(sql)"
    if let name = prepared[key] { return name }
    let name = "dach_pipeline_\(prepared.count)"
    try sent(PQsendPrepare(connection.pointer, name, sql, list.count, list.types))
    awaited.append(.preparation)
    prepared[key] = name
    return name
  }

  /// Reads the answers to everything sent so far.
  fileprivate mutating func collect() throws {
    if awaited.isEmpty { return }
    try sent(PQsendFlushRequest(connection.pointer))
    for kind in awaited {
      let result = try connection.adopt(PQgetResult(connection.pointer))
      if result.failed { throw connection.error(result, isCancelled: isCancelled()) }
      if kind == .statement { affectedRows.append(result.affectedRows) }
      // "PQgetResult … a null pointer" ends each statement's answers.
      while let extra = PQgetResult(connection.pointer) { PQclear(extra) }
    }
    awaited.removeAll(keepingCapacity: true)
  }

  private func sent(_ outcome: Int32) throws {
    if outcome != 1 { throw connection.error() }
  }
}

extension Session {
  /// Runs many statements with parameters in one go, without a round trip for each.
  ///
  /// They stand or fall together: outside a transaction they get one of their own.
  /// - Returns: for each statement, how many rows it inserted, changed, deleted or selected.
  /// - Throws: `DatabaseError` of the first statement that failed, or what the closure throws.
  @discardableResult
  public func pipeline(_ body: (inout Pipeline) throws -> Void) throws -> [Int] {
    guard try connection.transactionStatus != PQTRANS_IDLE else {
      return try transaction { try pipeline(body) }
    }
    let connection = try ready(for: "")
    guard PQenterPipelineMode(connection.pointer) == 1 else { throw connection.error() }
    var lent = Pipeline(connection, isCancelled: { [self] in isCancelled })
    var failure: (any Error)?
    streaming {
      do {
        try lent.forgetEarlierStatements()
        try body(&lent)
        try lent.collect()
      } catch {
        failure = error
      }
      leavePipeline(connection)
    }
    if let failure { throw failure }
    return lent.affectedRows
  }

  /// Reads on to the synchronisation point, after which the connection is its old self.
  private func leavePipeline(_ connection: Connection) {
    guard PQpipelineSync(connection.pointer) == 1 else { return }
    var consecutiveNulls = 0
    // Between statements there is one null, so a second in a row means that nothing follows.
    while consecutiveNulls < 2, !connection.isLost {
      guard let pointer = PQgetResult(connection.pointer) else {
        consecutiveNulls += 1
        continue
      }
      consecutiveNulls = 0
      let result = StatementResult(adopting: pointer)
      if result.status == PGRES_PIPELINE_SYNC { break }
    }
    PQexitPipelineMode(connection.pointer)
  }
}
