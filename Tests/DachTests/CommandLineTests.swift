import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  private static let commands = [
    "check", "coverage", "list", "show", "update", "confirm", "link", "decide", "waive", "match",
    "duplicates", "import", "export", "explain", "rules", "schema", "database",
  ]

  @Test("every command explains itself in both languages", arguments: commands)
  func help(command: String) throws {
    let german = try Program().run(command, "--help", "--lang", "de")
    let english = try Program().run(command, "--help", "--lang", "en")
    #expect(german.exitCode == 0)
    #expect(english.exitCode == 0)
    #expect(german.output != english.output)
    try expectGolden(german.output, "help.\(command).de.txt")
    try expectGolden(english.output, "help.\(command).en.txt")
  }

  @Test("a wrong option is a usage error")
  func usage() throws {
    #expect(try Program().run("check", "--nonsense").exitCode == 64)
    #expect(try Program().run("check", "--kind", "gaps").exitCode == 64)
  }

  @Test("completions can be made for the common shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let result = try Program().run("--generate-completion-script", shell)
    #expect(result.exitCode == 0)
    #expect(result.output.contains("coverage"))
  }

  @Test("the rules' manual in docs is the one this program prints")
  func manual() throws {
    for (language, name) in [("en", "rules.md"), ("de", "rules.de.md")] {
      let printed = try Program().run("rules", "--format", "markdown", "--lang", language)
      let file = Program.repository.appending(path: "docs").appending(path: name)
      let stored = try String(contentsOf: file, encoding: .utf8)
      #expect(
        printed.output == stored,
        "run: dach rules --format markdown --lang \(language) > docs/\(name)")
    }
  }
}
