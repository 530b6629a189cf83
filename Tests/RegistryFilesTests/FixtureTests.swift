import Foundation
import Portfolio
import Testing

@testable import RegistryFiles

@Suite("fixtures of the file format")
struct FixtureTests {
  static let expectations = Fixture.root.appending(path: "expected.txt")

  @Test("valid files are read without a word", arguments: try! Fixture.all(in: "valid"))
  func valid(fixture: Fixture) throws {
    let diagnostics = try fixture.read().diagnostics
    #expect(diagnostics.isEmpty, "\(diagnostics.map(Self.line))")
  }

  @Test("several valid documents of a file are all read")
  func severalDocuments() throws {
    let fixture = Fixture(path: "reader-only/valid/project/documents_several.yaml")
    let (records, diagnostics) = try fixture.read()
    #expect(diagnostics.isEmpty)
    let ids = records.map { record in
      if case .project(let project) = record { project.id } else { "no project" }
    }
    #expect(ids == ["onleihe", "stadtplan", "bauamt"])
  }

  @Test("what YAML takes for numbers, times and truth values stays text")
  func textStaysText() throws {
    let records = try Fixture(path: "valid/project/text_stays_text.yaml").read().records
    guard case .project(let project) = records.first else {
      Issue.record("no project was read")
      return
    }
    #expect(project.title == "no")
    #expect(project.summary == "1.10")
    #expect(project.department == "on")
    #expect(
      project.audience == [
        "yes", "off", "08", "2020-01", "2020-01-02", "1e3", "0x1F", "true", "12:30:00", ".5",
      ])
    #expect(project.technologies == ["2024"])
    #expect(project.notes == ["1_000", "+5", "-7"])
  }

  @Test("invalid files yield exactly the expected diagnostics, and expectations have their files")
  func invalid() throws {
    let fixtures = try Fixture.all(in: "invalid") + Fixture.all(in: "reader-only/invalid")
    var found: [String: [String]] = [:]
    for fixture in fixtures { found[fixture.path] = try fixture.read().diagnostics.map(Self.line) }

    if ProcessInfo.processInfo.environment["DACH_RECORD_FIXTURES"] != nil {
      let lines = found.keys.sorted().flatMap { found[$0] ?? [] }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: Self.expectations)
      Issue.record("recorded \(Self.expectations.path) anew; read the difference, then run again")
      return
    }

    var expected: [String: [String]] = [:]
    for line in try String(contentsOf: Self.expectations, encoding: .utf8).split(separator: "\n") {
      let path = try #require(line.split(separator: ":").first)
      expected[String(path), default: []].append(String(line))
    }
    for path in Set(found.keys).union(expected.keys).sorted() {
      switch (found[path], expected[path]) {
      case (let found?, let expected?): #expect(found == expected, "\(path)")
      case (_?, nil): Issue.record("\(path) has no line in expected.txt")
      case (nil, _): Issue.record("expected.txt names \(path), which does not exist")
      }
    }
    for (path, lines) in found where lines.isEmpty {
      Issue.record("\(path) is read without a word")
    }
  }

  @Test("file names say the key and the reason")
  func names() throws {
    for folder in ["valid", "invalid", "reader-only"] {
      for fixture in try Fixture.all(in: folder) {
        let name = fixture.url.deletingPathExtension().lastPathComponent
        #expect(
          name.wholeMatch(of: /[a-z-]+(_[a-z0-9-]+)+/) != nil,
          "\(fixture.path) is not named KEY_REASON.yaml")
      }
    }
  }

  static func line(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column) \(diagnostic.code)"
  }
}
