import Foundation
import TestSupport
import Testing

/// The built `dach`, run as a user would: command line in; output, errors and exit code out.
struct Program {
  struct Result {
    let output: String
    let errors: String
    let exitCode: Int32
  }

  var environment: [String: String] = [:]
  var directory = Repository.root

  /// The build folder's `dach`, beside the bundle or executable of these tests.
  static func executable() throws -> URL {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appending(path: "dach")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    throw MissingProgram()
  }

  struct MissingProgram: Error, CustomStringConvertible {
    let description = "no built 'dach' beside the tests; run 'swift build' first"
  }

  /// Runs the program on a fixed day, without any database of the environment.
  func run(_ arguments: String...) throws -> Result {
    try run(arguments)
  }

  func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments = arguments
    process.currentDirectoryURL = directory
    var variables = ["PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795305600"]
    variables.merge(environment) { _, new in new }
    process.environment = variables
    // Files instead of pipes: no reader is needed, and a started server cannot keep them open.
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, errors) = (folder.appending(path: "out"), folder.appending(path: "err"))
    for file in [output, errors] {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8),
      exitCode: process.terminationStatus)
  }
}
