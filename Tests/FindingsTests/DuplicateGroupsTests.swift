import Portfolio
import Testing
import TextMatching

@testable import Findings

@Suite("Groups of duplicates")
struct DuplicateGroupsTests {
  private static let day = CalendarDay(daysSinceEpoch: 19_723)  // 2024-01-01

  /// Three records of one undertaking and one of another.
  private static func city() -> Portfolio {
    let texts = [
      ("a", "umwelt", "Kommunale Wärmeplanung", "Wärmeplan aller Gebäude, 430 Quartiere"),
      ("b", "werke", "Wärmeplan der Stadt", "Kommunaler Wärmeplan, 430 Quartiere"),
      ("c", "bau", "Plan für kommunale Wärme", "Wärmeplan aller Gebäude, 430 Quartiere, bis 2026"),
      ("d", "kultur", "Onleihe", "E-Books und Hörbücher der Stadtbibliothek"),
    ]
    return Portfolio(
      departments: texts.map { Department(id: $0.1, name: $0.1) },
      projects: texts.map { id, department, title, summary in
        Project(
          id: id, title: title, summary: summary, department: department, status: .running,
          period: Period(start: PartialDate("2023-05"), end: PartialDate("2026")))
      })
  }

  private static func snapshot(_ portfolio: Portfolio) -> Snapshot {
    Snapshot(portfolio, asOf: Self.day)
  }

  @Test("three records of one undertaking are one group")
  func group() throws {
    let snapshot = Self.snapshot(Self.city())
    let groups = DuplicateGroups(snapshot).groups
    let group = try #require(groups.first)
    #expect(groups.count == 1)
    #expect(group.projects.map { snapshot.projects[$0].id } == ["a", "b", "c"])
    #expect(group.score == group.pairs.map(\.score).max())
  }

  @Test("a decided pair connects nothing")
  func decided() {
    var city = Self.city()
    for (one, other) in [("a", "b"), ("c", "a")] {
      city.verdicts.append(Verdict(first: one, second: other, outcome: .different))
    }
    let snapshot = Self.snapshot(city)
    let groups = DuplicateGroups(snapshot).groups
    #expect(groups.map { $0.projects.map { snapshot.projects[$0].id } } == [["b", "c"]])
  }

  @Test("only what concerns the named projects is shown")
  func concerning() {
    let snapshot = Self.snapshot(Self.city())
    #expect(DuplicateGroups(snapshot, concerning: [3]).groups.isEmpty)
    #expect(DuplicateGroups(snapshot, concerning: [1]).groups.count == 1)
  }

  @Test("any pair can be explained, and its evidence adds up to its score")
  func explained() {
    let snapshot = Self.snapshot(Self.city())
    for (one, other) in [(0, 1), (1, 0), (0, 3), (2, 3)] {
      let pair = ExplainedPair(one, other, in: snapshot)
      let logOdds = pair.evidence.reduce(0) { $0 + $1.weight }
      #expect(abs(pair.score - 1 / (1 + exponential(-logOdds))) < 1e-12)
    }
    #expect(ExplainedPair(0, 1, in: snapshot) == ExplainedPair(1, 0, in: snapshot))
    #expect(ExplainedPair(0, 3, in: snapshot).score < 0.01)
  }

  @Test("a project in the making is held against what is registered")
  func hint() throws {
    var draft = Project(id: "", title: "Wärmeplanung", summary: "Wärmeplan für 430 Quartiere")
    draft.period = Period(start: PartialDate("2023"))
    let hint = DuplicateHint(
      for: draft, in: Self.city(), asOf: Self.day, limit: 2)
    #expect(hint.pairs.count == 2)
    let best = try #require(hint.pairs.first)
    #expect([best.left, best.right].contains(hint.snapshot.projects.count - 1))
    #expect(best.score > 0.5)
    let other = Project(id: "", title: "Parkleitsystem")
    #expect(
      DuplicateHint(
        for: other, in: Self.city(), asOf: Self.day, limit: 2
      ).pairs.isEmpty)
  }
}
