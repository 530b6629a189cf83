internal import Findings
internal import Markup
internal import Portfolio

/// The roadmap for pages: each theme complex with the four questions.
struct RoadmapHTML {
  let language: Language

  func render(_ roadmap: Roadmap) -> Markup {
    MarkupBuilder.buildArray(roadmap.themes.map(theme)) + everywhere(roadmap)
  }

  private func theme(_ theme: RoadmapTheme) -> Markup {
    tag("section") {
      tag("h3", .id("theme-\(theme.id)")) { theme.name }
      tag("p", .class("quiet")) { RoadmapWording(language: language).counts(theme.coverage) }
      RoadmapQuestion.allCases.map { question in
        tag("div") {
          tag("h4") { question.heading[language] }
          items(theme[question], otherwise: question.nothing[language])
        }
      }
    }
  }

  private func everywhere(_ roadmap: Roadmap) -> Markup {
    guard !roadmap.everywhere.isEmpty else { return .empty }
    return tag("section") {
      tag("h3", .id("theme-everywhere")) { RoadmapWording.everywhere[language] }
      items(roadmap.everywhere, otherwise: "")
    }
  }

  private func items(_ items: [RoadmapItem], otherwise: String) -> Markup {
    guard !items.isEmpty else { return tag("p") { otherwise } }
    return tag("ul") { items.map { item in tag("li") { prose(item.sentence[language]) } } }
  }
}
