import Findings
import Portfolio
import Testing

@Suite("Citizens' contributions")
struct ParticipationTests {
  private func portfolio(_ answer: ContributionAnswer?) -> Portfolio {
    var portfolio = Sample.portfolio
    portfolio["museum"].title = "Digitaler Rundgang durch das Museum"
    portfolio["museum"].summary = "Besucherinnen und Besucher gehen online durch die Ausstellung."
    portfolio.participations[0].contributions = [
      Contribution(id: "rundgang", title: "Museum online als Rundgang besuchen", answer: answer)
    ]
    return portfolio
  }

  @Test("an unanswered one comes with the projects that are described alike")
  func suggestions() throws {
    let snapshot = Snapshot(portfolio(nil), asOf: Sample.today)
    let view = try #require(ContributionViews.make(snapshot).contributions.first)
    #expect(view.suggestions.map(\.project.id) == ["museum"])
    let finding = try #require(
      Check(select: ["contribution-unanswered"]).run(snapshot).findings.first)
    #expect(
      finding.message.german.hasSuffix(
        "ist nicht beantwortet. Ähnlich beschrieben: „Digitaler Rundgang durch das Museum“."))
    #expect(finding.departments == ["kultur"])
  }

  @Test(
    "an answered one names its project and is not flagged",
    arguments: [
      ContributionAnswer.Kind.exists, .planned, .gap, .declined,
    ])
  func answered(kind: ContributionAnswer.Kind) throws {
    let answer = ContributionAnswer(kind: kind, project: "museum", sentence: "Gibt es schon.")
    let snapshot = Snapshot(portfolio(answer), asOf: Sample.today)
    let views = ContributionViews.make(snapshot)
    #expect(views.contributions.first?.projects.map(\.id) == ["museum"])
    #expect(views.contributions.first?.suggestions == [])
    #expect(views.count(kind) == 1 && views.count(nil) == 0)
    #expect(Check(select: ["contribution-unanswered"]).run(snapshot).findings == [])
  }

  @Test("an answer that points to a project which is gone is void; a refusal stays one")
  func void() {
    for (kind, isFlagged) in [
      (ContributionAnswer.Kind.exists, true), (.planned, true), (.gap, false), (.declined, false),
    ] {
      for project in ["weg", "wald"] {
        var portfolio = portfolio(ContributionAnswer(kind: kind, project: project))
        portfolio["wald"].status = .discontinued
        let found = Check(select: ["contribution-unanswered"])
          .run(Snapshot(portfolio, asOf: Sample.today)).findings
        #expect(found.isEmpty != isFlagged, "\(kind) \(project)")
      }
    }
  }
}
