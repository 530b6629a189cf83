import TestSupport
import Testing

@testable import RegistryDatabase

@Suite("Rights on tables")
struct TableRightsTests {
  private typealias Login = RightsSample.Login

  /// Logins by the headings of the table in `docs/rights.md`.
  private static let groups: [(column: String, login: RightsSample.Login)] = [
    ("planner", .planner), ("department", .kultur), ("steward", .steward), ("owner", .owner),
    ("stranger", .stranger),
  ]

  @Test("are what docs/rights.md says, for every table and view and every group")
  func documented() async throws {
    let expected = try RightsTable(whoseFirstColumnIs: "table")
    try await RightsSample.with { sample in
      let rows = try await sample.run { try Self.rows(on: $0) }
      #expect(
        Set(expected.names).symmetricDifference(rows.keys) == [],
        "tables in docs/rights.md and in the database")
      var report = RightsReport("tables and views", expected)
      for (column, login) in Self.groups {
        let measured = try await sample.run(as: login) { session in
          try session.measure(rows)
        }
        for (table, notation) in measured {
          #expect(
            expected[table, column] == notation, "what \(column) may do with \(table)")
          report.note(notation, table, column)
        }
      }
      report.print()
    }
  }

  @Test("are protected on every table by row-level security, for its owner as well")
  func protected() async throws {
    try await withRegistry { temporary in
      let open = try await temporary.database.run { try Self.unprotected(on: $0) }
      #expect(open == [], "later migrations give new tables their rights by protect()")
    }
  }

  /// Tables without forced row-level security and views with other rights than the reader's.
  static func unprotected(on session: Session) throws -> [String] {
    try session.rows(
      """
      SELECT relname::text FROM pg_class
      WHERE relnamespace IN ('public'::regnamespace, 'public_past'::regnamespace)
        AND (relkind IN ('r', 'p')
            AND NOT (relrowsecurity AND relforcerowsecurity
              AND relowner = 'dach_owner'::regrole
              AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid))
          OR relkind = 'v'
            AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)
          OR relkind = 'm')
      """
    ) { try $0.decode(0, as: String.self) }
  }

  @Test("let no function run with more rights that is not known here")
  func definerFunctions() async throws {
    try await withRegistry { temporary in
      let functions = try await temporary.database.run { try Self.definers(on: $0) }
      #expect(functions == Self.knownDefiners)
    }
  }

  static let knownDefiners = [
    "add_account (not for all)", "audit", "begin_anew", "change_source",
    "change_time (not for all)", "history_begins", "keep_rename", "keep_row",
    "names_hidden_project (not for all)", "own_department", "past_row_is_open",
    "proven_change_time (not for all)", "remove_account (not for all)", "rename_is_open",
    "text_vectors",
    "verdict_is_open", "waiver_is_open",
  ]

  /// Functions that run with their owner's rights. Without the fixed search path, a caller's objects
  /// would be used.
  static func definers(on session: Session) throws -> [String] {
    try session.rows(
      """
      SELECT proname::text
        || CASE WHEN has_function_privilege('dach_planner', oid, 'EXECUTE')
          THEN '' ELSE ' (not for all)' END
        || CASE WHEN proconfig = ARRAY['search_path=public, pg_temp'] THEN '' ELSE ' (any path)' END
      FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND prosecdef
      ORDER BY proname COLLATE "C"
      """
    ) { try $0.decode(0, as: String.self) }
  }

  /// The numbers of rows of all tables and views, as a superuser sees them.
  private static func rows(on session: Session) throws -> [String: Int] {
    try session.lookBack()
    let names = try session.rows(
      """
      SELECT CASE relnamespace WHEN 'public'::regnamespace THEN '' ELSE 'past.' END || relname
      FROM pg_class
      WHERE relnamespace IN ('public'::regnamespace, 'public_past'::regnamespace)
        AND relkind IN ('r', 'v', 'm', 'p')
      """
    ) { try $0.decode(0, as: String.self) }
    var rows: [String: Int] = [:]
    for name in names {
      rows[name] = try session.value("SELECT count(*) FROM \(relation(name))", as: Int.self)
    }
    return rows
  }

  fileprivate static func relation(_ name: String) -> String {
    name.hasPrefix("past.") ? "public_past." + name.dropFirst(5) : "public." + name
  }
}

extension Session {
  /// Lets the views on the past show what was true before the last import.
  func lookBack() throws {
    try execute("SELECT set_config('dach.as_of', now()::text, false)")
  }

  fileprivate func measure(_ rows: [String: Int]) throws -> [String: String] {
    struct TakenBack: Error { let notations: [String: String] }
    try lookBack()
    do {
      try transaction {
        var notations: [String: String] = [:]
        for (table, count) in rows {
          let rights = MeasuredRights(
            session: self, table: TableRightsTests.relation(table), rows: count)
          notations[table] = try rights.notation()
        }
        throw TakenBack(notations: notations)
      }
    } catch let result as TakenBack {
      return result.notations
    }
    return [:]
  }
}
