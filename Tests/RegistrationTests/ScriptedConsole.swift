import Registration

/// A console at which the answers are known beforehand.
final class ScriptedConsole: DialogueConsole {
  private var lines: [String]
  private(set) var transcript = ""

  init(_ lines: [String]) { self.lines = lines }

  func write(_ text: String) { transcript += text }

  func readLine() -> String? {
    guard !lines.isEmpty else { return nil }
    let line = lines.removeFirst()
    transcript += line + "\n"
    return line
  }

  /// Answers nobody has asked for.
  var isExhausted: Bool { lines.isEmpty }
}
