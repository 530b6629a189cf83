import Foundation
import Glibc
import Portfolio
import Testing

@testable import RegistryFiles

@Suite("export to a folder")
final class RegistryExportTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "dach-export-\(UUID().uuidString)")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test(
    "random portfolios read back equal, and are exported again byte for byte",
    arguments: (1...40).map { UInt64($0) })
  func roundTrip(seed: UInt64) throws {
    var random = RandomPortfolio(seed: seed)
    let portfolio = random.make()
    let export = try RegistryExport(portfolio)
    let first = try export.write(to: folder.path)
    #expect(first.written == export.files.map(\.path))

    let (read, diagnostics) = RegistryReader(paths: [folder.path]).loadPortfolio()
    #expect(
      diagnostics.filter { $0.severity == .error }.isEmpty,
      "seed \(seed): \(diagnostics.map(FixtureTests.line))")
    #expect(read.withoutPlaces.inOrderOfExport == portfolio.inOrderOfExport, "seed \(seed)")

    let second = try RegistryExport(read).write(to: folder.path, prune: true)
    #expect(second.written.isEmpty, "seed \(seed)")
    #expect(second.unchanged == export.files.count, "seed \(seed)")
    #expect(second.stale.isEmpty, "seed \(seed)")
  }

  @Test("files stand where the format document says")
  func paths() throws {
    let portfolio = Portfolio(
      strategy: Strategy(id: "dach", name: "Dach"),
      departments: [Department(id: "kultur", name: "Kulturreferat")],
      subStrategies: [SubStrategy(id: "schul-it", name: "Schul-IT")],
      participations: [Participation(id: "abend", name: "Abend")],
      measures: [
        Measure(id: "a", title: "A", theme: "verkehr"),
        Measure(id: "b", title: "B", theme: "kultur"),
        Measure(id: "c", title: "C", theme: "verkehr"),
      ],
      projects: [
        Project(id: "onleihe", title: "Onleihe", department: "kultur"),
        Project(id: "frei", title: "Frei"),
      ],
      verdicts: [Verdict(first: "a", second: "b", outcome: .different)],
      waivers: [Waiver(rule: "gap/theme-empty", subjects: ["a"], reason: "x", approver: "y")])
    let export = try RegistryExport(portfolio)
    #expect(
      export.files.map(\.path) == [
        "strategy.yaml", "departments.yaml", "strategies/schul-it.yaml",
        "participation/abend.yaml", "roadmap/verkehr.yaml", "roadmap/kultur.yaml",
        "projects/kultur/onleihe.yaml", "projects/ohne-dienststelle/frei.yaml",
        "decisions/verdicts.yaml", "decisions/waivers.yaml",
      ])
    let schemas = try export.files.map { file in
      let text = CanonicalWriterTests.string(try file.bytes())
      let line = try #require(text.split(separator: "\n").first)
      // From the registry's folder, the schemas are in `../schemas/json`.
      let path = try #require(line.split(separator: "=").last)
      return URL(fileURLWithPath: "/r/registry/\(file.path)").deletingLastPathComponent()
        .appending(path: String(path)).standardizedFileURL.path
    }
    #expect(schemas.allSatisfy { $0.hasPrefix("/r/schemas/json/") && $0.hasSuffix(".schema.json") })
  }

  @Test("ids that would lead out of the folder, and two records for one file, are refused")
  func pathSafety() {
    for id in ["..", "../x", "a/b", "", ".", "a\0", "A"] {
      let project = Project(id: "a", title: "A", department: id)
      #expect(throws: WritingError.self) { try RegistryExport(Portfolio(projects: [project])) }
    }
    let project = Project(id: "a", title: "A")
    #expect(throws: WritingError.samePath("projects/ohne-dienststelle/a.yaml")) {
      try RegistryExport(Portfolio(projects: [project, project]))
    }
  }

  @Test("a folder that holds other things is refused and left alone")
  func foreignFolder() throws {
    try place("Steuer 2025.ods", "x")
    try place("projects/game/config.yaml", "x: 1")
    #expect(throws: WritingError.notARegistry(folder: folder.path, entry: "Steuer 2025.ods")) {
      try self.export([Project(id: "a", title: "A")], prune: true)
    }
    #expect(try names() == ["Steuer 2025.ods", "projects/game/config.yaml"])
  }

  @Test("stale files are named, and go only when asked for")
  func stale() throws {
    _ = try export([
      Project(id: "a", title: "A", department: "kultur"),
      Project(id: "b", title: "B", department: "bau"),
    ])
    try place("projects/kultur/LIESMICH.txt", "x")
    try place("projects/bau/.entwurf.yaml", "x")
    let rest = [Project(id: "a", title: "A", department: "kultur")]
    let kept = try export(rest)
    #expect(kept.stale == ["projects/bau/b.yaml"])
    #expect(!kept.isPruned)
    #expect(try names().contains("projects/bau/b.yaml"))
    let pruned = try export(rest, prune: true)
    #expect(pruned.stale == ["projects/bau/b.yaml"])
    #expect(pruned.isPruned)
    #expect(
      try names() == [
        "projects/bau/.entwurf.yaml", "projects/kultur/LIESMICH.txt", "projects/kultur/a.yaml",
      ])
  }

  @Test("unchanged files are not touched")
  func unchanged() throws {
    let projects = [Project(id: "a", title: "A"), Project(id: "b", title: "B")]
    _ = try export(projects)
    let before = try identity("projects/ohne-dienststelle/a.yaml")
    let outcome = try export([projects[0], Project(id: "b", title: "B neu")])
    #expect(outcome.written == ["projects/ohne-dienststelle/b.yaml"])
    #expect(outcome.unchanged == 1)
    #expect(try identity("projects/ohne-dienststelle/a.yaml") == before)
  }

  @Test("an export that fails on its last record leaves the folder as it was")
  func failure() throws {
    _ = try export([Project(id: "a", title: "Alt")])
    let before = try contents()
    #expect(throws: WritingError.self) {
      try self.export([Project(id: "a", title: "Neu"), Project(id: "b", title: "nul\0")])
    }
    #expect(try contents() == before)
  }

  @Test("more files than are brought to the disk one by one arrive as well")
  func manyFiles() throws {
    let projects = (0..<300).map { Project(id: "p\($0)", title: "Projekt \($0)") }
    #expect(try export(projects).written.count == 300)
    #expect(try names().count == 300)
  }

  @Test("two exports to one folder at a time: the second is told so")
  func busy() throws {
    let first = try RegistryFolder(folder.path)
    #expect(throws: WritingError.busy(folder: folder.path)) {
      try self.export([Project(id: "a", title: "A")])
    }
    withExtendedLifetime(first) {}
  }

  // MARK: The folder

  private func export(
    _ projects: [Project], prune: Bool = false
  ) throws -> RegistryExport.Outcome {
    try RegistryExport(Portfolio(projects: projects)).write(to: folder.path, prune: prune)
  }

  private func place(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// All files, hidden ones too.
  private func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { try Self.isFile(folder.appending(path: $0).path) }
      .sorted()
  }

  private static func isFile(_ path: String) throws -> Bool {
    let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return type == .typeRegular
  }

  private func contents() throws -> [String: Data] {
    try Dictionary(
      uniqueKeysWithValues: names().map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }

  /// What changes when a file is replaced or written.
  private func identity(_ path: String) throws -> [Int] {
    var status = stat()
    try #require(stat(folder.appending(path: path).path, &status) == 0)
    return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }
}

extension Portfolio {
  /// Records in the order in which an export is read back: by path.
  fileprivate var inOrderOfExport: Portfolio {
    var copy = self
    copy.subStrategies.sort { $0.id < $1.id }
    copy.participations.sort { $0.id < $1.id }
    copy.projects.sort { $0.id < $1.id }
    copy.mergedProjects.sort { $0.id < $1.id }
    let themes = Set(measures.map(\.theme)).sorted()
    copy.measures = themes.flatMap { theme in measures.filter { $0.theme == theme } }
    return copy
  }
}
