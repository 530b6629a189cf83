internal import Portfolio
internal import ProjectQuery

/// `dach query --format json`: `{"count", "projects": […]}`, and what was asked for besides.
public enum QueryAnswerJSON {
  struct Document: Encodable {
    let count: Int
    let offset: Int?
    let projects: [ProjectJSON]
    let groups: [String: [Group]]?
    let replacements: [Replacement]?
  }

  struct Group: Encodable {
    /// Left out for projects without a value.
    let value: String?
    let count: Int
  }

  struct Replacement: Encodable {
    let typed: String
    let meant: String
  }

  public static func render(_ answer: QueryAnswer) throws -> String {
    var groups: [String: [Group]] = [:]
    for (grouping, counts) in answer.groups {
      groups[grouping.rawValue] = counts.map { Group(value: $0.value, count: $0.count) }
    }
    return try JSONText.render(
      Document(
        count: answer.count, offset: answer.offset == 0 ? nil : answer.offset,
        projects: answer.projects.map(ProjectJSON.init), groups: groups.isEmpty ? nil : groups,
        replacements: answer.replacements.nonEmpty?.map {
          Replacement(typed: $0.typed, meant: $0.meant)
        }))
  }
}
