import Foundation
import TestSupport
import Testing

@Suite("What a project, an idea or a list serves, on the command line")
struct AlignTests {
  private static let folder = "Tests/DachTests/Registry"
  private static let list = """
    id;Titel;Beschreibung
    a;Rundgang im Museum;Die Ausstellung im Netz ansehen
    b;Ampeln am Ring;Der Verkehrsrechner steuert Ampeln an Kreuzungen

    """
  private static let targets = """
    id;Art;Name;Beschreibung
    kultur;Themenkomplex;Kultur und Freizeit;
    mobil;Themenkomplex;Mobilität und Umwelt;
    sparsam;Ziel;Energieeffizienz;Strom und Wärme sparen

    """

  private func align(_ files: [String: String], _ arguments: String...) throws -> Program.Result {
    try withTemporaryFolder { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      var program = Program()
      program.directory = folder
      return try program.run(["align"] + arguments)
    }
  }

  @Test("a project's advice is the same as ever", arguments: ["de", "en"])
  func project(language: String) throws {
    let dach = Program()
    let result = try dach.run(
      "align", "terminbuchung-bibliothek", Self.folder, "--lang", language)
    #expect(result.exitCode == 0)
    try expectGolden(result.output, "align.\(language).txt")
  }

  @Test("JSON tells the evidence, which adds up")
  func json() throws {
    let result = try Program().run(
      "align", "--text", "Bücher der Bibliothek mit einer App verlängern", Self.folder, "--format",
      "json", "--lang", "de")
    #expect(result.exitCode == 0)
    try expectGolden(result.output, "align.json")
    let root = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let services = ["themes", "guidelines"].flatMap { root?[$0] as? [[String: Any]] ?? [] }
    #expect(!services.isEmpty)
    for service in services {
      let evidence = try #require(service["evidence"] as? [[String: Any]])
      let sum = evidence.reduce(0) { $0 + ($1["weight"] as? Double ?? .nan) }
      let score = try #require(service["score"] as? Double)
      #expect(abs(1 / (1 + exp(-sum)) - score) < 1e-6)
    }
  }

  @Test("a text that says nothing is told so, instead of the same figure for everything")
  func silent() throws {
    let result = try Program().run("align", "--text", "xyz", Self.folder, "--lang", "de")
    #expect(result.exitCode == 0)
    #expect(result.output.hasPrefix("Kein Wort des Textes spricht für"))
    #expect(!result.output.contains("%"))
  }

  @Test("a list is scored against targets of one's own, best first per id")
  func list() throws {
    let result = try align(
      ["a.csv": Self.list, "z.csv": Self.targets], "--input", "a.csv", "--targets", "z.csv",
      "--format", "csv")
    #expect(result.exitCode == 0)
    let rows = result.output.split(separator: "\r\n").map { $0.split(separator: ",") }
    #expect(rows.first?.joined(separator: ",") == "id,target,kind,score")
    #expect(rows.dropFirst().map { $0[0] } == ["a", "a", "a", "b", "b", "b"])
    #expect(rows[1][1] == "kultur" && rows[1][2] == "theme")
    #expect(rows[4][1] == "mobil")
    #expect(rows.dropFirst().filter { $0[1] == "sparsam" }.allSatisfy { $0[2] == "guideline" })
    for rows in [rows[1...3], rows[4...6]] {
      let scores = rows.compactMap { Double($0[3]) }
      #expect(scores.count == 3 && scores == scores.sorted(by: >))
    }
  }

  @Test("reviewed alignments teach, and do not decide the reviewed project's own score")
  func reviewed() throws {
    let files = [
      "a.csv": Self.list, "z.csv": Self.targets, "r.csv": "id,target\na,mobil\n",
    ]
    let result = try align(
      files, "--input", "a.csv", "--targets", "z.csv", "--reviewed", "r.csv", "--format", "csv",
      "--top", "1")
    #expect(result.output.contains("\r\na,kultur,theme,"))
    let wrong = try align(
      files.merging(["r.csv": "id,target\nx,mobil\n"]) { $1 }, "--input", "a.csv", "--targets",
      "z.csv", "--reviewed", "r.csv", "--lang", "de")
    #expect(wrong.exitCode == 65)
    #expect(wrong.errors.hasPrefix("r.csv:2: error: Zeile 2: „x“ ist kein Projekt"))
  }

  @Test("mistakes are told with row and what was expected")
  func mistakes() throws {
    let kind = try align(
      ["a.csv": Self.list, "z.csv": "id,kind,name\nx,farbe,Rot\n"], "--input", "a.csv", "--targets",
      "z.csv", "--lang", "de")
    #expect(kind.exitCode == 65)
    #expect(kind.errors.contains("z.csv:2: error: Zeile 2, Spalte „kind“: „farbe“"))
    let column = try align(
      ["a.csv": Self.list, "z.csv": "id,name\n"], "--input", "a.csv", "--targets", "z.csv")
    #expect(column.exitCode == 65)
    #expect(try align([:]).exitCode == 64)
    #expect(try align([:], "--text", "x", "--input", "a.csv").exitCode == 64)
    #expect(try align([:], "--text", "x", "--format", "csv").exitCode == 64)
    #expect(try align([:], "--text", " ").exitCode == 64)
    #expect(
      try Program().run("align", "gibt-es-nicht", Self.folder, "--lang", "de").exitCode == 64)
  }
}
