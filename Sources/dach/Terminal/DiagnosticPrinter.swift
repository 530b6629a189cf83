import Foundation
import Portfolio
import RegistryFiles

/// Writes diagnostics to standard error, each under the path as the user can open it, with the
/// line it is about.
struct DiagnosticPrinter {
  /// The folders and files that were named on the command line.
  let paths: [String]
  let language: Language

  /// Lines are quoted for so many diagnostics; the rest are told without, since nobody reads on
  /// and files are read anew for it.
  private static let quoted = 200
  /// A larger file is not read anew for the sake of a quotation.
  private static let largestQuotedFile = 1_000_000

  /// Prints warnings and goes on, or throws where there are errors.
  ///
  /// - Throws: `InvalidInput`
  func report(_ diagnostics: [Diagnostic]) throws {
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw InvalidInput(diagnostics: diagnostics, printer: self)
    }
    if !diagnostics.isEmpty { StandardError.write(render(diagnostics) + "\n") }
  }

  func render(_ diagnostics: [Diagnostic]) -> String {
    let renderer = DiagnosticRenderer(language: language)
    var lines = LineCache()
    return diagnostics.enumerated().map { index, original in
      var diagnostic = original
      diagnostic.file = pathOnDisk(of: original.file)
      let line =
        index < Self.quoted ? lines.line(original.line, of: diagnostic.file) : nil
      return renderer.render(diagnostic, sourceLine: line)
    }.joined(separator: "\n")
  }

  /// Files are named relative to the registry's folder; the user named that folder, or the file.
  private func pathOnDisk(of file: String) -> String {
    for path in paths {
      if path == file || path.hasSuffix("/" + file) { return path }
      let joined = path.hasSuffix("/") ? path + file : path + "/" + file
      if FileManager.default.fileExists(atPath: joined) { return joined }
    }
    return file
  }

  /// Remembers the lines of the file last asked for, since diagnostics are ordered by file.
  private struct LineCache {
    private var file: String?
    private var lines: [Data] = []

    mutating func line(_ number: Int, of path: String) -> String? {
      if path != file {
        file = path
        lines = Self.read(path)
      }
      guard number > 0, number <= lines.count else { return nil }
      return String(decoding: lines[number - 1], as: UTF8.self)
    }

    private static func read(_ path: String) -> [Data] {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      guard let size = attributes?[.size] as? Int, size <= largestQuotedFile,
        let data = FileManager.default.contents(atPath: path)
      else { return [] }
      // As bytes: in a string, CR and LF together are a character of their own.
      return data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
    }
  }
}
