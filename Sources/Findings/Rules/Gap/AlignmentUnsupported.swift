internal import Portfolio

/// gap/alignment-unsupported: nothing in a project's text bears out a declared guideline.
enum AlignmentUnsupported: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/alignment-unsupported", severity: .note,
    title: BilingualText(
      de: "Zuordnung vom Text nicht gedeckt", en: "alignment not borne out by the text"),
    flags: BilingualText(
      de: """
        Eine Zuordnung ohne Begründung zu einer Leitlinie, von der Titel und Beschreibung des \
        Projekts nichts erkennen lassen. Die Regel schweigt über begründete und geprüfte \
        Zuordnungen, wenn die Beschreibung fehlt oder kürzer als 80 Zeichen ist, über abgeschlossene \
        und eingestellte Projekte und in Registern mit weniger als 20 oder mehr als 200.000 \
        Projekten.
        """,
      en: """
        An alignment without a rationale to a guideline of which the project's title and summary \
        show nothing. The rule keeps silent about alignments that are explained or reviewed, where \
        the summary is missing or shorter than 80 characters, about finished and discontinued \
        projects, and in registries of fewer than 20 or more than 200,000 projects.
        """),
    reason: BilingualText(
      de: """
        Eine Leitlinie, der ein Projekt nur auf dem Papier dient, gilt als abgedeckt und ist es \
        nicht.
        """,
      en: "A guideline that a project serves on paper only counts as covered and is not."),
    remedy: BilingualText(
      de: """
        Begründen Sie die Zuordnung in einem Satz: \
        `dach update PROJEKT --guideline LEITLINIE --rationale "…"`. Trifft sie nicht zu, streichen \
        Sie sie: `dach update PROJEKT --remove-guideline LEITLINIE`.
        """,
      en: """
        Explain the alignment in a sentence: \
        `dach update PROJECT --guideline GUIDELINE --rationale "…"`. If it does not hold, remove \
        it: `dach update PROJECT --remove-guideline GUIDELINE`.
        """),
    example: BilingualText(
      de:
        "„Neue Telefonanlage“ ist „Nachhaltiger werden“ zugeordnet; der Text sagt nicht, warum.",
      en: "“New telephone system” is aligned to “Become more sustainable”; the text says not why."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard !snapshot.guidelines.isEmpty else { return [] }
    return AlignmentEvidence.projects(in: snapshot).flatMap { project -> [Finding] in
      let open = snapshot.alignmentsOfProject[project].filter { alignment in
        !alignment.isReviewed && alignment.isCurrent
          && snapshot.projects[project].alignments[alignment.position].rationale == nil
      }
      guard !open.isEmpty else { return [] }
      let likely = snapshot.alignments.probabilities(of: project).guidelines
      return open.filter {
        likely[$0.guideline] < AlignmentEvidence.mostOfUnsupported
          && snapshot.alignments.knows(.guideline($0.guideline))
      }.map { finding(snapshot, $0) }
    }
  }

  private static func finding(_ snapshot: Snapshot, _ alignment: ResolvedAlignment) -> Finding {
    let project = alignment.project
    let guideline = snapshot.guidelines[alignment.guideline]
    let against = AlignmentExplanation(
      snapshot, project, [.guideline(alignment.guideline)], isAgainst: true)
    let (title, name) = (snapshot.title(of: project), Quotation.of(guideline.name))
    let id = snapshot.projects[project].id
    let line = snapshot.projects[project].alignments[alignment.position].line
    let command = "dach update \(id) --guideline \(guideline.id) --rationale \"…\""
    var finding = snapshot.finding(
      documentation, about: [snapshot.subject(project), Subject(.guideline, guideline.id)],
      departments: snapshot.owners(of: [project]),
      location: snapshot.location(in: project, line: line),
      message: BilingualText(
        de: """
          \(title.german) ist der Leitlinie \(name.german) zugeordnet, aber weder der Text noch eine \
          Begründung lässt erkennen, warum.
          """,
        en: """
          \(title.english) is aligned to the guideline \(name.english), but neither the text nor a \
          rationale shows why.
          """),
      action: BilingualText(
        de: """
          Begründen Sie die Zuordnung: `\(command)`; sonst streichen Sie sie \
          (`--remove-guideline \(guideline.id)`).
          """,
        en: """
          Explain the alignment: `\(command)`; otherwise remove it \
          (`--remove-guideline \(guideline.id)`).
          """))
    finding.score = against.probability
    finding.evidence = against.evidence
    return finding
  }
}
