import Foundation
import Testing

extension RegistryChangeTests {
  private static let id = "terminbuchung-bauamt"

  @Test("update changes what is named, replaces lists, and leaves the rest")
  func update() throws {
    try ChangingRegistry.with { registry in
      let before = try registry.project(Self.id)
      try registry.change(
        "update", Self.id, "--title", "Termine im Bauamt", "--status", "completed",
        "--end", "2026-03", "--department", "Referat für Kultur", "--office", "bibliothek",
        "--theme", "freizeit", "--theme", "verwaltung", "--audience", "Bauherren",
        "--contact", "termine@musterstadt.example", "--amount", "99.5", "--funding", "Land",
        "--visibility", "public", "--label", "requested", "--page", "https://musterstadt.example")
      let after = try registry.project(Self.id)
      #expect(after["title"] as? String == "Termine im Bauamt")
      #expect(after["status"] as? String == "completed")
      #expect(after["period"] as? [String: String] == ["start": "2023-05", "end": "2026-03"])
      #expect(after["department"] as? String == "kultur")
      #expect(after["office"] as? String == "bibliothek")
      #expect(after["themes"] as? [String] == ["freizeit", "verwaltung"])
      #expect(after["audience"] as? [String] == ["Bauherren"])
      #expect(after["contact"] as? String == "termine@musterstadt.example")
      #expect((after["budget"] as? [String: Any])?["amount"] as? Double == 99.5)
      #expect((after["visibility"] as? [String: String])?["label"] == "requested")
      for key in ["summary", "requires", "links", "confirmed", "location"] {
        let (old, new) = (before[key] as? NSObject, after[key] as? NSObject)
        #expect(old != nil && old == new, "\(key)")
      }
    }
  }

  @Test("an empty value clears a field, and a dry run stores nothing")
  func clear() throws {
    try ChangingRegistry.with { registry in
      let before = try registry.export()
      let dry = try registry.program.run(
        "update", Self.id, "--summary", "", "--dry-run", "--lang", "en")
      #expect(dry.output.hasPrefix("Dry run: nothing was stored."))
      #expect(dry.output.contains("summary: Bauherrinnen"))
      #expect(try registry.export() == before)
      try registry.change(
        "update", Self.id, "--summary", "", "--end", "", "--start", "", "--requires", "",
        "--status", "")
      let after = try registry.project(Self.id)
      for key in ["summary", "period", "requires", "status"] {
        #expect(after[key] == nil, "\(key)")
      }
    }
  }

  @Test("an alignment is made for the guideline's present revision, changed, and taken back")
  func alignment() throws {
    try ChangingRegistry.with { registry in
      try registry.change(
        "update", Self.id, "--guideline", "offen", "--role", "primary", "--rationale", "Offen")
      try registry.change("update", Self.id, "--guideline", "offen", "--rationale", "Ganz offen")
      let alignments = try registry.project(Self.id)["alignments"] as? [[String: Any]] ?? []
      #expect(alignments.count == 1)
      #expect(alignments.first?["revision"] as? Int == 3)
      #expect(alignments.first?["role"] as? String == "primary")
      #expect(alignments.first?["rationale"] as? String == "Ganz offen")
      #expect(try registry.findings()["gap/guideline-uncovered offen"] == nil)
      try registry.change("update", Self.id, "--remove-guideline", "offen")
      #expect(try registry.project(Self.id)["alignments"] == nil)
    }
  }

  @Test("confirm says of projects, or of all of a department, that they are still true")
  func confirm() throws {
    try ChangingRegistry.with { registry in
      try registry.change("confirm", "buergerkonto", "lesesaal-termine")
      for id in ["buergerkonto", "terminbuchung-bibliothek"] {
        #expect(try registry.project(id)["confirmed"] as? String == "2026-11-22")
      }
      #expect(try registry.project(Self.id)["confirmed"] as? String == "2026-09-01")
      let result = try registry.program.run("confirm", "--department", "Baureferat")
      #expect(result.output.contains(Self.id) && result.output.contains("termine-buecherei"))
      #expect(!result.output.contains("buergerkonto"))
      #expect(try registry.project(Self.id)["confirmed"] as? String == "2026-11-22")
    }
  }

  @Test("changes of different fields at the same time all survive")
  func concurrency() throws {
    let fields = [
      "--title": "T", "--summary": "Z", "--contact": "post@musterstadt.example", "--end": "2030",
      "--audience": "Alle", "--technology": "QR-Code",
    ]
    try ChangingRegistry.with { registry in
      let program = registry.program
      let options = fields.sorted { $0.key < $1.key }
      let codes = Gathered<Int32>()
      DispatchQueue.concurrentPerform(iterations: options.count) { index in
        let (option, value) = options[index]
        codes.add((try? program.run("update", Self.id, option, value))?.exitCode ?? -1)
      }
      #expect(codes.values == Array(repeating: 0, count: options.count))
      let project = try registry.project(Self.id)
      #expect(project["title"] as? String == "T")
      #expect(project["summary"] as? String == "Z")
      #expect(project["contact"] as? String == "post@musterstadt.example")
      #expect((project["period"] as? [String: String])?["end"] == "2030")
      #expect(project["audience"] as? [String] == ["Alle"])
      #expect(project["technologies"] as? [String] == ["QR-Code"])
    }
  }
}

/// Collects values from several threads.
private final class Gathered<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var gathered: [Value] = []

  func add(_ value: Value) { lock.withLock { gathered.append(value) } }

  var values: [Value] { lock.withLock { gathered } }
}
