/// A searchable word of a text.
public struct IndexedWord: Sendable, Hashable {
  /// The form in which inflections of one word agree.
  public var stem: String
  /// Counted from 1; words that cannot be searched for count as well.
  public var position: Int

  public init(stem: String, position: Int) {
    self.stem = stem
    self.position = position
  }
}

/// The searchable words of a text by stem, for words and phrases alike.
struct IndexedText {
  private var positions: [String: [Int]] = [:]
  /// The greatest position.
  private(set) var end = 0

  init(_ words: [IndexedWord]) { append(words) }

  /// Adds words behind those that are there, as PostgreSQL's `||` of two `tsvector`s does.
  mutating func append(_ words: [IndexedWord]) {
    let offset = end
    for word in words {
      positions[word.stem, default: []].append(word.position + offset)
      end = max(end, word.position + offset)
    }
  }

  /// Whether the words occur with the same distances between them.
  func contains(_ phrase: [IndexedWord]) -> Bool {
    guard let first = phrase.first, let starts = positions[first.stem] else { return false }
    return starts.contains { start in
      phrase.dropFirst().allSatisfy { word in
        positions[word.stem]?.contains(start + word.position - first.position) ?? false
      }
    }
  }

  /// Whether a word's stem begins so.
  func containsWord(beginning prefix: String) -> Bool {
    positions.keys.contains { $0.utf8.starts(with: prefix.utf8) }
  }
}

extension QueryText {
  /// The spellings to look for. Clerks and old systems write umlauts out, the index has no dots at
  /// all: `Buergeramt` is looked for as `Burgeramt` as well.
  public var spellings: [String] {
    let letters = Array(text.unicodeScalars)
    var plain = String.UnicodeScalarView()
    for (index, letter) in letters.enumerated() {
      let isWrittenOut =
        letter == "e" && index > 0 && "aouAOU".unicodeScalars.contains(letters[index - 1])
        && (index < 2 || !"aeiouyqAEIOUYQ".unicodeScalars.contains(letters[index - 2]))
      if !isWrittenOut { plain.append(letter) }
    }
    let other = String(plain)
    return other == text ? [text] : [text, other]
  }
}
