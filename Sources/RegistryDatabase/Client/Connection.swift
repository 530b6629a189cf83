internal import CPostgreSQL
import Portfolio

/// Owns one `PGconn` and ends it.
final class Connection {
  let pointer: OpaquePointer
  let cancelHandle: CancelHandle?
  private let parameters: ConnectionParameters
  private let notices: NoticeReceiver

  /// - Throws: `DatabaseError`
  init(_ attempt: ConnectionAttempt, notices: NoticeReceiver) throws {
    pointer = try attempt.open()
    parameters = attempt.parameters
    self.notices = notices
    cancelHandle = CancelHandle(pointer)
    notices.attach(to: pointer)
  }

  deinit { PQfinish(pointer) }

  var isLost: Bool { PQstatus(pointer) == CONNECTION_BAD }

  var transactionStatus: PGTransactionStatusType { PQtransactionStatus(pointer) }

  /// The server in use, e.g. the one of several hosts that answered.
  var address: ServerAddress {
    func text(_ value: UnsafeMutablePointer<CChar>?) -> String {
      value.map { String(cString: $0) } ?? ""
    }
    return ServerAddress(
      hosts: [text(PQhost(pointer))], ports: [text(PQport(pointer))], user: text(PQuser(pointer)),
      database: text(PQdb(pointer)))
  }

  /// Takes over what libpq returned; nil stands for a failure that only the connection knows.
  func adopt(_ result: OpaquePointer?) throws -> StatementResult {
    guard let result else { throw error() }
    return StatementResult(adopting: result)
  }

  /// The connection's own failure.
  func error() -> DatabaseError {
    let kind: DatabaseError.Kind = isLost ? .connectionLost : .internal
    return DatabaseError(
      kind: kind, text: DatabaseError.text(for: kind, server: address),
      details: parameters.redacting(String(cString: PQerrorMessage(pointer))))
  }

  /// What a failed result says.
  func error(_ result: borrowing StatementResult, isCancelled: Bool) -> DatabaseError {
    let state = result.field(.sqlState)
    var kind = state.map(DatabaseError.Kind.init(sqlState:)) ?? .internal
    if isLost { kind = .connectionLost }
    if isCancelled, state == "57014" { kind = .cancelled }
    if case .constraint = kind { kind = .constraint(result.field(.constraint)) }
    var details = result.field(.message) ?? String(cString: PQresultErrorMessage(result.pointer))
    let extras: [(String, DiagnosticField)] = [
      ("detail", .detail), ("hint", .hint), ("column", .column), ("position", .position),
      ("context", .context),
    ]
    for (name, code) in extras {
      if let value = result.field(code) { details += "; \(name): \(value)" }
    }
    return DatabaseError(
      kind: kind, sqlState: state, text: DatabaseError.text(for: kind, server: address),
      details: parameters.redacting(details))
  }
}
