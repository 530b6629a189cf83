import Findings
import FoundationEssentials
import Portfolio

/// Reads the findings that are known from the JSON of an earlier check.
struct BaselineFile {
  let path: String

  /// What is read of `dach check --format json`; everything else may be missing or differ.
  private struct Document: Decodable {
    struct Known: Decodable {
      let rule: String
      let subjects: [KnownSubject]
      let fingerprint: String?
    }

    struct KnownSubject: Decodable {
      let kind: String
      let id: String
    }

    let findings: [Known]
  }

  /// - Throws: `UnusableBaseline`
  func load() throws -> Baseline {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw UnusableBaseline(path: path, isMissing: true)
    }
    guard let document = try? JSONDecoder().decode(Document.self, from: data) else {
      throw UnusableBaseline(path: path, isMissing: false)
    }
    return Baseline(fingerprints: Set(document.findings.map(fingerprint)))
  }

  /// The stated one, which survives renames; else the one that rule and subjects make.
  private func fingerprint(_ known: Document.Known) -> String {
    known.fingerprint
      ?? Fingerprint.make(
        rule: known.rule,
        subjects: known.subjects.compactMap { subject in
          Subject.Kind(rawValue: subject.kind).map { Subject($0, subject.id) }
        })
  }
}

/// A baseline that cannot be read or is none.
struct UnusableBaseline: PresentableError {
  let path: String
  let isMissing: Bool

  var exitCode: Int32 { 65 }

  var text: BilingualText {
    isMissing
      ? BilingualText(
        de: "Die Vergleichsdatei „\(path)“ lässt sich nicht lesen. "
          + "Anlegen: dach check --format json > \(path)",
        en: "The baseline '\(path)' cannot be read. Make one with: "
          + "dach check --format json > \(path)")
      : BilingualText(
        de: "„\(path)“ ist keine Vergleichsdatei: Erwartet wird die Ausgabe von "
          + "dach check --format json.",
        en: "'\(path)' is no baseline: expected is the output of dach check --format json.")
  }
}
