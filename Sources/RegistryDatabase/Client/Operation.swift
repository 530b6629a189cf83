internal import CPostgreSQL
import Dispatch
import Synchronization

/// One `Database.run` and its cancellation, which may come from any thread at any time.
final class Operation: Sendable {
  private struct State {
    var isCancelled = false
    /// What to cancel while the server may be at work for this operation.
    var handle: CancelHandle?
  }

  private let state = Mutex(State())

  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  func begin(_ handle: CancelHandle?) {
    state.withLock { $0.handle = handle }
  }

  /// Returns only when no cancel request is under way any more, so that none can hit whatever the
  /// connection does next.
  func end() {
    state.withLock { $0.handle = nil }
  }

  func cancel() {
    let hasBegun = state.withLock { state in
      state.isCancelled = true
      return state.handle != nil
    }
    guard hasBegun else { return }
    // Off the caller's thread, as a cancel request makes a connection of its own and blocks.
    DispatchQueue.global().async { self.requestRepeatedly() }
  }

  /// A request that reaches the server between two statements is ignored there, so it is repeated
  /// until the operation has ended.
  private func requestRepeatedly() {
    let isDone = state.withLock { state in
      state.handle?.request()
      return state.handle == nil
    }
    if isDone { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(200)) {
      self.requestRepeatedly()
    }
  }
}

/// Owns what libpq needs to cancel a connection's statement from another thread.
///
/// `@unchecked Sendable` because "the PGcancel object is read-only as far as PQcancel is concerned,
/// so it can also be invoked from a thread that is separate from the one manipulating the PGconn
/// object".
final class CancelHandle: @unchecked Sendable {
  private let pointer: OpaquePointer

  init?(_ connection: OpaquePointer) {
    guard let pointer = PQgetCancel(connection) else { return nil }
    self.pointer = pointer
  }

  deinit { PQfreeCancel(pointer) }

  func request() {
    // A failure needs no report: the operation then ends by itself.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
      _ = PQcancel(pointer, message.baseAddress, Int32(message.count))
    }
  }
}
