import Foundation
import TestSupport
import Testing

@Suite("dach query")
struct QueryCommandTests {
  private static let registry = "Tests/DachTests/Registry"

  private func query(_ arguments: String...) throws -> Program.Result {
    try Program().run(["query"] + arguments + ["--directory", Self.registry])
  }

  @Test("prints matches as a table in both languages")
  func table() throws {
    let german = try query("Terminbuchung", "--facets", "--lang", "de")
    #expect(german.exitCode == 0)
    try expectGolden(german.output, "query.de.txt")
    try expectGolden(
      query("Terminbuchung", "--facets", "--lang", "en").output, "query.en.txt")
  }

  @Test("prints matches for scripts")
  func scripts() throws {
    try expectGolden(
      query("department:any", "--format", "json", "--limit", "1").output, "query.json")
    try expectGolden(
      query("sort:-title", "--format", "csv", "--columns", "id,title,status").output, "query.csv")
    try expectGolden(
      query("--group-by", "department", "--format", "csv").output, "query.groups.csv")
  }

  @Test("shows the SQL with its parameters instead of searching")
  func explanation() throws {
    let result = try query(
      "referat:bau Terminbuchung* -stand:idee mittel>=1.000 sort:-budget", "--explain",
      "--lang", "en")
    #expect(result.errors == "")
    try expectGolden(result.output, "query.explain.txt")
  }

  @Test("points at every mistake and ends with the code for wrong usage")
  func mistakes() throws {
    for language in ["de", "en"] {
      let result = try query("them:kultur ends>bald", "(department:bau", "--lang", language)
      #expect(result.exitCode == 64)
      #expect(result.output == "")
      try expectGolden(result.errors, "query.mistakes.\(language).txt")
    }
  }

  @Test("takes a mistyped word for the one most likely meant, and says so")
  func correction() throws {
    let result = try query("Terminbuchnug", "--lang", "de")
    #expect(result.output.contains("„Terminbuchnug“ kommt nirgends vor"))
    #expect(result.output.contains("2 Projekte"))
  }

  @Test("lists what can be asked about")
  func fields() throws {
    try expectGolden(
      Program().run("query", "--fields", "--lang", "de").output, "query.fields.de.txt")
    try expectGolden(
      Program().run("query", "--fields", "--lang", "en").output, "query.fields.en.txt")
  }
}
