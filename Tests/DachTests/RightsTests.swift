import Foundation
import TestSupport
import Testing

@Suite("Rights", .privateServer, .serialized)
struct RightsTests {
  @Test("let every group do with every command what docs/rights.md says, and tell no secret")
  func commands() throws {
    let expected = try RightsTable(whoseFirstColumnIs: "command")
    #expect(expected.columns == SharedRegistry.groups)
    #expect(try Self.missing(in: expected) == [], "a command without its line in docs/rights.md")
    var report = RightsReport("commands", expected)
    var outputs = 0
    try SharedRegistry.with { registry in
      // What trend and --new-only look back to.
      #expect(try registry.program("steward").run("check", "--fail-on", "never").exitCode == 0)
      for group in expected.columns {
        let program = registry.program(group)
        for command in expected.names {
          let arguments = registry.arguments(command, for: group)
          let result = try program.run(arguments)
          #expect(
            expected[command, group] == "\(result.exitCode)",
            "\(command) as \(group): \(result.errors)")
          report.note("\(result.exitCode)", command, group)
          guard !["steward", "owner"].contains(group) else { continue }
          let told = (result.output + result.errors).lowercased()
          let asked = told.replacing("geheimsache", with: "")
          #expect(!asked.contains("geheim"), "\(command) as \(group): \(told)")
          outputs += 1
          guard command.contains("geheimsache") else { continue }
          let unknown = try program.run(
            arguments.map { $0.replacing("geheimsache", with: "unbekannt-x") })
          #expect(
            result.errors == unknown.errors.replacing("unbekannt-x", with: "geheimsache"),
            "\(command) as \(group)")
        }
      }
      let folder = registry.folder.appending(path: "export-planner")
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      #expect(files.contains { $0.hasSuffix("buergerkonto.yaml") })
      #expect(!files.contains { $0.contains("geheim") })
    }
    report.print()
    print("rights: \(outputs) outputs of those who may not see a project searched for it")
  }

  /// Commands that ask no database, or look after a server that only its own user can reach.
  private static let needless: Set = [
    "explain", "rules", "schema", "database start", "database stop", "database url",
  ]

  /// Commands of the program that the table does not speak of.
  private static func missing(in table: RightsTable) throws -> [String] {
    let commands = try subcommands().flatMap { command in
      let nested = try subcommands(command)
      return nested.isEmpty ? [command] : nested.map { "\(command) \($0)" }
    }
    #expect(commands.count > 30)
    return commands.filter { command in
      !needless.contains(command)
        && !table.names.contains { $0 == "dach \(command)" || $0.hasPrefix("dach \(command) ") }
    }
  }

  private static func subcommands(_ command: String...) throws -> [String] {
    let help = try Program().run(command + ["--help", "--lang", "en"]).output
    return help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .compactMap { line in
        line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.hasPrefix("  See ")
          ? line.split(separator: " ").first.map(String.init) : nil
      }
  }

  private static var questions: [[String]] {
    var questions: [[String]] = [["report"], ["user", "list"]]
    for format in ["text", "json", "sarif", "csv", "markdown", "html"] {
      questions.append(["check", "--all", "--fail-on", "never", "--format", format])
    }
    for format in ["text", "json", "csv", "html", "svg"] {
      questions.append(["coverage", "--format", format])
    }
    let asked: [[String]] = [
      ["list"], ["roadmap"], ["forecast"], ["revisions"], ["waivers"], ["contributions"],
      ["duplicates"], ["query", "Termin*"], ["query", "theme:freizeit"], ["query", "budget>=1"],
      ["query", "linked:terminbuchung-bauamt"], ["query", "similar:terminbuchung-bauamt"],
      ["show", "terminbuchung-bauamt"], ["duplicates", "--project", "terminbuchung-bauamt"],
      ["history", "terminbuchung-bauamt"], ["history", "terminbuchung-bibliothek"],
      ["diff", "--since", "2020-01-01"], ["network"], ["network", "--pairs"],
      ["align", "terminbuchung-bauamt"],
      ["align", "--text", "Geheime Terminbuchung im Bauamt"],
      ["duplicates", "--title", "Online-Terminbuchung des Bauamts", "--summary", "Geheim"],
    ]
    for format in ["text", "json"] {
      for question in asked { questions.append(question + ["--format", format]) }
    }
    return questions
  }

  @Test("give those who may not see a project the same answers as if there were none")
  func sameAnswers() throws {
    let questions = Self.questions
    try SharedRegistry.with(hiding: false) { registry in
      func answers(_ group: String) throws -> [String] {
        try questions.map { question in
          let result = try registry.program(group).run(question)
          #expect(result.exitCode == 0, "\(question): \(result.errors)")
          return result.output + result.errors
        }
      }
      let blind = ["planner", "department"]
      let before = try blind.map(answers)
      let stewardBefore = try answers("steward")
      try registry.hide()
      for (group, earlier) in zip(blind, before) {
        for (question, (old, new)) in zip(questions, zip(earlier, try answers(group))) {
          #expect(old == new, "\(question.joined(separator: " ")) as \(group)")
        }
      }
      // The secret would have changed nearly everything.
      let differing = zip(stewardBefore, try answers("steward")).count { $0 != $1 }
      #expect(differing >= 25)
    }
  }

  @Test("let departments work together: one states a link and a decision, the other answers")
  func together() throws {
    try SharedRegistry.with { registry in
      let superuser = PrivateServer.program
      let culture = registry.name("kultur")
      let added = try superuser.run(
        "user", "add", culture, "--group", "department", "--department", "kultur", "--generate")
      #expect(added.exitCode == 0, "\(added.errors)")
      defer { _ = try? superuser.run("user", "remove", culture) }
      let (own, other) = ("terminbuchung-bauamt", "terminbuchung-bibliothek")
      func run(_ group: String, _ arguments: String...) throws -> Int32 {
        let result = try registry.program(group).run(arguments)
        if result.exitCode != 0 { #expect(!result.errors.isEmpty) }
        return result.exitCode
      }
      #expect(try run("department", "link", own, other) == 0)
      #expect(try run("department", "link", own, other, "--confirm") == 77)
      #expect(try run("kultur", "link", own, other, "--confirm") == 0)
      #expect(try run("kultur", "link", own, other, "--remove") == 77)
      #expect(try run("department", "decide", own, other, "cooperate", "--reason", "Termine") == 0)
      #expect(try run("department", "decide", own, other, "cooperate", "--confirm") == 77)
      #expect(try run("kultur", "decide", own, other, "--undo", "--yes") == 77)
      #expect(try run("kultur", "decide", own, other, "cooperate", "--confirm") == 0)
      #expect(try run("kultur", "decide", own, other, "different", "--by", "bau") == 77)
      #expect(try run("department", "decide", own, other, "--undo", "--yes") == 0)
      #expect(try run("department", "import", registry.folder.path + "/own.yaml") == 0)
      #expect(try run("department", "import", registry.folder.path + "/own.yaml") == 0)

      let trail = try registry.program("steward").run("database", "audit", "--format", "csv")
      var roles: [String] = []
      for line in trail.output.split(separator: "\r\n") {
        let cells = line.split(separator: ",")
        if cells.count > 4, cells[3] == "verdict" { roles.append("\(cells[2]) \(cells[4])") }
      }
      #expect(
        roles.suffix(3) == [
          "\(registry.name("department")) added", "\(culture) changed",
          "\(registry.name("department")) removed",
        ])
    }
  }
}
