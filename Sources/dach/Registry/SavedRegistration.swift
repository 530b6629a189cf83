import Foundation
import Glibc
import Portfolio
import Registration

/// The answers of a registration that was not finished, in a file that only its author can read.
struct SavedRegistration: Codable, Equatable {
  /// `YYYY-MM-DD`
  var begun: String
  var answers: [RegistrationStep: String]

  /// `dachregister/registration.json` in the user's folder for what programs remember (XDG Base
  /// Directory Specification); nil where there is none.
  static var path: String? {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") {
      return folder + "/dachregister/registration.json"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state/dachregister/registration.json"
  }

  /// What was saved last; nil where there is nothing, or nothing that can be read.
  static func load() -> SavedRegistration? {
    guard let path, let data = FileManager.default.contents(atPath: path) else { return nil }
    let saved = try? JSONDecoder().decode(SavedRegistration.self, from: data)
    return saved.flatMap { $0.answers.isEmpty ? nil : $0 }
  }

  /// - Throws: `UnwritableFile`
  func save() throws {
    guard let path = Self.path else { return }
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw UnwritableFile(path: path, error: error) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    let text = String(decoding: try encoder.encode(self), as: UTF8.self)
    try WholeFile(path: path).write { draft in
      guard chmod(draft, 0o600) == 0 else { throw UnwritableFile(path: path, code: errno) }
      do {
        try Data(text.utf8).write(to: URL(filePath: draft))
      } catch { throw UnwritableFile(path: path, error: error) }
    }
  }

  static func remove() {
    if let path { unlink(path) }
  }
}
