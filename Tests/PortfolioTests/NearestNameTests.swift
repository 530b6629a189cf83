import TestSupport
import Testing

@testable import Portfolio

@Suite("The nearest name")
struct NearestNameTests {
  /// The recursive definition of the restricted Damerau-Levenshtein distance, word for word.
  private func distance(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    guard let x = a.last else { return b.count }
    guard let y = b.last else { return a.count }
    var best = min(
      distance(a.dropLast(), b) + 1, distance(a, b.dropLast()) + 1,
      distance(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1))
    if let before = a.dropLast().last, let other = b.dropLast().last, x == other, y == before {
      best = min(best, distance(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return best
  }

  @Test("is measured by the distance as it is defined", arguments: [11, 12, 13] as [UInt64])
  func distances(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func word() -> [Character] {
      (0..<Int(random.next() % 6)).map { _ in ["a", "b", "c"][Int(random.next() % 3)] }
    }
    for _ in 0..<300 {
      let (a, b) = (word(), word())
      let expected = distance(a[...], b[...])
      #expect(
        NearestName.distance(a, b, limit: 10) == expected, "seed \(seed): \(a) \(b)")
      #expect(
        NearestName.distance(a, b, limit: 1) == (expected <= 1 ? expected : nil),
        "seed \(seed): \(a) \(b)")
    }
  }

  @Test("is the first of equals, and none that is far")
  func nearest() {
    #expect(NearestName.of("kultru", among: ["kuh", "kultur", "kulturen"]) == "kultur")
    #expect(NearestName.of("TITLE", among: ["title"]) == "title")
    #expect(NearestName.of("abx", among: ["aby", "abz"]) == "aby")
    #expect(NearestName.of("xyz", among: ["title", "summary"]) == nil)
    #expect(NearestName.of("", among: ["title"]) == nil)
  }
}
