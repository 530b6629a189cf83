import Glibc

/// The embedded server's data folder: its version, and how it is made.
struct Cluster {
  /// The database inside, and the role that owns everything.
  static let database = "dach"
  static let owner = "dach"

  let home: ServerHome
  let account: ServerAccount

  /// What PostgreSQL release the cluster is of; nil where there is none yet.
  func version() throws -> Int? {
    guard fileStatus(home.data) != nil else { return nil }
    if namesInFolder(home.data).isEmpty, access(home.data, R_OK) == 0 { return nil }
    guard let text = textOfFile(home.data + "/PG_VERSION"),
      let version = Int(text.prefix { $0 != "\n" && $0 != "\r\n" }), version > 0
    else {
      throw EmbeddedServerError(
        .dataUnusable,
        de: "Der Ordner „\(home.data)“ ist beschädigt oder enthält etwas anderes als die "
          + "eingebaute Datenbank: Die Datei PG_VERSION nennt keine Version. Es wurde nichts "
          + "verändert. Bitte eine Sicherung einspielen oder DACH_HOME auf einen anderen Ordner "
          + "setzen.",
        en: "The folder '\(home.data)' is damaged or holds something other than the embedded "
          + "database: its file PG_VERSION names no version. Nothing was changed. Restore a "
          + "backup or set DACH_HOME to another folder.")
    }
    return version
  }

  /// Makes the cluster with its database, whole or not at all: it gets its name when it is done.
  func make(with programs: ServerPrograms) throws {
    FileTree.remove(home.draft)  // what an interrupted attempt left
    guard mkdir(home.draft, 0o700) == 0,
      !account.isDropped || chown(home.draft, account.user, account.group) == 0
    else { throw home.unusable(home.draft, SystemError.last) }
    do {
      try runInitdb(programs)
      try writeSettings()
      try makeDatabase(programs)
      guard rename(home.draft, home.data) == 0 else {
        throw home.unusable(home.data, SystemError.last)
      }
    } catch {
      FileTree.remove(home.draft)
      throw error
    }
  }

  private func runInitdb(_ programs: ServerPrograms) throws {
    try run(
      [
        programs.initdb, "-D", home.draft, "--username=\(Self.owner)", "--auth=trust",
        "--encoding=UTF8", "--locale=\(Self.locale)", "--lc-messages=C", "--data-checksums",
      ], input: "")
  }

  /// Without regard to a user's language, so that every installation sorts and folds alike.
  /// `C` knows no letters beyond ASCII, so it is the second choice.
  private static var locale: String {
    guard let locale = newlocale(Int32(1) << LC_CTYPE, "C.UTF-8", nil) else { return "C" }
    freelocale(locale)
    return "C.UTF-8"
  }

  private func makeDatabase(_ programs: ServerPrograms) throws {
    try run(
      [programs.postgres, "--single", "-D", home.draft, "postgres"],
      input: "CREATE DATABASE \(Self.database)\n")
  }

  private func run(_ arguments: [String], input: String) throws {
    let child = ChildProcess(
      arguments: try account.prefix() + arguments, environment: EmbeddedServer.childEnvironment)
    let outcome = try child.run(input: input)
    // A single-user server reports errors and ends with 0.
    guard outcome.code == 0, !outcome.output.contains("ERROR:") else {
      let end = outcome.output.split(separator: "\n").suffix(5).joined(separator: "\n")
      throw EmbeddedServerError(
        .serverFailed,
        de: "Die eingebaute Datenbank ließ sich nicht anlegen:\n\(end)",
        en: "The embedded database could not be made:\n\(end)",
        details: "\(arguments) ended with \(outcome.code): \(outcome.output)")
    }
  }

  private func writeSettings() throws {
    try append(Self.settings, to: home.draft + "/postgresql.conf", truncating: false)
    try append(
      "# Who reaches the socket is the owner: its folder is closed to everybody else.\n"
        + "local all all trust\n", to: home.draft + "/pg_hba.conf", truncating: true)
  }

  /// The draft is the server account's: a link it might have put there is not followed.
  private func append(_ text: String, to path: String, truncating: Bool) throws {
    let flags = O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW | (truncating ? O_TRUNC : 0)
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw home.unusable(path, SystemError.last) }
    defer { close(descriptor) }
    let written = text.withCString { write(descriptor, $0, strlen($0)) }
    guard written == text.utf8.count, fsync(descriptor) == 0 else {
      throw home.unusable(path, SystemError.last)
    }
  }

  /// For a desktop; what safety hangs on is set on the command line and cannot be changed here.
  private static let settings = """

    # Dachregister: a private server on a desktop or a small machine.
    shared_buffers = 256MB
    work_mem = 32MB
    maintenance_work_mem = 128MB
    max_wal_size = 2GB
    random_page_cost = 1.1
    jit = off
    fsync = on
    synchronous_commit = on
    password_encryption = 'scram-sha-256'
    log_checkpoints = off
    # In files: /dev/shm is small in containers, and systemd empties it when a user logs out.
    dynamic_shared_memory_type = mmap

    """
}
