import Foundation
import TestSupport
import Testing

@Suite("Standard streams that are closed or full")
struct StandardStreamsTests {
  /// Runs the program in a shell, which can close streams; the arguments are `$1`, `$2` …
  private func shell(_ script: String, _ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, try Program.executable().path] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(script)")
    return process.terminationStatus
  }

  @Test("a full disk under standard output is reported, not passed over")
  func fullDisk() throws {
    #expect(try shell("\"$0\" rules >/dev/full") == 74)
    #expect(try shell("\"$0\" rules --format json >/dev/full") == 74)
  }

  @Test("a closed standard output is reported as well")
  func closedOutput() throws {
    #expect(try shell("\"$0\" rules >&-") == 74)
    #expect(try shell("\"$0\" rules >&- 2>&- <&-") == 74)
  }

  @Test("diagnostics without a standard error end with their own exit code")
  func closedErrors() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a.yaml").path
      try "id: A\n".write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try shell("\"$0\" check \"$1\" 2>&-", file) == 65)
      #expect(try shell("\"$0\" check \"$1\" >&- 2>&-", file) == 65)
    }
  }

  @Test("an export without a standard output writes its files whole")
  func exportWithoutOutput() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a.yaml").path
      try "id: a\ntitle: A\n".write(toFile: file, atomically: true, encoding: .utf8)
      let home = folder.appending(path: "home").path
      let out = folder.appending(path: "out").path
      let script = """
        export DACH_HOME="$1"; "$0" import "$2" && "$0" export "$3" >&-; code=$?
        "$0" database stop; exit $code
        """
      #expect(try shell(script, home, file, out) == 74)
      let text = try String(
        contentsOfFile: out + "/projects/ohne-dienststelle/a.yaml", encoding: .utf8)
      #expect(text.hasSuffix("id: a\ntitle: A\n"), "\(text)")
    }
  }
}
