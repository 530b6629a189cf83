public import Findings
public import Portfolio

/// `dach roadmap --format markdown`: a document for the council's papers, with every item.
public enum RoadmapMarkdown {
  public static func render(_ roadmap: Roadmap, title: String, language: Language) -> String {
    let day = DayText(language).text(roadmap.asOf)
    let heading = BilingualText(
      de: "# Roadmap \(title)\n\nStand: \(day)", en: "# Roadmap \(title)\n\nAs of \(day)")
    var parts = [heading[language]]
    for theme in roadmap.themes {
      parts.append("## \(MarkdownText.escaped(theme.name))")
      for question in RoadmapQuestion.allCases {
        parts.append("### \(question.heading[language])")
        let items = theme[question]
        if question == .standing {
          parts.append(MarkdownText.escaped(RoadmapWording.standing(theme.coverage)[language]))
        } else if items.isEmpty {
          parts.append(question.nothing[language])
        }
        if !items.isEmpty { parts.append(list(items, language)) }
      }
    }
    if !roadmap.everywhere.isEmpty {
      parts.append("## \(RoadmapWording.everywhere[language])")
      parts.append(list(roadmap.everywhere, language))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func list(_ items: [RoadmapItem], _ language: Language) -> String {
    items.map { "- " + MarkdownText.escaped($0.sentence[language]) }.joined(separator: "\n")
  }
}
