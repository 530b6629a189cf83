/// What an import did, or would do: counts for every kind of record, and the changes one by one.
public struct ImportReport: Sendable, Hashable {
  /// How many records of a kind met which fate.
  public struct Counts: Sendable, Hashable {
    public var new = 0
    /// Changed in content; a rename counts as a change, a shifted line number does not.
    public var changed = 0
    public var unchanged = 0
    /// In the database but not in a complete input, and left as they are.
    public var missing = 0
    /// Projects that were missing and have been archived.
    public var archived = 0
    /// Archived projects that turned up again.
    public var revived = 0
    /// Missing records other than projects that have been deleted.
    public var deleted = 0

    public init() {}

    /// Whether anything was written.
    public var isUnchanged: Bool { new + changed + archived + revived + deleted == 0 }
  }

  /// A value that differs. Lists are written as JSON.
  public struct FieldChange: Sendable, Hashable {
    /// As in the registry's files, e.g. `period.start`.
    public let field: String
    public let old: String?
    public let new: String?
  }

  /// How many entries of a list differ, e.g. of a project's links.
  public struct ListChange: Sendable, Hashable {
    public let list: String
    public var added = 0
    public var removed = 0
    public var changed = 0
  }

  /// One record and what became of it.
  public struct Change: Sendable, Hashable {
    public enum Action: Sendable, Hashable {
      case added
      /// A second claimant: kept under an id of its own, because another record has `id` already.
      case addedBeside(id: String)
      case changed
      case renamed(from: String)
      case revived
      case missing
      case archived
      case deleted
      /// Missing, but kept because something refers to it; PostgreSQL's sentence names it.
      case kept(because: String)
    }

    public let kind: RecordKind
    public let id: String
    public let title: String
    public let action: Action
    public var fields: [FieldChange] = []
    public var lists: [ListChange] = []
  }

  public var counts: [RecordKind: Counts] = [:]
  /// The first changes of each kind, ordered by kind and id.
  public var changes: [Change] = []
  /// How many further changes the counts hold that `changes` does not list.
  public var unlisted = 0
  /// Whether it was a rehearsal that has been taken back.
  public var isDryRun = false

  public init() {}

  /// Whether the registry is as it was before.
  public var isUnchanged: Bool { counts.values.allSatisfy(\.isUnchanged) }
}
