import Glibc

/// The folder of the server's Unix socket, which its account alone may enter (and root).
///
/// Whoever can connect is the database's owner, so everything hangs on this folder: it is made
/// with mode 0700, and one that exists is taken only if it is just as tight. It lies in a short
/// place, as a socket's path is limited to 107 bytes (`sun_path` in unix(7)): `DACH_RUNTIME_DIR`
/// if set; root's in `/run`; else in `XDG_RUNTIME_DIR`; else in `/tmp`.
struct SocketFolder: Sendable, Hashable {
  static let port = 5432
  static let longestPath = 107

  let path: String

  static func socket(in folder: String) -> String { "\(folder)/.s.PGSQL.\(port)" }

  /// - Parameter home: an existing folder.
  init(home: String, environment: [String: String]) throws {
    let name = "dach-\(Self.hash(Self.canonical(home)))"
    if let base = environment["DACH_RUNTIME_DIR"], !base.isEmpty {
      path = "\(base)/\(name)"
    } else if geteuid() == 0, access("/run", W_OK) == 0 {
      path = "/run/\(name)"
    } else if geteuid() != 0, let base = environment["XDG_RUNTIME_DIR"], base.hasPrefix("/"),
      access(base, W_OK | X_OK) == 0
    {
      path = "\(base)/\(name)"
    } else {
      path = "/tmp/dach-\(geteuid())-\(Self.hash(Self.canonical(home)))"
    }
    let length = Self.socket(in: path).utf8.count
    guard length <= Self.longestPath else {
      throw EmbeddedServerError(
        .socketUnusable,
        de: "Der Pfad des Datenbank-Sockets ist mit \(length) Bytes zu lang, erlaubt sind "
          + "\(Self.longestPath): \(path). Bitte DACH_RUNTIME_DIR auf einen Ordner mit kurzem "
          + "Namen setzen.",
        en: "The path of the database socket has \(length) bytes, \(Self.longestPath) are "
          + "permitted: \(path). Set DACH_RUNTIME_DIR to a folder with a short name.")
    }
  }

  /// Makes the folder, or checks the existing one.
  func prepare(for account: ServerAccount) throws {
    guard Self.isSafePlace(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex)) else {
      throw untrusted(account)
    }
    if mkdir(path, 0o700) == 0 {
      // Nobody else can have touched it: the place it lies in is sticky or root's.
      guard chmod(path, 0o700) == 0,
        !account.isDropped || chown(path, account.user, account.group) == 0
      else { throw unusable(SystemError.last) }
    } else if errno != EEXIST {
      throw unusable(SystemError.last)
    }
    guard Self.isTrusted(path, account) else { throw untrusted(account) }
  }

  /// Whether a folder is the account's own and closed to others, and no link to elsewhere.
  static func isTrusted(_ path: String, _ account: ServerAccount) -> Bool {
    guard let status = fileStatus(path, followingLinks: false) else { return false }
    return status.isDirectory && status.st_uid == account.user && status.permissions & 0o077 == 0
  }

  /// Whether nobody but root and this user can move or replace what lies in a folder.
  private static func isSafePlace(_ path: Substring) -> Bool {
    guard let status = fileStatus(path.isEmpty ? "/" : String(path)) else {
      return true  // making the folder then fails with the system's own words
    }
    let isSticky = status.permissions & S_ISVTX != 0
    return isSticky
      || (status.permissions & 0o022 == 0 && (status.st_uid == 0 || status.st_uid == geteuid()))
  }

  private func untrusted(_ account: ServerAccount) -> EmbeddedServerError {
    EmbeddedServerError(
      .socketUnusable,
      de: "Der Ordner „\(path)“ gehört nicht dem Konto „\(account.name)“ allein; jemand könnte "
        + "dort eine falsche Datenbank unterschieben. Bitte den Ordner prüfen und löschen, oder "
        + "DACH_RUNTIME_DIR auf einen eigenen Ordner setzen.",
      en: "The folder '\(path)' does not belong to the account '\(account.name)' alone; somebody "
        + "could slip in a false database there. Look at the folder and delete it, or set "
        + "DACH_RUNTIME_DIR to a folder of your own.")
  }

  /// Removes what a server that is gone has left.
  func removeLeftovers() {
    unlink(Self.socket(in: path))
    unlink(Self.socket(in: path) + ".lock")
  }

  private func unusable(_ error: SystemError) -> EmbeddedServerError {
    EmbeddedServerError(
      .socketUnusable,
      de: "Der Ordner „\(path)“ für den Datenbank-Socket lässt sich nicht anlegen: \(error). "
        + "Bitte DACH_RUNTIME_DIR auf einen beschreibbaren Ordner setzen.",
      en: "The folder '\(path)' for the database socket cannot be made: \(error). "
        + "Set DACH_RUNTIME_DIR to a writable folder.")
  }

  private static func canonical(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// FNV-1a with 64 bits, http://www.isthe.com/chongo/tech/comp/fnv/, in hexadecimal.
  private static func hash(_ text: String) -> String {
    let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
