extension TextCorpus {
  /// The telling words that two texts share, by stem, in the left text's spelling: the rarest
  /// first, at most `limit`. For explaining a similarity to a reader.
  public func sharedWords(_ left: String, _ right: String, limit: Int) -> [String] {
    guard var stemmer = Stemmer() else { return [] }
    let wanted = Set(Self.words(of: right).map { stemmer.stem($0.folded) })
    var found: [(word: Substring, rarity: Double)] = []
    var seen: Set<String> = []
    for (word, folded) in Self.words(of: left) {
      let stem = stemmer.stem(folded)
      guard wanted.contains(stem), seen.insert(stem).inserted else { continue }
      let rarity = rarity(ofWord: folded)
      // A word that a fifth of all texts have explains nothing.
      if rarity > logarithm(5) { found.append((word, rarity)) }
    }
    return found.sorted { ($1.rarity, $0.word) < ($0.rarity, $1.word) }
      .prefix(limit).map { String($0.word) }
  }

  /// Words of at least four letters that are no stop words, as written and folded.
  private static func words(of text: String) -> [(word: Substring, folded: String)] {
    text.unicodeScalars.split { !isPartOfWord($0) }.compactMap { word in
      let tokens = Tokenizer.tokens(in: String(word))
      guard tokens.count == 1, let folded = tokens.first, folded.utf8.count >= 4,
        !StopWords.all.contains(folded)
      else { return nil }
      return (Substring(word), folded)
    }
  }

  /// Letters, their combining marks, and hyphens. By scalar: finding the bounds of characters
  /// would cost more than all the rest.
  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80: TextFolding.isASCIILetter(scalar.value) || scalar == "-"
    case 0x300...0x36F: true
    default: scalar.properties.isAlphabetic
    }
  }

  /// The mean inverse frequency of the word's character grams.
  private func rarity(ofWord folded: String) -> Double {
    var (sum, number) = (0.0, 0)
    Array(folded.utf8).withUnsafeBufferPointer { bytes in
      FeatureKey.forEachGram(of: bytes) { key in
        guard let feature = features[key] else { return }
        sum += Double(inverseFrequencies[Int(feature)])
        number += 1
      }
    }
    return number == 0 ? 0 : sum / Double(number)
  }
}
