import Portfolio
import TestSupport

/// Portfolios of every kind of record with every field given and missing, valid in the sense of
/// the registry's files, with texts of any characters.
struct RandomPortfolio {
  private var random: SeededRandom
  private let departments: [String]
  private let offices: [String: [String]]
  private let sources: [String]
  private let themes: [String]
  private let guidelines: [String]
  private let services: [String]
  private let strategies: [String]
  private let formats: [String]
  private let contributions: [String]
  private let projects: [String]

  init(seed: UInt64, projects count: Int) {
    random = SeededRandom(seed: seed)
    departments = (0..<4).map { "referat-\($0)" }
    offices = ["referat-0": ["amt-0", "amt-1"], "referat-2": ["amt-0"]]
    sources = (0..<5).map { "quelle_\($0)" }
    themes = (0..<4).map { "thema-\($0)" }
    guidelines = (0..<5).map { "leitlinie-\($0)" }
    services = (0..<3).map { "dienst-\($0)" }
    strategies = (0..<3).map { "strategie-\($0)" }
    formats = (0..<3).map { "format-\($0)" }
    contributions = (0..<6).map { "idee-\($0)" }
    projects = (0..<count).map { $0 % 7 == 6 ? "projekt-\($0 - 1)--2" : "projekt-\($0)" }
  }

  mutating func make() -> Portfolio {
    var line = 0
    func place(_ file: String) -> SourceLocation {
      line += 1
      return SourceLocation(file: file, line: line)
    }
    let all = projects.enumerated().map { index, id in
      // Several to a file, files in byte order: upper case before lower.
      project(id, place("projects/\(["Z", "a", "ä"][index * 3 / projects.count]).yaml"))
    }
    // The first two are always in use, so that a trace may lead to them.
    let isMerged = all.indices.map { $0 > 1 && Int.random(in: 0..<6, using: &random) == 0 }
    return Portfolio(
      strategy: strategy(place("strategy.yaml")),
      departments: departments.map { department($0, place("departments.yaml")) },
      subStrategies: strategies.map { subStrategy($0, place("strategies/\($0).yaml")) },
      participations: [0, 1].map { participation($0, place("participation/\($0).yaml")) },
      measures: (0..<4).map { measure("massnahme-\($0)", place("roadmap/a.yaml")) },
      projects: zip(all, isMerged).filter { !$1 }.map(\.0),
      mergedProjects: zip(all, isMerged).filter(\.1).map { merged($0.0) },
      verdicts: (0..<5).map { _ in verdict(place("decisions/verdicts.yaml")) },
      waivers: (0..<4).map { _ in waiver(place("decisions/waivers.yaml")) })
  }

  // MARK: Records

  private mutating func strategy(_ location: SourceLocation) -> Strategy {
    Strategy(
      id: "dachstrategie", name: text(), summary: maybe { $0.text() }, vision: maybe { $0.text() },
      lead: maybe { $0.one($0.departments) },
      functions: many(3) { $0.function($1) },
      guidelines: guidelines.map { id in
        Guideline(
          id: id, name: text(), kind: one(GuidelineKind.allCases), description: maybe { $0.text() },
          keywords: texts(), revision: number(), earlier: many(2) { $0.wording($1) },
          expects: expectations(), sources: some(sources), location: location)
      },
      themes: themes.map { id in
        Theme(
          id: id, name: text(), aliases: texts(), description: maybe { $0.text() },
          keywords: texts(), expects: expectations(), sources: some(sources),
          location: maybe { _ in location })
      },
      services: services.map { id in
        Service(id: id, name: text(), description: maybe { $0.text() }, location: location)
      },
      milestones: many(4) { random, _ in
        Milestone(
          date: random.date(), kind: random.one(MilestoneKind.allCases), text: random.text(),
          sources: random.some(random.sources))
      },
      statements: statements(),
      figures: many(3) { random, _ in
        KeyFigure(
          name: random.text(), value: random.text(), date: random.maybe { $0.date() },
          sources: random.some(random.sources))
      },
      openQuestions: texts(),
      checks: CheckSettings(
        horizonMonths: number(), staleAfterDays: number(), siloMinimum: number(),
        findingsPerDepartment: number(), answerWithinDays: number(), cooperateWithinDays: number(),
        completeness: completeness()),
      sources: sources.map { id in
        Source(
          id: id, title: text(), url: maybe { _ in "https://example.org/ä?x=%20" },
          published: maybe { $0.date() })
      },
      location: location)
  }

  private mutating func function(_ index: Int) -> StrategyFunction {
    StrategyFunction(id: "funktion-\(index)", name: text(), text: text(), sources: some(sources))
  }

  private mutating func wording(_ index: Int) -> GuidelineWording {
    GuidelineWording(
      revision: index + 1, name: text(), description: maybe { $0.text() },
      until: maybe { $0.date() })
  }

  private mutating func completeness() -> Completeness {
    var completeness = Completeness(essentialFrom: number())
    for field in some(ProjectField.allCases) { completeness.weights[field] = number() }
    return completeness
  }

  private mutating func department(_ id: String, _ location: SourceLocation) -> Department {
    Department(
      id: id, name: text(), kind: one(DepartmentKind.allCases), aliases: texts(),
      role: maybe { $0.text() }, contact: maybe { _ in "amt@example.org" },
      offices: (offices[id] ?? []).map { Office(id: $0, name: text(), aliases: texts()) },
      notes: texts(), sources: some(sources), location: location)
  }

  private mutating func subStrategy(_ id: String, _ location: SourceLocation) -> SubStrategy {
    SubStrategy(
      id: id, name: text(), summary: maybe { $0.text() }, lead: maybe { $0.one($0.departments) },
      isFoundation: Bool.random(using: &random), period: period(), budget: budget(),
      decisions: many(3) { random, _ in
        CouncilDecision(
          date: random.maybe { $0.date() }, body: random.maybe { $0.text() }, text: random.text())
      },
      notes: texts(), sources: some(sources), location: location)
  }

  private mutating func participation(_ index: Int, _ location: SourceLocation) -> Participation {
    Participation(
      id: "beteiligung-\(index)", name: text(),
      formats: (index == 0 ? Array(formats.reversed()) : []).map { id in
        ParticipationFormat(
          id: id, name: text(), kind: one(ParticipationFormat.Kind.allCases),
          purpose: maybe { $0.text() }, period: period(), participants: texts(),
          sources: some(sources), location: location)
      },
      contributions: contributions.enumerated().filter { $0.offset % 2 == index }.map { _, id in
        Contribution(
          id: id, title: text(), text: maybe { $0.text() }, format: maybe { $0.one($0.formats) },
          theme: maybe { $0.one($0.themes) }, date: maybe { $0.date() },
          answer: maybe { random in
            ContributionAnswer(
              kind: random.one(ContributionAnswer.Kind.allCases),
              project: random.maybe { $0.one($0.projects) }, sentence: random.maybe { $0.text() },
              date: random.maybe { $0.date() })
          },
          location: maybe { _ in location })
      },
      results: statements(), notes: texts(), location: location)
  }

  private mutating func measure(_ id: String, _ location: SourceLocation) -> Measure {
    Measure(
      id: id, title: text(), description: maybe { $0.text() }, theme: one(themes),
      lead: maybe { $0.one($0.departments) }, by: maybe { $0.date() },
      projects: some(projects + ["unbekanntes-projekt"]), sources: some(sources),
      location: location)
  }

  private mutating func project(_ id: String, _ location: SourceLocation) -> Project {
    let department = maybe { $0.one($0.departments) }
    let office = department.flatMap { offices[$0] }.flatMap { ids in maybe { $0.one(ids) } }
    return Project(
      id: id, formerly: many(2) { "\(id.replacing("--", with: "-"))-frueher-\($1)" },
      claims: id.firstRange(of: "--").map { String(id[..<$0.lowerBound]) }, title: text(),
      summary: maybe { $0.text() }, department: department, office: office,
      strategy: maybe { $0.one($0.strategies) }, themes: some(themes),
      alignments: some(guidelines).map { guideline in
        Alignment(
          guideline: guideline, role: one(Alignment.Role.allCases), rationale: maybe { $0.text() },
          revision: number(), review: one(ReviewState.allCases), line: maybe { $0.number() })
      },
      status: maybe { $0.one(ProjectStatus.allCases) }, period: period(), budget: budget(),
      contact: maybe { _ in "projekt@example.org" },
      partners: many(3) { random, _ in
        Partner(
          name: random.text(), sector: random.maybe { $0.one(PartnerSector.allCases) })
      },
      audience: texts(), technologies: texts(), provides: some(services),
      requires: some(services),
      links: some(projects.filter { $0 != id } + ["unbekanntes-projekt"]).map { target in
        Link(
          project: target, kind: one(LinkKind.allCases), note: maybe { $0.text() },
          proposed: maybe { $0.date() }, confirmed: maybe { $0.date() },
          declined: maybe { $0.refusal() }, line: maybe { $0.number() })
      },
      contributions: some(contributions),
      visibility: maybe { random in
        Visibility(
          level: random.one(Visibility.Level.allCases),
          label: random.maybe { $0.one(Visibility.Label.allCases) },
          page: random.maybe { _ in "https://example.org/" })
      },
      notes: texts(),
      sources: many(3) { random, index in
        SourceReference(
          url: "http://example.org/\(index)", published: random.maybe { $0.date() },
          accessed: random.maybe { $0.date() })
      },
      confirmed: maybe { $0.date() }, location: location)
  }

  private mutating func merged(_ project: Project) -> Project {
    var project = project
    project.merged = Merger(
      into: one(Array(projects.prefix(2))), by: maybe { $0.text() }, date: maybe { $0.date() },
      reason: maybe { $0.text() },
      taken: many(3) { random, _ in
        TakenValue(
          random.one(MergeField.allCases), item: random.maybe { $0.text() },
          replaced: random.maybe { $0.text() })
      })
    return project
  }

  private mutating func refusal() -> Refusal { Refusal(date: date(), reason: text()) }

  private mutating func side() -> VerdictBasis.Side {
    VerdictBasis.Side(
      title: text(), summary: maybe { $0.text() }, provides: some(services),
      requires: some(services))
  }

  private mutating func verdict(_ location: SourceLocation) -> Verdict {
    let outcome = one(Verdict.Outcome.allCases)
    let first = one(projects)
    return Verdict(
      first: first, second: one(projects.filter { $0 != first } + ["unbekanntes-projekt"]),
      outcome: outcome,
      reason: maybe { $0.text() }, by: maybe { $0.text() }, date: maybe { $0.date() },
      bundle: outcome == .bundle ? maybe { $0.one($0.projects) } : nil,
      createdBundle: Bool.random(using: &random),
      basis: maybe { VerdictBasis(first: $0.side(), second: $0.side()) },
      confirmed: maybe { $0.date() }, declined: maybe { $0.refusal() }, location: location)
  }

  private mutating func waiver(_ location: SourceLocation) -> Waiver {
    Waiver(
      rule: "gap/department-expected", subjects: [one(guidelines), one(departments)],
      reason: text(), approver: text(), approved: maybe { $0.date() }, expires: maybe { $0.date() },
      location: location)
  }

  // MARK: Values

  private mutating func text() -> String {
    let nasty = ["'", "\"; DROP TABLE project; --", "\\N", "\t\r\n", " ", "null", "{a,b}", "🏙️é"]
    if Int.random(in: 0..<4, using: &random) == 0 { return one(nasty) }
    return "x" + random.text(upTo: 12)
  }

  private mutating func texts() -> [String] { many(3) { random, _ in random.text() } }

  private mutating func number() -> Int { Int.random(in: 1...400, using: &random) }

  private mutating func date() -> PartialDate {
    let year = Int.random(in: 1000...9999, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let precise = PartialDate(year: year, month: month, day: Int.random(in: 1...31, using: &random))
    let coarse = Bool.random(using: &random) ? PartialDate(year: year) : nil
    // 30 February falls back to its month.
    return coarse ?? precise ?? PartialDate(year: year, month: month) ?? date()
  }

  private mutating func period() -> Period? {
    let period = Period(start: maybe { $0.date() }, end: maybe { $0.date() })
    if period.isReversed { return Period(start: period.end, end: period.start) }
    return period.start == nil && period.end == nil ? nil : period
  }

  private mutating func budget() -> Budget? {
    maybe { random in
      Budget(
        cents: Int64(random.random.integer().magnitude >> 1), currency: random.one(["EUR", "CHF"]),
        funding: random.maybe { $0.text() })
    }
  }

  private mutating func statements() -> [Statement] {
    many(3) { random, _ in
      Statement(topic: random.text(), text: random.text(), sources: random.some(random.sources))
    }
  }

  private mutating func expectations() -> [Expectation] {
    many(3) { random, _ in
      Expectation(
        contributor: Bool.random(using: &random.random)
          ? .department(random.one(random.departments)) : .theme(random.one(random.themes)),
        obligation: random.one(Expectation.Obligation.allCases), minimum: random.number(),
        by: random.maybe { $0.date() })
    }
  }

  // MARK: Choices

  private mutating func one<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// A few of the values, each at most once, in any order.
  private mutating func some<Value>(_ values: [Value]) -> [Value] {
    Array(
      values.shuffled(using: &random).prefix(
        Int.random(in: 0...min(3, values.count), using: &random)))
  }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    Bool.random(using: &random) ? make(&self) : nil
  }

  private mutating func many<Value>(
    _ most: Int, _ make: (inout Self, Int) -> Value
  ) -> [Value] {
    var values: [Value] = []
    for index in 0..<Int.random(in: 0...most, using: &random) { values.append(make(&self, index)) }
    return values
  }
}
