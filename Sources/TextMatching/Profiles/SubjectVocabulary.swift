/// Subject fields (school, library, cycling …) and the words by which a text is known to deal with
/// them: a small thesaurus, through which "Museen" in a guideline and "Ausstellung" in a project
/// come together although they share no letters.
struct SubjectVocabulary: Sendable {
  /// By number.
  private(set) var names: [String] = []
  /// Fields of one area are near to each other. By field.
  private(set) var areas: [Int] = []

  private var words = FieldTable()
  private var stems = FieldTable()
  private var starts = FieldTable()
  private var ends = FieldTable()
  private var phrases = FieldTable()

  /// Shorter stems stand in too many other words by chance.
  private static let leastPartOfCompound = 5

  /// - Parameter text: a line `[Area]` for each area, below it its fields, each a name, a colon and
  ///   words, on as many lines as needed (further ones begin with a blank). Words are folded
  ///   (`ae` for `ä`) and stand in any inflection; of five letters or more they are also found at the
  ///   start and the end of compounds. `=wort` is found as it stands only, `wort*` at the start and
  ///   `*wort` at the end of words only. Hyphens join what stands in two words: `leichte-sprache`.
  init(_ text: String) {
    var area = -1
    // By bytes: finding the bounds of characters would cost more than all the rest.
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "[") {
        area += 1
        continue
      }
      var entries = line
      if line.first != TextFolding.space, let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        names.append(String(decoding: line[..<colon], as: UTF8.self))
        areas.append(area)
        entries = line[(colon + 1)...]
      }
      for entry in entries.split(separator: TextFolding.space) { add(entry, to: names.count - 1) }
    }
  }

  private mutating func add(_ entry: ArraySlice<UInt8>, to field: Int) {
    let star = UInt8(ascii: "*")
    if entry.first == UInt8(ascii: "=") {
      words.add(field, WordKey.forward(Array(entry.dropFirst())))
    } else if entry.first == star {
      ends.add(field, WordKey.backward(GermanEndings.stem(Array(entry.dropFirst()))))
    } else if entry.last == star {
      starts.add(field, WordKey.forward(Array(entry.dropLast())))
    } else {
      addInflected(entry, to: field)
    }
  }

  private mutating func addInflected(_ entry: ArraySlice<UInt8>, to field: Int) {
    let tokens = Tokenizer.tokens(in: String(decoding: entry, as: UTF8.self))
      .map { GermanEndings.stem(Array($0.utf8)) }
    guard let stem = tokens.first else { return }
    if tokens.count == 2 {
      phrases.add(field, WordKey.phrase(WordKey.forward(stem), WordKey.forward(tokens[1])))
      return
    }
    stems.add(field, WordKey.forward(stem))
    guard stem.count >= Self.leastPartOfCompound else { return }
    starts.add(field, WordKey.forward(stem))
    ends.add(field, WordKey.backward(stem))
  }

  /// The fields that a folded word belongs to: as a whole, else by the longest known part at its
  /// start and the longest at its end.
  func fields(of word: [UInt8]) -> [Int] {
    let stem = GermanEndings.stem(word)
    let whole = words[WordKey.forward(word)] + stems[WordKey.forward(stem)]
    if !whole.isEmpty { return Set(whole).sorted() }
    return Set(longestStart(of: word) + longestEnd(of: stem)).sorted()
  }

  private func longestStart(of word: [UInt8]) -> [Int] {
    var (key, found) = (WordKey.empty, [Int]())
    for byte in word {
      key = WordKey.appending(byte, to: key)
      let fields = starts[key]
      if !fields.isEmpty { found = fields }
    }
    return found
  }

  /// - Parameter stem: of which the whole is no end.
  private func longestEnd(of stem: [UInt8]) -> [Int] {
    var (key, found) = (WordKey.empty, [Int]())
    for byte in stem.dropFirst().reversed() {
      key = WordKey.appending(byte, to: key)
      let fields = ends[key]
      if !fields.isEmpty { found = fields }
    }
    return found
  }

  /// The fields that two words name together.
  ///
  /// - Parameters: the keys of both words' stems; see `stemKey`.
  func fields(ofPhrase first: UInt64, _ second: UInt64) -> [Int] {
    phrases[WordKey.phrase(first, second)]
  }

  static func stemKey(of word: [UInt8]) -> UInt64 { WordKey.forward(GermanEndings.stem(word)) }
}

/// Fields by the key of a word.
private struct FieldTable: Sendable {
  private var numbers = KeyNumbers()
  private var fields: [[Int]] = []

  mutating func add(_ field: Int, _ key: UInt64) {
    let number = numbers.intern(key)
    if number == fields.count { fields.append([]) }
    if !fields[number].contains(field) { fields[number].append(field) }
  }

  subscript(key: UInt64) -> [Int] { numbers.number(of: key).map { fields[$0] } ?? [] }
}

/// Words as 64-bit FNV-1a hashes, which can be prolonged byte by byte.
private enum WordKey {
  static let empty: UInt64 = 0xcbf2_9ce4_8422_2325

  static func appending(_ byte: UInt8, to key: UInt64) -> UInt64 {
    (key ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  static func forward(_ word: [UInt8]) -> UInt64 {
    word.reduce(empty) { appending($1, to: $0) }
  }

  static func backward(_ word: [UInt8]) -> UInt64 {
    word.reversed().reduce(empty) { appending($1, to: $0) }
  }

  static func phrase(_ first: UInt64, _ second: UInt64) -> UInt64 { first &* 31 &+ second }
}

/// Takes the endings of German declension off folded words.
///
/// Lighter than Snowball's stemmer, which turns `Gründung` and `Grund` into one, and enough for
/// words that are listed by hand.
enum GermanEndings {
  private static let endings = ["ern", "em", "en", "er", "es", "e", "n", "s"].map { Array($0.utf8) }
  private static let leastStem = 4

  static func stem(_ word: [UInt8]) -> [UInt8] {
    for ending in endings where word.count - ending.count >= leastStem {
      if word.suffix(ending.count).elementsEqual(ending) {
        return Array(word.dropLast(ending.count))
      }
    }
    return word
  }
}
