internal import Findings
internal import Markup
internal import Portfolio

/// The roadmap for pages: each theme complex with the four questions.
struct RoadmapHTML {
  /// How deep the themes stand on their page: levels of headings must not leave one out.
  enum HeadingLevel {
    case chapter, section
  }

  let language: Language
  let headingLevel: HeadingLevel

  func render(_ roadmap: Roadmap) -> Markup {
    MarkupBuilder.buildArray(roadmap.themes.map(theme)) + everywhere(roadmap)
  }

  private func theme(_ theme: RoadmapTheme) -> Markup {
    tag("section") {
      heading("theme-\(theme.id)", theme.name)
      tag("p", .class("quiet")) { RoadmapWording.standing(theme.coverage)[language] }
      RoadmapQuestion.allCases.map { question in
        tag("div") {
          subheading(question.heading[language])
          items(theme[question], otherwise: question.nothing[language])
        }
      }
    }
  }

  private func everywhere(_ roadmap: Roadmap) -> Markup {
    guard !roadmap.everywhere.isEmpty else { return .empty }
    return tag("section") {
      heading("theme-everywhere", RoadmapWording.everywhere[language])
      items(roadmap.everywhere, otherwise: "")
    }
  }

  private func items(_ items: [RoadmapItem], otherwise: String) -> Markup {
    guard !items.isEmpty else { return tag("p") { otherwise } }
    return tag("ul") { items.map { item in tag("li") { prose(item.sentence[language]) } } }
  }

  private func heading(_ id: String, _ text: String) -> Markup {
    switch headingLevel {
    case .chapter: tag("h2", .id(id)) { text }
    case .section: tag("h3", .id(id)) { text }
    }
  }

  private func subheading(_ text: String) -> Markup {
    switch headingLevel {
    case .chapter: tag("h3") { text }
    case .section: tag("h4") { text }
    }
  }
}
