import Portfolio
import RegistryFiles
import Testing

/// One text and what is wrong with it.
struct FaultySample: Sendable, CustomTestStringConvertible {
  var kind: DocumentKind = .project
  var text: String
  /// `line:column code`
  var faults: [String]

  init(_ text: String, _ faults: String..., as kind: DocumentKind = .project) {
    self.kind = kind
    self.text = text
    self.faults = faults
  }

  var testDescription: String { faults.joined(separator: ", ") + ": " + text.prefix(60) }

  /// A project with the given lines besides what is required.
  static func project(_ lines: String, _ faults: String...) -> FaultySample {
    var sample = FaultySample("id: a\ntitle: T\n" + lines)
    sample.faults = faults
    return sample
  }

  static let samples: [FaultySample] = [
    // Structure
    .project("titel: X\n", "3:1 unknown-key"),
    .project("title: X\n", "3:1 duplicate-key"),
    FaultySample("title: T\n", "1:1 missing-value"),
    FaultySample("id:\ntitle: ~\n", "1:1 missing-value", "2:1 missing-value"),
    FaultySample("id: null\ntitle: ''\n", "1:1 missing-value", "2:8 empty-text"),
    .project("themes: eins\n", "3:9 wrong-form"),
    .project("summary: [x]\n", "3:10 wrong-form"),
    .project("period: 2021\n", "3:9 wrong-form"),
    .project("themes: [a, {b: c}]\n", "3:13 wrong-form"),
    .project("? [x]\n: y\n", "3:3 wrong-form"),
    FaultySample("- id: a\n", "1:1 wrong-form"),
    .project("---\n", "3:1 empty-document"),
    .project("themes: [a, ~]\n", "3:13 empty-item"),
    .project("links:\n  -\n", "4:4 empty-item"),
    .project("audience: [a, a]\n", "3:15 repeated-item"),
    .project("summary: \"\"\n", "3:10 empty-text"),
    .project("<<: {status: idea}\n", "3:1 merge-key"),
    // Values
    FaultySample("id: Digitales_Amt\ntitle: T\n", "1:5 invalid-id"),
    FaultySample("id: a--1\ntitle: T\n", "1:5 invalid-id"),
    .project("formerly: [b, 'C D']\n", "3:15 invalid-id"),
    .project("confirmed: 15.03.2021\n", "3:12 invalid-date"),
    .project("period: {start: 2021-02-30}\n", "3:17 invalid-date"),
    .project("status: laufend\n", "3:9 invalid-choice"),
    .project("budget: {amount: 1.250,00}\n", "3:18 invalid-amount", "3:24 unknown-key"),
    .project("budget: {amount: -5}\n", "3:18 invalid-amount"),
    .project("budget: {amount: 5.123}\n", "3:18 invalid-amount"),
    .project("budget: {amount: 99999999999999999999}\n", "3:18 invalid-amount"),
    .project("budget: {funding: Land}\n", "3:9 missing-value"),
    .project("budget: {amount: 5, currency: Euro}\n", "3:31 invalid-currency"),
    .project("contact: Bauamt\n", "3:10 invalid-mailbox"),
    .project("contact: peter.meier@example.org\n", "3:10 personal-mailbox"),
    .project("visibility: {level: public, page: www.example.org}\n", "3:35 invalid-address"),
    .project(
      "alignments:\n  - {guideline: g, role: primary, revision: 0}\n", "4:45 invalid-number"),
    FaultySample("id: a\nname: N\nfoundation: ja\n", "3:13 invalid-boolean", as: .subStrategy),
    // Values that do not go together
    .project("period: {start: 2024, end: 2021-03}\n", "3:9 period-reversed"),
    .project("links:\n  - {project: a, kind: partOf}\n", "4:5 link-to-itself"),
    .project(
      "links:\n  - {project: b, kind: partOf}\n  - {project: b, kind: replaces}\n"
        + "  - {project: b, kind: partOf}\n", "6:5 repeated-link"),
    .project(
      "alignments:\n  - {guideline: g, role: primary}\n  - {guideline: g, role: secondary}\n",
      "5:5 repeated-guideline"),
    .project(
      "alignments:\n  - {guideline: g, role: primary}\n  - {guideline: h, role: primary}\n",
      "5:5 several-primary"),
    FaultySample("id: a--2\ntitle: T\n", "1:1 claims-mismatch"),
    FaultySample("id: a--2\nclaims: b\ntitle: T\n", "2:9 claims-mismatch"),
    FaultySample(
      "verdicts:\n  - {pair: [a], outcome: different}\n  - {pair: [a, a], outcome: bundle}\n",
      "2:12 invalid-pair", "3:16 repeated-item", as: .decisions),
    FaultySample(
      "verdicts:\n  - {pair: [a, b], outcome: different, bundle: c}\n",
      "2:48 bundle-without-outcome", as: .decisions),
    FaultySample(
      "waivers:\n  - {rule: gap, subjects: [], reason: R, approver: W}\n",
      "2:12 invalid-rule", "2:27 empty-list", as: .decisions),
    FaultySample(
      "id: s\nname: S\nthemes:\n  - id: t\n    name: T\n    expects:\n      - {by: 2027}\n"
        + "      - {department: d, theme: u}\n",
      "7:9 expectation-contributor", "8:9 expectation-contributor", as: .strategy),
    FaultySample("{}\n", "1:1 missing-value", as: .departments),
    FaultySample("measures:\n  - id: m\n    title: T\n", "2:5 missing-value", as: .roadmap),
    // YAML that is not what the registry reads
    .project("summary: &s Text\naudience: [*s]\n", "4:12 alias"),
    .project("summary: !mine Text\n", "3:10 unsupported-tag"),
    .project("summary: !!seq Text\n", "3:10 unsupported-tag"),
    FaultySample("%TAG ! tag:x,2000:\n---\nid: a\ntitle: T\n", "1:1 unsupported-directive"),
    FaultySample("%FOO bar\n---\nid: a\ntitle: T\n", "1:1 unsupported-directive"),
    .project("period:\n\tstart: 2021\n", "4:1 tab-indentation"),
    .project("summary: eins: zwei\n", "3:14 invalid-yaml"),
    .project("summary: \"offen\n", "3:10 invalid-yaml"),
    .project("summary: @amt\n", "3:10 invalid-yaml"),
    .project("summary: \"C:\\Daten\"\n", "3:13 invalid-yaml"),
    .project("themes: [a, b\nstatus: idea\n", "4:7 invalid-yaml"),
    .project(" status: idea\n", "3:8 invalid-yaml"),
    .project("ohne doppelpunkt\n", "3:1 invalid-yaml"),
    .project("summary: a\u{7}b\n", "3:11 control-character"),
    .project("summary: ä\u{0}b\n", "3:11 control-character"),
    .project("summary: \"a\\x1Bb\"\n", "3:10 control-character"),
    .project("summary: a\u{202E}b\n", "3:10 control-character"),
    .project("audience: [a, \"b\\r\"]\n", "3:15 control-character"),
    .project("sources: [{url: \"https://a.b/\\x7F\"}]\n", "3:17 control-character"),
  ]
}

@Suite("Faults of single documents")
struct DocumentFaultTests {
  @Test("are found at their line and column", arguments: FaultySample.samples)
  func place(sample: FaultySample) {
    #expect(faults(sample.text, as: sample.kind) == sample.faults)
  }

  @Test("are all reported, not the first only")
  func all() {
    let text = "id: A B\ntitel: T\nstatus: fertig\nperiod: {von: 2021, end: bald}\nthemes: x\n"
    #expect(
      faults(text) == [
        "1:1 missing-value", "1:5 invalid-id", "2:1 unknown-key", "3:9 invalid-choice",
        "4:10 unknown-key", "4:26 invalid-date", "5:9 wrong-form",
      ])
  }

  @Test("of one document do not hide those of the next")
  func resuming() {
    let text = """
      id: a
      title: "offen
      ---
      id: b
      titel: T
      ---
      id: c
      title: eins: zwei
      --- # Schluss
      id: D
      title: T
      """
    #expect(
      faults(text) == [
        "2:8 invalid-yaml", "4:1 missing-value", "5:1 unknown-key", "8:12 invalid-yaml",
        "10:5 invalid-id",
      ])
  }

  @Test(
    "name the English key or value that a German word stands for",
    arguments: [
      ("titel: T", "title"), ("zusammenfassung: T", "summary"), ("amt: T", "office"),
      ("dienststelle: T", "office"), ("referat: T", "department"), ("Status: idea", "status"),
      ("leitlinie: T", "alignments"), ("tilte: T", "title"), ("sumary: T", "summary"),
      ("period: {von: 2021}", "start"), ("period: {bis: 2021}", "end"),
      ("status: laufend", "running"), ("status: Abgeschlossen", "completed"),
      ("status: runing", "running"),
    ])
  func germanWords(line: String, meant: String) throws {
    let diagnostics = RegistryReader.read("id: a\ntitle: T\n\(line)\n", as: .project, file: "f")
      .diagnostics
    let hint = try #require(diagnostics.first?.hint)
    #expect(hint.german.hasPrefix("Meinten Sie „\(meant)“?"))
    #expect(hint.english.hasPrefix("Did you mean '\(meant)'?"))
  }

  @Test("propose an id for a name")
  func proposal() throws {
    let text = "id: Straße & Bürger 2.0\ntitle: T\n"
    let diagnostic = try #require(
      RegistryReader.read(text, as: .project, file: "f").diagnostics.first)
    #expect(diagnostic.hint?.english.hasSuffix("e.g. 'strasse-buerger-2-0'.") == true)
  }
}
