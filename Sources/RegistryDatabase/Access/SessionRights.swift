/// What the database lets the present user see and write, as far as commands have to know. The
/// database enforces it whatever a program believes.
public struct SessionRights: Sendable, Hashable {
  /// Whether nothing is hidden: stewards, owners and superusers.
  public let seesEverything: Bool
  /// The department whose projects the user writes, where it is a department's login.
  public let department: String?

  /// - Throws: `DatabaseError`
  public init(_ session: Session) throws {
    seesEverything = try session.value("SELECT sees_everything()", as: Bool.self) ?? false
    department = try session.value("SELECT own_department()::text", as: String.self)
  }
}
