/// The titles and texts of a long list, kept as words.
///
/// Two steps instead of one: an exact join over word stems, which are a tenth as many as runs of
/// characters and far rarer, finds the pairs; then their runs of characters are compared as those
/// of a short list (`TextCorpus`) are.
public struct LongListTexts: Sendable {
  /// Pairs of texts with the cosine of their stems' vectors.
  public struct Join: Sendable {
    /// Every pair that reaches `threshold`, and no other; by left and right text.
    public let pairs: [SimilarityJoin.Pair]
    /// The one asked for if the join is complete, else the least similarity that it kept.
    public let threshold: Double
    /// Whether no more than `mostPairs` reach the threshold asked for. Of more, the most similar
    /// are kept, and of equally similar ones the first.
    public let isComplete: Bool
    /// How many pairs the stems' lists brought up: the cost beyond n log n.
    public let candidateCount: Int
  }

  /// Cosines of the vectors of character runs, 0…1.
  public struct Similarity: Sendable, Hashable {
    public let text: Double
    public let title: Double
  }

  /// A join keeps no more pairs, so that texts that are nearly all alike do not fill the memory.
  public static let mostPairs = 5_000_000
  /// Pairs that a thread keeps before it hands them over.
  private static let mostOwnPairs = 1 << 16

  private let texts: TokenizedTexts
  private let names: WordSet
  private let table: FeatureTable
  private let titleStatistics: FeatureStatistics
  private let textStatistics: FeatureStatistics

  public var count: Int { texts.count }

  /// The same as for `TextCorpus.titlesAndTexts`.
  public init(
    _ count: Int, lessening names: some Sequence<String> = [],
    _ text: @Sendable (Int) -> (title: String, rest: String)
  ) {
    let texts = TokenizedTexts(count, text)
    self.names = WordSet(singleWords: names)
    let table = FeatureTable(texts.vocabulary, pipeline: .similarity, names: self.names)
    titleStatistics = FeatureStatistics(texts, table, row: { texts.title($0) })
    textStatistics = FeatureStatistics(texts, table, row: { texts.whole($0) })
    self.texts = texts
    self.table = table
  }

  /// All pairs of texts whose stems reach a threshold.
  ///
  /// - Parameters:
  ///   - threshold: above 0.
  ///   - limit: see `mostPairs`.
  ///   - workers: how many threads share the work, without any effect on the result.
  ///   - progress: told which share of the work is done; on any thread.
  public func join(
    atLeast threshold: Double, limit: Int = mostPairs,
    workers: Int = Concurrency.processorCount,
    progress: (@Sendable (_ share: Double) -> Void)? = nil
  ) -> Join {
    let vectors = WordVectors(texts, names: names)
    return Self.join(
      vectors, atLeast: max(threshold, 1e-3), limit: limit, workers: workers, progress: progress)
  }

  static func join(
    _ vectors: WordVectors, atLeast threshold: Double, limit: Int, workers: Int,
    progress: (@Sendable (_ share: Double) -> Void)? = nil
  ) -> Join {
    let index = HeadNormIndex(
      vectors.rows, featureCount: vectors.featureCount,
      needed: FeatureGroupJoin.needed(threshold))
    let collection = PairCollection(atLeast: threshold, limit: limit)
    let portions = index.portions
    let total = portions.reduce(0) { $0 + $1.work }
    // The most frequent features come first, and take longest.
    _ = Concurrency.map(portions.indices, workers: workers) { number in
      var join = FeatureGroupJoin(vectors.rows, index)
      var threshold = collection.threshold
      for feature in portions[number].features {
        join.addPairs(at: feature, atLeast: threshold)
        if join.pairs.count > mostOwnPairs {
          collection.add(join.takePairs())
          threshold = collection.threshold
        }
      }
      collection.add(join.pairs)
      let done = collection.finish(work: portions[number].work, candidates: join.candidateCount)
      progress?(Double(done) / Double(max(total, 1)))
    }
    return collection.result()
  }

  /// How alike the texts of each pair are in runs of characters; fastest where pairs with one left
  /// text stand together.
  public func similarities(of pairs: [(left: Int, right: Int)]) -> [Similarity] {
    let portions = Concurrency.portions(of: pairs.count, atLeast: 64)
    return Concurrency.map(portions.indices) { portion in
      var comparison = CharacterComparison(
        texts, table, titles: titleStatistics, texts: textStatistics)
      return pairs[portions[portion]].map { comparison.compare($0.left, $0.right) }
    }.flatMap { $0 }
  }

  /// The same as `TextCorpus.sharedWords`.
  public func sharedWords(
    _ left: String, _ right: String, limit: Int, onlySubjects: Bool = false
  ) -> [String] {
    SharedWords.find(left, right, limit: limit, onlySubjects: onlySubjects) { key in
      table.numbers.number(of: key).map { textStatistics.inverseFrequencies[$0] }
    }
  }
}

/// Compares the runs of characters of one pair of texts after the other.
private struct CharacterComparison {
  private let tokens: TokenizedTexts
  private let titles: FeatureStatistics
  private let texts: FeatureStatistics
  private var left: Int?
  private var (leftTitle, rightTitle): (FeatureVector, FeatureVector)
  private var (leftText, rightText): (FeatureVector, FeatureVector)

  init(
    _ tokens: TokenizedTexts, _ table: FeatureTable, titles: FeatureStatistics,
    texts: FeatureStatistics
  ) {
    self.tokens = tokens
    self.titles = titles
    self.texts = texts
    let empty = FeatureVector(table)
    (leftTitle, rightTitle, leftText, rightText) = (empty, empty, empty, empty)
  }

  mutating func compare(_ left: Int, _ right: Int) -> LongListTexts.Similarity {
    if left != self.left {
      self.left = left
      leftTitle.weigh(tokens.tokens, at: tokens.title(left), by: titles)
      leftText.weigh(tokens.tokens, at: tokens.whole(left), by: texts)
    }
    rightTitle.weigh(tokens.tokens, at: tokens.title(right), by: titles)
    rightText.weigh(tokens.tokens, at: tokens.whole(right), by: texts)
    return LongListTexts.Similarity(
      text: leftText.cosine(rightText), title: leftTitle.cosine(rightTitle))
  }
}
