internal import Portfolio
internal import TextMatching

/// What is written about a project, part by part.
struct ProjectParts {
  /// The name of the project's field that each part comes from.
  let fields: [String]
  /// How much each counts.
  let parts: [ExplainedPart]

  init(_ snapshot: Snapshot, _ index: Int) {
    let project = snapshot.projects[index]
    let lists: [(String, [String])] = [
      ("audience", project.audience), ("technologies", project.technologies),
      ("provides", project.provides.map { Self.serviceName($0, snapshot) }),
      ("requires", project.requires.map { Self.serviceName($0, snapshot) }),
      ("partners", project.partners.map(\.name)),
    ]
    let filled = lists.filter { !$0.1.isEmpty }
    fields = ["title", "summary"] + filled.map(\.0)
    parts =
      [
        ExplainedPart(project.title, subjectWeight: 2, runWeight: 1),
        ExplainedPart(project.summary ?? "", subjectWeight: 1, runWeight: 1),
      ]
      + filled.map {
        ExplainedPart($0.1.joined(separator: ", "), subjectWeight: 0.5, runWeight: 0)
      }
  }

  private static func serviceName(_ id: String, _ snapshot: Snapshot) -> String {
    snapshot.serviceTable[id].map { snapshot.services[$0].name } ?? id
  }
}
