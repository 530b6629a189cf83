internal import CPostgreSQL
import Dispatch
import Portfolio

/// The connection as seen by the closure it is lent to: synchronous, and of no use outside it.
public final class Session {
  private let parameters: ConnectionParameters
  private let timeout: Duration
  private let notices: NoticeReceiver
  private var queue: DispatchQueue?
  private var opened: Connection?
  private var operation: Operation?
  /// While rows are on their way from or to the server, no other statement can run.
  private var isStreaming = false
  /// Applied again when a lost connection is opened anew.
  private var statementTimeout: Duration?

  init(
    parameters: ConnectionParameters, timeout: Duration, onNotice: (@Sendable (Notice) -> Void)?
  ) {
    self.parameters = parameters
    self.timeout = timeout
    notices = NoticeReceiver(onNotice)
  }

  /// E.g. 150020 for PostgreSQL 15.20.
  public var serverVersion: Int {
    get throws { Int(PQserverVersion(try connection.pointer)) }
  }

  /// Ends statements that take longer, with an error of kind `statementTimeout`; nil for no limit.
  public func setStatementTimeout(_ limit: Duration?) throws {
    let milliseconds = limit.map { $0 / .milliseconds(1) } ?? 0
    try execute(
      "SELECT set_config('statement_timeout', $1, false)",
      [.text(String(Int(max(limit == nil ? 0 : 1, milliseconds))))])
    statementTimeout = limit
  }
}

// MARK: - Life

extension Session {
  func bind(to queue: DispatchQueue) { self.queue = queue }

  /// Runs one closure from beginning to end.
  func perform<Value>(_ operation: Operation, _ body: (Session) throws -> Value) throws -> Value {
    if operation.isCancelled { throw DatabaseError.cancelled }
    self.operation = operation
    defer { self.operation = nil }
    try openIfNeeded(operation)
    operation.begin(opened?.cancelHandle)
    defer { operation.end() }
    let value: Value
    do {
      value = try body(self)
    } catch {
      // The closure's error says more than a failed rollback of what PostgreSQL drops anyway.
      _ = try? rollbackLeftovers()
      throw error
    }
    guard try !rollbackLeftovers() else {
      throw DatabaseError.misuse("a transaction was left open; it was rolled back")
    }
    return value
  }

  func close() { opened = nil }

  private func openIfNeeded(_ operation: Operation) throws {
    if let opened, !opened.isLost { return }
    opened = nil
    let attempt = ConnectionAttempt(
      parameters: parameters, timeout: timeout, isCancelled: { operation.isCancelled })
    opened = try Connection(attempt, notices: notices)
    if let statementTimeout { try setStatementTimeout(statementTimeout) }
  }

  /// Ends a transaction that nobody ended; true where there was one.
  private func rollbackLeftovers() throws -> Bool {
    guard let opened, !opened.isLost, opened.transactionStatus != PQTRANS_IDLE else { return false }
    _ = try opened.adopt(PQexec(opened.pointer, "ROLLBACK"))
    return true
  }
}

// MARK: - What the statements build on

extension Session {
  /// The open connection.
  var connection: Connection {
    get throws {
      if let queue { dispatchPrecondition(condition: .onQueue(queue)) }
      guard let opened, operation != nil else {
        throw DatabaseError.misuse("a session was used outside the closure it was lent to")
      }
      return opened
    }
  }

  /// The connection, ready for a statement.
  func ready(for sql: String) throws -> Connection {
    let connection = try connection
    guard !isStreaming else {
      throw DatabaseError.misuse("a statement was run while rows were being copied or streamed")
    }
    // libpq takes C strings, and would run what stands before the zero.
    guard !sql.utf8.contains(0) else { throw DatabaseError.zeroCharacter }
    try checkCancellation()
    return connection
  }

  var isCancelled: Bool { operation?.isCancelled ?? false }

  func checkCancellation() throws {
    if isCancelled { throw DatabaseError.cancelled }
  }

  func cancelStatement() {
    opened?.cancelHandle?.request()
  }

  /// Marks the connection as busy with a stream.
  func streaming<Value>(_ body: () throws -> Value) rethrows -> Value {
    isStreaming = true
    defer { isStreaming = false }
    return try body()
  }

  /// Passes a good result on and throws what a failed one says.
  func checked(
    _ pointer: OpaquePointer?, on connection: Connection
  ) throws -> StatementResult {
    let result = try connection.adopt(pointer)
    if result.failed { throw connection.error(result, isCancelled: isCancelled) }
    return result
  }
}
