import Findings
import Portfolio
import Reports
import Testing

@testable import Registration

@Suite("The dialogue of a confirmation")
struct ConfirmationDialogueTests {
  /// Two projects whose end has passed, one that should have begun, and two in order.
  private static let portfolio: Portfolio = {
    func project(_ id: String, _ status: ProjectStatus, _ start: Int?, _ end: Int?) -> Project {
      var project = Project(id: id, title: "Projekt \(id)", department: "kultur", status: status)
      project.period = Period(
        start: start.flatMap { PartialDate("\($0)") }, end: end.flatMap { PartialDate("\($0)") })
      return project
    }
    var other = project("fremd", .running, nil, 2020)
    other.department = "bau"
    var portfolio = Portfolio()
    portfolio.departments = [
      Department(id: "kultur", name: "Kulturreferat"), Department(id: "bau", name: "Baureferat"),
    ]
    portfolio.projects = [
      project("eins", .running, 2020, 2022), project("zwei", .running, 2021, 2023),
      project("drei", .planned, 2022, nil), project("vier", .running, 2020, nil),
      project("fuenf", .completed, 2019, 2020), other,
    ]
    return portfolio
  }()

  private func confirm(
    _ lines: [String], in language: Language = .german
  ) -> (outcome: ConfirmationDialogue.Outcome, console: ScriptedConsole) {
    let console = ScriptedConsole(lines)
    let outcome = ConfirmationDialogue(
      of: "kultur", in: Snapshot(Self.portfolio, asOf: Town.day), language: language,
      style: .plain, console: console
    ).run()
    return (outcome, console)
  }

  @Test("asks about each project that looks out of date, and once about the others")
  func everything() {
    let (outcome, console) = confirm(["f", "j", "l", "ja"])
    #expect(outcome.changed == ["eins": .completed, "drei": .running])
    #expect(outcome.confirmed == ["zwei", "vier", "fuenf"])
    #expect(outcome.open.isEmpty && console.isExhausted)
    #expect(!console.transcript.contains("fremd"))
  }

  @Test("leaves for later what is not answered, and takes no letter that is not offered")
  func later() {
    let (outcome, console) = confirm(["x", "l", "", "", "e", "nein"])
    #expect(outcome.changed == ["drei": .discontinued])
    #expect(outcome.confirmed.isEmpty)
    #expect(Set(outcome.open) == ["eins", "zwei", "vier", "fuenf"])
    #expect(console.isExhausted)
  }

  @Test("keeps what was answered before the user stopped")
  func stopped() {
    let (outcome, _) = confirm(["f", "."])
    #expect(outcome.changed == ["eins": .completed])
    #expect(Set(outcome.open) == ["zwei", "drei", "vier", "fuenf"])
  }

  @Test("asks in English, too")
  func english() {
    let (outcome, console) = confirm(["y", "y", "y", "y"], in: .english)
    #expect(outcome.confirmed.count == 5)
    #expect(console.transcript.contains("Is what is registered about these 2 projects right?"))
  }
}
