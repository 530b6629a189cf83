import Glibc
import Synchronization

/// Work that is shared out among the processors.
///
/// On threads of its own: `DispatchQueue.concurrentPerform` would do what is shared out within
/// shared-out work one after the other, and the pairs of projects are compared like that.
public enum Concurrency {
  /// How many processors are at work now; at least 1.
  public static var processorCount: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

  /// The results of `body` for each number, in order, worked out at the same time; the first
  /// numbers are begun first.
  ///
  /// - Parameter workers: how many threads share the work, without any effect on the result.
  public static func map<Result: Sendable>(
    _ numbers: Range<Int>, workers: Int = processorCount, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    let results = Results<Result>(numbers.count)
    let next = NextNumber(in: numbers)
    withoutActuallyEscaping(body) { body in
      // Each thread takes one number after the other; where the system has no threads to give,
      // the calling one takes them all.
      let work: @Sendable () -> Void = {
        while let number = next.take() { results.set(number - numbers.lowerBound, body(number)) }
      }
      var threads: [WorkerThread] = []
      for _ in 0..<max(min(numbers.count, workers) - 1, 0) {
        guard let thread = WorkerThread(work) else { break }
        threads.append(thread)
      }
      work()
      for thread in threads { thread.join() }
    }
    return results.all
  }

  /// The numbers below `count` in as many portions as there are processors, one at least.
  ///
  /// - Parameter smallest: no portion is smaller, but for a single one.
  static func portions(of count: Int, atLeast smallest: Int) -> [Range<Int>] {
    let portions = max(min(processorCount, count / smallest), 1)
    return (0..<portions).map { (count * $0 / portions)..<(count * ($0 + 1) / portions) }
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

/// Deals out numbers, each once.
private final class NextNumber: Sendable {
  private let next: Atomic<Int>
  private let end: Int

  init(in numbers: Range<Int>) {
    next = Atomic(numbers.lowerBound)
    end = numbers.upperBound
  }

  func take() -> Int? {
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < end ? number : nil
  }
}

/// Collects results that come in any order.
private final class Results<Result: Sendable>: Sendable {
  private let results: Mutex<[Result?]>

  init(_ count: Int) { results = Mutex(Array(repeating: nil, count: count)) }

  func set(_ place: Int, _ result: Result) { results.withLock { $0[place] = result } }

  var all: [Result] { results.withLock { $0.compactMap { $0 } } }
}

/// A thread of the system that does one piece of work.
private struct WorkerThread {
  private let thread: pthread_t

  /// Nil where the system has no thread to give.
  init?(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(work))
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    guard result == 0 else {
      box.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits until the work is done.
  func join() { pthread_join(thread, nil) }

  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
