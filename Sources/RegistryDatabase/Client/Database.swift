import Dispatch
import Portfolio

/// A connection to PostgreSQL, lent to one piece of work after another.
///
/// ```swift
/// let database = try await Database.connect(to: parameters)
/// let titles = try await database.run { session in
///   try session.rows("SELECT title FROM project WHERE department = $1", ["kultur"]) { row in
///     try row.decode(0, as: String.self)
///   }
/// }
/// ```
///
/// libpq blocks, so all of it happens on a queue of its own, never on Swift's cooperative pool.
/// Cancelling the task cancels the statement at the server.
public final class Database: Sendable {
  private let queue = DispatchQueue(label: "dach.database")
  /// `nonisolated(unsafe)` because it is touched on `queue` alone, save for the deallocation, when
  /// nobody else holds it.
  nonisolated(unsafe) private let session: Session

  private init(session: Session) { self.session = session }

  /// Opens a connection.
  /// - Parameters:
  ///   - timeout: How long each host may take to answer.
  ///   - onNotice: Receives the server's remarks, on the connection's queue.
  /// - Throws: `DatabaseError`
  public static func connect(
    to parameters: ConnectionParameters, timeout: Duration = .seconds(10),
    onNotice: (@Sendable (Notice) -> Void)? = nil
  ) async throws -> Database {
    let database = Database(
      session: Session(parameters: parameters, timeout: timeout, onNotice: onNotice))
    database.session.bind(to: database.queue)
    try await database.run { _ in }
    return database
  }

  /// Runs the closure with the connection, after all work that was asked for before.
  ///
  /// A connection that was lost meanwhile is opened anew, never within the closure. A transaction
  /// that the closure leaves open is rolled back and reported as an error.
  /// - Throws: what the closure throws, or `DatabaseError`.
  @discardableResult
  public func run<Value: Sendable>(
    _ body: @escaping @Sendable (Session) throws -> Value
  ) async throws -> Value {
    let operation = Operation()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        queue.async {
          let result = Result { try self.session.perform(operation, body) }
          continuation.resume(with: result)
        }
      }
    } onCancel: {
      operation.cancel()
    }
  }

  /// Ends the connection after the work already asked for. Later work opens it anew.
  public func close() async {
    await withCheckedContinuation { continuation in
      queue.async {
        self.session.close()
        continuation.resume()
      }
    }
  }
}
