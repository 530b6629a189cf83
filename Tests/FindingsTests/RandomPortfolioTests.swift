import Findings
import Portfolio
import TestSupport
import Testing

/// Random portfolios against oracles that know nothing of the rules' algorithms: they look at
/// every pair, remove every project in turn, and follow every path.
@Suite("Random portfolios")
struct RandomPortfolioTests {
  static let seeds = Array(UInt64(1)...40)

  /// Up to 14 projects of four departments with random links, phases, themes and partners.
  private func portfolio(_ generator: inout SeededRandom) -> Portfolio {
    var portfolio = Sample.portfolio
    portfolio.strategy?.checks.siloMinimum = 2
    let departments = portfolio.departments.map(\.id)
    let count = Int.random(in: 6...14, using: &generator)
    let links = Int.random(in: count / 2...count, using: &generator)
    portfolio.projects = (0..<count).map { number in
      var project = Sample.project(
        "p\(number)", of: departments.randomElement(using: &generator),
        theme: ["freizeit", "daten"].randomElement(using: &generator))
      if Int.random(in: 0..<8, using: &generator) == 0 {
        project.status = ProjectStatus.allCases.randomElement(using: &generator)
      }
      if Int.random(in: 0..<3, using: &generator) == 0 {
        project.partners = [Partner(name: "Partner \(Int.random(in: 1...2, using: &generator))")]
      }
      return project
    }
    // Dependencies more often than the rest, so that circles occur.
    let kinds = LinkKind.allCases + [.dependsOn, .buildsOn, .dependsOn, .buildsOn]
    for _ in 0..<links {
      let source = Int.random(in: 0..<count, using: &generator)
      let target = Int.random(in: 0..<count, using: &generator)
      guard let kind = kinds.randomElement(using: &generator), source != target
      else { continue }
      portfolio.projects[source].links.append(Link(project: "p\(target)", kind: kind))
    }
    return portfolio
  }

  private func run(_ seed: UInt64, _ rule: String) -> (Portfolio, [Finding]) {
    var generator = SeededRandom(seed: seed)
    let portfolio = portfolio(&generator)
    return (
      portfolio, Check(select: [rule]).run(Snapshot(portfolio, asOf: Sample.today)).findings
    )
  }

  private func isActive(_ project: Project) -> Bool {
    project.status != .completed && project.status != .discontinued
  }

  /// Nobody meets anybody through a discontinued project.
  private func isThere(_ project: Project) -> Bool { project.status != .discontinued }

  @Test(
    "the random portfolios hold what they are to test, and hold it not always",
    arguments: [
      "network/single-bridge", "network/dependency-cycle", "network/silo",
      "network/partner-uncoordinated", "network/isolated-department",
    ])
  func variety(rule: String) {
    let counts = Self.seeds.map { run($0, rule).1.count }
    #expect(counts.contains { $0 > 0 } && counts.contains(0), "\(counts)")
  }

  @Test("single bridges are what brute removal finds", arguments: seeds)
  func bridges(seed: UInt64) {
    let (portfolio, found) = run(seed, "network/single-bridge")
    let active = portfolio.projects.filter(isActive)
    var expected: Set<String> = []
    for removed in active {
      let around = component(of: removed.id, in: active)
      let rest = active.filter { $0.id != removed.id && around.contains($0.id) }
      var seen: Set<String> = []
      var heavyParts = 0
      for project in rest where !seen.contains(project.id) {
        let part = component(of: project.id, in: rest)
        seen.formUnion(part)
        let others = rest.filter { part.contains($0.id) && $0.department != removed.department }
        if part.count >= 2 && !others.isEmpty { heavyParts += 1 }
      }
      if heavyParts >= 2 { expected.insert(removed.id) }
    }
    #expect(Set(found.map { $0.subjects[0].id }) == expected, "seed \(seed)")
  }

  /// Ids of the projects reached through links and common departments.
  private func component(of id: String, in projects: [Project]) -> Set<String> {
    var reached: Set<String> = [id]
    var grows = true
    while grows {
      grows = false
      for one in projects where reached.contains(one.id) {
        for other in projects where !reached.contains(other.id) {
          let isLinked =
            one.links.contains { $0.project == other.id }
            || other.links.contains { $0.project == one.id }
          if isLinked || one.department == other.department {
            reached.insert(other.id)
            grows = true
          }
        }
      }
    }
    return reached
  }

  @Test(
    "there is a circle exactly for each set of projects that reach one another", arguments: seeds)
  func cycles(seed: UInt64) {
    let (portfolio, found) = run(seed, "network/dependency-cycle")
    let live = portfolio.projects.filter(isActive)
    let successors = Dictionary(
      uniqueKeysWithValues: live.map { project in
        (
          project.id,
          Set(project.links.filter(\.kind.isDependency).map(\.project))
            .intersection(live.map(\.id))
        )
      })
    func reached(from start: String) -> Set<String> {
      var reached = successors[start] ?? []
      var grows = true
      while grows {
        let next = reached.reduce(reached) { $0.union(successors[$1] ?? []) }
        grows = next != reached
        reached = next
      }
      return reached
    }
    let closure = successors.mapValues { _ in Set<String>() }.reduce(into: [:]) {
      $0[$1.key] = reached(from: $1.key)
    }
    var sets: Set<Set<String>> = []
    for (id, reach) in closure where reach.contains(id) {
      sets.insert(Set(reach.filter { closure[$0]?.contains(id) == true }))
    }
    #expect(found.count == sets.count, "seed \(seed)")
    for finding in found {
      let circle = finding.subjects.map(\.id)
      #expect(sets.contains { $0.isSuperset(of: circle) }, "seed \(seed)")
      let allRun = live.allSatisfy { !circle.contains($0.id) || $0.status == .running }
      #expect(finding.severity == (allRun ? .warning : .error), "seed \(seed)")
      for (id, next) in zip(circle, circle.dropFirst() + circle.prefix(1)) {
        #expect(successors[id]?.contains(next) == true, "seed \(seed)")
      }
    }
  }

  @Test("silos are all pairs of strong departments without a link in the theme", arguments: seeds)
  func silos(seed: UInt64) {
    let (portfolio, found) = run(seed, "network/silo")
    let themes = ["freizeit", "daten"]
    var pairs: [String: Set<Set<String>>] = [:]
    for theme in themes {
      let inTheme = portfolio.projects.filter { $0.themes.contains(theme) }
      for one in portfolio.departments {
        for other in portfolio.departments where one.id < other.id {
          let left = inTheme.filter { $0.department == one.id }
          let right = inTheme.filter { $0.department == other.id }
          guard left.count(where: isActive) >= 2, right.count(where: isActive) >= 2 else {
            continue
          }
          let isLinked = left.filter(isThere).contains { project in
            right.filter(isThere).contains { other in
              project.links.contains { $0.project == other.id }
                || other.links.contains { $0.project == project.id }
            }
          }
          if !isLinked { pairs[theme, default: []].insert([one.id, other.id]) }
        }
      }
    }
    #expect(Set(found.map { $0.subjects[0].id }) == Set(pairs.keys), "seed \(seed)")
    #expect(found.count == pairs.count, "seed \(seed)")
    for finding in found {
      let expected = pairs[finding.subjects[0].id] ?? []
      let departments = expected.reduce(Set<String>()) { $0.union($1) }
      #expect(Set(finding.departments) == departments, "seed \(seed)")
      #expect(pairsCounted(in: finding) == expected.count, "seed \(seed)")
    }
  }

  @Test("a waiver takes out of a silo exactly the pair that it names", arguments: seeds)
  func waivedSilos(seed: UInt64) {
    var generator = SeededRandom(seed: seed)
    var portfolio = portfolio(&generator)
    func silos() -> [String: Int] {
      Dictionary(
        uniqueKeysWithValues: Check(select: ["network/silo"])
          .run(Snapshot(portfolio, asOf: Sample.today)).findings
          .map { ($0.subjects[0].id, pairsCounted(in: $0)) })
    }
    let departments = portfolio.departments.map(\.id)
    for (place, one) in departments.enumerated() {
      for other in departments[(place + 1)...] {
        let before = silos()
        portfolio.waivers.append(
          Waiver(
            rule: "network/silo", subjects: [other, "daten", one], reason: "…", approver: "it"))
        let isUnused = Check(select: ["gap/waiver-unused"])
          .run(Snapshot(portfolio, asOf: Sample.today)).findings
          .contains {
            $0.subjects[0].id.contains([other, "daten", one].sorted().joined(separator: "+"))
          }
        let after = silos()
        #expect(after["freizeit"] == before["freizeit"], "seed \(seed)")
        #expect(
          (before["daten"] ?? 0) - (after["daten"] ?? 0) == (isUnused ? 0 : 1), "seed \(seed)")
      }
    }
    #expect(silos()["daten"] == nil, "seed \(seed)")
  }

  /// The pairs that a silo's message names, and those that it only counts.
  private func pairsCounted(in finding: Finding) -> Int {
    let message = finding.message.german
    let named = message.split(separator: ";").count
    if message.hasSuffix("Dazu kommt ein weiteres Paar.") { return named + 1 }
    guard message.hasSuffix(" weitere Paare."),
      let count = message.split(separator: " ").dropLast(2).last.flatMap({ Int($0) })
    else { return named }
    return named + count
  }

  @Test(
    "partners are uncoordinated where no path of links joins their departments", arguments: seeds)
  func partners(seed: UInt64) {
    let (portfolio, found) = run(seed, "network/partner-uncoordinated")
    let active = portfolio.projects.filter(isActive)
    var expected: Set<String> = []
    for number in 1...2 {
      let own = active.filter { $0.partners.contains { $0.name == "Partner \(number)" } }
      guard let first = own.first else { continue }
      if component(of: first.id, in: own).count < own.count { expected.insert("partner-\(number)") }
    }
    #expect(Set(found.map { $0.subjects[0].id }) == expected, "seed \(seed)")
  }

  @Test("isolated departments are those with projects and no link outward", arguments: seeds)
  func isolated(seed: UInt64) {
    let (portfolio, found) = run(seed, "network/isolated-department")
    let expected = portfolio.departments.map(\.id).filter { department in
      let own = portfolio.projects.filter { $0.department == department }
      let others = portfolio.projects.filter { $0.department != department }
      let isLinked = own.filter(isThere).contains { project in
        others.filter(isThere).contains { other in
          project.links.contains { $0.project == other.id }
            || other.links.contains { $0.project == project.id }
        }
      }
      return own.count(where: isActive) >= 2 && !isLinked
    }
    #expect(Set(found.map { $0.subjects[0].id }) == Set(expected), "seed \(seed)")
  }

  @Test("planted gaps are found, and nothing else", arguments: seeds)
  func planted(seed: UInt64) {
    var generator = SeededRandom(seed: seed)
    var portfolio = Sample.portfolio
    for number in 0..<30 {
      portfolio.projects.append(
        Sample.project("p\(number)", of: ["kultur", "it", "umwelt"][number % 3], theme: "daten"))
    }
    portfolio.projects.shuffle(using: &generator)
    var expected: Set<[String]> = []
    let plants: [(String, (inout Project) -> Void)] = [
      ("gap/project-unaligned", { $0.alignments = [] }),
      ("gap/project-overdue", { $0.period = Period(end: Sample.date("2026-10")) }),
      ("gap/project-stale", { $0.confirmed = Sample.date("2025-01-01") }),
      ("gap/project-incomplete", { $0.summary = nil }),
      ("gap/label-lapsed", { $0.visibility = Visibility(level: .internal, label: .granted) }),
      ("network/foundation-bypassed", { $0.requires = ["identitaet"] }),
    ]
    for (rule, plant) in plants {
      for number in (0..<30).shuffled(using: &generator).prefix(4) {
        plant(&portfolio["p\(number)"])
        expected.insert([rule, "p\(number)"])
      }
    }
    let rules = plants.map(\.0)
    let found = Check(select: rules).run(Snapshot(portfolio, asOf: Sample.today)).findings
    #expect(found.count == expected.count, "seed \(seed)")
    #expect(
      Set(found.map { [$0.rule, $0.subjects[0].id] })
        == expected, "seed \(seed)")
  }
}
