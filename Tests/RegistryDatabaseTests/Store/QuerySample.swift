import Portfolio
import ProjectQuery
import TestSupport
import TextMatching

@testable import RegistryDatabase

/// Registries and queries at random, made so that conditions meet projects: few ids, near dates,
/// texts of few words. Texts hold what administrations write but addresses, paths and signed
/// numbers, which PostgreSQL's parser keeps whole.
struct QuerySample {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private static let words = [
    "Parkraum", "Parkräume", "Bürger", "Bürgern", "Bürgeramt", "E-Akte", "Straße", "Straßen",
    "und", "der", "für", "Haus", "Häuser", "Kunst", "digital", "digitale", "5G", "2030", "2.0",
    "Schul-IT", "Ladesäule", "Ladesäulen", "Café", "Terminvergabe", "Museum", "Steuer", "neue",
    "Online-Bürgerservice", "KI", "ist", "Über",
  ]
  private static let typed = [
    "buerger", "BÜRGER", "strasse", "park*", "bürg*", "Haus", "kunst", "e-akte", "akte", "5g",
    "2030", "2.0", "cafe", "der", "nirgends", "Schul-IT", "termin*", "museen", "steuern", "neuen",
    "\"Haus der Kunst\"", "\"digitale Straßen\"", "\"neue E-Akte\"", "für", "über",
  ]
  private static let departments = ["kultur", "bau", "schule"]
  private static let themes = ["mobilitaet-energie", "kultur-freizeit", "daten"]
  private static let guidelines = ["innovativ", "nachhaltig"]
  private static let services = ["online-payment", "e-file"]

  // MARK: Registries

  mutating func portfolio(projects count: Int) -> Portfolio {
    Portfolio(
      strategy: Strategy(
        id: "dach", name: "Dach",
        guidelines: Self.guidelines.map { Guideline(id: $0, name: $0, kind: .goal) },
        themes: Self.themes.map { Theme(id: $0, name: $0) },
        services: Self.services.map { Service(id: $0, name: $0) }),
      departments: Self.departments.map { id in
        Department(
          id: id, name: "Referat \(id)",
          offices: id == "bau" ? [Office(id: "bauordnung", name: "Bauordnungsamt")] : [])
      },
      subStrategies: [SubStrategy(id: "schul-it", name: "Schul-IT")],
      projects: (0..<count).map { project($0, of: count) })
  }

  private mutating func project(_ number: Int, of count: Int) -> Project {
    let department = maybe { $0.one(Self.departments) }
    let start = maybe { $0.date() }
    let end = maybe { $0.date() }
    let period = Period(start: start, end: end)
    let isUsable = !period.isReversed && (start != nil || end != nil)
    return Project(
      id: "p-\(number)", formerly: number % 3 == 0 ? ["alt-\(number)"] : [], title: text(1...4),
      summary: maybe { $0.text(0...12) }, department: department,
      office: department == "bau" ? maybe { _ in "bauordnung" } : nil,
      strategy: maybe { _ in "schul-it" }, themes: some(Self.themes),
      alignments: some(Self.guidelines).map {
        Alignment(guideline: $0, role: .primary, review: one(ReviewState.allCases))
      },
      status: maybe { $0.one(ProjectStatus.allCases) }, period: isUsable ? period : nil,
      budget: maybe { random in
        Budget(
          cents: Int64(random.number(10) * 5_000_000), funding: random.maybe { $0.text(1...2) })
      },
      contact: maybe { $0.one(["AMT@example.org", "büro@example.org"]) },
      partners: some(["Hochschule Süd", "Verein Größe", "STADTWERK"]).map {
        Partner(name: $0, sector: maybe { $0.one(PartnerSector.allCases) })
      },
      audience: some(["Familien", "Gäste", "BÜRGER"]), technologies: some(["App", "Cloud"]),
      provides: some(Self.services), requires: some(Self.services),
      links: links(number, of: count),
      visibility: maybe { random in
        Visibility(
          level: random.one(Visibility.Level.allCases),
          label: random.maybe { $0.one(Visibility.Label.allCases) },
          page: random.maybe { _ in "https://example.org/" })
      },
      notes: some(["Geprüft", "offen"]), confirmed: maybe { $0.date() })
  }

  /// Links to projects by their id, by an earlier one, and to none at all.
  private mutating func links(_ number: Int, of count: Int) -> [Link] {
    let target = self.number(count)
    let names = ["p-\(target)", "alt-\(target / 3 * 3)", "nirgends"]
    return some(names.filter { $0 != "p-\(number)" && number.isMultiple(of: 2) })
      .map { Link(project: $0, kind: one(LinkKind.allCases)) }
  }

  // MARK: Queries

  mutating func query(_ count: Int) -> String {
    let sort = maybe { random in
      " sort:" + (random.number(2) == 0 ? "-" : "") + random.one(SortKey.Column.allCases).rawValue
    }
    return expression(3, count) + (sort ?? "")
  }

  private mutating func expression(_ depth: Int, _ count: Int) -> String {
    switch number(depth == 0 ? 3 : 6) {
    case 0...2: condition(count)
    case 3: "(\(expression(depth - 1, count)) or \(expression(depth - 1, count)))"
    case 4: "(\(expression(depth - 1, count)) \(expression(depth - 1, count)))"
    default: "not (\(expression(depth - 1, count)))"
    }
  }

  private mutating func condition(_ count: Int) -> String {
    let fields = QueryField.allCases.filter(\.canBeMissing)
    let comparator = one(["<", "<=", ">", ">=", ":", "!="])
    let day = one(["2025", "2026-03", "today", "heute-6m", "Q2/2026", "2026-06-15"])
    return switch number(19) {
    case 0: one(Self.typed)
    case 1: "title:" + one(Self.typed)
    case 2: "summary:" + one(Self.typed)
    case 3: one(fields).rawValue + ":" + one(["none", "any"])
    case 4: one(["has:", "missing:"]) + one(fields).rawValue
    case 5:
      "department" + one([":", "!="]) + one(["kultur", "bau,schule", "Bauordnungsamt", "sch*"])
    case 6: "theme" + one([":", "!="]) + one(["mobil", "daten,kultur", "kultur-freizeit"])
    case 7: "guideline:" + one(["innovativ", "nachhaltig,innovativ"])
    case 8: "status" + one([":", "!="]) + one(["läuft", "idea,planned", "completed"])
    case 9: "budget" + comparator + one(["0", "100000", "250.000"])
    case 10: "budget:100000..250000"
    case 11: one(["starts", "ends", "confirmed"]) + comparator + day
    case 12:
      one(["starts", "ends", "confirmed"]) + one([":2025..2026", ":..2026-03", ":Q1/2026.."])
    case 13: "linked:" + one(["kultur", "bau,schule", "bauordnung", "p-\(number(count))"])
    case 14: "similar:" + one(["p-\(number(count))", "\"digitale Parkräume\""])
    case 15: one(["provides", "requires"]) + ":" + one(["payment*", "e-file,online-payment"])
    case 16:
      one(["partner:größe", "contact:amt", "audience:buerger", "note:geprüft", "sector:science"])
    case 17: one(["visibility:intern", "label:granted", "review:geprüft", "technology:CLOUD"])
    default: one(["id:p-1,p-2", "office:bauordnung", "strategy:schul", "funding:parkr"])
    }
  }

  // MARK: Choices

  private mutating func text(_ length: ClosedRange<Int>) -> String {
    let words = (0..<Int.random(in: length, using: &random)).map { _ in one(Self.words) }
    return words.joined(separator: one([" ", ", ", " – "]))
  }

  private mutating func date() -> PartialDate? {
    let (year, month) = (2024 + number(4), 1 + number(12))
    return [
      PartialDate(year: year), PartialDate(year: year, month: month),
      PartialDate(year: year, month: month, day: 1 + number(28)),
    ][number(3)]
  }

  mutating func number(_ below: Int) -> Int { Int.random(in: 0..<below, using: &random) }

  private mutating func one<Value>(_ values: [Value]) -> Value { values[number(values.count)] }

  private mutating func some<Value>(_ values: [Value]) -> [Value] {
    values.filter { _ in number(3) == 0 }
  }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value?) -> Value? {
    number(4) == 0 ? nil : make(&self)
  }
}
