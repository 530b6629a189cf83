import Foundation
import TestSupport
import Testing

@Suite("dach network DIR")
struct NetworkCommandTests {
  private static let small = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Registry").path

  @Test(
    "shows the same network in every form",
    arguments: [
      ("text", "txt", "de"), ("text", "txt", "en"), ("json", "json", "de"), ("dot", "dot", "de"),
      ("graphml", "graphml", "de"), ("svg", "svg", "de"), ("svg", "svg", "en"),
    ])
  func forms(format: String, ending: String, language: String) throws {
    let result = try Program().run(
      "network", Self.small, "--format", format, "--lang", language)
    #expect(result.exitCode == 0 && result.errors == "")
    try expectGolden(result.output, "network.\(language).\(ending)")
  }

  @Test("tells a department with whom it works and whom to write to", arguments: ["de", "en"])
  func department(language: String) throws {
    let result = try Program().run(
      "network", Self.small, "--department", "bau", "--lang", language)
    #expect(result.exitCode == 0 && result.errors == "")
    try expectGolden(result.output, "network.department.\(language).txt")
  }

  @Test("every number is the length of the list beside it, and every id is a department's")
  func counts() throws {
    for arguments in [[], ["--department", "planung-bau"], ["--theme", "kultur-freizeit"]] {
      let document = try json(["network", "registry"] + arguments)
      let departments = try #require(document["departments"] as? [[String: Any]])
      let known = Set(departments.compactMap { $0["id"] as? String })
      for connection in try #require(document["connections"] as? [[String: Any]]) {
        let counts = try #require(connection["counts"] as? [String: Int])
        let links = try #require(connection["links"] as? [[String: Any]])
        let expected = try #require(connection["expected"] as? [[String: Any]])
        #expect(counts["links"] == links.count && counts["expected"] == expected.count)
        #expect(counts["missing"] == expected.count { $0["isMet"] as? Bool == false })
        #expect(links.count + expected.count > 0)
        #expect(known.isSuperset(of: try #require(connection["departments"] as? [String])))
      }
    }
  }

  @Test("the report's matrix has the numbers of the command")
  func report() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "report.html")
      #expect(try Program().run("report", "registry", "--output", file.path).exitCode == 0)
      let page = try String(contentsOf: file, encoding: .utf8)
      let chapter = try #require(page.split(separator: "id=\"network\"").last)
      let connections = try #require(
        try json(["network", "registry"])["connections"] as? [[String: Any]])
      let rows = chapter.matches(
        of: /<td class="number">(\d+)<\/td><td class="number">(\d+)<\/td><td><ul/)
      let counts = connections.compactMap { $0["counts"] as? [String: Int] }
      #expect(rows.map { Int($0.1) } == counts.map { $0["links"] })
      #expect(rows.map { Int($0.2) } == counts.map { $0["missing"] })
    }
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try Program().run(arguments + ["--format", "json"])
    #expect(result.exitCode == 0)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test("the picture of a theme is laid out by graphviz, and no boxes overlap")
  func graph() throws {
    let result = try Program().run(
      "network", "registry", "--theme", "daten-infrastruktur-online-dienste", "--format", "svg",
      "--lang", "de")
    #expect(result.exitCode == 0, "\(result.errors)")
    let boxes = result.output.matches(
      of: /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="4"/
    ).compactMap { Box($0.1, $0.2, $0.3, $0.4) }
    #expect(boxes.count > 10)
    for (place, one) in boxes.enumerated() {
      for other in boxes[(place + 1)...] { #expect(!one.overlaps(other)) }
    }
    #expect(result.output.contains("<title>Netz der Projekte: Daten, Infrastrukturen"))
    #expect(result.output.contains("prefers-color-scheme:dark"))
  }

  private struct Box {
    let left, top, width, height: Double

    init?(_ parts: Substring...) {
      let numbers = parts.compactMap { Double($0) }
      guard numbers.count == 4 else { return nil }
      (left, top, width, height) = (numbers[0], numbers[1], numbers[2], numbers[3])
    }

    func overlaps(_ other: Box) -> Bool {
      left < other.left + other.width && other.left < left + width
        && top < other.top + other.height && other.top < top + height
    }
  }

  /// Stands in for graphviz, so that the drawing does not depend on its version.
  @Test("the picture is drawn from graphviz's answer")
  func drawing() throws {
    try withTemporaryFolder { folder in
      let layout = """
        {"bb":"0,0,570,118","objects":[
        {"name":"cluster_0","bb":"326,8,544,102"},{"name":"cluster_1","bb":"8,8,234,110"},
        {"name":"n0","pos":"121,44"},{"name":"n1","pos":"435,44"}],
        "edges":[{"id":"e0","pos":"e,338,44 222,44 260,44 290,44 328,44"}]}
        """
      let answer = folder.appending(path: "layout.json")
      try layout.write(to: answer, atomically: true, encoding: .utf8)
      let program = folder.appending(path: "dot")
      try "#!/bin/sh\ncp '\(answer.path)' \"$4\"\n".write(
        to: program, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.path)
      var dach = Program()
      dach.environment["PATH"] = "\(folder.path):/usr/bin:/bin"
      let result = try dach.run(
        "network", Self.small, "--format", "svg", "--theme", "verwaltung", "--lang", "de")
      #expect(result.exitCode == 0, "\(result.errors)")
      try expectGolden(result.output, "network.graph.de.svg")
    }
  }

  @Test("without graphviz, or where it fails, one sentence says what to do")
  func withoutGraphviz() throws {
    try withTemporaryFolder { folder in
      var program = Program()
      program.environment["PATH"] = folder.path
      let arguments = ["network", "registry", "--theme", "kultur-freizeit", "--format", "svg"]
      let missing = try program.run(arguments + ["--lang", "en"])
      #expect(missing.exitCode == 69 && missing.output == "")
      #expect(missing.errors.contains("apt install graphviz"))
      let matrix = try program.run(arguments + ["--picture", "matrix"])
      #expect(matrix.exitCode == 0 && matrix.output.hasPrefix("<svg"))

      let file = folder.appending(path: "dot")
      try "#!/bin/sh\necho 'Error: no way' >&2\nexit 1\n".write(
        to: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      let failed = try program.run(arguments + ["--lang", "en"])
      #expect(failed.exitCode == 69)
      #expect(failed.errors.contains("no way"))
    }
  }

  @Test("unknown names and options that do not go together are refused")
  func mistakes() throws {
    let unknown = try Program().run(
      "network", "registry", "--department", "planung-bua", "--lang", "de")
    #expect(unknown.exitCode == 64 && unknown.errors.contains("Meinten Sie „planung-bau“?"))
    #expect(try Program().run("network", "registry", "--picture", "graph").exitCode == 64)
    #expect(
      try Program().run(
        "network", "registry", "--format", "svg", "--picture", "matrix", "--department", "vag"
      ).exitCode == 64)
  }
}
