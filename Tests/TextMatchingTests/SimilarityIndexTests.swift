import TestSupport
import Testing

@testable import TextMatching

@Suite struct `Similarity index` {
  /// What an index and a search of it have to agree with.
  private struct Oracle {
    var texts: [Int: [String]] = [:]

    /// The best by comparing with each, the draft among the texts as if it were one of them.
    func matches(_ draft: [String], limit: Int, atLeast threshold: Double)
      -> [SimilarityIndex.Match]
    {
      let ids = texts.keys.sorted()
      let corpus = TextCorpus(
        (ids.map { texts[$0] ?? [] } + [draft]).map { $0.map { WeightedText($0) } })
      return ids.indices
        .map { .init(id: ids[$0], similarity: corpus.similarity($0, ids.count)) }
        .filter { $0.similarity > 0 && $0.similarity >= threshold }
        .sorted { (-$0.similarity, $0.id) < (-$1.similarity, $1.id) }
        .prefix(limit).map { $0 }
    }
  }

  /// Equal, but for the order of what differs by less than rounding.
  private static func expectSame(
    _ found: [SimilarityIndex.Match], _ expected: [SimilarityIndex.Match], _ seed: UInt64
  ) {
    #expect(found.count == expected.count, "seed \(seed)")
    for (one, other) in zip(found, expected) {
      #expect(abs(one.similarity - other.similarity) < 1e-4, "seed \(seed)")
    }
    // All but those as alike as the last one, of which any may be missing.
    let last = (expected.last?.similarity ?? 0) + 1e-4
    let sure = Set(expected.filter { $0.similarity > last }.map(\.id))
    #expect(sure.isSubset(of: found.map(\.id)), "seed \(seed)")
  }

  @Test(
    "a search after random edits finds what comparing with each text finds",
    arguments: [UInt64(41), 42, 43, 44, 45, 46])
  func equalsBruteForce(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var oracle = Oracle()
    let start = Int.random(in: 0...600, using: &random)
    for id in 0..<start { oracle.texts[id] = Self.text(&random) }
    var index = SimilarityIndex(start) { oracle.texts[$0] ?? [] }
    for round in 0..<40 {
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let id = Int.random(in: 0..<(start + 20), using: &random)
        if Int.random(in: 0..<3, using: &random) == 0 {
          oracle.texts[id] = nil
          index.remove(id)
        } else {
          let text = Self.text(&random)
          oracle.texts[id] = text
          index.set(id, to: text)
        }
      }
      #expect(index.count == oracle.texts.count, "seed \(seed)")
      let draft = Self.text(&random)
      let limit = [1, 3, 10, 1000][round % 4]
      let threshold = [0, 0.2, 0.6][round % 3]
      Self.expectSame(
        index.weights(with: draft).matches(limit: limit, atLeast: threshold),
        oracle.matches(draft, limit: limit, atLeast: threshold), seed)
    }
  }

  @Test(
    "what a search finds depends on the texts alone, not on how they came",
    arguments: [UInt64(51), 52])
  func historyFree(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let texts = (0..<700).map { _ in Self.text(&random) }
    let built = SimilarityIndex(texts.count) { texts[$0] }
    var grown = SimilarityIndex(texts.count) { texts[($0 + 7) % texts.count] }
    for id in texts.indices.reversed() { grown.set(id, to: texts[id]) }
    for query in 0..<10 {
      let draft = texts[query * 50]
      Self.expectSame(
        grown.weights(with: draft).matches(limit: 8),
        built.weights(with: draft).matches(limit: 8), seed)
    }
  }

  @Test("neighbours of a text are those a search for it finds, but for itself")
  func neighbours() throws {
    var random = SeededRandom(seed: 53)
    let texts = (0..<300).map { _ in Self.text(&random) }
    let index = SimilarityIndex(texts.count) { texts[$0] }
    let draft = Self.text(&random)
    let weights = index.weights(with: draft)
    let corpus = TextCorpus((texts + [draft]).map { $0.map { WeightedText($0) } })
    for id in [0, 17, 299] {
      let found = weights.neighbours(of: id, limit: 5)
      #expect(!found.contains { $0.id == id }, "seed 53")
      for match in found {
        #expect(abs(match.similarity - corpus.similarity(id, match.id)) < 1e-4, "seed 53")
      }
      let best = texts.indices.filter { $0 != id }.map { corpus.similarity(id, $0) }.max()
      #expect(abs((found.first?.similarity ?? 0) - (best ?? 0)) < 1e-4, "seed 53")
    }
    #expect(weights.neighbours(of: 300, limit: 5).isEmpty)
  }

  @Test("an edit of a copy changes nothing of the original")
  func copies() {
    let original = SimilarityIndex(3) { [["Kita-Portal"], ["Parkleitsystem"], ["Onleihe"]][$0] }
    var copy = original
    copy.set(1, to: ["Wärmeplanung"])
    #expect(original.weights(with: ["Parkleitsystem"]).matches(limit: 1).map(\.id) == [1])
    #expect(copy.weights(with: ["Parkleitsystem"]).matches(limit: 1).isEmpty)
    #expect(copy.weights(with: ["Waermeplan"]).matches(limit: 1).map(\.id) == [1])
  }

  @Test("while a word is being typed, its end counts for nothing yet")
  func typing() throws {
    let texts = ["Wärmeplanung der Stadtwerke", "Parkleitsystem", "Kitaplätze"]
    let index = SimilarityIndex(3) { [texts[$0]] }
    func best(_ text: String, isTyping: Bool) -> SimilarityIndex.Match? {
      index.weights(with: [text], isTyping: isTyping).matches(limit: 1).first
    }
    let (typed, ended) = (best("Wärmepl", isTyping: true), best("Wärmepl", isTyping: false))
    #expect(typed?.id == 0)
    #expect(try #require(typed).similarity > (try #require(ended)).similarity)
    #expect(best("Wärmepl ", isTyping: true)?.similarity == ended?.similarity)
    #expect(best("Park", isTyping: true)?.id == 1)
    #expect(best("Ki", isTyping: true) == nil)
  }

  @Test("no texts, empty texts, and texts that are all the same are searched like others")
  func edges() {
    var index = SimilarityIndex()
    #expect(index.weights(with: ["Kita"]).matches(limit: 5).isEmpty)
    index.set(4, to: [""])
    index.set(2, to: [])
    #expect(index.weights(with: ["Kita"]).matches(limit: 5).isEmpty)
    #expect(index.weights(with: [""]).matches(limit: 5).isEmpty)
    for id in 0..<50 { index.set(id, to: ["Kita-Portal", "Plätze suchen"]) }
    let found = index.weights(with: ["Kita-Portal", "Plätze suchen"]).matches(limit: 5)
    #expect(found.map(\.id) == [0, 1, 2, 3, 4])
    #expect(found.allSatisfy { abs($0.similarity - 1) < 1e-4 })
    for id in 0..<50 { index.remove(id) }
    index.remove(50)
    #expect(index.count == 0)
    #expect(index.weights(with: ["Kita-Portal"]).matches(limit: 5).isEmpty)
  }

  /// A title of one to four words and a summary of none to a dozen, so that bounds are tested
  /// from both sides; some words stand twice.
  private static func text(_ random: inout SeededRandom) -> [String] {
    let frequent = ["Bürger", "Portal", "Schule", "Verkehr", "der", "digital"]
    let rare = (0..<60).map { "Wort\(Character(UnicodeScalar(UInt8(97 + $0 % 26))))\($0 / 26)x" }
    let parts = ["netz", "plan", "werk", "park", "baum"]
    func words(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &random)).map { _ in
        switch Int.random(in: 0..<4, using: &random) {
        case 0: frequent.randomElement(using: &random) ?? ""
        case 1: rare.randomElement(using: &random) ?? ""
        default:
          (parts.randomElement(using: &random) ?? "") + (parts.randomElement(using: &random) ?? "")
        }
      }.joined(separator: " ")
    }
    return [words(1...4), words(0...12)]
  }
}
