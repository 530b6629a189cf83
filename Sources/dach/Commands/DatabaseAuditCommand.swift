import ArgumentParser
import Portfolio
import RegistryDatabase
import Reports

/// `dach database audit`: who decided, merged, granted, imported and let in what, and when.
struct DatabaseAuditCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case verdict, waiver, merger, label, `import`, account
  }

  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: text(
      de: "Zeigt das Protokoll der Entscheidungen, Importe und Zugänge, auch zum Ausleiten.",
      en: "Shows the trail of decisions, imports and logins, also for export."),
    discussion: text(
      de: """
        Das Protokoll schreibt die Datenbank selbst; ändern kann es nur, wem sie gehört. JSON und \
        CSV enthalten zu jedem Eintrag, was vorher und nachher galt.

        Beispiele:
          dach database audit --since 2026-10-01
          dach database audit --kind label
          dach database audit --format csv --output protokoll.csv
        """,
      en: """
        The database itself writes the trail; nobody but its owner can change it. JSON and CSV \
        hold for each entry what was true before and after.

        Examples:
          dach database audit --since 2026-10-01
          dach database audit --kind label
          dach database audit --format csv --output trail.csv
        """))

  @Option(
    help: help(
      de: "Nur Einträge ab diesem Tag (JJJJ-MM-TT).",
      en: "Only entries from this day on (YYYY-MM-DD)."))
  var since: CalendarDay?

  @Option(
    help: help(
      de:
        "Nur diese Art: verdict (Entscheidung), waiver (Ausnahme), merger (Zusammenführung), label, import (Befehl), account (Zugang).",
      en: "Only this kind: verdict, waiver, merger, label, import (command), account."))
  var kind: Kind?

  @Option(
    help: help(
      de: "Ausgabeform: text, json oder csv.", en: "Form of the output: text, json or csv."))
  var format: Format = .text

  @OptionGroup var file: OutputFileOption
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: LanguageOption

  func run() async throws {
    let connection = try await database.connect()
    let entries = try await connection.run { [since, kind] session in
      var entries: [AuditEntry] = []
      try AuditTrail(session).read(since: since, kind: kind?.rawValue) {
        entries.append(AuditEntry($0))
      }
      return entries
    }
    switch format {
    case .text:
      let report = AuditText(style: .forStandardOutput(), language: output.language)
      try file.write(report.render(entries))
    case .json: try file.write(AuditJSON.render(entries) + "\n")
    case .csv: try file.write(AuditCSV.render(entries))
    }
  }
}

extension AuditEntry {
  fileprivate init(_ event: AuditEvent) {
    self.init(
      number: event.number, moment: event.moment, role: event.role, kind: event.kind,
      operation: event.operation, subjects: event.subjects, old: event.old, new: event.new)
  }
}
