public import Portfolio

/// An answer that cannot be, with what is expected instead.
public struct RefusedAnswer: Error, Sendable, Hashable {
  public let text: BilingualText
  /// Where what was typed is part of several names: these, to choose from.
  public let choices: [Choice]

  public init(de german: String, en english: String, choices: [Choice] = []) {
    text = BilingualText(de: german, en: english)
    self.choices = choices
  }
}
