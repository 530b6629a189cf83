import Glibc
import Portfolio

/// Asks before something grave is done.
enum Confirmation {
  /// Whether somebody sits at the terminal and can be asked.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Yes only for an explicit yes.
  static func ask(_ question: BilingualText, in language: Language) -> Bool {
    let choice = BilingualText(de: "[j/N]", en: "[y/N]")
    StandardError.write("\(question[language]) \(choice[language]) ")
    let answer = readLine()?.lowercased().filter { !$0.isWhitespace } ?? ""
    return ["j", "ja", "y", "yes"].contains(answer)
  }
}
