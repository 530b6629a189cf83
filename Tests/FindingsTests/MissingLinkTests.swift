import Portfolio
import TestSupport
import Testing
import TextMatching

@testable import Findings

@Suite("Missing links")
struct MissingLinkTests {
  private static let day = CalendarDay(daysSinceEpoch: 20_780)  // 2026-11-23

  private static func found(_ portfolio: Portfolio) -> [Finding] {
    MissingLink.findings(in: Snapshot(portfolio, asOf: day)).sorted(by: Finding.precedes)
  }

  private static func ids(_ findings: [Finding]) -> [Set<String>] {
    findings.map { Set($0.subjects.map(\.id)) }
  }

  /// A town with one clear missing link and projects that have nothing to do with each other.
  private static func town() -> Portfolio {
    var strategy = Strategy(id: "stadt", name: "Stadt")
    strategy.themes = [Theme(id: "umwelt", name: "Umwelt"), Theme(id: "dienste", name: "Dienste")]
    strategy.services = [
      Service(id: "funknetz", name: "Funknetz"), Service(id: "karten", name: "Kartendienst"),
    ]
    func project(_ id: String, _ title: String, _ summary: String, _ department: String) -> Project
    {
      Project(
        id: id, title: title, summary: summary, department: department, themes: ["umwelt"],
        status: .running, period: Period(end: PartialDate(year: 2028)))
    }
    var network = project(
      "funk", "Funknetz für Messgeräte", "Antennen auf städtischen Dächern.", "werke")
    network.provides = ["funknetz"]
    network.contact = "funknetz@example.org"
    var trees = project(
      "baeume", "Durstige Jungbäume", "Messfühler im Boden melden, wann zu gießen ist.", "gruen")
    trees.requires = ["funknetz"]
    trees.contact = "gruen@example.org"
    let others = [
      "Freibad", "Musikschule", "Hundesteuer", "Feuerwehr", "Friedhof", "Wochenmarkt", "Theater",
      "Stadtwald", "Radwege", "Kita", "Pflege", "Museum",
    ]
    return Portfolio(
      strategy: strategy,
      departments: [
        Department(id: "werke", name: "Stadtwerke"),
        Department(id: "gruen", name: "Grünflächenamt"),
        Department(id: "bau", name: "Baureferat"),
      ],
      projects: [network, trees]
        + others.enumerated().map { number, name in
          var other = project("p\(number)", name, "Alles rund um \(name).", "bau")
          other.themes = ["dienste"]
          return other
        })
  }

  @Test("whoever needs a service and whoever provides it get one finding with both mailboxes")
  func supply() throws {
    let finding = try #require(Self.found(Self.town()).first)
    #expect(Self.found(Self.town()).count == 1)
    #expect(finding.subjects.map(\.id) == ["baeume", "funk"])
    #expect(
      finding.departments == ["gruen", "werke"] || finding.departments == ["werke", "gruen"])
    #expect(finding.severity == .warning)
    #expect(
      finding.message.german == """
        „Durstige Jungbäume“ (Grünflächenamt) und „Funknetz für Messgeräte“ (Stadtwerke) gehören \
        zusammen, sind aber nicht verknüpft. „Funknetz für Messgeräte“ stellt bereit, was \
        „Durstige Jungbäume“ braucht: Funknetz; beide gehören zum Themenkomplex „Umwelt“; beide \
        laufen bis mindestens 2028.
        """)
    #expect(
      finding.action.english == """
        Bring both together. Contacts: gruen@example.org; funknetz@example.org. Record the result: \
        `dach decide baeume funk cooperate --reason "…"` or `alreadyDo` or `notNeeded`.
        """)
  }

  @Test("a service of the same kind under a like name counts, another one does not")
  func similarService() {
    var town = Self.town()
    for name in ["Funknetz", "Funknetze", "Postfach", "Kasse", "Akte", "Ampel", "Archiv"] {
      town.strategy?.services.append(Service(id: name, name: name))
    }
    town.projects[0].provides = ["Funknetz"]
    town.projects[1].requires = ["Funknetze"]
    #expect(Self.ids(Self.found(town)) == [["baeume", "funk"]])
    #expect(Self.found(town).first?.message.german.contains("„Funknetze“") == true)
    town.projects[1].requires = ["karten"]
    #expect(Self.found(town).isEmpty)
  }

  @Test("what is linked, decided, bundled, over, or of one department is no missing link")
  func silence() {
    var town = Self.town()
    town.projects[0].links = [Link(project: "baeume", kind: .coordinatesWith)]
    #expect(Self.found(town).isEmpty)
    for outcome in Verdict.Outcome.allCases {
      town = Self.town()
      town.verdicts = [Verdict(first: "funk", second: "baeume", outcome: outcome)]
      #expect(Self.found(town).isEmpty, "\(outcome)")
    }
    town = Self.town()
    town.verdicts = [
      Verdict(first: "funk", second: "p1", outcome: .bundle, bundle: "gemeinsam"),
      Verdict(first: "baeume", second: "p2", outcome: .bundle, bundle: "gemeinsam"),
    ]
    #expect(Self.found(town).isEmpty)
    town = Self.town()
    town.projects[1].status = .completed
    #expect(Self.found(town).isEmpty)
    town = Self.town()
    town.projects[1].department = "werke"
    #expect(Self.found(town).isEmpty)
    town = Self.town()
    town.projects[1].period = Period(start: PartialDate(year: 2029))
    #expect(Self.found(town).isEmpty)
  }

  @Test("who is linked to another provider of the service needs no second one")
  func otherProvider() {
    var town = Self.town()
    town.projects[2].provides = ["funknetz"]
    town.projects[1].links = [Link(project: "p0", kind: .buildsOn)]
    #expect(!Self.ids(Self.found(town)).contains(["baeume", "funk"]))
  }

  @Test("a further partner of the same department repeats what has been said, however likely")
  func diversity() {
    var town = Self.town()
    for number in 0..<4 {
      var again = town.projects[0]
      again.id = "funk-\(number)"
      again.title = ["Relais", "Zentrale", "Masten", "Leitwarte"][number]
      again.summary = ["Dach", "Raum", "Feld", "Turm"][number]
      town.projects.append(again)
    }
    let findings = Self.found(town)
    #expect(Self.ids(findings).count { $0.contains("baeume") } == 1)
  }

  @Test("a project like one that uses a service is led to it, and told why")
  func likeProject() throws {
    var town = Self.town()
    town.projects[1].links = [Link(project: "funk", kind: .buildsOn)]
    var like = town.projects[1]
    like.id = "hecken"
    like.department = "bau"
    like.title = "Durstige Hecken"
    like.summary = "Messfühler im Boden der Hecken melden, wann zu gießen ist."
    (like.links, like.requires) = ([], [])
    town.projects.append(like)
    let snapshot = Snapshot(town, asOf: Self.day)
    let missing = LinkAnalysis(snapshot, pairs: snapshot.pairs) { _ in true }
    let evidence = try #require(
      missing.evidence.first {
        snapshot.projects[$0.pair.second].id == "hecken" && $0.pair.first == 0
      })
    #expect(evidence.likeProject?.project == 1)
    #expect(
      LinkWording(evidence, in: missing).shared.german.contains(
        "„Durstige Jungbäume“, das „Durstige Hecken“ ähnelt, ist mit „Funknetz für Messgeräte“ verbunden"
      ))
  }

  @Test("evidence adds up to the score, and nothing closed is looked at", arguments: 1...20)
  func invariants(seed: Int) {
    let town = RandomTown(seed: UInt64(seed)).portfolio
    let snapshot = Snapshot(town, asOf: Self.day)
    let ranking = LinkRanking(town, asOf: Self.day, threshold: 0)
    #expect(ranking.count > 0, "seed \(seed)")
    for proposal in ranking.proposals(limit: .max) {
      let logOdds = proposal.evidence.reduce(0) { $0 + $1.weight }
      #expect(abs(proposal.score - 1 / (1 + exponential(-logOdds))) < 1e-12, "seed \(seed)")
      let relation = PairRelation(ProjectPair(proposal.left, proposal.right), in: snapshot)
      #expect(!relation.isLinked && !relation.isDecided, "seed \(seed)")
      #expect(!relation.isOfOneDepartment, "seed \(seed)")
    }
    for finding in Self.found(town) {
      let places = finding.subjects.compactMap { snapshot.projectTable[$0.id] }
      let relation = PairRelation(ProjectPair(places[0], places[1]), in: snapshot)
      #expect(relation.crossesDepartments && relation.areActive, "seed \(seed)")
      #expect(!relation.isLinked && !relation.isDecided && !relation.hasCommonRoof, "seed \(seed)")
      #expect(finding.departments.count == 2, "seed \(seed)")
      #expect((finding.severity == .warning) == (finding.score >= 0.5), "seed \(seed)")
      #expect(finding.score >= 0.0997, "seed \(seed)")
    }
  }

  @Test("the order of projects changes no finding and no rank", arguments: 1...20)
  func order(seed: Int) {
    var generator = SeededRandom(seed: UInt64(seed) + 1_000)
    let town = RandomTown(seed: UInt64(seed)).portfolio
    var shuffled = town
    shuffled.projects.shuffle(using: &generator)
    #expect(Self.found(town) == Self.found(shuffled), "seed \(seed)")
    let rankings = [town, shuffled].map { portfolio in
      LinkRanking(portfolio, asOf: Self.day, threshold: 0).scores
        .map { "\($0.left) \($0.right) \($0.score)" }
    }
    #expect(rankings[0] == rankings[1], "seed \(seed)")
  }

  @Test("no more findings of a department are shown than the limit", arguments: 1...5)
  func cap(seed: Int) {
    let town = RandomTown(seed: UInt64(seed), projects: 120).portfolio
    let snapshot = Snapshot(town, asOf: Self.day)
    let result = Check(select: ["network/missing-link"]).run(snapshot)
    let shown = result.shown(perDepartment: 2)
    var counts: [String: Int] = [:]
    for finding in shown.findings {
      #expect(finding.departments.contains { counts[$0, default: 0] < 2 }, "seed \(seed)")
      for department in finding.departments { counts[department, default: 0] += 1 }
    }
    #expect(
      shown.findings.count + (shown.hidden[.network] ?? 0) == result.findings.count, "seed \(seed)")
    #expect(shown.findings.count < result.findings.count, "seed \(seed)")
  }

  @Test("what everybody has gives no candidates, so that their number stays in proportion")
  func candidates() {
    func count(_ size: Int) -> Int {
      var strategy = Strategy(id: "stadt", name: "Stadt")
      strategy.services = [Service(id: "konto", name: "Bürgerkonto")]
      let projects = (0..<size).map { number in
        Project(
          id: "p\(number)", title: "x\(number)", partners: [Partner(name: "Land")],
          audience: ["Bürgerschaft", "Gruppe \(number / 5)"], technologies: ["App"],
          provides: ["konto"], requires: ["konto"],
          links: number == 0 ? [] : [Link(project: "p0", kind: .dependsOn)])
      }
      let snapshot = Snapshot(Portfolio(strategy: strategy, projects: projects), asOf: Self.day)
      return LinkCandidates(LinkContext(snapshot, pairs: snapshot.pairs)).pairs().count
    }
    // Groups of five who share an audience: ten pairs each.
    #expect(count(100) == 200)
    #expect(count(1_000) == 2_000)
  }

  @Test("few verdicts correct nothing, many draw the scores towards what was decided")
  func calibration() {
    var town = RandomTown(seed: 3).portfolio
    func correction() -> Double {
      let snapshot = Snapshot(town, asOf: Self.day)
      return LinkCalibration.correction(LinkContext(snapshot, pairs: snapshot.pairs))
    }
    town.verdicts = (1..<10).map { Verdict(first: "p0", second: "p\($0)", outcome: .cooperate) }
    #expect(correction() == 0)
    town.verdicts += [Verdict(first: "p0", second: "p10", outcome: .alreadyDo)]
    #expect(correction() > 0.5)
    town.verdicts = (1..<30).map { Verdict(first: "p0", second: "p\($0)", outcome: .notNeeded) }
    #expect(correction() < 0)
  }

  @Test("the correction is the likeliest one, as trying them all shows", arguments: 1...20)
  func likelihood(seed: Int) {
    var generator = SeededRandom(seed: UInt64(seed))
    let outcomes = (0..<30).map { _ in
      (
        logOdds: Double.random(in: -4...4, using: &generator),
        isWanted: Bool.random(using: &generator)
      )
    }
    func likelihood(_ shift: Double) -> Double {
      outcomes.reduce(-shift * shift / 2) { sum, outcome in
        let probability = 1 / (1 + exponential(-(outcome.logOdds + shift)))
        return sum + logarithm(outcome.isWanted ? probability : 1 - probability)
      }
    }
    let steps = stride(from: -2, through: 2, by: 0.001)
    let best = steps.max { likelihood($0) < likelihood($1) } ?? 0
    #expect(abs(LinkCalibration.correction(outcomes) - best) < 0.002, "seed \(seed)")
  }
}
