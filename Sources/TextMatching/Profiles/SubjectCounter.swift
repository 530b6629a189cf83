/// Counts the subject fields that texts deal with; each distinct word is looked up once.
struct SubjectCounter {
  let vocabulary: SubjectVocabulary
  private var words = Vocabulary()
  private var fieldsOfWord: [[Int]] = []
  private var stemOfWord: [UInt64] = []
  private var scratch = TokenizerScratch()

  init(_ vocabulary: SubjectVocabulary = .german) { self.vocabulary = vocabulary }

  /// Adds the text's fields to `counts`, which has a place for each.
  mutating func count(_ part: WeightedText, into counts: inout [Float]) {
    guard part.weight > 0, !part.text.isEmpty else { return }
    forEachField(in: part.text) { _, field in counts[field] += part.weight }
  }

  /// Calls `body` with the number of the word in the text, and a field that it brings.
  mutating func forEachField(in text: String, _ body: (_ word: Int, _ field: Int) -> Void) {
    var (position, last) = (0, UInt64?.none)
    // Taken out while it is used, as the words' tables are changed meanwhile.
    var scratch = TokenizerScratch()
    swap(&scratch, &self.scratch)
    Tokenizer.forEachToken(in: text, scratch: &scratch) { token in
      let word = number(of: token)
      for field in fieldsOfWord[word] { body(position, field) }
      if let last {
        for field in vocabulary.fields(ofPhrase: last, stemOfWord[word]) { body(position, field) }
      }
      last = stemOfWord[word]
      position += 1
    }
    self.scratch = scratch
  }

  private mutating func number(of token: UnsafeBufferPointer<UInt8>) -> Int {
    let (number, isNew) = words.intern(token)
    if isNew {
      let word = Array(token)
      fieldsOfWord.append(vocabulary.fields(of: word))
      stemOfWord.append(SubjectVocabulary.stemKey(of: word))
    }
    return number
  }
}
