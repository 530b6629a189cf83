import RegistryDatabase
import Testing

@Suite struct MigrationTests {
  private let first = Migration(name: "0001-a.sql", text: "CREATE TABLE a (x integer);")
  private let second = Migration(name: "0002-b.sql", text: "CREATE TABLE b (y integer);")

  @Test("migrations are applied once, in order, and those that follow later")
  func appliesOnce() async throws {
    try await withTemporaryDatabase { [first, second] temporary in
      try await temporary.database.run { session in
        #expect(try MigrationRunner([first]).migrate(session) == ["0001-a.sql"])
        #expect(try MigrationRunner([second, first]).migrate(session) == ["0002-b.sql"])
        #expect(try MigrationRunner([second, first]).migrate(session) == [])
        try session.execute("SELECT x, y FROM a, b")
      }
    }
  }

  @Test("the changed text of an applied migration is refused, and nothing is done")
  func refusesChangedText() async throws {
    try await withTemporaryDatabase { [first, second] temporary in
      try await temporary.database.run { session in
        try MigrationRunner([first]).migrate(session)
        let changed = Migration(name: first.name, text: first.text + " ")
        #expect(throws: MigrationError.changed(first.name)) {
          try MigrationRunner([changed, second]).migrate(session)
        }
        #expect(try session.value("SELECT to_regclass('b') IS NULL", as: Bool.self) == true)
      }
    }
  }

  @Test("a database that is newer than the program is refused")
  func refusesNewerDatabase() async throws {
    try await withTemporaryDatabase { [first, second] temporary in
      try await temporary.database.run { session in
        try MigrationRunner([first, second]).migrate(session)
        #expect(throws: MigrationError.newerDatabase([second.name])) {
          try MigrationRunner([first]).migrate(session)
        }
        #expect(throws: MigrationError.newerDatabase([second.name])) {
          try MigrationRunner([first]).requireCurrent(session)
        }
      }
    }
  }

  @Test("a database with too few migrations is told to migrate")
  func tellsPending() async throws {
    try await withTemporaryDatabase { [first, second] temporary in
      try await temporary.database.run { session in
        let runner = MigrationRunner([first, second])
        try MigrationRunner([first]).migrate(session)
        #expect(throws: MigrationError.pending([second.name])) {
          try runner.requireCurrent(session)
        }
        try runner.migrate(session)
        try runner.requireCurrent(session)
      }
    }
  }

  @Test("an empty database is laid out by a first import, one that holds something else is not")
  func preparesEmptyDatabaseOnly() async throws {
    try await withTemporaryDatabase { [first] temporary in
      try await temporary.database.run { session in
        let runner = MigrationRunner([first])
        try session.execute("CREATE TABLE customer (name text)")
        #expect(throws: MigrationError.foreignDatabase) { try runner.requireCurrent(session) }
        #expect(throws: MigrationError.foreignDatabase) { try runner.prepareIfEmpty(session) }
        #expect(try session.value("SELECT to_regclass('a') IS NULL", as: Bool.self) == true)

        try session.execute("DROP TABLE customer")
        #expect(throws: MigrationError.emptyDatabase) { try runner.requireCurrent(session) }
        try runner.prepareIfEmpty(session)
        try runner.requireCurrent(session)
      }
    }
  }

  @Test("a database that is behind is left to a deliberate migration by an import as well")
  func importDoesNotMigrate() async throws {
    try await withTemporaryDatabase { [first, second] temporary in
      try await temporary.database.run { session in
        try MigrationRunner([first]).migrate(session)
        #expect(throws: MigrationError.pending([second.name])) {
          try MigrationRunner([first, second]).prepareIfEmpty(session)
        }
      }
    }
  }

  @Test("a database that does not store UTF-8 is refused before anything is laid out")
  func refusesOtherEncodings() async throws {
    try await withTemporaryDatabase { [first] temporary in
      let name = "latin_" + String(UInt64.random(in: .min ... .max), radix: 36)
      try await temporary.database.run { session in
        try session.execute(
          "CREATE DATABASE \(name) ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
      }
      let latin = try await Database.connect(to: temporary.parameters.database(name))
      try await latin.run { session in
        #expect(throws: MigrationError.encoding("LATIN1")) {
          try MigrationRunner([first]).migrate(session)
        }
        let tables = try session.value(
          "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", as: Int.self)
        #expect(tables == 0)
      }
      await latin.close()
      try await temporary.database.run { session in try session.execute("DROP DATABASE \(name)") }
    }
  }

  @Test("a failing migration leaves no trace, and those before it stay")
  func failsAsAWhole() async throws {
    try await withTemporaryDatabase { [first] temporary in
      try await temporary.database.run { session in
        let broken = Migration(
          name: "0002-b.sql", text: "CREATE TABLE b (y integer); SELECT 1 / 0;")
        #expect(throws: DatabaseError.self) {
          try MigrationRunner([first, broken]).migrate(session)
        }
        #expect(try session.value("SELECT to_regclass('b') IS NULL", as: Bool.self) == true)
        let applied = try session.rows("SELECT name FROM schema_migration") {
          try $0.decode(0, as: String.self)
        }
        #expect(applied == [first.name])
      }
    }
  }

  @Test("several runners at once apply every migration once")
  func concurrentRunners() async throws {
    try await withTemporaryDatabase { temporary in
      let applied = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<4 {
          group.addTask {
            let database = try await temporary.connect()
            let names = try await database.run { try MigrationRunner().migrate($0) }
            await database.close()
            return names
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(applied == Migration.shipped.map(\.name))
    }
  }

  @Test("every table, view and column of the registry is explained in the catalog")
  func everythingIsCommented() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try MigrationRunner().migrate(session)
        let silent = try session.rows(
          """
          SELECT concat_ws('.', relation.relname, attribute.attname)
          FROM pg_class AS relation
          CROSS JOIN LATERAL (
            SELECT 0 AS attnum, NULL::name AS attname
            UNION ALL
            SELECT attnum, attname FROM pg_attribute
            WHERE attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
          ) AS attribute
          LEFT JOIN pg_description AS description
            ON description.objoid = relation.oid AND description.objsubid = attribute.attnum
          WHERE relation.relnamespace = 'public'::regnamespace AND relation.relkind IN ('r', 'v')
            AND description.description IS NULL
          """
        ) { try $0.decode(0, as: String.self) }
        #expect(silent == [])
        let tables = try session.value(
          "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", as: Int.self)
        #expect((tables ?? 0) >= 30)
      }
    }
  }

  @Test("indexes are named after their table")
  func indexNames() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try MigrationRunner().migrate(session)
        let odd = try session.rows(
          """
          SELECT index.relname::text
          FROM pg_index JOIN pg_class AS index ON index.oid = indexrelid
          JOIN pg_class AS relation ON relation.oid = indrelid
          WHERE relation.relnamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
            AND index.relname !~ ('^' || relation.relname || '_[a-z_]+_idx$')
          """
        ) { try $0.decode(0, as: String.self) }
        #expect(odd == [])
      }
    }
  }
}
