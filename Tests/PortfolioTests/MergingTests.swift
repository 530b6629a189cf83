import Portfolio
import Testing

@Suite("Merging projects, and undoing it")
struct MergingTests {
  private static func day(_ text: String) -> PartialDate? { PartialDate(text) }

  /// Two records of one undertaking, and one that is linked to the second.
  private static var portfolio: Portfolio {
    var onleihe = Project(id: "onleihe", title: "Onleihe", department: "kultur")
    onleihe.alignments = [Alignment(guideline: "offen", role: .primary)]
    onleihe.audience = ["Familien"]
    onleihe.links = [Link(project: "konto", kind: .buildsOn)]
    var ausleihe = Project(
      id: "e-ausleihe", formerly: ["ebooks"], title: "E-Ausleihe", summary: "Bücher per App.",
      department: "schule")
    ausleihe.alignments = [
      Alignment(guideline: "digital", role: .primary, rationale: "weil", line: 7),
      Alignment(guideline: "offen", role: .secondary),
    ]
    ausleihe.status = .running
    ausleihe.audience = ["familien", "Schulen"]
    ausleihe.partners = [Partner(name: "Verlag", sector: .business)]
    ausleihe.links = [
      Link(project: "konto", kind: .buildsOn), Link(project: "onleihe", kind: .replaces),
      Link(project: "konto", kind: .sharesDataWith, line: 9),
    ]
    ausleihe.sources = [SourceReference(url: "https://example.org/e")]
    var konto = Project(id: "konto", title: "Konto", department: "it")
    konto.links = [Link(project: "ebooks", kind: .coordinatesWith)]
    return Portfolio(projects: [onleihe, ausleihe, konto])
  }

  private static func project(_ id: String, in portfolio: Portfolio) throws -> Project {
    try #require(portfolio.projects.first { $0.id == id })
  }

  @Test("what one lacks goes over from the other, and nothing of its own is lost")
  func takesOver() throws {
    var portfolio = Self.portfolio
    let outcome = try portfolio.merge(
      "e-ausleihe", into: "onleihe", by: "kultur", date: Self.day("2026-11-23"), reason: "doppelt")
    let merged = try Self.project("onleihe", in: portfolio)
    #expect(merged.title == "Onleihe" && merged.department == "kultur")
    #expect(merged.summary == "Bücher per App." && merged.status == .running)
    #expect(
      merged.alignments == [
        Alignment(guideline: "offen", role: .primary),
        Alignment(guideline: "digital", role: .secondary, rationale: "weil"),
      ])
    #expect(merged.audience == ["Familien", "Schulen"])
    #expect(merged.partners.map(\.name) == ["Verlag"])
    #expect(
      merged.links == [
        Link(project: "konto", kind: .buildsOn), Link(project: "konto", kind: .sharesDataWith),
      ])
    #expect(outcome.conflicts.map(\.field) == [.title, .department])
    #expect(outcome.conflicts.map(\.kept) == ["Onleihe", "kultur"])
    let archived = try #require(portfolio.mergedProjects.first)
    #expect(archived.merged?.into == "onleihe" && archived.merged?.reason == "doppelt")
    #expect(archived.summary == "Bücher per App.")
    #expect(portfolio.survivors() == ["e-ausleihe": "onleihe", "ebooks": "onleihe"])
  }

  @Test("undone, both are as they were")
  func undo() throws {
    var portfolio = Self.portfolio
    try portfolio.merge("e-ausleihe", into: "onleihe", taking: [.title])
    #expect(try Self.project("onleihe", in: portfolio).title == "E-Ausleihe")
    let outcome = try portfolio.unmerge("e-ausleihe")
    #expect(outcome.kept == [])
    #expect(Set(portfolio.projects) == Set(Self.portfolio.projects))
    #expect(portfolio.mergedProjects == [])
  }

  @Test("what has been edited since stays, and is named; what was taken away stays away")
  func undoAfterEdits() throws {
    var portfolio = Self.portfolio
    try portfolio.merge("e-ausleihe", into: "onleihe")
    portfolio.projects[0].summary = "Ganz neu."
    portfolio.projects[0].partners = []
    portfolio.projects[0].alignments[1].rationale = "genauer"
    let outcome = try portfolio.unmerge("e-ausleihe")
    #expect(
      outcome.kept == [TakenValue(.summary), TakenValue(.alignments, item: "digital")])
    let survivor = try Self.project("onleihe", in: portfolio)
    #expect(survivor.summary == "Ganz neu." && survivor.status == nil)
    #expect(survivor.alignments.map(\.guideline) == ["offen", "digital"])
    #expect(
      try Self.project("e-ausleihe", in: portfolio)
        == Self.project("e-ausleihe", in: Self.portfolio))
  }

  @Test("of three records two are merged into one, and separated in either order")
  func three() throws {
    for order in [["b", "c"], ["c", "b"]] {
      var portfolio = Portfolio(
        projects: ["a", "b", "c"].map { Project(id: $0, title: "Titel \($0)") })
      portfolio.projects[1].summary = "von b"
      portfolio.projects[1].audience = ["Alle"]
      portfolio.projects[2].summary = "von c"
      portfolio.projects[2].audience = ["alle"]
      let before = portfolio
      try portfolio.merge("b", into: "a", taking: [.title])
      try portfolio.merge("c", into: "a", taking: [.title])
      #expect(portfolio.projects[0].title == "Titel c")
      try portfolio.unmerge(order[0])
      let rest = order[1]
      let survivor = try Self.project("a", in: portfolio)
      // What both had is now the other one's to give.
      #expect(survivor.summary == "von \(rest)" && survivor.title == "Titel \(rest)")
      #expect(survivor.audience.map { $0.lowercased() } == ["alle"])
      try portfolio.unmerge(rest)
      #expect(Set(portfolio.projects) == Set(before.projects), "\(order)")
    }
  }

  @Test("a project into which others went can itself be merged; that is undone first")
  func chain() throws {
    var portfolio = Self.portfolio
    try portfolio.merge("e-ausleihe", into: "onleihe")
    try portfolio.merge("onleihe", into: "konto")
    #expect(
      portfolio.survivors() == [
        "onleihe": "konto", "e-ausleihe": "konto", "ebooks": "konto",
      ])
    #expect(throws: MergeError.survivorMerged("onleihe", into: "konto")) {
      try portfolio.unmerge("e-ausleihe")
    }
    try portfolio.unmerge("onleihe")
    try portfolio.unmerge("e-ausleihe")
    #expect(Set(portfolio.projects) == Set(Self.portfolio.projects))
  }

  @Test("what makes no sense is refused, and nothing is changed")
  func refused() throws {
    var portfolio = Self.portfolio
    #expect(throws: MergeError.oneProject("e-ausleihe")) {
      try portfolio.merge("ebooks", into: "e-ausleihe")
    }
    #expect(throws: MergeError.unknown("nichts")) { try portfolio.merge("nichts", into: "konto") }
    #expect(throws: MergeError.notMerged("konto")) { try portfolio.unmerge("konto") }
    #expect(portfolio == Self.portfolio)
    try portfolio.merge("e-ausleihe", into: "onleihe")
    #expect(throws: MergeError.alreadyMerged("e-ausleihe", into: "onleihe")) {
      try portfolio.merge("e-ausleihe", into: "konto")
    }
  }

  @Test("what few may see does not become visible to many by a merger")
  func visibility() throws {
    var portfolio = Self.portfolio
    portfolio.projects[0].visibility = Visibility(level: .public, label: .granted)
    portfolio.projects[1].visibility = Visibility(level: .confidential)
    let before = portfolio
    #expect(throws: MergeError.exposes("e-ausleihe", .confidential)) {
      try portfolio.merge("e-ausleihe", into: "onleihe")
    }
    #expect(portfolio == before)
    try portfolio.merge("e-ausleihe", into: "onleihe", taking: [.visibility])
    #expect(portfolio.projects[0].visibility?.level == .confidential)
    try portfolio.unmerge("e-ausleihe")
    #expect(try Self.project("onleihe", in: portfolio).visibility == before.projects[0].visibility)
    try portfolio.merge("e-ausleihe", into: "onleihe", keeping: [.visibility])
    #expect(portfolio.projects[0].visibility?.level == .public)
  }

  @Test("every single value can be replaced and put back")
  func singleValues() throws {
    var one = Project(id: "a", title: "A", summary: "s", department: "d", office: "o")
    one.strategy = "x"
    one.status = .idea
    one.period = Period(start: Self.day("2021"))
    one.budget = Budget(cents: 12_345, currency: "CHF", funding: "Bund und Land")
    one.contact = "a@example.org"
    one.visibility = Visibility(level: .internal, page: "https://example.org/a b")
    var other = Project(id: "b", title: "B", summary: "t", department: "e", office: "p")
    other.strategy = "y"
    other.status = .running
    other.period = Period(start: Self.day("2022-01"), end: Self.day("2024-12-31"))
    other.budget = Budget(cents: 0)
    other.contact = "b@example.org"
    other.visibility = Visibility(level: .internal, label: .requested)
    var portfolio = Portfolio(projects: [one, other])
    try portfolio.merge("b", into: "a", taking: Set(MergeField.single))
    var expected = other
    (expected.id, expected.merged) = ("a", nil)
    #expect(portfolio.projects == [expected])
    try portfolio.unmerge("b")
    #expect(portfolio.projects == [one, other])
  }

  @Test("a trace in a circle or to nowhere leaves the projects visible")
  func stranded() {
    var portfolio = Portfolio(projects: [Project(id: "a", title: "A")])
    for (id, target) in [("b", "c"), ("c", "b"), ("d", "nichts"), ("e", "a")] {
      var project = Project(id: id, title: id)
      project.merged = Merger(into: target)
      portfolio.mergedProjects.append(project)
    }
    #expect(portfolio.survivors() == ["e": "a"])
    #expect(portfolio.strandedProjects().map(\.id) == ["b", "c", "d"])
  }
}
