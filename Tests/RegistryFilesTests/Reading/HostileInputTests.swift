import Foundation
import Portfolio
import RegistryFiles
import TestSupport
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  private func faults(bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> [String] {
    RegistryReader.read(bytes, as: .project, file: "f", limits: limits).diagnostics
      .map(\.placeInFile)
  }

  @Test("a bomb of aliases is refused alias by alias, and none is followed")
  func aliasBomb() {
    var text = "a0: &a0 [x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let found = RegistryReader.read(text, as: .project, file: "f").diagnostics
    #expect(found.count { $0.code == "alias" } == 81)
    #expect(found.contains { $0.placeInFile == "2:10 alias" })
  }

  @Test("deep nesting is refused at its 33rd level, in brackets and by indentation")
  func deep() {
    let brackets = "id: a\ntitle: T\nnotes: " + String(repeating: "[", count: 100_000)
    #expect(RegistryFilesTests.faults(brackets) == ["3:39 too-deep"])
    let braces = "notes: " + String(repeating: "{a: ", count: 100_000)
    #expect(RegistryFilesTests.faults(braces) == ["1:132 too-deep"])
    let hyphens = String(repeating: "- ", count: 100_000) + "x"
    #expect(RegistryFilesTests.faults(hyphens) == ["1:65 too-deep"])
    let indented = (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(RegistryFilesTests.faults(indented) == ["33:33 too-deep"])
  }

  @Test("32 levels are read")
  func deepest() {
    let text = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(RegistryFilesTests.faults(text) == ["1:1 wrong-form"])
  }

  @Test("bytes that are no UTF-8 are placed, and what follows the next document is read")
  func invalidUTF8() {
    let text = Array("id: a\ntitle: ä".utf8) + [0xFF] + Array("\n---\nid: B\ntitle: T\n".utf8)
    #expect(faults(bytes: text) == ["2:9 invalid-utf8", "4:5 invalid-id"])
    #expect(faults(bytes: [0xC3]) == ["1:1 invalid-utf8"])
    #expect(faults(bytes: [0xED, 0xA0, 0x80]) == ["1:1 invalid-utf8"])
  }

  @Test("UTF-16 is recognised as such")
  func utf16() {
    let found = RegistryReader.read(
      [0xFF, 0xFE, 0x69, 0, 0x64, 0, 0x3A, 0], as: .project, file: "f"
    ).diagnostics
    #expect(found.map(\.placeInFile) == ["1:1 invalid-utf8"])
    #expect(found.first?.message.english == "the file is saved as UTF-16")
  }

  @Test("a text of 8 MiB is refused before it is read to its end")
  func longText() {
    let long = String(repeating: "wort ", count: 8 << 18)
    #expect(
      RegistryFilesTests.faults("id: a\ntitle: T\nsummary: \(long)\n") == ["3:8 value-too-long"])
    #expect(
      RegistryFilesTests.faults("id: a\ntitle: T\nsummary: \"\(long)\"\n") == ["3:8 value-too-long"]
    )
  }

  @Test("a text of just under 1 MiB is read")
  func longestText() {
    let text = "id: a\ntitle: T\nsummary: " + String(repeating: "x", count: (1 << 20) - 100_000)
    #expect(RegistryFilesTests.faults(text) == [])
  }

  @Test("a line with more values than a document may have is refused")
  func manyValues() {
    let limits = ReadingLimits(valuesPerDocument: 1000)
    let text = "id: a\ntitle: T\naudience: [" + String(repeating: "a,", count: 5000)
    #expect(RegistryFilesTests.faults(text, limits: limits) == ["3:1999 document-too-large"])
  }

  @Test("a document with more text than it may have is refused")
  func muchText() {
    let limits = ReadingLimits(textBytesPerDocument: 1000)
    let text = "id: a\ntitle: T\nsummary: " + String(repeating: "x", count: 1000) + "\n"
    #expect(RegistryFilesTests.faults(text, limits: limits) == ["3:1010 document-too-large"])
  }

  @Test("a file that is too large is refused unread")
  func largeFile() throws {
    let registry = try TemporaryRegistry(["projects/a.yaml": "id: a\ntitle: T\n"])
    // Sparse: it takes no room on the disk.
    let handle = try #require(FileHandle(forWritingAtPath: registry.path + "/projects/a.yaml"))
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    let found = RegistryReader(paths: [registry.path]).loadPortfolio().diagnostics
    #expect(found.map(\.place) == ["projects/a.yaml:0:0 file-too-large"])
  }

  @Test("a file that is wrong throughout is reported up to a limit")
  func manyFaults() {
    let text = "id: a\ntitle: T\n" + (0..<5000).map { "schluessel\($0): x\n" }.joined()
    let limits = ReadingLimits(diagnosticsPerFile: 10)
    let found = RegistryFilesTests.faults(text, limits: limits)
    #expect(found.count == 11)
    #expect(found.first == "0:0 further-faults")
    #expect(found.last == "12:1 unknown-key")
  }

  @Test("broken documents count towards the limit as well")
  func manyBrokenDocuments() {
    let text = String(repeating: "---\na: 'b\n", count: 100_000)
    let found = RegistryFilesTests.faults(text, limits: ReadingLimits(diagnosticsPerFile: 10))
    #expect(found.count == 11)
    #expect(found.last == "20:4 invalid-yaml")
  }

  @Test("random bytes never harm", arguments: [1, 2, 3] as [UInt64])
  func randomBytes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = [
      "id: a\n", "title: T\n", "- ", "[", "]", "{", "}", ": ", "\n", "  ", "\t", "&a ", "*a", "!x ",
      "'", "\"", "|\n", ">-\n", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "\u{0}", "ä", "#", ",",
      "?",
      "links:\n", "period: ", "2021-13", "departments:\n", "\r\n", "\u{FEFF}", "\u{2028}",
    ]
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(random.next() % 40) {
        bytes += Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8)
      }
      if random.next() % 4 == 0 { bytes.append(UInt8(truncatingIfNeeded: random.next())) }
      let kind = DocumentKind.allCases[Int(random.next() % 7)]
      let (records, diagnostics) = RegistryReader.read(bytes, as: kind, file: "f")
      let lines = 1 + bytes.count { $0 == 10 || $0 == 13 } + 40
      #expect(
        diagnostics.allSatisfy { $0.line <= lines && $0.line >= 0 && $0.column >= 0 },
        "seed \(seed): \(bytes)")
      // A document gives records, or says why not.
      #expect(records.count <= bytes.count)
    }
  }
}
