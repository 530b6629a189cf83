import Foundation
import Testing

@Suite("dach roadmap DIR")
struct RoadmapCommandTests {
  private static let small = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Registry").path

  @Test(
    "answers the four questions, in every form",
    arguments: [
      ("text", "txt", "de"), ("text", "txt", "en"), ("markdown", "md", "de"),
      ("json", "json", "de"),
    ])
  func forms(format: String, ending: String, language: String) throws {
    let result = try Program().run(
      "roadmap", Self.small, "--format", format, "--lang", language)
    #expect(result.exitCode == 0 && result.errors == "")
    try expectGolden(result.output, "roadmap.\(language).\(ending)")
  }

  @Test("has the shape that scripts rely on")
  func shape() throws {
    let json = try Program().run("roadmap", "registry", "--format", "json").output
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let themes = try #require(document["themes"] as? [[String: Any]])
    #expect(themes.count == 5)
    for theme in themes {
      #expect(theme["id"] is String)
      for question in ["standing", "develop", "new", "network"] {
        for item in try #require(theme[question] as? [[String: Any]]) {
          #expect(item["sentence"] is String)
          #expect((item["id"] is String) != (item["finding"] is String))
        }
      }
    }
  }

  @Test("takes a theme by id or name, and says what themes there are")
  func theme() throws {
    let all = try Program().run("roadmap", "registry", "--lang", "de").output
    let byID = try Program().run("roadmap", "registry", "kultur-freizeit", "--lang", "de").output
    let byName = try Program().run("roadmap", "registry", "kultur und freizeit", "--lang", "de")
    #expect(byID == byName.output && byID.hasPrefix("Kultur und Freizeit\n"))
    #expect(byID.count < all.count)
    let unknown = try Program().run("roadmap", "registry", "kultur-freizet", "--lang", "de")
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("Meinten Sie „kultur-freizeit“?"))
  }
}
