internal import Portfolio

/// Makes the findings of the pair rules.
struct PairFinding {
  let snapshot: Snapshot
  let rule: RuleDocumentation

  /// - Parameter score: gives the finding's score and, by field, its evidence.
  func make(
    score: PairScore?, wording: PairWording, message: BilingualText, action: BilingualText
  ) -> Finding {
    let projects = [wording.left, wording.right]
    let reopened = ReopenedWording(snapshot: snapshot, pair: wording.pair).sentences
    let oldest = projects.map { Subject(.project, snapshot.projects[$0].originalID) }
    return Finding(
      rule: rule.name, severity: rule.severity, score: score?.probability ?? 1,
      subjects: projects.map(snapshot.subject),
      departments: snapshot.owners(of: projects).map { snapshot.departments[$0].id },
      message: BilingualText(
        de: message.german + reopened.german, en: message.english + reopened.english),
      action: action,
      evidence: score?.terms.map { wording.evidence($0) } ?? [],
      fingerprint: Fingerprint.make(rule: rule.name, subjects: oldest),
      location: snapshot.projects[wording.left].location)
  }
}

extension PairWording {
  /// A term of the score with a detail for the reader.
  func evidence(_ term: PairScore.Term) -> Evidence {
    Evidence(
      field: term.field.rawValue, weight: term.weight, detail: detail(term.field, term.weight))
  }

  private func detail(_ field: PairField, _ weight: Double) -> BilingualText {
    switch field {
    case .base:
      BilingualText(
        de: "So selten trifft es auf zwei beliebige Projekte zu",
        en: "How rarely it is true of any two projects")
    case .text:
      BilingualText(
        de: "Ähnlichkeit von Titel und Beschreibung", en: "Likeness of title and summary")
    case .neighbours:
      BilingualText(
        de: "So ähnlich sind beide auch anderen Projekten",
        en: "How alike both are to other projects, too")
    case .meaning:
      BilingualText(
        de: "Ähnlichkeit der Bedeutung, nach einem Sprachmodell",
        en: "Likeness of meaning, by a language model")
    case .figures:
      BilingualText(de: "Gleiche Zahlenangaben", en: "The same numbers are stated")
    case .title: BilingualText(de: "Ähnlichkeit der Titel", en: "Likeness of the titles")
    case .audience:
      BilingualText(de: "Ähnlichkeit der Zielgruppen", en: "Likeness of the audiences")
    case .technologies:
      BilingualText(de: "Ähnlichkeit der Technik", en: "Likeness of the technology")
    case .partners: BilingualText(de: "Gemeinsame Partner", en: "Common partners")
    case .theme:
      weight > 0
        ? BilingualText(de: "Gemeinsamer Themenkomplex", en: "Common theme")
        : BilingualText(de: "Verschiedene Themenkomplexe", en: "Different themes")
    case .guideline: BilingualText(de: "Gemeinsame Leitlinie", en: "Common guideline")
    case .services: BilingualText(de: "Basisdienste", en: "Basic services")
    case .start:
      weight > PairWeights.Duplicate.startUnrecorded
        ? BilingualText(de: "Beginn etwa zur selben Zeit", en: "Start at about the same time")
        : BilingualText(
          de: "Beginn zu anderer Zeit oder nicht bei beiden angegeben",
          en: "Start at another time, or not given for both")
    case .end:
      weight > 0
        ? BilingualText(de: "Ende etwa zur selben Zeit", en: "End at about the same time")
        : BilingualText(
          de: "Ende verschieden oder nur bei einem angegeben",
          en: "Ends differ, or only one is given")
    case .status:
      BilingualText(de: "Nur eines von beiden ist beendet", en: "Only one of the two is over")
    case .department: BilingualText(de: "Dieselbe Dienststelle", en: "The same department")
    case .verdicts:
      weight > 0
        ? BilingualText(
          de: "Ihre bisherigen Entscheidungen: Paare wie dieses waren öfter dasselbe",
          en: "Your verdicts so far: pairs like this were more often the same")
        : BilingualText(
          de: "Ihre bisherigen Entscheidungen: Paare wie dieses waren seltener dasselbe",
          en: "Your verdicts so far: pairs like this were less often the same")
    case .profile, .likeProject, .links, .period, .answers: linkDetail(field)
    }
  }

  private func linkDetail(_ field: PairField) -> BilingualText {
    switch field {
    case .profile:
      BilingualText(
        de: "Ähnlichkeit aller Angaben (Beschreibung, Zielgruppe, Technik, Partner, Dienste)",
        en: "Likeness of all that is written (summary, audience, technology, partners, services)")
    case .likeProject:
      BilingualText(
        de: "Ein ähnliches Projekt hat schon mit dem anderen zu tun",
        en: "A similar project already has to do with the other one")
    case .links:
      BilingualText(de: "Mit denselben Projekten verbunden", en: "Linked with the same projects")
    case .period: BilingualText(de: "Zu verschiedenen Zeiten", en: "At different times")
    default:
      BilingualText(
        de: "Wie bisher über Vorschläge entschieden wurde",
        en: "How proposals have been decided so far")
    }
  }
}
