import Portfolio
import RegistryDatabase
import Reports

/// `dach history ID` and `dach diff --since …` for the terminal.
struct HistoryText {
  let style: TerminalStyle
  let language: Language

  func render(_ history: RecordHistory) -> String {
    let kind = history.record.kind.name.one[language]
    let former = history.record.ids.dropFirst()
    let remark =
      former.isEmpty
      ? ""
      : BilingualText(
        de: "  (früher \(former.joined(separator: ", ")))",
        en: "  (formerly \(former.joined(separator: ", ")))")[language]
    var lines = [
      style.paint("\(kind) \(history.record.id)", .heading) + "  \(history.title)"
        + style.paint(remark, .quiet)
    ]
    let entries = EntryText(style: style, language: language)
    for change in history.changes {
      lines += ["", head(change.change)] + entries.lines(change.entries, indent: 2)
    }
    if let version = history.version, !history.changes.isEmpty {
      let label = BilingualText(de: "Stand: \(version)", en: "Version: \(version)")
      lines += ["", style.paint(label[language], .quiet)]
    }
    if history.changes.isEmpty {
      lines += [
        "",
        BilingualText(
          de: "Bis zu diesem Tag ist keine Änderung gespeichert.",
          en: "No change is stored up to this day.")[language],
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func render(_ difference: RegistryDifference) -> String {
    guard !difference.records.isEmpty else {
      return BilingualText(
        de: "Kein Unterschied: Das Register ist, wie es war.",
        en: "No difference: the registry is as it was.")[language] + "\n"
    }
    let entries = EntryText(style: style, language: language)
    var lines: [String] = []
    for record in difference.records {
      lines.append(head(record))
      if record.action == .changed { lines += entries.lines(record.entries, indent: 4) }
    }
    return (lines + [summary(difference)]).joined(separator: "\n") + "\n"
  }

  private func head(_ record: RegistryDifference.Record) -> String {
    let (sign, role): (String, TerminalStyle.Role) =
      switch record.action {
      case .added: ("+", .good)
      case .changed: ("~", .note)
      case .removed: ("−", .warning)
      }
    return style.paint("\(sign) \(record.kind.name.one[language]) \(record.id)", role)
      + "  \(title(record))"
  }

  /// Of a decision, what was decided.
  private func title(_ record: RegistryDifference.Record) -> String {
    guard record.kind == .verdict else { return record.title }
    return FieldWording(language: language).value(record.title, of: "outcome")
  }

  /// `22.11.2026 14:03:22  import registry  (anna)`
  private func head(_ change: Change) -> String {
    let what =
      change.command.map { command in
        ["dach \(command)", change.source].compactMap { $0 }.joined(separator: " ")
      }
      ?? BilingualText(
        de: "mit \(change.program ?? "SQL")", en: "with \(change.program ?? "SQL")")[language]
    let who = change.role ?? BilingualText(de: "unbekannt", en: "unknown")[language]
    return style.paint("\(day(change.day)) \(change.time)", .heading) + "  \(what)"
      + style.paint("  (\(who))", .quiet)
  }

  private func day(_ day: CalendarDay) -> String {
    guard language == .german else { return day.description }
    return day.description.split(separator: "-").reversed().joined(separator: ".")
  }

  private func summary(_ difference: RegistryDifference) -> String {
    let records = difference.records.count
    let changes = difference.changes.count
    return BilingualText(
      de: (records == 1
        ? "Ein Eintrag unterscheidet sich" : "\(records) Einträge unterscheiden sich")
        + (changes == 1 ? " nach einer Änderung." : " nach \(changes) Änderungen."),
      en: (records == 1 ? "One record differs" : "\(records) records differ")
        + (changes == 1 ? " after one change." : " after \(changes) changes."))[language]
  }
}
