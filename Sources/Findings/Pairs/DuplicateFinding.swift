internal import Portfolio

/// The finding that both duplicate rules make.
struct DuplicateFinding {
  private let rule: PairFinding
  private let wording: PairWording
  private let comparison: PairComparison

  init(
    _ snapshot: Snapshot, _ rule: RuleDocumentation, _ analysis: PairAnalysis,
    _ comparison: PairComparison
  ) {
    self.rule = PairFinding(snapshot: snapshot, rule: rule)
    wording = PairWording(snapshot: snapshot, analysis: analysis, pair: comparison.pair)
    self.comparison = comparison
  }

  func make() -> Finding {
    rule.make(
      score: comparison.duplicateScore, wording: wording, message: message,
      action: action)
  }

  private var message: BilingualText {
    let both = comparison.sameDepartment ? wording.bothOfOneDepartment : wording.both
    let shared = wording.sentence(wording.shared)
    return BilingualText(
      de: "\(both.german) sind wahrscheinlich dasselbe Vorhaben.\(shared.german)",
      en: "\(both.english) are likely the same undertaking.\(shared.english)")
  }

  private var action: BilingualText {
    let contacts = wording.contacts
    return BilingualText(
      de: """
        Klären Sie, ob es ein Vorhaben ist und wer es führt.\(contacts.german) Ergebnis festhalten: \
        `\(wording.command(.duplicate))`; sind es zwei Vorhaben: `\(wording.command(.different))`.
        """,
      en: """
        Settle whether it is one undertaking and who leads it.\(contacts.english) Record the result: \
        `\(wording.command(.duplicate))`; if they are two: `\(wording.command(.different))`.
        """)
  }
}
