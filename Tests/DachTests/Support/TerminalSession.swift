import Foundation
import Testing

/// A person at a terminal: the program runs in a pseudo-terminal (of util-linux's `script`), and
/// each line is typed only when its question has been asked.
final class TerminalSession {
  private let process = Process()
  private let keyboard = Pipe()
  private let screen = Pipe()
  /// Everything that has been shown.
  private(set) var transcript = ""
  /// Up to here it has been looked at.
  private var seen = 0

  private static let patience: Int32 = 120_000  // ms; a guard against waiting for ever, no measure

  init(_ program: Program, _ arguments: [String], environment: [String: String] = [:]) throws {
    let words = [try Program.executable().path] + arguments
    let command = words.map { "'\($0)'" }.joined(separator: " ")
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = ["--quiet", "--flush", "--return", "--command", command, "/dev/null"]
    var variables = [
      "PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795305600", "TERM": "dumb",
      "SHELL": "/bin/sh",
    ]
    variables.merge(program.environment) { _, new in new }
    variables.merge(environment) { _, new in new }
    process.environment = variables
    process.standardInput = keyboard
    process.standardOutput = screen
    process.standardError = screen
    try process.run()
  }

  /// Waits until the text is shown after everything that was waited for before.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    while true {
      let rest = transcript.dropFirst(seen)
      if let range = rest.range(of: text) {
        seen = transcript.distance(from: transcript.startIndex, to: range.upperBound)
        return
      }
      try #require(
        readMore(), "'\(text)' was not shown:\n\(transcript)", sourceLocation: sourceLocation)
    }
  }

  func type(_ line: String) { keyboard.fileHandleForWriting.write(Data((line + "\n").utf8)) }

  /// Ctrl-C.
  func interrupt() { keyboard.fileHandleForWriting.write(Data([3])) }

  /// Waits for the end.
  func exitCode() -> Int32 {
    while readMore() {}
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// False at the end, or when nothing has come for too long.
  private func readMore() -> Bool {
    var descriptor = pollfd(
      fd: screen.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, Self.patience) > 0 else {
      process.terminate()
      return false
    }
    let data = screen.fileHandleForReading.availableData
    transcript += String(decoding: data, as: UTF8.self).replacing("\r\n", with: "\n")
    return !data.isEmpty
  }
}
