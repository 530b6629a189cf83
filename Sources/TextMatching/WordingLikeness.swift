/// How much of one text's wording another one keeps, for telling a rewritten text from a corrected
/// one.
///
/// Compared are the telling words, each counted by its letters, regardless of their order: the
/// coefficient of L. R. Dice, "Measures of the amount of ecologic association between species"
/// (Ecology 26, 1945). A word with a typing error or another ending counts as the same. Line
/// breaks, case, punctuation and hyphenation make no difference.
public enum WordingLikeness {
  /// 1 where both say the same, 0 where they share no telling word.
  public static func between(_ one: String, _ other: String) -> Double {
    if one == other { return 1 }
    var (left, right) = (words(of: one), words(of: other))
    let total = letters(left) + letters(right)
    guard total > 0 else { return 1 }
    // Equal words first, so that none of them is used up by a word that is merely alike.
    let kept = takeCounterparts(&left, &right, ==) + takeCounterparts(&left, &right, isSpeltAlike)
    return Double(kept) / Double(total)
  }

  /// Takes the words away that have a counterpart in the other list, one each.
  ///
  /// - Returns: how many letters they have on both sides.
  private static func takeCounterparts(
    _ left: inout [[UInt8]], _ right: inout [[UInt8]],
    _ areCounterparts: ([UInt8], [UInt8]) -> Bool
  ) -> Int {
    var taken = 0
    left.removeAll { word in
      guard let place = right.firstIndex(where: { areCounterparts(word, $0) }) else {
        return false
      }
      taken += word.count + right.remove(at: place).count
      return true
    }
    return taken
  }

  private static func letters(_ words: [[UInt8]]) -> Int { words.reduce(0) { $0 + $1.count } }

  /// The telling words, folded; all words where none is telling.
  private static func words(of text: String) -> [[UInt8]] {
    var (telling, all) = ([[UInt8]](), [[UInt8]]())
    var scratch = TokenizerScratch()
    Tokenizer.forEachToken(in: text, scratch: &scratch) { token in
      all.append(Array(token))
      if !StopWords.all.contains(token) { telling.append(Array(token)) }
    }
    return telling.isEmpty ? all : telling
  }

  /// One edit in a word of four letters, two in one of eight. Numbers have to be the same.
  private static func isSpeltAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let length = min(one.count, other.count)
    guard length >= 4, !(one + other).contains(where: TextFolding.isDigit) else { return false }
    return isWithin(length >= 8 ? 2 : 1, one[...], other[...])
  }

  /// Whether so many letters inserted, left out, replaced or swapped with their neighbour turn one
  /// word into the other.
  private static func isWithin(
    _ edits: Int, _ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>
  ) -> Bool {
    guard abs(one.count - other.count) <= edits else { return false }
    var (one, other) = (one, other)
    while let first = one.first, first == other.first {
      one = one.dropFirst()
      other = other.dropFirst()
    }
    if one.isEmpty && other.isEmpty { return true }
    guard edits > 0 else { return false }
    return isWithin(edits - 1, one.dropFirst(), other.dropFirst())
      || isWithin(edits - 1, one.dropFirst(), other)
      || isWithin(edits - 1, one, other.dropFirst())
      || one.count > 1 && other.count > 1 && one.prefix(2).elementsEqual(other.prefix(2).reversed())
        && isWithin(edits - 1, one.dropFirst(2), other.dropFirst(2))
  }
}
