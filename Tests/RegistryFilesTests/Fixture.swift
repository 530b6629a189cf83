import Foundation
import Portfolio
import Testing

@testable import RegistryFiles

/// A file of `Fixtures`; its README says how they are laid out.
struct Fixture: Sendable, CustomTestStringConvertible {
  /// Relative to `Fixtures`, e.g. `invalid/project/period_reversed.yaml`.
  let path: String

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// All fixtures of a folder, in order of path.
  static func all(in folder: String) throws -> [Fixture] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(".yaml") }
      .map { Fixture(path: folder + "/" + $0) }
      .sorted { $0.path < $1.path }
  }

  var testDescription: String { path }
  var url: URL { Self.root.appending(path: path) }

  func bytes() throws -> [UInt8] { try [UInt8](Data(contentsOf: url)) }

  /// The kind that the folder is named after, as schemas are.
  func kind() throws -> DocumentKind {
    let folder = url.deletingLastPathComponent().lastPathComponent
    return try #require(Self.kinds[folder], "no kind of document is called '\(folder)'")
  }

  static let kinds: [String: DocumentKind] = [
    "strategy": .strategy, "departments": .departments, "sub-strategy": .subStrategy,
    "participation": .participation, "roadmap": .roadmap, "project": .project,
    "decisions": .decisions,
  ]

  /// What the reader makes of the file, references to other files aside.
  func read() throws -> (records: [RegistryRecord], diagnostics: [Diagnostic]) {
    try RegistryReader.read(bytes(), as: kind(), file: path)
  }
}
