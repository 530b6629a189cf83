public import Findings
internal import Portfolio

/// `dach contributions --format json`.
public enum ContributionViewsJSON {
  struct Answer: Encodable {
    let kind: String
    let project: String?
    let sentence: String?
    let date: String?
  }

  struct Suggestion: Encodable {
    let project: String
    let title: String
    let similarity: Double
  }

  struct Contribution: Encodable {
    let id: String
    let title: String
    let text: String?
    let participation: String
    let theme: String?
    let date: String?
    let answer: Answer?
    let projects: [String]
    let suggestions: [Suggestion]
  }

  struct Document: Encodable {
    let count: Int
    let answers: [String: Int]
    let unanswered: Int
    let contributions: [Contribution]
  }

  public static func render(_ views: ContributionViews) throws -> String {
    try JSONText.render(
      Document(
        count: views.contributions.count,
        answers: Dictionary(
          uniqueKeysWithValues: ContributionAnswer.Kind.allCases.map {
            ($0.rawValue, views.count($0))
          }),
        unanswered: views.count(nil),
        contributions: views.contributions.map { view in
          Contribution(
            id: view.id, title: view.title, text: view.text, participation: view.participation,
            theme: view.theme, date: view.date?.description,
            answer: view.answer.map {
              Answer(
                kind: $0.kind.rawValue, project: $0.project, sentence: $0.sentence,
                date: $0.date?.description)
            },
            projects: view.projects.map(\.id),
            suggestions: view.suggestions.map {
              Suggestion(
                project: $0.project.id, title: $0.project.title, similarity: $0.similarity)
            })
        }))
  }
}
