public import Findings
public import Portfolio

/// `dach roadmap --format json`: the four questions for every theme complex, with every item.
public enum RoadmapJSON {
  struct Item: Encodable {
    let kind: String
    /// Id of what it is about; for what the check flags the finding's fingerprint instead.
    let id: String?
    let finding: String?
    let rule: String?
    let subjects: [Subject]
    let sentence: String

    init(_ item: RoadmapItem, _ language: Language) {
      kind = item.kind.rawValue
      id = item.finding == nil ? item.subject.id : nil
      finding = item.finding?.fingerprint
      rule = item.finding?.rule
      subjects = (item.finding?.subjects ?? [item.subject]).map(Subject.init)
      sentence = item.sentence[language]
    }
  }

  struct Subject: Encodable {
    let kind: String
    let id: String

    init(_ subject: Findings.Subject) {
      kind = subject.kind.rawValue
      id = subject.id
    }
  }

  struct Theme: Encodable {
    let id: String
    let name: String
    let coverage: OverviewJSON.Row
    let standing: [Item]
    let develop: [Item]
    let new: [Item]
    let network: [Item]
  }

  struct Document: Encodable {
    let asOf: String
    let themes: [Theme]
    let everywhere: [Item]
  }

  public static func render(_ roadmap: Roadmap, language: Language) throws -> String {
    func items(_ items: [RoadmapItem]) -> [Item] { items.map { Item($0, language) } }
    return try JSONText.render(
      Document(
        asOf: roadmap.asOf.description,
        themes: roadmap.themes.map { theme in
          Theme(
            id: theme.id, name: theme.name, coverage: OverviewJSON.Row(theme.coverage),
            standing: items(theme.standing), develop: items(theme.develop), new: items(theme.new),
            network: items(theme.network))
        }, everywhere: items(roadmap.everywhere)))
  }
}
