import Foundation
import Testing

/// The commands that change records of the database, all on one server.
@Suite("Changing the registry by commands", .serialized, .privateServer)
struct RegistryChangeTests {
  @Test("whatever is wrong is one clear sentence, and changes nothing")
  func wrongInput() throws {
    let id = "terminbuchung-bauamt"
    let refused: [(arguments: [String], exitCode: Int32, sentence: String)] = [
      (["update", "terminbuchung-baumat", "--end", "2030"], 64, "Did you mean '\(id)'?"),
      (["update", id], 64, "Name what is to change"),
      (["update", id, "--theme", "freizit"], 64, "--theme: there is no theme 'freizit'"),
      (["update", id, "--theme", "freizit"], 64, "Did you mean 'freizeit'?"),
      (["update", id, "--office", "amt"], 64, "--office: there is no office 'amt' in 'bau'"),
      (["update", id, "--requires", "x"], 64, "--requires: there is no service 'x'"),
      (["update", id, "--guideline", "x", "--role", "primary"], 64, "no guideline 'x'"),
      (["update", id, "--remove-guideline", "ofen"], 64, "Did you mean 'offen'?"),
      (["update", id, "--status", "laufend"], 64, "'running'"),
      (["update", id, "--end", "31.12.2026"], 64, "2021-03-15"),
      (["update", id, "--amount", "1.000,00"], 64, "250000"),
      (["update", id, "--end", "2019"], 65, "--start, --end: the end lies before the start"),
      (["update", id, "--title", ""], 65, "--title: "),
      (["update", id, "--contact", "anna.muster@example.org"], 65, "--contact: "),
      (["update", id, "--page", "www.example.org"], 65, "--visibility: "),
      (
        ["update", id, "--visibility", "public", "--page", "www.example.org"], 65,
        "--page: 'www.example.org' is no address"
      ),
      (["update", id, "--funding", "Land"], 65, "--amount: "),
      (["update", id, "--guideline", "offen"], 65, "--role: "),
      (
        ["update", "buergerkonto", "--guideline", "offen", "--role", "primary"], 65,
        "more than one guideline is 'primary'"
      ),
      (["update", id, "--theme", "freizeit", "--theme", "freizeit"], 65, "--theme: "),
      (["confirm"], 64, "Name either"),
      (["confirm", id, "nichts"], 64, "no project 'nichts'"),
      (["confirm", "--department", "Kultureferat"], 64, "Did you mean 'Kulturreferat'?"),
      (["link", id, id, "--kind", "partOf"], 65, "linked to itself"),
      (["link", id, "nichts", "--kind", "partOf"], 64, "no project 'nichts'"),
      (["link", id, "nichts", "--remove"], 64, "no project 'nichts'"),
      (["link", id, "buergerkonto", "--kind", "baut"], 64, "buildsOn"),
      (
        ["link", id, "buergerkonto", "--kind", "buildsOn", "--note", "x"], 65,
        "states this link to 'buergerkonto' already"
      ),
      (["link", "buergerkonto", id, "--confirm"], 65, "nothing to confirm"),
      (["link", id, "buergerkonto", "--confirm", "--remove"], 64, "exclude each other"),
      (
        ["decide", "lesesaal-termine", "terminbuchung-bibliothek", "different"], 65, "same project"
      ),
      (["decide", id, "buergerkont", "different"], 64, "Did you mean 'buergerkonto'?"),
      (["decide", id, "buergerkonto", "vielleicht"], 64, "notNeeded"),
      (
        ["decide", id, "buergerkonto", "different", "--bundle", "termine-buecherei"], 64,
        "belong to bundle"
      ),
      (["waive", "gap/theme-emty", "freizeit", "--reason", "r", "--approver", "a"], 64, "Did you"),
      (["waive", "gap/theme-empty", "freizet", "--reason", "r", "--approver", "a"], 64, "Did you"),
      (["waive", "gap/theme-empty", "freizeit"], 64, "--reason"),
      (
        ["waive", "gap/theme-empty", "freizeit", "--reason", "", "--approver", "a"], 65, "--reason"
      ),
    ]
    try ChangingRegistry.with { registry in
      let before = try registry.export()
      for (arguments, exitCode, sentence) in refused {
        let result = try registry.program.run(arguments + ["--lang", "en"])
        #expect(result.exitCode == exitCode, "\(arguments)")
        #expect(result.errors.contains(sentence), "\(arguments): \(result.errors)")
        #expect(result.output == "", "\(arguments)")
        if result.errors.hasPrefix("dach: ") {
          #expect(result.errors.count { $0 == "\n" } == 1, "\(result.errors)")
        }
      }
      #expect(try registry.export() == before)
    }
  }

  /// What a user would write where a finding leaves a gap, by the option before it.
  private static let fillings = [
    "--guideline": "buergernah", "--role": "secondary", "--rationale": "weil", "--reason": "weil",
    "--approver": "buero", "--expires": "2027", "--end": "2027", "--kind": "coordinatesWith",
  ]

  /// The words of a command as findings name it, its gaps filled.
  private func filled(_ command: Substring) -> [String] {
    var words: [String] = []
    for word in command.replacing("\"…\"", with: "…").split(separator: " ").map(String.init) {
      switch word {
      case "…": words.append(words.last.flatMap { Self.fillings[$0] } ?? word)
      case "ID": words.append("terminbuchung-bauamt")
      default: words.append(word)
      }
    }
    return words
  }

  @Test("the commands that findings name can be given as they stand there")
  func namedByFindings() throws {
    let options = [
      "waive": [], "update": ["--summary", "neu"], "link": [], "confirm": [], "decide": [],
    ]
    try ChangingRegistry.with { registry in
      var tried: Set<String> = []
      for (finding, action) in try registry.findings() {
        for match in action.matches(of: /`dach (\w+) ([^`]+)`/) {
          let command = String(match.1)
          guard let further = options[command], match.2 != "A B" else { continue }
          let result = try registry.program.run(
            [command] + filled(match.2) + further + ["--dry-run", "--lang", "en"])
          #expect(result.exitCode == 0, "\(finding): \(match.0): \(result.errors)")
          #expect(!result.output.contains("Nothing changed"), "\(finding): \(match.0)")
          tried.insert(command)
        }
      }
      #expect(tried.isSuperset(of: ["waive", "update", "link", "decide"]), "\(tried)")
    }
  }
}
