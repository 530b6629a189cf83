import Foundation
import TestSupport
import Testing

@Suite("From files through PostgreSQL to findings", .serialized)
struct DatabaseJourneyTests {
  /// A private server of its own, stopped afterwards.
  private func withDatabase(_ body: (Program, URL) throws -> Void) throws {
    try withTemporaryFolder { home in
      var program = Program()
      program.environment["DACH_HOME"] = home.appending(path: "home").path
      defer { _ = try? program.run("database", "stop") }
      try body(program, home)
    }
  }

  /// The findings' dates are the one thing in which a folder and the database may differ.
  private func withoutSince(_ json: String) -> String {
    json.split(separator: "\n").filter { !$0.contains("\"since\"") }.joined(separator: "\n")
  }

  @Test("the database's check equals the folder's, apart from the dates")
  func sameFindings() throws {
    try withDatabase { program, _ in
      let imported = try program.run("import", "registry")
      #expect(imported.exitCode == 0, "\(imported.errors)")
      let fromFolder = try program.run("check", "registry", "--format", "json")
      let fromDatabase = try program.run("check", "--format", "json")
      #expect(fromDatabase.errors == "")
      #expect(withoutSince(fromFolder.output) == withoutSince(fromDatabase.output))
      #expect(fromDatabase.output.contains("\"since\""))
    }
  }

  @Test("a second import changes nothing, an export is the same registry, byte for byte")
  func roundTrip() throws {
    try withDatabase { program, folder in
      #expect(try program.run("import", "registry").exitCode == 0)
      let again = try program.run("import", "registry", "--lang", "en")
      #expect(again.output.contains("Nothing changed"))

      let export = folder.appending(path: "export").path
      #expect(try program.run("export", export).exitCode == 0)
      let reimported = try program.run("import", export, "--lang", "en")
      #expect(reimported.output.contains("Nothing changed"), "\(reimported.output)")
      let second = folder.appending(path: "second").path
      #expect(try program.run("export", second).exitCode == 0)
      #expect(try contents(of: export) == contents(of: second))
      let registry = Repository.root.appending(path: "registry").path
      #expect(try contents(of: export) == contents(of: registry))
    }
  }

  @Test("a dry run shows the change and stores nothing")
  func dryRun() throws {
    try withDatabase { program, _ in
      let dry = try program.run("import", "registry", "--dry-run", "--lang", "en")
      #expect(dry.output.contains("nothing was stored"))
      #expect(dry.output.contains("mein-nuernberg"))
      #expect(try program.run("list", "--format", "json").output.contains("\"count\" : 0"))
    }
  }

  /// Every file's path below `folder` with its bytes.
  private func contents(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where path.hasSuffix(".yaml") {
      files[path] = try Data(contentsOf: URL(filePath: folder).appending(path: path))
    }
    return files
  }
}
