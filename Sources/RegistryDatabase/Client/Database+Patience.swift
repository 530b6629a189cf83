extension Database {
  /// Runs work that may be run twice: again where the connection was lost in the middle, as when
  /// the server is restarted or a standby takes over, until it answers or patience ends.
  ///
  /// Nothing is repeated whose outcome is unknown, which is where the connection was lost while a
  /// transaction was being committed, unless the work finds that out itself.
  /// - Parameters:
  ///   - patience: How long to wait for the server to come back.
  ///   - findsOutcome: Whether the work, run again, notices that it has been done already.
  /// - Throws: as `run`.
  @discardableResult
  public func runPatiently<Value: Sendable>(
    patience: Duration = .seconds(20), findsOutcome: Bool = false,
    _ body: @escaping @Sendable (Session) throws -> Value
  ) async throws -> Value {
    var deadline: ContinuousClock.Instant?
    while true {
      do {
        return try await run(body)
      } catch let error as DatabaseError where error.isPassing(isRetry: deadline != nil) {
        if error.step == .commit, !findsOutcome { throw error }
        let end = deadline ?? .now + patience
        deadline = end
        guard ContinuousClock.now < end else { throw error }
        DatabaseLog.tryingAgain(after: error)
        try await Task.sleep(for: .milliseconds(200))
      }
    }
  }
}

extension DatabaseError {
  /// Whether it may be over in a moment. That a server cannot be reached is so only where it was
  /// there before.
  fileprivate func isPassing(isRetry: Bool) -> Bool {
    switch kind {
    case .connectionLost: true
    case .unreachable, .readOnly: isRetry
    default: false
    }
  }
}
