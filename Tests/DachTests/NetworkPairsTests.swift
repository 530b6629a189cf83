import Foundation
import TestSupport
import Testing

@Suite("Ranking pairs on the command line")
struct NetworkPairsTests {
  private static let list = """
    id;Titel;Beschreibung;Dienststelle;provides;requires;Zielgruppe
    funk;Funknetz für Messgeräte;Antennen auf städtischen Dächern.;Stadtwerke;Funknetz;;Ämter
    baum;Durstige Jungbäume;Messfühler im Boden melden, wann zu gießen ist.;Grünflächen;;Funknetz;Ämter
    kita;Kita-App;Eltern melden Kinder krank.;Jugendamt;;;Eltern
    bad;Freibad ohne Schlange;Eintritt vorab auf dem Handy lösen.;Sportamt;;;Familien
    oper;Opernkarten;Plätze im Saal aussuchen.;Kultur;;;Publikum
    kurs;Elternkurse;Abende für Eltern kleiner Kinder.;Volkshochschule;;;Eltern

    """

  private func network(_ arguments: String...) throws -> Program.Result {
    try withTemporaryFolder { folder in
      try Data(Self.list.utf8).write(to: folder.appending(path: "a.csv"))
      var program = Program()
      program.directory = folder
      return try program.run(["network"] + arguments)
    }
  }

  @Test("a list's likeliest pair comes first, with what speaks for it")
  func list() throws {
    let result = try network("--input", "a.csv", "--format", "csv")
    #expect(result.exitCode == 0)
    let lines = result.output.split(separator: "\r\n")
    #expect(lines.first == "left,right,score")
    #expect(lines.dropFirst().first?.hasPrefix("baum,funk,0.") == true)
    for language in ["de", "en"] {
      try expectGolden(
        try network("--input", "a.csv", "--limit", "2", "--lang", language).output,
        "network.pairs.\(language).txt")
    }
    try expectGolden(
      try network(
        "--input", "a.csv", "--limit", "1", "--threshold", "0.1", "--format", "json", "--lang",
        "de"
      ).output, "network.pairs.json")
  }

  @Test("figures that make no sense are refused")
  func usage() throws {
    #expect(try network("--input", "a.csv", "--threshold", "2").exitCode == 64)
    #expect(try network("--input", "a.csv", "--limit", "-1").exitCode == 64)
    #expect(try network("--input", "a.csv", "--format", "svg").exitCode == 64)
    #expect(try network("--input", "a.csv", "--department", "Kultur").exitCode == 64)
    #expect(try network("--format", "csv").exitCode == 64)
    #expect(try network("--input", "fehlt.csv").exitCode == 65)
  }
}
