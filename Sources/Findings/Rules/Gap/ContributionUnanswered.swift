internal import Portfolio

/// gap/contribution-unanswered: a citizens' idea has no public answer.
enum ContributionUnanswered: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/contribution-unanswered", severity: .warning,
    title: BilingualText(de: "Beitrag ohne Antwort", en: "contribution without an answer"),
    flags: BilingualText(
      de: """
        Ein Beitrag aus der Bürgerbeteiligung, den die Stadt nicht beantwortet hat, und einer, \
        dessen Antwort auf ein Projekt verweist, das eingestellt oder nicht mehr registriert ist. \
        Projekte, die ihn aufgreifen, werden genannt, sonst, in Registern bis zu 5000 Projekten, \
        solche mit ähnlicher Beschreibung. Die \
        Regel schweigt, sobald eine Antwort eingetragen ist, auch eine ablehnende, und solange das \
        Beteiligungsformat, aus dem der Beitrag stammt, nach seinem Zeitraum noch läuft.
        """,
      en: """
        A contribution by citizens that the city has not answered, and one whose answer points to \
        a project that is discontinued or no longer registered. Projects that take it up are \
        named, otherwise, in registries of up to 5,000 projects, those with a similar summary. The \
        rule keeps silent once an answer is \
        entered, be it a refusal, and while the participation format it came from is still open by \
        its period.
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

  /// Up to this many projects the check looks for similar texts. Indexing the texts of more takes
  /// longer than all other rules about gaps together; `dach contributions` does it on demand.
  private static let mostCompared = 5_000

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let unanswered = snapshot.portfolio.participations.flatMap { flagged(of: $0, in: snapshot) }
    guard !unanswered.isEmpty else { return [] }
    let views = ContributionViews.make(
      snapshot, suggesting: snapshot.projects.count <= mostCompared
    ).contributions
    let byID = Dictionary(views.map { ($0.id, $0) }) { first, _ in first }
    return unanswered.compactMap { contribution in
      byID[contribution.id].map { finding(snapshot, contribution, $0) }
    }
  }

  /// Contributions without a valid answer, save those of formats that still take contributions.
  private static func flagged(
    of participation: Participation, in snapshot: Snapshot
  ) -> [Contribution] {
    let open = participation.formats.filter { format in
      format.period?.end.map { snapshot.asOf <= $0.lastDay } ?? false
    }
    let openFormats = Set(open.map(\.id))
    return participation.contributions.filter { contribution in
      if let answer = contribution.answer { return isVoid(answer, in: snapshot) }
      return !(contribution.format.map(openFormats.contains) ?? false)
    }
  }

  /// Whether it promises what is not to come (any more).
  private static func isVoid(_ answer: ContributionAnswer, in snapshot: Snapshot) -> Bool {
    guard answer.kind == .exists || answer.kind == .planned, let id = answer.project else {
      return false
    }
    guard let project = snapshot.projectTable[id] else { return true }
    return snapshot.phase(of: project) == .discontinued
  }

  private static func finding(
    _ snapshot: Snapshot, _ contribution: Contribution, _ view: ContributionView
  ) -> Finding {
    let projects = view.projects.map(\.index)
    return snapshot.finding(
      documentation, about: [Subject(.contribution, contribution.id)],
      departments: snapshot.owners(of: projects + view.suggestions.map(\.project.index)),
      location: contribution.location, message: message(contribution, view),
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

  private static func message(
    _ contribution: Contribution, _ view: ContributionView
  ) -> BilingualText {
    let title = Quotation.of(contribution.title)
    var german = "Der Beitrag \(title.german) aus der Bürgerbeteiligung ist nicht beantwortet."
    var english = "The citizens' contribution \(title.english) has no answer."
    if let project = contribution.answer?.project {
      german = """
        Die Antwort auf den Beitrag \(title.german) verweist auf das Projekt „\(project)“, das \
        eingestellt oder nicht mehr registriert ist.
        """
      english = """
        The answer to the contribution \(title.english) points to the project “\(project)”, \
        which is discontinued or no longer registered.
        """
    }
    let takers = view.projects.map { Quotation.of($0.title) }
    let similar = view.suggestions.map { Quotation.of($0.project.title) }
    if !takers.isEmpty {
      let names = Enumeration.of(takers)
      german += " Aufgegriffen wird er von: \(names.german)."
      english += " It is taken up by: \(names.english)."
    } else if !similar.isEmpty {
      let names = Enumeration.of(similar)
      german += " Ähnlich beschrieben: \(names.german)."
      english += " Described alike: \(names.english)."
    }
    return BilingualText(de: german, en: english)
  }
}
