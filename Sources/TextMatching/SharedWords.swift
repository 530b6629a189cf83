extension TextCorpus {
  /// The telling words that two texts share, by stem, in the left text's spelling: the rarest
  /// first, at most `limit`. For explaining a similarity to a reader.
  ///
  /// - Parameter onlySubjects: only words that name a subject field (`SubjectVocabulary`), which say
  ///   what two texts could talk about and not only that they are alike.
  public func sharedWords(
    _ left: String, _ right: String, limit: Int, onlySubjects: Bool = false
  ) -> [String] {
    SharedWords.find(left, right, limit: limit, onlySubjects: onlySubjects) { key in
      feature(key).map { inverseFrequencies[$0] }
    }
  }
}

enum SharedWords {
  /// See `TextCorpus.sharedWords`.
  ///
  /// - Parameter inverseFrequency: of the feature with a key; nil where no text has it.
  static func find(
    _ left: String, _ right: String, limit: Int, onlySubjects: Bool = false,
    inverseFrequency: (UInt64) -> Float?
  ) -> [String] {
    guard var stemmer = Stemmer() else { return [] }
    var wanted: Set<UInt64> = []
    TellingWords.forEach(in: right) { _, folded in
      wanted.insert(stemmer.withStem(of: folded, Vocabulary.hash))
    }
    var found: [(word: String, rarity: Double)] = []
    TellingWords.forEach(in: left) { word, folded in
      // Once found, a stem is not wanted again.
      guard wanted.remove(stemmer.withStem(of: folded, Vocabulary.hash)) != nil else { return }
      if onlySubjects, SubjectVocabulary.german.fields(of: Array(folded)).isEmpty { return }
      let rarity = rarity(of: folded, inverseFrequency)
      // A word that a fifth of all texts have explains nothing.
      if rarity > logarithm(5) { found.append((String(decoding: word, as: UTF8.self), rarity)) }
    }
    return found.sorted { ($1.rarity, $0.word) < ($0.rarity, $1.word) }
      .prefix(limit).map { $0.word }
  }

  /// The mean inverse frequency of a folded word's character grams.
  private static func rarity(
    of folded: UnsafeBufferPointer<UInt8>, _ inverseFrequency: (UInt64) -> Float?
  ) -> Double {
    var (sum, number) = (0.0, 0)
    FeatureKey.forEachGram(of: folded) { key in
      guard let weight = inverseFrequency(key) else { return }
      sum += Double(weight)
      number += 1
    }
    return number == 0 ? 0 : sum / Double(number)
  }
}

/// The words of a text that may explain a likeness to a reader: of at least four letters, in one
/// piece, and no stop words.
private enum TellingWords {
  /// Calls `body` with each word as written and folded.
  static func forEach(
    in text: String,
    _ body: (_ word: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var text = text
    var scratch = TokenizerScratch()
    var folded: [UInt8] = []
    text.withUTF8 { bytes in
      forEachWord(in: bytes) { word in
        var tokens = 0
        folded.removeAll(keepingCapacity: true)
        Tokenizer.forEachToken(in: word, scratch: &scratch) { token in
          tokens += 1
          folded.append(contentsOf: token)
        }
        folded.withUnsafeBufferPointer { folded in
          if tokens == 1, folded.count >= 4, !StopWords.all.contains(folded) { body(word, folded) }
        }
      }
    }
  }

  /// Letters, their combining marks, and hyphens. By scalar: finding the bounds of characters
  /// would cost more than all the rest.
  private static func forEachWord(
    in text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var (start, index) = (0, 0)
    while index < text.count {
      let length = TextFolding.length(startingWith: text[index])
      if !isPartOfWord(text, at: index, length: length) {
        if index > start { body(UnsafeBufferPointer(rebasing: text[start..<index])) }
        start = index + length
      }
      index += length
    }
    if index > start { body(UnsafeBufferPointer(rebasing: text[start..<index])) }
  }

  private static func isPartOfWord(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int
  ) -> Bool {
    if length == 1 {
      return TextFolding.isASCIILetter(UInt32(text[index])) || text[index] == TextFolding.hyphen
    }
    let value = TextFolding.decode(text, at: index, length: length)
    if 0x300...0x36F ~= value { return true }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }
}
