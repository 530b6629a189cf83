import ArgumentParser
import Portfolio

/// `dach link A B`: states, confirms or takes back links between two projects.
struct LinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: text(
      de: "Verbindet zwei Projekte, bestätigt ihre Verbindung oder nimmt sie zurück.",
      en: "Links two projects, confirms their link or takes it back."),
    discussion: text(
      de: """
        Arten: dependsOn (kommt nicht ohne aus), buildsOn (baut darauf auf), sharesDataWith \
        (teilt Daten), coordinatesWith (stimmt sich ab), partOf (ist Teil von), replaces (löst ab).

        Ohne --kind wird bestätigt, was B über A sagt; sagt B nichts, stimmen sich die beiden \
        künftig ab (coordinatesWith). Was beide Seiten eintragen, braucht keine Bestätigung. Bis \
        die andere Seite antwortet, ist eine Verbindung vorgeschlagen; lehnt sie ab, bleibt die \
        Verbindung mit der Begründung stehen und zählt nicht als Vernetzung.

        Beispiele:
          dach link digitales-bauamt mein-nuernberg --kind buildsOn --note "Anmeldung"
          dach link digitales-bauamt mein-nuernberg --confirm    B bestätigt, was A sagt
          dach link mein-nuernberg digitales-bauamt              dasselbe von der anderen Seite
          dach link digitales-bauamt mein-nuernberg --decline --reason "endet 2027"
          dach link digitales-bauamt mein-nuernberg --remove --kind buildsOn
        """,
      en: """
        Kinds: dependsOn (cannot do without), buildsOn, sharesDataWith, coordinatesWith, partOf, \
        replaces.

        Without --kind, what B says about A is confirmed; if B says nothing, the two coordinate \
        from now on (coordinatesWith). What both sides state needs no confirmation. Until the \
        other side answers, a link is proposed; if it declines, the link stays on record with the \
        reason and does not count as networking.

        Examples:
          dach link digitales-bauamt mein-nuernberg --kind buildsOn --note "Sign-on"
          dach link digitales-bauamt mein-nuernberg --confirm    B confirms what A says
          dach link mein-nuernberg digitales-bauamt              the same from the other side
          dach link digitales-bauamt mein-nuernberg --decline --reason "ends in 2027"
          dach link digitales-bauamt mein-nuernberg --remove --kind buildsOn
        """))

  @Argument(
    help: help(
      de: "Id des Projekts A, das die Verbindung nennt.",
      en: "Id of the project A that states the link."))
  var first: String

  @Argument(
    help: help(de: "Id des anderen Projekts B.", en: "Id of the other project B."))
  var second: String

  @Option(help: help(de: "Art der Verbindung.", en: "Kind of the link."))
  var kind: LinkKind?

  @Option(help: help(de: "Erläuterung.", en: "Explanation."))
  var note: String?

  @Flag(
    help: help(
      de: "Bestätigen, was A über B sagt: B weiß davon und stimmt zu.",
      en: "Confirm what A says about B: B knows and agrees."))
  var confirm = false

  @Flag(
    help: help(
      de: "Ablehnen, was A über B sagt, mit --reason.",
      en: "Decline what A says about B, with --reason."))
  var decline = false

  @Option(help: help(de: "Begründung der Ablehnung.", en: "Reason for declining."))
  var reason: String?

  @Flag(
    help: help(
      de: "Zurücknehmen, was A über B sagt, mit --kind nur diese Art.",
      en: "Take back what A says about B, with --kind this kind only."))
  var remove = false

  @OptionGroup var amendment: AmendmentOptions

  func validate() throws {
    if [confirm, decline, remove].count(where: { $0 }) > 1 {
      throw ValidationError(
        text(
          de: "--confirm, --decline und --remove schließen einander aus.",
          en: "--confirm, --decline and --remove exclude each other."))
    }
    if decline != (reason?.nonEmpty != nil) {
      throw ValidationError(
        text(
          de: "Wer ablehnt, sagt warum: --decline und --reason gehören zusammen.",
          en: "Who declines says why: --decline and --reason belong together."))
    }
    if note != nil && (confirm || decline || remove || kind == nil) {
      throw ValidationError(
        text(
          de: "--note gehört zu einer neuen Verbindung mit --kind.",
          en: "--note goes with a new link with --kind."))
    }
  }

  func run() async throws {
    let change: LinkChange.Action =
      if remove {
        .remove(kind)
      } else if decline, let reason = reason?.nonEmpty {
        .decline(kind, reason: reason)
      } else if confirm {
        .confirm(kind)
      } else if let kind {
        .state(kind, note: note?.nonEmpty)
      } else { .stateOrConfirm }
    try await amendment.run(
      RegistryAmendment(command: "link", subjects: [first, second]) { [first, second] draft in
        try LinkChange(from: first, to: second, change).apply(to: &draft)
      })
  }
}
