import Foundation
import TestSupport
import Testing

@Suite("A server for meanings that is not there")
struct MeaningCommandTests {
  private func match(_ environment: [String: String]) throws -> Program.Result {
    try withTemporaryFolder { folder in
      let list = """
        id;Titel;Beschreibung
        a;Mängelmelder;Schäden an Straßen per Foto melden
        b;Melder für Mängel;Schäden an Straßen melden, per Foto

        """
      try Data(list.utf8).write(to: folder.appending(path: "a.csv"))
      var program = Program(environment: environment)
      program.directory = folder
      return try program.run("match", "a.csv", "--format", "csv", "--lang", "de")
    }
  }

  @Test("is said, and the comparison goes on without it")
  func unreachable() throws {
    // Port 1 is reserved, and nobody listens there.
    let result = try match(["DACH_EMBEDDINGS_URL": "http://127.0.0.1:1/v1", "LANG": "de_DE.UTF-8"])
    let usual = try match([:])
    #expect(result.exitCode == 0)
    #expect(result.output == usual.output)
    #expect(result.errors.contains("antwortet nicht (http://127.0.0.1:1/v1)"))
    #expect(result.errors.contains("nach der Bedeutung fehlen 2 Beschreibungen"))
    #expect(usual.errors.isEmpty)
  }

  @Test("and lies on another machine gets nothing unless that is allowed")
  func remote() throws {
    let result = try match(["DACH_EMBEDDINGS_URL": "http://models.example.org/v1"])
    #expect(result.exitCode == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("DACH_EMBEDDINGS_REMOTE=allow"))
  }
}
