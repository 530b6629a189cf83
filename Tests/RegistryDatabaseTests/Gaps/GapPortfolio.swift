import Portfolio
import TestSupport

/// Portfolios in which everything that gap rules look at comes in every combination: expectations
/// with dates and minimums, waivers in force, expired and misspelt, revised guidelines, projects in
/// every state with parts, bundles and twins, measures and contributions.
struct GapPortfolio {
  static let today = CalendarDay("2026-11-22") ?? CalendarDay(daysSinceEpoch: 0)

  private var random: SeededRandom
  private let departments = (0..<5).map { "referat-\($0)" }
  private let guidelines = (0..<5).map { "leitlinie-\($0)" }
  private let themes = (0..<4).map { "thema-\($0)" }
  private let strategies = (0..<3).map { "strategie-\($0)" }
  private let contributions = (0..<5).map { "idee-\($0)" }
  private let measures = (0..<4).map { "massnahme-\($0)" }
  private let projects: [String]

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    let count = [0, 1, 3, 6, 10, 16, 24].randomElement(using: &random) ?? 6
    projects = (0..<count).map { "projekt-\($0)" }
  }

  mutating func make() -> Portfolio {
    // In some registries nobody has ever confirmed anything.
    let isEverConfirmed = chance(0.8)
    var portfolio = Portfolio(
      strategy: strategy(),
      departments: departments.enumerated().map { index, id in
        Department(
          id: id, name: "Referat \(index)", kind: chance(0.7) ? .department : .institution,
          offices: chance(0.3) ? [Office(id: "amt-\(index)", name: "Amt \(index)")] : [])
      },
      subStrategies: strategies.map { id in
        SubStrategy(
          id: id, name: "Strategie \(id)", lead: maybe(0.6, one(departments)),
          period: maybe(0.5, period()))
      })
    let offices = Dictionary(
      uniqueKeysWithValues: portfolio.departments.map { ($0.id, $0.offices.map(\.id)) })
    portfolio.projects = projects.map { project($0, offices, isEverConfirmed: isEverConfirmed) }
    portfolio.participations = [participation()]
    portfolio.measures = measures.map { id in
      Measure(
        id: id, title: "Maßnahme \(id)", theme: one(themes), lead: maybe(0.5, one(departments)),
        projects: some(projects + ["projekt-unbekannt"], atMost: 2))
    }
    portfolio.verdicts = verdicts()
    portfolio.waivers = (0..<Int.random(in: 0...12, using: &random)).map { _ in waiver() }
    return portfolio
  }

  // MARK: The frame

  private mutating func strategy() -> Strategy {
    Strategy(
      id: "dach", name: "Digitale Stadt",
      guidelines: guidelines.map { id in
        Guideline(
          id: id, name: "Leitlinie \(id)", kind: one(GuidelineKind.allCases),
          revision: one([1, 1, 2, 3]), expects: expectations())
      },
      themes: themes.map { Theme(id: $0, name: "Thema \($0)", expects: expectations()) },
      checks: CheckSettings(
        horizonMonths: one([6, 12, 24]), staleAfterDays: one([100, 365]),
        completeness: Completeness(
          weights: chance(0.5) ? [:] : [.contact: one([3, 4, 5]), .status: one([1, 4])],
          essentialFrom: one([4, 4, 3, 5]))))
  }

  private mutating func expectations() -> [Expectation] {
    guard chance(0.6) else { return [] }
    return (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Expectation(
        contributor: chance(0.7) ? .department(one(departments)) : .theme(one(themes)),
        obligation: one([.must, .must, .must, .may, .exempt]), minimum: one([1, 1, 1, 2, 3]),
        by: maybe(0.3, date()))
    }
  }

  // MARK: Projects

  private mutating func project(
    _ id: String, _ offices: [String: [String]], isEverConfirmed: Bool
  ) -> Project {
    let department = maybe(0.85, one(departments))
    let office = department.flatMap { offices[$0]?.first }
    var project = Project(
      id: id, formerly: chance(0.15) ? ["alt-\(id)"] : [], title: "Projekt \(id)",
      summary: maybe(0.85, "Ein Vorhaben."), department: department,
      office: chance(0.5) ? office : nil, strategy: maybe(0.5, one(strategies)),
      themes: some(themes, atMost: 2), alignments: alignments(),
      status: one(ProjectStatus.allCases + [.running, .running, nil, nil]),
      period: maybe(0.7, period()), contact: maybe(0.7, "stelle@example.org"))
    project.links = links(of: id)
    project.contributions = some(contributions, atMost: 1)
    project.visibility = maybe(
      0.6,
      Visibility(
        level: one([.public, .public, .internal]),
        label: one([nil, .granted, .lapsed, .requested]),
        page: maybe(0.5, "https://example.org/\(id)")))
    if isEverConfirmed { project.confirmed = maybe(0.7, date()) }
    return project
  }

  private mutating func alignments() -> [Alignment] {
    some(guidelines, atMost: 3).map { guideline in
      Alignment(
        guideline: guideline, role: .primary, revision: one([1, 2, 3]),
        review: one(ReviewState.allCases))
    }
  }

  private mutating func links(of id: String) -> [Link] {
    some(projects + projects.map { "alt-\($0)" } + ["projekt-unbekannt"], atMost: 2)
      .filter { $0 != id && $0 != "alt-\(id)" }
      .map { Link(project: $0, kind: one([.partOf, .partOf, .buildsOn])) }
  }

  private mutating func verdicts() -> [Verdict] {
    var decided: Set<Set<String>> = []
    return (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
      let pair = projects.shuffled(using: &random).prefix(2)
      guard pair.count == 2, decided.insert(Set(pair)).inserted else { return nil }
      let outcome = one([
        Verdict.Outcome.duplicate, .bundle, .bundle, .different, .cooperate,
      ])
      return Verdict(
        first: pair[pair.startIndex], second: pair[pair.startIndex + 1], outcome: outcome,
        bundle: outcome == .bundle && chance(0.6) ? one(projects) : nil)
    }
  }

  // MARK: Participation and waivers

  private mutating func participation() -> Participation {
    Participation(
      id: "beteiligung", name: "Beteiligung",
      formats: [
        ParticipationFormat(
          id: "umfrage", name: "Umfrage", kind: .survey, period: maybe(0.7, period()))
      ],
      contributions: contributions.map { id in
        Contribution(
          id: id, title: "Idee \(id)", format: maybe(0.5, "umfrage"),
          theme: maybe(0.5, one(themes)),
          answer: maybe(
            0.5,
            ContributionAnswer(
              kind: one(ContributionAnswer.Kind.allCases),
              project: maybe(0.6, one(projects + ["projekt-unbekannt"])))))
      })
  }

  private mutating func waiver() -> Waiver {
    let place = one(guidelines + themes)
    let choice = one([
      ("gap/department-expected", [place, one(departments)]),
      ("gap/department-expected", [one(departments), place]),
      ("gap/guideline-uncovered", [one(guidelines)]), ("gap/guideline-at-risk", [one(guidelines)]),
      ("gap/guideline-one-sided", [one(guidelines)]), ("gap/theme-empty", [one(themes)]),
      ("gap/theme-empty", [one(guidelines), one(themes)]),
      ("gap/strategy-empty", [one(strategies)]), ("gap/department-silent", [one(departments)]),
      ("gap/project-unaligned", [anyProject()]), ("gap/project-overdue", [anyProject()]),
      ("gap/project-incomplete", [anyProject()]), ("gap/label-lapsed", [anyProject()]),
      ("gap/alignment-outdated", [anyProject(), one(guidelines)]),
      ("gap/measure-without-project", [one(measures)]),
      ("gap/contribution-unanswered", [one(contributions)]),
      ("gap/project-stale", [one(departments + ["ohne-dienststelle"])]),
      ("gap/project-stale", [anyProject()]), ("gap/falsch-geschrieben", [one(guidelines)]),
    ])
    return Waiver(
      rule: choice.0, subjects: choice.1, reason: "Nicht unsere Aufgabe", approver: "referat-0",
      expires: maybe(0.6, date()))
  }

  /// By its present or its former id.
  private mutating func anyProject() -> String {
    one(projects + projects.map { "alt-\($0)" } + ["projekt-unbekannt"])
  }

  // MARK: Choices

  private mutating func one<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  private mutating func some<Value>(_ values: [Value], atMost limit: Int) -> [Value] {
    Array(values.shuffled(using: &random).prefix(Int.random(in: 0...limit, using: &random)))
  }

  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < probability
  }

  private mutating func maybe<Value>(
    _ probability: Double, _ value: Value
  ) -> Value? {
    return chance(probability) ? value : nil
  }

  /// Around today, in every precision, often at the edge.
  private mutating func date() -> PartialDate {
    let day = Self.today.advanced(byDays: one([-1, 0, 1, -400, -100, -60, 30, 200, 365, 500]))
    let (year, month, dayOfMonth) = day.components
    let precision = one([1, 2, 3, 3])
    let date = PartialDate(
      year: year, month: precision > 1 ? month : nil, day: precision > 2 ? dayOfMonth : nil)
    guard let date else { preconditionFailure("a day of the calendar is a date") }
    return date
  }

  private mutating func period() -> Period {
    let (one, other) = (date(), date())
    let (start, end) = one.firstDay <= other.lastDay ? (one, other) : (other, one)
    return Period(start: maybe(0.7, start), end: maybe(0.7, end))
  }
}
