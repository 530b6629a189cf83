public import Findings
public import Portfolio

/// `dach align --format json`.
public enum AlignmentJSON {
  struct Advice: Encodable {
    let project: String?
    let themes: [Service]
    let guidelines: [Service]
    let similar: [Similar]
    let contacts: [Contact]
  }

  struct Service: Encodable {
    let id: String
    let name: String
    let score: Double
    let declared: Bool
    let terms: [String]
    let sentence: String?
    let evidence: [Evidence]
  }

  struct Evidence: Encodable {
    let field: String
    let weight: Double
    let detail: String
  }

  struct Similar: Encodable {
    let id: String
    let title: String
    let department: String?
    let similarity: Double
  }

  struct Contact: Encodable {
    let department: String
    let mailboxes: [String]
    let projects: [String]
  }

  struct List: Encodable {
    let count: Int
    let projects: [Entry]
  }

  struct Entry: Encodable {
    let id: String
    let themes: [Score]
    let guidelines: [Score]
  }

  struct Score: Encodable {
    let id: String
    let score: Double
  }

  public static func render(
    _ advice: AlignmentAdvice, of project: Project?, language: Language
  ) throws -> String {
    try JSONText.render(
      Advice(
        project: project?.id, themes: advice.themes.map { service($0, language) },
        guidelines: advice.guidelines.map { service($0, language) },
        similar: advice.similar.map {
          Similar(
            id: $0.id, title: $0.title, department: $0.departmentName, similarity: $0.similarity)
        },
        contacts: advice.contacts.map {
          Contact(department: $0.department, mailboxes: $0.mailboxes, projects: $0.projects)
        }))
  }

  public static func render(_ list: AlignmentList, of snapshot: Snapshot) throws -> String {
    func scores(_ scores: [AlignmentScore]) -> [Score] {
      scores.map { Score(id: snapshot.id(of: $0.target), score: $0.probability) }
    }
    return try JSONText.render(
      List(
        count: list.entries.count,
        projects: list.entries.map { entry in
          Entry(
            id: snapshot.projects[entry.project].id, themes: scores(entry.themes),
            guidelines: scores(entry.guidelines))
        }))
  }

  private static func service(
    _ service: AlignmentAdvice.Service, _ language: Language
  ) -> Service {
    Service(
      id: service.id, name: service.name, score: service.explanation.probability,
      declared: service.isDeclared, terms: service.explanation.terms,
      sentence: service.explanation.sentence,
      evidence: service.explanation.evidence.map {
        Evidence(field: $0.field, weight: $0.weight, detail: $0.detail[language])
      })
  }
}
