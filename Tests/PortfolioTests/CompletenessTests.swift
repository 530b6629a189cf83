import Portfolio
import Testing

@Suite("Completeness")
struct CompletenessTests {
  @Test("missing fields come in the order in which they matter to this city")
  func order() {
    let project = Project(id: "p", title: "P", department: "kultur", themes: ["freizeit"])
    #expect(
      Completeness().missing(in: project).prefix(4) == [.summary, .status, .alignments, .contact])
    let own = Completeness(weights: [.contact: 9, .summary: 1, .budget: 5])
    #expect(own.missing(in: project).prefix(4) == [.contact, .budget, .status, .alignments])
    #expect(own.missingEssentials(in: project) == [.contact, .budget, .status])
  }

  @Test("the score is the weight of what is given over the weight of all")
  func score() {
    #expect(Completeness().score(of: Project(id: "p", title: "P")) == 0)
    let project = Project(id: "p", title: "P", department: "kultur")
    #expect(Completeness().score(of: project) == 4.0 / 35)
    #expect(Completeness(weights: [.department: 69]).score(of: project) == 0.69)
  }
}
