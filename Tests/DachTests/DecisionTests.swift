import Foundation
import Testing

extension RegistryChangeTests {
  private static let (one, other) = ("terminbuchung-bauamt", "buergerkonto")

  /// State and date of the links between the two, as `dach show` tells them.
  private func link(
    _ registry: ChangingRegistry, _ kind: String
  ) throws -> (state: String?, confirmed: String?) {
    let view = try registry.show(Self.one)
    let neighbour = (view["neighbours"] as? [[String: Any]] ?? []).first {
      $0["id"] as? String == Self.other && $0["kind"] as? String == kind
        && $0["direction"] as? String == "outgoing"
    }
    let project = view["project"] as? [String: Any]
    let link = (project?["links"] as? [[String: String]] ?? []).first {
      $0["project"] == Self.other && $0["kind"] == kind
    }
    return (neighbour?["state"] as? String, link?["confirmed"])
  }

  @Test("a link is stated by one side, confirmed by the other, and taken back")
  func links() throws {
    try ChangingRegistry.with { registry in
      try registry.change("link", Self.one, Self.other, "--kind", "sharesDataWith", "--note", "N")
      #expect(try link(registry, "sharesDataWith").state == "proposed")
      try registry.change("link", Self.one, Self.other, "--confirm", "--kind", "buildsOn")
      #expect(try link(registry, "buildsOn") == ("confirmed", "2026-11-22"))
      #expect(try link(registry, "sharesDataWith").confirmed == nil)
      try registry.change("link", Self.one, Self.other, "--remove", "--kind", "buildsOn")
      #expect(try link(registry, "buildsOn") == (nil, nil))
      #expect(try link(registry, "sharesDataWith").state == "proposed")
    }
  }

  @Test("a link is flagged when the other side has not answered in time")
  func unconfirmedLink() throws {
    let (building, library) = ("terminbuchung-bauamt", "terminbuchung-bibliothek")
    let finding = "network/unconfirmed-link \(building) \(library)"
    try ChangingRegistry.with { registry in
      #expect(try registry.findings()[finding] == nil)
      try registry.change("link", building, library, "--kind", "coordinatesWith")
      #expect(try registry.findings()[finding] == nil)
      #expect(try registry.findings(on: "2027-01-01")[finding] != nil)
      try registry.change("link", building, library, "--confirm", "--kind", "coordinatesWith")
      #expect(try registry.findings(on: "2027-01-01")[finding] == nil)
    }
  }

  @Test("the other side may state the same link, which makes it mutual, or confirm without a kind")
  func mutual() throws {
    try ChangingRegistry.with { registry in
      try registry.change("link", Self.one, Self.other, "--kind", "sharesDataWith")
      try registry.change("link", Self.other, Self.one, "--kind", "sharesDataWith")
      #expect(try link(registry, "sharesDataWith") == ("mutual", nil))
      try registry.change("link", Self.other, Self.one)
      #expect(try link(registry, "sharesDataWith") == ("confirmed", "2026-11-22"))
      #expect(try link(registry, "buildsOn") == ("confirmed", "2026-11-22"))
      try registry.change("link", "termine-buecherei", Self.other)
      let links = try registry.project("termine-buecherei")["links"] as? [[String: String]]
      #expect(
        links == [
          ["project": Self.other, "kind": "coordinatesWith", "proposed": "2026-11-22"]
        ])
    }
  }

  @Test("a link to a project that is not registered can be taken back")
  func dangling() throws {
    let finding = "network/dangling-link \(Self.one) altes-portal"
    try ChangingRegistry.with { registry in
      #expect(try registry.findings()[finding] != nil)
      // A waiver may name what has no record, where the rule flags it.
      let waiver = ["waive", "network/dangling-link", Self.one, "altes-portal"]
      let waived = try registry.program.run(waiver + ["--reason", "r", "--approver", "bau"])
      #expect(waived.exitCode == 0, "\(waived.errors)")
      #expect(try registry.findings()[finding] == nil)
      #expect(try registry.program.run(waiver + ["--remove"]).exitCode == 0)
      #expect(try registry.findings()[finding] != nil)
      let result = try registry.program.run("link", Self.one, "altes-portal", "--remove")
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(try registry.findings()[finding] == nil)
    }
  }

  @Test("a decision settles the finding, stands in the export, and is replaced by a later one")
  func decide() throws {
    try ChangingRegistry.with { registry in
      let isDuplicate = { (name: String) in
        name.hasPrefix("duplicate/") && name.contains("terminbuchung-bibliothek")
          && name.contains("termine-buecherei")
      }
      #expect(try registry.findings().keys.contains(where: isDuplicate))
      try registry.change(
        "decide", "termine-buecherei", "lesesaal-termine", "different", "--reason", "Zwei Häuser",
        "--by", "Kulturreferat")
      #expect(try !registry.findings().keys.contains(where: isDuplicate))
      let written = """
        - pair: [termine-buecherei, terminbuchung-bibliothek]
          outcome: different
          reason: Zwei Häuser
          by: kultur
          date: 2026-11-22
        """
      #expect(try registry.export().contains(written))
      // The other question is decided beside it, the same one anew, in whatever order.
      try registry.change("decide", "terminbuchung-bibliothek", "termine-buecherei", "notNeeded")
      try registry.change("decide", "terminbuchung-bibliothek", "termine-buecherei", "duplicate")
      let export = try registry.export()
      #expect(!export.contains("outcome: different"))
      #expect(export.contains("outcome: notNeeded") && export.contains("outcome: duplicate"))
      #expect(export.count(of: "- pair:") == 2)
    }
  }

  @Test("a waived finding is gone until the waiver is taken back or has expired")
  func waive() throws {
    let finding = "gap/guideline-uncovered klimafreundlich"
    let waiver = ["waive", "gap/guideline-uncovered", "klimafreundlich"]
    try ChangingRegistry.with { registry in
      #expect(try registry.findings()[finding] != nil)
      try registry.change(
        waiver[0], waiver[1], waiver[2], "--reason", "Ab 2028", "--approver", "Bürgermeisterbüro",
        "--expires", "2027-12")
      #expect(try registry.findings()[finding] == nil)
      let written = """
        - rule: gap/guideline-uncovered
          subjects: [klimafreundlich]
          reason: Ab 2028
          approver: buero
          approved: 2026-11-22
          expires: 2027-12
        """
      #expect(try registry.export().contains(written))
      try registry.change(
        waiver[0], waiver[1], waiver[2], "--reason", "Ab 2028", "--approver", "buero",
        "--expires", "2026-10")
      #expect(try registry.findings()[finding] != nil)
      try registry.change(waiver[0], waiver[1], waiver[2], "--remove")
      let export = try registry.export()
      #expect(!export.contains("klimafreundlich]"))
      // The waiver of the files stays.
      #expect(export.contains("subjects: [offen]"))
    }
  }
}

extension String {
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
