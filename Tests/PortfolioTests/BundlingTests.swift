import Portfolio
import Testing

@Suite("Bundling projects, and undoing it")
struct BundlingTests {
  private static let today = PartialDate("2026-11-23")
  private static let portfolio = Portfolio(
    projects: [
      Project(id: "a", title: "A", department: "kultur"),
      Project(id: "b", title: "B", department: "schule"),
    ])

  private static func verdict(_ outcome: BundleOutcome, _ one: String, _ other: String) -> Verdict {
    Verdict(
      first: one, second: other, outcome: .bundle, date: today, bundle: outcome.parent,
      createdBundle: outcome.isNew)
  }

  @Test("a new joint project is an idea of the first one's department, and goes again")
  func new() throws {
    var portfolio = Self.portfolio
    let outcome = try portfolio.bundle(
      "a", "b", under: .new(title: "Bücher & Medien", department: nil), date: Self.today)
    #expect(outcome.parent == "buecher-medien" && outcome.isNew)
    let link = Link(
      project: "buecher-medien", kind: .partOf, proposed: Self.today, confirmed: Self.today)
    #expect(portfolio.projects.map(\.links) == [[link], [link], []])
    #expect(
      portfolio.projects[2]
        == Project(
          id: "buecher-medien", title: "Bücher & Medien", department: "kultur", status: .idea))
    let undone = portfolio.unbundle(Self.verdict(outcome, "a", "b"))
    #expect(undone?.isRemoved == true)
    #expect(portfolio == Self.portfolio)
  }

  @Test("a joint project that somebody has worked on, or that was there before, stays")
  func stays() throws {
    var portfolio = Self.portfolio
    let outcome = try portfolio.bundle(
      "a", "b", under: .new(title: "C", department: "it"), date: Self.today)
    portfolio.projects[2].summary = "Schon weiter."
    do {
      let undone = portfolio.unbundle(Self.verdict(outcome, "a", "b"))
      #expect(undone?.isRemoved == false)
    }
    #expect(portfolio.projects.map(\.links) == [[], [], []])
    #expect(portfolio.projects[2].department == "it")
    // The same project again, now a registered one, and one link that was there before.
    let own = Link(project: "c", kind: .partOf, note: "schon immer")
    portfolio.projects[0].links = [own]
    let again = try portfolio.bundle("a", "b", under: .registered("c"), date: Self.today)
    #expect(!again.isNew)
    do {
      let undone = portfolio.unbundle(Self.verdict(again, "a", "b"))
      #expect(undone?.isRemoved == false)
    }
    #expect(portfolio.projects.map(\.links) == [[own], [], []])
  }

  @Test("a part that another decision put there, too, stays a part")
  func shared() throws {
    var portfolio = Self.portfolio
    portfolio.projects.append(Project(id: "c", title: "C", department: "it"))
    let first = try portfolio.bundle(
      "a", "b", under: .new(title: "Dach", department: nil), date: Self.today)
    let second = try portfolio.bundle("a", "c", under: .registered("dach"), date: Self.today)
    portfolio.verdicts = [Self.verdict(second, "a", "c")]
    do {
      let undone = portfolio.unbundle(Self.verdict(first, "a", "b"))
      #expect(undone?.isRemoved == false)
    }
    #expect(portfolio.projects.map { $0.links.map(\.project) } == [["dach"], [], ["dach"], []])
  }

  @Test("one of the two may be the whole, but nothing becomes part of its own part")
  func circle() throws {
    var portfolio = Self.portfolio
    try portfolio.bundle("a", "b", under: .registered("a"), date: Self.today)
    #expect(portfolio.projects.map { $0.links.map(\.project) } == [[], ["a"]])
    portfolio.projects.append(Project(id: "c", title: "C"))
    #expect(throws: BundleError.circle("b", partOf: "a")) {
      try portfolio.bundle("a", "c", under: .registered("b"), date: Self.today)
    }
    #expect(throws: BundleError.untitled("!?")) {
      try portfolio.bundle("a", "c", under: .new(title: "!?", department: nil), date: Self.today)
    }
  }
}
