import Foundation
import Testing

@Suite("A database that cannot be used")
struct UnreachableDatabaseTests {
  @Test(
    "is one clear sentence without a secret, and exit code 69",
    arguments: [
      "postgresql://nobody:geheim@127.0.0.1:1/dach", "postgresql://nobody:geheim@[::1/dach",
      "nonsense", "postgresql://nobody:geheim@127.0.0.1:99999/dach",
    ])
  func unreachable(url: String) throws {
    for language in ["de", "en"] {
      let result = try Program().run("check", "--database", url, "--lang", language)
      #expect(result.exitCode == 69)
      #expect(result.output == "")
      #expect(!result.errors.contains("geheim"))
      #expect(result.errors.hasPrefix("dach: "))
      #expect(result.errors.count { $0 == "\n" } == 1, "\(result.errors)")
    }
  }

  @Test("is a usage error where its name is empty, not a silent turn to another one")
  func emptyName() throws {
    var program = Program()
    let option = try program.run("check", "--database", "", "--lang", "en")
    #expect(option.exitCode == 64)
    #expect(option.errors.hasPrefix("dach: --database is empty and names no database."))
    program.environment["DACH_DATABASE_URL"] = ""
    let variable = try program.run("check", "--lang", "de")
    #expect(variable.exitCode == 64)
    #expect(variable.errors.hasPrefix("dach: DACH_DATABASE_URL ist leer"))
    // Files need no database.
    let folder = "Tests/DachTests/Registry"
    #expect(try program.run("check", folder, "--fail-on", "never").exitCode == 0)
  }
}
