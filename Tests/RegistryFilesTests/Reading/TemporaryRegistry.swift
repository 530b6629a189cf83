import Foundation
import Portfolio
import RegistryFiles

/// A registry's folder for one test; removed at its end.
final class TemporaryRegistry {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "registry-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Data(text.utf8)) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ data: Data) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }
}

extension Diagnostic {
  /// `file:line:column code`.
  var place: String { "\(file):\(line):\(column) \(code)" }
  /// `line:column code`.
  var placeInFile: String { "\(line):\(column) \(code)" }
}

/// The faults of a text, as `line:column code`.
func faults(
  _ text: String, as kind: DocumentKind = .project, limits: ReadingLimits = ReadingLimits()
) -> [String] {
  RegistryReader.read(text, as: kind, file: "f.yaml", limits: limits).diagnostics
    .map(\.placeInFile)
}

/// The faults of a registry, as `file:line:column code`.
func faults(_ files: [String: String], known: KnownIDs = KnownIDs()) throws -> [String] {
  let registry = try TemporaryRegistry(files)
  return RegistryReader(paths: [registry.path], known: known).loadPortfolio().diagnostics
    .map(\.place)
}
