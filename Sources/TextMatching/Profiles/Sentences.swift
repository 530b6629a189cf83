/// Cuts a text into sentences, as `ProfileExplanation` numbers them.
public enum Sentences {
  /// Those of a text with their numbers; empty ones are left out.
  public static func of(_ text: String) -> [(number: Int, text: String)] {
    var sentences: [(number: Int, text: String)] = []
    var (number, current) = (0, [Substring]())
    for chunk in text.split(whereSeparator: \.isWhitespace) {
      current.append(chunk)
      let ends = chunk.split(separator: "/", omittingEmptySubsequences: false).filter(isLast).count
      if ends > 0 {
        sentences.append((number, current.joined(separator: " ")))
        current = []
        number += ends
      }
    }
    if !current.isEmpty { sentences.append((number, current.joined(separator: " "))) }
    return sentences
  }

  /// Whether a sentence ends with this word.
  static func isLast(_ word: Substring) -> Bool {
    guard let last = word.last else { return false }
    if "!?".contains(last) { return true }
    // An abbreviation (`z.`, `ca.`, `bzw.`) or a date (`3.`) ends none; by its length, as the last
    // words of sentences are rarely short.
    return last == "." && word.dropLast().count > 3 && !word.dropLast().contains(".")
  }
}
