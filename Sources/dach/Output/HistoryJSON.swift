import RegistryDatabase
import Reports

/// `dach history ID` and `dach diff --since …` as JSON.
enum HistoryJSON {
  static func render(_ history: RecordHistory) throws -> String {
    try JSONText.render(
      History(
        kind: history.record.kind.rawValue, id: history.record.id, title: history.title,
        formerly: Array(history.record.ids.dropFirst()),
        version: history.version?.description, count: history.changes.count,
        changes: history.changes.map { change in
          Step(change: Change(change.change), entries: change.entries.map(Entry.init))
        }))
  }

  static func render(_ difference: RegistryDifference) throws -> String {
    try JSONText.render(
      Difference(
        count: difference.records.count,
        records: difference.records.map { record in
          Record(
            kind: record.kind.rawValue, id: record.id, title: record.title,
            action: record.action.rawValue, entries: record.entries.map(Entry.init))
        },
        changes: difference.changes.map(Change.init)))
  }

  private struct History: Encodable {
    let kind, id, title: String
    let formerly: [String]
    let version: String?
    let count: Int
    let changes: [Step]
  }

  private struct Step: Encodable {
    let change: Change
    let entries: [Entry]
  }

  private struct Difference: Encodable {
    let count: Int
    let records: [Record]
    let changes: [Change]
  }

  private struct Record: Encodable {
    let kind, id, title, action: String
    let entries: [Entry]
  }
}

extension HistoryJSON {
  private struct Change: Encodable {
    /// In UTC, to the microsecond (ISO 8601).
    let at: String
    let role, program, command, source: String?

    init(_ change: RegistryDatabase.Change) {
      at = change.moment.description
      role = change.role
      program = change.program
      command = change.command
      source = change.source
    }
  }

  private struct Entry: Encodable {
    let list: String?
    let key: [String]
    let action: String
    let fields: [Field]

    init(_ entry: RecordChange.Entry) {
      list = entry.list
      key = entry.key
      action = entry.action.rawValue
      fields = entry.fields.map(Field.init)
    }
  }

  private struct Field: Encodable {
    let field: String
    let before, after: Value?

    init(_ field: RecordChange.Field) {
      self.field = field.name
      before = field.before.map(Value.init)
      after = field.after.map(Value.init)
    }
  }

  /// A string, or an array of them.
  private struct Value: Encodable {
    let value: RecordChange.Value

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case .one(let text): try container.encode(text)
      case .list(let items): try container.encode(items)
      }
    }
  }
}
