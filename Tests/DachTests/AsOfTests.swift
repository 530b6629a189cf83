import Foundation
import TestSupport
import Testing

@Suite("Looking back and comparing", .serialized, .privateServer)
struct AsOfTests {
  private func day(_ text: String) -> Program {
    var program = PrivateServer.program
    // Noon, so that no time zone makes another day of it.
    program.environment["SOURCE_DATE_EPOCH"] =
      [
        "2026-11-20": "1795176000", "2026-11-21": "1795262400", "2026-11-22": "1795348800",
      ][text]
    return program
  }

  @Test("--as-of prints what was printed that day, from every reading command")
  func asOf() throws {
    try ChangingRegistry.with { registry in
      let reading: [[String]] = [
        ["check", "--fail-on", "never", "--format", "json"],
        ["coverage", "--format", "json"], ["list", "--format", "json"],
        ["show", "terminbuchung-bibliothek", "--format", "json"],
        ["roadmap", "--format", "json"], ["forecast", "--format", "json"],
        ["revisions", "--format", "json"], ["waivers", "--format", "json"],
        ["contributions", "--format", "json"], ["trend", "--format", "json"],
        ["query", "status:running", "--format", "json"],
        ["duplicates", "--format", "json"],
      ]
      let first = day("2026-11-20")
      #expect(try first.run("check", "--fail-on", "never").errors == "")
      let then = try reading.map { try first.run($0).output }

      let second = day("2026-11-21")
      for change in [
        ["update", "terminbuchung-bibliothek", "--title", "Ganz anders", "--status", "completed"],
        [
          "waive", "gap/project-unaligned", "termine-buecherei", "--reason", "x", "--approver",
          "bau",
        ],
      ] {
        let changed = try second.run(change)
        #expect(changed.exitCode == 0, "\(changed.errors)")
      }
      #expect(try second.run("check", "--fail-on", "never").errors == "")

      let third = day("2026-11-22")
      for (arguments, output) in zip(reading, then) {
        let back = try third.run(arguments + ["--as-of", "2026-11-20"])
        #expect(back.errors == "")
        #expect(back.output == output, "\(arguments)")
      }
      let present = try third.run("list", "--format", "json").output
      #expect(present.contains("Ganz anders") && present != then[2])
    }
  }

  @Test("a day before anything was stored is refused, a coming one is looked ahead to")
  func otherDays() throws {
    try ChangingRegistry.with { registry in
      let early = try day("2026-11-22").run("list", "--as-of", "1999-12-31", "--lang", "de")
      #expect(early.exitCode == 64)
      #expect(early.errors.contains("Für den 31.12.1999 ist kein Stand gespeichert"))
      let ahead = try day("2026-11-22").run(
        "check", "--as-of", "2031-01-01", "--fail-on", "never", "--format", "json")
      #expect(ahead.output.contains("\"asOf\" : \"2031-01-01\""))
      #expect(try day("2026-11-22").run("list", "--as-of", "morgen").exitCode == 64)
    }
  }

  @Test("--new-only shows what the last stored check did not find")
  func newOnly() throws {
    try ChangingRegistry.with { registry in
      #expect(try day("2026-11-20").run("check", "--fail-on", "never").errors == "")
      let quiet = try day("2026-11-21").run("check", "--new-only", "--format", "csv")
      #expect(quiet.exitCode == 0)
      #expect(quiet.output.split(separator: "\r\n").count == 1)
      let changed = try day("2026-11-21").run(
        "update", "buergerkonto", "--remove-guideline", "buergernah")
      #expect(changed.exitCode == 0, "\(changed.errors)")
      let new = try day("2026-11-21").run(
        "check", "--new-only", "--format", "csv", "--fail-on", "note")
      #expect(new.exitCode == 1)
      #expect(new.output.contains("buergerkonto"))
    }
  }

  @Test("--baseline leaves known findings out of the exit code, --new-only out of the list")
  func baseline() throws {
    let small = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Registry")
      .path
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "known.json")
      let known = try Program().run("check", small, "--format", "json").output
      try known.write(to: file, atomically: true, encoding: .utf8)
      let compared = try Program().run(
        "check", small, "--baseline", file.path, "--fail-on", "note", "--lang", "en")
      #expect(compared.exitCode == 0)
      #expect(compared.output.contains(" 0 new, "))
      let none = try Program().run(
        "check", small, "--baseline", file.path, "--new-only", "--format", "csv")
      #expect(none.output.split(separator: "\r\n").count == 1)

      try "{}".write(to: file, atomically: true, encoding: .utf8)
      let unusable = try Program().run("check", small, "--baseline", file.path, "--lang", "en")
      #expect(unusable.exitCode == 65 && unusable.errors.contains("is no baseline"))
      let missing = try Program().run("check", small, "--baseline", "/nirgends", "--lang", "en")
      #expect(missing.exitCode == 65 && missing.errors.contains("cannot be read"))
      #expect(try Program().run("check", small, "--new-only").exitCode == 64)
    }
  }
}
