import Portfolio
import Testing

@testable import Findings

@Suite("Comparing lists")
struct ListMatchingTests {
  private static let day = CalendarDay(daysSinceEpoch: 20_780)  // 2026-11-23

  private func project(_ id: String, _ title: String, _ summary: String? = nil) -> Project {
    Project(id: id, title: title, summary: summary)
  }

  private var few: [Project] {
    [
      project("a", "Mängelmelder", "Schäden an Straßen und Grünflächen per Foto melden"),
      project("b", "Onleihe", "E-Books und Hörbücher der Stadtbibliothek leihen"),
      project("c", "Melder für Mängel", "Per Foto Schäden an Straßen und Grünflächen melden"),
      project("d", "Parkleitsystem", "Freie Plätze in Parkhäusern anzeigen"),
    ]
  }

  private func matching(_ projects: [Project], split: Int? = nil, threshold: Double = 0)
    -> ListMatching
  {
    ListMatching(
      Portfolio(projects: projects), asOf: Self.day, split: split, threshold: threshold)
  }

  @Test("the same undertaking in other words comes first")
  func best() throws {
    let best = try #require(matching(few).matches.first)
    #expect([best.left, best.right] == [0, 2])
    #expect(best.score > 0.5)
  }

  @Test("two lists are compared across, never within")
  func across() {
    let split = matching(few, split: 2)
    #expect(split.matches.allSatisfy { $0.left < 2 && $0.right >= 2 })
    #expect(split.matches.first.map { [$0.left, $0.right] } == [0, 2])
  }

  @Test("of two counterparts in the other list the better one keeps its score")
  func counterpart() throws {
    let worse = project("e", "Meldungen", "Schäden an Straßen per Telefon melden")
    let alone = matching(few, split: 2)
    let crowded = matching(few + [worse], split: 2)
    func score(_ matching: ListMatching, _ right: Int) -> Double? {
      matching.matches.first { $0.left == 0 && $0.right == right }?.score
    }
    let kept = try #require(score(crowded, 2))
    #expect(kept > 0.5)
    #expect(score(alone, 2) != nil)
    if let lowered = score(crowded, 4) { #expect(lowered < 0.1) }
  }

  @Test("a hundred thousand like rows are each paired once, not each with each")
  func crowd() {
    let rows = (0..<100_000).map { project(String($0), "Website", "Die Website der Stadt") }
    let matching = matching(rows + few, threshold: 0.2)
    #expect(matching.crowded == 99_999)
    #expect(matching.matches.filter { $0.left == 0 && $0.right < 100_000 }.count == 99_999)
    #expect(matching.matches.contains { $0.left == 100_000 && $0.right == 100_002 })
  }

  @Test("a long list's few duplicates are found, whichever of them comes first")
  func longList() throws {
    // Rows that have nothing to do with each other, and two of each of the few among them.
    let rows = (0..<6_000).map { project("r\($0)", "Fach\($0)x Verfahren\($0 * 7)y") }
    let matching = matching(
      few + rows
        + few.map { row in
          var row = row
          row.id += "2"
          return row
        })
    #expect(matching.isComplete)
    let found = Set(matching.matches.filter { $0.score > 0.5 }.map { [$0.left, $0.right] })
    for place in few.indices { #expect(found.contains([place, 6_004 + place])) }
    #expect(found.contains([0, 2]))
    let places = Set(matching.matches.flatMap { [$0.left, $0.right] })
    #expect(places.allSatisfy { $0 < 4 || $0 >= 6_004 })
  }

  @Test("many crowds in a long list are each paired with their first")
  func manyCrowds() {
    let rows = (0..<12_000).map { project(String($0), "Fach\($0 % 600)x", "Amt\($0 % 600)y") }
    let matching = matching(rows)
    #expect(matching.crowded == 12_000 - 600)
    #expect(matching.matches.count == 12_000 - 600)
    #expect(matching.matches.allSatisfy { $0.left < 600 && $0.right % 600 == $0.left })
  }

  @Test("an empty list has no matches")
  func empty() {
    #expect(matching([]).matches.isEmpty)
    #expect(matching([few[0]]).matches.isEmpty)
  }
}
