import Foundation
import TestSupport
import Testing

@Suite("History on the command line", .serialized, .privateServer)
struct HistoryCommandTests {
  private static let id = "terminbuchung-bibliothek"

  /// The output with `DAY TIME` for each moment, which no two runs share.
  private func scrubbed(_ text: String) -> String {
    text
      .replacing(
        #/\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}:\d{2}|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/#,
        with: "DAY TIME"
      )
      .replacing(#/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z/#, with: "MOMENT")
      .replacing(#/\/tmp\/dach-test-[^ "]*/#, with: "FOLDER")
  }

  @Test("history and diff tell changes of fields, lists and links, and who made them")
  func told() throws {
    try ChangingRegistry.with { registry in
      let program = registry.program
      // The suite's database keeps the history of the tests before.
      let started = try registry.json("history", Self.id)
      let first = (started["changes"] as? [Any])?.count ?? 0
      let since = try program.run("check", "--fail-on", "never", "--format", "json")
      #expect(since.exitCode == 0)
      let run = try #require(
        (try registry.json("trend")["points"] as? [[String: Any]])?.last?["run"] as? Int)
      for arguments in [
        [
          "update", Self.id, "--title", "Termine der Bibliothek", "--status", "completed",
          "--technology", "QR-Code", "--summary", String(repeating: "Ein langer Satz. ", count: 9),
        ],
        ["link", "buergerkonto", Self.id, "--kind", "sharesDataWith", "--note", "Termine"],
        ["decide", Self.id, "termine-buecherei", "different", "--reason", "nur der Name"],
      ] {
        let result = try program.run(arguments)
        #expect(result.exitCode == 0, "\(result.errors)")
      }
      for language in ["de", "en"] {
        let history = try program.run("history", Self.id, "--lang", language)
        let told = history.output.components(separatedBy: "\n\n")
        let text = ([told[0]] + told.dropFirst(1 + first)).joined(separator: "\n\n")
        try expectGolden(scrubbed(text), "history.\(language).txt")
        let difference = try program.run("diff", "--since", "\(run)", "--lang", language)
        try expectGolden(scrubbed(difference.output), "diff.\(language).txt")
      }
      let json = try program.run("diff", "--since", "\(run)", "--format", "json")
      try expectGolden(scrubbed(json.output), "diff.json")
      let none = try program.run("history", "gibt-es-nicht", "--lang", "de")
      #expect(none.exitCode == 64)
      let unknown = try program.run("diff", "--since", "99999", "--lang", "de")
      #expect(unknown.exitCode == 64 && unknown.errors.contains("Nummer 99999"))
      #expect(try program.run("diff", "--since", "gestern").exitCode == 64)
    }
  }

  @Test("--based-on refuses a change of what somebody else has changed, and shows both versions")
  func conflict() throws {
    try ChangingRegistry.with { registry in
      let version = try #require(try registry.json("history", Self.id)["version"] as? String)
      let arguments = ["update", Self.id, "--based-on", version, "--lang", "de", "--title"]
      #expect(try registry.program.run(arguments + ["Von der ersten"]).exitCode == 0)
      let second = try registry.program.run(arguments + ["Von der zweiten"])
      #expect(second.exitCode == 75)
      try expectGolden(scrubbed(second.errors), "conflict.de.txt")
      #expect(try registry.project(Self.id)["title"] as? String == "Von der ersten")
      let unreadable = try registry.program.run(
        "update", Self.id, "--title", "X", "--based-on", "1")
      #expect(unreadable.exitCode == 64)
    }
  }

  @Test("trend draws the figures of the stored checks, in the terminal and as SVG")
  func trend() throws {
    try ChangingRegistry.with { registry in
      var program = registry.program
      for (day, change) in [
        ("1795176000", []), ("1795262400", ["update", "buergerkonto", "--status", "completed"]),
        ("1795348800", ["update", "buergerkonto", "--remove-guideline", "buergernah"]),
      ] {
        program.environment["SOURCE_DATE_EPOCH"] = day
        if !change.isEmpty { #expect(try program.run(change).exitCode == 0) }
        #expect(try program.run("check", "--fail-on", "never").exitCode == 0)
      }
      // Numbers of checks go on from those of earlier tests.
      let text = try program.run("trend", "--lang", "de").output
      try expectGolden(
        text.replacing(#/(?m)^( *)\d+(  \d{2}\.)/#) { "\($0.1)N\($0.2)" }, "trend.de.txt")
      try expectGolden(
        try program.run("trend", "--format", "svg", "--lang", "de").output, "trend.de.svg")
    }
  }

  @Test("backup and restore bring the same export back, and status tells of the backup")
  func backup() throws {
    try ChangingRegistry.with { registry in
      let file = registry.folder.appending(path: "register.backup").path
      let before = try registry.export()
      let made = try registry.program.run("database", "backup", file, "--lang", "de")
      #expect(made.exitCode == 0, "\(made.errors)")
      #expect(made.output.contains("Gesichert in"))
      let status = try registry.json("database", "status")
      let database = try #require(status["database"] as? [String: Any])
      #expect((database["lastBackup"] as? [String: String])?["name"] == "register.backup")
      try registry.change("update", Self.id, "--title", "Anderes")
      let refused = try registry.program.run("database", "restore", file, "--lang", "de")
      #expect(refused.exitCode == 65 && refused.errors.contains("--replace"))
      let restored = try registry.program.run("database", "restore", file, "--replace")
      #expect(restored.exitCode == 0, "\(restored.errors)")
      #expect(try registry.export() == before)
      let missing = try registry.program.run("database", "restore", "/nirgends", "--replace")
      #expect(missing.exitCode == 65)
    }
  }
}
