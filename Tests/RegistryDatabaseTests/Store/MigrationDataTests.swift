import Portfolio
import TestSupport
import Testing

@testable import RegistryDatabase

/// Databases of every earlier release that could hold a registry, with records of every kind.
@Suite("A database of an earlier release")
struct MigrationDataTests {
  private static let releases = Migration.shipped.map(\.name).filter { $0 >= "0006" }.dropLast()
  /// The title that a project got before the migration, by SQL.
  private static let earlierTitle = "Vor der Migration"

  @Test("is brought up to date with all that it holds, and goes on", arguments: releases)
  func migrated(_ release: String) async throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomPortfolio(seed: seed, projects: 30)
    let portfolio = random.make()
    let project = try #require(portfolio.projects.first)
    // The rows come from a database of today, as far as the earlier one has room for them.
    let rows = try await withRegistry { today in
      try await today.database.run { session in
        try session.bring(portfolio)
        return try session.storedRows()
      }
    }
    try await withTemporaryDatabase { old in
      try await old.database.run { session in
        try MigrationRunner(Migration.shipped.filter { $0.name <= release }).migrate(session)
        let (stored, refused) = try session.fill(rows)
        #expect(stored > 300 && refused * 10 < stored, "seed \(seed): \(refused) of \(stored)")
        try session.execute(
          "UPDATE project SET title = $1 WHERE id = $2",
          [.text(Self.earlierTitle), .text(project.id)])
        let tables = try session.copyTables()

        try MigrationRunner().migrate(session)
        for table in tables {
          #expect(try session.changedRows(of: table) == 0, "seed \(seed): \(table)")
        }
        // What it holds can be read, changed, told and looked back at.
        let registry = try session.registry(archived: true)
        #expect(registry.projects.contains { $0.title == Self.earlierTitle }, "seed \(seed)")
        try session.bring(portfolio, prune: true)
        #expect(try session.registry() == portfolio, "seed \(seed)")
        #expect(try session.bring(portfolio, prune: true).isUnchanged, "seed \(seed)")
        let record = try RecordIdentity.of(project.id, .project, session)
        let titles = try RecordHistory(of: record, in: session).changes.flatMap(\.entries)
          .compactMap { $0.field("title") }
        #expect(titles.last?.before == .one(Self.earlierTitle), "seed \(seed)")
        #expect(titles.last?.after == .one(project.title), "seed \(seed)")
      }
    }
  }
}

extension Session {
  /// Every row as JSON, by table.
  fileprivate func storedRows() throws -> [String: [String]] {
    try StoredTable.all.map(\.name).reduce(into: [:]) { tables, table in
      tables[table] = try rows("SELECT to_jsonb(stored)::text FROM \(table) AS stored") {
        try $0.decode(0, as: String.self)
      }
    }
  }

  /// Stores rows in the tables and columns that there are already. A row with a value that the
  /// tables have no word for yet is refused.
  fileprivate func fill(_ tables: [String: [String]]) throws -> (stored: Int, refused: Int) {
    try transaction {
      // Neither the order of references nor triggers matter.
      try execute("SET LOCAL session_replication_role = replica")
      var (stored, refused) = (0, 0)
      for (table, contents) in tables {
        let columns = try columns(of: table)
        guard !columns.isEmpty else { continue }
        for content in contents {
          do {
            _ = try savepoint {
              try execute(
                """
                INSERT INTO \(table) (\(columns)) OVERRIDING SYSTEM VALUE
                SELECT \(columns) FROM jsonb_populate_record(NULL::\(table), $1)
                """, [.json(content)])
            }
            stored += 1
          } catch is DatabaseError {
            refused += 1
          }
        }
      }
      return (stored, refused)
    }
  }

  /// Those that are not computed, as a list; empty where there is no such table.
  private func columns(of table: String, in schema: String = "public") throws -> String {
    try value(
      """
      SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      """, [.text("\(schema).\(table)")], as: String.self) ?? ""
  }

  /// Puts a copy of every table aside.
  fileprivate func copyTables() throws -> [String] {
    try execute("CREATE SCHEMA before")
    return try StoredTable.all.map(\.name).filter { table in
      guard try !columns(of: table).isEmpty else { return false }
      try execute("CREATE TABLE before.\(table) AS SELECT * FROM public.\(table)")
      return true
    }
  }

  /// How many rows differ from the copy in the columns that both have.
  fileprivate func changedRows(of table: String) throws -> Int? {
    let old = Set(try columns(of: table, in: "before").split(separator: ", "))
    let shared = try columns(of: table).split(separator: ", ").filter(old.contains)
      .joined(separator: ", ")
    return try value(
      """
      WITH before AS (SELECT to_jsonb(part)::text FROM (SELECT \(shared) FROM before.\(table)) AS part),
        after AS (SELECT to_jsonb(part)::text FROM (SELECT \(shared) FROM public.\(table)) AS part)
      SELECT count(*) FROM (
        (SELECT * FROM before EXCEPT ALL SELECT * FROM after)
        UNION ALL (SELECT * FROM after EXCEPT ALL SELECT * FROM before)) AS changed
      """, as: Int.self)
  }
}
