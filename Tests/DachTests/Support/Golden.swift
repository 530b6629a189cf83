import Foundation
import Testing

/// Compares a text with the golden file of that name.
///
/// With `DACH_RECORD_GOLDEN=1` a differing file is written anew, and the test fails all the same,
/// so that a fresh recording is looked at before it counts.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden").appending(path: name)
  let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  guard text != expected else { return }
  if ProcessInfo.processInfo.environment["DACH_RECORD_GOLDEN"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  Issue.record(
    "\(name) differs from the golden file:\n\(firstDifference(expected, text))",
    sourceLocation: sourceLocation)
}

private func firstDifference(_ expected: String, _ text: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = text.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(old, new).prefix { $0 == $1 }.count
  let before = line < old.count ? String(old[line]) : "(end)"
  let after = line < new.count ? String(new[line]) : "(end)"
  return "line \(line + 1)\n- \(before)\n+ \(after)"
}
