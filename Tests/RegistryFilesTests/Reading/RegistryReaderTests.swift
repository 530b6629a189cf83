import Foundation
import Portfolio
import RegistryFiles
import TestSupport
import Testing

@Suite("Reading a registry")
struct RegistryReaderTests {
  private func project(_ id: String) -> String { "id: \(id)\ntitle: T\n" }

  @Test("gives records by kind and path, whatever the number of threads")
  func order() throws {
    var files: [String: String] = [
      "departments.yaml": "departments: [{id: d, name: D}]\n",
      "strategy.yaml": "id: s\nname: S\nthemes: [{id: t, name: T}]\n",
      "strategies/x.yaml": "id: x\nname: X\n",
      "participation/b.yaml": "id: b\nname: B\n",
      "roadmap/r.yml": "measures: [{id: m, title: M, theme: t}]\n",
      "decisions/d.yaml": "verdicts: [{pair: [a, b], outcome: different}]\n",
    ]
    var random = SeededRandom(seed: 20)
    var expected: [String] = []
    for file in 0..<40 {
      let name = "projects/d/f\(file + 10).yaml"
      let ids = (0..<Int(random.next() % 900)).map { "p-\(file)-\($0)" }
      // Long titles, so that some files make jobs of their own.
      files[name] = ids.map { "id: \($0)\ntitle: \(String(repeating: "x", count: 500))\n" }
        .joined(separator: "---\n")
      expected += ids
    }
    let registry = try TemporaryRegistry(files)
    for threads in [1, 2, 7] {
      var kinds: [String] = []
      var ids: [String] = []
      let found = RegistryReader(paths: [registry.path], threads: threads).read { record in
        switch record {
        case .department: kinds.append("department")
        case .strategy: kinds.append("strategy")
        case .subStrategy: kinds.append("subStrategy")
        case .participation: kinds.append("participation")
        case .measure: kinds.append("measure")
        case .project(let project): ids.append(project.id)
        case .verdict:
          #expect(ids.count == expected.count)
          kinds.append("verdict")
        case .waiver: break
        }
      }
      #expect(found.allSatisfy { $0.code == "empty-file" })
      #expect(ids == expected, "\(threads) threads")
      #expect(
        kinds == [
          "department", "strategy", "subStrategy", "participation", "measure", "verdict",
        ])
    }
  }

  @Test("stops when the caller has enough", arguments: [1, 2, 4])
  func stops(threads: Int) throws {
    struct Enough: Error {}
    let text = (0..<5000).map { project("p-\($0)") }.joined(separator: "---\n")
    let registry = try TemporaryRegistry([
      "projects/a.yaml": text, "projects/b.yaml": text.replacing("p-", with: "q-"),
      "projects/c.yaml": text.replacing("p-", with: "r-"),
    ])
    var count = 0
    #expect(throws: Enough.self) {
      try RegistryReader(paths: [registry.path], threads: threads).read {
        _ throws(Enough) in
        count += 1
        if count == 7000 { throw Enough() }
      }
    }
    #expect(count == 7000)
  }

  @Test("reports its progress up to the end")
  func progress() throws {
    let registry = try TemporaryRegistry([
      "projects/a.yaml": project("a"), "projects/b.yaml": project("b"),
    ])
    var last: ReadingProgress?
    _ = RegistryReader(paths: [registry.path]).read(progress: { last = $0 }) { _ in }
    #expect(last?.filesRead == 2)
    #expect(last?.files == 2)
    #expect(last?.bytesRead == last?.bytes)
    #expect(last?.records == 2)
  }

  @Test("takes folders, parts of a registry and single files, by their place in the registry")
  func places() throws {
    let registry = try TemporaryRegistry([
      "departments.yaml": "departments: []\n",
      "projects/kultur/a.yaml": project("a"),
      "strategies/s.yaml": "id: s\nname: S\n",
      "lose.yaml": project("c"),
    ])
    func locations(_ paths: String...) -> [String] {
      let portfolio = RegistryReader(paths: paths).loadPortfolio().portfolio
      return portfolio.projects.compactMap(\.location?.file)
        + portfolio.subStrategies.compactMap(\.location?.file)
    }
    let root = registry.path
    #expect(locations(root) == ["lose.yaml", "projects/kultur/a.yaml", "strategies/s.yaml"])
    #expect(locations(root + "/projects") == ["projects/kultur/a.yaml"])
    #expect(locations(root + "/projects/kultur/a.yaml") == ["projects/kultur/a.yaml"])
    #expect(locations(root + "/lose.yaml") == ["lose.yaml"])
    #expect(locations(root + "/strategies/s.yaml") == ["strategies/s.yaml"])
    // Named twice, read once.
    #expect(locations(root, root + "/lose.yaml").count == 3)
  }

  @Test("takes a path once that is named twice or lies in another one, without complaint")
  func namedTwice() throws {
    let registry = try TemporaryRegistry(["projects/a/p.yaml": "id: p\ntitle: P\n"])
    let root = registry.path
    for paths in [
      [root, root], [root, root + "/projects/a"], [root + "/projects/a", root],
      [root + "/projects/a/p.yaml", root + "/projects/a"],
    ] {
      let (portfolio, diagnostics) = RegistryReader(paths: paths).loadPortfolio()
      #expect(diagnostics == [], "\(paths)")
      #expect(portfolio.projects.map(\.location?.file) == ["projects/a/p.yaml"], "\(paths)")
    }
  }

  @Test("takes files whose ending is in capitals")
  func endingInCapitals() throws {
    let registry = try TemporaryRegistry([
      "projects/A.YAML": "id: a\ntitle: A\n", "projects/B.Yml": "id: b\ntitle: B\n",
    ])
    let portfolio = RegistryReader(paths: [registry.path]).loadPortfolio().portfolio
    #expect(portfolio.projects.map(\.id) == ["a", "b"])
  }

  @Test("says that a file's name is not written in UTF-8")
  func nameInAnotherEncoding() throws {
    let registry = try TemporaryRegistry(["projects/a.yaml": "id: a\ntitle: A\n"])
    // "bücher.yaml" in Latin-1, which no Swift string can hold.
    let path = Array("\(registry.path)/projects/b".utf8) + [0xFC] + Array("cher.yaml".utf8) + [0]
    let descriptor = path.withUnsafeBytes {
      open($0.assumingMemoryBound(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o600)
    }
    try #require(descriptor >= 0)
    close(descriptor)
    let diagnostics = RegistryReader(paths: [registry.path]).loadPortfolio().diagnostics
    #expect(diagnostics.map(\.place) == ["projects/b\u{FFFD}cher.yaml:0:0 unreadable-file"])
    #expect(diagnostics.first?.message.english == "the file's name is not written in UTF-8")
  }

  @Test("tells the folder that locations are relative to")
  func root() throws {
    let registry = try TemporaryRegistry(["projects/a/p.yaml": "", "other/x.yaml": ""])
    let root = registry.path
    for path in ["", "/", "/projects", "/projects/a", "/projects/a/", "/projects/a/p.yaml"] {
      #expect(RegistryPath.root(of: root + path) == root, "\(path)")
    }
    #expect(RegistryPath.root(of: root + "/other") == root + "/other")
    #expect(RegistryPath.root(of: root + "/other/x.yaml") == root + "/other")
    #expect(RegistryPath.root(of: "p.yaml") == "")
  }

  @Test("skips hidden files, and is not led round in circles by links")
  func linksAndHiddenFiles() throws {
    let registry = try TemporaryRegistry([
      "projects/a.yaml": project("a"), "projects/.b.yaml": "kaputt: [",
      ".git/c.yaml": "kaputt: [", "projects/liesmich.txt": "kaputt: [",
    ])
    try registry.link("projects/kreis", to: "..")
    try registry.link("projects/zweimal.yaml", to: "a.yaml")
    let (portfolio, found) = RegistryReader(paths: [registry.path]).loadPortfolio()
    #expect(found == [])
    #expect(portfolio.projects.map(\.id) == ["a"])
  }

  @Test("says which files and folders it could not read")
  func unreadable() throws {
    let registry = try TemporaryRegistry(["projects/a.yaml": "# leer\n"])
    try registry.link("projects/b.yaml", to: "gibt-es-nicht")
    try registry.link("projects/c.yaml", to: "c.yaml")
    mkfifo(registry.path + "/projects/d.yaml", 0o600)
    let found = RegistryReader(paths: [registry.path]).loadPortfolio().diagnostics
    #expect(
      found.map(\.place) == [
        "projects/a.yaml:0:0 empty-file", "projects/b.yaml:0:0 unreadable-file",
        "projects/c.yaml:0:0 unreadable-file", "projects/d.yaml:0:0 unreadable-file",
      ])
    let missing = registry.path + "/fehlt"
    #expect(
      RegistryReader(paths: [missing]).loadPortfolio().diagnostics.map(\.placeInFile)
        == ["0:0 path-not-found"])
    let empty = try TemporaryRegistry()
    #expect(
      RegistryReader(paths: [empty.path]).loadPortfolio().diagnostics.map(\.placeInFile)
        == ["0:0 no-registry-files"])
  }

  @Test("says which folder it may not read")
  func forbiddenFolder() throws {
    let registry = try TemporaryRegistry(["projects/a.yaml": project("a")])
    chmod(registry.path + "/projects", 0)
    defer { chmod(registry.path + "/projects", 0o700) }
    // The superuser may read everything; so this thread gives that up, which "setfsuid" does for
    // one thread alone. For anybody else it changes nothing.
    let setUser = try #require(
      dlsym(dlopen(nil, RTLD_NOW), "setfsuid").map {
        unsafeBitCast($0, to: (@convention(c) (uid_t) -> CInt).self)
      })
    let user = setUser(65534)
    defer { _ = setUser(uid_t(user)) }
    let found = RegistryReader(paths: [registry.path], threads: 1).loadPortfolio().diagnostics
    #expect(found.map(\.place) == ["projects:0:0 unreadable-folder"])
  }

  @Test("leaves out what is faulty, and hands on the rest")
  func partial() throws {
    let registry = try TemporaryRegistry([
      "projects/a.yaml": project("a") + "---\nid: b\n---\n" + project("c") + "status: x\n"
    ])
    let (portfolio, found) = RegistryReader(paths: [registry.path]).loadPortfolio()
    #expect(portfolio.projects.map(\.id) == ["a"])
    #expect(found.map(\.placeInFile) == ["4:1 missing-value", "8:9 invalid-choice"])
  }
}
