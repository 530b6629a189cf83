import Foundation
import Portfolio
import Testing

@testable import RegistryFiles

@Suite("canonical YAML")
struct CanonicalWriterTests {
  @Test("every text reads back exactly, in block and in flow", arguments: RandomPortfolio.traps)
  func text(_ text: String) throws {
    let project = Project(
      id: "a", title: text, summary: text + " " + text, budget: Budget(cents: 1, funding: text),
      audience: [text, "x" + text], notes: [text, text + "x"])
    let bytes = try CanonicalWriter.bytes(of: project)
    let records = try Self.read(bytes, as: .project)
    #expect(records == [.project(project)])
    // Equal strings may still differ in their bytes ("é" composed and decomposed).
    guard case .project(let read) = records.first else { return }
    #expect(Array(read.title.utf8) == Array(text.utf8))
  }

  @Test("random texts read back exactly", arguments: [1, 2, 3].map { UInt64($0) })
  func randomTexts(seed: UInt64) throws {
    var random = RandomPortfolio(seed: seed)
    for _ in 0..<2000 {
      let text = random.text()
      let project = Project(id: "a", title: text, audience: [text])
      let bytes = try CanonicalWriter.bytes(of: project)
      guard try Self.read(bytes, as: .project) == [.project(project)] else {
        Issue.record("seed \(seed): \(text.debugDescription) became\n\(Self.string(bytes))")
        return
      }
    }
  }

  @Test(
    "valid fixtures keep their meaning, and are written twice alike",
    arguments: try! Fixture.all(in: "valid"))
  func fixtures(fixture: Fixture) throws {
    let kind = try fixture.kind()
    let records = try fixture.read().records.map(\.withoutPlaces)
    for content in Self.contents(of: records) {
      let bytes = try CanonicalWriter.bytes(of: content, depth: 1)
      let again = try Self.read(bytes, as: kind)
      #expect(again == Self.records(of: content))
      let rewritten = try Self.contents(of: again).map {
        try CanonicalWriter.bytes(of: $0, depth: 1)
      }
      #expect(rewritten == [bytes])
    }
  }

  @Test(
    "complete records are written as the golden files show",
    arguments: try! Fixture.all(in: "valid").filter { $0.path.hasSuffix("_complete.yaml") })
  func golden(fixture: Fixture) throws {
    let contents = Self.contents(of: try fixture.read().records)
    for content in contents {
      let suffix = contents.count > 1 ? "_" + content.name : ""
      let golden = fixture.url.deletingLastPathComponent().appending(
        path: "canonical_"
          + fixture.url.deletingPathExtension().lastPathComponent
          .replacing("_complete", with: "") + suffix + ".yaml")
      let bytes = try CanonicalWriter.bytes(of: content, depth: 1)
      if ProcessInfo.processInfo.environment["DACH_RECORD_FIXTURES"] != nil {
        try Data(bytes).write(to: golden)
        Issue.record("recorded \(golden.path) anew; read the difference, then run again")
      } else {
        #expect(try Self.string(bytes) == String(contentsOf: golden, encoding: .utf8))
      }
    }
  }

  @Test("lines are folded at about 100 columns")
  func folding() throws {
    let words = String(repeating: "Wörter und Zeilen ", count: 60) + "Ende"
    let quoted = "#" + words
    let project = Project(id: "a", title: "a", summary: words, notes: [quoted])
    let lines = Self.string(try CanonicalWriter.bytes(of: project)).split(separator: "\n")
    #expect(lines.count > 20)
    #expect(lines.allSatisfy { $0.count <= 112 })
  }

  @Test("defaults and empty values are left out")
  func defaults() throws {
    let project = Project(
      id: "onleihe", title: "Onleihe", summary: "",
      alignments: [Alignment(guideline: "innovativ", role: .primary)], period: Period(),
      budget: Budget(cents: 25_000_000))
    #expect(
      Self.string(try CanonicalWriter.bytes(of: project)) == """
        # yaml-language-server: $schema=../../../schemas/json/project.schema.json
        id: onleihe
        title: Onleihe
        alignments:
        - guideline: innovativ
          role: primary
        budget: {amount: 250000}

        """)
  }

  @Test("amounts are written without loss")
  func amounts() {
    #expect(CanonicalDocument.amount(cents: 0) == "0")
    #expect(CanonicalDocument.amount(cents: 5) == "0.05")
    #expect(CanonicalDocument.amount(cents: 9950) == "99.50")
    #expect(CanonicalDocument.amount(cents: 100) == "1")
    #expect(CanonicalDocument.amount(cents: .max) == "92233720368547758.07")
  }

  @Test("what the reader would refuse is not written")
  func unwritable() {
    let projects = [
      Project(id: "", title: "a"), Project(id: "../a", title: "a"), Project(id: "A", title: "a"),
      Project(id: "a", title: ""), Project(id: "a", title: "a\0b"),
      Project(id: "a", title: "a\u{202E}b"),
      Project(id: "a", title: "a", summary: "a\r\nb"),
      Project(id: "a", title: "a", themes: [""]), Project(id: "a", title: "a", notes: [""]),
      Project(id: "a", title: "a", budget: Budget(cents: -1)),
      Project(id: "a", title: "a", office: "Amt für Bau"),
      Project(
        id: "a", title: "a",
        alignments: [Alignment(guideline: "innovativ", role: .primary, revision: 0)]),
    ]
    for project in projects {
      #expect(throws: WritingError.self) { try CanonicalWriter.bytes(of: project) }
    }
  }

  // MARK: Reading back

  static func read(_ bytes: [UInt8], as kind: DocumentKind) throws -> [RegistryRecord] {
    let (records, diagnostics) = RegistryReader.read(bytes, as: kind, file: "written.yaml")
    #expect(diagnostics.isEmpty, "\(diagnostics.map(FixtureTests.line))\n\(string(bytes))")
    return records.map(\.withoutPlaces)
  }

  static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The files that a canonical export would make of the records of one file.
  static func contents(of records: [RegistryRecord]) -> [CanonicalWriter.Content] {
    var contents: [CanonicalWriter.Content] = []
    var rest = Portfolio()
    for record in records {
      switch record {
      case .strategy(let strategy): contents.append(.strategy(strategy))
      case .subStrategy(let subStrategy): contents.append(.subStrategy(subStrategy))
      case .participation(let participation): contents.append(.participation(participation))
      case .project(let project): contents.append(.project(project))
      case .department, .measure, .verdict, .waiver: rest.add(record)
      }
    }
    if !rest.departments.isEmpty { contents.append(.departments(rest.departments)) }
    if !rest.measures.isEmpty { contents.append(.roadmap(rest.measures)) }
    if !rest.verdicts.isEmpty { contents.append(.verdicts(rest.verdicts)) }
    if !rest.waivers.isEmpty { contents.append(.waivers(rest.waivers)) }
    return contents
  }

  static func records(of content: CanonicalWriter.Content) -> [RegistryRecord] {
    switch content {
    case .strategy(let strategy): [.strategy(strategy)]
    case .departments(let departments): departments.map(RegistryRecord.department)
    case .subStrategy(let subStrategy): [.subStrategy(subStrategy)]
    case .participation(let participation): [.participation(participation)]
    case .roadmap(let measures): measures.map(RegistryRecord.measure)
    case .project(let project): [.project(project)]
    case .verdicts(let verdicts): verdicts.map(RegistryRecord.verdict)
    case .waivers(let waivers): waivers.map(RegistryRecord.waiver)
    }
  }
}
