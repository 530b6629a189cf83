public import Findings
internal import Markup
public import Portfolio

/// `dach roadmap --format html`: the four questions as a page that stands alone.
public enum RoadmapPage {
  /// - Parameter title: whose roadmap it is.
  public static func render(_ roadmap: Roadmap, title: String, language: Language) -> String {
    let heading = BilingualText(de: "Roadmap \(title)", en: "Roadmap \(title)")[language]
    let day = DayText(language).text(roadmap.asOf)
    return Page(title: heading, language: language).render {
      tag("h1") { heading }
      tag("p", .class("quiet")) {
        BilingualText(de: "Stand vom \(day)", en: "As of \(day)")[language]
      }
    } main: {
      RoadmapHTML(language: language, headingLevel: .chapter).render(roadmap)
    }
  }
}
