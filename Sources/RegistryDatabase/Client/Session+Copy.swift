internal import CPostgreSQL
import Portfolio

extension Session {
  /// Loads rows with binary COPY, the fastest way into a table.
  ///
  /// ```swift
  /// try session.copyIn("COPY project (id, title) FROM STDIN (FORMAT binary)") { writer in
  ///   for project in projects {
  ///     try writer.row(columns: 2)
  ///     writer.text(project.id)
  ///     writer.text(project.title)
  ///   }
  /// }
  /// ```
  /// - Returns: how many rows were loaded; none where the closure throws.
  /// - Throws: `DatabaseError`, or what the closure throws.
  @discardableResult
  public func copyIn(_ sql: String, _ body: (inout CopyWriter) throws -> Void) throws -> Int {
    let connection = try ready(for: sql)
    try begin(sql, awaiting: PGRES_COPY_IN, on: connection)
    return try streaming {
      var writer = CopyWriter(connection.pointer)
      var failure: (any Error)?
      do {
        try body(&writer)
        try checkCancellation()
        try writer.finish()
      } catch {
        failure = error
      }
      let sendFailed = writer.sendFailed
      // "Ends the COPY_IN operation successfully if errormsg is NULL."
      let ended = PQputCopyEnd(connection.pointer, failure == nil ? nil : "abandoned")
      guard ended == 1 else { throw connection.error() }
      do {
        let count = try finishCopy(on: connection)
        if let failure { throw failure }
        return count
      } catch let error as DatabaseError {
        // The server's answer tells more than the failed sending, but not more than the closure.
        if let failure, !sendFailed { throw failure }
        throw error
      }
    }
  }

  /// Lends the rows of a binary COPY as they arrive, the fastest way out of a table or query. Its
  /// rows do not tell their columns' types, so ask for the right ones.
  ///
  /// ```swift
  /// try session.copyOut("COPY project (id, title) TO STDOUT (FORMAT binary)") { row in … }
  /// ```
  /// - Returns: how many rows were read.
  /// - Throws: `DatabaseError`, or what the closure throws; the statement is then cancelled.
  @discardableResult
  public func copyOut(_ sql: String, _ body: (borrowing Row) throws -> Void) throws -> Int {
    let connection = try ready(for: sql)
    try begin(sql, awaiting: PGRES_COPY_OUT, on: connection)
    return try streaming {
      var reader = CopyReader()
      var failure: (any Error)?
      var bytes: UnsafeMutablePointer<CChar>?
      while true {
        let length = PQgetCopyData(connection.pointer, &bytes, 0)
        guard length > 0 else { break }
        // "Otherwise, the caller should free the buffer with PQfreemem".
        defer { PQfreemem(bytes) }
        if failure != nil { continue }
        do {
          try reader.read(UnsafeRawBufferPointer(start: bytes, count: Int(length)), body)
        } catch {
          failure = error
          cancelStatement()
        }
      }
      do {
        let count = try finishCopy(on: connection)
        if let failure { throw failure }
        return count
      } catch {
        throw failure ?? error
      }
    }
  }

  private func begin(
    _ sql: String, awaiting status: ExecStatusType, on connection: Connection
  ) throws {
    let result = try checked(PQexec(connection.pointer, sql), on: connection)
    guard result.status == status else {
      throw DatabaseError.misuse("the statement is no COPY in the expected direction")
    }
    // "PQbinaryTuples: Returns 1 if the PGresult contains binary data".
    guard PQbinaryTuples(result.pointer) == 1 else {
      PQputCopyEnd(connection.pointer, "not binary")
      cancelStatement()
      var bytes: UnsafeMutablePointer<CChar>?
      while PQgetCopyData(connection.pointer, &bytes, 0) > 0 { PQfreemem(bytes) }
      _ = try? finishCopy(on: connection)
      throw DatabaseError.misuse("COPY needs (FORMAT binary)")
    }
  }

  private func finishCopy(on connection: Connection) throws -> Int {
    var count = 0
    var failure: (any Error)?
    while let pointer = PQgetResult(connection.pointer) {
      let result = StatementResult(adopting: pointer)
      if result.failed {
        failure = failure ?? connection.error(result, isCancelled: isCancelled)
      } else {
        count = result.affectedRows
      }
    }
    if let failure { throw failure }
    return count
  }
}
