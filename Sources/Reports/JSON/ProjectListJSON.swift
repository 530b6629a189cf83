public import Portfolio

/// `dach list --format json`.
public enum ProjectListJSON {
  struct Document: Encodable {
    let count: Int
    let projects: [ProjectJSON]
  }

  public static func render(_ projects: [Project]) throws -> String {
    try JSONText.render(Document(count: projects.count, projects: projects.map(ProjectJSON.init)))
  }
}
