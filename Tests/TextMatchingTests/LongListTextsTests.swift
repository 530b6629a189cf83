import TestSupport
import Testing

@testable import TextMatching

@Suite struct `Texts of a long list` {
  private struct Text: Sendable {
    let title: String
    let rest: String
  }

  @Test(
    "the join finds exactly the pairs that comparing each with each finds",
    arguments: [UInt64(1), 2, 3, 4, 5, 6], [0.05, 0.2, 0.5, 0.9])
  func equalsBruteForce(seed: UInt64, threshold: Double) {
    let vectors = Self.vectors(Self.texts(count: 300, seed: seed))
    let join = LongListTexts.join(vectors, atLeast: threshold, limit: 1_000_000, workers: 3)
    let expected = Self.pairs(of: vectors, atLeast: threshold)
    #expect(join.pairs == expected, "seed \(seed)")
    #expect(join.threshold == threshold)
    #expect(join.candidateCount >= expected.count, "seed \(seed)")
  }

  @Test("the join finds equal texts, and texts that differ in one word", arguments: [UInt64(7), 8])
  func nearlyEqual(seed: UInt64) {
    var texts = Self.texts(count: 120, seed: seed)
    texts += texts.prefix(40)
    texts += texts.prefix(40).map { Text(title: $0.title, rest: $0.rest + " Wortz9x") }
    let vectors = Self.vectors(texts)
    let join = LongListTexts.join(vectors, atLeast: 0.8, limit: 1_000_000, workers: 2)
    #expect(join.pairs == Self.pairs(of: vectors, atLeast: 0.8), "seed \(seed)")
    #expect(join.pairs.count >= 120, "seed \(seed)")
  }

  @Test("one thread and several find the same", arguments: [UInt64(21), 22, 23])
  func workers(seed: UInt64) {
    let texts = Self.texts(count: 700, seed: seed)
    let list = Self.list(texts)
    let alone = list.join(atLeast: 0.4, workers: 1)
    #expect(!alone.pairs.isEmpty, "seed \(seed)")
    for workers in [2, 3] {
      let shared = list.join(atLeast: 0.4, workers: workers)
      #expect(shared.pairs == alone.pairs, "seed \(seed)")
      #expect(shared.candidateCount == alone.candidateCount, "seed \(seed)")
    }
  }

  @Test("of too many pairs the most similar are kept, of equally similar ones the first")
  func limit() {
    // Three patterns, with a name of its own in each text, or of ten texts together.
    let texts = (0..<450).map { number in
      let name = number.isMultiple(of: 2) ? number : number % 20
      return Text(title: "Fachverfahren Nummer\(name)x", rest: Self.patterns[number % 3])
    }
    let vectors = Self.vectors(texts)
    let all = Self.pairs(of: vectors, atLeast: 0.05)
    let ranked = all.sorted {
      ($1.similarity, $0.left, $0.right) < ($0.similarity, $1.left, $1.right)
    }
    #expect(all.count > 20_000)
    for limit in [all.count, 10_000, 300] {
      for workers in [1, 3] {
        let join = LongListTexts.join(vectors, atLeast: 0.05, limit: limit, workers: workers)
        #expect(Set(join.pairs) == Set(ranked.prefix(limit)))
        #expect(join.isComplete == (limit == all.count))
        #expect(join.pairs.allSatisfy { $0.similarity >= join.threshold })
      }
    }
  }

  @Test("runs of characters are compared as in a short list", arguments: [UInt64(31), 32])
  func likeness(seed: UInt64) {
    let texts =
      Self.texts(count: 300, seed: seed) + [
        Text(title: "Der", rest: ""), Text(title: "", rest: "–"),
      ]
    let names = ["Wortb1x", "Stadt Wortc1x"]
    let list = Self.list(texts, names: names)
    let short = TextCorpus.titlesAndTexts(texts.count, lessening: names) {
      (texts[$0].title, texts[$0].rest)
    }
    let pairs = (0..<texts.count).map { (left: $0, right: ($0 * 7 + 3) % texts.count) }
    for (pair, similarity) in zip(pairs, list.similarities(of: pairs)) {
      let text = short.texts.similarity(pair.left, pair.right)
      let title = short.titles.similarity(pair.left, pair.right)
      #expect(abs(similarity.text - text) < 1e-5, "seed \(seed), pair \(pair)")
      #expect(abs(similarity.title - title) < 1e-5, "seed \(seed), pair \(pair)")
    }
    for (left, right) in zip(texts, texts.reversed()) {
      #expect(
        list.sharedWords(left.rest, right.rest, limit: 4)
          == short.texts.sharedWords(left.rest, right.rest, limit: 4), "seed \(seed)")
    }
  }

  @Test("no texts, and texts without words, have no pairs")
  func empty() {
    #expect(Self.list([]).join(atLeast: 0.1).pairs.isEmpty)
    #expect(Self.list([]).similarities(of: []).isEmpty)
    let blank = Self.list([
      Text(title: "", rest: ""), Text(title: "–", rest: ""), Text(title: "", rest: "."),
    ])
    #expect(blank.join(atLeast: 0.1).pairs.isEmpty)
  }

  private static func list(_ texts: [Text], names: [String] = []) -> LongListTexts {
    LongListTexts(texts.count, lessening: names) { (texts[$0].title, texts[$0].rest) }
  }

  private static func vectors(_ texts: [Text]) -> WordVectors {
    WordVectors(
      TokenizedTexts(texts.count) { (texts[$0].title, texts[$0].rest) }, names: WordSet(""))
  }

  /// Each text compared with each.
  private static func pairs(
    of vectors: WordVectors, atLeast threshold: Double
  ) -> [SimilarityJoin.Pair] {
    var pairs: [SimilarityJoin.Pair] = []
    for left in 0..<vectors.rows.rowCount {
      for right in (left + 1)..<max(vectors.rows.rowCount, left + 1) {
        let similarity = vectors.rows.product(left, right)
        if similarity >= threshold {
          pairs.append(.init(left: left, right: right, similarity: min(similarity, 1)))
        }
      }
    }
    return pairs
  }

  private static let patterns = [
    "Anträge werden von zu Hause gestellt, Bescheide kommen in das Postfach.",
    "Messwerte der Sensoren erscheinen auf einer Karte, Warnungen gehen an die Leitstelle.",
    "Lehrkräfte leihen Tablets aus, Kinder lernen damit im Unterricht.",
  ]

  /// Of two to a dozen words each, some of them frequent, so that bounds are tested from both sides.
  private static func texts(count: Int, seed: UInt64) -> [Text] {
    var random = SeededRandom(seed: seed)
    let frequent = ["Bürger", "Portal", "Schule", "Verkehr"]
    let rare = (0..<90).map { "Wort\(Character(UnicodeScalar(UInt8(97 + $0 % 26))))\($0 / 26)x" }
    func words(_ range: ClosedRange<Int>) -> String {
      (0..<Int.random(in: range, using: &random)).map { _ in
        Bool.random(using: &random)
          ? frequent[Int.random(in: 0..<4, using: &random)]
          : rare[Int.random(in: 0..<rare.count, using: &random)]
      }.joined(separator: " ")
    }
    return (0..<count).map { _ in Text(title: words(1...3), rest: words(1...9)) }
  }
}
