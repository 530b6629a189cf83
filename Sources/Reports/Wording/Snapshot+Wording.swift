public import Findings
public import Portfolio

extension Snapshot {
  /// What the portfolio is called: by its strategy's name.
  public var name: BilingualText {
    portfolio.strategy.map { BilingualText(de: $0.name, en: $0.name) }
      ?? BilingualText(de: "Projektregister", en: "Project registry")
  }

  func project(_ id: String) -> Project? { projectTable[id].map { projects[$0] } }

  /// The title of a project by its id; the id where there is no such project.
  func projectTitle(_ id: String) -> String { project(id)?.title ?? id }

  /// The name of the department that owns a project.
  func departmentName(ofProject id: String) -> String? {
    projectTable[id].flatMap { department(of: $0) }.map { departments[$0].name }
  }
}
