import Foundation
import TestSupport
import Testing

@Suite("dach inbox")
struct InboxTests {
  private static let registry = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Registry").path

  @Test("tells a department what is expected of it", arguments: ["de", "en"])
  func text(language: String) throws {
    let result = try Program().run(
      "inbox", Self.registry, "--department", "Bürgermeisterbüro", "--lang", language)
    #expect(result.exitCode == 0, "\(result.errors)")
    try expectGolden(result.output, "inbox.\(language).txt")
  }

  @Test("says the same as JSON")
  func json() throws {
    let result = try Program().run(
      "inbox", Self.registry, "--department", "buero", "--format", "json", "--lang", "de")
    try expectGolden(result.output, "inbox.de.json")
  }

  @Test("names the nearest department where there is none of that name")
  func unknown() throws {
    let result = try Program().run(
      "inbox", Self.registry, "--department", "Baurefferat", "--lang", "de")
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("Meinten Sie „Baureferat“?"))
  }
}

extension RegistryChangeTests {
  @Test("what others have proposed stands first in the inbox until it is answered")
  func inboxAnswers() throws {
    try ChangingRegistry.with { registry in
      func kinds() throws -> [String] {
        let inbox = try registry.json("inbox", "--department", "buero")
        return (inbox["items"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
      }
      let (one, other) = ("terminbuchung-bauamt", "buergerkonto")
      try registry.change("decide", one, other, "cooperate", "--by", "bau")
      try registry.change("link", one, other, "--remove")
      try registry.change("link", one, other, "--kind", "sharesDataWith")
      #expect(try kinds().first == "answerLink")
      try registry.change("link", one, other, "--confirm")
      #expect(!(try kinds().contains("answerLink")))
      try registry.change("link", one, other, "--remove")
      #expect(try kinds().first == "answerCooperation")
      try registry.change("decide", one, other, "cooperate", "--confirm")
      #expect(!(try kinds().contains("answerCooperation")))
    }
  }
}
