/// Texts of two parts, title and rest, as the numbers of their words.
///
/// A million texts take a few hundred megabytes like this; rows of all their runs of characters
/// would take several gigabytes.
struct TokenizedTexts: Sendable {
  private(set) var vocabulary = Vocabulary()
  /// The words of all texts, one text after the other.
  private(set) var tokens: [UInt32] = []
  /// Where each text's title starts and where its rest does; one more at the end.
  private var bounds: [UInt32] = [0]

  /// Fewer texts than this are not worth a thread of their own.
  private static let smallestPortion = 256

  /// The number of texts.
  var count: Int { bounds.count / 2 }

  /// - Parameter text: the title and what follows it, by number; asked on several threads.
  init(_ count: Int, _ text: @Sendable (Int) -> (title: String, rest: String)) {
    let portions = Concurrency.portions(of: count, atLeast: Self.smallestPortion)
    let read = Concurrency.map(portions.indices) { portion in
      var texts = TokenizedTexts()
      var scratch = TokenizerScratch()
      for number in portions[portion] {
        let (title, rest) = text(number)
        texts.append(title, &scratch)
        texts.append(rest, &scratch)
      }
      return texts
    }
    self = read[0]
    for portion in read.dropFirst() { append(portion) }
  }

  private init() {}

  /// The places in `tokens` of a text's title.
  func title(_ text: Int) -> Range<Int> { Int(bounds[2 * text])..<Int(bounds[2 * text + 1]) }

  /// The places in `tokens` of a text's title and rest.
  func whole(_ text: Int) -> Range<Int> { Int(bounds[2 * text])..<Int(bounds[2 * text + 2]) }

  private mutating func append(_ part: String, _ scratch: inout TokenizerScratch) {
    Tokenizer.forEachToken(in: part, scratch: &scratch) {
      tokens.append(UInt32(vocabulary.intern($0).number))
    }
    bounds.append(UInt32(tokens.count))
  }

  /// Appends texts that were read by themselves.
  private mutating func append(_ other: TokenizedTexts) {
    let numbers = (0..<other.vocabulary.count).map { token in
      UInt32(other.vocabulary.withBytes(of: token) { vocabulary.intern($0).number })
    }
    let shift = UInt32(tokens.count)
    tokens.append(contentsOf: other.tokens.lazy.map { numbers[Int($0)] })
    bounds.append(contentsOf: other.bounds.dropFirst().lazy.map { $0 + shift })
  }
}
