/// Texts as vectors of unit length, whose dot product is their similarity.
///
/// A feature weighs `(1 + ln f) · ln((n + 1) / d)`: f its weighted count in the text, n the number
/// of texts, d how many of them have it (the usual TF-IDF; Manning, Raghavan, Schütze,
/// "Introduction to Information Retrieval", 6.4). What nearly all texts share, such as a city's
/// own name, thus weighs next to nothing without being listed anywhere.
public struct TextCorpus: Sendable {
  public let pipeline: TextPipeline
  /// One row a text, its features by number: the most frequent is 0.
  let vectors: SparseMatrix
  /// The features by key, in the order in which they appeared.
  private let appearance: KeyNumbers
  /// The number of each feature, by order of appearance.
  private let numberOfAppearance: [UInt32]
  /// The weight of each feature, by number.
  let inverseFrequencies: [Float]

  /// The number of texts.
  public var count: Int { vectors.rowCount }

  /// - Parameters:
  ///   - documents: each text as parts that count differently, e.g. title and summary.
  public init(
    _ documents: some Sequence<[WeightedText]>, pipeline: TextPipeline = .similarity
  ) {
    let documents = Array(documents)
    let counted = CountedTexts(documents.count, pipeline: pipeline) { text, counter, rows in
      for part in documents[text] { counter.read(part) }
      counter.appendRow(to: &rows[0])
    }
    self.init(counts: counted.matrices[0], numbers: counted.numbers, pipeline: pipeline)
  }

  /// Lists of short texts that recur, such as audiences: each text is read once.
  ///
  /// - Parameters:
  ///   - texts: what the lists hold, each once.
  ///   - lists: each list as places in `texts`.
  ///   - frequencies: where the lists are some of many, the frequencies in all.
  public init(
    _ texts: [String], lists: some Sequence<some Sequence<Int>>,
    pipeline: TextPipeline = .similarity, frequencies: DocumentFrequencies? = nil
  ) {
    var counter = FeatureCounter(pipeline: pipeline)
    let tokens = texts.map { text in
      counter.startText()
      counter.read(WeightedText(text))
      return counter.read
    }
    var counts = SparseMatrix()
    for list in lists {
      counter.startText()
      for text in list { counter.read(again: tokens[text]) }
      counter.appendRow(to: &counts)
    }
    self.init(
      counts: counts, numbers: counter.numbers, pipeline: pipeline, frequencies: frequencies)
  }

  /// A corpus of titles and one of titles with what follows them; each text is read once.
  ///
  /// - Parameters:
  ///   - names: of those who write the texts. Where one is a single word, it counts less than
  ///     others: that two texts name the same house hardly makes them alike.
  ///   - frequencies: where the texts are some of many, the frequencies in all.
  ///   - text: the title and what follows it, by number; asked on several threads.
  public static func titlesAndTexts(
    _ count: Int, lessening names: some Sequence<String> = [],
    pipeline: TextPipeline = .similarity,
    frequencies: (titles: DocumentFrequencies, texts: DocumentFrequencies)? = nil,
    _ text: @Sendable (Int) -> (title: String, rest: String)
  ) -> (titles: TextCorpus, texts: TextCorpus) {
    let counted = CountedTexts(
      count, pipeline: pipeline, names: WordSet(singleWords: names), rowsPerText: 2
    ) { number, counter, rows in
      let (title, rest) = text(number)
      counter.read(WeightedText(title))
      counter.appendRow(to: &rows[0])
      counter.read(WeightedText(rest))
      counter.appendRow(to: &rows[1])
    }
    return Concurrency.both {
      TextCorpus(
        counts: counted.matrices[0], numbers: counted.numbers, pipeline: pipeline,
        frequencies: frequencies?.titles)
    } _: {
      TextCorpus(
        counts: counted.matrices[1], numbers: counted.numbers, pipeline: pipeline,
        frequencies: frequencies?.texts)
    }
  }

  private init(
    counts: SparseMatrix, numbers: KeyNumbers, pipeline: TextPipeline,
    frequencies: DocumentFrequencies? = nil
  ) {
    self.pipeline = pipeline
    let ranking = FeatureRanking(counts: counts, keys: numbers.keys)
    var inverse = ranking.frequencies.map {
      TextCorpus.inverseFrequency($0, count: counts.rowCount)
    }
    if let frequencies {
      for (key, rank) in zip(numbers.keys, ranking.rankOfFeature) {
        inverse[Int(rank)] = frequencies.inverseFrequency(ofKey: key)
      }
    }
    inverseFrequencies = inverse
    var vectors = ranking.renumbered(counts)
    for row in 0..<vectors.rowCount {
      TextCorpus.weigh(
        &vectors.values, of: vectors.columns, in: vectors.row(row), by: inverseFrequencies)
    }
    self.vectors = vectors
    appearance = numbers
    numberOfAppearance = ranking.rankOfFeature
  }

  /// The number of the feature with that key; nil where no text has it.
  func feature(_ key: UInt64) -> Int? {
    appearance.number(of: key).map { Int(numberOfAppearance[$0]) }
  }

  /// The cosine of two texts' vectors, 0…1, the same in either order.
  public func similarity(_ left: Int, _ right: Int) -> Double {
    min(vectors.product(left, right), 1)
  }

  /// The vector of a text that need not belong to the corpus; features it lacks are left out,
  /// but for the length.
  func vector(of document: [WeightedText]) -> (features: [UInt32], weights: [Float]) {
    var counter = FeatureCounter(pipeline: pipeline)
    var known: [(feature: UInt32, count: Float)] = []
    var unknown: [Float] = []
    var counted = SparseMatrix()
    for part in document { counter.read(part) }
    counter.appendRow(to: &counted)
    for (feature, count) in zip(counted.columns, counted.values) {
      if let number = self.feature(counter.numbers.keys[Int(feature)]) {
        known.append((UInt32(number), count))
      } else {
        unknown.append(count)
      }
    }
    known.sort { $0.feature < $1.feature }
    // An unknown feature is as rare as can be.
    let rarest = TextCorpus.inverseFrequency(1, count: count)
    let columns = known.map(\.feature)
    var values = known.map(\.count)
    let missing = unknown.reduce(into: Float(0)) {
      let weight = TextCorpus.dampened($1) * rarest
      $0 += weight * weight
    }
    TextCorpus.weigh(
      &values, of: columns, in: 0..<columns.count, by: inverseFrequencies, missing: missing)
    return (columns, values)
  }

  static func inverseFrequency(_ frequency: Int, count: Int) -> Float {
    Float(logarithm(Double(count + 1) / Double(max(frequency, 1))))
  }

  static func dampened(_ count: Float) -> Float {
    count > 1 ? 1 + Float(logarithm(Double(count))) : count  // most features stand once
  }

  /// Turns counts into weights and brings them to unit length.
  private static func weigh(
    _ values: inout [Float], of columns: [UInt32], in range: Range<Int>, by inverse: [Float],
    missing: Float = 0
  ) {
    var squares = missing
    for index in range {
      values[index] = dampened(values[index]) * inverse[Int(columns[index])]
      squares += values[index] * values[index]
    }
    guard squares > 0 else { return }
    let factor = 1 / squares.squareRoot()
    for index in range { values[index] *= factor }
  }
}
