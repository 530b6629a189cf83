/// What speaks for and against a text's serving something, word by word. All weights add up to the
/// score.
public struct ProfileExplanation: Sendable {
  /// A word as the text writes it, and what it adds to the score.
  public struct Word: Sendable, Hashable {
    public let text: String
    /// The number of the part of the text it stands in.
    public let part: Int
    /// The number of the sentence in that part.
    public let sentence: Int
    public let weight: Double
  }

  /// In the order of the text.
  public let words: [Word]
  /// What it adds who owns the text.
  public let owner: Double
  /// What is the same for every text.
  public let constant: Double

  public var sum: Double { words.reduce(owner + constant) { $0 + $1.weight } }
}

extension ProfileModel {
  /// Takes a text's score apart.
  ///
  /// - Parameters:
  ///   - parts: what the text was counted from; with how much each weighs for the subject fields
  ///     and for the runs of characters.
  ///   - direction: by target, the factors of the sum of scores to explain.
  public func explanation(
    of text: Int, parts: [ExplainedPart], direction: [Double]
  ) -> ProfileExplanation {
    let read = parts.map { WordsOfPart($0.text) }
    // As in `FeatureCounter`: a text of stop words alone is counted with them.
    let onlyStopWords = zip(parts, read).allSatisfy { part, words in
      part.runWeight == 0 || words.tokens.allSatisfy(FeatureSpread.isStopWord)
    }
    var spread = FeatureSpread(
      self, text: text, direction: direction, countsStopWords: onlyStopWords)
    for (part, words) in zip(parts, read) { spread.count(part, words) }
    var result: [ProfileExplanation.Word] = []
    for (number, (part, words)) in zip(parts, read).enumerated() {
      let weights = spread.weights(of: part, words)
      for (word, weight) in zip(words.words, weights) {
        result.append(
          .init(text: word.text, part: number, sentence: word.sentence, weight: weight))
      }
    }
    let constant = direction.indices.reduce(0) { $0 + direction[$1] * lanes.constant(of: $1) }
    return ProfileExplanation(words: result, owner: spread.owner, constant: constant)
  }

  /// What a feature with this value adds to the sum of scores.
  fileprivate func contribution(
    _ text: Int, column: Int, value: Float, direction: [Double]
  ) -> Double {
    let isSubject = column < features.firstRun
    let scale = isSubject ? ProfileFeatures.shareOfSubjects.squareRoot() : 1
    return direction.indices.reduce(0) { sum, lane in
      guard direction[lane] != 0 else { return sum }
      let first =
        isSubject
        ? profiles[lane].weights[column] * value
        : attraction.contribution(of: text, column: column, value: value, lane: lane)
      let later = learned.contribution(
        of: text, column: column, value: value * scale, lane: lane)
      return sum + direction[lane] * Double(first * ProfileWeights.slope + later)
    }
  }
}

/// A part of a text to be explained.
public struct ExplainedPart: Sendable {
  public let text: String
  /// How much its words count for the subject fields, and for the runs of characters.
  public let subjectWeight: Float
  public let runWeight: Float

  public init(_ text: String, subjectWeight: Float, runWeight: Float) {
    self.text = text
    self.subjectWeight = subjectWeight
    self.runWeight = runWeight
  }
}

/// Shares out what each feature adds among the words that have it.
private struct FeatureSpread {
  /// What each feature of the text adds, by column, and how often words have it.
  private let contributions: [Int: Double]
  private var counts: [Int: Float] = [:]
  let owner: Double
  private let model: ProfileModel
  private let countsStopWords: Bool
  private var counter = SubjectCounter()

  init(_ model: ProfileModel, text: Int, direction: [Double], countsStopWords: Bool) {
    self.model = model
    self.countsStopWords = countsStopWords
    let features = model.features
    var (owner, contributions) = (0.0, [Int: Double]())
    let rows = features.subjects.rows
    for index in rows.row(text) {
      let column = Int(rows.columns[index])
      contributions[column] = model.contribution(
        text, column: column, value: rows.values[index], direction: direction)
    }
    features.forEachRunAndOwner(text) { column, value in
      let weight = model.contribution(text, column: column, value: value, direction: direction)
      if column >= features.firstOwner { owner += weight } else { contributions[column] = weight }
    }
    self.owner = owner
    self.contributions = contributions
  }

  mutating func count(_ part: ExplainedPart, _ words: WordsOfPart) {
    forEachFeature(of: part, words) { spread, _, column, share in
      spread.counts[column, default: 0] += share
    }
  }

  mutating func weights(of part: ExplainedPart, _ words: WordsOfPart) -> [Double] {
    var weights = [Double](repeating: 0, count: words.words.count)
    forEachFeature(of: part, words) { spread, word, column, share in
      guard let all = spread.contributions[column], let count = spread.counts[column] else {
        return
      }
      weights[word] += all * Double(share / count)
    }
    return weights
  }

  /// Calls `body` with each feature of each word and how often it counts.
  private mutating func forEachFeature(
    of part: ExplainedPart, _ words: WordsOfPart,
    _ body: (inout FeatureSpread, _ word: Int, _ column: Int, _ share: Float) -> Void
  ) {
    if part.subjectWeight > 0 {
      var found: [(token: Int, field: Int)] = []
      counter.forEachField(in: part.text) { found.append(($0, $1)) }
      for (token, field) in found where token < words.wordOfToken.count {
        body(&self, words.wordOfToken[token], field, part.subjectWeight)
      }
    }
    guard part.runWeight > 0 else { return }
    for (token, word) in zip(words.tokens, words.wordOfToken) {
      for column in runs(of: token) { body(&self, word, column, part.runWeight) }
    }
  }

  static func isStopWord(_ token: [UInt8]) -> Bool {
    token.count == 1 || token.withUnsafeBufferPointer { StopWords.all.contains($0) }
  }

  private func runs(of token: [UInt8]) -> [Int] {
    guard countsStopWords || !Self.isStopWord(token) else { return [] }
    var columns: [Int] = []
    let add = { (key: UInt64) in
      if let feature = model.features.texts.feature(key) {
        columns.append(model.features.firstRun + feature)
      }
    }
    token.withUnsafeBufferPointer { bytes in
      if bytes.contains(where: TextFolding.isDigit) {
        add(FeatureKey.word(bytes))
      } else {
        FeatureKey.forEachGram(of: bytes, add)
      }
    }
    return columns
  }
}

/// The words of a text as written, between blanks, and the tokens they consist of.
struct WordsOfPart {
  struct Word {
    let text: String
    let sentence: Int
  }

  private(set) var words: [Word] = []
  private(set) var tokens: [[UInt8]] = []
  /// By token.
  private(set) var wordOfToken: [Int] = []

  init(_ text: String) {
    var sentence = 0
    for chunk in text.split(whereSeparator: { $0.isWhitespace || $0 == "/" }) {
      let tokens = Tokenizer.tokens(in: String(chunk))
      for token in tokens {
        self.tokens.append(Array(token.utf8))
        wordOfToken.append(words.count)
      }
      words.append(Word(text: Self.trimmed(chunk), sentence: sentence))
      if Sentences.isLast(chunk) { sentence += 1 }
    }
  }

  /// Without the marks around it.
  private static func trimmed(_ chunk: Substring) -> String {
    var word = chunk
    while let first = word.first, !first.isLetter, !first.isNumber { word.removeFirst() }
    while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
    return String(word)
  }
}
