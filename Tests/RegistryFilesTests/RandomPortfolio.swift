import Portfolio
import TestSupport

/// Makes portfolios whose references all resolve, full of texts that YAML has traps for.
struct RandomPortfolio {
  private var random: SeededRandom
  private var taken: Set<String> = []

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Values of every kind, each field given or missing by chance.
  mutating func make() -> Portfolio {
    let departments = many(1...4) { $0.department() }
    let subStrategies = many(0...3) { $0.subStrategy() }
    let places = Places(
      departments: departments, subStrategies: subStrategies.map(\.id),
      themes: ids(1...4), guidelines: ids(1...4), services: ids(1...4), sources: sourceIDs(1...4),
      projects: ids(1...6), contributions: ids(0...4))
    var portfolio = Portfolio(strategy: strategy(places))
    portfolio.departments = departments.map { department in
      var department = department
      department.sources = some(places.sources)
      return department
    }
    portfolio.subStrategies = subStrategies.map { subStrategy in
      var subStrategy = subStrategy
      subStrategy.lead = maybe { $0.pick(departments).id }
      subStrategy.sources = some(places.sources)
      return subStrategy
    }
    portfolio.participations = [participation(places)]
    portfolio.measures = many(0...5) { $0.measure(places) }
    portfolio.projects = places.projects.map { project($0, places) }
    if let first = portfolio.projects.first, maybe({ _ in true }) != nil {
      var second = project(first.id + "--2", places)
      second.claims = first.id
      portfolio.projects.append(second)
    }
    portfolio.mergedProjects = many(0...2) { $0.mergedProject(places) }
    portfolio.verdicts = many(0...3) { $0.verdict() }
    portfolio.waivers = many(0...3) { $0.waiver(places) }
    return portfolio
  }

  /// What records may refer to.
  private struct Places {
    var departments: [Department]
    var subStrategies, themes, guidelines, services, sources, projects, contributions: [String]
  }

  // MARK: Records

  private mutating func strategy(_ places: Places) -> Strategy {
    Strategy(
      id: id(), name: text(), summary: maybe { $0.text() }, vision: maybe { $0.text() },
      lead: maybe { $0.pick(places.departments).id },
      functions: many(0...3) {
        StrategyFunction(
          id: $0.id(), name: $0.text(), text: $0.text(), sources: $0.some(places.sources))
      },
      guidelines: places.guidelines.map { guideline($0, places) },
      themes: places.themes.map { theme($0, places) },
      services: places.services.map {
        Service(id: $0, name: text(), description: maybe { $0.text() })
      },
      milestones: many(0...3) {
        Milestone(
          date: $0.date(), kind: $0.pick(MilestoneKind.allCases), text: $0.text(),
          sources: $0.some(places.sources))
      },
      statements: statements(places),
      figures: many(0...3) {
        KeyFigure(
          name: $0.text(), value: $0.text(), date: $0.maybe { $0.date() },
          sources: $0.some(places.sources))
      },
      openQuestions: texts(),
      checks: CheckSettings(
        horizonMonths: pick([12, 1, 24]), staleAfterDays: pick([365, 30]),
        siloMinimum: pick([3, 1]), findingsPerDepartment: pick([5, 100]),
        answerWithinDays: pick([14, 1]), cooperateWithinDays: pick([90, 365]),
        completeness: completeness()),
      sources: places.sources.map {
        Source(
          id: $0, title: text(), url: maybe { $0.address() }, published: maybe { $0.date() })
      })
  }

  private mutating func guideline(_ id: String, _ places: Places) -> Guideline {
    Guideline(
      id: id, name: text(), kind: pick(GuidelineKind.allCases), description: maybe { $0.text() },
      keywords: texts(), revision: pick([1, 1, 2, 17]),
      earlier: many(0...2) {
        GuidelineWording(
          revision: $0.pick([1, 2, 16]), name: $0.text(), description: $0.maybe { $0.text() },
          until: $0.maybe { $0.date() })
      },
      expects: expectations(places), sources: some(places.sources))
  }

  private mutating func completeness() -> Completeness {
    var completeness = Completeness(essentialFrom: pick([4, 4, 1, 9]))
    for field in many(0...4, { $0.pick(ProjectField.allCases) }) {
      completeness.weights[field] = pick([1, 4, 100])
    }
    return completeness
  }

  private mutating func theme(_ id: String, _ places: Places) -> Theme {
    Theme(
      id: id, name: text(), aliases: texts(), description: maybe { $0.text() },
      keywords: texts(), expects: expectations(places), sources: some(places.sources))
  }

  private mutating func expectations(_ places: Places) -> [Expectation] {
    many(0...3) {
      Expectation(
        contributor: $0.pick([
          .department($0.pick(places.departments).id), .theme($0.pick(places.themes)),
        ]),
        obligation: $0.pick(Expectation.Obligation.allCases), minimum: $0.pick([1, 1, 2]),
        by: $0.maybe { $0.date() })
    }
  }

  private mutating func statements(_ places: Places) -> [Statement] {
    many(0...3) {
      Statement(topic: $0.text(), text: $0.text(), sources: $0.some(places.sources))
    }
  }

  private mutating func department() -> Department {
    Department(
      id: id(), name: uniqueText(), kind: pick(DepartmentKind.allCases),
      aliases: many(0...2) { $0.uniqueText() }, role: maybe { $0.text() },
      contact: maybe { $0.mailbox() },
      offices: many(0...3) { Office(id: $0.id(), name: $0.uniqueText(), aliases: $0.texts()) },
      notes: texts())
  }

  private mutating func subStrategy() -> SubStrategy {
    SubStrategy(
      id: id(), name: text(), summary: maybe { $0.text() }, isFoundation: pick([true, false]),
      period: maybe { $0.period() }, budget: maybe { $0.budget() },
      decisions: many(0...2) {
        CouncilDecision(
          date: $0.maybe { $0.date() }, body: $0.maybe { $0.text() }, text: $0.text())
      },
      notes: texts())
  }

  private mutating func participation(_ places: Places) -> Participation {
    let formats = many(0...3) {
      ParticipationFormat(
        id: $0.id(), name: $0.text(), kind: $0.pick(ParticipationFormat.Kind.allCases),
        purpose: $0.maybe { $0.text() }, period: $0.maybe { $0.period() },
        participants: $0.texts(), sources: $0.some(places.sources))
    }
    let contributions = places.contributions.map { id in
      Contribution(
        id: id, title: text(), text: maybe { $0.text() },
        format: formats.isEmpty ? nil : maybe { $0.pick(formats).id },
        theme: maybe { $0.pick(places.themes) }, date: maybe { $0.date() },
        answer: maybe {
          ContributionAnswer(
            kind: $0.pick(ContributionAnswer.Kind.allCases),
            project: $0.maybe { $0.pick(places.projects) }, sentence: $0.maybe { $0.text() },
            date: $0.maybe { $0.date() })
        })
    }
    return Participation(
      id: id(), name: text(), formats: formats, contributions: contributions,
      results: statements(places), notes: texts())
  }

  private mutating func measure(_ places: Places) -> Measure {
    Measure(
      id: id(), title: text(), description: maybe { $0.text() }, theme: pick(places.themes),
      lead: maybe { $0.pick(places.departments).id }, by: maybe { $0.date() },
      projects: some(places.projects), sources: some(places.sources))
  }

  private mutating func project(_ id: String, _ places: Places) -> Project {
    let department = maybe { $0.pick(places.departments) }
    var project = Project(
      id: id, formerly: ids(0...2), title: text(), summary: maybe { $0.text() },
      department: department?.id,
      office: department.flatMap { $0.offices.isEmpty ? nil : pick($0.offices).id },
      strategy: places.subStrategies.isEmpty ? nil : maybe { $0.pick(places.subStrategies) },
      themes: some(places.themes), alignments: alignments(places),
      status: maybe { $0.pick(ProjectStatus.allCases) }, period: maybe { $0.period() },
      budget: maybe { $0.budget() }, contact: maybe { $0.mailbox() })
    project.partners = many(0...2) {
      Partner(name: $0.text(), sector: $0.maybe { $0.pick(PartnerSector.allCases) })
    }
    project.audience = texts()
    project.technologies = texts()
    project.provides = some(places.services)
    project.requires = some(places.services)
    project.links = links(from: id, places)
    project.contributions = some(places.contributions)
    project.visibility = maybe {
      Visibility(
        level: $0.pick(Visibility.Level.allCases),
        label: $0.maybe { $0.pick(Visibility.Label.allCases) }, page: $0.maybe { $0.address() })
    }
    project.notes = texts()
    project.sources = many(0...2) {
      SourceReference(
        url: $0.address(), published: $0.maybe { $0.date() }, accessed: $0.maybe { $0.date() })
    }
    project.confirmed = maybe { $0.date() }
    return project
  }

  private mutating func alignments(_ places: Places) -> [Alignment] {
    some(places.guidelines).enumerated().map { index, guideline in
      Alignment(
        guideline: guideline, role: index == 0 ? .primary : .secondary,
        rationale: maybe { $0.text() }, revision: pick([1, 1, 2]),
        review: pick(ReviewState.allCases))
    }
  }

  private mutating func links(from id: String, _ places: Places) -> [Link] {
    some(places.projects.filter { $0 != id }).map { project in
      Link(
        project: project, kind: pick(LinkKind.allCases), note: maybe { $0.text() },
        proposed: maybe { $0.date() }, confirmed: maybe { $0.date() },
        declined: maybe { $0.refusal() })
    }
  }

  private mutating func refusal() -> Refusal { Refusal(date: date(), reason: text()) }

  private mutating func mergedProject(_ places: Places) -> Project {
    var project = project(id(), places)
    project.merged = Merger(
      into: pick(places.projects), by: maybe { $0.text() }, date: maybe { $0.date() },
      reason: maybe { $0.text() },
      taken: many(0...3) {
        TakenValue(
          $0.pick(MergeField.allCases), item: $0.maybe { $0.text() },
          replaced: $0.maybe { $0.text() })
      })
    return project
  }

  private mutating func side() -> VerdictBasis.Side {
    VerdictBasis.Side(
      title: text(), summary: maybe { $0.text() }, provides: ids(0...2), requires: ids(0...2))
  }

  private mutating func verdict() -> Verdict {
    let outcome = pick(Verdict.Outcome.allCases)
    return Verdict(
      first: id(), second: id(), outcome: outcome, reason: maybe { $0.text() },
      by: maybe { $0.text() }, date: maybe { $0.date() },
      bundle: outcome == .bundle ? maybe { $0.id() } : nil,
      createdBundle: maybe { _ in true } ?? false,
      basis: maybe { VerdictBasis(first: $0.side(), second: $0.side()) },
      confirmed: maybe { $0.date() }, declined: maybe { $0.refusal() })
  }

  private mutating func waiver(_ places: Places) -> Waiver {
    Waiver(
      rule: pick(["gap/department-expected", "network/silo", "gap/theme-empty"]),
      subjects: ids(1...3), reason: text(), approver: text(), approved: maybe { $0.date() },
      expires: maybe { $0.date() })
  }

  // MARK: Values

  private mutating func period() -> Period {
    let (one, other) = (date(), date())
    let period = Period(start: one, end: maybe { _ in other })
    return period.isReversed ? Period(start: other, end: one) : period
  }

  private mutating func budget() -> Budget {
    Budget(
      cents: pick([
        0, 1, 10, 99, 100, 9950, 25_000_000, .max, Int64.random(in: 0...(.max), using: &random),
      ]),
      currency: pick(["EUR", "EUR", "CHF"]), funding: maybe { $0.text() })
  }

  private mutating func date() -> PartialDate {
    let year = Int.random(in: 1000...9999, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let day = Int.random(in: 1...28, using: &random)
    let candidates = [
      PartialDate(year: year), PartialDate(year: year, month: month),
      PartialDate(year: year, month: month, day: day),
    ]
    return pick(candidates.compactMap { $0 })
  }

  private mutating func mailbox() -> String {
    pick([
      "bauordnung@example.org", "it.service@amt.example.org", "0800@example.org", "#@example.org",
      "büro-für-alles@nürnberg.example",
    ])
  }

  private mutating func address() -> String {
    pick([
      "https://example.org/", "http://example.org/a?b=c,d&e={f}#g: h".replacing(" ", with: "%20"),
      "https://example.org/" + String(repeating: "lang/", count: 40), "https://nürnberg.example/ü",
    ])
  }

  private mutating func id() -> String {
    let stems = ["a", "bau", "no", "null", "true", "2024", "1e3", "0x1f", "y", "on", "12-05"]
    var id = pick(stems)
    while !taken.insert(id).inserted {
      id = pick(stems) + "-" + String(Int.random(in: 0...99_999, using: &random))
    }
    return id
  }

  private mutating func ids(_ counts: ClosedRange<Int>) -> [String] { many(counts) { $0.id() } }

  private mutating func sourceIDs(_ counts: ClosedRange<Int>) -> [String] {
    ids(counts).map { pick([$0, $0.replacing("-", with: "_"), $0 + "_x"]) }
  }

  private mutating func texts() -> [String] {
    var seen: Set<String> = []
    return many(0...3) { $0.text() }.filter { seen.insert($0).inserted }
  }

  private mutating func uniqueText() -> String {
    text() + " \(Int.random(in: 0...(.max), using: &random))"
  }

  mutating func text() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return pick(Self.traps)
    case 1: return pick(Self.words)
    case 2:
      return many(1...60) { $0.pick(Self.words) }.joined(separator: " ")
    default:
      let text = many(1...30) { $0.pick($0.pick([Self.fragments, Self.words])) }.joined()
      return text.isEmpty ? "x" : text
    }
  }

  // MARK: Chance

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    Bool.random(using: &random) ? make(&self) : nil
  }

  private mutating func many<Value>(
    _ counts: ClosedRange<Int>, _ make: (inout Self) -> Value
  ) -> [Value] {
    (0..<Int.random(in: counts, using: &random)).map { _ in make(&self) }
  }

  private mutating func some(_ values: [String]) -> [String] {
    values.shuffled(using: &random).filter { _ in Bool.random(using: &random) }
  }

  // MARK: Material

  private static let words = [
    "Bürgerkonto", "Straße", "Digitalisierung", "für", "alle", "E-Akte", "und", "2024",
    "Online-Dienst", "„Zitat“", "–", "Ελλάδα", "日本語", "Donaudampfschifffahrtsgesellschaft",
  ]

  /// Whole texts that some reader of YAML takes for something else.
  static let traps = [
    "no", "No", "NO", "on", "off", "yes", "y", "n", "Y", "N", "true", "TRUE", "False", "null",
    "Null", "NULL", "~", "=", "<<", "<", ".", "..", "...", "... mehr", "---", "--- mehr", "-",
    "- a", "-a", "?", "? a", ":", ": a", "a: b", "a:", "a :b", "a#b", "a #b", "#", "#a", "# a", "1",
    "-1", "+1", "08", "0o17", "0x1F", "0b101", "1_000", "1.10", ".5", "5.", "1e3", "1E+3", ".inf",
    "-.INF", ".nan", "1:30", "190:20:30", "2020-01", "2020-01-02", "2020-02-30",
    "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43", "1,000", "12e03", "0.1.2", "&a", "*a",
    "!a", "!!str a", "|", ">", "|-", "'", "''", "'a'", "\"", "\"a\"", "a\"b'c", "%a", "@a", "`a`",
    "[", "]", "{", "}", "[a]", "{a: b}", "a, b", "a]", "a}", "a?", " ", "  ", " a", "a ", "\ta",
    "a\t", "a\tb", "\n", "a\n", "\na", "a\nb", "a\n\nb\n\n", "a \nb", "a\n b", "a\\b",
    "\\", "\\n", "a  b", "a   b",
    "\u{A0}", "\u{A0}a", "a\u{A0}", "\u{AD}", "\u{2028}", "a\u{2029}b", "\u{FEFF}", "\u{FEFF}a",
    "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{E000}", "😀", "👩‍👩‍👧 Familie", "e\u{301}", "\u{301}a",
    "\u{10FFFF}", "\u{200E}a", "\u{200B}", "%YAML 1.2", "# yaml-language-server: $schema=x",
    String(repeating: "ä", count: 300), String(repeating: "a ", count: 150) + "b",
    String(repeating: "a  ", count: 100) + "b", String(repeating: " ", count: 200),
    String(repeating: "wort - : # ", count: 30) + "x", String(repeating: "😀 ", count: 60),
    String(repeating: "wort\n", count: 60), String(repeating: "wort\n ", count: 60),
  ]

  private static let fragments = [
    " ", "  ", "\n", "\t", ":", ": ", "#", " #", ",", "[", "]", "{", "}", "'", "\"", "\\", "-",
    "- ", "?", "!", "&", "*", "%", "@", "`", "|", ">", "~", "=", ".", "...", "---",
    "\u{2028}", "\u{FEFF}", "\u{A0}", "😀", "\u{301}", "0", "9", "a",
  ]
}
