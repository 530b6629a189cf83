internal import CPostgreSQL
public import Portfolio

/// The logins of a registry: added, listed and removed by its owners.
///
/// Passwords leave this process only as SCRAM verifiers (RFC 5803), so that neither statements nor
/// the server's log ever hold one.
public struct Accounts {
  public enum Removal: String, Sendable {
    case removed
    /// It owns something on the server, so the role is left, without rights, login and password.
    case disabled
    /// The registry has no such login.
    case unknown
  }

  private let session: Session

  public init(_ session: Session) { self.session = session }

  /// The departments for which a login may write.
  /// - Throws: `DatabaseError`
  public func departments() throws -> [Department] { try StrategyLoad(session).departments() }

  /// - Parameter account: With a group and a contact.
  /// - Throws: `AccountError`, `DatabaseError`
  public func add(_ account: Account, password: String) throws {
    guard Account.isName(account.name) else { throw AccountError.unusableName(account.name) }
    let verifier = try session.scramVerifier(of: password, for: account.name)
    do {
      try session.execute(
        "SELECT add_account($1, $2, $3, $4, $5)",
        [
          .text(account.name), .text(verifier), SQLValue(account.group?.rawValue),
          SQLValue(account.department), SQLValue(account.contact),
        ])
    } catch let error as DatabaseError where ["42710", "23505"].contains(error.sqlState) {
      throw AccountError.exists(account.name)
    }
  }

  /// - Throws: `AccountError.ownLogin`, `DatabaseError`
  public func remove(_ name: String) throws -> Removal {
    let isOwn = try session.value(
      "SELECT $1::text IN (current_user, session_user)", [.text(name)], as: Bool.self)
    guard isOwn == false else { throw AccountError.ownLogin(name) }
    let outcome = try session.value("SELECT remove_account($1)", [.text(name)], as: String.self)
    return outcome.flatMap(Removal.init) ?? .unknown
  }

  /// All logins by name, also those that another program put into one of the groups.
  /// - Throws: `DatabaseError`
  public func all() throws -> [Account] {
    try session.rows(Self.logins) { row in
      let groups = try row.decode(1, as: [String].self).compactMap(AccessGroup.init)
      return Account(
        name: try row.decode(0), group: groups.count == 1 ? groups[0] : nil,
        department: try row.decodeIfPresent(2), contact: try row.decodeIfPresent(3),
        created: try row.decodeIfPresent(4))
    }
  }

  private static let logins = """
    SELECT login.rolname::text,
      array_agg(DISTINCT substr(class.rolname, 6) ORDER BY substr(class.rolname, 6)),
      account.department::text, account.contact, to_char(account.created_at, 'YYYY-MM-DD')
    FROM pg_roles AS class
    JOIN pg_auth_members AS membership ON membership.roleid = class.oid
    JOIN pg_roles AS login ON login.oid = membership.member
    LEFT JOIN account ON account.role = login.rolname
    WHERE class.rolname IN ('dach_planner', 'dach_department', 'dach_steward', 'dach_owner')
      AND login.rolcanlogin
      -- Others' logins are shown to those who see all accounts.
      AND (account.role IS NOT NULL OR sees_everything())
    GROUP BY login.rolname, account.department, account.contact, account.created_at
    ORDER BY login.rolname::text COLLATE "C"
    """
}

extension Session {
  /// What the server keeps of a password: it proves that somebody knows it, and does not tell it.
  fileprivate func scramVerifier(of password: String, for role: String) throws -> String {
    let connection = try connection
    // "The caller … must free it using PQfreemem when it is no longer needed."
    guard
      let text = PQencryptPasswordConn(connection.pointer, password, role, "scram-sha-256")
    else { throw connection.error() }
    defer { PQfreemem(text) }
    return String(cString: text)
  }
}
