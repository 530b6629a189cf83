import Glibc

/// What a running server says of itself in `postmaster.pid` (`src/include/utils/pidfile.h`).
///
/// The file outlives a server that was killed, and its process id may since be another program's.
struct PostmasterFile: Sendable, Hashable {
  let pid: pid_t
  /// Where its socket lies; nil while the server has not said so yet.
  let socketFolder: String?
  let isReady: Bool

  init?(dataFolder: String) {
    guard let text = textOfFile(Self.path(in: dataFolder)) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Line 1 process id, 5 socket folder, 8 status: "starting", "stopping", "ready   ", "standby ".
    guard let pid = lines.first.flatMap({ pid_t($0) }), pid > 1 else { return nil }
    self.pid = pid
    socketFolder = lines.count > 4 && lines[4].hasPrefix("/") ? String(lines[4]) : nil
    isReady = lines.count > 7 && lines[7].hasPrefix("ready")
  }

  static func path(in dataFolder: String) -> String { dataFolder + "/postmaster.pid" }

  /// Whether the process is the server of this data folder: PostgreSQL works in its data folder,
  /// and no other program has a reason to.
  func isAlive(in dataFolder: String) -> Bool {
    guard let folder = fileStatus(dataFolder), let current = fileStatus("/proc/\(pid)/cwd") else {
      return false
    }
    return current.isSameFile(as: folder)
  }

  /// Whether the process id has become another program's. PostgreSQL would take that program for
  /// a server and refuse to start.
  func isReused(in dataFolder: String) -> Bool {
    let exists = kill(pid, 0) == 0 || errno == EPERM
    return exists && !isAlive(in: dataFolder)
  }

  /// Any process at work in the data folder, such as a session whose server was killed.
  static func processAtWork(in dataFolder: String) -> pid_t? {
    guard let folder = fileStatus(dataFolder) else { return nil }
    return namesInFolder("/proc").lazy.compactMap { pid_t($0) }.first { pid in
      fileStatus("/proc/\(pid)/cwd")?.isSameFile(as: folder) ?? false
    }
  }
}
