import Portfolio
import RegistryDatabase
import Reports

/// What became different in a record, line by line, for the terminal.
struct EntryText {
  let style: TerminalStyle
  let language: Language
  private let wording: FieldWording

  init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
    wording = FieldWording(language: language)
  }

  /// The lines, each indented by `indent` blanks. What a new record came with speaks for itself.
  func lines(_ entries: [RecordChange.Entry], indent: Int) -> [String] {
    let isNew = entries.first.map { $0.list == nil && $0.action == .added } ?? false
    return entries.prefix(isNew ? 1 : entries.count).flatMap { entry in
      entry.list == nil ? own(entry) : listed(entry)
    }.map { String(repeating: " ", count: indent) + $0 }
  }

  // MARK: The record itself

  private func own(_ entry: RecordChange.Entry) -> [String] {
    switch entry.action {
    case .added: [style.paint(Self.added[language], .good)]
    case .removed: [style.paint(Self.removed[language], .warning)]
    case .changed: entry.fields.flatMap(field)
    }
  }

  private static let added = BilingualText(de: "neu eingetragen", en: "registered")
  private static let removed = BilingualText(de: "gelöscht", en: "deleted")
  private static let archived = BilingualText(de: "archiviert", en: "archived")
  private static let revived = BilingualText(
    de: "aus dem Archiv zurückgeholt", en: "taken back from the archive")

  private func field(_ field: RecordChange.Field) -> [String] {
    switch field.name {
    case "archived":
      if field.before != nil, field.after != nil { return [] }
      let isArchived = field.after != nil
      return [
        style.paint(
          (isArchived ? Self.archived : Self.revived)[language], isArchived ? .warning : .good)
      ]
    case "id":
      let renamed = BilingualText(
        de: "umbenannt: \(text(field.before, "id")) → \(text(field.after, "id"))",
        en: "renamed: \(text(field.before, "id")) → \(text(field.after, "id"))")
      return [style.paint(renamed[language], .note)]
    default: return difference(field)
    }
  }

  /// On one line where that is short enough, else what was above what is.
  private func difference(_ field: RecordChange.Field) -> [String] {
    let name = wording.name(field.name)
    if case .list(let before) = field.before ?? .list([]),
      case .list(let after) = field.after ?? .list([])
    {
      let gone = before.filter { !after.contains($0) }.map { "− \($0)" }
      let new = after.filter { !before.contains($0) }.map { "+ \($0)" }
      if !gone.isEmpty || !new.isEmpty {
        return ["\(name): \((gone + new).joined(separator: ", "))"]
      }
    }
    let (before, after) = (text(field.before, field.name), text(field.after, field.name))
    let line = "\(name): \(before) → \(after)"
    guard line.count > style.width - 4, field.before != nil, field.after != nil else {
      return [line]
    }
    return ["\(name):", "  − \(before)", "  + \(after)"]
  }

  private func text(_ value: RecordChange.Value?, _ field: String) -> String {
    switch value {
    case nil: "–"
    case .one(let text):
      wording.value(text.split(whereSeparator: \.isWhitespace).joined(separator: " "), of: field)
    case .list(let items): items.joined(separator: ", ")
    }
  }

  // MARK: Entries of lists

  /// Fields of which the value alone says what it is.
  private static let speakForThemselves: Set = [
    "name", "sector", "note", "role", "rationale", "outcome", "reason", "title", "text", "url",
  ]

  /// Neither its place nor the texts that a decision rested on.
  private static func isTold(_ field: String) -> Bool {
    field != "position" && !field.hasPrefix("basis.")
  }

  private func listed(_ entry: RecordChange.Entry) -> [String] {
    let name = wording.list(entry.list ?? "")
    let key = entry.key.filter { $0 != "1" }.map(wording.key).joined(separator: " · ")
    let head = key.isEmpty ? name : "\(name) \(key)"
    switch entry.action {
    case .added, .removed:
      let isAdded = entry.action == .added
      let details = entry.fields.compactMap { field -> String? in
        guard let value = isAdded ? field.after : field.before, Self.isTold(field.name) else {
          return nil
        }
        let told = text(value, field.name)
        return Self.speakForThemselves.contains(field.name)
          ? told : "\(wording.name(field.name)) \(told)"
      }
      let rest =
        details.isEmpty ? "" : (key.isEmpty ? ": " : " – ") + details.joined(separator: ", ")
      return [style.paint("\(isAdded ? "+" : "−") ", isAdded ? .good : .warning) + head + rest]
    case .changed:
      let fields = entry.fields.flatMap(difference)
      return fields.count == 1
        ? ["~ \(head): \(fields[0])"] : ["~ \(head):"] + fields.map { "    \($0)" }
    }
  }
}
