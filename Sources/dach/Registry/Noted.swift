import Synchronization

/// A value that a closure leaves behind for whoever runs it elsewhere.
final class Noted<Value: Sendable>: Sendable {
  private let noted = Mutex<Value?>(nil)

  func note(_ value: Value) { noted.withLock { $0 = value } }

  var value: Value? { noted.withLock { $0 } }
}
