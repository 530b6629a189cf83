/// A line typed in a dialogue.
enum DialogueInput: Equatable {
  /// Nothing: what was answered before stays.
  case skip
  case explain
  case back
  /// Takes the answer away.
  case clear
  /// Everything that can be chosen.
  case listAll
  /// Stops for now; what was answered is kept.
  case pause
  case text(String)

  /// - Parameter line: nil where nobody will answer any more.
  init(_ line: String?) {
    guard let line else {
      self = .pause
      return
    }
    let blanks: (Character) -> Bool = { $0.isWhitespace || $0.isNewline }
    let start = line.drop(while: blanks)
    let text = String(start.prefix(start.count - start.reversed().prefix(while: blanks).count))
    self =
      switch text {
      case "": .skip
      case "?": .explain
      case "<": .back
      case "-": .clear
      case "*": .listAll
      case ".": .pause
      default: .text(text)
      }
  }
}
