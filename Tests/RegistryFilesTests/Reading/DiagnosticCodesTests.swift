import Foundation
import RegistryFiles
import TestSupport
import Testing

@Suite("Codes of diagnostics")
struct DiagnosticCodesTests {
  /// What stands between quotation marks after `pattern` in the Swift files below `folder`.
  private func codes(after pattern: Regex<(Substring, Substring)>, in folder: String) throws
    -> Set<String>
  {
    let root = Repository.root.appendingPathComponent(folder)
    let enumerator = try #require(
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var codes: Set<String> = []
    for case let file as URL in enumerator where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      codes.formUnion(text.matches(of: pattern).map { String($0.1) })
    }
    return codes
  }

  private var listed: Set<String> { Diagnostic.beyondSchema.union(Diagnostic.withinSchema) }

  @Test("that the reader uses are listed, and those listed are used")
  func complete() throws {
    let labelled = try codes(after: /code: "([a-z0-9-]+)"/, in: "Sources/RegistryFiles/Reading")
    let unknown = try codes(
      after: /: "(unknown-[a-z-]+)"/, in: "Sources/RegistryFiles/Reading/References")
    #expect(labelled.union(unknown).subtracting(["unknown-reference"]) == listed)
  }

  @Test("belong either to the schemas or to the reader alone")
  func disjoint() {
    #expect(Diagnostic.beyondSchema.isDisjoint(with: Diagnostic.withinSchema))
  }

  @Test("each appear in a test with line and column")
  func tested() throws {
    let tested = try codes(
      after: /[0-9]+:[0-9]+ ([a-z0-9-]+)"/, in: "Tests/RegistryFilesTests/Reading")
    #expect(listed.subtracting(tested) == [])
  }
}
