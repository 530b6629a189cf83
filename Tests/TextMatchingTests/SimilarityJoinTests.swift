import TestSupport
import Testing

@testable import TextMatching

@Suite struct `Similarity join` {
  @Test(
    "the join finds exactly the pairs that comparing each with each finds",
    arguments: [UInt64(1), 2, 3, 4, 5, 6], [0.05, 0.2, 0.5, 0.9])
  func equalsBruteForce(seed: UInt64, threshold: Double) {
    var random = SeededRandom(seed: seed)
    let corpus = TextCorpus((0..<80).map { _ in [WeightedText(Self.text(&random))] })
    let join = SimilarityJoin(corpus, atLeast: threshold, workers: 3)
    var expected: [SimilarityJoin.Pair] = []
    for right in 0..<corpus.count {
      for left in 0..<right where corpus.similarity(left, right) >= threshold {
        expected.append(
          .init(left: left, right: right, similarity: corpus.similarity(left, right)))
      }
    }
    #expect(join.pairs == expected, "seed \(seed)")
    #expect(join.candidateCount >= expected.count)
  }

  @Test("one thread and several find the same", arguments: [UInt64(21), 22, 23])
  func workers(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    // More texts than one block holds.
    let corpus = TextCorpus((0..<700).map { _ in [WeightedText(Self.text(&random))] })
    let alone = SimilarityJoin(corpus, atLeast: 0.6, workers: 1)
    #expect(!alone.pairs.isEmpty, "seed \(seed)")
    #expect(JoinPlan(corpus, threshold: 0.6).blocks.count > 2)
    for workers in [2, 3] {
      let shared = SimilarityJoin(corpus, atLeast: 0.6, workers: workers)
      #expect(shared.pairs == alone.pairs, "seed \(seed)")
      #expect(shared.candidateCount == alone.candidateCount, "seed \(seed)")
    }
  }

  @Test("the join equals brute force across the bounds of blocks", arguments: [UInt64(31), 32])
  func blocks(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let corpus = TextCorpus((0..<400).map { _ in [WeightedText(Self.text(&random))] })
    let join = SimilarityJoin(corpus, atLeast: 0.3)
    var expected: [SimilarityJoin.Pair] = []
    for right in 0..<corpus.count {
      for left in 0..<right where corpus.similarity(left, right) >= 0.3 {
        expected.append(
          .init(left: left, right: right, similarity: corpus.similarity(left, right)))
      }
    }
    #expect(join.pairs == expected, "seed \(seed)")
  }

  @Test("similarity is the same in either order, and 1 with itself")
  func symmetric() {
    var random = SeededRandom(seed: 11)
    let corpus = TextCorpus((0..<30).map { _ in [WeightedText(Self.text(&random))] })
    for left in 0..<30 {
      #expect(abs(corpus.similarity(left, left) - 1) < 1e-5, "seed 11")
      for right in 0..<30 {
        #expect(corpus.similarity(left, right) == corpus.similarity(right, left), "seed 11")
      }
    }
  }

  @Test("the order of the texts changes no similarity")
  func orderOfTexts() {
    var random = SeededRandom(seed: 12)
    let texts = (0..<20).map { _ in [WeightedText(Self.text(&random))] }
    let (forward, backward) = (TextCorpus(texts), TextCorpus(texts.reversed()))
    for left in 0..<20 {
      for right in 0..<20 {
        #expect(
          forward.similarity(left, right) == backward.similarity(19 - left, 19 - right), "seed 12")
      }
    }
  }

  @Test("a search finds the same best texts as comparing with each")
  func search() throws {
    var random = SeededRandom(seed: 13)
    let texts = (0..<60).map { _ in [WeightedText(Self.text(&random))] }
    let corpus = TextCorpus(texts)
    let search = TextSearch(corpus)
    for query in 0..<10 {
      let best = try #require(search.matches(for: texts[query], limit: 5).first)
      #expect(abs(best.similarity - 1) < 1e-4, "seed 13")
      for match in search.matches(for: texts[query], limit: 5) {
        #expect(abs(match.similarity - corpus.similarity(query, match.text)) < 1e-4, "seed 13")
      }
    }
    #expect(search.matches(for: [WeightedText("xyzzy")], limit: 5).isEmpty)
    #expect(search.matches(for: texts[0], limit: 0).isEmpty)
  }

  @Test("no texts, and texts without words, have no pairs")
  func empty() {
    #expect(SimilarityJoin(TextCorpus([]), atLeast: 0.1).pairs.isEmpty)
    let blank = TextCorpus([[WeightedText("")], [], [WeightedText("–")]])
    #expect(SimilarityJoin(blank, atLeast: 0.1).pairs.isEmpty)
  }

  /// Two to a dozen words, some of them frequent, so that bounds are tested from both sides.
  private static func text(_ random: inout SeededRandom) -> String {
    let frequent = ["Bürger", "Portal", "Schule", "Verkehr"]
    let rare = (0..<60).map { "Wort\(Character(UnicodeScalar(UInt8(97 + $0 % 26))))\($0 / 26)x" }
    return (0..<Int.random(in: 2...12, using: &random)).map { _ in
      Bool.random(using: &random)
        ? frequent[Int.random(in: 0..<4, using: &random)]
        : rare[Int.random(in: 0..<60, using: &random)]
    }.joined(separator: " ")
  }
}
