/// How long the stages of a command took, for those who tune a large registry.
struct Stopwatch {
  private var laps: [(stage: String, duration: Duration)] = []
  private var last = ContinuousClock.now

  mutating func lap(_ stage: String) {
    let now = ContinuousClock.now
    laps.append((stage, last.duration(to: now)))
    last = now
  }

  /// One line a stage on standard error: `timing STAGE SECONDS`.
  func report() {
    for (stage, duration) in laps {
      let seconds = duration / .seconds(1)
      StandardError.write("timing \(stage) \(seconds)\n")
    }
  }
}
