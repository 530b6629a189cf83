import Foundation
import TestSupport
import Testing

@Suite("Comparing lists on the command line")
struct MatchTests {
  private static let list = """
    id;Titel;Beschreibung
    a;Mängelmelder;"Schäden an Straßen; Grünflächen per Foto melden"
    b;Onleihe;E-Books der Stadtbibliothek leihen
    c;Melder für Mängel;"Schäden an Straßen; Grünflächen melden, per Foto"

    """

  private func match(_ files: [String: String], _ arguments: String...) throws -> Program.Result {
    try withTemporaryFolder { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      var program = Program()
      program.directory = folder
      return try program.run(["match"] + arguments)
    }
  }

  @Test("a list's likely duplicates come best first, each with its probability")
  func list() throws {
    let result = try match(["a.csv": Self.list], "a.csv", "--format", "csv", "--lang", "de")
    #expect(result.exitCode == 0)
    let lines = result.output.split(separator: "\r\n")
    #expect(lines.first == "left,right,score")
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("a,c,0.") == true)
    let text = try match(["a.csv": Self.list], "a.csv", "--lang", "de")
    #expect(text.output.contains("1 Paar ist wahrscheinlich dasselbe Vorhaben:"))
    #expect(text.output.contains("Melder für Mängel [c]"))
  }

  @Test("two lists are compared with each other")
  func lists() throws {
    let other = "id,title,summary\nx,Onleihe,E-Books der Stadtbibliothek ausleihen\n"
    let result = try match(
      ["a.csv": Self.list, "b.csv": other], "a.csv", "b.csv", "--format", "csv")
    #expect(result.output.split(separator: "\r\n").dropFirst().map { $0.prefix(4) } == ["b,x,"])
  }

  @Test("a list is compared with a folder's registry")
  func registry() throws {
    let result = try match(
      ["a.csv": "id;Titel\n1;Irgendetwas ganz anderes\n"], "a.csv", "--registry-folder",
      Repository.root.appending(path: "registry").path, "--lang", "de")
    #expect(result.exitCode == 0)
    #expect(result.output == "Kein Paar ist wahrscheinlich dasselbe Vorhaben.\n")
  }

  @Test("a fault is told with file, row and column, and nothing is compared")
  func fault() throws {
    let result = try match(["a.csv": "id,title\na,b\nb,c,d\n"], "a.csv", "--lang", "de")
    #expect(result.exitCode == 65)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("a.csv:3: error: Zeile 3, Spalte 3: "))
    #expect(try match([:], "fehlt.csv").exitCode == 65)
    #expect(try match(["a.csv": Self.list], "a.csv", "--threshold", "2").exitCode == 64)
  }

  @Test("a registry's groups, a hint and an explanation are printed")
  func duplicates() throws {
    let dach = Program()
    let groups = try dach.run("duplicates", "registry", "--lang", "de", "--format", "json")
    #expect(groups.exitCode == 0)
    #expect(groups.output.contains("\"groups\""))
    let hint = try dach.run(
      "duplicates", "registry", "--lang", "de", "--title", "E-Books ausleihen", "--summary",
      "Bürgerinnen und Bürger leihen Bücher der Stadtbibliothek über eine App")
    #expect(hint.output.contains("[stadtbibliothek-onleihe]"))
    let waterfall = try dach.run(
      "duplicates", "registry", "--lang", "en", "--explain", "open-library-langwasser",
      "stadtbibliothek-onleihe")
    #expect(waterfall.output.contains("How rarely it is true of any two projects"))
    #expect(waterfall.output.contains("In all "))
    #expect(try dach.run("duplicates", "registry", "--explain", "nichts", "da").exitCode == 64)
  }
}
