import Registration

/// The terminal in front of which somebody sits: questions go to standard error, so that results
/// alone go to standard output.
struct TerminalConsole: DialogueConsole {
  func write(_ text: String) { StandardError.write(text) }

  func readLine() -> String? { Swift.readLine() }
}
