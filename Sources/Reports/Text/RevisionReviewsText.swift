public import Findings
public import Portfolio

/// `dach revisions`: the alignments that revisions have reopened, a section for each department.
public struct RevisionReviewsText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  public func render(_ reviews: RevisionReviews) -> String {
    guard reviews.count > 0 else {
      return BilingualText(
        de: "Alle Zuordnungen gelten der heutigen Fassung ihrer Leitlinie.",
        en: "All alignments are to the present revision of their guideline.")[language] + "\n"
    }
    return reviews.departments.map(department).joined(separator: "\n\n") + "\n"
  }

  private func department(_ review: RevisionReviews.DepartmentReview) -> String {
    let count = BilingualText(
      de: "\(review.count) Zuordnung\(review.count == 1 ? "" : "en") zu prüfen",
      en: "\(review.count) alignment\(review.count == 1 ? "" : "s") to review")
    let head = style.paint(review.name[language], .heading) + "  " + count[language]
    return ([head] + review.guidelines.map(guideline)).joined(separator: "\n\n")
  }

  private func guideline(_ review: RevisionReviews.GuidelineReview) -> String {
    let head = BilingualText(
      de: "  Leitlinie \(Quotation.of(review.name).german): Fassung \(review.from) → \(review.to)",
      en: "  Guideline \(Quotation.of(review.name).english): revision \(review.from) → \(review.to)"
    )
    let projects = review.projects.map { project in
      let title = Quotation.of(project.title)[language]
      return wrap(
        "\(title): `dach update \(project.id) --guideline \(review.id)`", after: "    • ",
        width: style.width)
    }
    return
      ([head[language], wrap(wording(review.difference), after: "    ", width: style.width)]
      + projects).joined(separator: "\n")
  }

  /// Removed words in square brackets with a minus, added ones with a plus, as `wdiff` marks them.
  private func wording(_ difference: WordingDifference?) -> String {
    guard let difference else {
      return BilingualText(
        de: "Der frühere Wortlaut ist nicht festgehalten.",
        en: "The earlier wording is not recorded.")[language]
    }
    guard !difference.isEmpty else {
      return BilingualText(
        de: "Der Wortlaut ist derselbe geblieben.", en: "The wording is the same.")[language]
    }
    return difference.segments.map { segment in
      switch segment.change {
      case .kept: segment.text
      case .removed: "[-\(segment.text)-]"
      case .added: "{+\(segment.text)+}"
      }
    }.joined(separator: " ")
  }
}
