import Portfolio
import TestSupport

/// Makes registries full of texts that spreadsheets have traps for.
struct RandomProjects {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func portfolio() -> Portfolio {
    var portfolio = Portfolio(
      strategy: Strategy(
        id: "stadt", name: "Stadt",
        guidelines: [
          Guideline(id: "offen", name: "Offen", kind: .goal, revision: 3),
          Guideline(id: "nah", name: "Bürgernah, schnell; gut", kind: .goal),
          Guideline(id: "gruen", name: "Grün", kind: .field),
        ],
        themes: [
          Theme(id: "bildung", name: "Bildung, Kultur und Sport", aliases: ["Kultur"]),
          Theme(id: "verkehr", name: "Verkehr"), Theme(id: "gleich", name: "Gleich"),
          Theme(id: "gleich-2", name: "Gleich"),
        ],
        services: [
          Service(id: "konto", name: "Bürgerkonto"), Service(id: "pay", name: "E-Payment"),
        ]),
      departments: [
        Department(
          id: "kultur", name: "Kulturreferat",
          offices: [
            Office(id: "biblio", name: "Stadtbibliothek"), Office(id: "museum", name: "=Museum"),
          ]),
        Department(id: "bau", name: "Baureferat"),
      ],
      subStrategies: [SubStrategy(id: "digital", name: "Digitale Verwaltung")])
    portfolio.projects = (0..<Int.random(in: 1...12, using: &random)).map { project($0) }
    return portfolio
  }

  private mutating func project(_ number: Int) -> Project {
    let department = pick(["kultur", "bau"])
    var project = Project(id: "p\(number)", title: text(), department: department)
    project.summary = maybe { $0.text() }
    if department == "kultur" { project.office = maybe { $0.pick(["biblio", "museum"]) } }
    project.strategy = maybe { _ in "digital" }
    project.themes = some(["bildung", "verkehr", "gleich", "gleich-2"])
    let guidelines = some(["offen", "nah", "gruen"])
    let hasMain = Bool.random(using: &random)
    project.alignments = guidelines.enumerated().map { index, guideline in
      Alignment(
        guideline: guideline, role: index == 0 && hasMain ? .primary : .secondary,
        rationale: maybe { $0.text() }, revision: pick([1, 2]),
        review: pick(ReviewState.allCases))
    }
    project.status = maybe { $0.pick(ProjectStatus.allCases) }
    project.period = maybe { $0.period() }
    project.budget = maybe {
      Budget(
        cents: $0.pick([0, 1, 10, 99, 12_345_678, 1 << 53, .max]),
        currency: $0.pick(["EUR", "CHF"]),
        funding: $0.maybe { $0.text() })
    }
    project.contact = maybe { _ in "post@stadt.example" }
    project.audience = texts()
    project.partners = texts().map { name in
      Partner(name: name, sector: maybe { $0.pick(PartnerSector.allCases) })
    }
    project.technologies = texts()
    project.provides = some(["konto", "pay"])
    project.requires = some(["konto", "pay", "gibt-es-nicht"])
    project.visibility = maybe {
      Visibility(
        level: $0.pick(Visibility.Level.allCases),
        label: $0.maybe { $0.pick(Visibility.Label.allCases) },
        page: $0.maybe { _ in "https://stadt.example/a;b" })
    }
    project.notes = texts()
    project.confirmed = maybe { $0.date() }
    return project
  }

  private mutating func period() -> Period {
    let period = Period(start: maybe { $0.date() }, end: maybe { $0.date() })
    return period.isReversed ? Period(start: period.end, end: period.start) : period
  }

  mutating func date() -> PartialDate {
    let year = Int.random(in: 1900...2999, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let day = Int.random(in: 1...28, using: &random)
    return pick(
      [
        PartialDate(year: year), PartialDate(year: year, month: month),
        PartialDate(year: year, month: month, day: day),
      ].compactMap { $0 })
  }

  private mutating func texts() -> [String] {
    var seen: Set<String> = []
    return (0..<Int.random(in: 0...3, using: &random)).map { _ in text() }
      .filter { seen.insert($0).inserted }
  }

  mutating func text() -> String {
    if Bool.random(using: &random) { return pick(Self.traps) }
    return (0..<Int.random(in: 1...8, using: &random)).map { _ in pick(Self.pieces) }
      .joined() + "x"
  }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value?) -> Value? {
    Bool.random(using: &random) ? make(&self) : nil
  }

  private mutating func some(_ values: [String]) -> [String] {
    values.shuffled(using: &random).filter { _ in Bool.random(using: &random) }
  }

  /// Texts that spreadsheet programs or a reader of lists take for something else.
  private static let traps = [
    "=1+1", "=HYPERLINK(\"https://example.org\";\"x\")", "+49 911 1234", "-", "–", "- a",
    "@SUM(A1)",
    "'=1", "''", "'s Hertogenbosch", "2024", "1.10", "03/2024", "1e5", "WAHR", "TRUE", "k. A.",
    "offen", "läuft", "a; b", "a, b", "a|b", "\"a\"", "\"a; b\"", "a\nb", "a\n\nb", "_x000A_",
    "_x0041_",
    "a\tb", "a (Wissenschaft)", "a (Bund)", "#REF!", "<b>&amp;</b>", "😀", "e\u{301}", "Titel",
    "Summe", String(repeating: "lang ", count: 100), "\u{A0}a", "0", "0001", "1,5", "12%",
  ]
  private static let pieces = [
    "a", "ä", ";", ", ", "|", "\"", "'", "=", "+", "-", "@", "\n", " ", "(", ")", "1", ".", "€",
    "_x",
  ]
}
