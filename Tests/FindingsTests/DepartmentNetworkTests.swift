import Findings
import Portfolio
import TestSupport
import Testing

@Suite("Who works with whom, and who should")
struct DepartmentNetworkTests {
  private struct View {
    let snapshot: Snapshot
    let network: DepartmentNetwork
    let structure: NetworkStructure

    init(theme: String? = nil, _ change: (inout Portfolio) -> Void) {
      var portfolio = Sample.portfolio
      change(&portfolio)
      snapshot = Snapshot(portfolio, asOf: Sample.today)
      let result = Check(rules: NetworkAnalysis.rules).run(snapshot)
      let analysis = NetworkAnalysis(
        snapshot, findings: result, theme: theme.flatMap { [snapshot] in snapshot.themeTable[$0] })
      (network, structure) = (analysis.network, analysis.structure)
    }

    func connection(_ one: String, _ other: String) -> DepartmentNetwork.Connection? {
      guard let left = snapshot.departmentTable[one], let right = snapshot.departmentTable[other]
      else { return nil }
      return network[left, right]
    }

    func ids(_ pairs: [ProjectPair]) -> [[String]] {
      pairs.map { [snapshot.projects[$0.first].id, snapshot.projects[$0.second].id] }
    }

    func departments(_ indices: [Int]) -> [String] { indices.map { snapshot.departments[$0].id } }
  }

  @Test("two projects that state their link from both sides are one connection")
  func links() {
    let view = View { $0["akte"].links = [Link(project: "museum", kind: .coordinatesWith)] }
    #expect(
      view.connection("it", "kultur").map { view.ids($0.links) }
        == [["museum", "akte"], ["museum", "konto"]])
    #expect(view.connection("kultur", "umwelt").map { view.ids($0.links) } == [["museum", "wald"]])
    #expect(view.connection("it", "umwelt") == nil)
    #expect(view.network.groups.map(view.departments) == [["kultur", "it", "umwelt"]])
  }

  @Test("a verdict can say that two work together; a discontinued project is nobody's contact")
  func contacts() {
    let view = View {
      $0["museum"].status = .discontinued
      $0.verdicts = [Verdict(first: "wald", second: "akte", outcome: .alreadyDo)]
    }
    #expect(view.connection("it", "umwelt").map { view.ids($0.links) } == [["akte", "wald"]])
    #expect(view.connection("it", "kultur")?.links ?? [] == [])
    #expect(view.network.groups.map(view.departments) == [["it", "umwelt"]])
  }

  @Test("a service in use is an occasion taken up; one bypassed or built again is open")
  func services() {
    #expect(View { _ in }.connection("it", "kultur")?.expectations.map(\.isMet) == [true])
    for change in [
      { (project: inout Project) in project.requires = ["identitaet"] },
      { (project: inout Project) in project.provides = ["identitaet"] },
    ] {
      let view = View { change(&$0["wald"]) }
      #expect(view.connection("it", "umwelt")?.missing.count == 1)
      #expect(
        View {
          change(&$0["wald"])
          $0.waivers = [
            Waiver(
              rule: "network/foundation-bypassed", subjects: ["wald", "identitaet"], reason: "…",
              approver: "it")
          ]
        }.connection("it", "umwelt") == nil)
    }
  }

  @Test("what a verdict asks for is an occasion until the two are linked")
  func verdicts() {
    let verdict = Verdict(first: "wald", second: "akte", outcome: .cooperate)
    #expect(View { $0.verdicts = [verdict] }.connection("it", "umwelt")?.missing.count == 1)
    let done = View {
      $0.verdicts = [verdict]
      $0["wald"].links.append(Link(project: "akte", kind: .coordinatesWith))
    }
    #expect(done.connection("it", "umwelt")?.missing == [])
    #expect(done.connection("it", "umwelt")?.expectations.count == 1)
  }

  @Test("a theme shows its own projects only")
  func theme() {
    let view = View(theme: "freizeit") {
      $0["akte"].themes = ["freizeit"]
      $0["konto"].themes = ["daten"]
    }
    #expect(view.connection("it", "kultur").map { view.ids($0.links) } == [["museum", "akte"]])
    #expect(view.structure.components.map(\.projects.count) == [3])
  }

  @Test("circles are named in order, with all projects that they are part of")
  func cycles() {
    let view = View {
      $0["konto"].links = [Link(project: "wald", kind: .dependsOn)]
      $0["wald"].links.append(Link(project: "museum", kind: .buildsOn))
    }
    #expect(
      view.structure.cycles.map { $0.circle.map { view.snapshot.projects[$0].id } } == [
        ["museum", "konto", "wald"]
      ])
    #expect(view.structure.cycles[0].projects == [0, 2, 3])
  }

  private static let seeds = UInt64(1)...40

  /// Departments in two themes with partners, services and links at random.
  private func portfolio(_ seed: UInt64) -> Portfolio {
    var generator = SeededRandom(seed: seed)
    var portfolio = Sample.portfolio
    portfolio.strategy?.checks.siloMinimum = 2
    let departments = portfolio.departments.map(\.id)
    for number in 0..<Int.random(in: 8...20, using: &generator) {
      var project = Sample.project(
        "p\(number)", of: departments.randomElement(using: &generator),
        theme: ["freizeit", "daten"].randomElement(using: &generator))
      let chance = Int.random(in: 0..<10, using: &generator)
      if chance < 2 { project.requires = ["identitaet"] }
      if chance == 2 { project.provides = ["identitaet"] }
      if chance > 7 { project.partners = [Partner(name: "Hochschule", sector: .science)] }
      if number > 0, Int.random(in: 0..<3, using: &generator) == 0 {
        let target = Int.random(in: 0..<number, using: &generator)
        project.links = [Link(project: "p\(target)", kind: .coordinatesWith)]
      }
      portfolio.projects.append(project)
    }
    return portfolio
  }

  /// The matrix and the check rest on the same facts: this would show where they part.
  @Test("what is open in the matrix is what the rules find, and nothing else", arguments: seeds)
  func oneTruth(seed: UInt64) {
    let snapshot = Snapshot(portfolio(seed), asOf: Sample.today)
    let result = Check(rules: NetworkAnalysis.rules).run(snapshot)
    let open = DepartmentNetwork.make(snapshot, findings: result).connections.flatMap(\.missing)
    var found: [String: Set<String>] = [:]
    for finding in result.findings {
      switch finding.rule {
      case "network/silo", "network/partner-uncoordinated":
        found[finding.rule, default: []].insert(finding.subjects[0].id)
      case "network/foundation-bypassed":
        // Inside one department there is nobody to connect.
        let provider = finding.departments.count > 1
        if provider { found[finding.rule, default: []].insert(finding.subjects[0].id) }
      default: break
      }
    }
    var shown: [String: Set<String>] = [:]
    for expectation in open {
      switch expectation.reason {
      case .theme(let theme):
        shown["network/silo", default: []].insert(snapshot.themes[theme].id)
      case .service(_, let project, _):
        shown["network/foundation-bypassed", default: []].insert(snapshot.projects[project].id)
      case .partner(let name, _):
        shown["network/partner-uncoordinated", default: []].insert(name.lowercased())
      case .projects, .verdict: break
      }
    }
    #expect(shown == found, "seed \(seed)")
  }

  @Test("a theme's pairs in the matrix are as many as the silo counts", arguments: seeds)
  func silos(seed: UInt64) {
    let snapshot = Snapshot(portfolio(seed), asOf: Sample.today)
    let result = Check(select: ["network/silo"]).run(snapshot)
    let open = DepartmentNetwork.make(snapshot, findings: result).connections.flatMap(\.missing)
    for finding in result.findings {
      let theme = snapshot.themeTable[finding.subjects[0].id]
      let pairs = open.filter { $0.reason == theme.map(ContactExpectation.Reason.theme) }
      let departments = Set(pairs.flatMap { [$0.departments.first, $0.departments.second] })
      #expect(
        Set(departments.map { snapshot.departments[$0].id }) == Set(finding.departments),
        "seed \(seed)")
    }
  }
}
