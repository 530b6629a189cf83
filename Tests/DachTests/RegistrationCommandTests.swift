import Foundation
import TestSupport
import Testing

extension RegistryChangeTests {
  @Test("a project is registered by options, under an id made of its title")
  func registerByOptions() throws {
    try ChangingRegistry.with { registry in
      let arguments = [
        "register", "--title", "Bäume digital", "--department", "Baureferat", "--status", "planned",
        "--theme", "freizeit", "--guideline", "offen", "--role", "primary", "--lang", "en",
      ]
      let dry = try registry.program.run(arguments + ["--dry-run"])
      #expect(dry.exitCode == 0 && dry.output.contains("Dry run"))
      let result = try registry.program.run(arguments)
      #expect(result.exitCode == 0, "\(result.errors)")
      let project = try registry.project("baeume-digital")
      #expect(project["department"] as? String == "bau")
      #expect(project["confirmed"] as? String == "2026-11-22")
      // The id is taken now, so the same title gets another.
      #expect(try registry.program.run(arguments).output.contains("baeume-digital-bau"))
      let taken = try registry.program.run(arguments + ["--id", "lesesaal-termine"])
      #expect(taken.exitCode == 65)
      #expect(taken.errors.contains("'lesesaal-termine' stands for"))
    }
  }

  @Test("what cannot be registered is one clear sentence")
  func registerWrongly() throws {
    try ChangingRegistry.with { registry in
      let before = try registry.export()
      let file = registry.folder.appending(path: "projekt.yaml")
      try "id: neu\ntitle: Neu\nstatsu: running\n".write(
        to: file, atomically: true, encoding: .utf8)
      let refused: [(arguments: [String], exitCode: Int32, sentence: String)] = [
        (["register"], 64, "Nobody can answer here"),
        (["register", "--title", "Neu"], 64, "at least --title and --department"),
        (["register", "--title", "Neu", "--department", "Baureferrat"], 64, "mean 'Baureferat'?"),
        (["register", "--from", file.path, "--id", "x"], 64, "--from goes without"),
        (["register", "--from", file.path], 65, "statsu"),
        (["register", "--from", "/nirgends.yaml"], 65, "cannot be read"),
        (["rename", "buergerkonto", "Konto"], 65, "'Konto' is no id"),
        (["rename", "buergerkonto", "lesesaal-termine"], 65, "stands for"),
        (["rename", "buergerkont", "konto"], 64, "Did you mean 'buergerkonto'?"),
        (["archive", "buergerkont"], 64, "Did you mean 'buergerkonto'?"),
      ]
      for (arguments, exitCode, sentence) in refused {
        let result = try registry.program.run(arguments + ["--lang", "en"])
        #expect(result.exitCode == exitCode, "\(arguments): \(result.errors)")
        #expect(result.errors.contains(sentence), "\(arguments): \(result.errors)")
      }
      #expect(try registry.export() == before)
    }
  }

  @Test("projects are registered from a file")
  func registerFromFile() throws {
    try ChangingRegistry.with { registry in
      let file = registry.folder.appending(path: "projekte.yaml")
      try "id: eins\ntitle: Eins\ndepartment: bau\n---\nid: zwei\ntitle: Zwei\n".write(
        to: file, atomically: true, encoding: .utf8)
      let result = try registry.program.run("register", "--from", file.path, "--lang", "en")
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(try registry.project("eins")["department"] as? String == "bau")
      #expect(try registry.project("zwei")["title"] as? String == "Zwei")
    }
  }

  @Test("a renamed project is found by its old id, and its links still lead there")
  func rename() throws {
    try ChangingRegistry.with { registry in
      try registry.change("rename", "buergerkonto", "stadtkonto")
      #expect(try registry.project("buergerkonto")["id"] as? String == "stadtkonto")
      #expect(try registry.project("stadtkonto")["formerly"] as? [String] == ["buergerkonto"])
      #expect(
        try registry.findings()["network/dangling-link terminbuchung-bauamt buergerkonto"] == nil)
      let view = try registry.show("terminbuchung-bauamt")
      let neighbours = (view["neighbours"] as? [[String: Any]] ?? []).compactMap {
        $0["id"] as? String
      }
      #expect(neighbours.contains("stadtkonto"))
      try registry.change("rename", "stadtkonto", "buergerkonto")
      #expect(try registry.project("stadtkonto")["formerly"] as? [String] == ["stadtkonto"])
    }
  }

  @Test("an archived project is gone from lists, and an import brings it back")
  func archive() throws {
    try ChangingRegistry.with { registry in
      let export = try registry.exportedFolder()
      let result = try registry.program.run("archive", "termine-buecherei", "--lang", "en")
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(try registry.program.run("show", "termine-buecherei").exitCode == 64)
      #expect(try registry.program.run("import", export).exitCode == 0)
      #expect(try registry.program.run("show", "termine-buecherei").exitCode == 0)
    }
  }

  @Test("at a terminal a registration is interrupted, gone on with, corrected and stored")
  func registerAtTerminal() throws {
    try ChangingRegistry.with { registry in
      let state = ["XDG_STATE_HOME": registry.folder.path]
      let begin = try TerminalSession(
        registry.program, ["register", "--lang", "de"], environment: state)
      try begin.expect("Wie heißt das Projekt?")
      begin.type("Straßenbäume öffentlich")
      try begin.expect("Was tut es")
      begin.type("Bäume an Straßen werden gezählt und gezeigt.")
      try begin.expect("Welche Dienststelle")
      begin.interrupt()
      #expect(begin.exitCode() != 0)
      let goOn = try TerminalSession(
        registry.program, ["register", "--lang", "de"], environment: state)
      try goOn.expect("„Straßenbäume öffentlich“ begonnen. Damit weitermachen? [J/n]")
      goOn.type("j")
      try goOn.expect("Welche Dienststelle")
      goOn.type("<")
      try goOn.expect("Was tut es")
      goOn.type("Bäume an Straßen werden gezählt und auf einer Karte gezeigt.")
      try goOn.expect("Welche Dienststelle")
      goOn.type("baur")
      try goOn.expect("Baureferat")
      goOn.type(".")
      try goOn.expect("Ihre Antworten sind aufgehoben")
      #expect(goOn.exitCode() == 0)
      try finish(registry, state)
    }
  }

  private func finish(_ registry: ChangingRegistry, _ state: [String: String]) throws {
    let session = try TerminalSession(
      registry.program, ["register", "--lang", "de"], environment: state)
    try session.expect("[J/n]")
    session.type("")
    for _ in 0..<20 {
      try session.expect(" > ")
      guard !session.transcript.contains("So registrieren?") else { break }
      session.type("")
      if session.transcript.contains("postfach ist es zu erreichen") {
        try session.expect("[j/N]")
        session.type("n")
      }
    }
    session.type("j")
    #expect(session.exitCode() == 0, "\(session.transcript)")
    let project = try registry.project("strassenbaeume-oeffentlich")
    #expect(
      project["summary"] as? String
        == "Bäume an Straßen werden gezählt und auf einer Karte gezeigt.")
    #expect(project["department"] as? String == "bau")
    #expect(
      !FileManager.default.fileExists(
        atPath: registry.folder.appending(path: "dachregister/registration.json").path))
  }
}
