import Foundation
import TestSupport
import Testing

@Suite("An import that changes nothing", .privateServer)
struct RepeatedImportTests {
  @Test("says so of one record and of several, in both languages")
  func wording() throws {
    let program = PrivateServer.program
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "projekte.yaml").path
      func wordings(_ text: String) throws -> [String] {
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        try #require(try program.run("import", file).exitCode == 0)
        return try ["de", "en"].map { try program.run("import", file, "--lang", $0).output }
      }
      let one = try wordings("id: a\ntitle: A\n")
      #expect(
        one == [
          "Nichts geändert: Der Eintrag steht schon so im Register.\n",
          "Nothing changed: the record is in the registry already.\n",
        ])
      let two = try wordings("id: a\ntitle: A\n---\nid: b\ntitle: B\n")
      #expect(
        two == [
          "Nichts geändert: 2 Einträge stehen schon so im Register.\n",
          "Nothing changed: 2 records are in the registry already.\n",
        ])
    }
  }
}
