/// A fixed set of folded words, looked up by their bytes.
struct WordSet: Sendable {
  private var words = Vocabulary()

  /// - Parameter text: the words with blanks or line breaks between them.
  init(_ text: String) {
    let separators = [TextFolding.space, UInt8(ascii: "\n")]
    for word in Array(text.utf8).split(whereSeparator: separators.contains) {
      word.withUnsafeBufferPointer { _ = words.intern($0) }
    }
  }

  /// The names that consist of one word, folded; the words of longer ones say something by
  /// themselves.
  init(singleWords names: some Sequence<String>) {
    for name in names {
      let tokens = Tokenizer.tokens(in: name)
      guard tokens.count == 1, var word = tokens.first else { continue }
      word.withUTF8 { _ = words.intern($0) }
    }
  }

  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { words.number(of: word) != nil }
}
