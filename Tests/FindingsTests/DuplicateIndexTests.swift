import Portfolio
import TestSupport
import Testing
import TextMatching

@testable import Findings

@Suite("Duplicate index")
struct DuplicateIndexTests {
  private static let day = CalendarDay(daysSinceEpoch: 19_723)  // 2024-01-01

  @Test(
    "a hint scores each candidate as a whole analysis with the draft among the projects",
    arguments: [UInt64(61), 62, 63, 64])
  func equalsWholeAnalysis(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var portfolio = Portfolio(departments: [Department(id: "kultur", name: "Kulturreferat")])
    portfolio.projects = (0..<60).map { Self.project("p\($0)", &random) }
    var index = DuplicateIndex(portfolio)
    for _ in 0..<25 { Self.edit(&portfolio, &index, &random) }
    #expect(index.count == portfolio.projects.count, "seed \(seed)")
    var shown = 0
    for _ in 0..<12 {
      let draft = Self.project("", &random)
      let hint = index.hint(for: draft, asOf: Self.day, limit: 5)
      var whole = portfolio
      whole.projects.append(draft)
      let snapshot = Snapshot(whole, asOf: Self.day)
      let place = whole.projects.count - 1
      let expected = (0..<place).map { ExplainedPair($0, place, in: snapshot) }
        .filter { $0.score >= DuplicateHint.leastScore }
        .sorted { $0.score > $1.score }.prefix(5)
      #expect(hint.pairs.count == expected.count, "seed \(seed)")
      for (one, other) in zip(hint.pairs, expected) {
        #expect(abs(one.score - other.score) < 1e-3, "seed \(seed)")
        #expect(one.shared == other.shared, "seed \(seed)")
        #expect(one.evidence.map(\.field) == other.evidence.map(\.field), "seed \(seed)")
        shown += 1
      }
    }
    #expect(shown > 5, "seed \(seed)")
  }

  /// A changed, a new or a removed project, in both.
  private static func edit(
    _ portfolio: inout Portfolio, _ index: inout DuplicateIndex, _ random: inout SeededRandom
  ) {
    let place = Int.random(in: portfolio.projects.indices, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      index.remove(portfolio.projects.remove(at: place).id)
    case 1:
      portfolio.projects[place] = project(portfolio.projects[place].id, &random)
      index.set(portfolio.projects[place])
    default:
      let id = "n\(Int.random(in: 0..<1_000_000, using: &random))"
      portfolio.projects.append(project(id, &random))
      if let last = portfolio.projects.last { index.set(last) }
    }
  }

  @Test("after an edit the hint finds the new text, and the old one no more")
  func edited() throws {
    var index = DuplicateIndex(
      Portfolio(projects: [
        Project(id: "a", title: "Parkleitsystem", summary: "Freie Parkplätze anzeigen"),
        Project(id: "b", title: "Onleihe", summary: "E-Books der Stadtbibliothek"),
      ]))
    let draft = Project(id: "", title: "Onleihe", summary: "E-Books der Stadtbibliothek")
    func ids(_ index: DuplicateIndex) -> [String] {
      let hint = index.hint(for: draft, asOf: Self.day, limit: 3)
      return hint.pairs.map { hint.snapshot.projects[min($0.left, $0.right)].id }
    }
    let before = index
    #expect(ids(index) == ["b"])
    index.set(Project(id: "a", title: "Onleihe", summary: "E-Books der Stadtbibliothek leihen"))
    #expect(Set(ids(index)) == ["a", "b"])
    index.remove("b")
    #expect(ids(index) == ["a"])
    #expect(ids(before) == ["b"], "a copy lent before the edits stays as it was")
  }

  @Test("a registered project is not held against itself")
  func itself() {
    let project = Project(id: "a", title: "Onleihe", summary: "E-Books der Stadtbibliothek")
    let index = DuplicateIndex(Portfolio(projects: [project]))
    #expect(index.hint(for: project, asOf: Self.day, limit: 3).pairs.isEmpty)
  }

  @Test("other fields of the draft count, too")
  func fields() throws {
    var registered = Project(
      id: "a", title: "Leihräder", summary: "Räder für Bürgerinnen und Bürger an 30 Stationen")
    registered.themes = ["mobilitaet"]
    registered.audience = ["Pendler"]
    registered.period = Period(start: PartialDate("2023-05"))
    let theme = Theme(id: "mobilitaet", name: "Mobilität")
    let index = DuplicateIndex(
      Portfolio(
        strategy: Strategy(id: "dach", name: "Dach", themes: [theme]), projects: [registered]))
    var draft = Project(id: "", title: "Fahrradverleih", summary: "Leihräder an 30 Stationen")
    let bare = index.hint(for: draft, asOf: Self.day, limit: 1).pairs.first?.score ?? 0
    draft.themes = ["mobilitaet"]
    draft.audience = ["Pendler"]
    draft.period = Period(start: PartialDate("2023-05"))
    let full = try #require(index.hint(for: draft, asOf: Self.day, limit: 1).pairs.first)
    #expect(full.score > bare)
    #expect(Set(full.evidence.map(\.field)).isSuperset(of: ["theme", "audience", "start"]))
  }

  private static func project(_ id: String, _ random: inout SeededRandom) -> Project {
    let words = [
      "Wärme", "Plan", "Quartier", "Schule", "Tablet", "Parken", "Sensor", "Museum", "Archiv",
      "Ticket", "Kita", "Platz", "Baum", "Kataster", "Melder", "Geodaten", "Zwilling", "Pflege",
    ]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
    var project = Project(
      id: id, title: text(2), summary: text(4) + " \(Int.random(in: 20...40, using: &random))")
    project.department = Bool.random(using: &random) ? "kultur" : nil
    if Bool.random(using: &random) { project.audience = [text(1), text(1)] }
    if Bool.random(using: &random) { project.technologies = [text(1)] }
    if Bool.random(using: &random) { project.partners = [Partner(name: text(1))] }
    project.period = Period(
      start: PartialDate(Bool.random(using: &random) ? "2023-05" : "2023-07"))
    return project
  }
}
