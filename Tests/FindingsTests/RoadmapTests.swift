import Findings
import Portfolio
import Testing

@Suite("The roadmap")
struct RoadmapTests {
  private func roadmap(_ change: (inout Portfolio) -> Void = { _ in }) -> Roadmap {
    var portfolio = Sample.portfolio
    change(&portfolio)
    let snapshot = Snapshot(portfolio, asOf: Sample.today)
    return Roadmap.make(snapshot, findings: Check(rules: Roadmap.rules).run(snapshot))
  }

  private func theme(_ roadmap: Roadmap, _ id: String) throws -> RoadmapTheme {
    try #require(roadmap.themes.first { $0.id == id })
  }

  @Test("where we stand: what runs first, then what is planned and finished")
  func standing() throws {
    let freizeit = try theme(
      roadmap {
        $0["museum"].status = .completed
        $0["wald"].period = Period(end: Sample.date("2027-05"))
      }, "freizeit")
    #expect(
      freizeit.standing.map(\.sentence.german) == [
        "„Projekt wald“ (Umweltreferat) läuft bis Q2/2027.",
        "„Projekt museum“ (Kulturreferat) ist abgeschlossen.",
      ])
    #expect(freizeit.coverage.declared.running == ["wald"])
  }

  @Test("developed further: what ends without a successor, was asked for, or is used by others")
  func develop() throws {
    let change = { (portfolio: inout Portfolio) in
      portfolio["museum"].period = Period(end: Sample.date("2027-02"))
      portfolio["wald"].contributions = ["karte"]
    }
    let freizeit = try theme(roadmap(change), "freizeit")
    #expect(freizeit.develop.map(\.kind) == [.endingWithoutSuccessor, .askedByCitizens])
    #expect(freizeit.develop.map(\.subject.id) == ["museum", "wald"])
    let daten = try theme(roadmap(change), "daten")
    #expect(daten.develop.map(\.subject.id) == ["akte", "konto"])
    let succeeded = try theme(
      roadmap {
        change(&$0)
        $0["wald"].links.append(Link(project: "museum", kind: .replaces))
      }, "freizeit")
    #expect(succeeded.develop.map(\.kind) == [.askedByCitizens])
  }

  @Test("new solutions: expected and missing, measures and citizens' ideas without a project")
  func new() throws {
    let roadmap = roadmap {
      $0.changeTheme("freizeit") { $0.expects = [Expected(contributor: .department("stift"))] }
      $0.changeGuideline("innovativ") { $0.expects = [Expected(contributor: .department("stift"))] }
      $0.measures[0].projects = []
      $0.participations[0].contributions = [
        Contribution(id: "offen", title: "Offen", theme: "daten"),
        Contribution(
          id: "luecke", title: "Lücke", theme: "daten", answer: ContributionAnswer(kind: .gap)),
        Contribution(id: "ohne", title: "Ohne Thema"),
      ]
    }
    let freizeit = try theme(roadmap, "freizeit")
    #expect(
      freizeit.new.compactMap(\.finding?.rule)
        == ["gap/department-expected", "gap/measure-without-project"])
    let daten = try theme(roadmap, "daten")
    #expect(daten.new.map(\.subject.id) == ["offen", "luecke"])
    #expect(daten.new.map(\.kind) == [.finding, .admittedGap])
    #expect(
      roadmap.everywhere.compactMap(\.finding?.rule)
        == ["gap/contribution-unanswered", "gap/department-expected"])
  }

  @Test("networking: what the check flags inside the theme, and nothing that is waived")
  func network() throws {
    let change = { (portfolio: inout Portfolio) in
      portfolio["wald"].requires = ["identitaet"]
      portfolio["wald"].themes = ["daten"]
    }
    #expect(
      try theme(roadmap(change), "daten").network.compactMap(\.finding?.rule)
        == ["network/foundation-bypassed"])
    let waived = roadmap {
      change(&$0)
      $0.waivers = [
        Waiver(
          rule: "network/foundation-bypassed", subjects: ["wald", "identitaet"], reason: "…",
          approver: "it"),
        Waiver(
          rule: "network/foundation-bypassed", subjects: ["wald"], reason: "…", approver: "it"),
      ]
    }
    #expect(try theme(waived, "daten").network == [])
  }

  @Test("every item is about something, in both languages")
  func sentences() {
    let roadmap = roadmap { $0["museum"].period = Period(end: Sample.date("2027-02")) }
    for item in roadmap.themes.flatMap({ theme in RoadmapQuestion.allCases.flatMap { theme[$0] } })
    {
      #expect(!item.subject.id.isEmpty)
      #expect(item.sentence.german.hasSuffix(".") && item.sentence.english.hasSuffix("."))
    }
  }

  @Test("the forecast says in which quarter the last project ends, and counts what is planned")
  func forecast() {
    var portfolio = Sample.portfolio
    portfolio.unalign(from: "inklusiv")
    portfolio["museum"].alignments.append(Alignment(guideline: "inklusiv", role: .primary))
    portfolio["museum"].period = Period(end: Sample.date("2027-04"))
    portfolio["wald"].alignments.append(Alignment(guideline: "inklusiv", role: .primary))
    portfolio["wald"].status = .planned
    portfolio["wald"].period = Period(start: Sample.date("2027-08"), end: Sample.date("2027-12"))
    let forecast = CoverageForecast.make(Snapshot(portfolio, asOf: Sample.today), quarters: 6)
    #expect(
      forecast.quarters.map(\.description)
        == ["Q4/2026", "Q1/2027", "Q2/2027", "Q3/2027", "Q4/2027", "Q1/2028"])
    #expect(forecast.rows[1].running == [["museum"], ["museum"], [], ["wald"], ["wald"], []])
    #expect(forecast.rows[1].firstGap(in: forecast.quarters)?.description == "Q2/2027")
    #expect(forecast.rows[0].firstGap(in: forecast.quarters) == nil)
  }
}
