internal import Portfolio

/// gap/contribution-unanswered: a citizens' idea has no public answer.
enum ContributionUnanswered: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/contribution-unanswered", severity: .warning,
    title: BilingualText(de: "Beitrag ohne Antwort", en: "contribution without an answer"),
    flags: BilingualText(
      de: """
        Ein Beitrag aus der Bürgerbeteiligung, den die Stadt nicht beantwortet hat. Projekte, die \
        ihn aufgreifen, werden genannt. Die Regel schweigt, sobald eine Antwort eingetragen ist, \
        auch eine ablehnende, und solange das Beteiligungsformat, aus dem der Beitrag stammt, nach \
        seinem Zeitraum noch läuft.
        """,
      en: """
        A contribution by citizens that the city has not answered. Projects that take it up are \
        named. The rule keeps silent once an answer is entered, be it a refusal, and while the \
        participation format it came from is still open by its period.
        """),
    reason: BilingualText(
      de: "Wer sich beteiligt, darf erfahren, was daraus geworden ist.",
      en: "Those who take part may learn what became of it."),
    remedy: BilingualText(
      de: """
        Tragen Sie beim Beitrag eine Antwort ein: gibt es schon (`exists`), ist geplant \
        (`planned`), ist eine Lücke (`gap`) oder wird nicht verfolgt (`declined`), dazu einen Satz \
        für die Öffentlichkeit. Eingelesen wird sie mit `dach import`.
        """,
      en: """
        Enter an answer with the contribution: there already (`exists`), `planned`, a `gap`, or \
        not pursued (`declined`), with a sentence for the public. Read it in with `dach import`.
        """),
    example: BilingualText(
      de:
        "„Eine Karte aller Trinkbrunnen“ ist unbeantwortet, obwohl „Lageplan“ die Idee aufgreift.",
      en: "“A map of all drinking fountains” is unanswered although “City map” takes it up."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let contributions = snapshot.portfolio.participations.flatMap {
      unanswered(of: $0, on: snapshot.asOf)
    }
    guard !contributions.isEmpty else { return [] }
    var projects: [String: [Int]] = [:]
    for project in snapshot.projects.indices where snapshot.phase(of: project).countsForCoverage {
      for id in snapshot.projects[project].contributions {
        projects[id, default: []].append(project)
      }
    }
    return contributions.map { finding(snapshot, $0, takenUpBy: projects[$0.id] ?? []) }
  }

  /// Contributions without an answer, save those of formats that still take contributions.
  private static func unanswered(
    of participation: Participation, on day: CalendarDay
  ) -> [Contribution] {
    let open = participation.formats.filter { format in
      format.period?.end.map { day <= $0.lastDay } ?? false
    }
    let openFormats = Set(open.map(\.id))
    return participation.contributions.filter { contribution in
      contribution.answer == nil && !(contribution.format.map(openFormats.contains) ?? false)
    }
  }

  private static func finding(
    _ snapshot: Snapshot, _ contribution: Contribution, takenUpBy projects: [Int]
  ) -> Finding {
    let title = Quotation.of(contribution.title)
    var german = "Der Beitrag \(title.german) aus der Bürgerbeteiligung ist nicht beantwortet."
    var english = "The citizens' contribution \(title.english) has no answer."
    if !projects.isEmpty {
      let names = Enumeration.of(projects.map { snapshot.title(of: $0) })
      german += " Aufgegriffen wird er von: \(names.german)."
      english += " It is taken up by: \(names.english)."
    }
    return snapshot.finding(
      documentation, about: [Subject(.contribution, contribution.id)],
      departments: snapshot.owners(of: projects), location: contribution.location,
      message: BilingualText(de: german, en: english),
      action: BilingualText(
        de: """
          Tragen Sie beim Beitrag eine Antwort ein (`answer` in der Datei der Beteiligung) und \
          lesen Sie sie mit `dach import` ein.
          """,
        en: """
          Enter an answer with the contribution (`answer` in the participation's file) and read \
          it in with `dach import`.
          """))
  }
}
