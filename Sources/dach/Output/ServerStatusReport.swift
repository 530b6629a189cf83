import Portfolio
import RegistryDatabase
import Reports

/// The state of the database and, where it is the private server's, of that, as text or JSON.
struct ServerStatusReport {
  /// nil where somebody else runs the server.
  let server: EmbeddedServerStatus?
  /// nil where nobody looked into the database.
  let database: DatabaseStatus?

  init(_ server: EmbeddedServerStatus?, _ database: DatabaseStatus?) {
    self.server = server
    self.database = database
  }

  func render(_ output: OutputOptions) throws -> String {
    switch output.format {
    case .text: text(output.language)
    case .json: try JSONText.render(Document(server, database))
    }
  }

  private func text(_ language: Language) -> String {
    let rows = (server.map(Self.rows) ?? []) + (database.map { Self.rows($0, language) } ?? [])
    let width = rows.map { $0.0[language].count }.max() ?? 0
    return rows.compactMap { label, value in
      value.map { value in
        let name = label[language]
        return name + String(repeating: " ", count: width - name.count + 2) + value[language]
      }
    }.joined(separator: "\n")
  }

  private typealias Line = (BilingualText, BilingualText?)

  private static func same(_ text: String) -> BilingualText { BilingualText(de: text, en: text) }

  private static func rows(_ status: EmbeddedServerStatus) -> [Line] {
    [
      (BilingualText(de: "Stand", en: "State"), state(status).1),
      (BilingualText(de: "Prozess", en: "Process"), process(status).map { same("\($0)") }),
      (BilingualText(de: "Konto", en: "Account"), same(status.account)),
      (BilingualText(de: "Daten", en: "Data"), same(status.dataFolder)),
      (
        BilingualText(de: "Größe", en: "Size"), status.size > 0 ? same(mebibytes(status.size)) : nil
      ),
      (BilingualText(de: "PostgreSQL", en: "PostgreSQL"), status.version.map { same("\($0)") }),
      (BilingualText(de: "Socket", en: "Socket"), status.socket.map(same)),
      (BilingualText(de: "URL", en: "URL"), status.url.map(same)),
      (BilingualText(de: "Protokoll", en: "Log"), same(status.logFile)),
    ]
  }

  private static func rows(_ status: DatabaseStatus, _ language: Language) -> [Line] {
    let none = BilingualText(de: "noch keine", en: "none yet")
    let pending = status.pending.count
    let behind =
      pending == 0
      ? BilingualText(de: "", en: "")
      : BilingualText(
        de: ", es fehlen \(pending): dach database migrate",
        en: ", lacks \(pending): dach database migrate")
    let version = status.version ?? "–"
    return [
      (BilingualText(de: "Server", en: "Server"), same("PostgreSQL \(status.serverVersion)")),
      (
        BilingualText(de: "Tabellen", en: "Tables"),
        BilingualText(de: version + behind.german, en: version + behind.english)
      ),
      (
        BilingualText(de: "Datenbank", en: "Database"),
        BilingualText(
          de: "\(mebibytes(status.size)), davon Geschichte \(mebibytes(status.historySize))",
          en: "\(mebibytes(status.size)), of which history \(mebibytes(status.historySize))")
      ),
      (
        BilingualText(de: "Letzte Änderung", en: "Last change"),
        status.lastChange.map(event) ?? none
      ),
      (
        BilingualText(de: "Letzte Sicherung", en: "Last backup"),
        status.lastBackup.map(event) ?? none
      ),
      (
        BilingualText(de: "Rolle", en: "Role"),
        status.isStandby
          ? BilingualText(de: "Kopie, nur lesbar", en: "standby, read only") : nil
      ),
    ] + status.standbys.map { (BilingualText(de: "Kopie", en: "Standby"), standby($0)) }
  }

  private static func standby(_ standby: DatabaseStatus.Standby) -> BilingualText {
    let synchronous =
      standby.isSynchronous
      ? BilingualText(de: "synchron", en: "synchronous")
      : BilingualText(de: "nicht synchron", en: "not synchronous")
    let seconds = standby.lagSeconds.map { "\(Int($0.rounded(.up))) s" } ?? "0 s"
    let bytes = standby.lagBytes.map { " (\(mebibytes($0)))" } ?? ""
    let name = "\(standby.name), \(standby.state)"
    return BilingualText(
      de: "\(name), \(synchronous.german), Rückstand \(seconds)\(bytes)",
      en: "\(name), \(synchronous.english), lag \(seconds)\(bytes)")
  }

  private static func event(_ event: DatabaseStatus.Event) -> BilingualText {
    let day = event.day.description
    let german = day.split(separator: "-").reversed().joined(separator: ".")
    let name = event.name.map { ", \($0)" } ?? ""
    return BilingualText(de: "\(german) \(event.time)\(name)", en: "\(day) \(event.time)\(name)")
  }

  private static func mebibytes(_ size: Int64) -> String { "\((size + 1_048_575) / 1_048_576) MiB" }

  private static func process(_ status: EmbeddedServerStatus) -> Int32? {
    switch status.state {
    case .running(let pid), .starting(let pid): pid
    case .absent, .stopped: nil
    }
  }

  private static func state(_ status: EmbeddedServerStatus) -> (String, BilingualText) {
    switch status.state {
    case .absent:
      ("absent", BilingualText(de: "noch nicht angelegt", en: "not set up yet"))
    case .stopped: ("stopped", BilingualText(de: "angehalten", en: "stopped"))
    case .starting: ("starting", BilingualText(de: "startet", en: "starting"))
    case .running: ("running", BilingualText(de: "läuft", en: "running"))
    }
  }

  // MARK: JSON

  private struct Document: Encodable {
    let state: String?
    let pid: Int32?
    let account: String?
    let dataFolder: String?
    let logFile: String?
    let size: Int64?
    let version: Int?
    let socket: String?
    let url: String?
    let database: Content?

    init(_ status: EmbeddedServerStatus?, _ database: DatabaseStatus?) {
      state = status.map { ServerStatusReport.state($0).0 }
      pid = status.flatMap(ServerStatusReport.process)
      account = status?.account
      dataFolder = status?.dataFolder
      logFile = status?.logFile
      size = status?.size
      version = status?.version
      socket = status?.socket
      url = status?.url
      self.database = database.map(Content.init)
    }
  }

  private struct Content: Encodable {
    let serverVersion: String
    let version: String?
    let pending: [String]
    let size, historySize: Int64
    let lastChange, lastBackup: Event?
    let standby: Bool
    let standbys: [Standby]

    init(_ status: DatabaseStatus) {
      serverVersion = status.serverVersion
      version = status.version
      pending = status.pending
      size = status.size
      historySize = status.historySize
      lastChange = status.lastChange.map(Event.init)
      lastBackup = status.lastBackup.map(Event.init)
      standby = status.isStandby
      standbys = status.standbys.map {
        Standby(
          name: $0.name, state: $0.state, synchronous: $0.isSynchronous, lagBytes: $0.lagBytes,
          lagSeconds: $0.lagSeconds)
      }
    }
  }

  private struct Event: Encodable {
    let day, time: String
    let name: String?

    init(_ event: DatabaseStatus.Event) {
      day = event.day.description
      time = event.time
      name = event.name
    }
  }

  private struct Standby: Encodable {
    let name, state: String
    let synchronous: Bool
    let lagBytes: Int64?
    let lagSeconds: Double?
  }
}
