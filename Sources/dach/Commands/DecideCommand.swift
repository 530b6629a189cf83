import ArgumentParser
import Portfolio
import RegistryDatabase
import Reports

/// `dach decide A B OUTCOME`: a decision on two projects, which checks remember, with what follows
/// from it; and its undoing.
struct DecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: text(
      de: "Hält eine Entscheidung über zwei Projekte fest, führt sie aus oder nimmt sie zurück.",
      en: "Records a decision on two projects, carries it out or takes it back."),
    discussion: text(
      de: """
        Dasselbe Vorhaben? duplicate (ja), bundle (nein, aber gemeinsam zu lösen), different (nein). \
        Zusammenarbeiten? cooperate (ja), alreadyDo (tun sie schon), notNeeded (nicht nötig).

        Eine neue Entscheidung ersetzt die frühere zu derselben Frage; beide Fragen können \
        entschieden sein. Ändert sich die Beschreibung eines der beiden wesentlich, wird neu gefragt.

        duplicate mit --into führt beide zusammen: Was dem weitergeführten Projekt fehlt, wird \
        übernommen, das andere archiviert, und beide Ids führen weiter zum Ziel. Vorher wird gezeigt, \
        was geschieht. bundle mit --parent oder --parent-title macht beide zu Teilen eines \
        gemeinsamen Projekts. --undo nimmt beides zurück.

        Beispiele:
          dach decide onleihe e-ausleihe duplicate --into onleihe --by kultur
          dach decide onleihe e-ausleihe --undo
          dach decide onleihe museum-digital notNeeded --reason "verschiedene Nutzer"
          dach decide onleihe lernportal bundle --parent-title "Digitale Bildung"
          dach decide onleihe lernportal cooperate --by kultur
          dach decide onleihe lernportal cooperate --confirm
        """,
      en: """
        The same undertaking? duplicate (yes), bundle (no, but to be served jointly), different (no). \
        Working together? cooperate (yes), alreadyDo (they do already), notNeeded (no need).

        A new decision replaces the earlier one on the same question; both questions can be decided. \
        When either text changes considerably, the question is asked anew.

        duplicate with --into merges the two: what the project that goes on lacks is taken over, \
        the other one is archived, and both ids lead there. What will happen is shown before. \
        bundle with --parent or --parent-title makes both parts of a joint project. --undo takes \
        either back.

        Examples:
          dach decide onleihe e-ausleihe duplicate --into onleihe --by kultur
          dach decide onleihe e-ausleihe --undo
          dach decide onleihe museum-digital notNeeded --reason "different users"
          dach decide onleihe lernportal bundle --parent-title "Digital learning"
          dach decide onleihe lernportal cooperate --by kultur
          dach decide onleihe lernportal cooperate --confirm
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
  var outcome: Verdict.Outcome?

  @Option(help: help(de: "Begründung.", en: "Reason."))
  var reason: String?

  @Option(
    help: help(
      de: "Wer entschieden hat: Dienststelle oder Funktion, nicht der Name einer Person.",
      en: "Who decided: a department or a function, not a person's name."))
  var by: String?

  @OptionGroup(title: text(de: "Zusammenführen (duplicate)", en: "Merging (duplicate)"))
  var merging: MergingOptions
  @OptionGroup(title: text(de: "Bündeln (bundle)", en: "Bundling (bundle)"))
  var bundling: BundlingOptions

  @Flag(
    help: help(
      de: "Die Entscheidung zurücknehmen, mit allem, was daraus folgte.",
      en: "Take the decision back, with all that followed from it."))
  var undo = false

  @Flag(
    help: help(
      de: "Der beschlossenen Zusammenarbeit als andere Seite zustimmen (cooperate).",
      en: "Agree to the cooperation as the other side (cooperate)."))
  var confirm = false

  @Flag(
    help: help(
      de: "Die beschlossene Zusammenarbeit als andere Seite ablehnen, mit --reason.",
      en: "Decline the cooperation as the other side, with --reason."))
  var decline = false

  @Flag(
    help: help(
      de: "Ohne Rückfrage zusammenführen oder trennen.", en: "Merge or separate without asking."))
  var yes = false

  @OptionGroup var amendment: AmendmentOptions

  func validate() throws {
    guard [undo, confirm, decline].count(where: { $0 }) <= 1 else {
      throw ValidationError(
        text(
          de: "--undo, --confirm und --decline schließen einander aus.",
          en: "--undo, --confirm and --decline exclude each other."))
    }
    if undo || confirm || decline {
      try refuseConsequences()
    } else {
      try requireOutcome()
    }
  }

  private func refuseConsequences() throws {
    if decline != (reason?.nonEmpty != nil) {
      throw ValidationError(
        text(
          de: "Wer ablehnt, sagt warum: --reason gehört zu --decline.",
          en: "Who declines says why: --reason belongs to --decline."))
    }
    if !undo, let outcome, outcome != .cooperate {
      throw ValidationError(
        text(
          de: "--confirm und --decline beantworten cooperate.",
          en: "--confirm and --decline answer cooperate."))
    }
    if !merging.isEmpty || !bundling.isEmpty || by != nil {
      throw ValidationError(
        text(
          de: "--undo, --confirm und --decline kommen ohne weitere Angaben zur Entscheidung aus.",
          en: "--undo, --confirm and --decline go without further details of a decision."))
    }
  }

  private func requireOutcome() throws {
    guard let outcome else {
      throw ValidationError(
        text(
          de: "Nennen Sie die Entscheidung, etwa different, oder --undo.",
          en: "Name the decision, e.g. different, or --undo."))
    }
    if outcome != .duplicate, !merging.isEmpty {
      throw ValidationError(
        text(
          de: "--into, --take und --keep gehören zu duplicate.",
          en: "--into, --take and --keep belong to duplicate."))
    }
    if outcome != .bundle, !bundling.isEmpty {
      throw ValidationError(
        text(
          de: "--parent und --parent-title gehören zu bundle.",
          en: "--parent and --parent-title belong to bundle."))
    }
  }

  /// - Parameter department: Whose login decides; it decides for no other.
  private func change(for department: String?) -> DecisionChange {
    let verdict = Verdict(
      first: first, second: second, outcome: outcome ?? .cooperate, reason: reason?.nonEmpty,
      by: by?.nonEmpty ?? department)
    let action: DecisionChange.Action =
      if undo {
        .undo(outcome)
      } else if confirm {
        .confirm
      } else if decline, let reason = reason?.nonEmpty {
        .decline(reason: reason)
      } else {
        .record(merging.consequence ?? bundling.consequence ?? .none)
      }
    return DecisionChange(verdict, action)
  }

  func run() async throws {
    guard (undo || merging.into != nil) && !yes && !amendment.dryRun else {
      return try print(try await run(isDryRun: amendment.dryRun))
    }
    let rehearsal = try await run(isDryRun: true)
    if rehearsal.effect.isGrave { try confirm(rehearsal.effect) }
    try print(try await run(isDryRun: false, expecting: rehearsal.effect))
  }

  private typealias Decision = (report: ImportReport, effect: DecisionEffect)

  /// - Throws: `ChangedMeanwhile` where the effect would be another one than expected.
  private func run(
    isDryRun: Bool, expecting expected: DecisionEffect? = nil
  ) async throws -> Decision {
    let noted = Noted<DecisionEffect>()
    let connection = try await amendment.database.connect()
    let change = change(for: try await connection.run { try SessionRights($0).department })
    let report = try await RegistryAmendment(
      command: "decide", subjects: [first, second], removableKinds: [.verdict]
    ) { draft in
      let effect = try change.apply(to: &draft)
      if let expected, !expected.isSame(as: effect) { throw ChangedMeanwhile() }
      noted.note(effect)
    }.run(on: connection, isDryRun: isDryRun)
    return (report, noted.value ?? DecisionEffect(first: first, second: second))
  }

  private func print(_ decision: Decision) throws {
    let (report, effect) = decision
    let asks = !report.isUnchanged && effect.concernsDuplicates
    let remaining = asks ? RemainingQuestions(after: effect) : nil
    let language = amendment.output.language
    switch amendment.output.format {
    case .text:
      let text = DecisionText(style: .forStandardOutput(), language: language)
      Swift.print(text.render(report, effect, remaining), terminator: "")
    case .json: Swift.print(try DecisionJSON.render(report, effect, remaining))
    }
  }

  /// - Throws: `ExitCode`, `ValidationError`
  private func confirm(_ effect: DecisionEffect) throws {
    let language = amendment.output.language
    let preview = DecisionText(style: .plain, language: language).preview(effect)
    guard Confirmation.isPossible else {
      throw UnconfirmedChange(preview: preview)
    }
    StandardError.write(preview)
    let question = BilingualText(de: "So ausführen?", en: "Carry this out?")
    if !Confirmation.ask(question, in: language) { throw ExitCode(75) }
  }
}
