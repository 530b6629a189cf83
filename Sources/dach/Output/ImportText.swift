import Portfolio
import RegistryDatabase
import Reports

/// What an import changed, or would change, for the terminal.
struct ImportText {
  let style: TerminalStyle
  let language: Language

  func render(_ report: ImportReport) -> String {
    var lines = dryRun(report) + listed(report)
    if report.unlisted > 0 {
      lines.append(
        BilingualText(
          de: "… und \(report.unlisted) weitere Änderungen",
          en: "… and \(report.unlisted) further changes")[language])
    }
    lines.append(summary(report))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is new speaks for itself, so an import lists only some of it; a dry run lists it all.
  private static let listedAdditions = 10

  private func listed(_ report: ImportReport) -> [String] {
    guard !report.isDryRun else { return report.changes.map(change) }
    let additions = report.changes.filter { $0.action == .added }
    let hidden = additions.count - Self.listedAdditions
    guard hidden > 0 else { return report.changes.map(change) }
    let rest = BilingualText(
      de: "… und \(hidden) weitere neue Einträge", en: "… and \(hidden) further new records")
    return additions.prefix(Self.listedAdditions).map(change) + [rest[language]]
      + report.changes.filter { $0.action != .added }.map(change)
  }

  /// What a command for single records changed: the changes alone, since the counts would count
  /// what only went along.
  func renderAmendment(_ report: ImportReport) -> String {
    let unchanged = BilingualText(
      de: "Nichts geändert: So steht es schon im Register.",
      en: "Nothing changed: the registry says so already.")
    let lines =
      dryRun(report)
      + (report.isUnchanged ? [unchanged[language]] : report.changes.map(change))
    return lines.joined(separator: "\n") + "\n"
  }

  private func dryRun(_ report: ImportReport) -> [String] {
    let note = BilingualText(
      de: "Probelauf: Es wurde nichts gespeichert.", en: "Dry run: nothing was stored.")
    return report.isDryRun ? [note[language]] : []
  }

  private func change(_ change: ImportReport.Change) -> String {
    let (sign, role, remark) = wording(of: change.action)
    let kind = change.kind.name.one[language]
    var text = style.paint("\(sign) \(kind) \(change.id)", role) + "  \(change.title)"
    if let remark { text += style.paint("  (\(remark[language]))", .quiet) }
    let details =
      change.fields.map { "\($0.field): \($0.old ?? "–") → \($0.new ?? "–")" }
      + change.lists.map { "\($0.list): \(counts($0))" }
    return ([text] + details.map { wrap($0) }).joined(separator: "\n")
  }

  private func wrap(_ detail: String) -> String {
    let limit = max(40, style.width * 2)
    let flat = detail.split(separator: "\n").joined(separator: " ")
    return "    " + (flat.count <= limit ? flat : flat.prefix(limit - 1) + "…")
  }

  private func counts(_ change: ImportReport.ListChange) -> String {
    [("+", change.added), ("−", change.removed), ("~", change.changed)]
      .filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }

  private func wording(
    of action: ImportReport.Change.Action
  ) -> (sign: String, role: TerminalStyle.Role, remark: BilingualText?) {
    switch action {
    case .added: ("+", .good, nil)
    case .addedBeside(let id):
      (
        "+", .warning,
        BilingualText(
          de: "die Id „\(id)“ hat schon ein anderes Projekt; beide bleiben erhalten",
          en: "another project has the id '\(id)' already; both are kept")
      )
    case .changed: ("~", .note, nil)
    case .renamed(let old):
      ("~", .note, BilingualText(de: "früher \(old)", en: "formerly \(old)"))
    case .revived:
      (
        "+", .good,
        BilingualText(de: "aus dem Archiv zurückgeholt", en: "taken back from the archive")
      )
    case .missing:
      (
        "?", .warning,
        BilingualText(
          de: "fehlt im Ordner, bleibt im Register; archivieren mit --prune",
          en: "not in the folder, stays registered; archive with --prune")
      )
    case .archived: ("−", .warning, BilingualText(de: "archiviert", en: "archived"))
    case .deleted: ("−", .warning, BilingualText(de: "gelöscht", en: "deleted"))
    case .kept(let reason):
      (
        "?", .warning,
        BilingualText(
          de: "fehlt im Ordner, wird aber noch gebraucht: \(reason)",
          en: "not in the folder, but still referred to: \(reason)")
      )
    }
  }

  private func summary(_ report: ImportReport) -> String {
    let total = report.counts.values.reduce(0) { $0 + $1.unchanged }
    if report.isUnchanged {
      return BilingualText(
        de: total == 1
          ? "Nichts geändert: Der Eintrag steht schon so im Register."
          : "Nichts geändert: \(total) Einträge stehen schon so im Register.",
        en: total == 1
          ? "Nothing changed: the record is in the registry already."
          : "Nothing changed: \(total) records are in the registry already.")[language]
    }
    let parts = RecordKind.allCases.compactMap { kind -> String? in
      guard let counts = report.counts[kind], !counts.isUnchanged else { return nil }
      return "\(kind.name.many[language]): \(fates(counts))"
    }
    return parts.joined(separator: " · ")
  }

  private func fates(_ counts: ImportReport.Counts) -> String {
    let fates: [(Int, BilingualText)] = [
      (counts.new, BilingualText(de: "neu", en: "new")),
      (counts.changed, BilingualText(de: "geändert", en: "changed")),
      (counts.revived, BilingualText(de: "zurückgeholt", en: "revived")),
      (counts.archived, BilingualText(de: "archiviert", en: "archived")),
      (counts.deleted, BilingualText(de: "gelöscht", en: "deleted")),
      (counts.unchanged, BilingualText(de: "unverändert", en: "unchanged")),
    ]
    return fates.filter { $0.0 > 0 }.map { "\($0.0) \($0.1[language])" }.joined(separator: ", ")
  }
}
