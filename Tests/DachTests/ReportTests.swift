import Foundation
import TestSupport
import Testing

@Suite("dach report, and checks and coverage as documents")
struct ReportTests {
  private static let small = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Registry").path

  @Test(
    "the check reads the same as a page, as Markdown and as SARIF",
    arguments: [
      ("html", "de"), ("html", "en"), ("markdown", "de"), ("markdown", "en"), ("sarif", "de"),
    ]
  )
  func check(format: String, language: String) throws {
    let result = try Program().run(
      "check", Self.small, "--format", format, "--lang", language, "--fail-on", "never")
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
    let text = result.output.replacing("file://" + Self.small, with: "REGISTRY")
      .replacing(Self.small, with: "REGISTRY")
    try expectGolden(text, "check.\(language).\(format)")
  }

  @Test("coverage can be put on a page or a slide", arguments: ["html", "svg"])
  func coverage(format: String) throws {
    let result = try Program().run("coverage", Self.small, "--format", format, "--lang", "de")
    #expect(result.exitCode == 0)
    try expectGolden(result.output, "coverage.de.\(format)")
  }

  @Test("the report says in either language what there is to say", arguments: ["de", "en"])
  func report(language: String) throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "report.html")
      let result = try Program().run(
        "report", Self.small, "--lang", language, "--output", file.path)
      #expect(result.exitCode == 0)
      #expect(result.output == "")
      #expect(result.errors == "")
      try expectGolden(try String(contentsOf: file, encoding: .utf8), "report.\(language).html")
    }
  }

  @Test("equal data give an equal spreadsheet, byte for byte")
  func spreadsheet() throws {
    try withTemporaryFolder { folder in
      let files = ["one.xlsx", "two.xlsx"].map { folder.appending(path: $0) }
      for file in files {
        let result = try Program().run(
          "coverage", Self.small, "--format", "xlsx", "--output", file.path)
        #expect(result.exitCode == 0)
      }
      let contents = try files.map { try Data(contentsOf: $0) }
      #expect(contents[0] == contents[1])
      #expect(contents[0].starts(with: [0x50, 0x4b]))
    }
  }

  @Test("a known finding is unchanged in SARIF, any other is new")
  func baseline() throws {
    try withTemporaryFolder { folder in
      let known = folder.appending(path: "known.json")
      let gaps = try Program().run("check", Self.small, "--kind", "gap", "--format", "json")
      try gaps.output.write(to: known, atomically: true, encoding: .utf8)
      let result = try Program().run(
        "check", Self.small, "--baseline", known.path, "--format", "sarif", "--fail-on", "never")
      let log = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let run = try #require((log["runs"] as? [[String: Any]])?.first)
      let results = try #require(run["results"] as? [[String: Any]])
      var states: [String: Set<String>] = [:]
      for result in results where (result["suppressions"] as? [Any])?.isEmpty == true {
        let rule = try #require(result["ruleId"] as? String)
        let isGap = rule.hasPrefix("gap/")
        states[isGap ? "gap" : "other", default: []].insert(
          try #require(result["baselineState"] as? String))
      }
      #expect(states == ["gap": ["unchanged"], "other": ["new"]])
    }
  }

  @Test("what stood in the file stays where the new report cannot be written")
  func unwritable() throws {
    try withTemporaryFolder { folder in
      let missing = folder.appending(path: "no/such/folder/report.html")
      let result = try Program().run("report", Self.small, "--lang", "en", "--output", missing.path)
      #expect(result.exitCode == 73)
      #expect(result.errors.contains(missing.path))
      let file = folder.appending(path: "report.html")
      try "before".write(to: file, atomically: true, encoding: .utf8)
      #expect(try Program().run("report", "/nowhere", "--output", file.path).exitCode == 65)
      #expect(try String(contentsOf: file, encoding: .utf8) == "before")
      #expect(try Program().run("report", Self.small, "--output", file.path).exitCode == 0)
      let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(entries == ["report.html"])
    }
  }
}
