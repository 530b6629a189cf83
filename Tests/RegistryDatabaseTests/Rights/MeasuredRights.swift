@testable import RegistryDatabase

/// What a login can do with a table, found out by doing it, in the notation of `docs/rights.md`:
/// `R` reads every row, `C` only some columns; `I`, `U`, `D` inserts, updates and deletes any row; in
/// small letters only some rows; `–` nothing.
struct MeasuredRights {
  let session: Session
  /// With its schema.
  let table: String
  /// How many rows there are.
  let rows: Int

  func notation() throws -> String {
    // No view takes changes.
    let isView = table.hasPrefix("public_past.") || table == "public.coverage"
    let letters = try isView ? read() : [read(), insert(), update(), delete()].joined()
    return letters.isEmpty ? "–" : letters
  }

  private enum Outcome {
    case done(Int)
    /// Refused for what the rows say, by a constraint or by row-level security.
    case constraint, rowSecurity
    case denied
  }

  /// Tries a statement and takes it back.
  private func attempt(_ sql: String) throws -> Outcome {
    struct TakenBack: Error { let rows: Int }
    do {
      try session.savepoint { throw TakenBack(rows: try session.execute(sql)) }
      return .denied
    } catch let success as TakenBack {
      return .done(success.rows)
    } catch let error as DatabaseError where error.kind == .permission {
      return error.details.contains("row-level security") ? .rowSecurity : .denied
    } catch let error as DatabaseError {
      guard case .constraint = error.kind else { throw error }
      return .constraint
    }
  }

  private func letter(_ all: String, _ outcome: Outcome) -> String {
    switch outcome {
    case .done(let count): count == rows ? all : count == 0 ? "" : all.lowercased()
    case .constraint: all
    case .rowSecurity: all.lowercased()
    case .denied: ""
    }
  }

  private func read() throws -> String {
    if case .denied = try attempt("SELECT * FROM \(table)") {
      let columns = try columns("SELECT", writable: false)
      guard !columns.isEmpty else { return "" }
      guard
        case .done(let count) = try attempt(
          "SELECT \(columns.joined(separator: ", ")) FROM \(table)")
      else { return "" }
      return count == rows ? "C" : count > 0 ? "c" : ""
    }
    guard case .done(let count) = try attempt("SELECT * FROM \(table)") else { return "" }
    return count == rows ? "R" : "r"
  }

  private func insert() throws -> String {
    let columns = try columns("INSERT", writable: true)
    guard !columns.isEmpty else { return "" }
    // A caller's own rows would go in; others' stand in their way.
    let list = columns.joined(separator: ", ")
    let canRead = try session.value(
      "SELECT has_table_privilege($1, 'SELECT')", [.text(table)], as: Bool.self)
    let nothing = columns.map { _ in "NULL" }.joined(separator: ", ")
    let source = canRead == true ? "\(list) FROM \(table)" : nothing
    let outcome = try attempt(
      "INSERT INTO \(table) (\(list)) SELECT \(source) ON CONFLICT DO NOTHING")
    if case .done = outcome { return "I" }
    return letter("I", outcome)
  }

  private func update() throws -> String {
    guard let column = try columns("UPDATE", writable: true).last else { return "" }
    return letter("U", try attempt("UPDATE \(table) SET \(column) = \(column)"))
  }

  private func delete() throws -> String {
    letter("D", try attempt("DELETE FROM \(table)"))
  }

  /// The columns that the login may use so; those that the server fills are left out.
  private func columns(_ privilege: String, writable: Bool) throws -> [String] {
    let schema = table.prefix { $0 != "." }
    let canEnter = try session.value(
      "SELECT has_schema_privilege($1, 'USAGE')", [.text(String(schema))], as: Bool.self)
    guard canEnter == true else { return [] }
    return try session.rows(
      """
      SELECT quote_ident(attname) FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
        AND (NOT $3 OR attgenerated = '' AND attidentity <> 'a' AND attname <> 'valid_from')
        AND has_column_privilege(attrelid, attnum, $2)
      ORDER BY attnum
      """, [.text(table), .text(privilege), .bool(writable)]
    ) { try $0.decode(0, as: String.self) }
  }
}
