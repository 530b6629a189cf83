/// What is left of a title when all is taken away in which confusable titles differ: case,
/// umlauts, punctuation, function words, and words that nearly every digital project's title has.
public struct TitleKey: Sendable, Hashable {
  /// The telling words in order, without numbers.
  public let words: String
  /// Numbers and ordinals, by which the parts of a series differ.
  public let numbers: [String]

  public init(_ title: String) {
    var (telling, rest, numbers) = ([UInt8](), [UInt8](), [String]())
    var scratch = TokenizerScratch()
    Tokenizer.forEachToken(in: title, scratch: &scratch) { token in
      if Self.isNumber(token) {
        numbers.append(String(decoding: token, as: UTF8.self))
        return
      }
      Self.append(token, to: &rest)
      if !StopWords.all.contains(token), !Self.generic.contains(token) {
        Self.append(token, to: &telling)
      }
    }
    words = String(decoding: telling.isEmpty ? rest : telling, as: UTF8.self)
    self.numbers = numbers
  }

  private static func append(_ token: UnsafeBufferPointer<UInt8>, to words: inout [UInt8]) {
    if !words.isEmpty { words.append(TextFolding.space) }
    words.append(contentsOf: token)
  }

  /// Whether both name the same thing, apart from a number: a year, a round, a phase.
  public func isSeries(with other: TitleKey) -> Bool {
    words == other.words && numbers != other.numbers
  }

  private static func isNumber(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
    token.contains(where: TextFolding.isDigit) || ordinals.contains(token)
  }

  private static let ordinals = WordSet(
    ["erst", "zweit", "dritt", "viert", "fuenft"].flatMap { stem in
      ["e", "er", "es", "en", "em"].map { stem + $0 }
    }.joined(separator: " ") + " i ii iii iv v")

  private static let generic = WordSet(
    """
    amt angebot anwendung app dienst initiative konzept loesung pilot pilotprojekt plattform portal
    programm service software system tool webseite website staedte staedtische smart smarte smarter
    smartes
    """)
}
