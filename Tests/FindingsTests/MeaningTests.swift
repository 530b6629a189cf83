import Portfolio
import TextMatching
import Testing

@testable import Findings

@Suite("Evidence of a language model")
struct MeaningTests {
  private static let day = CalendarDay(daysSinceEpoch: 20_780)  // 2026-11-23

  /// The first two are the same in other words, the rest have nothing to do with each other.
  private static let projects = [
    ("E-Akte", "Papierakten der Ämter werden abgelöst, Vorgänge liegen elektronisch vor"),
    ("Papierloses Rathaus", "Schriftgut digital führen statt ausdrucken und abheften"),
    ("Mängelmelder", "Schäden an Straßen per Foto melden"),
    ("Onleihe", "Hörbücher der Stadtbibliothek leihen"),
    ("Parkleitsystem", "Freie Stellplätze in Tiefgaragen anzeigen"),
    ("Baumkataster", "Standorte und Zustand der Stadtbäume erfassen"),
    ("Ferienpass", "Angebote für Kinder in den Ferien buchen"),
  ].enumerated().map { Project(id: "p\($0.offset)", title: $0.element.0, summary: $0.element.1) }

  /// Each meaning a direction of its own, but for the first two.
  private static let vectors = TextVectors(
    model: "m",
    vectors: Dictionary(
      uniqueKeysWithValues: projects.enumerated().map { place, project in
        var vector = [Float](repeating: 0.1, count: projects.count)
        vector[max(place, 1)] = 1
        return (project.describedText, vector)
      }))

  private func score(_ left: Int, _ right: Int, vectors: TextVectors?) -> PairScore {
    let snapshot = Snapshot(
      Portfolio(projects: Self.projects), asOf: Self.day, vectors: vectors)
    return snapshot.pairs.comparison(of: ProjectPair(left, right)).duplicateScore
  }

  @Test("what means the same in other words is likelier the same")
  func closer() {
    let without = score(0, 1, vectors: nil)
    let with = score(0, 1, vectors: Self.vectors)
    #expect(with.logOdds > without.logOdds)
    let term = with.terms.first { $0.field == .meaning }
    #expect((term?.weight ?? 0) > 0)
    #expect(without.terms.allSatisfy { $0.field != .meaning })
    #expect(abs(with.logOdds - without.logOdds - (term?.weight ?? 0)) < 1e-9)
  }

  @Test("what means something else is not")
  func farther() {
    #expect(
      score(2, 3, vectors: Self.vectors).logOdds < score(2, 3, vectors: nil).logOdds)
  }

  @Test("a pair that shares no word is compared at all")
  func candidates() {
    func isCompared(_ vectors: TextVectors?) -> Bool {
      let snapshot = Snapshot(
        Portfolio(projects: Self.projects), asOf: Self.day, vectors: vectors)
      return snapshot.pairs.pairs.contains { $0.pair == ProjectPair(0, 1) }
    }
    #expect(!isCompared(nil))
    #expect(isCompared(Self.vectors))
  }

  @Test("a list's pairs are ranked by it, too")
  func list() throws {
    let matching = ListMatching(
      Portfolio(projects: Self.projects), asOf: Self.day, split: nil, threshold: 0,
      vectors: Self.vectors)
    let best = try #require(matching.matches.first)
    #expect([best.left, best.right] == [0, 1])
  }
}
