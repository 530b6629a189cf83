internal import Portfolio

/// Different undertakings that one joint project could serve.
public enum BundleCandidate: Rule {
  public static let documentation = RuleDocumentation(
    name: "duplicate/bundle-candidate",
    severity: .note,
    title: BilingualText(
      de: "Vorhaben, die sich bündeln ließen", en: "Undertakings that could be bundled"),
    flags: BilingualText(
      de: """
        Zwei laufende oder geplante Projekte zum selben Themenkomplex mit ähnlicher Technik und \
        ähnlicher Beschreibung, die nicht dasselbe Vorhaben sind. Die Regel schweigt über \
        verknüpfte und entschiedene Paare sowie über Projekte unter einem gemeinsamen Dach.
        """,
      en: """
        Two running or planned projects of the same theme with similar technology and summary that \
        are not the same undertaking. The rule keeps silent about linked and decided pairs and \
        about projects under a common roof.
        """),
    reason: BilingualText(
      de: "Gemeinsam beschafft und betrieben kostet gleiche Technik weniger.",
      en: "The same technology costs less when it is bought and run together."),
    remedy: BilingualText(
      de: """
        Klären Sie, ob sich Technik oder Betrieb teilen lassen, und legen Sie dann ein gemeinsames \
        Projekt an: `dach decide PROJEKT ANDERES bundle --parent-title "…"`. Bleiben beide getrennt, so lautet es \
        `different`.
        """,
      en: """
        Settle whether technology or operation can be shared, and then register a joint project: \
        `dach decide PROJECT OTHER bundle --parent-title "…"`. If both stay apart, it is `different`.
        """),
    example: BilingualText(
      de: "Gesundheitsamt und Sozialer Dienst führen je ein eigenes Videodolmetschen ein.",
      en: "The health office and the social service each introduce video interpreting."))

  public static let comparesPairs = true

  public static func findings(in snapshot: Snapshot) -> [Finding] {
    let analysis = snapshot.pairs
    let rule = PairFinding(snapshot: snapshot, rule: documentation)
    return analysis.comparisons(.bundleCandidate).map { comparison in
      let wording = PairWording(snapshot: snapshot, analysis: analysis, pair: comparison.pair)
      let both = comparison.sameDepartment ? wording.bothOfOneDepartment : wording.both
      let shared = wording.sentence(wording.shared)
      let contacts = wording.contacts
      return rule.make(
        score: comparison.duplicateScore, wording: wording,
        message: BilingualText(
          de: "\(both.german) könnten ein gemeinsames Projekt werden.\(shared.german)",
          en: "\(both.english) could become one joint project.\(shared.english)"),
        action: BilingualText(
          de: """
            Klären Sie, ob sich Technik oder Betrieb teilen lassen, und halten Sie das Ergebnis \
            fest: `\(wording.command(.bundle))` oder `different`.\(contacts.german)
            """,
          en: """
            Settle whether technology or operation can be shared, and record the result: \
            `\(wording.command(.bundle))` or `different`.\(contacts.english)
            """))
    }
  }
}
