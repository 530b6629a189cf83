import Findings
import Portfolio
import Testing

@Suite("theme-empty, strategy-empty, department-silent")
struct EmptinessRuleTests {
  @Test("a theme without projects, unless discontinued ones are all there is")
  func theme() {
    #expect(flagged("gap/theme-empty") { $0["wald"].themes = [] } == [])
    #expect(
      flagged("gap/theme-empty") {
        $0["wald"].status = .discontinued
        $0["museum"].themes = []
      } == [["freizeit"]])
  }

  @Test("a guideline that expects a theme finds none of its projects there")
  func themeOfGuideline() {
    let change = { (portfolio: inout Portfolio) in
      portfolio.changeGuideline("inklusiv") {
        $0.expects = [Expected(contributor: .theme("freizeit"))]
      }
    }
    #expect(flagged("gap/theme-empty", after: change) == [])
    #expect(
      flagged("gap/theme-empty") {
        change(&$0)
        $0["museum"].alignments = []
        $0["wald"].alignments = []
      } == [["inklusiv", "freizeit"]])
  }

  @Test("a wholly empty theme is reported once, not for every guideline")
  func onlyOnce() {
    #expect(
      flagged("gap/theme-empty") {
        $0.changeGuideline("inklusiv") {
          $0.expects = [Expected(contributor: .theme("freizeit"))]
        }
        $0["museum"].themes = []
        $0["wald"].themes = []
      } == [["freizeit"]])
  }

  @Test("a sub-strategy without projects, while its period lasts")
  func strategy() {
    let subjects = { (period: Period?) in
      flagged("gap/strategy-empty") {
        $0.subStrategies.append(
          SubStrategy(id: "agenda", name: "Agenda", lead: "kultur", period: period))
      }
    }
    #expect(subjects(nil) == [["agenda"]])
    #expect(subjects(Period(end: Sample.date("2025"))) == [])
    #expect(subjects(Period(start: Sample.date("2027"))) == [])
  }

  @Test("a department without projects; offices and houses on their own are left alone")
  func department() {
    let rule = "gap/department-silent"
    #expect(
      flagged(rule) { $0.departments.append(Department(id: "bau", name: "Baureferat")) }
        == [["bau"]])
    #expect(
      flagged(rule) {
        $0.departments.append(Department(id: "bau", name: "Bauamt", kind: .office))
      } == [])
  }

  @Test("a department that leads a sub-strategy with projects is not silent")
  func lead() {
    let subjects = { (status: ProjectStatus) in
      flagged("gap/department-silent") {
        $0.departments.append(Department(id: "bau", name: "Baureferat"))
        $0.subStrategies.append(SubStrategy(id: "agenda", name: "Agenda", lead: "bau"))
        $0["wald"].strategy = "agenda"
        $0["wald"].status = status
      }
    }
    #expect(subjects(.running) == [])
    #expect(subjects(.discontinued).contains(["bau"]))
  }

  @Test("a department whose office has a project is not silent")
  func office() {
    #expect(
      flagged("gap/department-silent") {
        $0.departments.append(
          Department(id: "bau", name: "Baureferat", offices: [Office(id: "stift", name: "Stift")])
        )
        $0["wald"].office = "stift"
      } == [])
  }
}
