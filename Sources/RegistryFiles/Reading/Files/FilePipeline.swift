/// Reads files on several threads, and hands their records on in order.
///
/// Threads take files in order, so the one whose turn it is to be handed on is always being read;
/// the others wait when they are too far ahead, so that memory stays bounded.
struct FilePipeline {
  let files: [RegistryFile]
  let limits: ReadingLimits
  let threads: Int

  /// Records that may lie ready ahead of their turn.
  private static let recordsAhead = 4096
  /// Small files are taken together, up to this many bytes.
  private static let jobBytes = 256 << 10

  /// What the threads share.
  private struct State {
    /// The next job nobody has taken.
    var next = 0
    /// The job whose turn it is.
    var head = 0
    /// What lies ready, by job.
    var ready: [Int: [ReadBatch]] = [:]
    var finished: Set<Int> = []
    var recordsReady = 0
    var isCancelled = false
  }

  private enum Delivery {
    case batches([ReadBatch])
    case jobIsDone
  }

  /// Reads everything; `consume` is called on this thread, in the order of the files.
  ///
  /// - Throws: What `consume` throws; the threads have then ended.
  func run<Failure: Error>(_ consume: (ReadBatch) throws(Failure) -> Void) throws(Failure) {
    let jobs = jobs()
    guard threads > 1, jobs.count > 1 else { return try runAlone(consume) }
    let state = Monitor(State())
    let (files, limits) = (files, limits)
    let workers = WorkerThreads(min(threads, jobs.count)) {
      Self.work(on: jobs, files, limits, state)
    }
    guard workers.count > 0 else { return try runAlone(consume) }
    do throws(Failure) {
      for job in jobs.indices { try Self.drain(job, state, consume) }
    } catch {
      state.change { $0.isCancelled = true }
      workers.join()
      throw error
    }
    workers.join()
  }

  /// Reads file after file on this thread.
  private func runAlone<Failure: Error>(
    _ consume: (ReadBatch) throws(Failure) -> Void
  ) throws(Failure) {
    let reading = FileReading(limits: limits)
    var failure: Failure?
    for file in files {
      reading.read(file) { batch in
        do throws(Failure) {
          try consume(batch)
          return true
        } catch {
          failure = error
          return false
        }
      }
      if let failure { throw failure }
    }
  }

  /// Divides the files into ranges that are worth handing over.
  private func jobs() -> [Range<Int>] {
    var jobs: [Range<Int>] = []
    var (start, bytes) = (0, 0)
    for (index, file) in files.enumerated() {
      bytes += file.size
      let isWorthIt = bytes >= Self.jobBytes || index - start >= 63
      if isWorthIt || index == files.count - 1 {
        jobs.append(start..<index + 1)
        (start, bytes) = (index + 1, 0)
      }
    }
    return jobs
  }

  /// What each thread does: takes job after job until none is left.
  private static func work(
    on jobs: [Range<Int>], _ files: [RegistryFile], _ limits: ReadingLimits,
    _ state: Monitor<State>
  ) {
    let reading = FileReading(limits: limits)
    while true {
      let job = state.change { state in
        defer { state.next += 1 }
        return state.isCancelled ? jobs.count : state.next
      }
      guard job < jobs.count else { return }
      var (batches, records) = ([ReadBatch](), 0)
      var goesOn = true
      for file in jobs[job] where goesOn {
        reading.read(files[file]) { batch in
          records += batch.records.count
          batches.append(batch)
          // Files of a job with one file come batch by batch, so that even the largest streams.
          if !batch.isLast {
            goesOn = offer(batches, records, of: job, state)
            (batches, records) = ([], 0)
          }
          return goesOn
        }
      }
      guard goesOn, offer(batches, records, of: job, state) else { return }
      state.change { _ = $0.finished.insert(job) }
    }
  }

  /// Lays `batches` ready as soon as there is room; false where nobody wants them any more.
  private static func offer(
    _ batches: [ReadBatch], _ records: Int, of job: Int, _ state: Monitor<State>
  ) -> Bool {
    state.wait { state in
      if state.isCancelled { return false }
      let isTooFar = state.recordsReady + records > recordsAhead
      // The job whose turn it is may always lay down something for the reader to take.
      let isWanted = job == state.head && state.ready[job] == nil
      guard !isTooFar || isWanted else { return nil }
      state.ready[job, default: []] += batches
      state.recordsReady += records
      return true
    }
  }

  /// Hands on what is ready of `job`, as it comes, until it is done.
  private static func drain<Failure: Error>(
    _ job: Int, _ state: Monitor<State>, _ consume: (ReadBatch) throws(Failure) -> Void
  ) throws(Failure) {
    while true {
      let delivery: Delivery = state.wait { state in
        if let batches = state.ready.removeValue(forKey: job) {
          state.recordsReady -= batches.reduce(0) { $0 + $1.records.count }
          return .batches(batches)
        }
        guard state.finished.remove(job) != nil else { return nil }
        state.head = job + 1
        return .jobIsDone
      }
      switch delivery {
      case .jobIsDone: return
      case .batches(let batches): for batch in batches { try consume(batch) }
      }
    }
  }
}
