import Foundation
import Portfolio
import Schemas
import Testing

@testable import RegistryFiles

@Suite("reader and JSON Schema agree")
struct SchemaAgreementTests {
  /// Faults of the text as YAML on which every YAML reader gives up, so that nothing is left for
  /// a schema to judge, and nesting deeper than any schema allows.
  static let refusedBeforeSchema: Set = [
    "duplicate-key", "invalid-utf8", "invalid-yaml", "tab-indentation",
    "too-deep", "unsupported-tag",
  ]

  /// Faults that pass the schema: it cannot compare values, and its YAML reader resolves aliases
  /// and merge keys. Nothing else may be refused by the reader alone.
  static let beyondSchema = Diagnostic.beyondSchema.subtracting(refusedBeforeSchema)

  @Test("check-jsonschema accepts and refuses the same fixtures")
  func fixtures() throws {
    guard let file = ProcessInfo.processInfo.environment["DACH_SCHEMA_VERDICTS"] else {
      Issue.record(
        """
        the schemas' verdicts are missing: run scripts/test, or scripts/check-schemas FILE and \
        then the tests with DACH_SCHEMA_VERDICTS=FILE
        """)
      return
    }
    let verdicts = try Self.verdicts(in: file)
    let fixtures = try Fixture.all(in: "valid") + Fixture.all(in: "invalid")
    #expect(
      Set(fixtures.map(\.path)) == Set(verdicts.keys),
      "verdicts and fixtures differ; run scripts/check-schemas again")
    for fixture in fixtures {
      let codes = try Set(fixture.read().diagnostics.filter { $0.severity == .error }.map(\.code))
      let reader = codes.isSubset(of: Self.beyondSchema) ? "accepted" : "refused"
      #expect(
        verdicts[fixture.path] == reader,
        "\(fixture.path): the reader says \(codes.isEmpty ? "nothing" : "\(codes.sorted())")")
    }
  }

  /// Verdicts by path relative to `Fixtures`.
  private static func verdicts(in file: String) throws -> [String: String] {
    let prefix = "Tests/RegistryFilesTests/Fixtures/"
    var verdicts: [String: String] = [:]
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "\t")
      guard parts.count == 2, parts[0].hasPrefix(prefix) else { continue }
      verdicts[String(parts[0].dropFirst(prefix.count))] = String(parts[1])
    }
    return verdicts
  }

  @Test("every kind of document has its schema, embedded")
  func embedded() {
    #expect(
      Set(Schemas.json.map(\.name)) == Set(Fixture.kinds.keys.map { $0 + ".schema.json" }))
  }

  @Test(
    "the schema refuses the same given names as FunctionMailbox",
    arguments: ["project", "departments"])
  func givenNames(schema: String) throws {
    let definitions = try #require(Self.schema(schema)["$defs"] as? [String: Any])
    let mailbox = try #require(definitions["optionalMailbox"] as? [String: Any])
    let pattern = try #require(mailbox["pattern"] as? String)
    let alternatives = try #require(pattern.firstMatch(of: /\(\?!\(\?:\[\^@\.\]\|([^)]*)\)\\\./)).1
    // `[aA][nN][jJ][aA]` is `anja` in either case.
    let names = alternatives.split(separator: "|").map { $0.matches(of: /\[(.)(.)\]/) }
    for letter in names.joined() { #expect(letter.1.uppercased() == letter.2) }
    #expect(Set(names.map { $0.map { String($0.1) }.joined() }) == FunctionMailbox.givenNames)
    #expect(names.count == FunctionMailbox.givenNames.count)
  }

  @Test(
    "the schemas refuse the same control characters as the reader",
    arguments: Schemas.json.map(\.name))
  func controlCharacters(schema: String) throws {
    let name = String(schema.dropLast(".schema.json".count))
    let definitions = try #require(Self.schema(name)["$defs"] as? [String: Any])
    for key in ["text", "optionalText"] {
      let pattern = try #require((definitions[key] as? [String: Any])?["pattern"] as? String)
      let refused = try #require(pattern.wholeMatch(of: /\^\[\^(.*)\]\*\$/)).1
      let ranges = try refused.matches(of: /\\u(....)-\\u(....)/).map { range in
        try #require(UInt32(range.1, radix: 16))...#require(UInt32(range.2, radix: 16))
      }
      #expect(refused.count == ranges.count * 13)
      for scalar in (0...0xFFFF).compactMap(Unicode.Scalar.init) {
        let isRefused = ranges.contains { $0.contains(scalar.value) }
        #expect(isRefused == ControlCharacter.isOne(scalar), "U+\(String(scalar.value, radix: 16))")
      }
    }
    for key in ["url", "optionalUrl", "optionalMailbox"] {
      guard let definition = definitions[key] as? [String: Any] else { continue }
      let pattern = try #require(definition["pattern"] as? String)
      #expect(pattern.contains(#"\u0000-\u0020\u007F-\u009F\u202A-\u202E\u2066-\u2069]"#))
    }
  }

  @Test("the schemas list the words that the values have")
  func words() throws {
    let pairs: [(schema: String, path: [String], words: [String])] = [
      ("project", ["alignments", "role"], Self.words(Alignment.Role.self)),
      ("project", ["alignments", "review"], Self.words(ReviewState.self)),
      ("project", ["status"], Self.words(ProjectStatus.self)),
      ("project", ["partners", "sector"], Self.words(PartnerSector.self)),
      ("project", ["links", "kind"], Self.words(LinkKind.self)),
      ("project", ["visibility", "level"], Self.words(Visibility.Level.self)),
      ("project", ["visibility", "label"], Self.words(Visibility.Label.self)),
      ("strategy", ["guidelines", "kind"], Self.words(GuidelineKind.self)),
      ("strategy", ["themes", "expects", "obligation"], Self.words(Expectation.Obligation.self)),
      ("strategy", ["milestones", "kind"], Self.words(MilestoneKind.self)),
      ("departments", ["departments", "kind"], Self.words(DepartmentKind.self)),
      ("participation", ["formats", "kind"], Self.words(ParticipationFormat.Kind.self)),
      (
        "participation", ["contributions", "answer", "kind"],
        Self.words(ContributionAnswer.Kind.self)
      ),
      ("decisions", ["verdicts", "outcome"], Self.words(Verdict.Outcome.self)),
    ]
    for (name, path, words) in pairs {
      let listed = try Self.enumeration(at: path, in: Self.schema(name))
      #expect(listed == words, "\(name): \(path.joined(separator: "."))")
    }
  }

  private static func words<Word: CaseIterable & RawRepresentable<String>>(
    _: Word.Type
  ) -> [String] {
    Word.allCases.map(\.rawValue)
  }

  private static func schema(_ name: String) throws -> [String: Any] {
    let document = try #require(Schemas.json.first { $0.name == name + ".schema.json" })
    return try #require(
      JSONSerialization.jsonObject(with: Data(document.text.utf8)) as? [String: Any])
  }

  /// The strings that an enumeration lists, `null` aside, by the keys that lead to it.
  private static func enumeration(at path: [String], in schema: [String: Any]) throws -> [String] {
    var node = schema
    for key in path {
      if let items = node["items"] as? [String: Any] { node = items }
      if let reference = node["$ref"] as? String {
        let definitions = schema["$defs"] as? [String: Any]
        let name = String(reference.dropFirst("#/$defs/".count))
        node = try #require(definitions?[name] as? [String: Any])
      }
      let properties = try #require(node["properties"] as? [String: Any])
      node = try #require(properties[key] as? [String: Any], "no property '\(key)'")
    }
    return try #require(node["enum"] as? [Any]).compactMap { $0 as? String }
  }
}
