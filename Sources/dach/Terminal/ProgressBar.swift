import Glibc
import Synchronization

/// A progress bar on standard error, drawn only where that is a terminal, at most ten times a
/// second, and wiped at the end so that only results stay on the screen.
struct ProgressBar {
  private let label: String
  private let isShown: Bool
  private var lastDrawn: UInt64 = 0

  init(_ label: String) {
    self.label = label
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// Shows `done` of `total`, or just the count where the total is not known yet.
  mutating func show(_ done: Int, of total: Int?) {
    guard isShown else { return }
    let now = Self.milliseconds()
    guard now >= lastDrawn + 100 else { return }
    lastDrawn = now
    var line = "\r\u{1B}[K\(label) \(done)"
    if let total, total > 0 {
      let filled = min(30, 30 * done / total)
      line += " / \(total) " + String(repeating: "█", count: filled)
      line += String(repeating: "░", count: 30 - filled)
    }
    Self.write(line)
  }

  func finish() {
    if isShown, lastDrawn > 0 { Self.write("\r\u{1B}[K") }
  }

  private static func write(_ text: String) {
    StandardError.write(text)
  }

  /// Monotonic, so that a change of the clock cannot freeze the bar.
  private static func milliseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
  }
}

/// A progress bar in per cent that several threads may move.
final class SharedProgressBar: Sendable {
  private let bar: Mutex<ProgressBar>

  init(_ label: String) { bar = Mutex(ProgressBar(label + " (%)")) }

  func show(_ share: Double) { bar.withLock { $0.show(Int(share * 100), of: 100) } }

  func finish() { bar.withLock { $0.finish() } }
}
