import Findings
import Portfolio
import Testing

@Suite("Missing networking")
struct NetworkRuleTests {
  @Suite("silo and isolated-department")
  struct Departments {
    /// Gives two departments three projects each in one theme, unlinked there.
    private func addSilos(_ portfolio: inout Portfolio) {
      for department in ["kultur", "umwelt"] {
        for number in 1...3 {
          portfolio.projects.append(
            Sample.project("\(department)-\(number)", of: department, theme: "daten"))
        }
      }
    }

    @Test("two strong departments without a link in the theme")
    func silo() {
      let found = findings("network/silo", after: addSilos)
      #expect(found.map { $0.subjects } == [[Subject(.theme, "daten")]])
      #expect(found[0].departments == ["kultur", "umwelt"])
      #expect(
        found[0].message.german
          == "Im Themenkomplex „Daten und Dienste“ arbeiten zwei Dienststellen ohne Verbindung nebeneinander: Kulturreferat (3 Projekte) und Umweltreferat (3 Projekte)."
      )
    }

    @Test("one finding for each theme names the three strongest pairs and counts the rest")
    func siloPairs() {
      let found = findings("network/silo") {
        addSilos(&$0)
        for number in 1...5 {
          $0.projects.append(Sample.project("stift-\(number)", of: "stift", theme: "daten"))
        }
        $0.projects.append(Sample.project("akte-2", of: "it", theme: "daten"))
        $0["stift-1"].links = [Link(project: "kultur-1", kind: .coordinatesWith)]
      }
      // The pairs of it, kultur, stift and umwelt, save kultur with stift.
      #expect(found.map(\.departments) == [["kultur", "it", "umwelt", "stift"]])
      #expect(
        found[0].message.german.hasSuffix(
          "Stift (5 Projekte) und Referat für IT (3 Projekte); Referat für IT (3 Projekte) und Kulturreferat (3 Projekte); Stift (5 Projekte) und Umweltreferat (3 Projekte). Dazu kommen 2 weitere Paare."
        ), "\(found[0].message.german)")
    }

    @Test("a waiver of theme and pair takes the pair out, one of the theme the whole finding")
    func siloWaivers() {
      let waiver = { (subjects: [String], rule: String) in
        Waiver(rule: rule, subjects: subjects, reason: "…", approver: "it")
      }
      let addThird = { (portfolio: inout Portfolio) in
        addSilos(&portfolio)
        portfolio.projects.append(Sample.project("akte-2", of: "it", theme: "daten"))
      }
      let departments = { (waivers: [Waiver]) in
        findings("network/silo", waivers: waivers, after: addThird).map(\.departments)
      }
      let silo = "network/silo"
      #expect(departments([]) == [["kultur", "it", "umwelt"]])
      let pair = waiver(["umwelt", "daten", "kultur"], silo)
      #expect(departments([pair]) == [["kultur", "it", "umwelt"]])
      #expect(departments([pair, waiver(["daten", "it", "kultur"], silo)]) == [["it", "umwelt"]])
      #expect(
        departments([waiver(["it"], "network/isolated-department")]) == [["kultur", "umwelt"]])
      #expect(departments([waiver(["daten"], silo)]) == [])
      #expect(departments([waiver(["freizeit", "kultur", "umwelt"], silo)]).count == 1)

      let unused = { (waivers: [Waiver]) in
        flagged("gap/waiver-unused", waivers: waivers, after: addThird)
      }
      #expect(unused([pair]) == [])
      #expect(
        unused([waiver(["freizeit", "kultur", "umwelt"], silo)])
          == [["network/silo:freizeit+kultur+umwelt"]])
    }

    @Test("a link there ends it, from either side; so does the verdict that they cooperate")
    func siloSilent() {
      let subjects = { (change: @escaping (inout Portfolio) -> Void) in
        flagged("network/silo") {
          addSilos(&$0)
          change(&$0)
        }
      }
      #expect(
        subjects { $0["umwelt-2"].links = [Link(project: "kultur-1", kind: .coordinatesWith)] }
          == [])
      let verdict = { (outcome: Verdict.Outcome) in
        Verdict(first: "umwelt-2", second: "kultur-1", outcome: outcome)
      }
      #expect(subjects { $0.verdicts = [verdict(.alreadyDo)] } == [])
      #expect(subjects { $0.verdicts = [verdict(.notNeeded)] }.count == 1)
    }

    @Test("a link outside the theme does not end it, one project fewer does")
    func siloBounds() {
      #expect(
        flagged("network/silo") {
          addSilos(&$0)
          $0["umwelt-2"].links = [Link(project: "museum", kind: .coordinatesWith)]
        }.count == 1)
      #expect(
        flagged("network/silo") {
          addSilos(&$0)
          $0["umwelt-2"].status = .completed
        } == [])
    }

    @Test("a department with three projects and no link to another")
    func isolated() {
      let addStift = { (portfolio: inout Portfolio) in
        for number in 1...3 {
          portfolio.projects.append(Sample.project("stift-\(number)", of: "stift"))
        }
        portfolio["stift-1"].links = [Link(project: "stift-2", kind: .partOf)]
      }
      #expect(flagged("network/isolated-department", after: addStift) == [["stift"]])
      #expect(
        findings("network/isolated-department", after: addStift)[0].message.german
          == "Stift: Keines der 3 Projekte ist mit dem einer anderen Dienststelle verbunden.")
      #expect(
        flagged("network/isolated-department") {
          addStift(&$0)
          $0["konto"].links = [Link(project: "stift-3", kind: .sharesDataWith)]
        } == [])
      #expect(
        flagged("network/isolated-department") {
          addStift(&$0)
          $0["stift-3"].status = .completed
        } == [])
    }

    @Test("the only department with projects has nobody to talk to")
    func alone() {
      #expect(
        flagged("network/isolated-department") {
          $0.projects = (1...4).map { Sample.project("p\($0)", of: "it") }
        } == [])
    }
  }

  @Suite("links")
  struct Links {
    @Test("a link to another department that only one side states")
    func unconfirmed() {
      let found = findings("network/unconfirmed-link") {
        $0["wald"].links.append(Link(project: "akte", kind: .sharesDataWith, line: 30))
        $0["wald"].links.append(Link(project: "akte", kind: .coordinatesWith, line: 31))
      }
      #expect(found.map { $0.subjects.map(\.id) } == [["wald", "akte"]])
      #expect(found[0].location == SourceLocation(file: "projects/wald.yaml", line: 30))
      #expect(found[0].departments == ["it", "umwelt"])
    }

    @Test("stated from both sides, inside one department or to a finished project: silence")
    func unconfirmedSilent() {
      let rule = "network/unconfirmed-link"
      #expect(
        flagged(rule) {
          $0["wald"].links.append(Link(project: "akte", kind: .sharesDataWith))
          $0["akte"].links.append(Link(project: "wald", kind: .coordinatesWith))
        } == [])
      #expect(
        flagged(rule) { $0["konto"].links = [Link(project: "akte", kind: .buildsOn)] } == [])
      #expect(
        flagged(rule) {
          $0["wald"].links.append(Link(project: "akte", kind: .buildsOn))
          $0["akte"].status = .completed
        } == [])
    }

    @Test("the use of a basic service needs no confirmation, nor is one due before the first")
    func unconfirmedUse() {
      let rule = "network/unconfirmed-link"
      let use = { (portfolio: inout Portfolio) in
        portfolio["wald"].links.append(Link(project: "konto", kind: .buildsOn))
      }
      #expect(flagged(rule, after: use) == [["wald", "konto"]])
      #expect(
        flagged(rule) {
          use(&$0)
          $0["wald"].requires = ["identitaet"]
        } == [])
      #expect(
        flagged(rule) {
          use(&$0)
          $0["konto"].confirmed = nil
        } == [])
    }

    @Test("a misspelt target is told which project is near; a strange one is not")
    func danglingHint() {
      let message = { (target: String) in
        findings("network/dangling-link") {
          $0["wald"].links.append(Link(project: target, kind: .buildsOn))
        }.map(\.message.german)
      }
      #expect(
        message("museeum") == [
          "„Projekt wald“ ist mit „museeum“ verbunden; ein Projekt mit dieser Kennung ist nicht registriert. Gemeint ist vielleicht „museum“."
        ])
      #expect(message("fahrradverleih").allSatisfy { !$0.contains("Gemeint") })
    }

    @Test("a link to an unknown or discontinued project")
    func dangling() {
      let rule = "network/dangling-link"
      #expect(
        flagged(rule) {
          $0["wald"].links.append(Link(project: "fort", kind: .buildsOn))
          $0["wald"].links.append(Link(project: "fort", kind: .partOf))
        } == [["wald", "fort"]])
      #expect(flagged(rule) { $0["museum"].status = .discontinued } == [["wald", "museum"]])
    }

    @Test("a renamed target, a replaced one, a discontinued source: silence")
    func danglingSilent() {
      let rule = "network/dangling-link"
      #expect(
        flagged(rule) {
          $0["museum"].formerly = ["museum"]
          $0["museum"].id = "haus"
        } == [])
      #expect(
        flagged(rule) {
          $0["wald"].links = [Link(project: "museum", kind: .replaces)]
          $0["museum"].status = .discontinued
        } == [])
      #expect(
        flagged(rule) {
          $0["wald"].links = [Link(project: "fort", kind: .partOf)]
          $0["wald"].status = .discontinued
        } == [])
    }
  }

  @Suite("ended links")
  struct Ended {
    /// The only link between umwelt and kultur leads to a completed project.
    private func found(
      _ kinds: LinkKind..., change: (inout Portfolio) -> Void = { _ in }
    ) -> [Finding] {
      findings("network/ended-link") {
        $0["wald"].links = kinds.map { Link(project: "museum", kind: $0, line: 20) }
        $0["museum"].status = .completed
        $0.projects.append(Sample.project("haus", of: "kultur"))
        change(&$0)
      }
    }

    @Test("two departments that only a completed project connects, whoever states it")
    func ended() {
      let stated = found(.coordinatesWith)
      #expect(stated.map { $0.subjects.map(\.id) } == [["wald", "museum"]])
      #expect(stated[0].location == SourceLocation(file: "projects/wald.yaml", line: 20))
      #expect(
        stated[0].message.german
          == "Umweltreferat und Kulturreferat sind nur noch über „Projekt museum“ verbunden; dieses Projekt ist abgeschlossen (Gegenstück: „Projekt wald“)."
      )
      let other = found {
        $0["museum"].links.append(Link(project: "wald", kind: .partOf))
      }
      #expect(other.map { $0.subjects.map(\.id) } == [["wald", "museum"]])
      #expect(other[0].action.german.contains("`dach link museum wald --remove`"))
    }

    @Test("another link or a verdict between the two, or nobody left to talk to: silence")
    func connected() {
      #expect(found(.coordinatesWith) { $0["haus"].status = .completed } == [])
      #expect(
        found(.coordinatesWith) {
          $0["haus"].links = [Link(project: "wald", kind: .sharesDataWith)]
        } == [])
      #expect(
        found(.coordinatesWith) {
          $0.verdicts = [Verdict(first: "wald", second: "haus", outcome: .alreadyDo)]
        } == [])
    }

    @Test("a link between two completed projects keeps nobody in touch")
    func bothEnded() {
      let ended = found(.coordinatesWith) {
        $0.projects.append(Sample.project("forst", of: "umwelt"))
        $0["forst"].status = .completed
        $0["forst"].links = [Link(project: "museum", kind: .buildsOn)]
      }
      #expect(ended.count == 1)
    }

    @Test("what holds after the end, and what has ended or stopped altogether: silence")
    func silent() {
      for kind in [LinkKind.buildsOn, .dependsOn, .replaces, .sharesDataWith] {
        #expect(found(kind) == [])
        #expect(found(.coordinatesWith, kind) == [])
      }
      #expect(found(.coordinatesWith) { $0["wald"].status = .completed } == [])
      #expect(found(.coordinatesWith) { $0["museum"].status = .discontinued } == [])
    }
  }

  @Suite("dependencies")
  struct Dependencies {
    private func endsEarly(_ change: @escaping (inout Portfolio) -> Void) -> [[String]] {
      flagged("network/dependency-ends-early") {
        $0["museum"].period = Period(start: Sample.date("2025"), end: Sample.date("2028"))
        change(&$0)
      }
    }

    @Test("what it depends on ends first or has stopped")
    func early() {
      #expect(
        endsEarly { $0["konto"].period = Period(end: Sample.date("2027-12")) }
          == [["museum", "konto"]])
      #expect(endsEarly { $0["konto"].status = .discontinued } == [["museum", "konto"]])
    }

    @Test("the same year, an unknown end or a completed foundation is no finding")
    func earlySilent() {
      #expect(endsEarly { $0["konto"].period = Period(end: Sample.date("2028-01")) } == [])
      #expect(endsEarly { $0["konto"].period = Period(start: Sample.date("2020")) } == [])
      #expect(
        endsEarly {
          $0["konto"].period = Period(end: Sample.date("2026"))
          $0["konto"].status = .completed
        } == [])
    }

    @Test("to build on what ended before is succession, to depend on it is not")
    func succession() {
      let later = { (portfolio: inout Portfolio) in
        portfolio["museum"].period = Period(start: Sample.date("2027-06"), end: Sample.date("2028"))
        portfolio["akte"].period = Period(end: Sample.date("2027-03"))
        portfolio["konto"].period = Period(end: Sample.date("2027-03"))
      }
      #expect(endsEarly(later) == [["museum", "konto"]])
    }

    @Test("a circle is named in order, beginning with its first project")
    func circle() {
      let found = findings("network/dependency-cycle") {
        $0["konto"].links = [Link(project: "wald", kind: .dependsOn)]
        $0["wald"].links.append(Link(project: "museum", kind: .buildsOn, line: 7))
        $0["konto"].status = .planned
      }
      #expect(found.map { $0.subjects.map(\.id) } == [["museum", "konto", "wald"]])
      #expect(found[0].severity == .error)
      #expect(
        found[0].message.german.contains(
          "„Projekt museum“ → „Projekt konto“ → „Projekt wald“ → „Projekt museum“"))
    }

    @Test("where all of the circle run already, it is a warning")
    func runningCircle() {
      let found = findings("network/dependency-cycle") {
        $0["konto"].links = [Link(project: "museum", kind: .dependsOn)]
      }
      #expect(found.map(\.severity) == [.warning])
    }

    @Test("other kinds of links and projects that are over make no circle")
    func noCircle() {
      #expect(
        flagged("network/dependency-cycle") {
          $0["konto"].links = [Link(project: "museum", kind: .dependsOn)]
          $0["konto"].status = .completed
        } == [])
      #expect(
        flagged("network/dependency-cycle") {
          $0["konto"].links = [Link(project: "museum", kind: .coordinatesWith)]
        } == [])
      #expect(
        flagged("network/dependency-cycle") {
          $0["konto"].links = [Link(project: "museum", kind: .dependsOn)]
          $0["konto"].status = .discontinued
        } == [])
    }

    @Test("a basic service that is needed and not used")
    func bypassed() {
      let rule = "network/foundation-bypassed"
      let found = findings(rule) { $0["wald"].requires = ["identitaet"] }
      #expect(
        found.map { $0.subjects } == [[Subject(.project, "wald"), Subject(.service, "identitaet")]])
      #expect(found[0].action.german.contains("`dach link wald konto --kind buildsOn`"))
      #expect(
        found[0].message.german
          == "„Projekt wald“ benötigt den Basisdienst „Bürgerkonto“; den stellt „Projekt konto“ (Referat für IT) bereit, aber beide sind nicht verbunden."
      )
    }

    @Test("a basic service that is built a second time")
    func builtAgain() {
      let rule = "network/foundation-bypassed"
      let found = findings(rule) { $0["wald"].provides = ["identitaet"] }
      #expect(
        found.map(\.message.german) == [
          "„Projekt wald“ stellt den Basisdienst „Bürgerkonto“ selbst bereit; den stellt „Projekt konto“ (Referat für IT) bereit, aber beide sind nicht verbunden."
        ])
      #expect(
        found[0].action.german.contains("`dach waive network/foundation-bypassed wald identitaet"))
      for kind in [LinkKind.buildsOn, .replaces] {
        #expect(
          flagged(rule) {
            $0["wald"].provides = ["identitaet"]
            $0["wald"].links = [Link(project: "konto", kind: kind)]
          } == [])
      }
      #expect(flagged(rule) { $0["akte"].provides = ["identitaet"] } == [])
      #expect(
        flagged(rule) {
          $0["wald"].provides = ["identitaet"]
          $0["wald"].department = "it"
        } == [])
    }

    @Test("an idea provides nothing yet; what is planned is said to be")
    func bypassedPlans() {
      let messages = { (status: ProjectStatus) in
        findings("network/foundation-bypassed") {
          $0["wald"].requires = ["identitaet"]
          $0["konto"].status = status
        }.map(\.message.german)
      }
      #expect(messages(.idea) == [])
      #expect(
        messages(.planned) == [
          "„Projekt wald“ benötigt den Basisdienst „Bürgerkonto“; den soll „Projekt konto“ (Referat für IT) bereitstellen, aber beide sind nicht verbunden."
        ])
    }

    @Test("of several providers the one that runs and is used comes first")
    func bypassedProviders() {
      let found = findings("network/foundation-bypassed") {
        $0["wald"].requires = ["identitaet"]
        for (id, status) in [("a", ProjectStatus.planned), ("b", .running)] {
          var provider = Sample.project(id, of: "it")
          (provider.strategy, provider.provides, provider.status) = (
            "verwaltung", ["identitaet"], status
          )
          $0.projects.insert(provider, at: 0)
        }
      }
      #expect(found.count == 1)
      #expect(
        found[0].message.german.hasSuffix(
          "den stellen „Projekt konto“ (Referat für IT), „Projekt b“ (Referat für IT) und ein weiteres Projekt bereit, aber mit keinem davon ist es verbunden."
        ), "\(found[0].message.german)")
    }

    @Test("what a project is part of may use the service for it")
    func bypassedByWayOf() {
      let rule = "network/foundation-bypassed"
      let subjects = { (kind: LinkKind) in
        flagged(rule) {
          $0["wald"].requires = ["identitaet"]
          $0["wald"].links = [Link(project: "museum", kind: kind)]
        }
      }
      #expect(subjects(.partOf) == [])
      #expect(subjects(.buildsOn) == [])
      #expect(subjects(.coordinatesWith) == [["wald", "identitaet"]])
    }

    @Test("a link in either direction uses it; what no foundation provides is not bypassed")
    func bypassedSilent() {
      let rule = "network/foundation-bypassed"
      #expect(
        flagged(rule) {
          $0["wald"].requires = ["identitaet"]
          $0["konto"].links = [Link(project: "wald", kind: .sharesDataWith)]
        } == [])
      #expect(
        flagged(rule) {
          $0["wald"].requires = ["identitaet"]
          $0.subStrategies[0].isFoundation = false
        } == [])
    }
  }

  @Suite("partners")
  struct Partners {
    private func subjects(
      _ partners: [String: Partner], _ change: @escaping (inout Portfolio) -> Void = { _ in }
    ) -> [[String]] {
      flagged("network/partner-uncoordinated") {
        for (id, partner) in partners { $0[id].partners = [partner] }
        change(&$0)
      }
    }

    @Test("two spellings of one partner in two departments that are not linked")
    func uncoordinated() {
      let partners = [
        "wald": Partner(name: "Mustertech GmbH & Co. KG", sector: .business),
        "akte": Partner(name: "mustertech (Förderung)", sector: .business),
      ]
      #expect(subjects(partners) == [["mustertech"]])
    }

    @Test("linked projects, state funding and the city's own units are no finding")
    func silent() {
      let same = { (partner: Partner, ids: [String]) in
        Dictionary(uniqueKeysWithValues: ids.map { ($0, partner) })
      }
      let partner = Partner(name: "Hochschule", sector: .science)
      #expect(subjects(same(partner, ["wald", "museum"])) == [])
      #expect(subjects(same(partner, ["akte", "konto"])) == [])
      #expect(subjects(same(Partner(name: "Land", sector: .state), ["wald", "akte"])) == [])
      #expect(subjects(same(Partner(name: "Stift"), ["wald", "akte"])) == [])
      #expect(
        subjects(same(partner, ["wald", "akte"])) {
          $0.verdicts = [Verdict(first: "akte", second: "wald", outcome: .notNeeded)]
        } == [])
    }

    @Test("the two projects to link are of departments that nothing joins yet")
    func pair() {
      let partner = Partner(name: "Hochschule", sector: .science)
      let found = findings("network/partner-uncoordinated") {
        for id in ["museum", "wald", "akte"] { $0[id].partners = [partner] }
        $0["museum"].links = []
        $0.projects.append(Sample.project("zwei", of: "umwelt"))
        $0["zwei"].partners = [partner]
      }
      #expect(found.map { $0.action.german.contains("`dach link museum akte --kind") } == [true])
    }

    @Test("three departments of which only two are linked")
    func partly() {
      let partner = Partner(name: "Hochschule", sector: .science)
      #expect(
        subjects(["wald": partner, "museum": partner, "konto": partner]) {
          $0["museum"].links = []
        } == [["hochschule"]])
    }
  }

  @Suite("single-bridge")
  struct Bridges {
    /// Two departments of four projects each, joined by one project of a third.
    private func twoSides(_ portfolio: inout Portfolio) {
      portfolio.projects = [Sample.project("bruecke", of: "umwelt")]
      for department in ["kultur", "it"] {
        for number in 1...4 {
          portfolio.projects.append(Sample.project("\(department)-\(number)", of: department))
        }
      }
      portfolio["bruecke"].links = [
        Link(project: "kultur-1", kind: .coordinatesWith),
        Link(project: "it-1", kind: .coordinatesWith),
      ]
    }

    @Test("one project alone connects two departments")
    func bridge() {
      let found = findings("network/single-bridge", after: twoSides)
      #expect(found.map { $0.subjects.map(\.id) } == [["bruecke"]])
      #expect(
        found[0].message.german
          == "Diese Dienststellen sind nur über „Projekt bruecke“ miteinander verbunden: auf der einen Seite Referat für IT, auf der anderen Kulturreferat."
      )
    }

    @Test("a second connection, a small side, or only one's own department is no finding")
    func silent() {
      #expect(
        flagged("network/single-bridge") {
          twoSides(&$0)
          $0["it-3"].links = [Link(project: "kultur-4", kind: .partOf)]
        } == [])
      #expect(
        flagged("network/single-bridge") {
          twoSides(&$0)
          $0["it-3"].status = .completed
          $0["it-4"].status = .completed
        } == [])
      #expect(
        flagged("network/single-bridge") {
          twoSides(&$0)
          $0["bruecke"].department = "it"
        } == [])
    }
  }
}
