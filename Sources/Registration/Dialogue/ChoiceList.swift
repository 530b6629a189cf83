internal import Reports

/// Choices shown with numbers, and what a number or a name then stands for.
struct ChoiceList {
  let choices: [Choice]
  /// Ids of those that the description speaks for.
  let suggested: Set<String>

  /// Longer lists are shown on demand.
  static let longestShown = 12

  var isShort: Bool { choices.count <= Self.longestShown }

  func lines(_ style: TerminalStyle) -> [String] {
    choices.enumerated().map { index, choice in
      let number = String(index + 1)
      let blanks = String(repeating: " ", count: max(0, 6 - number.count))
      let mark = suggested.contains(choice.id) ? "  ★" : ""
      return blanks + number + "  " + choice.name + mark
    }
  }

  /// The text with the numbers of choices replaced by their ids.
  func replacingNumbers(in text: String, areSeveral: Bool) -> String {
    guard areSeveral else { return id(of: text) ?? text }
    return text.split(separator: ",").map { part in
      id(of: part.filter { !$0.isWhitespace }) ?? String(part)
    }.joined(separator: ",")
  }

  private func id(of text: String) -> String? {
    guard let number = Int(text), choices.indices.contains(number - 1) else { return nil }
    return choices[number - 1].id
  }
}
