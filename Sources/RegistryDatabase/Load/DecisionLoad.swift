import Portfolio

/// Reads verdicts and waivers.
struct DecisionLoad {
  private let session: Session

  init(_ session: Session) { self.session = session }

  func verdicts() throws -> [Verdict] {
    try session.rows(
      """
      SELECT first_project, second_project, outcome, reason, decided_by, date, bundle, file, line
      FROM verdict ORDER BY file NULLS LAST, position, first_project, second_project, ordinal
      """
    ) { row in
      Verdict(
        first: try row.decode(0), second: try row.decode(1), outcome: try row.enumeration(2),
        reason: try row.decodeIfPresent(3), by: try row.decodeIfPresent(4), date: try row.date(5),
        bundle: try row.decodeIfPresent(6), location: try row.location(7))
    }
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
