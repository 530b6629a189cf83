import ArgumentParser
import Portfolio

/// `dach decide A B OUTCOME`: a decision on two projects, which checks remember.
struct DecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: text(
      de: "Hält eine Entscheidung über zwei Projekte fest.",
      en: "Records a decision on two projects."),
    discussion: text(
      de: """
        Dasselbe Vorhaben? duplicate (ja), bundle (nein, aber gemeinsam zu lösen), different (nein). \
        Zusammenarbeiten? cooperate (ja), alreadyDo (tun sie schon), notNeeded (nicht nötig).

        Eine neue Entscheidung ersetzt die frühere zu derselben Frage; beide Fragen können \
        entschieden sein.

        Beispiele:
          dach decide onleihe e-ausleihe duplicate --by kultur
          dach decide onleihe museum-digital notNeeded --reason "verschiedene Nutzer"
          dach decide onleihe e-ausleihe bundle --bundle bibliothek-digital
        """,
      en: """
        The same undertaking? duplicate (yes), bundle (no, but to be served jointly), different (no). \
        Working together? cooperate (yes), alreadyDo (they do already), notNeeded (no need).

        A new decision replaces the earlier one on the same question; both questions can be decided.

        Examples:
          dach decide onleihe e-ausleihe duplicate --by kultur
          dach decide onleihe museum-digital notNeeded --reason "different users"
          dach decide onleihe e-ausleihe bundle --bundle bibliothek-digital
        """))

  @Argument(
    help: help(
      de: "Id des einen Projekts, auch eine frühere.", en: "Id of one project, also a former one."))
  var first: String

  @Argument(
    help: help(
      de: "Id des anderen Projekts, auch eine frühere.",
      en: "Id of the other project, also a former one."))
  var second: String

  @Argument(
    help: help(
      de: "duplicate, bundle, different, cooperate, notNeeded oder alreadyDo.",
      en: "duplicate, bundle, different, cooperate, notNeeded or alreadyDo."))
  var outcome: Verdict.Outcome

  @Option(help: help(de: "Begründung.", en: "Reason."))
  var reason: String?

  @Option(
    help: help(
      de: "Wer entschieden hat: Dienststelle oder Funktion, nicht der Name einer Person.",
      en: "Who decided: a department or a function, not a person's name."))
  var by: String?

  @Option(
    help: help(
      de: "Id des gemeinsamen Projekts, bei bundle.", en: "Id of the joint project, for bundle."))
  var bundle: String?

  @OptionGroup var amendment: AmendmentOptions

  func run() async throws {
    let decision = Verdict(
      first: first, second: second, outcome: outcome, reason: reason?.nonEmpty, by: by?.nonEmpty,
      bundle: bundle?.nonEmpty)
    try await amendment.run(
      RegistryAmendment(command: "decide", subjects: [first, second]) { draft in
        try decision.record(in: &draft)
      })
  }
}

extension Verdict {
  /// Takes today's date, and the place of the latest verdict on the same question, where there is
  /// one; one that says the same already keeps its date.
  fileprivate func record(in draft: inout RegistryDraft) throws {
    let verdicts = draft.portfolio.verdicts
    let projects = (try draft.project(named: first), try draft.project(named: second))
    guard projects.0 != projects.1 else {
      throw RefusedChange(
        de: "Beide Ids nennen dasselbe Projekt; eine Entscheidung betrifft zwei.",
        en: "Both ids name the same project; a decision is about two.")
    }
    var verdict = self
    verdict.first = draft.portfolio.projects[projects.0].id
    verdict.second = draft.portfolio.projects[projects.1].id
    verdict.by = by.map { draft.portfolio.departmentID(of: $0) ?? $0 }
    verdict.bundle = try bundle.map { draft.portfolio.projects[try draft.project(named: $0)].id }
    verdict.date = .today
    let earlier = verdicts.indices.filter { index in
      let (one, other) = (verdicts[index].first, verdicts[index].second)
      let isSamePair =
        (draft.areSame(one, verdict.first) && draft.areSame(other, verdict.second))
        || (draft.areSame(one, verdict.second) && draft.areSame(other, verdict.first))
      return isSamePair && verdicts[index].outcome.settlesDuplicate == outcome.settlesDuplicate
    }
    guard let latest = earlier.max(by: { verdicts[$0].isOutlived(by: verdicts[$1]) }) else {
      return draft.put(verdict, at: nil)
    }
    // The ids under which it was taken stay, so that its record stays the same one.
    verdict.first = verdicts[latest].first
    verdict.second = verdicts[latest].second
    verdict.location = verdicts[latest].location
    var sameDay = verdict
    sameDay.date = verdicts[latest].date
    draft.put(sameDay == verdicts[latest] ? sameDay : verdict, at: latest)
  }

  /// Whether the other one, which stands after it, counts instead: of equal dates the last does.
  private func isOutlived(by other: Verdict) -> Bool {
    guard let date else { return true }
    guard let otherDate = other.date else { return false }
    return date.lastDay <= otherDate.lastDay
  }
}
