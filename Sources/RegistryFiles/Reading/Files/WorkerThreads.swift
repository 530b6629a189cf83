import Glibc

/// Threads of our own. Reading files blocks, and must not hold up the few threads that Swift
/// concurrency or Dispatch share out.
struct WorkerThreads: ~Copyable {
  private var threads: [pthread_t] = []

  /// Starts `count` threads that each do `work` once; fewer where the system has no more.
  init(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    for _ in 0..<count {
      let box = Unmanaged.passRetained(Work(work))
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil,
        { context in
          if let context {
            Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
          }
          return nil
        }, box.toOpaque())
      guard result == 0 else {
        box.release()
        return
      }
      threads.append(thread)
    }
  }

  var count: Int { threads.count }

  /// Waits until all are done.
  consuming func join() {
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }
}
