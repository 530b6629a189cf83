internal import CPostgreSQL
import Portfolio

extension Session {
  /// Runs one statement.
  /// - Returns: how many rows it inserted, changed, deleted or selected.
  /// - Throws: `DatabaseError`
  @discardableResult
  public func execute(_ sql: String, _ parameters: [SQLValue] = []) throws -> Int {
    try run(sql, parameters).affectedRows
  }

  /// Runs one statement and lends its rows one by one. All rows are in memory; see `stream`.
  /// - Throws: `DatabaseError`, or what the closure throws.
  public func query(
    _ sql: String, _ parameters: [SQLValue] = [], _ body: (borrowing Row) throws -> Void
  ) throws {
    try run(sql, parameters).forEachRow(body)
  }

  /// Runs one statement and makes a value of each row.
  public func rows<Value>(
    _ sql: String, _ parameters: [SQLValue] = [], _ transform: (borrowing Row) throws -> Value
  ) throws -> [Value] {
    let result = try run(sql, parameters)
    var values: [Value] = []
    values.reserveCapacity(result.rowCount)
    try result.forEachRow { row in values.append(try transform(row)) }
    return values
  }

  /// Runs one statement and makes a value of each row.
  public func rows<Value: RowDecodable>(
    _ sql: String, _ parameters: [SQLValue] = [], as type: Value.Type
  ) throws -> [Value] {
    try rows(sql, parameters) { row in try Value(row: row) }
  }

  /// The first column of the only row; nil where there is no row or it is NULL.
  public func value<Value: ColumnDecodable>(
    _ sql: String, _ parameters: [SQLValue] = [], as type: Value.Type = Value.self
  ) throws -> Value? {
    var value: Value?
    try query(sql, parameters) { row in value = try row.decodeIfPresent(0, as: type) }
    return value
  }

  /// Lends the rows as they arrive, so that a result of any size takes the memory of one row.
  /// No other statement can run inside the closure.
  /// - Throws: `DatabaseError`, or what the closure throws; the statement is then cancelled.
  public func stream(
    _ sql: String, _ parameters: [SQLValue] = [], _ body: (borrowing Row) throws -> Void
  ) throws {
    let connection = try ready(for: sql)
    let sent = try ParameterList(parameters).withPointers { list in
      PQsendQueryParams(
        connection.pointer, sql, list.count, list.types, list.values, list.lengths, list.formats, 1)
    }
    guard sent == 1 else { throw connection.error() }
    PQsetSingleRowMode(connection.pointer)
    try streaming {
      var failure: (any Error)?
      // "PQgetResult must be called repeatedly until it returns a null pointer".
      while let pointer = PQgetResult(connection.pointer) {
        let result = StatementResult(adopting: pointer)
        if failure != nil { continue }
        do {
          try refuseCopy(result, on: connection)
          if result.failed { throw connection.error(result, isCancelled: isCancelled) }
          try result.forEachRow(body)
        } catch {
          failure = error
          if result.status == PGRES_SINGLE_TUPLE { cancelStatement() }
        }
      }
      if let failure { throw failure }
    }
  }

  /// Runs several statements at once, without parameters, as a migration holds them. Outside a
  /// transaction they form one of their own.
  /// - Throws: `DatabaseError`; its details name the line of the script.
  public func script(_ sql: String) throws {
    let connection = try ready(for: sql)
    guard PQsendQuery(connection.pointer, sql) == 1 else { throw connection.error() }
    var failure: (any Error)?
    while let pointer = PQgetResult(connection.pointer) {
      let result = StatementResult(adopting: pointer)
      do {
        try refuseCopy(result, on: connection)
        if result.failed {
          throw connection.error(result, isCancelled: isCancelled).locating(result, in: sql)
        }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  private func run(_ sql: String, _ parameters: [SQLValue]) throws -> StatementResult {
    let connection = try ready(for: sql)
    let pointer = try ParameterList(parameters).withPointers { list in
      PQexecParams(
        connection.pointer, sql, list.count, list.types, list.values, list.lengths, list.formats, 1)
    }
    let result = try checked(pointer, on: connection)
    try refuseCopy(result, on: connection)
    return result
  }

  /// Rows of a COPY travel outside of results: left alone, they would block the connection.
  private func refuseCopy(
    _ result: borrowing StatementResult, on connection: Connection
  ) throws {
    switch result.status {
    case PGRES_COPY_IN:
      PQputCopyEnd(connection.pointer, "COPY needs copyIn")
    case PGRES_COPY_OUT:
      cancelStatement()
      var bytes: UnsafeMutablePointer<CChar>?
      while PQgetCopyData(connection.pointer, &bytes, 0) > 0 { PQfreemem(bytes) }
    default: return
    }
    throw DatabaseError.misuse("COPY needs copyIn or copyOut")
  }
}

extension DatabaseError {
  /// With the line of the script in which the failed statement has its fault.
  fileprivate func locating(
    _ result: borrowing StatementResult, in script: String
  ) -> DatabaseError {
    guard let position = result.field(.position).flatMap({ Int($0) }) else { return self }
    // "measured in characters not bytes", the first having index 1.
    let line = 1 + script.unicodeScalars.prefix(position - 1).count { $0 == "\n" }
    return DatabaseError(
      kind: kind, sqlState: sqlState, text: text, details: "line \(line): \(details)", step: step)
  }
}
