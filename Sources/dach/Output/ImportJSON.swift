import RegistryDatabase
import Reports

/// What an import changed, or would change, as JSON.
struct ImportJSON: Encodable {
  struct Counts: Encodable {
    let new, changed, unchanged, missing, archived, revived, deleted: Int
  }

  struct Field: Encodable {
    let field: String
    let old: String?
    let new: String?
  }

  struct List: Encodable {
    let list: String
    let added, removed, changed: Int
  }

  struct Change: Encodable {
    let kind: String
    let id: String
    let title: String
    let action: String
    let remark: String?
    let fields: [Field]
    let lists: [List]
  }

  let dryRun: Bool
  let unchanged: Bool
  let counts: [String: Counts]
  let changes: [Change]
  let unlisted: Int

  static func render(_ report: ImportReport) throws -> String {
    return try JSONText.render(ImportJSON(report))
  }

  init(_ report: ImportReport) {
    dryRun = report.isDryRun
    unchanged = report.isUnchanged
    counts = Dictionary(
      uniqueKeysWithValues: report.counts.map { kind, counts in
        (
          kind.rawValue,
          Counts(
            new: counts.new, changed: counts.changed, unchanged: counts.unchanged,
            missing: counts.missing, archived: counts.archived, revived: counts.revived,
            deleted: counts.deleted)
        )
      })
    changes = report.changes.map(Change.init)
    unlisted = report.unlisted
  }
}

extension ImportJSON.Change {
  init(_ change: ImportReport.Change) {
    let (action, remark) = change.action.words
    self.init(
      kind: change.kind.rawValue, id: change.id, title: change.title, action: action,
      remark: remark,
      fields: change.fields.map { .init(field: $0.field, old: $0.old, new: $0.new) },
      lists: change.lists.map {
        .init(list: $0.list, added: $0.added, removed: $0.removed, changed: $0.changed)
      })
  }
}

extension ImportReport.Change.Action {
  /// The action's name, and the id or sentence that goes with it.
  fileprivate var words: (action: String, remark: String?) {
    switch self {
    case .added: ("added", nil)
    case .addedBeside(let id): ("addedBeside", id)
    case .changed: ("changed", nil)
    case .renamed(let old): ("renamed", old)
    case .revived: ("revived", nil)
    case .missing: ("missing", nil)
    case .archived: ("archived", nil)
    case .deleted: ("deleted", nil)
    case .kept(let reason): ("kept", reason)
    }
  }
}
