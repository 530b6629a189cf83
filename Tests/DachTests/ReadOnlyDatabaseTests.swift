import Foundation
import Testing

@Suite("A database that may only be read", .privateServer)
struct ReadOnlyDatabaseTests {
  private static let small = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Registry").path

  @Test("is checked, and that the result is not stored is said")
  func check() throws {
    let program = PrivateServer.program
    try #require(try program.run("import", Self.small).exitCode == 0)
    let url = try program.run("database", "url").output.trimmingCharacters(in: .newlines)
    let readOnly = url + "?options=-cdefault_transaction_read_only%3Don"

    let check = ["check", "--format", "json", "--lang", "en", "--fail-on", "never"]
    let result = try program.run(check + ["--database", readOnly])
    #expect(result.exitCode == 0)
    #expect(result.errors.hasPrefix("dach: The result was not stored. "), "\(result.errors)")
    let stored = try program.run(check)
    #expect(stored.errors == "")
    #expect(result.output == stored.output)

    let refused = try program.run("import", Self.small + "/projects", "--database", readOnly)
    #expect(refused.exitCode == 77)
  }
}
