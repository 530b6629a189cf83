import Foundation
import TestSupport
import Testing

/// The small registry of these tests in the suite's database, as its files say and nothing else,
/// with a duplicate, a former id and a revised guideline added.
struct ChangingRegistry {
  let program = PrivateServer.program
  let folder: URL

  private static let files = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Registry")

  /// Runs the body on a fresh copy; what earlier tests stored is gone.
  static func with(_ body: (ChangingRegistry) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let registry = ChangingRegistry(folder: folder)
      try registry.prepare()
      try body(registry)
    }
  }

  private func prepare() throws {
    let files = folder.appending(path: "registry")
    try FileManager.default.copyItem(at: Self.files, to: files)
    try edit(files.appending(path: "strategy.yaml")) {
      $0.replacing("name: Offen\n", with: "name: Offen\n    revision: 3\n")
    }
    let original = files.appending(path: "projects/kultur/terminbuchung-bibliothek.yaml")
    try edit(original) { $0.replacing("title:", with: "formerly: [lesesaal-termine]\ntitle:") }
    let twin = files.appending(path: "projects/bau/termine-buecherei.yaml")
    try FileManager.default.copyItem(at: original, to: twin)
    try edit(twin) {
      $0.replacing("id: terminbuchung-bibliothek", with: "id: termine-buecherei")
        .replacing("formerly: [lesesaal-termine]\n", with: "")
        .replacing("department: kultur\noffice: bibliothek", with: "department: bau")
    }
    let result = try program.run("import", files.path, "--prune")
    try #require(result.exitCode == 0, "\(result.errors)")
  }

  private func edit(_ file: URL, _ change: (String) -> String) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed = change(text)
    try #require(changed != text)
    try changed.write(to: file, atomically: true, encoding: .utf8)
  }

  /// Runs a command that has to succeed, and again, which has to change nothing.
  func change(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    let first = try program.run(arguments + ["--lang", "en"])
    #expect(first.exitCode == 0, "\(first.errors)", sourceLocation: sourceLocation)
    #expect(!first.output.contains("Nothing changed"), sourceLocation: sourceLocation)
    let second = try program.run(arguments + ["--lang", "en"])
    #expect(second.exitCode == 0, "\(second.errors)", sourceLocation: sourceLocation)
    #expect(
      second.output == "Nothing changed: the registry says so already.\n",
      sourceLocation: sourceLocation)
  }

  /// What `dach show --format json` says about a project.
  func show(_ id: String) throws -> [String: Any] {
    try json("show", id)
  }

  /// A project's fields as in its file.
  func project(_ id: String) throws -> [String: Any] {
    try #require(try show(id)["project"] as? [String: Any])
  }

  /// Rule and subjects of every finding, e.g. `gap/theme-empty freizeit`, with what to do.
  func findings() throws -> [String: String] {
    try findings("check", "--fail-on", "never", "--lang", "en")
  }

  /// The same as if it were another day.
  func findings(on day: String) throws -> [String: String] {
    try findings("check", exportedFolder(), "--as-of", day, "--fail-on", "never", "--lang", "en")
  }

  private func findings(_ arguments: String...) throws -> [String: String] {
    let findings = try #require(try json(arguments)["findings"] as? [[String: Any]])
    return Dictionary(
      findings.map { finding in
        let subjects = (finding["subjects"] as? [[String: String]] ?? []).compactMap { $0["id"] }
        let name = ([finding["rule"] as? String ?? ""] + subjects).joined(separator: " ")
        return (name, finding["action"] as? String ?? "")
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The files of an export, all in one text.
  func export() throws -> String { try text(of: exportedFolder()) }

  /// A fresh folder with an export.
  func exportedFolder() throws -> String {
    let target = folder.appending(path: "export-\(UUID().uuidString)").path
    #expect(try program.run("export", target).exitCode == 0)
    return target
  }

  func text(of folder: String) throws -> String {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try paths.filter { $0.hasSuffix(".yaml") }.sorted().map { path in
      "--- \(path)\n" + (try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8))
    }.joined()
  }

  /// What a command prints as JSON.
  func json(_ arguments: String...) throws -> [String: Any] { try json(arguments) }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try program.run(arguments + ["--format", "json"])
    try #require(result.exitCode == 0, "\(result.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }
}
