import Foundation
import TestSupport
import Testing

/// The whole life of a decision, on real records: carried out, exported, undone.
extension RegistryChangeTests {
  private static let (library, twin) = ("terminbuchung-bibliothek", "termine-buecherei")
  private static let building = "terminbuchung-bauamt"

  private func ids(_ answer: [String: Any]) -> [String] {
    (answer["projects"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }

  @Test("a merged project leads to the one that goes on, in every export, until it is undone")
  func merge() throws {
    try ChangingRegistry.with { registry in
      try registry.change("link", Self.building, Self.twin, "--kind", "sharesDataWith")
      let before = try registry.export()
      try registry.change(
        "decide", Self.twin, Self.library, "duplicate", "--into", Self.library, "--by",
        "Kulturreferat", "--reason", "doppelt", "--yes")

      let view = try registry.show(Self.twin)
      #expect((view["project"] as? [String: Any])?["id"] as? String == Self.library)
      let merged = try #require((view["merged"] as? [[String: Any]])?.first)
      #expect(merged["id"] as? String == Self.twin && merged["reason"] as? String == "doppelt")
      #expect(ids(try registry.json("query", "id:\(Self.twin)")) == [Self.library])
      #expect(!ids(try registry.json("list")).contains(Self.twin))
      #expect(ids(try registry.json("query", "linked:\(Self.twin)")).contains(Self.building))

      let folder = try registry.exportedFolder()
      let export = try registry.text(of: folder)
      #expect(export.contains("merged:\n  into: \(Self.library)\n  by: kultur\n  date: 2026-11-22"))
      let folderIDs = try registry.json("query", "linked:\(Self.twin)", "--directory", folder)
      #expect(ids(folderIDs).contains(Self.building))
      let again = try registry.program.run("import", folder, "--lang", "en")
      #expect(again.exitCode == 0 && again.output.contains("Nothing"), "\(again)")
      #expect(try registry.export() == export)

      let findings = try registry.findings()
      #expect(!findings.keys.contains { $0.contains(Self.twin) }, "\(findings.keys)")
      try registry.change("decide", Self.twin, Self.library, "--undo", "--yes")
      #expect(try registry.export() == before)
    }
  }

  @Test("what a merger will do is shown, and done only when somebody says yes")
  func preview() throws {
    try ChangingRegistry.with { registry in
      let before = try registry.export()
      let command = [
        "decide", Self.twin, Self.library, "duplicate", "--into", Self.library, "--lang", "en",
      ]
      let asked = try registry.program.run(command)
      #expect(asked.exitCode == 64)
      #expect(asked.errors.contains("'\(Self.twin)' goes into '\(Self.library)'"))
      #expect(asked.errors.contains("--yes"))
      let shown = try registry.program.run(command + ["--dry-run", "--format", "json"])
      #expect(shown.exitCode == 0, "\(shown.errors)")
      let object = try JSONSerialization.jsonObject(with: Data(shown.output.utf8))
      let merge = try #require((object as? [String: Any])?["merge"] as? [String: Any])
      let conflicts = merge["conflicts"] as? [[String: Any]] ?? []
      #expect(conflicts.map { $0["field"] as? String } == ["department"])
      #expect(conflicts.first?["kept"] as? String == "kultur")
      #expect(try registry.export() == before)
      for (arguments, sentence) in [
        (["--take", "audience"], "lists are always joined"),
        (["--take", "title", "--keep", "title"], "cannot be taken over and stay"),
        (["--parent-title", "X"], "belong to bundle"),
      ] {
        let result = try registry.program.run(command + arguments)
        #expect(result.exitCode == 64 && result.errors.contains(sentence), "\(result.errors)")
      }
      let other = try registry.program.run(
        "decide", Self.twin, Self.library, "duplicate", "--into", Self.building, "--yes", "--lang",
        "en")
      #expect(other.exitCode == 65 && other.errors.contains("one of the two projects"))
    }
  }

  @Test("a spreadsheet or file that does not know of the merger does not bring the project back")
  func staysMerged() throws {
    try ChangingRegistry.with { registry in
      let folder = try registry.exportedFolder()
      try registry.change(
        "decide", Self.twin, Self.library, "duplicate", "--into", Self.library, "--yes")
      let file = "\(folder)/projects/bau/\(Self.twin).yaml"
      let result = try registry.program.run("import", file)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(!ids(try registry.json("list")).contains(Self.twin))
      #expect(try registry.export().contains("merged:\n  into: \(Self.library)"))
      // A whole registry is another matter: it says what is merged and what is not.
      let before = try registry.text(of: folder)
      #expect(try registry.program.run("import", folder, "--prune").exitCode == 0)
      #expect(try registry.export() == before)
    }
  }

  @Test("of three records one decision leaves pairs, which are named; all three can be merged")
  func three() throws {
    try ChangingRegistry.with { registry in
      let folder = try registry.exportedFolder()
      let file = "\(folder)/projects/bau/\(Self.twin).yaml"
      let third = "\(registry.folder.path)/lesesaal.yaml"
      try String(contentsOfFile: file, encoding: .utf8)
        .replacing("id: \(Self.twin)", with: "id: lesesaal-buchen")
        .write(toFile: third, atomically: true, encoding: .utf8)
      #expect(try registry.program.run("import", third).exitCode == 0)
      let before = try registry.export()

      let first = try registry.program.run(
        "decide", Self.twin, Self.library, "different", "--lang", "en")
      #expect(first.output.contains("Still to be decided in this group:"))
      #expect(first.output.contains("dach decide lesesaal-buchen \(Self.library) …"))
      #expect(first.output.contains("dach decide lesesaal-buchen \(Self.twin) …"))
      try registry.change("decide", Self.twin, Self.library, "--undo")

      let merged = try registry.program.run(
        "decide", Self.twin, Self.library, "duplicate", "--into", Self.library, "--yes", "--lang",
        "en")
      #expect(merged.output.contains("dach decide lesesaal-buchen \(Self.library) …"))
      try registry.change(
        "decide", "lesesaal-buchen", Self.twin, "duplicate", "--into", Self.twin, "--yes")
      for id in [Self.twin, "lesesaal-buchen"] {
        #expect(try registry.project(id)["id"] as? String == Self.library)
      }
      try registry.change("decide", Self.library, Self.twin, "--undo", "--yes")
      #expect(try registry.project("lesesaal-buchen")["id"] as? String == Self.library)
      try registry.change("decide", "lesesaal-buchen", Self.library, "--undo", "--yes")
      #expect(try registry.export() == before)
    }
  }

  @Test("a bundle gets its joint project, which lists its parts and goes again with the decision")
  func bundle() throws {
    try ChangingRegistry.with { registry in
      let before = try registry.export()
      try registry.change(
        "decide", Self.building, Self.library, "bundle", "--parent-title", "Termine der Stadt",
        "--parent-department", "Bürgermeisterbüro")
      let project = try registry.project("termine-der-stadt")
      #expect(project["department"] as? String == "buero" && project["status"] as? String == "idea")
      let shown = try registry.program.run("show", "termine-der-stadt", "--lang", "en")
      #expect(shown.output.contains("Parts\n"), "\(shown.output)")
      #expect(shown.output.contains("(\(Self.library), Kulturreferat)"))
      let changed = try registry.program.run(
        "decide", Self.building, Self.library, "different", "--lang", "en")
      #expect(changed.exitCode == 65 && changed.errors.contains("Undo that first"))
      try registry.change("decide", Self.building, Self.library, "--undo")
      #expect(try registry.export() == before)
      // The same once more: the archived idea is taken up again.
      try registry.change(
        "decide", Self.building, Self.library, "bundle", "--parent-title", "Termine der Stadt")
      try registry.change(
        "update", "termine-der-stadt", "--summary", "Ein Dienst für alle Termine.")
      try registry.change("decide", Self.building, Self.library, "--undo")
      #expect(try registry.project("termine-der-stadt")["summary"] != nil)
    }
  }

  @Test("a declined link stays on record with its reason and counts for nothing")
  func decline() throws {
    try ChangingRegistry.with { registry in
      try registry.change("link", Self.building, Self.library, "--kind", "coordinatesWith")
      let linked = { ids(try registry.json("query", "linked:\(Self.library)")) }
      #expect(try linked().contains(Self.building))
      try registry.change(
        "link", Self.building, Self.library, "--decline", "--reason", "andere Software")
      #expect(try !linked().contains(Self.building))
      let folder = try registry.exportedFolder()
      #expect(
        try registry.text(of: folder).contains(
          "  declined:\n    date: 2026-11-22\n    reason: andere Software"))
      let inFiles = try registry.json("query", "linked:\(Self.library)", "--directory", folder)
      #expect(!ids(inFiles).contains(Self.building))
      let shown = try registry.program.run("show", Self.building, "--lang", "en")
      #expect(shown.output.contains("declined"), "\(shown.output)")
      #expect(shown.output.contains("andere Software"))
      let bare = try registry.program.run(
        "link", Self.building, Self.library, "--decline", "--lang", "en")
      #expect(bare.exitCode == 64 && bare.errors.contains("says why"))
      try registry.change("link", Self.building, Self.library, "--kind", "coordinatesWith")
      #expect(try linked().contains(Self.building))
    }
  }

  @Test("a department's cooperation waits for the other's answer, and is followed")
  func cooperate() throws {
    try ChangingRegistry.with { registry in
      let finding = "network/cooperation-pending \(Self.building) \(Self.library)"
      let state = { () throws -> String? in
        let decisions = try registry.show(Self.building)["decisions"] as? [[String: Any]]
        return decisions?.first { $0["outcome"] as? String == "cooperate" }?["state"] as? String
      }
      try registry.change("decide", Self.building, Self.library, "cooperate", "--by", "bau")
      #expect(try state() == "proposed")
      try registry.change("decide", Self.building, Self.library, "cooperate", "--confirm")
      #expect(try state() == "confirmed")
      #expect(try registry.findings()[finding] == nil)
      #expect(try registry.findings(on: "2027-03-01")[finding] != nil)
      try registry.change(
        "decide", Self.library, Self.building, "cooperate", "--decline", "--reason", "kein Personal"
      )
      #expect(try state() == "declined")
      #expect(try registry.findings()[finding] != nil)
      try registry.change("link", Self.building, Self.library, "--kind", "coordinatesWith")
      #expect(try state() == "done")
      #expect(try registry.findings()[finding] == nil)
      let refused = try registry.program.run(
        "decide", Self.building, Self.twin, "--confirm", "--lang", "en")
      #expect(refused.exitCode == 65 && refused.errors.contains("nothing to answer"))
    }
  }

  @Test("a decision is open again once a text is rewritten, and closed by deciding anew")
  func reopened() throws {
    try ChangingRegistry.with { registry in
      let rewritten = """
        Wer in der Stadtbibliothek lesen will, bucht einen Arbeitsplatz; Gruppenräume und \
        Scanner lassen sich jetzt zusätzlich über denselben Kalender vormerken.
        """
      try registry.change(
        "decide", Self.twin, Self.library, "different", "--by", "kultur", "--reason", "zwei Häuser")
      let decision = { () throws -> [String: Any]? in
        try (registry.show(Self.twin)["decisions"] as? [[String: Any]])?.first
      }
      #expect(try decision()?["reopened"] as? Bool == false)
      try registry.change("update", Self.twin, "--summary", rewritten)
      #expect(try decision()?["reopened"] as? Bool == true)
      // From files alone, too.
      let view = try registry.json("show", Self.twin, registry.exportedFolder())
      #expect((view["decisions"] as? [[String: Any]])?.first?["reopened"] as? Bool == true)
      try registry.change(
        "decide", Self.twin, Self.library, "different", "--by", "kultur", "--reason", "zwei Häuser")
      #expect(try decision()?["reopened"] as? Bool == false)
    }
  }

  @Test("random decisions travel byte for byte, and taken back leave the registry as it was")
  func random() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    let projects = [Self.library, Self.twin, Self.building, "buergerkonto"]
    try ChangingRegistry.with { registry in
      let before = try registry.export()
      var log = ["seed \(seed)"]
      for _ in 0..<12 {
        let pair = projects.shuffled(using: &random).prefix(2)
        let decision =
          [
            ["different"], ["notNeeded"], ["cooperate", "--by", "bau"], ["--undo", "--yes"],
            ["duplicate", "--into", pair[0], "--yes", "--keep", "visibility"],
            ["bundle", "--parent-title", "Gemeinsam"],
          ].randomElement(using: &random) ?? []
        let result = try registry.program.run(["decide"] + pair + decision)
        log.append((pair + decision).joined(separator: " ") + ": \(result.exitCode)")
        #expect([0, 64, 65].contains(result.exitCode), "\(log) \(result.errors)")
      }
      for id in projects {
        #expect(try registry.program.run("show", id).exitCode == 0, "\(log)")
      }
      let folder = try registry.exportedFolder()
      let export = try registry.text(of: folder)
      #expect(try registry.program.run("import", folder).exitCode == 0)
      #expect(try registry.export() == export, "\(log)")
      // Whatever stands is taken back, each in any order that is possible.
      for _ in projects {
        for one in projects {
          for other in projects where one < other {
            let undo = ["decide", one, other, "--undo", "--yes"]
            guard try registry.program.run(undo).exitCode == 65 else { continue }
            // Two things are decided, or others have to go first.
            for outcome in ["cooperate", "notNeeded"] {
              _ = try registry.program.run(undo + [outcome])
            }
          }
        }
        if try registry.export() == before { break }
      }
      #expect(try registry.export() == before, "\(log)")
    }
  }
}
