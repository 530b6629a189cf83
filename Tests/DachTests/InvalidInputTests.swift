import Foundation
import TestSupport
import Testing

@Suite("Faulty files")
struct InvalidInputTests {
  private func withRegistry(_ project: String, _ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let projects = folder.appending(path: "projects")
      try FileManager.default.createDirectory(at: projects, withIntermediateDirectories: true)
      try project.write(
        to: projects.appending(path: "p.yaml"), atomically: true, encoding: .utf8)
      try body(folder)
    }
  }

  @Test("all faults are reported at once, each with file, line, column and code")
  func allAtOnce() throws {
    try withRegistry("id: Kein Slug\ntitel: Wegweiser\nstatus: laufend\n") { folder in
      let result = try Program().run("check", folder.path, "--lang", "en")
      #expect(result.exitCode == 65)
      #expect(result.output == "")
      let file = folder.path + "/projects/p.yaml"
      for place in ["1:5", "2:1", "3:9"] {
        #expect(result.errors.contains("\(file):\(place): error: "), "\(place)")
      }
    }
  }

  @Test("a file with the line ends of Windows has its lines quoted, too")
  func windowsLineEnds() throws {
    try withRegistry("id: a\r\ntitle: A\r\nstatus: laufend\r\n") { folder in
      let result = try Program().run("check", folder.path, "--lang", "en")
      #expect(result.errors.contains("\n  status: laufend\n          ^\n"), "\(result.errors)")
    }
  }

  @Test("an import of a faulty file stores nothing and starts with the same diagnostics")
  func importRefuses() throws {
    try withRegistry("id: a\n") { folder in
      try withTemporaryFolder { home in
        var program = Program()
        program.environment["DACH_HOME"] = home.path
        defer { _ = try? program.run("database", "stop") }
        let result = try program.run("import", folder.path, "--lang", "en")
        #expect(result.exitCode == 65)
        #expect(result.errors.contains("/projects/p.yaml:1:1: error: "))
        let list = try program.run("list", "--format", "json")
        #expect(list.output.contains("\"count\" : 0"))
      }
    }
  }
}
