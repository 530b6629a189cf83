import Portfolio
import Testing

@testable import Findings

@Suite("Numbers that texts state")
struct StatedFiguresTests {
  private func keys(_ text: String) -> [UInt64] {
    var keys: [UInt64] = []
    StatedFigure.forEach(in: text) { keys.append($0) }
    return keys
  }

  @Test(
    "the same number is the same however it is written",
    arguments: [("3.000 Tablets", "3000 Tablets"), ("1,1 km", "1.1 km"), ("(430)", "430 Stück")])
  func same(one: String, other: String) {
    #expect(keys(one) == keys(other))
    #expect(keys(one).count == 1)
  }

  @Test("different numbers differ", arguments: [("1,1", "11"), ("3.000", "3,0001"), ("12", "120")])
  func different(one: String, other: String) {
    #expect(keys(one) != keys(other))
  }

  @Test(
    "years, single digits and parts of codes say nothing",
    arguments: ["2024", "seit 1998", "3 Busse", "65plus", "LOD2", "NO2-Sensoren", "über100"])
  func nothing(text: String) {
    #expect(keys(text).isEmpty)
  }

  @Test("a number that two projects alone state tells most")
  func specificity() {
    let projects = ["430 Säulen", "430 Ladepunkte", "12 Busse", "12 Bahnen", "12 Räder", "nichts"]
      .enumerated().map { Project(id: "p\($0.offset)", title: $0.element) }
    let figures = StatedFigures(projects)
    #expect(figures.specificity(ProjectPair(0, 1)) == 1)
    let common = figures.specificity(ProjectPair(2, 3))
    #expect(common > 0 && common < 1)
    #expect(figures.specificity(ProjectPair(0, 2)) == 0)
    #expect(figures.specificity(ProjectPair(4, 5)) == 0)
  }
}
