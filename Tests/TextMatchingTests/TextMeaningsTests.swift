import TestSupport
import Testing

@testable import TextMatching

@Suite("Closeness of meaning")
struct TextMeaningsTests {
  private static func random(_ count: Int, dimension: Int, seed: UInt64) -> [[Float]] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      (0..<dimension).map { _ in Float.random(in: -1...1, using: &random) }
    }
  }

  private static func meanings(_ vectors: [[Float]?]) -> TextMeanings {
    let texts = vectors.indices.map(String.init)
    var known: [String: [Float]] = [:]
    for (text, vector) in zip(texts, vectors) { known[text] = vector }
    return TextMeanings(texts, vectors: TextVectors(model: "m", vectors: known))
  }

  private static func cosine(_ one: [Float], _ other: [Float]) -> Double {
    func length(_ vector: [Float]) -> Double {
      vector.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
    return zip(one, other).reduce(0) { $0 + Double($1.0) * Double($1.1) }
      / (length(one) * length(other))
  }

  @Test("closeness is the cosine in standard deviations from the mean of all pairs")
  func closeness() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    let vectors = Self.random(40, dimension: 13, seed: seed)
    let meanings = Self.meanings(vectors)
    var cosines: [Double] = []
    for one in vectors.indices {
      for other in vectors.indices where other != one {
        cosines.append(Self.cosine(vectors[one], vectors[other]))
      }
    }
    let mean = cosines.reduce(0, +) / Double(cosines.count)
    let variance = cosines.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(cosines.count)
    for one in vectors.indices {
      for other in vectors.indices where other != one {
        let expected = (Self.cosine(vectors[one], vectors[other]) - mean) / variance.squareRoot()
        let found = try #require(meanings.closeness(one, other))
        #expect(abs(found - expected) < 1e-3)
        #expect(meanings.closeness(other, one) == found)
      }
    }
  }

  @Test("the nearest texts are those that comparing each with each gives")
  func nearest() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    let vectors = Self.random(60, dimension: 24, seed: seed)
    let found = Self.meanings(vectors).nearestPairs(3)
    var expected: [[Int]] = []
    for one in vectors.indices {
      let others = vectors.indices.filter { $0 != one }
        .sorted { Self.cosine(vectors[one], vectors[$0]) > Self.cosine(vectors[one], vectors[$1]) }
      expected += others.prefix(3).map { [min(one, $0), max(one, $0)] }
    }
    #expect(found.map { [$0.left, $0.right] } == expected)
  }

  @Test("how long a model's vectors are, and how alike it finds everything, changes nothing")
  func scale() throws {
    let vectors = Self.random(30, dimension: 8, seed: 7)
    let (plain, long) = (Self.meanings(vectors), Self.meanings(vectors.map { $0.map { $0 * 9 } }))
    for other in 1..<30 {
      let difference = try #require(plain.closeness(0, other)) - #require(long.closeness(0, other))
      #expect(abs(difference) < 1e-3)
    }
  }

  @Test("texts without a vector, or with one of another length, are like no other")
  func unknown() {
    var vectors: [[Float]?] = Self.random(12, dimension: 8, seed: 8)
    vectors[3] = nil
    vectors[4] = [1, 0]
    let meanings = Self.meanings(vectors)
    for other in 0..<12 where ![3, 4].contains(other) {
      #expect(meanings.closeness(3, other) == nil)
      #expect(meanings.closeness(other, 4) == nil)
    }
    #expect(meanings.nearestPairs(5).allSatisfy { ![3, 4].contains($0.left) })
    #expect(meanings.density(3, 4) == 0)
  }

  @Test("a handful of texts, or none, is no trouble", arguments: 0...3)
  func few(_ count: Int) {
    let meanings = Self.meanings(Self.random(count, dimension: 5, seed: 9))
    for one in 0..<count {
      for other in 0..<count { #expect(meanings.closeness(one, other)?.isFinite == true) }
    }
  }
}
