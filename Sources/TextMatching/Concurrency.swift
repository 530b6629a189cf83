import Dispatch
import Glibc
import Synchronization

/// Work that is shared out among the processors.
public enum Concurrency {
  /// How many processors are at work now; at least 1.
  public static var processorCount: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

  /// The results of `body` for each number, in order, worked out at the same time.
  public static func map<Result: Sendable>(
    _ numbers: Range<Int>, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    guard numbers.count > 1 else { return numbers.map(body) }
    let results = Mutex<[(number: Int, result: Result)]>([])
    DispatchQueue.concurrentPerform(iterations: numbers.count) { offset in
      let number = numbers.lowerBound + offset
      let result = body(number)
      results.withLock { $0.append((number, result)) }
    }
    return results.withLock { $0.sorted { $0.number < $1.number }.map(\.result) }
  }

  /// Both results, worked out at the same time.
  public static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let results = map(0..<2) { number -> (first: First?, second: Second?) in
      number == 0 ? (first(), nil) : (nil, second())
    }
    guard let one = results[0].first, let other = results[1].second else {
      preconditionFailure("each number gives its own result")
    }
    return (one, other)
  }
}
