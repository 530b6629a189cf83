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
        auch eine ablehnende.
        """,
      en: """
        A contribution by citizens that the city has not answered. Projects that take it up are \
        named. The rule keeps silent once an answer is entered, be it a refusal.
        """),
    reason: BilingualText(
      de: "Wer sich beteiligt, darf erfahren, was daraus geworden ist.",
      en: "Those who take part may learn what became of it."),
    remedy: BilingualText(
      de: "Antworten: gibt es schon, ist geplant, ist eine Lücke, oder wird nicht verfolgt.",
      en: "Answer: exists, is planned, is a gap, or will not be pursued."),
    example: BilingualText(
      de:
        "„Eine Karte aller Trinkbrunnen“ ist unbeantwortet, obwohl „Lageplan“ die Idee aufgreift.",
      en: "“A map of all drinking fountains” is unanswered although “City map” takes it up."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let contributions = snapshot.portfolio.participations.flatMap(\.contributions)
    guard !contributions.isEmpty else { return [] }
    var projects: [String: [Int]] = [:]
    for project in snapshot.projects.indices where snapshot.phase(of: project).countsForCoverage {
      for id in snapshot.projects[project].contributions {
        projects[id, default: []].append(project)
      }
    }
    return contributions.filter { $0.answer == nil }.map {
      finding(snapshot, $0, takenUpBy: projects[$0.id] ?? [])
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
          Tragen Sie beim Beitrag eine Antwort ein (`answer`: `exists`, `planned`, `gap` oder \
          `declined`, dazu ein Satz für die Öffentlichkeit) und lesen Sie sie mit `dach import` ein.
          """,
        en: """
          Enter an answer with the contribution (`answer`: `exists`, `planned`, `gap` or \
          `declined`, and a sentence for the public) and read it in with `dach import`.
          """))
  }
}
