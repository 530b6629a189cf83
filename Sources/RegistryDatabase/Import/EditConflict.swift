public import Portfolio

/// A project was changed by somebody else since the state that a change was made from. Nothing has
/// been stored.
public struct EditConflict: Error, Sendable, Hashable {
  /// The project as the one whose change failed had seen it.
  public let basis: Project?
  /// As it is stored now.
  public let stored: Project
  /// As it was to be.
  public let proposed: Project
  /// What has changed it since, in order.
  public let changes: [Change]
}

/// Of which state of a project a change was made.
public struct EditBasis: Sendable, Hashable {
  /// The project's id at that time or now.
  public let project: String
  /// The last change that had been seen: its version.
  public let version: ChangeMoment

  public init(project: String, version: ChangeMoment) {
    self.project = project
    self.version = version
  }

  func concerns(_ project: Project) -> Bool {
    project.id == self.project || project.formerly.contains(self.project)
  }
}

extension Session {
  /// The version of a project: the last change of its fields, lists or place in the registry; nil
  /// where there is no such project.
  /// - Parameter id: Its present id.
  /// - Throws: `DatabaseError`
  public func version(ofProject id: String) throws -> ChangeMoment? {
    let tables = StoredTable.told(of: .project)
    let live = tables.map { "SELECT max(valid_from) FROM \($0.name) WHERE \($0.key[0]) = $1" }
    let isStored = try value(
      "SELECT EXISTS (SELECT FROM project WHERE id = $1)", [.text(id)], as: Bool.self)
    guard isStored == true else { return nil }
    // A row that was taken away has left nothing but its history.
    return try value(
      """
      SELECT max(at) FROM (
        \(live.joined(separator: " UNION ALL "))
        UNION ALL
        SELECT max(valid_to) FROM row_history
        WHERE relation = ANY ($2::text[]) AND record = $1 COLLATE "C"
      ) AS changed (at)
      """, [.text(id), .texts(tables.map(\.name))], as: ChangeMoment.self)
  }

  /// Makes sure that a proposed project is based on what is stored.
  /// - Throws: `EditConflict`
  func require(_ basis: EditBasis, for proposed: Project, among stored: Portfolio) throws {
    guard let current = stored.projects.first(where: { $0.id == proposed.id }),
      let version = try version(ofProject: proposed.id), version > basis.version
    else { return }
    let record = try RecordIdentity.of(proposed.id, .project, self)
    let changes = try RecordHistory(of: record, upTo: .end, within: self).changes
      .filter { $0.change.moment > basis.version && $0.entries.contains(where: \.isOwn) }
    guard !changes.isEmpty else { return }
    let ids = record.ids
    throw EditConflict(
      basis: try project(anyOf: ids, at: basis.version), stored: current, proposed: proposed,
      changes: changes.map(\.change))
  }

  /// The project as it was. The transaction can read nothing else afterwards.
  private func project(anyOf ids: [String], at moment: ChangeMoment) throws -> Project? {
    try PastState.show(moment, to: self)
    return try ProjectLoad(self, includesArchived: true).projects()
      .first { ids.contains($0.id) }
  }
}

extension StoredTable {
  /// The tables of a kind whose changes are changes of the record.
  static func told(of kind: RecordKind) -> [StoredTable] { kind.tables.filter { !$0.isSilent } }
}

extension RecordChange.Entry {
  /// Whether it belongs to the record and is not what others say about it.
  fileprivate var isOwn: Bool {
    list == nil || StoredTable.told(of: .project).contains { $0.list == list }
  }
}
