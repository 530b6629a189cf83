import ArgumentParser
import Foundation
import Portfolio

/// The file into which a command writes its result instead of to standard output.
struct OutputFileOption: ParsableArguments {
  @Option(
    help: help(
      de: "Datei, in die das Ergebnis geschrieben wird; ohne Angabe die Standardausgabe.",
      en: "File to write the result to; by default standard output."),
    completion: .file())
  var output: String?

  /// - Throws: `UnwritableFile`
  func write(_ text: String) throws {
    guard let output else {
      print(text, terminator: "")
      return
    }
    try WholeFile(path: output).write(text)
  }

  /// Writes a result that is no text.
  /// - Parameter body: writes it to the path it is given.
  func writeBinary(_ body: (String) throws -> Void) throws {
    if let output { return try WholeFile(path: output).write(body) }
    guard isatty(STDOUT_FILENO) == 0 else { throw BinaryToTerminal() }
    let folder = FileManager.default.temporaryDirectory.appending(path: "dach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "result").path
    try body(file)
    let bytes = try Data(contentsOf: URL(filePath: file))
    try FileHandle.standardOutput.write(contentsOf: bytes)
  }
}

/// The result is no text, and nobody but a terminal is there to take it.
struct BinaryToTerminal: PresentableError {
  var exitCode: Int32 { 64 }

  var text: BilingualText {
    BilingualText(
      de: "Diese Ausgabeform ist kein Text. Nennen Sie eine Datei: --output DATEI.",
      en: "This form of output is no text. Name a file: --output FILE.")
  }
}
