import Foundation
import TestSupport
import Testing

@Suite("dach check DIR")
struct CheckFolderTests {
  private static let small = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Registry").path

  @Test("reads like a report, in German and in English", arguments: ["de", "en"])
  func text(language: String) throws {
    let result = try Program().run("check", Self.small, "--lang", language, "--fail-on", "never")
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
    let text = result.output.replacing(Self.small, with: "REGISTRY")
    try expectGolden(text, "check.\(language).txt")
  }

  @Test("names files as the user can open them, whatever part of a registry is checked")
  func places() throws {
    try withTemporaryFolder { folder in
      let projects = folder.appending(path: "projects/a")
      try FileManager.default.createDirectory(at: projects, withIntermediateDirectories: true)
      let file = projects.appending(path: "p.yaml").path
      try "id: p\ntitle: P\n".write(toFile: file, atomically: true, encoding: .utf8)
      for part in ["", "/projects", "/projects/a", "/projects/a/p.yaml"] {
        let result = try Program().run("check", folder.path + part)
        #expect(result.output.contains(file + ":1\n"), "\(part): \(result.output)")
      }
      var inside = Program()
      inside.directory = projects
      #expect(try inside.run("check", "p.yaml").output.contains(" p.yaml:1\n"))
    }
  }

  @Test("prints the documented JSON")
  func json() throws {
    let result = try Program().run("check", Self.small, "--format", "json", "--lang", "de")
    try expectGolden(result.output, "check.json")
  }

  @Test("prints the documented columns as CSV")
  func csv() throws {
    let result = try Program().run("check", Self.small, "--format", "csv", "--lang", "de")
    let header = result.output.split(separator: "\r\n").first
    #expect(
      header
        == "rule,severity,score,subjects,departments,message,action,fingerprint,since,file,line")
    try expectGolden(result.output, "check.csv")
  }

  @Test("ends with 1 at findings of the severity asked for, whatever the format")
  func exitCodes() throws {
    let expected: [(threshold: String, code: Int32)] = [
      ("never", 0), ("note", 1), ("warning", 1), ("error", 1),
    ]
    for format in ["text", "json", "csv"] {
      for (threshold, code) in expected {
        let result = try Program().run(
          "check", Self.small, "--fail-on", threshold, "--format", format)
        #expect(result.exitCode == code, "--fail-on \(threshold) --format \(format)")
      }
    }
  }

  @Test("takes several kinds and rules, with commas or one by one")
  func severalRules() throws {
    func rules(_ options: String...) throws -> Set<Substring> {
      let arguments = ["check", Self.small, "--format", "csv"] + options
      let rows = try Program().run(arguments).output.split(separator: "\r\n").dropFirst()
      return Set(rows.compactMap { $0.split(separator: ",").first })
    }
    let all = try rules()
    let chosen = Set(all.sorted().prefix(2))
    let list = chosen.joined(separator: ",")
    #expect(chosen.count == 2)
    #expect(try rules("--select", list) == chosen)
    #expect(try rules("--select", "gap", "--select", "network,duplicate") == all)
    #expect(try rules("--ignore", list) == all.subtracting(chosen))
    let gaps = all.filter { $0.hasPrefix("gap/") }
    #expect(try rules("--kind", "duplicate,network") == all.subtracting(gaps))
    let unknown = try Program().run("check", Self.small, "--select", "gap,netwrk")
    #expect(unknown.exitCode == 64)
  }

  @Test("an unknown rule is an error with a suggestion, not an empty result")
  func unknownRule() throws {
    let result = try Program().run(
      "check", Self.small, "--select", "gap/theme-emty", "--lang", "en")
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("Did you mean 'gap/theme-empty'?"))
  }

  @Test("a missing folder is one clear sentence and exit code 65")
  func missingFolder() throws {
    let result = try Program().run("check", "/nowhere/at/all", "--lang", "en")
    #expect(result.exitCode == 65)
    #expect(result.errors.contains("/nowhere/at/all"))
    #expect(result.output == "")
  }

  @Test("Nuremberg's registry is free of faults in its files")
  func nuremberg() throws {
    let result = try Program().run("check", "registry", "--fail-on", "never", "--format", "json")
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
  }
}
