@testable import Findings
import Portfolio
import TestSupport
import Testing

@Suite("A snapshot")
struct SnapshotTests {
  @Test("former ids resolve, but never to another project's present id")
  func formerIDs() {
    var portfolio = Sample.portfolio
    portfolio["wald"].formerly = ["forst", "akte"]
    let snapshot = Snapshot(portfolio, asOf: Sample.today)
    #expect(snapshot.projectTable["forst"] == 3)
    #expect(snapshot.projectTable["akte"] == 1)
    #expect(snapshot.projectTable["unbekannt"] == nil)
    #expect(snapshot.originalID(of: Subject(.project, "wald")) == "forst")
    #expect(snapshot.originalID(of: Subject(.guideline, "wald")) == "wald")
  }

  @Test("a link is confirmed, stated from both sides, or stated by one alone")
  func linkStates() {
    var portfolio = Sample.portfolio
    portfolio["akte"].links = [
      Link(project: "wald", kind: .partOf), Link(project: "konto", kind: .dependsOn),
      Link(project: "fort", kind: .dependsOn), Link(project: "alt", kind: .replaces),
    ]
    portfolio["akte"].formerly = ["alt"]
    portfolio["konto"].links = [Link(project: "alt", kind: .sharesDataWith)]
    let snapshot = Snapshot(portfolio, asOf: Sample.today)
    #expect(snapshot.linksFromProject[1].map(\.state) == [.proposed, .mutual])
    #expect(snapshot.linksFromProject[0].map(\.state) == [.confirmed, .confirmed])
    #expect(snapshot.linksToProject[1].map(\.source) == [0, 2])
    #expect(snapshot.unresolvedLinks == [UnresolvedLink(source: 1, target: "fort", position: 2)])
    #expect(snapshot.areLinked(2, 1) && !snapshot.areLinked(2, 3))
  }

  @Test("the latest verdict counts, whatever the order of the pair")
  func verdicts() {
    var portfolio = Sample.portfolio
    portfolio.verdicts = [
      Verdict(first: "wald", second: "akte", outcome: .different, date: Sample.date("2026-03")),
      Verdict(first: "akte", second: "wald", outcome: .duplicate, date: Sample.date("2025")),
      Verdict(first: "akte", second: "wald", outcome: .cooperate),
      Verdict(first: "akte", second: "fort", outcome: .duplicate),
    ]
    let snapshot = Snapshot(portfolio, asOf: Sample.today)
    let pair = ProjectPair(3, 1)
    #expect(snapshot.decidedPairs == [pair])
    #expect(snapshot.duplicateVerdict(on: pair)?.outcome == .different)
    #expect(snapshot.networkVerdict(on: pair)?.outcome == .cooperate)
    #expect(snapshot.decidedPartners(of: 1) == [3])
    #expect(snapshot.networkVerdict(on: ProjectPair(0, 1)) == nil)
  }

  @Test(
    "a project of unknown status is active until its period is over",
    arguments: [
      (nil, nil, ProjectPhase.unknown), (nil, "2026-11-22", .unknown), (nil, "2026-11-21", .ended),
      (ProjectStatus.running, "2020", .running), (.completed, nil, .ended), (.idea, nil, .idea),
      (.discontinued, "2030", .discontinued), (.planned, nil, .planned),
    ])
  func phases(status: ProjectStatus?, end: String?, phase: ProjectPhase) {
    var portfolio = Sample.portfolio
    portfolio["wald"].status = status
    portfolio["wald"].period = Period(end: end.map(Sample.date))
    let snapshot = Snapshot(portfolio, asOf: Sample.today)
    #expect(snapshot.phase(of: 3) == phase)
    #expect(snapshot.isActive(3) == (phase != .ended && phase != .discontinued))
  }

  @Test("compressed rows hold what was put into them, row by row and in order", arguments: 1...20)
  func compressedRows(seed: UInt64) {
    var generator = SeededRandom(seed: seed)
    let rows = Int.random(in: 0...6, using: &generator)
    var lists = [[Int]](repeating: [], count: rows)
    var entries: [CompressedRows<Int>.Entry] = []
    for value in 0..<(rows == 0 ? 0 : 30) {
      let row = Int.random(in: 0..<rows, using: &generator)
      lists[row].append(value)
      entries.append(.init(row, value))
    }
    let compressed = CompressedRows(rows: rows, entries: entries)
    #expect(compressed.rows.map { Array(compressed[$0]) } == lists, "seed \(seed)")
    #expect(compressed.all == lists.flatMap { $0 }, "seed \(seed)")
  }

  @Test("a project's view shows its neighbours on both sides, what is missing and its findings")
  func projectView() throws {
    var portfolio = Sample.portfolio
    portfolio["museum"].formerly = ["haus"]
    portfolio["museum"].links.append(Link(project: "fort", kind: .partOf))
    portfolio["museum"].alignments.removeLast()
    let snapshot = Snapshot(portfolio, asOf: Sample.today)
    let view = try #require(ProjectView.make(snapshot, "haus", findings: Check().run(snapshot)))
    #expect(view.project.id == "museum")
    #expect(view.departmentName == "Kulturreferat")
    #expect(view.themeNames == ["Kultur und Freizeit"])
    #expect(view.alignments.map(\.guidelineName) == ["Innovativer werden"])
    #expect(view.neighbours.map(\.id) == ["akte", "konto", "wald"])
    #expect(view.neighbours.map(\.direction) == [.outgoing, .outgoing, .incoming])
    #expect(view.unresolvedLinks == ["fort"])
    #expect(view.missing.first == .contact)
    #expect(view.completeness > 0.5 && view.completeness < 1)
    #expect(view.findings.map(\.rule) == ["network/dangling-link"])
    #expect(ProjectView.make(snapshot, "unbekannt") == nil)
  }

  @Test("quotation marks inside a title become single ones")
  func quotation() {
    #expect(Quotation.of("Bauamt").german == "„Bauamt“")
    #expect(Quotation.of("IT „Lernen“ neu").german == "„IT ‚Lernen‘ neu“")
    #expect(Quotation.of("IT „Lernen“ neu").english == "“IT ‘Lernen’ neu”")
    #expect(Quotation.of("IT \"Lernen\" neu").german == "„IT ‚Lernen‘ neu“")
  }

  @Test("an enumeration never hides a single name")
  func enumeration() {
    #expect(Enumeration.of(["A"]).german == "A")
    #expect(Enumeration.of(["A", "B"]).english == "A and B")
    #expect(Enumeration.of(["A", "B", "C"], limit: 2).german == "A, B und C")
    #expect(Enumeration.of(["A", "B", "C", "D"], limit: 2).german == "A, B und 2 weitere")
  }

  @Test("dates are written as people write them")
  func dates() {
    #expect(Sample.date("2021-03-05").wording.german == "05.03.2021")
    #expect(Sample.date("2021-03").wording.german == "März 2021")
    #expect(Sample.date("2021-03-05").wording.english == "5 March 2021")
    #expect(Sample.date("2021").wording.english == "2021")
  }
}
