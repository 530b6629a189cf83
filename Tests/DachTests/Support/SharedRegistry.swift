import Foundation
import TestSupport
import Testing

/// The small registry of these tests in the suite's database, with a login for each group and files
/// to import. `geheimsache` is a confidential project of `buero`, as like `terminbuchung-bauamt` as a
/// duplicate; the login of the group `department` is that of `bau`.
struct SharedRegistry {
  static let groups = ["planner", "department", "steward", "owner", "stranger"]

  let folder: URL
  private let url: String
  private let suffix = String(UInt32.random(in: .min ... .max), radix: 36)

  private static let files = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Registry")

  /// - Parameter hides: Whether there is the confidential project from the beginning.
  static func with(hiding hides: Bool = true, _ body: (SharedRegistry) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let program = PrivateServer.program
      let files = folder.appending(path: "registry")
      try FileManager.default.copyItem(at: Self.files, to: files)
      for (name, text) in [("own", own), ("other", other)] {
        try text.write(
          to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
      }
      try "id,title,summary\na,Terminbuchung,Termine buchen\n".write(
        to: folder.appending(path: "list.csv"), atomically: true, encoding: .utf8)
      if hides { try hide(in: files) }
      let imported = try program.run("import", files.path, "--prune")
      try #require(imported.exitCode == 0, "\(imported.errors)")
      let url = try program.run("database", "url").output.trimmingCharacters(in: .newlines)
      let registry = SharedRegistry(folder: folder, url: url)
      try registry.addLogins()
      try body(registry)
      registry.removeLogins()
    }
  }

  /// Adds the confidential project, and what the stewards have decided about it.
  func hide() throws {
    let files = folder.appending(path: "registry")
    try Self.hide(in: files)
    let imported = try PrivateServer.program.run("import", files.path)
    try #require(imported.exitCode == 0, "\(imported.errors)")
  }

  private static func hide(in files: URL) throws {
    for (path, text) in [
      ("projects/buero/geheimsache.yaml", secret), ("decisions/verdicts.yaml", verdicts),
      ("decisions/geheim.yaml", waivers),
    ] {
      try text.write(to: files.appending(path: path), atomically: true, encoding: .utf8)
    }
  }

  // MARK: Logins

  func name(_ group: String) -> String { "\(group)_\(suffix)" }

  /// The program with the login's URL in its environment, and nothing else to say who asks.
  func program(_ group: String) -> Program {
    var program = PrivateServer.program
    program.environment["DACH_DATABASE_URL"] = url.replacing(
      /^postgresql:\/\/[^@]*@/, with: "postgresql://\(name(group))@")
    return program
  }

  private func addLogins() throws {
    for group in Self.groups where group != "stranger" {
      let department = group == "department" ? ["--department", "Baureferat"] : []
      let added = try PrivateServer.program.run(
        ["user", "add", name(group), "--group", group, "--contact", "funktion@example.org"]
          + ["--generate"] + department)
      try #require(added.exitCode == 0, "\(added.errors)")
    }
    // A login that lost its group is a stranger.
    let stranger = name("stranger")
    let role = Process()
    role.executableURL = URL(filePath: "/usr/bin/psql")
    role.arguments = [url, "-qc", "CREATE ROLE \(stranger) LOGIN"]
    try role.run()
    role.waitUntilExit()
    try #require(role.terminationStatus == 0)
  }

  private func removeLogins() {
    for group in Self.groups where group != "stranger" {
      _ = try? PrivateServer.program.run("user", "remove", name(group))
    }
  }

  /// A command of `docs/rights.md` as arguments.
  func arguments(_ command: String, for group: String) -> [String] {
    let places = [
      "FOLDER": folder.appending(path: "export-\(group)").path,
      "LIST": folder.appending(path: "list.csv").path,
      "OWN": folder.appending(path: "own.yaml").path,
      "OTHER": folder.appending(path: "other.yaml").path,
      "BACKUP": folder.appending(path: "\(group).backup").path,
      "MISSING": folder.appending(path: "missing.backup").path,
      "REGISTRY": folder.appending(path: "registry").path, "NAME": "gast_\(group)_\(suffix)",
    ]
    return command.split(separator: " ").dropFirst().map { places[String($0)] ?? String($0) }
  }

  // MARK: Files

  private static let own = """
    id: baulastenauskunft
    title: Baulastenauskunft
    department: bau
    """
  private static let other = """
    id: musikschule-online
    title: Musikschule online
    department: kultur
    """
  private static let secret = """
    id: geheimsache
    formerly: [geheimplan]
    title: Online-Terminbuchung des Bauamts (geheim)
    summary: >-
      Geheim. Bauherrinnen und Bauherren buchen Termine für die Beratung im Bauamt online und melden
      sich dafür mit einem eigenen Konto an.
    department: buero
    strategy: verwaltung-digital
    themes: [verwaltung, freizeit]
    alignments:
      - guideline: offen
        role: primary
        rationale: Geheimer Grund.
    status: running
    period: {start: 2023-05, end: 2025}
    budget: {amount: 1000000, currency: EUR, funding: geheim}
    partners: [{name: Geheimdienst, sector: state}]
    requires: [online-identity]
    links:
      - project: terminbuchung-bauamt
        kind: dependsOn
    visibility: {level: confidential}
    """
  private static let verdicts = """
    verdicts:
      - pair: [geheimsache, terminbuchung-bibliothek]
        outcome: different
        reason: geheim
        by: buero
    """
  private static let waivers = """
    waivers:
      - rule: gap/project-overdue
        subjects: [geheimsache]
        reason: geheim
        approver: buero
    """
}
