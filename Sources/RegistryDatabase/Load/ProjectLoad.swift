import Portfolio

/// Reads the projects, of which there may be very many: each table is copied out in the order of
/// project ids, and the lists are merged into the projects in one pass.
struct ProjectLoad {
  private enum Selection {
    case all(includesArchived: Bool)
    /// These, in this order.
    case ids([String])
  }

  private let session: Session
  private let selection: Selection

  init(_ session: Session, includesArchived: Bool) {
    self.session = session
    selection = .all(includesArchived: includesArchived)
  }

  /// Only the projects with these ids, in this order; ids of no project are passed over.
  init(_ session: Session, ids: [String]) {
    self.session = session
    selection = .ids(ids)
  }

  func projects() throws -> [Project] {
    var loaded = try mainRows()
    try mergeLists(into: &loaded)
    if case .ids(let ids) = selection {
      let byID = Dictionary(uniqueKeysWithValues: loaded.map { ($0.project.id, $0.project) })
      return ids.compactMap { byID[$0] }
    }
    // Ordered by id so far; `rank` is the place by file.
    var order = Array(repeating: 0, count: loaded.count)
    for (index, project) in loaded.enumerated() { order[project.rank - 1] = index }
    return order.map { loaded[$0].project }
  }

  /// The condition on the column that holds projects' ids.
  private func condition(_ column: String) -> String {
    switch selection {
    case .ids: "WHERE \(column) = ANY ($1::text[])"
    case .all(includesArchived: false) where column == "project.id":
      "WHERE project.archived_at IS NULL OR merger.project IS NOT NULL"
    case .all: ""
    }
  }

  /// Lends the rows of a statement: copied out where they are many, else by a query, since COPY
  /// takes no parameters.
  private func rows(_ select: String, _ body: (borrowing Row) throws -> Void) throws {
    if case .ids(let ids) = selection {
      try session.query(select, [.texts(ids)], body)
    } else {
      try session.copyOut("COPY (\(select)) TO STDOUT (FORMAT binary)", body)
    }
  }

  /// A project with what is needed until its lists are complete.
  private struct Loaded {
    var project: Project
    let rank: Int
    /// 0 stands for an unknown line.
    let alignmentLines: [Int64]
    let linkLines: [Int64]
  }

  private func mainRows() throws -> [Loaded] {
    var loaded: [Loaded] = []
    try rows(
      """
      SELECT project.id, formerly, claims, title, summary, department, office, strategy, status,
        period_start, period_end, budget_amount, budget_currency, budget_funding, contact,
        audience, technologies, visibility, label, page, notes, confirmed,
        location.file, location.line, location.alignment_lines, location.link_lines,
        row_number() OVER (
          ORDER BY location.file NULLS LAST, location.position NULLS LAST, project.id),
        merger.target, merger.decided_by, merger.date, merger.reason
      FROM project LEFT JOIN project_location AS location ON location.project = project.id
        LEFT JOIN project_merger AS merger ON merger.project = project.id
      \(condition("project.id"))
      ORDER BY project.id
      """
    ) { row in
      loaded.append(
        Loaded(
          project: try Self.project(row), rank: try row.decode(26),
          alignmentLines: try row.decodeIfPresent(24) ?? [],
          linkLines: try row.decodeIfPresent(25) ?? []))
    }
    return loaded
  }

  private static func project(_ row: borrowing Row) throws -> Project {
    let level = try row.enumerationIfPresent(17, as: Visibility.Level.self)
    let visibility = try level.map { level in
      Visibility(
        level: level, label: try row.enumerationIfPresent(18), page: try row.decodeIfPresent(19))
    }
    return Project(
      id: try row.decode(0), formerly: try row.decode(1), claims: try row.decodeIfPresent(2),
      title: try row.decode(3), summary: try row.decodeIfPresent(4),
      department: try row.decodeIfPresent(5), office: try row.decodeIfPresent(6),
      strategy: try row.decodeIfPresent(7), status: try row.enumerationIfPresent(8),
      period: try row.period(9), budget: try row.budget(11), contact: try row.decodeIfPresent(14),
      audience: try row.decode(15), technologies: try row.decode(16), visibility: visibility,
      notes: try row.decode(20), confirmed: try row.date(21), merged: try merger(row),
      location: try row.location(22))
  }

  private static func merger(_ row: borrowing Row) throws -> Merger? {
    guard let target = try row.decodeIfPresent(27, as: String.self) else { return nil }
    return Merger(
      into: target, by: try row.decodeIfPresent(28), date: try row.date(29),
      reason: try row.decodeIfPresent(30))
  }

  private func mergeLists(into loaded: inout [Loaded]) throws {
    try merge(into: &loaded, "project_theme", "theme") { loaded, row in
      loaded.project.themes.append(try row.decode(1))
    }
    try merge(
      into: &loaded, "project_alignment", "guideline, role, rationale, revision, review"
    ) { loaded, row in
      loaded.project.alignments.append(
        Alignment(
          guideline: try row.decode(1), role: try row.enumeration(2),
          rationale: try row.decodeIfPresent(3), revision: try row.decode(4),
          review: try row.enumeration(5),
          line: Self.line(loaded.alignmentLines, loaded.project.alignments.count)))
    }
    try merge(into: &loaded, "project_partner", "name, sector") { loaded, row in
      loaded.project.partners.append(
        Partner(name: try row.decode(1), sector: try row.enumerationIfPresent(2)))
    }
    try merge(into: &loaded, "project_service", "service, direction = 'provides'") { loaded, row in
      if try row.decode(2, as: Bool.self) {
        loaded.project.provides.append(try row.decode(1))
      } else {
        loaded.project.requires.append(try row.decode(1))
      }
    }
    try merge(
      into: &loaded, "project_link",
      "target, kind, note, confirmed, proposed, declined, decline_reason"
    ) { loaded, row in
      loaded.project.links.append(
        Link(
          project: try row.decode(1), kind: try row.enumeration(2),
          note: try row.decodeIfPresent(3), proposed: try row.date(5), confirmed: try row.date(4),
          declined: try row.refusal(6),
          line: Self.line(loaded.linkLines, loaded.project.links.count)))
    }
    try merge(into: &loaded, "project_contribution", "contribution") { loaded, row in
      loaded.project.contributions.append(try row.decode(1))
    }
    try merge(into: &loaded, "project_source", "url, published, accessed") { loaded, row in
      loaded.project.sources.append(
        SourceReference(
          url: try row.decode(1), published: try row.date(2), accessed: try row.date(3)))
    }
    try merge(into: &loaded, "project_merger_value", "field, item, replaced") { loaded, row in
      loaded.project.merged?.taken.append(
        TakenValue(
          try row.enumeration(1), item: try row.decodeIfPresent(2),
          replaced: try row.decodeIfPresent(3)))
    }
  }

  private static func line(_ lines: [Int64], _ index: Int) -> Int? {
    index < lines.count && lines[index] > 0 ? Int(lines[index]) : nil
  }

  /// Lends each row of a list together with its project. Both come ordered by the project's id,
  /// so one pass finds them; rows of projects that are not read are passed over.
  private func merge(
    into loaded: inout [Loaded], _ table: String, _ columns: String,
    _ add: (inout Loaded, borrowing Row) throws -> Void
  ) throws {
    var index = 0
    try rows(
      "SELECT project, \(columns) FROM \(table) \(condition("project")) ORDER BY project, position"
    ) { row in
      let id = try row.decode(0, as: String.self)
      while index < loaded.count, loaded[index].project.id < id { index += 1 }
      if index < loaded.count, loaded[index].project.id == id { try add(&loaded[index], row) }
    }
  }
}
