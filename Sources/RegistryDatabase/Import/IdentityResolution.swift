import Portfolio

/// Finds out which stored record a staged one is, where the id alone does not tell: after a
/// rename, and where two departments ask for one id.
final class IdentityResolution {
  private let session: Session
  private let staging: StagingArea
  private let isComplete: Bool
  /// Whether the records come from files; otherwise they are stored ones that were changed, and
  /// each has the id that is its own.
  private let followsFiles: Bool
  /// Old ids by kind and new id.
  private(set) var renames: [RecordKind: [String: String]] = [:]
  /// The ids that second claimants asked for, by the ids they were given.
  private(set) var claims: [String: String] = [:]

  init(_ session: Session, _ staging: StagingArea, isComplete: Bool, followsFiles: Bool) {
    self.session = session
    self.staging = staging
    self.isComplete = isComplete
    self.followsFiles = followsFiles
  }

  func resolve() throws {
    if staging.count(of: .strategy) > 0 { try adoptStrategy() }
    if staging.count(of: .project) > 0 {
      try adoptRenamedProjects()
      if followsFiles {
        try separateClaimants()
        if !isComplete { try KeptMergers(session).restage() }
      }
    }
  }

  /// There is one umbrella strategy, so another id is a rename.
  private func adoptStrategy() throws {
    try session.query(
      """
      SELECT live.id, staged.id FROM strategy AS live, staged_strategy AS staged
      WHERE live.id <> staged.id
      """
    ) { row in renames[.strategy, default: [:]][try row.decode(1)] = try row.decode(0) }
    guard renames[.strategy] != nil else { return }
    try session.execute("UPDATE strategy SET id = (SELECT id FROM staged_strategy)")
  }

  /// A project that was stored under one of its earlier ids, the latest of them, takes over that
  /// row, and what hangs on it follows by its foreign keys. An earlier id that the input still
  /// uses for a project of its own is left to that one.
  private func adoptRenamedProjects() throws {
    try session.query(
      """
      SELECT DISTINCT ON (old.id) old.id, staged.id
      FROM (
        SELECT DISTINCT ON (staged.id) staged.id, former.id AS former
        FROM staged_project AS staged
        CROSS JOIN LATERAL unnest(staged.formerly) WITH ORDINALITY AS former (id, number)
        WHERE staged.formerly <> '{}'
          AND NOT EXISTS (SELECT FROM project WHERE project.id = staged.id)
          AND NOT EXISTS (
            SELECT FROM staged_project AS other WHERE other.id = former.id COLLATE "C")
          AND EXISTS (SELECT FROM project WHERE project.id = former.id COLLATE "C")
        ORDER BY staged.id, former.number DESC
      ) AS staged
      JOIN project AS old ON old.id = staged.former COLLATE "C"
      ORDER BY old.id, staged.id
      """
    ) { row in renames[.project, default: [:]][try row.decode(1)] = try row.decode(0) }
    for (new, old) in renames[.project] ?? [:] {
      try session.execute("UPDATE project SET id = $1 WHERE id = $2", [.text(new), .text(old)])
    }
  }

  // MARK: Second claimants

  /// One of the records, stored or staged, that have or claim an id.
  private struct Claimant {
    let id: String
    let title: String
    let department: String?
    let file: String?

    /// Whether the file is named after the id that is asked for, as in a canonical registry: then
    /// it is that project's own file, wherever its folder lies.
    func isNamedAfter(_ asked: String) -> Bool {
      let name = file?.split(separator: "/").last
      return name == "\(asked).yaml" || name == "\(asked).yml"
    }
  }

  /// Gives every staged project that asks for an id which another project has in the database an
  /// id of its own. Ids given before are found again.
  private func separateClaimants() throws {
    var newIDs: [String: String] = [:]
    for asked in try contestedIDs() {
      for (claimant, id) in try assign(asked) {
        if claimant.id != id { newIDs[claimant.id] = id }
        if id != asked { claims[id] = asked }
      }
    }
    guard !newIDs.isEmpty else { return }
    try rewrite(newIDs)
  }

  /// The ids that a staged and a stored project contest.
  ///
  /// In a complete input the stored one's file would be seen if it still held the project. So only
  /// a project of another department, from another file and with another title, is another one.
  ///
  /// Of a part nobody knows what the other files hold. It is another project if it differs in two
  /// of department, file and title, so that nothing that somebody else registered is overwritten.
  /// A file is the same if it is reached by a shorter path, and in the same department if it is
  /// named after the project. Where either has no department, that tells nothing.
  private func contestedIDs() throws -> [String] {
    try session.rows(
      """
      SELECT DISTINCT coalesce(staged.claims, staged.id)
      FROM staged_project AS staged
      JOIN staged_project_location AS staged_location ON staged_location.project = staged.id
      JOIN project AS live ON live.id = staged.id
      JOIN project_location AS live_location ON live_location.project = live.id
      CROSS JOIN LATERAL (
        SELECT coalesce(staged.department <> live.department, false) AS department,
          lower(staged.title) <> lower(live.title) AS title,
          staged_location.file IS DISTINCT FROM live_location.file
            AND NOT coalesce(
              right('/' || live_location.file, length(staged_location.file) + 1)
                = '/' || staged_location.file
              OR right('/' || staged_location.file, length(live_location.file) + 1)
                = '/' || live_location.file,
              false) AS file,
          coalesce(staged_location.file ~ ('(^|/)' || staged.id || '[.]ya?ml$'), false)
            AS is_named_after_id
      ) AS other
      WHERE CASE
        WHEN $1 THEN other.department AND other.file AND other.title
        ELSE other.department AND (other.file OR other.title)
          OR other.file AND other.title AND NOT other.is_named_after_id
      END
      ORDER BY 1
      """, [.bool(isComplete)]
    ) { try $0.decode(0) }
  }

  /// Which id each staged claimant gets: that of the stored one it is, or else a free one.
  private func assign(_ asked: String) throws -> [(Claimant, String)] {
    let staged = try claimants(
      """
      SELECT project.id, project.title, project.department, location.file
      FROM staged_project AS project
      JOIN staged_project_location AS location ON location.project = project.id
      WHERE project.id = $1 OR project.claims = $1 ORDER BY project.id
      """, asked)
    var stored = try claimants(
      """
      SELECT project.id, project.title, project.department, location.file
      FROM project JOIN project_location AS location ON location.project = project.id
      WHERE project.id = $1 OR project.claims = $1 ORDER BY project.id
      """, asked)
    var assigned: [(Claimant, String)] = []
    var rest = staged
    let matches: [(Claimant, Claimant) -> Bool] = [
      { $0.file != nil && $0.file == $1.file && $0.department == $1.department },
      { $0.department == $1.department && $0.title.lowercased() == $1.title.lowercased() },
      { [isComplete] in isComplete && $0.file != nil && $0.file == $1.file },
      { [isComplete] in
        $0.department == $1.department && (isComplete || $0.isNamedAfter(asked))
      },
    ]
    for isSame in matches {
      for claimant in rest {
        guard let index = stored.firstIndex(where: { isSame(claimant, $0) }) else { continue }
        assigned.append((claimant, stored.remove(at: index).id))
        rest.removeAll { $0.id == claimant.id }
      }
    }
    for claimant in rest {
      let taken = Set(assigned.map(\.1))
      assigned.append((claimant, try freeID(asked, besides: taken)))
    }
    return assigned
  }

  private func claimants(_ sql: String, _ asked: String) throws -> [Claimant] {
    try session.rows(sql, [.text(asked)]) { row in
      Claimant(
        id: try row.decode(0), title: try row.decode(1), department: try row.decodeIfPresent(2),
        file: try row.decodeIfPresent(3))
    }
  }

  /// The first of `asked--2`, `asked--3` … that is neither stored nor staged.
  private func freeID(_ asked: String, besides taken: Set<String>) throws -> String {
    var number = 2
    while true {
      let id = "\(asked)--\(number)"
      let isUsed = try session.value(
        """
        SELECT EXISTS (SELECT FROM project WHERE id = $1)
          OR EXISTS (SELECT FROM staged_project WHERE id = $1)
        """, [.text(id)], as: Bool.self)
      if isUsed == false, !taken.contains(id) { return id }
      number += 1
    }
  }

  /// Gives staged projects other ids, all at once, as ids may change places.
  private func rewrite(_ newIDs: [String: String]) throws {
    let old = newIDs.keys.sorted()
    let new = old.map { newIDs[$0] ?? $0 }
    let asked = new.map { claims[$0] ?? "" }
    for table in RecordKind.project.tables {
      let column = table.key[0]
      let claim = table.list == nil ? ", claims = nullif(given.asked, '')" : ""
      try session.execute(
        """
        UPDATE \(table.staging) AS staged SET \(column) = given.new\(claim)
        FROM unnest($1::text[], $2::text[], $3::text[]) AS given (old, new, asked)
        WHERE staged.\(column) = given.old COLLATE "C"
        """, [.texts(old), .texts(new), .texts(asked)])
    }
  }
}
