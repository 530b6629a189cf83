import Portfolio
import RegistryFiles
import Testing

// Swift Testing has a type of this name as well.
import struct Portfolio.SourceLocation

@Suite("References")
struct ReferenceCheckTests {
  static let departments = """
    departments:
      - id: planung-bau
        name: Planungs- und Baureferat
        aliases: [Referat VI, Bau & Planung]
        offices:
          - {id: bauordnung, name: Bauordnung}
        sources: [strategie]
      - {id: kultur, name: Kulturreferat, aliases: [Referat II]}
    """
  static let strategy = """
    id: dn
    name: Digitales
    lead: Kulturreferat
    guidelines:
      - {id: innovativ, name: I, kind: goal, expects: [{department: Referat VI}, {theme: freizeit}]}
    themes:
      - {id: freizeit, name: F}
    services:
      - {id: konto, name: K}
    sources:
      - {id: strategie, title: S}
    """

  private func faultsWithProject(_ lines: String, also files: [String: String] = [:]) throws
    -> [String]
  {
    var all = files
    all["departments.yaml"] = Self.departments
    all["strategy.yaml"] = Self.strategy
    all["projects/p.yaml"] = "id: p\ntitle: P\n" + lines
    return try faults(all)
  }

  @Test(
    "to what does not exist are errors at their place",
    arguments: [
      ("department: planung-bua", "3:13 unknown-department"),
      ("department: kultur\noffice: bauordnung", "4:9 unknown-office"),
      ("office: bauordnung", "3:9 office-without-department"),
      ("strategy: agenda", "3:11 unknown-sub-strategy"),
      ("themes: [freizeit, freizeiten]", "3:20 unknown-theme"),
      ("alignments: [{guideline: innovatif, role: primary}]", "3:26 unknown-guideline"),
      ("provides: [kontu]", "3:12 unknown-service"),
      ("requires: [konto, x]", "3:19 unknown-service"),
      ("contributions: [idee-1]", "3:17 unknown-contribution"),
    ])
  func unknown(lines: String, fault: String) throws {
    #expect(try faultsWithProject(lines + "\n") == ["projects/p.yaml:" + fault])
  }

  @Test("of other kinds of documents are held as well")
  func otherKinds() throws {
    let found = try faultsWithProject(
      "",
      also: [
        "strategies/s.yaml": "id: s\nname: S\nlead: kultu\nsources: [strategy]\n",
        "participation/b.yaml": """
        id: b
        name: B
        contributions:
          - {id: c, title: C, format: blitz, theme: freizeiit}
        """,
        "roadmap/r.yaml": "measures:\n  - {id: m, title: M, theme: x, lead: bau}\n",
      ])
    #expect(
      found == [
        "participation/b.yaml:4:31 unknown-format", "participation/b.yaml:4:45 unknown-theme",
        "roadmap/r.yaml:2:30 unknown-theme", "roadmap/r.yaml:2:39 unknown-department",
        "strategies/s.yaml:3:7 unknown-department", "strategies/s.yaml:4:11 unknown-source",
      ])
  }

  @Test("name the nearest id")
  func nearest() throws {
    let registry = try TemporaryRegistry([
      "departments.yaml":
        "departments:\n  - {id: planung-bau, name: P}\n  - {id: kultur, name: K}\n",
      "projects/p.yaml": "id: p\ntitle: P\ndepartment: palnung-bau\n",
    ])
    let found = RegistryReader(paths: [registry.path]).loadPortfolio().diagnostics
    #expect(found.first?.hint?.german == "Meinten Sie „planung-bau“?")
    #expect(found.first?.message.english == "there is no department 'palnung-bau'")
  }

  @Test(
    "to a department may use its name or an alias, however spaced",
    arguments: [
      "planung-bau", "Planungs- und Baureferat", "planungs-und Baureferat", "REFERAT VI",
      "Bau und Planung", "bau&planung",
    ])
  func departmentNames(name: String) throws {
    let registry = try TemporaryRegistry([
      "departments.yaml": Self.departments, "strategy.yaml": Self.strategy,
      "projects/p.yaml": "id: p\ntitle: P\ndepartment: \(name)\noffice: bauordnung\n",
    ])
    let (portfolio, found) = RegistryReader(paths: [registry.path]).loadPortfolio()
    #expect(found == [])
    #expect(portfolio.projects.map(\.department) == ["planung-bau"])
    #expect(portfolio.strategy?.lead == "kultur")
    #expect(
      portfolio.strategy?.guidelines.first?.expects.first?.contributor
        == .department("planung-bau"))
  }

  @Test("by a name that two departments bear are errors")
  func ambiguous() throws {
    let departments = "departments:\n  - {id: a, name: Amt}\n  - {id: b, name: B, aliases: [amt]}\n"
    #expect(
      try faults([
        "departments.yaml": departments, "projects/p.yaml": "id: p\ntitle: P\ndepartment: AMT\n",
      ]) == ["projects/p.yaml:3:13 ambiguous-department"])
  }

  @Test("may point to what is known from elsewhere")
  func known() throws {
    let known = KnownIDs(
      departments: [
        Department(id: "kultur", name: "Kulturreferat", offices: [Office(id: "o", name: "O")])
      ],
      subStrategies: ["s"], guidelines: ["g"], themes: ["t"], services: ["d"], sources: ["q"],
      formats: ["f"], contributions: ["c"])
    let project = """
      id: p
      title: P
      department: Kulturreferat
      office: o
      strategy: s
      themes: [t]
      alignments: [{guideline: g, role: primary}]
      requires: [d]
      contributions: [c]
      """
    #expect(try faults(["projects/p.yaml": project], known: known) == [])
    // A strategy of one's own replaces the one that was known.
    let found = try faults(
      ["projects/p.yaml": project, "strategy.yaml": "id: x\nname: X\n"], known: known)
    #expect(
      found == [
        "projects/p.yaml:6:10 unknown-theme", "projects/p.yaml:7:26 unknown-guideline",
        "projects/p.yaml:8:12 unknown-service",
      ])
  }

  @Test("to what stands in a faulty document are not reported as well")
  func faultyTarget() throws {
    let found = try faults([
      "departments.yaml": "departments:\n  - {id: kultur}\n",
      "projects/p.yaml": "id: p\ntitle: P\ndepartment: kultur\n",
    ])
    #expect(found == ["departments.yaml:2:5 missing-value"])
  }

  @Test(
    "to what could not be read are counted at the fault, and not reported each",
    arguments: [
      (
        "strategy.yaml", "id: dn\nname: \"Digitales\nthemes: []\n",
        "strategy.yaml:2:7 invalid-yaml", 3
      ),
      ("strategy.yaml", "id: dn\nname: D\nthemes: freizeit\n", "strategy.yaml:3:9 wrong-form", 3),
      (
        "strategy.yaml", "id: dn\nname: D\nthemen:\n - id: freizeit\n",
        "strategy.yaml:3:1 unknown-key", 3
      ),
      (
        "strategy.yaml", "id: dn\nname: D\nthemes: [{id: Freizeit, name: F}]\n",
        "strategy.yaml:3:15 invalid-id", 3
      ),
      ("strategy.yaml", "- id: dn\n", "strategy.yaml:1:1 wrong-form", 3),
      ("strategy.yaml", "id: dn\nname: *name\n", "strategy.yaml:2:7 alias", 3),
      (
        "departments.yaml", "departments:\n\t- {id: kultur}\n",
        "departments.yaml:2:1 tab-indentation", 2
      ),
      ("departments.yaml", "departments:\n", "departments.yaml:1:1 missing-value", 2),
      ("departments.yaml", "\u{FFFE}", "departments.yaml:1:1 control-character", 2),
      ("strategies/s.yaml", "id: [\n", "strategies/s.yaml:2:1 invalid-yaml", 1),
    ])
  func unreadableTarget(file: String, text: String, fault: String, count: Int) throws {
    var files = [
      "departments.yaml": "departments: [{id: kultur, name: K}]\n",
      "strategy.yaml":
        "{id: dn, name: D, themes: [{id: freizeit, name: F}], services: [{id: konto, name: K}],"
        + " guidelines: [{id: innovativ, name: I, kind: goal}]}\n",
      "strategies/s.yaml": "id: s\nname: S\n",
      "projects/a.yaml": "id: a\ntitle: A\ndepartment: kultur\nstrategy: s\nthemes: [freizeit]\n",
      "projects/b.yaml": "id: b\ntitle: B\ndepartment: kultur\nrequires: [konto]\n"
        + "alignments: [{guideline: innovativ, role: primary}]\n",
    ]
    files[file] = text
    let registry = try TemporaryRegistry(files)
    let found = RegistryReader(paths: [registry.path]).loadPortfolio().diagnostics
    #expect(found.map(\.place) == [fault])
    let hint = try #require(found.first?.hint)
    let references = count == 1 ? "one reference" : "\(count) references"
    #expect(hint.english.contains("Until then \(references) to what stands in "))
    #expect(hint.german.contains(count == 1 ? "ein Verweis auf" : "\(count) Verweise auf"))
  }

  @Test("of other kinds are held against what exists though a document could not be read")
  func unreadableOther() throws {
    let found = try faults([
      "departments.yaml": Self.departments, "strategy.yaml": "id: [\n",
      "projects/p.yaml": "id: p\ntitle: P\ndepartment: kulturr\nthemes: [freizeit]\n",
    ])
    #expect(found == ["projects/p.yaml:3:13 unknown-department", "strategy.yaml:2:1 invalid-yaml"])
  }

  @Test("left unchecked are not mentioned where there are none")
  func nothingUnchecked() throws {
    let registry = try TemporaryRegistry([
      "strategy.yaml": "id: dn\nname: D\nthemes: x\n", "projects/p.yaml": "id: p\ntitle: P\n",
    ])
    let found = RegistryReader(paths: [registry.path]).loadPortfolio().diagnostics
    #expect(found.first?.hint?.english.contains("Until then") == false)
  }

  @Test("Ids that occur twice are errors that name both places")
  func duplicates() throws {
    let found = try faultsWithProject(
      "",
      also: [
        "strategies/a.yaml": "id: s\nname: S\n", "strategies/b.yaml": "name: S\nid: s\n",
        "roadmap/r.yaml": """
        measures:
          - {id: m, title: M, theme: freizeit}
          - {id: m, title: M, theme: freizeit}
        """,
      ])
    #expect(
      found == ["roadmap/r.yaml:3:10 duplicate-id", "strategies/b.yaml:2:5 duplicate-id"])
    let registry = try TemporaryRegistry([
      "strategies/a.yaml": "id: s\nname: S\n", "strategies/b.yaml": "name: S\nid: s\n",
    ])
    let message = RegistryReader(paths: [registry.path]).loadPortfolio().diagnostics.first?.message
    #expect(message?.english.hasSuffix("strategies/a.yaml:1") == true)
  }

  @Test("Offices are unique in their department, and may have the same id in another")
  func offices() throws {
    let text = """
      departments:
        - id: a
          name: A
          offices: [{id: amt, name: X}, {id: amt, name: Y}]
        - {id: b, name: B, offices: [{id: amt, name: Z}]}
      """
    #expect(try faults(["departments.yaml": text]) == ["departments.yaml:4:40 duplicate-id"])
  }

  @Test("A second umbrella strategy is an error")
  func twoStrategies() throws {
    let text = "id: a\nname: A\n---\nid: b\nname: B\n"
    #expect(try faults(["strategy.yaml": text]) == ["strategy.yaml:4:5 duplicate-strategy"])
  }

  @Test("Further claimants of a project's id are kept under ids of their own, with a warning")
  func claimants() throws {
    let registry = try TemporaryRegistry([
      "projects/a.yaml": "id: x\ntitle: A\n---\nid: x--2\nclaims: x\ntitle: B\n",
      "projects/b.yaml": "title: C\nid: x\n---\nid: y\ntitle: Y\n---\nid: x\ntitle: D\n",
    ])
    let (portfolio, found) = RegistryReader(paths: [registry.path]).loadPortfolio()
    #expect(portfolio.projects.map(\.id) == ["x", "x--2", "x--3", "y", "x--4"])
    #expect(portfolio.projects.map(\.claims) == [nil, "x", "x", nil, "x"])
    #expect(portfolio.projects.map(\.title) == ["A", "B", "C", "Y", "D"])
    #expect(
      found.map(\.place) == [
        "projects/b.yaml:2:5 second-claimant", "projects/b.yaml:7:5 second-claimant",
      ])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test("Records without places for each value are checked by the line where they begin")
  func withoutPlaces() {
    var check = ReferenceCheck()
    let project = Project(
      id: "p", title: "P", department: "x", themes: ["t"],
      location: SourceLocation(file: "liste.csv", line: 7))
    #expect(check.admit(.project(project)) == .project(project))
    #expect(
      check.finish().map(\.place) == [
        "liste.csv:7:1 unknown-department", "liste.csv:7:1 unknown-theme",
      ])
  }

  @Test("may point forwards")
  func forwards() {
    var check = ReferenceCheck()
    let project = Project(id: "p", title: "P", department: "d", themes: ["t"])
    _ = check.admit(.project(project))
    _ = check.admit(
      .strategy(Strategy(id: "s", name: "S", themes: [Theme(id: "t", name: "T")])))
    _ = check.admit(.department(Department(id: "d", name: "D")))
    #expect(check.finish() == [])
  }
}
