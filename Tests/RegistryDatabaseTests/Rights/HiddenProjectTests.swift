import Foundation
import Portfolio
import Testing

@testable import RegistryDatabase

@Suite("A confidential project")
struct HiddenProjectTests {
  private static let blind: [RightsSample.Login] = [.planner, .kultur]
  private static let seeing: [RightsSample.Login] = [.steward, .owner]

  @Test("shows in no row of any table or view to those who may not see it, now or in the past")
  func rows() async throws {
    try await RightsSample.with { sample in
      // When much was otherwise.
      let first = try await sample.run { session in
        try session.value("SELECT min(at)::text FROM import_run", as: String.self)
      }
      let all = try await sample.run { try $0.markedRows(at: first) }
      let marked = Set(all.filter { $0.value ?? 0 > 0 }.keys)
      // Where nothing is marked, the test would prove nothing.
      let naming: Set = [
        "public.project", "public.project_location", "public.project_alignment",
        "public.project_link", "public.project_partner", "public.project_service",
        "public.project_source", "public.project_theme", "public.project_contribution",
        "public.project_merger", "public.project_merger_value", "public.verdict", "public.waiver",
        "public.measure_project", "public.contribution", "public.coverage", "public.finding",
        "public.import_run", "public.row_history", "public.audit_event", "public.change",
        "public.record_rename", "public_past.project",
        "public_past.project_link", "public_past.project_partner",
      ]
      #expect(naming.subtracting(marked) == [])
      for login in Self.seeing {
        let seen = try await sample.run(as: login) { try $0.markedRows(at: first) }
        #expect(seen == all, "\(login)")
      }
      for login in Self.blind + [.stranger] {
        let seen = try await sample.run(as: login) { try $0.markedRows(at: first) }
        // What a department itself has written about it is its own.
        let own =
          login == .kultur ? ["public.project_link": 1, "public_past.project_link": 1] : [:]
        #expect(seen.filter { $0.value ?? 0 > 0 } == own, "\(login)")
      }
      let own = try await sample.run(as: .schule) { try $0.markedRows(at: first) }
      #expect(own["public.project"] == all["public.project"])
      #expect(own["public_past.project"] == all["public_past.project"])
    }
  }

  @Test("is not counted, found by words or similar titles, or hinted at")
  func counts() async throws {
    try await RightsSample.with { sample in
      for login in Self.blind {
        let counts = try await sample.run(as: login) { session in
          try [
            "SELECT count(*) FROM project WHERE archived_at IS NULL",
            "SELECT count(*) FROM project WHERE search @@ plainto_tsquery('dach_german', 'Akte')",
            "SELECT count(*) FROM project WHERE title % 'Geheime Akte'",
            "SELECT coalesce(sum(declared), 0)::bigint FROM coverage",
          ].map { try session.value($0, as: Int.self) }
        }
        #expect(counts == [3, 0, 0, 3], "\(login)")
        let loaded = try await sample.run(as: login) { try $0.registry() }
        #expect(loaded.projects.map(\.id) == ["onleihe", "offenlage", "schul-wlan"], "\(login)")
        let mentions = "\(loaded)".lowercased().split(separator: "geheim").count - 1
        #expect(mentions == (login == .kultur ? 1 : 0), "\(login)")
      }
    }
  }

  @Test("changes no count of any table or view, whatever happens to it")
  func steadyCounts() async throws {
    try await RightsSample.with { sample in
      for login in Self.blind + [.stranger] {
        let before = try await sample.run(as: login) { try $0.counts() }
        #expect(before.values.contains { $0 ?? 0 > 0 } == (login != .stranger))
        try await sample.run(as: .steward) { try $0.handleSecret() }
        let after = try await sample.run(as: login) { try $0.counts() }
        #expect(after == before, "\(login)")
      }
      // The steward's work would have changed much.
      let before = try await sample.run(as: .steward) { try $0.counts() }
      try await sample.run(as: .steward) { try $0.handleSecret() }
      let after = try await sample.run(as: .steward) { try $0.counts() }
      #expect(before.filter { after[$0.key] != $0.value }.count >= 6)
    }
  }

  @Test("is in nobody's history or comparison of states who may not see it")
  func history() async throws {
    try await RightsSample.with { sample in
      for login in Self.blind {
        let told = try await sample.run(as: login) { session in
          for id in [RightsSample.secret, "geheim-anders", "geheim-frueher", "geheim-doppelt"] {
            #expect(try RecordIdentity.find(id, in: session) == nil, "\(login): \(id)")
          }
          let open = try ["onleihe", "schul-wlan", "ausbau", "befragung"].map { id in
            let record = try #require(try RecordIdentity.find(id, in: session))
            return "\(try RecordHistory(of: record, in: session))"
          }
          let difference = try RegistryDifference(after: .beginning, upTo: .end, in: session)
          #expect(difference.records.count > 10)
          return open + ["\(difference)"]
        }
        let mentions = told.map { $0.lowercased().components(separatedBy: "geheim").count - 1 }
        // Its own links to the secret are the department's own.
        #expect(mentions.contains { $0 > 0 } == (login == .kultur), "\(login): \(told)")

        // What was once confidential has no past.
        let opened = try await sample.run(as: login) { session in
          let record = try #require(try RecordIdentity.find("offenlage", in: session))
          return try RecordHistory(of: record, in: session).changes
        }
        let first = try #require(opened.first)
        #expect(first.entries.contains { $0.list == nil && $0.action == .added })
        #expect(first.entries.contains { $0.list == "themes" })
      }
      let all = try await sample.run(as: .steward) { session in
        let record = try #require(try RecordIdentity.find("offenlage", in: session))
        return try RecordHistory(of: record, in: session).changes
      }
      #expect(all.count >= 2)
      // Its theme is the same all the time.
      #expect(all.filter { $0.entries.contains { $0.list == "themes" } }.count == 1)
    }
  }

  @Test("is as unknown as any other id to whoever asks for it by name")
  func questions() async throws {
    let questions = [
      "SELECT count(*)::text FROM project WHERE id = 'ID'",
      "SELECT verdict_is_open('onleihe', 'ID', 1)::text",
      "SELECT waiver_is_open('gap/project-stale', ARRAY['ID'], 1)::text",
      "SELECT owns_project('ID')::text", "SELECT is_open('confidential', 'schule')::text",
      "UPDATE project SET title = 'x' WHERE id = 'ID' RETURNING id::text",
      "DELETE FROM verdict WHERE second_project = 'ID' RETURNING second_project::text",
      "INSERT INTO project_theme (project, theme, position) VALUES ('ID', 'kultur-freizeit', 1)",
      "INSERT INTO project_link (project, target, kind, position) VALUES ('ID', 'onleihe', 'partOf', 1)",
      "INSERT INTO verdict (first_project, second_project, ordinal, outcome, decided_by) VALUES ('onleihe', 'ID', 7, 'different', 'kultur')",
      "INSERT INTO project_merger (project, target) VALUES ('ID', 'onleihe')",
      "SELECT names_hidden_project(ARRAY['ID'])::text",
    ]
    try await RightsSample.with { sample in
      for login in Self.blind {
        let answers = try await sample.run(as: login) { session in
          try questions.map { question in
            try [RightsSample.secret, "geheim-nicht"].map { id in
              try session.answer(to: question.replacing("ID", with: id))
            }
          }
        }
        for (question, pair) in zip(questions, answers) {
          #expect(pair[0] == pair[1], "\(login): \(question)")
        }
      }
      // The history knows it by numbers alone.
      let numbers = try await sample.run { session in
        try session.rows(
          "SELECT id FROM row_history WHERE content::text ILIKE $1", [.text(RightsSample.mark)]
        ) { try $0.decode(0, as: Int64.self) }
      }
      #expect(!numbers.isEmpty)
      for login in Self.blind {
        let open = try await sample.run(as: login) { session in
          try session.value(
            "SELECT count(*) FROM unnest($1::bigint[]) AS number WHERE past_row_is_open(number)",
            [.ints(numbers)], as: Int.self)
        }
        #expect(open == 0, "\(login)")
      }
    }
  }

  @Test("does not show in errors: an id that is taken is refused without saying by what")
  func takenID() async throws {
    try await RightsSample.with { sample in
      let error = await expectThrows(ImportError.self) {
        try await sample.run(as: .kultur) { session in
          let project = SmallRegistry.project(RightsSample.secret, "Neu", "kultur")
          try session.bring(Portfolio(projects: [project]), complete: false)
        }
      }
      #expect(error == .takenID)
      let raw = await expectThrows(DatabaseError.self) {
        try await sample.run(as: .kultur) { session in
          try session.execute(
            "INSERT INTO project (id, title, department) VALUES ($1, 'Neu', 'kultur')",
            [.text(RightsSample.secret)])
        }
      }
      #expect(raw?.details.contains("schule") == false)
      #expect(raw?.details.contains("Akte") == false)
      // Nor do the server's statistics.
      let statistics = try await sample.run(as: .planner) { session in
        try session.value(
          "SELECT count(*) FROM pg_stats WHERE schemaname = 'public'", as: Int.self)
      }
      #expect(statistics == 0)
    }
  }
}

extension Session {
  private func relations() throws -> [String] {
    try rows(
      """
      SELECT quote_ident(nspname) || '.' || quote_ident(relname) AS relation
      FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname IN ('public', 'public_past') AND relkind IN ('r', 'v', 'm', 'p')
      """
    ) { try $0.decode(0, as: String.self) }
  }

  /// For every table and view, how many of its rows contain the mark; nil where it may not be read.
  ///
  /// - Parameter moment: What the views on the past show.
  fileprivate func markedRows(at moment: String?) throws -> [String: Int?] {
    try execute("SELECT set_config('dach.as_of', $1, false)", [SQLValue(moment)])
    var marked: [String: Int?] = [:]
    for relation in try relations() {
      let columns = try readableColumns(of: relation)
      marked[relation] = .some(
        try columns.isEmpty
          ? nil
          : value(
            """
            SELECT count(*) FROM \(relation) AS row
            WHERE ROW(\(columns.joined(separator: ", ")))::text ILIKE $1
            """, [.text(RightsSample.mark)], as: Int.self))
    }
    return marked
  }

  /// How many rows of each table and view there are for the login; nil where it may read none.
  fileprivate func counts() throws -> [String: Int?] {
    try execute("SELECT set_config('dach.as_of', 'infinity', false)")
    var counts: [String: Int?] = [:]
    for relation in try relations() {
      let column = try readableColumns(of: relation).first
      counts[relation] = .some(
        try column.flatMap { try value("SELECT count(\($0)) FROM \(relation)", as: Int.self) })
    }
    return counts
  }

  /// What a steward may do with a project: change it and what belongs to it, decide, waive, rename,
  /// archive, bring it back, and check everything.
  fileprivate func handleSecret() throws {
    let secret = RightsSample.secret
    for sql in [
      "UPDATE project SET title = title || ' geheim', status = 'running' WHERE id = '\(secret)'",
      "DELETE FROM project_partner WHERE project = '\(secret)'",
      "UPDATE project SET id = 'geheim-neu' WHERE id = '\(secret)'",
      "UPDATE project SET id = '\(secret)' WHERE id = 'geheim-neu'",
      "UPDATE project SET archived_at = now() WHERE id = '\(secret)'",
      "UPDATE project SET archived_at = NULL WHERE id = '\(secret)'",
      "UPDATE verdict SET reason = reason || '!' WHERE second_project = '\(secret)'",
      "UPDATE waiver SET reason = reason || '!' WHERE '\(secret)' = ANY (subjects)",
      "INSERT INTO project_theme (project, theme, position) SELECT '\(secret)', id, 9 FROM theme ON CONFLICT DO NOTHING",
      "INSERT INTO project (id, title, department, visibility) VALUES ('geheim-' || pg_current_xact_id(), 'Geheim', 'schule', 'confidential')",
    ] { try execute(sql) }
    guard let day = CalendarDay("2026-11-21") else { return }
    try AnalysisRuns(self, scope: AnalysisRuns.wholeRegistry).store([], asOf: day)
  }

  private func readableColumns(of relation: String) throws -> [String] {
    try rows(
      """
      SELECT quote_ident(attname) FROM pg_attribute
      WHERE attrelid = (
          SELECT pg_class.oid FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
          WHERE quote_ident(nspname) || '.' || quote_ident(relname) = $1
            AND has_schema_privilege(pg_namespace.oid, 'USAGE'))
        AND attnum > 0 AND NOT attisdropped AND has_column_privilege(attrelid, attnum, 'SELECT')
      ORDER BY attnum
      """, [.text(relation)]
    ) { try $0.decode(0, as: String.self) }
  }

  /// What the server says, in the same words for the same answer.
  fileprivate func answer(to sql: String) throws -> String {
    do {
      let rows = try rows(sql) { try $0.decodeIfPresent(0, as: String.self) ?? "NULL" }
      return "rows: \(rows)"
    } catch let error as DatabaseError {
      return "\(error.kind): \(error.details)"
    }
  }
}
