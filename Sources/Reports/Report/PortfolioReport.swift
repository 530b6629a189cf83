public import Findings
internal import Markup
public import Portfolio

/// `dach report`: the state of a city's digital projects, to be read on a screen, printed, and
/// signed. One file without scripts that loads nothing.
public struct PortfolioReport {
  private let material: ReportMaterial
  private let sections: [any ReportSection]

  /// - Parameters:
  ///   - result: a check of the snapshot by all rules.
  ///   - trend: what earlier checks found, where any is remembered.
  public init(_ snapshot: Snapshot, result: CheckResult, trend: Trend, language: Language) {
    let material = ReportMaterial(
      snapshot: snapshot, result: result, overview: CoverageOverview.make(snapshot),
      language: language)
    self.material = material
    sections = [
      SummarySection(material: material), CoverageSection(material: material),
      FindingsSection(material: material), RoadmapSection(material: material),
      ParticipationSection(material: material), NetworkSection(material: material),
      TrendSection(trend: trend, language: language), ProjectsSection(material: material),
      MethodSection(settings: snapshot.settings, language: language),
    ]
  }

  public func render() -> String {
    let language = material.language
    let name = material.snapshot.name[language]
    let title = BilingualText(
      de: "Bericht zum Stand der digitalen Projekte",
      en: "Report on the state of the digital projects")[language]
    return Page(title: "\(title) – \(name)", language: language).render {
      tag("p", .class("quiet")) { title }
      tag("h1") { name }
      tag("p") {
        CheckWording(result: material.result, language: language).subtitle.capitalizedFirst
      }
      if let notice { tag("p", .class("quiet")) { notice } }
    } main: {
      sections.prefix(1).map(chapter)
      contents
      sections.dropFirst().map(chapter)
    }
  }

  private func chapter(_ section: any ReportSection) -> Markup {
    tag(
      "section", Attribute("aria-labelledby", section.id),
      section.startsPage ? .class("chapter") : nil
    ) {
      tag("h2", .id(section.id)) { section.title[material.language] }
      section.body()
    }
  }

  private var contents: Markup {
    let heading = BilingualText(de: "Inhalt", en: "Contents")[material.language]
    return tag("nav", Attribute("aria-labelledby", "contents")) {
      tag("h2", .id("contents")) { heading }
      tag("ol", .class("contents")) {
        sections.map { section in
          tag("li") {
            tag("a", .link(to: "#\(section.id)")) { section.title[material.language] }
          }
        }
      }
    }
  }

  /// Says for whom the report is not, where it names projects that are not public.
  private var notice: String? {
    let count = material.snapshot.projects.count {
      $0.visibility.map { $0.level != .public } ?? false
    }
    guard count > 0 else { return nil }
    let projects = Quantity.projects(count)
    return BilingualText(
      de:
        "Nicht zur Veröffentlichung: Der Bericht nennt \(projects.german), die nicht öffentlich sind.",
      en: "Not for publication: the report names \(projects.english) not meant for the public.")[
        material.language]
  }
}
