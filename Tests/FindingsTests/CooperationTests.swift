import Findings
import Portfolio
import Testing

@Suite("Links and cooperation wait for the other side's answer")
struct CooperationTests {
  private static let unconfirmed = "network/unconfirmed-link"
  private static let pending = "network/cooperation-pending"

  /// A link that only one department states, since a day.
  private static func link(
    _ date: String?, _ kind: LinkKind = .sharesDataWith, declined: Refusal? = nil
  ) -> (inout Portfolio) -> Void {
    {
      $0["wald"].links.append(
        Link(
          project: "akte", kind: kind, proposed: date.map(Sample.date), declined: declined, line: 30
        ))
    }
  }

  private static let refusal = Refusal(date: Sample.date("2026-11-20"), reason: "läuft aus")

  @Test("a fresh link is not suspect; once the time is over, the finding says since when")
  func grace() {
    #expect(flagged(Self.unconfirmed, after: Self.link("2026-11-20")) == [])
    #expect(flagged(Self.unconfirmed, after: Self.link("2026-11-08")) == [])
    let found = findings(Self.unconfirmed, after: Self.link("2026-11-07"))
    #expect(
      found.map(\.message.german) == [
        "„Projekt wald“ (Umweltreferat) nennt seit dem 07.11.2026 eine Verbindung zu „Projekt akte“ (Referat für IT); dort ist sie noch nicht bestätigt."
      ])
    #expect(
      findings(Self.unconfirmed, after: Self.link("2026-09")).map(\.message.english) == [
        "“Projekt wald” (Umweltreferat) has stated a link to “Projekt akte” (Referat für IT) since September 2026, which has not confirmed it yet."
      ])
    // Nobody noted its age, so nobody can wait for it to pass.
    #expect(flagged(Self.unconfirmed, after: Self.link(nil)) == [["wald", "akte"]])
    #expect(
      flagged(Self.unconfirmed) {
        Self.link("2026-11-20")(&$0)
        $0.strategy?.checks.answerWithinDays = 1
      } == [["wald", "akte"]])
  }

  @Test("a declined link is no link, but stays on record")
  func declined() throws {
    var portfolio = Sample.portfolio
    Self.link("2026-09", declined: Self.refusal)(&portfolio)
    let snapshot = Snapshot(portfolio, asOf: Sample.today)
    let places = (
      try #require(snapshot.projectTable["wald"]), try #require(snapshot.projectTable["akte"])
    )
    #expect(!snapshot.areLinked(places.0, places.1))
    #expect(snapshot.isDeclined(ProjectPair(places.0, places.1)))
    #expect(flagged(Self.unconfirmed, after: Self.link("2026-09", declined: Self.refusal)) == [])
    let view = try #require(ProjectView.make(snapshot, "wald"))
    let neighbour = try #require(view.neighbours.last)
    #expect(neighbour.state == .declined && neighbour.declined == Self.refusal)
    #expect(neighbour.proposed == Sample.date("2026-09"))
    // What the other side states by itself still stands.
    portfolio["akte"].links = [Link(project: "wald", kind: .sharesDataWith)]
    let stated = Snapshot(portfolio, asOf: Sample.today)
    #expect(stated.areLinked(places.0, places.1))
    #expect(stated.linksFromProject[places.1].map(\.state) == [.proposed])
  }

  @Test("a declined dependency is flagged at once, with the reason")
  func declinedDependency() {
    let found = findings(
      Self.unconfirmed, after: Self.link("2026-11-20", .dependsOn, declined: Self.refusal))
    #expect(
      found.map(\.message.german) == [
        "„Projekt wald“ (Umweltreferat) hängt ab von „Projekt akte“; Referat für IT hat das abgelehnt (20.11.2026): „läuft aus“."
      ])
  }

  private static func cooperate(
    _ date: String?, by: String? = nil, _ change: @escaping (inout Verdict) -> Void = { _ in }
  ) -> (inout Portfolio) -> Void {
    {
      var verdict = Verdict(
        first: "wald", second: "akte", outcome: .cooperate, reason: "gemeinsame Karte", by: by,
        date: date.map(Sample.date))
      change(&verdict)
      $0.verdicts = [verdict]
    }
  }

  @Test("a decision to cooperate that nothing follows is flagged after 90 days")
  func outstanding() {
    #expect(flagged(Self.pending, after: Self.cooperate("2026-08-24")) == [])
    #expect(flagged(Self.pending, after: Self.cooperate(nil)) == [])
    let found = findings(Self.pending, after: Self.cooperate("2026-08-23"))
    #expect(
      found.map(\.message.german) == [
        "„Projekt akte“ (Referat für IT) und „Projekt wald“ (Umweltreferat) sollen zusammenarbeiten (entschieden: 23.08.2026, „gemeinsame Karte“). Eine Verbindung ist noch nicht eingetragen."
      ])
    #expect(found[0].departments == ["it", "umwelt"])
    #expect(
      flagged(Self.pending) {
        Self.cooperate("2026-11-01")(&$0)
        $0.strategy?.checks.cooperateWithinDays = 20
      } == [["akte", "wald"]])
  }

  @Test("a link, a joint project or the end of one of the two settles it")
  func settled() {
    let old = Self.cooperate("2026-01-01")
    for settle in [
      { (portfolio: inout Portfolio) in
        portfolio["akte"].links = [Link(project: "wald", kind: .coordinatesWith)]
      },
      { $0["akte"].status = .completed },
      {
        $0["akte"].links = [Link(project: "museum", kind: .partOf)]
        $0["wald"].links = [Link(project: "museum", kind: .partOf)]
      },
    ] {
      #expect(
        flagged(Self.pending) {
          old(&$0)
          settle(&$0)
        } == [])
    }
    #expect(
      flagged(Self.pending) {
        old(&$0)
        $0["akte"].links = [
          Link(project: "wald", kind: .coordinatesWith, declined: Self.refusal)
        ]
      } == [["akte", "wald"]])
  }

  @Test("one department's decision waits for the other; the steward's holds for both")
  func states() throws {
    let state = { (change: (inout Portfolio) -> Void) in
      var portfolio = Sample.portfolio
      change(&portfolio)
      let snapshot = Snapshot(portfolio, asOf: Sample.today)
      let pair = ProjectPair(
        try #require(snapshot.projectTable["wald"]), try #require(snapshot.projectTable["akte"]))
      return try #require(Cooperation(on: pair, in: snapshot)).state
    }
    #expect(try state(Self.cooperate("2026-11-01", by: "umwelt")) == .proposed(awaiting: 1))
    #expect(try state(Self.cooperate("2026-11-01", by: "kultur")) == .agreed)
    #expect(
      try state(
        Self.cooperate("2026-11-01", by: "umwelt") { $0.confirmed = Sample.date("2026-11-05") })
        == .agreed)
    #expect(
      findings(Self.pending, after: Self.cooperate("2026-01-01", by: "umwelt"))
        .map(\.message.english) == [
          "“Projekt akte” (Referat für IT) and “Projekt wald” (Umweltreferat) are to work together (decided: 1 January 2026, Umweltreferat, “gemeinsame Karte”). No link has been stated yet. Referat für IT has not answered yet."
        ])
  }

  @Test("a declined cooperation is flagged at once, with the reason")
  func declinedCooperation() {
    let found = findings(
      Self.pending,
      after: Self.cooperate("2026-11-21", by: "umwelt") { $0.declined = Self.refusal })
    #expect(found.count == 1)
    #expect(found[0].message.german.hasSuffix(" Abgelehnt (20.11.2026): „läuft aus“."))
  }
}
