public import Portfolio
public import ProjectQuery

/// Runs queries against the database.
public struct ProjectSearch {
  private let session: Session

  public init(_ session: Session) { self.session = session }

  /// A page of matches and how many there are in all.
  public struct Page: Sendable {
    public let count: Int
    public let projects: [Project]

    public init(count: Int, projects: [Project]) {
      self.count = count
      self.projects = projects
    }
  }

  /// The names that values of the query can mean. Of projects, which may be very many, only those
  /// that the query names and those whose ids begin alike are read.
  /// - Throws: `DatabaseError`
  public func vocabulary(for query: Query) throws -> Vocabulary {
    let load = StrategyLoad(session)
    let named = query.projectNames
    let asksContributions = query.fields.contains(.contribution)
    var vocabulary = Vocabulary(
      Portfolio(
        strategy: try load.strategy(), departments: try load.departments(),
        subStrategies: try load.subStrategies(),
        participations: asksContributions ? try ParticipationLoad(session).participations() : []))
    vocabulary.projects = try named.isEmpty ? [] : projectNames(named)
    return vocabulary
  }

  /// - Parameter limit: The most projects; nil for all.
  /// - Throws: `DatabaseError`
  public func page(_ query: ResolvedQuery, limit: Int?, offset: Int) throws -> Page {
    try session.transaction(isolation: .repeatableRead, readOnly: true) {
      let page = QueryStatement.page(query, limit: limit, offset: offset)
      var ids: [String] = []
      var total: Int?
      try session.query(page.sql, page.parameters) { row in
        ids.append(try row.decode(0))
        if query.filter.searches { total = try row.decode(1) }
      }
      // A page that is not full is the last one; an empty one may lie anywhere behind it.
      if ids.count < limit ?? .max, !ids.isEmpty || offset == 0 { total = offset + ids.count }
      let count = try total ?? count(query)
      return Page(count: count, projects: try ProjectLoad(session, ids: ids).projects())
    }
  }

  /// - Throws: `DatabaseError`
  public func count(_ query: ResolvedQuery) throws -> Int {
    let count = QueryStatement.count(query)
    return try session.value(count.sql, count.parameters, as: Int.self) ?? 0
  }

  /// - Throws: `DatabaseError`
  public func groups(_ query: ResolvedQuery, by grouping: Grouping) throws -> [GroupCount] {
    let groups = QueryStatement.groups(query, by: grouping)
    return try session.rows(groups.sql, groups.parameters) { row in
      GroupCount(value: try row.decodeIfPresent(0), count: try row.decode(1))
    }
  }

  /// The word of a title that was most likely meant by one that no project has; nil where a
  /// project has it, or none has one like it.
  /// - Throws: `DatabaseError`
  public func nearestWord(to word: String) throws -> String? {
    if try count(ResolvedQuery(.words(.word(word), in: .titleAndSummary))) > 0 { return nil }
    let titles = try session.transaction(readOnly: true) {
      // Two letters that changed places spoil half of a word's runs of three; what is alike in
      // truth is decided below.
      try session.execute(
        "SELECT set_config('pg_trgm.word_similarity_threshold', '0.3', true)")
      return try session.rows(
        """
        SELECT title FROM project
        WHERE archived_at IS NULL AND $1::text <% title
        ORDER BY $1::text <<-> title, id LIMIT 50
        """, [.text(word)]
      ) { try $0.decode(0, as: String.self) }
    }
    return NearestName.of(word, among: QueryCorrection.words(of: titles))
  }

  private func projectNames(_ names: [String]) throws -> [Vocabulary.ProjectName] {
    let beginnings = names.map { String($0.prefix(4)) }
    return try session.rows(
      """
      (SELECT id, formerly, title FROM project
        WHERE archived_at IS NULL
          AND (id = ANY ($1::text[]) OR (formerly <> '{}' AND formerly::text[] && $1::text[])))
      UNION ALL
      -- Who asks for a merged project means the one that goes on.
      (WITH RECURSIVE step AS (
          SELECT id::text AS id, unnest(formerly) AS name FROM project WHERE formerly <> '{}'
          UNION ALL
          SELECT target::text, project::text FROM project_merger
        ), trace AS (
          SELECT id, name FROM step WHERE name = ANY ($1::text[])
          UNION
          SELECT step.id, trace.name FROM trace JOIN step ON step.name = trace.id
        )
        SELECT project.id, array_agg(trace.name ORDER BY trace.name), project.title
        FROM trace JOIN project ON project.id = trace.id
        WHERE project.archived_at IS NULL
          AND NOT trace.name = ANY (project.formerly::text[])
        GROUP BY project.id)
      UNION ALL
      (SELECT alike.id, alike.formerly, alike.title
        FROM unnest($2::text[]) AS beginning (text),
          LATERAL (
            SELECT id, formerly, title FROM project
            WHERE archived_at IS NULL AND starts_with(id, beginning.text)
              AND id >= beginning.text AND NOT id = ANY ($1::text[])
            ORDER BY id LIMIT 1000) AS alike)
      """, [.texts(names), .texts(beginnings)]
    ) { row in
      Vocabulary.ProjectName(
        id: try row.decode(0), formerly: try row.decode(1), title: try row.decode(2))
    }
  }
}
