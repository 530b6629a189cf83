import Glibc

/// What there is of the embedded server.
public struct EmbeddedServerStatus: Sendable, Hashable {
  public enum State: Sendable, Hashable {
    /// No data folder yet; the first command that needs it makes one.
    case absent
    case stopped
    case starting(pid: Int32)
    case running(pid: Int32)
  }

  public let state: State
  public let dataFolder: String
  public let logFile: String
  /// While it runs.
  public let socket: String?
  /// While it runs; holds no secret.
  public let url: String?
  /// PostgreSQL's release that the data are of, e.g. 15.
  public let version: Int?
  /// The account that owns data and server.
  public let account: String
  /// What the data take up on disk, in bytes.
  public let size: Int64
}

extension EmbeddedServer {
  func currentStatus() throws -> EmbeddedServerStatus {
    let account = try ServerAccount.choose(dataFolder: home.data)
    let version = try Cluster(home: home, account: account).version()
    let running = runningServer()
    let socketFolder = running?.socketFolder
    let state: EmbeddedServerStatus.State =
      if let running {
        running.isReady ? .running(pid: running.pid) : .starting(pid: running.pid)
      } else {
        version == nil ? .absent : .stopped
      }
    return EmbeddedServerStatus(
      state: state, dataFolder: home.data, logFile: home.log,
      socket: socketFolder.map(SocketFolder.socket(in:)),
      url: socketFolder.map { parameters(socketFolder: $0, account: account).description },
      version: version, account: account.name, size: FileTree.size(of: home.data))
  }
}
