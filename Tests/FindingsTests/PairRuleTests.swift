import Portfolio
import Testing
import TextMatching

@testable import Findings

@Suite struct `Pair rules` {
  @Test("the same undertaking in two departments is flagged, with evidence that adds up")
  func duplicate() throws {
    let findings = Self.findings(Self.city())
    let finding = try #require(findings.first { $0.rule == "duplicate/across-departments" })
    #expect(Set(finding.subjects.map(\.id)) == ["waerme-a", "waerme-b"])
    #expect(finding.departments == ["umwelt", "werke"])
    let logOdds = finding.evidence.reduce(0) { $0 + $1.weight }
    #expect(abs(finding.score - 1 / (1 + exponential(-logOdds))) < 1e-12)
    #expect(finding.message.german.contains("„Kommunaler Wärmeplan“ (Umweltreferat)"))
    #expect(finding.action.german.contains("waerme@example.org"))
    #expect(
      finding.action.german.contains(
        "`dach decide waerme-a waerme-b duplicate --reason \"…\"` oder `different`"))
  }

  @Test("evidence adds up to the score for every pair")
  func weights() {
    let snapshot = Self.snapshot(Self.city())
    for comparison in snapshot.pairs.pairs {
      for score in [comparison.duplicateScore] {
        let sum = score.terms.reduce(0) { $0 + $1.weight }
        #expect(abs(score.probability - 1 / (1 + exponential(-sum))) < 1e-12)
      }
    }
    #expect(snapshot.pairs.count > 0)
  }

  @Test(
    "a verdict on the pair settles it, in whichever order it names the two",
    arguments: [Verdict.Outcome.duplicate, .bundle, .different])
  func verdicts(outcome: Verdict.Outcome) {
    for (first, second) in [("waerme-a", "waerme-b"), ("waerme-b", "waerme-a")] {
      var city = Self.city()
      city.verdicts = [Verdict(first: first, second: second, outcome: outcome)]
      #expect(!Self.findings(city).contains { Self.concerns($0, "waerme-a", "waerme-b") })
    }
  }

  @Test("a predecessor is not a duplicate of its successor")
  func succession() {
    var city = Self.city()
    city.projects[0].links = [Link(project: "waerme-b", kind: .replaces)]
    #expect(!Self.findings(city).contains { Self.concerns($0, "waerme-a", "waerme-b") })
  }

  @Test("rounds of one series are not duplicates and do not collide")
  func series() {
    var city = Self.city()
    city.projects[0].title = "Wärmeplan, erste Runde"
    city.projects[1].title = "Wärmeplan, zweite Runde"
    #expect(!Self.findings(city).contains { Self.concerns($0, "waerme-a", "waerme-b") })
  }

  @Test("like names of different undertakings are flagged unless they are linked")
  func nameCollision() {
    var city = Self.city()
    let flagged = Self.findings(city).filter { $0.rule == "duplicate/name-collision" }
    #expect(flagged.count == 1)
    #expect(flagged.allSatisfy { Self.concerns($0, "kunden-a", "kunden-b") })
    city.projects[2].links = [Link(project: "kunden-b", kind: .coordinatesWith)]
    #expect(!Self.findings(city).contains { $0.rule == "duplicate/name-collision" })
  }

  @Test("a record that claims a taken id is flagged with the one that has it")
  func claims() {
    var city = Self.city()
    city.projects[3].claims = "geo"
    let flagged = Self.findings(city).filter { Self.concerns($0, "geo", "kunden-b") }
    #expect(flagged.map(\.rule) == ["duplicate/name-collision"])
  }

  @Test("a provider and whoever requires its service should be linked")
  func missingLink() throws {
    var city = Self.city()
    let finding = try #require(Self.findings(city).first { $0.rule == "network/missing-link" })
    #expect(Self.concerns(finding, "geo", "bauantrag"))
    #expect(finding.message.german.contains("Geodaten"))
    let geo = try #require(city.projects.firstIndex { $0.id == "geo" })

    city.verdicts = [Verdict(first: "bauantrag", second: "geo", outcome: .notNeeded)]
    #expect(!Self.findings(city).contains { $0.rule == "network/missing-link" })
    city.verdicts = []
    city.projects[geo].links = [Link(project: "bauantrag", kind: .coordinatesWith)]
    #expect(!Self.findings(city).contains { $0.rule == "network/missing-link" })
    city.projects[geo].links = []
    city.projects[geo].status = .completed
    #expect(!Self.findings(city).contains { $0.rule == "network/missing-link" })
    city.projects[geo].status = .running
    city.projects[geo].department = "bau"
    #expect(!Self.findings(city).contains { $0.rule == "network/missing-link" })
  }

  @Test("the order in which projects are read changes no finding")
  func order() {
    var reversed = Self.city()
    reversed.projects.reverse()
    let (one, other) = (Self.findings(Self.city()), Self.findings(reversed))
    #expect(!one.isEmpty)
    #expect(one == other)
  }

  @Test("a renamed project keeps its findings' fingerprints")
  func rename() throws {
    var renamed = Self.city()
    renamed.projects[0].formerly = ["waerme-a"]
    renamed.projects[0].id = "waerme-neu"
    let before = Self.findings(Self.city()).map(\.fingerprint).sorted()
    #expect(Self.findings(renamed).map(\.fingerprint).sorted() == before)
  }

  @Test("a larger portfolio asks for more likeness")
  func threshold() {
    let thresholds = [10, 300, 1_000, 10_000, 100_000, 1_000_000].map {
      TextPairs.characterThreshold(count: $0)
    }
    #expect(thresholds[0] == thresholds[1])
    #expect(thresholds.dropFirst() == thresholds.dropFirst().sorted()[...])
    #expect(thresholds.allSatisfy { $0 >= 0.1 && $0 <= 0.7 })
  }

  private static func concerns(_ finding: Finding, _ one: String, _ other: String) -> Bool {
    Set(finding.subjects.map(\.id)) == [one, other]
  }

  private static func snapshot(_ portfolio: Portfolio) -> Snapshot {
    Snapshot(portfolio, asOf: CalendarDay(daysSinceEpoch: 20_700))
  }

  private static func findings(_ portfolio: Portfolio) -> [Finding] {
    let snapshot = snapshot(portfolio)
    let rules: [any Rule.Type] = [
      AcrossDepartments.self, SameDepartment.self, BundleCandidate.self, NameCollision.self,
      MissingLink.self,
    ]
    return rules.flatMap { $0.findings(in: snapshot) }.sorted(by: Finding.precedes)
  }

  /// A small city with one duplicate, one name collision and one missing link among projects that
  /// have nothing to do with each other.
  private static func city() -> Portfolio {
    var strategy = Strategy(id: "stadt", name: "Stadt")
    strategy.themes = [Theme(id: "umwelt", name: "Umwelt"), Theme(id: "dienste", name: "Dienste")]
    strategy.services = [Service(id: "geodata", name: "Geodaten")]
    func project(
      _ id: String, _ title: String, _ summary: String, _ department: String,
      audience: [String] = [], start: Int = 2020
    ) -> Project {
      Project(
        id: id, title: title, summary: summary, department: department, status: .running,
        period: Period(start: PartialDate(year: start)), audience: audience)
    }
    var projects = [
      project(
        "waerme-a", "Kommunaler Wärmeplan",
        "Der Wärmeplan zeigt Eignungsgebiete für Fernwärme und Wärmepumpen in einem Wärmeatlas.",
        "umwelt", audience: ["Gebäudeeigentümer"]),
      project(
        "waerme-b", "Wärmeplan und Wärmeatlas",
        "Ein Waermeatlas zeigt, welche Gebiete sich für Fernwaerme oder Waermepumpen eignen.",
        "werke", audience: ["Gebäudeeigentümer"]),
      project(
        "kunden-a", "Kundenportal", "Zählerstand und Abschlag selbst ändern.", "werke",
        start: 2012),
      project(
        "kunden-b", "Digitales Kundenportal", "Kurse buchen und Bescheinigungen herunterladen.",
        "bau"),
      project("geo", "Amtliche Vermessung", "Karten und Luftbilder für alle Ämter.", "umwelt"),
      project("bauantrag", "Bauanträge im Netz", "Bauherren reichen Pläne ein.", "bau"),
    ]
    projects[0].themes = ["umwelt"]
    projects[1].themes = ["umwelt"]
    projects[1].contact = "waerme@example.org"
    projects[4].provides = ["geodata"]
    projects[5].requires = ["geodata"]
    let others = [
      "Freibad", "Musikschule", "Hundesteuer", "Feuerwehr", "Friedhof", "Wochenmarkt", "Theater",
      "Stadtwald", "Radwege", "Kita", "Pflege", "Museum",
    ]
    projects += others.enumerated().map { number, name in
      project("p\(number)", name, "Alles rund um \(name).", "bau", start: 2000 + number * 2)
    }
    return Portfolio(
      strategy: strategy,
      departments: [
        Department(id: "umwelt", name: "Umweltreferat"),
        Department(id: "werke", name: "Stadtwerke"), Department(id: "bau", name: "Baureferat"),
      ], projects: projects)
  }
}
