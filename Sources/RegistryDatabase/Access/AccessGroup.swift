/// What a login may do: the groups of migration `0013-rights.sql`. Each is a role of PostgreSQL,
/// `dach_` and its name.
public enum AccessGroup: String, Sendable, CaseIterable {
  /// Reads all but confidential projects.
  case planner
  /// Writes its own department's projects, and sees its confidential ones.
  case department
  /// Sees everything; keeps the strategy, decides and reviews.
  case steward
  /// Owns the tables: migrations, accounts, the audit trail.
  case owner
}
