/// Where a dialogue takes place: a terminal, or a script of answers.
public protocol DialogueConsole {
  func write(_ text: String)
  /// The next line, without its end; nil where nobody will answer any more.
  func readLine() -> String?
}
