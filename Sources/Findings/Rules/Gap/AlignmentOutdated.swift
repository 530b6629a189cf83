internal import Portfolio

/// gap/alignment-outdated: a guideline was revised after a project was aligned to it.
enum AlignmentOutdated: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/alignment-outdated", severity: .warning,
    title: BilingualText(de: "Zuordnung überholt", en: "alignment outdated"),
    flags: BilingualText(
      de: """
        Eine Zuordnung, die für eine frühere Fassung der Leitlinie getroffen wurde. Gemeldet werden \
        genau die betroffenen Zuordnungen, mit dem, was sich am Wortlaut geändert hat, soweit die \
        frühere Fassung festgehalten ist (`earlier`). Die Regel schweigt über abgeschlossene und \
        eingestellte Projekte.
        """,
      en: """
        An alignment that was made for an earlier revision of the guideline. Exactly the affected \
        alignments are flagged, with what has changed in the wording as far as the earlier one is \
        recorded (`earlier`). The rule keeps silent about finished and discontinued projects.
        """),
    reason: BilingualText(
      de: "Was zur alten Fassung passte, muss zur neuen nicht passen.",
      en: "What fitted the old wording need not fit the new one."),
    remedy: BilingualText(
      de: """
        Prüfen Sie, ob das Projekt auch der neuen Fassung dient, und erneuern Sie dann die \
        Zuordnung: `dach update PROJEKT --guideline LEITLINIE`. Passt sie nicht mehr, streichen Sie \
        sie: `dach update PROJEKT --remove-guideline LEITLINIE`.
        """,
      en: """
        Review whether the project serves the new wording too, and then renew the alignment: \
        `dach update PROJECT --guideline GUIDELINE`. If it no longer fits, remove it: \
        `dach update PROJECT --remove-guideline GUIDELINE`.
        """),
    example: BilingualText(
      de:
        "„Innovativer werden“ liegt in Fassung 2 vor; „Onleihe“ ist noch der Fassung 1 zugeordnet.",
      en: "“Become more innovative” is in revision 2; “E-lending” is still aligned to revision 1."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.guidelines.indices.flatMap { guideline in
      snapshot.alignmentsOfGuideline[guideline].compactMap { alignment in
        alignment.isCurrent || !snapshot.isActive(alignment.project)
          ? nil : finding(snapshot, alignment)
      }
    }
  }

  private static func finding(_ snapshot: Snapshot, _ alignment: ResolvedAlignment) -> Finding {
    let project = alignment.project
    let guideline = snapshot.guidelines[alignment.guideline]
    let stated = snapshot.projects[project].alignments[alignment.position]
    let (title, name) = (snapshot.title(of: project), Quotation.of(guideline.name))
    let id = snapshot.projects[project].id
    let change = WordingDifference(of: guideline, since: stated.revision)?.summary
    let command = "dach update \(id) --guideline \(guideline.id)"
    return snapshot.finding(
      documentation, about: [snapshot.subject(project), Subject(.guideline, guideline.id)],
      departments: snapshot.owners(of: [project]),
      location: snapshot.location(in: project, line: stated.line),
      message: BilingualText(
        de: """
          Die Leitlinie \(name.german) liegt in Fassung \(guideline.revision) vor; die Zuordnung \
          von \(title.german) gilt noch der Fassung \(stated.revision).\(change?.german ?? "")
          """,
        en: """
          The guideline \(name.english) is in revision \(guideline.revision); the alignment of \
          \(title.english) was made for revision \(stated.revision).\(change?.english ?? "")
          """),
      action: BilingualText(
        de: """
          Prüfen Sie, ob das Projekt auch der neuen Fassung dient, und erneuern Sie dann die \
          Zuordnung: `\(command)`; sonst streichen Sie sie (`--remove-guideline \(guideline.id)`).
          """,
        en: """
          Review whether the project serves the new wording too, and then renew the alignment: \
          `\(command)`; otherwise remove it (`--remove-guideline \(guideline.id)`).
          """))
  }
}
