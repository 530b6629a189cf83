import Portfolio
import RegistryDatabase
import Reports

/// The state of the private server, as text or JSON.
struct ServerStatusReport {
  let status: EmbeddedServerStatus

  init(_ status: EmbeddedServerStatus) {
    self.status = status
  }

  func render(_ output: OutputOptions) throws -> String {
    switch output.format {
    case .text: text(output.language)
    case .json: try json()
    }
  }

  private func text(_ language: Language) -> String {
    let rows: [(BilingualText, String?)] = [
      (BilingualText(de: "Stand", en: "State"), state.1[language]),
      (BilingualText(de: "Prozess", en: "Process"), process.map(String.init)),
      (BilingualText(de: "Konto", en: "Account"), status.account),
      (BilingualText(de: "Daten", en: "Data"), status.dataFolder),
      (
        BilingualText(de: "Größe", en: "Size"),
        status.size > 0 ? "\((status.size + 1_048_575) / 1_048_576) MiB" : nil
      ),
      (BilingualText(de: "PostgreSQL", en: "PostgreSQL"), status.version.map(String.init)),
      (BilingualText(de: "Socket", en: "Socket"), status.socket),
      (BilingualText(de: "URL", en: "URL"), status.url),
      (BilingualText(de: "Protokoll", en: "Log"), status.logFile),
    ]
    let width = rows.map { $0.0[language].count }.max() ?? 0
    return rows.compactMap { label, value in
      value.map { value in
        let name = label[language]
        return name + String(repeating: " ", count: width - name.count + 2) + value
      }
    }.joined(separator: "\n")
  }

  private var process: Int32? {
    switch status.state {
    case .running(let pid), .starting(let pid): pid
    case .absent, .stopped: nil
    }
  }

  private var state: (String, BilingualText) {
    switch status.state {
    case .absent:
      ("absent", BilingualText(de: "noch nicht angelegt", en: "not set up yet"))
    case .stopped: ("stopped", BilingualText(de: "angehalten", en: "stopped"))
    case .starting: ("starting", BilingualText(de: "startet", en: "starting"))
    case .running: ("running", BilingualText(de: "läuft", en: "running"))
    }
  }

  private struct Document: Encodable {
    let state: String
    let pid: Int32?
    let account: String
    let dataFolder: String
    let logFile: String
    let size: Int64
    let version: Int?
    let socket: String?
    let url: String?
  }

  private func json() throws -> String {
    let document = Document(
      state: state.0, pid: process, account: status.account, dataFolder: status.dataFolder,
      logFile: status.logFile, size: status.size, version: status.version, socket: status.socket,
      url: status.url)
    return try JSONText.render(document)
  }
}
