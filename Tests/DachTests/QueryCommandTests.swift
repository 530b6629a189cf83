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

  @Test("counts with a bar beside each number")
  func bars() throws {
    try expectGolden(
      query("--group-by", "department", "--lang", "de").output, "query.groups.de.txt")
  }

  @Test("writes whole records as they stand in files")
  func records() throws {
    try expectGolden(query("Terminbuchung", "--format", "yaml").output, "query.yaml")
  }

  @Test("writes a workbook")
  func workbook() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "projekte.xlsx")
      let result = try query("Terminbuchung", "--format", "xlsx", "--output", file.path)
      #expect(result.exitCode == 0)
      #expect(try Data(contentsOf: file).starts(with: Data("PK".utf8)))
    }
  }

  @Test("keeps queries under names and takes them by these, alone and beside other words")
  func savedQueries() throws {
    try withTemporaryFolder { folder in
      let program = Program(environment: ["XDG_CONFIG_HOME": folder.path])
      func run(_ arguments: String...) throws -> Program.Result {
        try program.run(["query"] + arguments + ["--directory", Self.registry, "--lang", "de"])
      }
      let kept = try run("Terminbuchung oder Parkraum sortierung:-titel", "--save", "dienste")
      #expect(kept.errors == "Behalten als @dienste: dach query @dienste\n")
      #expect(try run("@dienste").output == kept.output)
      #expect(try run("--saved").output == "@dienste  Terminbuchung or Parkraum sort:-title\n")
      let both = try run("@dienste", "referat:bau", "--format", "csv", "--columns", "id").output
      let alone = try run(
        "(Terminbuchung or Parkraum) referat:bau sort:-title", "--format", "csv", "--columns", "id"
      ).output
      #expect(both == alone)
      let without = try run("-@dienste", "--format", "csv", "--columns", "id").output
      let found = both.split(separator: "\n").dropFirst()
      #expect(Set(without.split(separator: "\n")).isDisjoint(with: found))
      let unknown = try run("@dinste")
      #expect(unknown.exitCode == 64)
      #expect(unknown.errors.contains("Meinten Sie „dienste“?"))
      #expect(try run("--forget", "dienste").exitCode == 0)
      #expect(try run("@dienste").exitCode != 0)
    }
  }
}
