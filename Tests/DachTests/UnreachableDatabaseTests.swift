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
}
