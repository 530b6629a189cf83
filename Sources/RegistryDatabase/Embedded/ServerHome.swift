import Glibc

/// The folder of the embedded server: `data` (the cluster), `server.log`, `start.lock`.
///
/// Root's own belongs to root, so that the server's account cannot put anything into root's way;
/// only `data` is that account's.
struct ServerHome: Sendable, Hashable {
  let path: String

  var data: String { path + "/data" }
  /// Where a new cluster is made before it becomes `data`.
  var draft: String { path + "/data.new" }
  var log: String { path + "/server.log" }
  var lock: String { path + "/start.lock" }

  /// `DACH_HOME`, else for root `/var/lib/dachregister`, as the server's account cannot enter
  /// root's home, else the user's data folder (XDG Base Directory Specification).
  init(environment: [String: String]) throws {
    if let given = environment["DACH_HOME"], !given.isEmpty {
      path = Self.absolute(given)
    } else if geteuid() == 0 {
      path = "/var/lib/dachregister"
    } else if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") {
      path = folder + "/dachregister"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      path = home + "/.local/share/dachregister"
    } else {
      throw EmbeddedServerError(
        .homeUnusable,
        de: "Es ist nicht bekannt, wo die eingebaute Datenbank liegen soll: "
          + "Bitte DACH_HOME auf einen Ordner setzen.",
        en: "It is unknown where to keep the embedded database: set DACH_HOME to a folder.")
    }
  }

  init(path: String) { self.path = Self.absolute(path) }

  /// Makes the folder where it is missing, and checks that the server's account gets there.
  func prepare(for account: ServerAccount) throws {
    try Self.makeFolders(path, isShared: account.isDropped)
    guard access(path, R_OK | W_OK | X_OK) == 0 else { throw unusable(path, SystemError.last) }
    guard account.isDropped else { return }
    // Asked of the system as that account, as modes alone do not tell: there are access lists.
    let prefix = try account.prefix()
    for folder in Self.ancestors(of: path) {
      let check = ChildProcess(arguments: prefix + ["/usr/bin/test", "-x", folder])
      guard try check.run().code == 0 else {
        throw EmbeddedServerError(
          .homeUnusable,
          de: "Die eingebaute Datenbank läuft unter dem Konto „\(account.name)“, und das kommt "
            + "nicht in den Ordner „\(folder)“. Bitte DACH_HOME auf einen Ordner setzen, der "
            + "zugänglich ist, etwa /var/lib/dachregister, oder: chmod o+x \(folder)",
          en: "The embedded database runs under the account '\(account.name)', which cannot enter "
            + "the folder '\(folder)'. Set DACH_HOME to a folder within reach, such as "
            + "/var/lib/dachregister, or: chmod o+x \(folder)")
      }
    }
  }

  func unusable(_ path: String, _ error: SystemError) -> EmbeddedServerError {
    EmbeddedServerError(
      .homeUnusable,
      de: "Der Ordner „\(path)“ für die eingebaute Datenbank lässt sich nicht verwenden: "
        + "\(error). Bitte die Rechte prüfen oder DACH_HOME auf einen anderen Ordner setzen.",
      en: "The folder '\(path)' for the embedded database cannot be used: \(error). "
        + "Check its permissions or set DACH_HOME to another folder.")
  }

  private static func makeFolders(_ path: String, isShared: Bool) throws {
    for folder in ancestors(of: path) where mkdir(folder, isShared ? 0o711 : 0o700) != 0 {
      let error = SystemError.last
      // Existing folders answer EEXIST, or, on a read-only file system, EROFS.
      guard fileStatus(folder)?.isDirectory == true else {
        throw ServerHome(path: path).unusable(folder, error)
      }
    }
  }

  /// `/a`, `/a/b`, `/a/b/c` for `/a/b/c`.
  private static func ancestors(of path: String) -> [String] {
    path.split(separator: "/").reduce(into: []) { folders, name in
      folders.append("\(folders.last ?? "")/\(name)")
    }
  }

  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let current = getcwd(nil, 0) else { return "/" + path }
    defer { free(current) }
    return String(cString: current) + "/" + path
  }
}
