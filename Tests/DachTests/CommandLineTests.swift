import Foundation
import TestSupport
import Testing

@Suite("The command line")
struct CommandLineTests {
  private static let commands = [
    "check", "coverage", "report", "roadmap", "forecast", "trend", "history", "diff", "revisions",
    "waivers", "contributions", "duplicates", "network", "align", "list", "query", "show", "inbox",
    "register", "update", "confirm", "rename", "archive", "link", "decide", "waive", "match",
    "import", "export", "explain", "rules", "schema", "database", "user",
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

  @Test(
    "under --lang de nothing of the parser's English is left in any help",
    arguments: [[]] + commands.map { [$0] }
      + ["start", "stop", "status", "url", "migrate", "backup", "restore", "audit"]
      .map { ["database", $0] }
      + ["add", "list", "remove"].map { ["user", $0] })
  func germanHelp(command: [String]) throws {
    let help = try Program().run(command + ["--help", "--lang", "de"])
    #expect(help.exitCode == 0)
    #expect(help.output.hasPrefix("ZWECK: "))
    #expect(help.output.contains("\nAUFRUF: dach"))
    #expect(help.output.contains("\nOPTIONEN:\n"))
    #expect(help.output.contains("Diese Hilfe zeigen."))
    let english = [
      "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "Show ", "values:", "default:",
      "See ", "subcommand", "detailed help",
    ]
    for word in english { #expect(!help.output.contains(word), "\(word)") }
  }

  @Test(
    "in a German environment mistakes are named in German",
    arguments: [
      (["check", "--nonsense"], "Die Option „--nonsense“ gibt es hier nicht."),
      (
        ["check", "--kinds", "gap"],
        "Die Option „--kinds“ gibt es hier nicht. Meinten Sie „--kind“?"
      ),
      (
        ["check", "--kind", "gaps"],
        "Der Wert „gaps“ ist bei „--kind <kind>“ nicht möglich. Möglich sind: 'gap', 'duplicate' oder 'network'."
      ),
      (
        ["show", "x", "--format", "pdf"],
        "Der Wert „pdf“ ist bei „--format <format>“ nicht möglich. Möglich sind: 'text' und 'json'."
      ),
      (["check", "--department"], "Bei „--department <department>“ fehlt der Wert."),
      (["check", "--all=yes"], "Die Option „--all“ hat keinen Wert; angegeben ist „yes“."),
      (["show"], "Die Angabe „<id>“ fehlt."),
      (["check", "a", "b"], "Die Angabe „b“ ist hier nicht vorgesehen."),
      (["check", "a", "b", "c"], "2 Angaben sind hier nicht vorgesehen: 'b', 'c'"),
      (["chekc"], "Die Angabe „chekc“ ist hier nicht vorgesehen."),
      (["--generate-completion-script", "tcsh"], "Für „tcsh“ gibt es keine Vervollständigung."),
    ])
  func germanMistakes(arguments: [String], sentence: String) throws {
    var program = Program()
    program.environment["LC_ALL"] = "de_DE.UTF-8"
    let result = try program.run(arguments)
    #expect(result.exitCode == 64)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Fehler: \(sentence)\n"), "\(result.errors)")
    for word in ["Error", "Usage", "Help:", "See '", "Please", "Missing", "information"] {
      #expect(!result.errors.contains(word), "\(word): \(result.errors)")
    }
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
      let file = Repository.root.appending(path: "docs").appending(path: name)
      let stored = try String(contentsOf: file, encoding: .utf8)
      #expect(
        printed.output == stored,
        "run: dach rules --format markdown --lang \(language) > docs/\(name)")
    }
  }
}
