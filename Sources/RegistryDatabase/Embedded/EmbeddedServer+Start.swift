import Glibc

extension EmbeddedServer {
  func startAndWait() throws -> ConnectionParameters {
    if let ready = try readyServer() { return ready }
    let account = try ServerAccount.choose(dataFolder: home.data)
    try home.prepare(for: account)
    let lock = try ServerLock(home, timeout: timeout + .seconds(60))
    defer { withExtendedLifetime(lock) {} }
    if let ready = try readyServer() { return ready }
    if let running = runningServer() {
      if let reached = try reach(running, account) { return reached }
      // Its socket is gone, e.g. with the runtime folder of a session that ended.
      try stop(running)
    }
    return try launch(account)
  }

  /// The fast way: a server that is up, found without starting any process.
  private func readyServer() throws -> ConnectionParameters? {
    guard let running = runningServer(), running.isReady, let folder = running.socketFolder else {
      return nil
    }
    let account = try ServerAccount.choose(dataFolder: home.data)
    guard fileStatus(SocketFolder.socket(in: folder)) != nil,
      SocketFolder.isTrusted(folder, account)
    else { return nil }
    return parameters(socketFolder: folder, account: account)
  }

  /// Waits for a server whose starter was interrupted; nil where it cannot be reached.
  private func reach(
    _ running: PostmasterFile, _ account: ServerAccount
  ) throws -> ConnectionParameters? {
    let deadline = ContinuousClock.now + timeout
    while running.isAlive(in: home.data), ContinuousClock.now < deadline {
      if let ready = try readyServer() { return ready }
      if let current = runningServer(), current.isReady { return nil }
      pause(milliseconds: 20)
    }
    return nil
  }

  private func launch(_ account: ServerAccount) throws -> ConnectionParameters {
    let cluster = Cluster(home: home, account: account)
    let programs = try ServerPrograms.choose(
      clusterVersion: try cluster.version(), environment: environment)
    let socketFolder = try SocketFolder(home: home.path, environment: environment)
    try socketFolder.prepare(for: account)
    if try cluster.version() == nil { try cluster.make(with: programs) }
    try clearLeftovers(socketFolder)

    let log = try openLog()
    defer { close(log) }
    let logStart = lseek(log, 0, SEEK_END)
    let arguments = try account.prefix() + serverArguments(programs, socketFolder)
    let child = ChildProcess(arguments: arguments, environment: Self.childEnvironment)
    let pid = try child.start(log: log)
    let parameters = parameters(socketFolder: socketFolder.path, account: account)
    try awaitReadiness(parameters, pid: pid, logStart: logStart)
    ChildProcess.reapInBackground(pid)
    return parameters
  }

  /// On the command line stands what safety hangs on, so that no file overrides it.
  private func serverArguments(
    _ programs: ServerPrograms, _ socketFolder: SocketFolder
  ) -> [String] {
    let settings = [
      "listen_addresses=", "unix_socket_directories=\(socketFolder.path)",
      "unix_socket_permissions=0700", "port=\(SocketFolder.port)", "logging_collector=off",
      "log_destination=stderr",
    ]
    return [programs.postgres, "-D", home.data] + settings.flatMap { ["-c", $0] }
  }

  /// Clears away what a server that was killed left behind.
  ///
  /// `postmaster.pid` itself stays unless its process id is now another program's: with it
  /// PostgreSQL makes sure that no session of the dead server still writes.
  private func clearLeftovers(_ socketFolder: SocketFolder) throws {
    let deadline = ContinuousClock.now + timeout
    while let orphan = PostmasterFile.processAtWork(in: home.data) {
      // They notice that their server is gone, and end.
      guard ContinuousClock.now < deadline else {
        throw EmbeddedServerError(
          .serverFailed,
          de: "Im Datenordner „\(home.data)“ arbeitet noch ein Prozess (\(orphan)), vermutlich der "
            + "Rest einer abgestürzten Datenbank. Bitte ihn beenden und noch einmal versuchen.",
          en: "A process (\(orphan)) is still at work in the data folder '\(home.data)', probably "
            + "a remnant of a crashed database. End it and try again.")
      }
      pause(milliseconds: 20)
    }
    if let file = PostmasterFile(dataFolder: home.data), file.isReused(in: home.data) {
      unlink(PostmasterFile.path(in: home.data))
    }
    socketFolder.removeLeftovers()
  }

  private static let largestLog: off_t = 10 * 1024 * 1024

  private func openLog() throws -> Int32 {
    if let size = fileStatus(home.log)?.st_size, size > Self.largestLog {
      rename(home.log, home.log + ".1")
    }
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(home.log, flags, 0o600)
    guard descriptor >= 0 else { throw home.unusable(home.log, SystemError.last) }
    return descriptor
  }

  /// Waits until the server says that it is ready and a connection proves it. A server that repairs
  /// its data after a crash may take long.
  private func awaitReadiness(
    _ parameters: ConnectionParameters, pid: pid_t, logStart: off_t
  ) throws {
    let begin = ContinuousClock.now
    while true {
      let running = runningServer()
      // Not earlier, as every refused attempt leaves a line in the server's log.
      if let running, running.isReady, try answers(parameters) { return }
      if ChildProcess.exitCode(of: pid) != nil { throw didNotStart(logStart) }
      if ContinuousClock.now - begin > (running == nil ? timeout : timeout * 10) {
        ChildProcess.reapInBackground(pid)
        throw didNotStart(logStart)
      }
      pause(milliseconds: 5)
    }
  }

  private func answers(_ parameters: ConnectionParameters) throws -> Bool {
    let attempt = ConnectionAttempt(
      parameters: parameters, timeout: .seconds(5), isCancelled: { false })
    do {
      _ = try Connection(attempt, notices: NoticeReceiver(nil))
      return true
    } catch let error as DatabaseError where error.kind == .unreachable {
      return false
    }
  }

  private func didNotStart(_ logStart: off_t) -> EmbeddedServerError {
    let size = fileStatus(home.log)?.st_size ?? 0
    let recent = textOfFile(home.log, last: max(0, min(16 * 1024, Int(size - logStart)))) ?? ""
    let end = recent.split(separator: "\n").suffix(8).joined(separator: "\n")
    return EmbeddedServerError(
      .serverFailed,
      de: "Die eingebaute Datenbank ist nicht gestartet. Das Ende ihres Protokolls "
        + "(\(home.log)):\n\(end)",
      en: "The embedded database did not start. The end of its log (\(home.log)):\n\(end)",
      details: recent)
  }
}
