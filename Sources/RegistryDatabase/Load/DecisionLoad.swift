import Portfolio

/// Reads verdicts and waivers.
struct DecisionLoad {
  private let session: Session

  init(_ session: Session) { self.session = session }

  func verdicts() throws -> [Verdict] {
    try session.rows(
      """
      SELECT first_project, second_project, outcome, reason, decided_by, date, bundle, file, line,
        bundle_created, confirmed, declined, decline_reason,
        first_title, first_summary, first_provides, first_requires,
        second_title, second_summary, second_provides, second_requires
      FROM verdict ORDER BY file NULLS LAST, position, first_project, second_project, ordinal
      """
    ) { row in
      Verdict(
        first: try row.decode(0), second: try row.decode(1), outcome: try row.enumeration(2),
        reason: try row.decodeIfPresent(3), by: try row.decodeIfPresent(4), date: try row.date(5),
        bundle: try row.decodeIfPresent(6), createdBundle: try row.decodeIfPresent(9) ?? false,
        basis: try Self.basis(row), confirmed: try row.date(10), declined: try row.refusal(11),
        location: try row.location(7))
    }
  }

  private static func basis(_ row: borrowing Row) throws -> VerdictBasis? {
    guard let first = try side(row, 13), let second = try side(row, 17) else { return nil }
    return VerdictBasis(first: first, second: second)
  }

  /// Rows of before the basis was kept have no lists either.
  private static func side(_ row: borrowing Row, _ column: Int) throws -> VerdictBasis.Side? {
    guard let title = try row.decodeIfPresent(column, as: String.self) else { return nil }
    return VerdictBasis.Side(
      title: title, summary: try row.decodeIfPresent(column + 1),
      provides: try row.decodeIfPresent(column + 2) ?? [],
      requires: try row.decodeIfPresent(column + 3) ?? [])
  }

  func waivers() throws -> [Waiver] {
    try session.rows(
      """
      SELECT rule, subjects, reason, approver, approved, expires, file, line
      FROM waiver ORDER BY file NULLS LAST, position, rule, subjects, ordinal
      """
    ) { row in
      Waiver(
        rule: try row.decode(0), subjects: try row.decode(1), reason: try row.decode(2),
        approver: try row.decode(3), approved: try row.date(4), expires: try row.date(5),
        location: try row.location(6))
    }
  }
}
