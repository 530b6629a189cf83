internal import CPostgreSQL

/// Owns one `PGresult` and frees it, whatever happens.
struct StatementResult: ~Copyable {
  let pointer: OpaquePointer

  init(adopting pointer: OpaquePointer) { self.pointer = pointer }

  /// "PQclear: Every command result should be freed via PQclear when it is no longer needed."
  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }

  var failed: Bool {
    status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE
      || status == PGRES_PIPELINE_ABORTED
  }

  var rowCount: Int { Int(PQntuples(pointer)) }
  var columnCount: Int { Int(PQnfields(pointer)) }

  /// The rows that the statement inserted, changed, deleted or returned.
  var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  /// E.g. `COMMIT`, `INSERT 0 1`.
  var commandTag: String { String(cString: PQcmdStatus(pointer)) }

  func field(_ code: DiagnosticField) -> String? {
    PQresultErrorField(pointer, code.rawValue).map { String(cString: $0) }
  }

  func forEachRow(_ body: (borrowing Row) throws -> Void) throws {
    let columns = columnCount
    let types = (0..<columns).map { PQftype(pointer, Int32($0)) }
    try types.withUnsafeBufferPointer { types in
      try withUnsafeTemporaryAllocation(of: Row.Field.self, capacity: columns) { fields in
        for row in 0..<Int32(rowCount) {
          for column in 0..<columns {
            fields.initializeElement(at: column, to: field(row: row, column: Int32(column)))
          }
          try body(Row(fields: UnsafeBufferPointer(fields), types: types.baseAddress))
        }
      }
    }
  }

  private func field(row: Int32, column: Int32) -> Row.Field {
    if PQgetisnull(pointer, row, column) != 0 { return Row.Field(start: nil, length: -1) }
    return Row.Field(
      start: UnsafeRawPointer(PQgetvalue(pointer, row, column)),
      length: Int(PQgetlength(pointer, row, column)))
  }
}

/// The fields of an error, with the codes of `postgres_ext.h`, whose character macros Swift does
/// not import.
enum DiagnosticField: Int32 {
  case severity = 0x56  // PG_DIAG_SEVERITY_NONLOCALIZED 'V'
  case sqlState = 0x43  // PG_DIAG_SQLSTATE 'C'
  case message = 0x4D  // PG_DIAG_MESSAGE_PRIMARY 'M'
  case detail = 0x44  // PG_DIAG_MESSAGE_DETAIL 'D'
  case hint = 0x48  // PG_DIAG_MESSAGE_HINT 'H'
  case position = 0x50  // PG_DIAG_STATEMENT_POSITION 'P'
  case context = 0x57  // PG_DIAG_CONTEXT 'W'
  case constraint = 0x6E  // PG_DIAG_CONSTRAINT_NAME 'n'
  case column = 0x63  // PG_DIAG_COLUMN_NAME 'c'
}
