/// What the database lets the present user see and write, as far as commands have to know. The
/// database enforces it whatever a program believes.
public struct SessionRights: Sendable, Hashable {
  /// Whether nothing is hidden: stewards, owners and superusers.
  public let seesEverything: Bool
  /// The department whose projects the user writes, where it is a department's login.
  public let department: String?
  /// Whether the user may do what owners may.
  public let isOwner: Bool

  /// - Throws: `DatabaseError`
  public init(_ session: Session) throws {
    seesEverything = try session.value("SELECT sees_everything()", as: Bool.self) ?? false
    department = try session.value("SELECT own_department()::text", as: String.self)
    isOwner = try Self.isOwner(session)
  }

  /// The same in a database that need not have a registry yet.
  /// - Throws: `DatabaseError`
  static func isOwner(_ session: Session) throws -> Bool {
    try session.value(
      """
      SELECT rolsuper OR EXISTS (
        SELECT FROM pg_roles AS owner
        WHERE owner.rolname = 'dach_owner' AND pg_has_role(present.oid, owner.oid, 'USAGE'))
      FROM pg_roles AS present WHERE present.rolname = current_user
      """, as: Bool.self) ?? false
  }
}
