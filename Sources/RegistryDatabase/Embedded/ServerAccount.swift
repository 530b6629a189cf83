import Glibc

/// The account under which the embedded server runs.
///
/// An ordinary user's server is the user's own. PostgreSQL refuses to run as root, so root's drops
/// to another account: the one that owns the data folder; before there is one, `postgres` where
/// the system has it, else `nobody`. The data folder's owner is the lasting record of the choice.
///
/// Swift has no `fork`, and `posix_spawn` cannot change the account, so `setpriv` of util-linux
/// does: unlike `su` or `runuser` it opens no PAM session and becomes the server instead of
/// staying behind as its parent.
struct ServerAccount: Sendable, Hashable {
  let name: String
  let user: uid_t
  let group: gid_t
  /// Whether programs must be started under another account than this process's.
  let isDropped: Bool

  static func choose(dataFolder: String) throws -> ServerAccount {
    let current = geteuid()
    guard current == 0 else {
      guard let account = lookUp(user: current) else { throw unknown("\(current)") }
      return account
    }
    if let owner = fileStatus(dataFolder)?.st_uid {
      guard owner != 0 else {
        throw EmbeddedServerError(
          .dataUnusable,
          de: "Der Datenordner „\(dataFolder)“ gehört root, und als root läuft PostgreSQL nicht. "
            + "Bitte den Ordner einem anderen Konto übertragen, etwa: "
            + "chown -R postgres: \(dataFolder)",
          en: "The data folder '\(dataFolder)' belongs to root, and PostgreSQL does not run as "
            + "root. Give it to another account, e.g.: chown -R postgres: \(dataFolder)")
      }
      guard let account = lookUp(user: owner) else { throw unknown("\(owner)") }
      return account
    }
    guard let account = lookUp(name: "postgres") ?? lookUp(name: "nobody") else {
      throw unknown("postgres")
    }
    return account
  }

  /// What comes before a program's own arguments so that it runs under this account.
  func prefix() throws -> [String] {
    guard isDropped else { return [] }
    let places = ["/usr/bin/setpriv", "/bin/setpriv"]
    guard let setpriv = places.first(where: { access($0, X_OK) == 0 }) else {
      throw EmbeddedServerError(
        .programsMissing,
        de: "Zum Wechsel auf das Konto „\(name)“ fehlt das Programm setpriv. "
          + "Bitte das Paket util-linux installieren.",
        en: "The program setpriv is missing, which switches to the account '\(name)'. "
          + "Install the package util-linux.")
    }
    return [setpriv, "--reuid=\(user)", "--regid=\(group)", "--clear-groups", "--"]
  }

  private static func lookUp(user: uid_t) -> ServerAccount? {
    withRecord { getpwuid_r(user, $0, $1, $2, $3) }
  }

  private static func lookUp(name: String) -> ServerAccount? {
    withRecord { getpwnam_r(name, $0, $1, $2, $3) }
  }

  private static func withRecord(
    _ find: (
      UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
      UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32
  ) -> ServerAccount? {
    var record = passwd()
    var found: UnsafeMutablePointer<passwd>?
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16 * 1024) { buffer in
      guard let start = buffer.baseAddress,
        find(&record, start, buffer.count, &found) == 0, found != nil
      else {
        return nil
      }
      return ServerAccount(
        name: String(cString: record.pw_name), user: record.pw_uid, group: record.pw_gid,
        isDropped: record.pw_uid != geteuid())
    }
  }

  private static func unknown(_ account: String) -> EmbeddedServerError {
    EmbeddedServerError(
      .homeUnusable,
      de: "Das Konto „\(account)“ ist dem System nicht bekannt; PostgreSQL braucht einen Eintrag "
        + "in /etc/passwd.",
      en: "The system does not know the account '\(account)'; PostgreSQL needs an entry in "
        + "/etc/passwd.")
  }
}
