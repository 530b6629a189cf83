import Foundation
import Testing

@Suite("The password of a login", .privateServer, .serialized)
struct UserPromptTests {
  private static let add = [
    "user", "add", "presse", "--group", "planner", "--contact", "presse@example.org",
    "--lang", "en",
  ]
  private static let questions = [
    "Password for 'presse' (at least 12 characters): ", "Once more: ",
  ]

  @Test("is asked for twice and not shown")
  func prompt() throws {
    let program = PrivateServer.program
    #expect(try program.run("database", "migrate").exitCode == 0)
    let terminal = try TerminalSession(program, Self.add)
    // A wrong key is taken back.
    for (question, answer) in zip(Self.questions, ["ein langer Satx\u{7F}z", "ein langer Satz"]) {
      try terminal.expect(question)
      terminal.type(answer)
    }
    try terminal.expect("The login 'presse' was added.")
    #expect(terminal.exitCode() == 0)
    #expect(!terminal.transcript.contains("Sat"))
    let list = try program.run("user", "list", "--format", "json")
    #expect(list.output.contains(#""name" : "presse""#))
    #expect(try program.run("user", "remove", "presse").exitCode == 0)
    #expect(try program.run("user", "remove", "presse").exitCode == 64)
  }

  @Test(
    "is refused when short or typed differently, and nothing is stored",
    arguments: [["kurz"], ["ein langer Satz", "ein anderer Satz"]])
  func refusals(answers: [String]) throws {
    let program = PrivateServer.program
    #expect(try program.run("database", "migrate").exitCode == 0)
    let terminal = try TerminalSession(program, Self.add)
    for (question, answer) in zip(Self.questions, answers) {
      try terminal.expect(question)
      terminal.type(answer)
    }
    #expect(terminal.exitCode() == 65)
    #expect(try program.run("user", "list", "--format", "json").output.contains(#""count" : 0"#))
  }

  @Test("may be broken off, which leaves nothing behind")
  func interruption() throws {
    let program = PrivateServer.program
    #expect(try program.run("database", "migrate").exitCode == 0)
    let terminal = try TerminalSession(program, Self.add)
    try terminal.expect(Self.questions[0])
    terminal.interrupt()
    #expect(terminal.exitCode() == 75)
    #expect(try program.run("user", "list", "--format", "json").output.contains(#""count" : 0"#))
  }

  @Test("is never waited for where there is no terminal, and persons' mailboxes are refused")
  func withoutTerminal() throws {
    let program = PrivateServer.program
    #expect(try program.run("database", "migrate").exitCode == 0)
    var person = Self.add
    person[6] = "anna.muster@example.org"
    let refused = try program.run(person + ["--generate"])
    #expect(refused.exitCode == 65)
    #expect(refused.errors.contains("looks like a person's mailbox"))
    #expect(try program.run("user", "add", "Anna", "--group", "planner").exitCode == 64)
    let missing = try program.run(
      "user", "add", "presse", "--group", "planner", "--generate", "--lang", "en")
    #expect(missing.exitCode == 64)
  }
}
