/// What is left of a title when all is taken away in which confusable titles differ: case,
/// umlauts, punctuation, function words, and words that nearly every digital project's title has.
public struct TitleKey: Sendable, Hashable {
  /// The telling words in order, without numbers.
  public let words: String
  /// Numbers and ordinals, by which the parts of a series differ.
  public let numbers: [String]

  public init(_ title: String) {
    let tokens = Tokenizer.tokens(in: title)
    numbers = tokens.filter(Self.isNumber)
    let rest = tokens.filter { !Self.isNumber($0) }
    let telling = rest.filter { !StopWords.all.contains($0) && !Self.generic.contains($0) }
    words = (telling.isEmpty ? rest : telling).joined(separator: " ")
  }

  /// Whether both name the same thing, apart from a number: a year, a round, a phase.
  public func isSeries(with other: TitleKey) -> Bool {
    words == other.words && numbers != other.numbers
  }

  private static func isNumber(_ token: String) -> Bool {
    token.utf8.contains(where: TextFolding.isDigit) || ordinals.contains(token)
  }

  private static let ordinals: Set<String> = Set(
    ["erst", "zweit", "dritt", "viert", "fuenft"].flatMap { stem in
      ["e", "er", "es", "en", "em"].map { stem + $0 }
    } + ["i", "ii", "iii", "iv", "v"])

  private static let generic: Set<String> = [
    "amt", "angebot", "anwendung", "app", "dienst", "initiative", "konzept", "loesung", "pilot",
    "pilotprojekt", "plattform", "portal", "programm", "service", "software", "system", "tool",
    "webseite", "website", "staedte", "staedtische", "smart", "smarte", "smarter", "smartes",
  ]
}
