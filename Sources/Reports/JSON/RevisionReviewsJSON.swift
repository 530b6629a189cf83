public import Findings
public import Portfolio

/// `dach revisions --format json`.
public enum RevisionReviewsJSON {
  struct Project: Encodable {
    let id: String
    let title: String
    let rationale: String?
    let wasReviewed: Bool
  }

  struct Segment: Encodable {
    let change: String
    let text: String
  }

  struct Guideline: Encodable {
    let id: String
    let name: String
    let from: Int
    let to: Int
    /// Missing where the earlier wording is not recorded.
    let difference: [Segment]?
    let projects: [Project]
  }

  struct Department: Encodable {
    let id: String?
    let name: String
    let guidelines: [Guideline]
  }

  struct Document: Encodable {
    let count: Int
    let departments: [Department]
  }

  public static func render(_ reviews: RevisionReviews, language: Language) throws -> String {
    try JSONText.render(
      Document(
        count: reviews.count,
        departments: reviews.departments.map { department in
          Department(
            id: department.id, name: department.name[language],
            guidelines: department.guidelines.map { guideline in
              Guideline(
                id: guideline.id, name: guideline.name, from: guideline.from, to: guideline.to,
                difference: guideline.difference?.segments.map {
                  Segment(change: $0.change.rawValue, text: $0.text)
                },
                projects: guideline.projects.map {
                  Project(
                    id: $0.id, title: $0.title, rationale: $0.rationale,
                    wasReviewed: $0.wasReviewed)
                })
            })
        }))
  }
}
