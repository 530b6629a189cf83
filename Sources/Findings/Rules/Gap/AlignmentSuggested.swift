internal import Portfolio

/// gap/alignment-suggested: a project's text clearly serves a guideline that is not declared.
enum AlignmentSuggested: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/alignment-suggested", severity: .note,
    title: BilingualText(
      de: "Weitere Leitlinie naheliegend", en: "another guideline suggests itself"),
    flags: BilingualText(
      de: """
        Ein Projekt, dessen Titel und Beschreibung deutlich für eine Leitlinie sprechen, der es nicht \
        zugeordnet ist; je Projekt die deutlichste. Die Regel schweigt, wenn die Beschreibung fehlt \
        oder kürzer als 80 Zeichen ist, über abgeschlossene und eingestellte Projekte, über Projekte \
        mit geprüften Zuordnungen und in Registern mit weniger als 20 oder mehr als 200.000 Projekten.
        """,
      en: """
        A project whose title and summary clearly speak for a guideline it is not aligned to; of \
        each project the clearest. The rule keeps silent where the summary is missing or shorter \
        than 80 characters, about finished and discontinued projects, about projects whose \
        alignments are reviewed, and in registries of fewer than 20 or more than 200,000 projects.
        """),
    reason: BilingualText(
      de: """
        Was ein Projekt beiträgt, aber nicht angibt, fehlt in der Abdeckung; die Leitlinie sieht \
        schwächer aus, als sie ist.
        """,
      en: """
        What a project contributes without saying so is missing from the coverage; the guideline \
        looks weaker than it is.
        """),
    remedy: BilingualText(
      de: """
        Prüfen Sie, ob das Projekt der Leitlinie dient; `dach align PROJEKT` zeigt, was dafür \
        spricht. Dann ordnen Sie es zu: \
        `dach update PROJEKT --guideline LEITLINIE --role secondary --rationale "…"`. Sonst halten \
        Sie den Grund fest: \
        `dach waive gap/alignment-suggested PROJEKT LEITLINIE --reason "…" --approver …`.
        """,
      en: """
        Review whether the project serves the guideline; `dach align PROJECT` shows what speaks for \
        it. Then align it: \
        `dach update PROJECT --guideline GUIDELINE --role secondary --rationale "…"`. Otherwise \
        record why not: \
        `dach waive gap/alignment-suggested PROJECT GUIDELINE --reason "…" --approver …`.
        """),
    example: BilingualText(
      de:
        "„Messnetz Stadtbäume“ nennt Klimaschutz und Bewässerung, aber nicht „Nachhaltiger werden“.",
      en:
        "“City tree sensors” speaks of climate and watering, but not of “Become more sustainable”.")
  )

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard !snapshot.guidelines.isEmpty else { return [] }
    return AlignmentEvidence.projects(in: snapshot).compactMap { project in
      guard let guideline = suggestion(for: project, in: snapshot) else { return nil }
      return finding(snapshot, project, guideline)
    }
  }

  private static func suggestion(for project: Int, in snapshot: Snapshot) -> Int? {
    let declared = snapshot.alignmentsOfProject[project]
    guard declared.isEmpty || !declared.allSatisfy(\.isReviewed) else { return nil }
    let likely = snapshot.alignments.probabilities(of: project).guidelines
    let best = likely.indices.filter { guideline in
      !declared.contains { $0.guideline == guideline }
    }.max { likely[$0] < likely[$1] }
    guard let best, likely[best] >= AlignmentEvidence.leastOfSuggestion else { return nil }
    return best
  }

  private static func finding(
    _ snapshot: Snapshot, _ project: Int, _ guideline: Int
  ) -> Finding? {
    let explanation = AlignmentExplanation(snapshot, project, [.guideline(guideline)])
    guard !explanation.terms.isEmpty else { return nil }
    let title = snapshot.title(of: project)
    let name = Quotation.of(snapshot.guidelines[guideline].name)
    let words = AlignmentEvidence.wording(explanation)
    let (id, target) = (snapshot.projects[project].id, snapshot.guidelines[guideline].id)
    let command = "dach update \(id) --guideline \(target) --role secondary --rationale \"…\""
    var finding = snapshot.finding(
      documentation, about: [snapshot.subject(project), Subject(.guideline, target)],
      departments: snapshot.owners(of: [project]), location: snapshot.projects[project].location,
      message: BilingualText(
        de: """
          \(title.german) scheint auch der Leitlinie \(name.german) zu dienen, der es nicht \
          zugeordnet ist: \(words.german)
          """,
        en: """
          \(title.english) seems to serve the guideline \(name.english), too, which it is not \
          aligned to: \(words.english)
          """),
      action: BilingualText(
        de: "Prüfen Sie das (`dach align \(id)`) und ordnen Sie es zu: `\(command)`.",
        en: "Review this (`dach align \(id)`) and align it: `\(command)`."))
    finding.score = explanation.probability
    finding.evidence = explanation.evidence
    return finding
  }
}
