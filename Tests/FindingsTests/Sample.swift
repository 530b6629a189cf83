import Findings
import Portfolio

/// A small city whose registry is in order: no rule finds anything. Tests change one thing and
/// expect exactly what that change brings about.
enum Sample {
  static let today = day("2026-11-22")

  static func day(_ text: String) -> CalendarDay {
    guard let day = CalendarDay(text) else { preconditionFailure("no day: \(text)") }
    return day
  }

  static func date(_ text: String) -> PartialDate {
    guard let date = PartialDate(text) else { preconditionFailure("no date: \(text)") }
    return date
  }

  static var portfolio: Portfolio {
    var museum = project("museum", of: "kultur", theme: "freizeit")
    museum.links = [Link(project: "akte", kind: .buildsOn, confirmed: date("2026-05"))]
    museum.requires = ["identitaet"]
    museum.links.append(Link(project: "konto", kind: .dependsOn, confirmed: date("2026-05")))
    var akte = project("akte", of: "it", theme: "daten")
    akte.strategy = "verwaltung"
    var konto = project("konto", of: "it", theme: "daten")
    konto.strategy = "verwaltung"
    konto.provides = ["identitaet"]
    var wald = project("wald", of: "umwelt", theme: "freizeit")
    wald.links = [Link(project: "museum", kind: .coordinatesWith, confirmed: date("2026-05"))]
    return Portfolio(
      strategy: strategy, departments: departments,
      subStrategies: [
        SubStrategy(id: "verwaltung", name: "Digitale Verwaltung", lead: "it", isFoundation: true)
      ],
      participations: [
        Participation(
          id: "beteiligung", name: "Beteiligung",
          contributions: [
            Contribution(
              id: "karte", title: "Eine Karte", answer: ContributionAnswer(kind: .declined))
          ])
      ],
      measures: [
        Measure(id: "ausleihe", title: "Ausleihe", theme: "freizeit", projects: ["museum"])
      ],
      projects: [museum, akte, konto, wald])
  }

  private static var strategy: Strategy {
    Strategy(
      id: "stadt", name: "Digitale Stadt",
      guidelines: [
        Guideline(id: "innovativ", name: "Innovativer werden", kind: .goal),
        Guideline(id: "inklusiv", name: "Inklusiver werden", kind: .goal),
      ],
      themes: [
        Theme(id: "freizeit", name: "Kultur und Freizeit"),
        Theme(id: "daten", name: "Daten und Dienste"),
      ],
      services: [Service(id: "identitaet", name: "Bürgerkonto")])
  }

  private static var departments: [Department] {
    [
      Department(id: "kultur", name: "Kulturreferat"),
      Department(id: "it", name: "Referat für IT"),
      Department(id: "umwelt", name: "Umweltreferat"),
      Department(id: "stift", name: "Stift", kind: .institution),
    ]
  }

  /// A project with everything in order, aligned to both guidelines.
  static func project(_ id: String, of department: String?, theme: String? = nil) -> Project {
    Project(
      id: id, title: "Projekt \(id)", summary: "Ein Vorhaben.", department: department,
      themes: theme.map { [$0] } ?? [],
      alignments: [
        Alignment(guideline: "innovativ", role: .primary, line: 12),
        Alignment(guideline: "inklusiv", role: .secondary, line: 13),
      ],
      status: .running, confirmed: date("2026-10-01"),
      location: SourceLocation(file: "projects/\(id).yaml", line: 2))
  }
}

extension Portfolio {
  /// The project with this id, to be changed in place.
  subscript(id: String) -> Project {
    get {
      guard let project = projects.first(where: { $0.id == id }) else {
        preconditionFailure("no project: \(id)")
      }
      return project
    }
    set {
      guard let index = projects.firstIndex(where: { $0.id == id }) else {
        preconditionFailure("no project: \(id)")
      }
      projects[index] = newValue
    }
  }

  mutating func changeGuideline(_ id: String, _ change: (inout Guideline) -> Void) {
    guard var strategy, let index = strategy.guidelines.firstIndex(where: { $0.id == id }) else {
      preconditionFailure("no guideline: \(id)")
    }
    change(&strategy.guidelines[index])
    self.strategy = strategy
  }

  mutating func changeTheme(_ id: String, _ change: (inout Theme) -> Void) {
    guard var strategy, let index = strategy.themes.firstIndex(where: { $0.id == id }) else {
      preconditionFailure("no theme: \(id)")
    }
    change(&strategy.themes[index])
    self.strategy = strategy
  }

  mutating func unalign(from guideline: String) {
    for index in projects.indices {
      projects[index].alignments.removeAll { $0.guideline == guideline }
    }
  }
}

/// The subject ids of what a rule flags after a change to the sample, in order.
func flagged(
  _ rule: String, waivers: [Waiver] = [], on day: CalendarDay = Sample.today,
  after change: (inout Portfolio) -> Void
) -> [[String]] {
  findings(rule, waivers: waivers, on: day, after: change).map { $0.subjects.map(\.id) }
}

func findings(
  _ rule: String, waivers: [Waiver] = [], on day: CalendarDay = Sample.today,
  after change: (inout Portfolio) -> Void
) -> [Finding] {
  var portfolio = Sample.portfolio
  change(&portfolio)
  portfolio.waivers += waivers
  return Check(select: [rule]).run(Snapshot(portfolio, asOf: day)).findings
}

/// Swift Testing has an `Expectation` too.
typealias Expected = Expectation
