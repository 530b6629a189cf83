import Foundation
import TestSupport
import Testing

extension RegistryChangeTests {
  private static let list = """
    Kennung;Titel;Referat;Stand;Kosten;Zielgruppen
    terminbuchung-bauamt;;;abgeschlossen;1.234,56 €;-
    ;Mängelmelder;Baureferat;geplant;;Bürgerschaft

    """

  private func write(_ text: String, _ name: String, _ registry: ChangingRegistry) throws -> String
  {
    let path = registry.folder.appending(path: name).path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("a list changes what its cells say, adds projects, and a second time changes nothing")
  func importList() throws {
    try ChangingRegistry.with { registry in
      let before = try registry.export()
      let path = try write(Self.list, "liste.csv", registry)
      let preview = try registry.program.run("import", path, "--dry-run", "--lang", "en")
      #expect(preview.exitCode == 0, "\(preview.errors)")
      #expect(preview.output.contains("Dry run: nothing was stored."))
      #expect(preview.output.contains("D2 Status: running → completed"))
      #expect(try registry.export() == before)
      let result = try registry.program.run("import", path, "--lang", "en")
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.output.hasSuffix("Rows: 1 new, 1 changed (3 cells)\nStored.\n"))
      let changed = try registry.project("terminbuchung-bauamt")
      #expect(changed["status"] as? String == "completed")
      #expect((changed["budget"] as? [String: Any])?["amount"] as? Double == 1234.56)
      #expect(changed["audience"] == nil)
      #expect((changed["period"] as? [String: String])?["end"] == "2025", "no cell, no change")
      #expect(try registry.project("maengelmelder")["department"] as? String == "bau")
      let again = try registry.program.run("import", path, "--lang", "en")
      #expect(again.output.hasSuffix("Nothing changed: the registry says so already.\n"))
    }
  }

  @Test("one refused cell, and nothing of all files is stored")
  func allOrNothing() throws {
    try ChangingRegistry.with { registry in
      let before = try registry.export()
      let good = try write(Self.list, "gut.csv", registry)
      let bad = try write(
        "Titel;Referat;Kosten\nStadtplan;Baureferat;viel\n", "schlecht.csv", registry)
      let yaml = try write("id: neu\ntitle: Neu\ndepartment: bau\n", "neu.yaml", registry)
      let result = try registry.program.run("import", yaml, good, bad, "--lang", "de")
      #expect(result.exitCode == 65)
      #expect(result.output.contains("Spalte C „Kosten“ (C2): „viel“ ist kein Betrag."))
      #expect(result.errors == "dach: Eine Zelle wurde abgelehnt; es wurde nichts gespeichert.\n")
      #expect(try registry.export() == before)
      let rest = try registry.program.run("import", yaml, good, "--lang", "de")
      #expect(rest.exitCode == 0, "\(rest.errors)")
      for id in ["neu", "maengelmelder"] {
        #expect(try registry.project(id)["id"] as? String == id)
      }
    }
  }

  @Test("a list may refer to what a file beside it brings")
  func beside() throws {
    try ChangingRegistry.with { registry in
      let projects = try write(
        "id: neu\ntitle: Neu\ndepartment: bau\nstatus: idea\n", "neu.yaml", registry)
      let list = try write("Kennung;Stand\nneu;läuft\n", "liste.csv", registry)
      let result = try registry.program.run("import", list, projects)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(try registry.project("neu")["status"] as? String == "running")
    }
  }

  @Test("an export of a department comes back unchanged, and an edited cell changes alone")
  func exportedList() throws {
    try ChangingRegistry.with { registry in
      let before = try registry.export()
      for name in ["kultur.xlsx", "kultur.csv"] {
        let path = registry.folder.appending(path: name).path
        let exported = try registry.program.run(
          "export", "--department", "Kulturreferat", "--output", path, "--lang", "de")
        #expect(exported.exitCode == 0, "\(exported.errors)")
        #expect(exported.output.hasPrefix("Ein Projekt in"))
        let result = try registry.program.run("import", path, "--format", "json")
        #expect(result.exitCode == 0, "\(result.errors)")
        let json =
          try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let list = try #require((json?["lists"] as? [[String: Any]])?.first)
        #expect(
          list["counts"] as? [String: Int] == [
            "new": 0, "changed": 0, "unchanged": 1, "refused": 0,
          ])
        #expect(try registry.export() == before)
      }
      let path = registry.folder.appending(path: "kultur.csv").path
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing(";läuft;", with: ";abgeschlossen;")
        .write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try registry.program.run("import", path).exitCode == 0)
      let after = try registry.export().split(separator: "\n")
      let differing = zip(before.split(separator: "\n"), after).filter { $0 != $1 }
      #expect(
        differing.map(\.0) == ["status: running"] && differing.map(\.1) == ["status: completed"])
      #expect(
        try registry.project("terminbuchung-bibliothek")["status"] as? String == "completed")
    }
  }

  @Test("what headings mean is kept in a file, and used from there")
  func savedMapping() throws {
    try ChangingRegistry.with { registry in
      let list = try write("Was;Wer\nStadtplan;Baureferat\n", "liste.csv", registry)
      let mapping = registry.folder.appending(path: "bau.yaml").path
      let first = try registry.program.run(
        "import", list, "--dry-run", "--map", "Was=title", "--map", "wer=Dienststelle",
        "--save-mapping", mapping)
      #expect(first.exitCode == 0, "\(first.errors)")
      let second = try registry.program.run("import", list, "--mapping", mapping, "--lang", "en")
      #expect(second.exitCode == 0, "\(second.errors)")
      #expect(try registry.project("stadtplan")["department"] as? String == "bau")
      try "columns:\n- {heading: Was, field: titl}\n"
        .write(toFile: mapping, atomically: true, encoding: .utf8)
      let third = try registry.program.run("import", list, "--mapping", mapping, "--lang", "en")
      #expect(third.exitCode == 65)
      #expect(third.errors.contains("bau.yaml:2: error: there is no field 'titl'"))
    }
  }
}

@Suite("Lists and the files of a registry")
struct SpreadsheetFolderTests {
  private static let registry = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Registry")

  private func inCopy(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(at: Self.registry, to: folder.appending(path: "registry"))
      try body(folder)
    }
  }

  @Test("a list changes the files of its projects, adds files, and leaves all others")
  func files() throws {
    try inCopy { folder in
      let list = folder.appending(path: "liste.csv").path
      try
        "Titel;Referat;Stand\nBürgerkonto Musterstadt;Bürgermeisterbüro;abgeschlossen\nNeu;Baureferat;Idee\n"
        .write(toFile: list, atomically: true, encoding: .utf8)
      let registry = folder.appending(path: "registry").path
      let other = "\(registry)/projects/bau/terminbuchung-bauamt.yaml"
      let before = try String(contentsOfFile: other, encoding: .utf8)
      let result = try Program().run("import", list, "--registry", registry, "--lang", "en")
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.output.hasSuffix("Stored.\n"))
      #expect(try String(contentsOfFile: other, encoding: .utf8) == before)
      let changed = try String(
        contentsOfFile: "\(registry)/projects/buero/buergerkonto.yaml", encoding: .utf8)
      #expect(changed.contains("status: completed\n"))
      let new = try String(contentsOfFile: "\(registry)/projects/bau/neu.yaml", encoding: .utf8)
      #expect(new.contains("id: neu\ntitle: Neu\ndepartment: bau\nstatus: idea\n"))
      let again = try Program().run("import", list, "--registry", registry, "--lang", "en")
      #expect(again.output.hasSuffix("Nothing changed: the registry says so already.\n"))
    }
  }

  @Test("of several projects in one file, the others stay in it")
  func sharedFile() throws {
    try inCopy { folder in
      let registry = folder.appending(path: "registry").path
      let file = "\(registry)/projects/bau/mehrere.yaml"
      try "id: eins\ntitle: Eins\ndepartment: bau\n---\nid: zwei\ntitle: Zwei\ndepartment: bau\n"
        .write(toFile: file, atomically: true, encoding: .utf8)
      let list = folder.appending(path: "liste.csv").path
      try "Kennung;Stand\nzwei;Idee\n".write(toFile: list, atomically: true, encoding: .utf8)
      let result = try Program().run("import", list, "--registry", registry, "--lang", "en")
      #expect(result.exitCode == 0, "\(result.errors)")
      for (id, status) in [("eins", nil), ("zwei", "idea")] {
        let shown = try Program().run("show", id, registry, "--format", "json")
        let json = try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any]
        let project = try #require(json?["project"] as? [String: Any], "\(shown.errors)")
        #expect(project["id"] as? String == id)
        #expect(project["status"] as? String == status)
      }
    }
  }

  @Test("Nuremberg's own projects come back unchanged from a list of all of them")
  func nuremberg() throws {
    try withTemporaryFolder { folder in
      for name in ["alle.xlsx", "alle.csv"] {
        let path = folder.appending(path: name).path
        let exported = try Program().run("export", "--registry", "registry", "--output", path)
        #expect(exported.exitCode == 0, "\(exported.errors)")
        let result = try Program().run(
          "import", path, "--registry", "registry", "--dry-run", "--lang", "en")
        #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("Rows: 108 unchanged\n"), "\(result.output.suffix(500))")
      }
    }
  }

  @Test("options for lists need a list, and lists and folders have their own ways")
  func usage() throws {
    for arguments in [
      ["import", "registry", "--department", "kultur"],
      ["import", "registry", "--registry", "registry"],
      ["export"], ["export", "ordner", "--output", "x.csv"],
      ["export", "ordner", "--department", "kultur"],
      ["export", "--output", "x.pdf"], ["import", "x.csv", "--map", "Titel"],
      ["import", "x.csv", "--map", "Titel=unsinn"],
    ] {
      #expect(try Program().run(arguments).exitCode == 64, "\(arguments)")
    }
    let missing = try Program().run(
      "import", "gibt-es-nicht.xlsx", "--registry", "registry", "--lang", "en")
    #expect(missing.exitCode == 65)
    #expect(missing.errors.contains("the spreadsheet cannot be read: No such file or directory"))
  }
}
