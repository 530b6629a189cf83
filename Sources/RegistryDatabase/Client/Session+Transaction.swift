internal import CPostgreSQL
import Portfolio

/// How much a transaction sees of others: https://www.postgresql.org/docs/current/transaction-iso.html.
public enum TransactionIsolation: String, Sendable, CaseIterable {
  case readCommitted = "READ COMMITTED"
  /// One unchanging view of the data for the whole transaction.
  case repeatableRead = "REPEATABLE READ"
  case serializable = "SERIALIZABLE"
}

/// The closure of a transaction failed, and so did rolling back, so both are told. Nothing was
/// stored all the same: PostgreSQL rolls back what is not committed.
public struct TransactionError: Error {
  /// What made the transaction fail.
  public let cause: any Error
  public let rollback: DatabaseError
}

extension Session {
  /// Runs the closure in a transaction: all of it is stored, or nothing where it throws.
  ///
  /// What the closure throws is passed on as it is. A `DatabaseError` of beginning or committing
  /// says so in `step`. Where the connection breaks while committing, nobody can know whether the
  /// change was stored, and the error says that.
  /// - Throws: what the closure throws, `DatabaseError`, or `TransactionError`.
  public func transaction<Value>(
    isolation: TransactionIsolation = .readCommitted, readOnly: Bool = false,
    _ body: () throws -> Value
  ) throws -> Value {
    guard try connection.transactionStatus == PQTRANS_IDLE else {
      throw DatabaseError.misuse("transactions cannot be nested; use a savepoint")
    }
    try step(.begin) {
      try execute("BEGIN ISOLATION LEVEL \(isolation.rawValue) \(readOnly ? "READ ONLY" : "")")
    }
    let value: Value
    do {
      value = try body()
      try checkCancellation()
    } catch {
      try rollBack("ROLLBACK", because: error)
      throw error
    }
    try commit()
    return value
  }

  /// Runs the closure so that its changes alone are undone where it throws, inside a transaction.
  public func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
    guard try connection.transactionStatus == PQTRANS_INTRANS else {
      throw DatabaseError.misuse("a savepoint needs a transaction in good state")
    }
    try execute("SAVEPOINT dach")
    let value: Value
    do {
      value = try body()
    } catch {
      try rollBack("ROLLBACK TO SAVEPOINT dach", because: error)
      try rollBack("RELEASE SAVEPOINT dach", because: error)
      throw error
    }
    try execute("RELEASE SAVEPOINT dach")
    return value
  }

  private func commit() throws {
    let connection = try connection
    // The server answers COMMIT of a failed transaction with ROLLBACK and no error.
    guard connection.transactionStatus == PQTRANS_INTRANS else {
      let wasEnded = connection.transactionStatus == PQTRANS_IDLE
      try rollBack("ROLLBACK", because: DatabaseError.misuse("transaction in bad state"))
      throw DatabaseError.misuse(
        wasEnded
          ? "the closure ended the transaction itself"
          : "a statement failed and the closure hid it; the transaction was rolled back")
    }
    try step(.commit) {
      // Without asking for cancellation, and without a time limit: from here on the change stands. A
      // server that is cancelled while it waits for a synchronous standby answers as if the
      // standby had the change (https://www.postgresql.org/docs/current/warm-standby.html#SYNCHRONOUS-REPLICATION).
      let sql = "SET LOCAL statement_timeout = 0; COMMIT"
      let result = try checked(PQexec(connection.pointer, sql), on: connection)
      guard result.commandTag == "COMMIT" else {
        throw DatabaseError.misuse("COMMIT was answered with \(result.commandTag)")
      }
    }
  }

  /// Not through `execute`, which refuses to work in a cancelled task.
  private func rollBack(_ sql: String, because cause: any Error) throws {
    let connection = try connection
    // A lost connection has rolled back already.
    guard !connection.isLost else { return }
    endCancelRequests()
    do {
      _ = try checked(PQexec(connection.pointer, sql), on: connection)
    } catch let rollback as DatabaseError {
      throw TransactionError(cause: cause, rollback: rollback)
    }
  }

  private func step(_ step: DatabaseError.Step, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch var error as DatabaseError {
      error.step = step
      if step == .commit, error.kind == .connectionLost {
        error = DatabaseError(
          kind: error.kind, sqlState: error.sqlState, text: DatabaseError.commitOutcomeUnknownText,
          details: error.details, step: step)
      }
      throw error
    }
  }
}
