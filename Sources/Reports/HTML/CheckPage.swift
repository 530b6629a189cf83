public import Findings
internal import Markup
public import Portfolio

/// `dach check --format html`: the check as a page that stands alone. Every finding is listed.
public struct CheckPage {
  let language: Language
  /// Put before the files of findings.
  let root: String?

  public init(language: Language, root: String?) {
    self.language = language
    self.root = root
  }

  public func render(
    _ result: CheckResult, overview: CoverageOverview, title: String
  ) -> String {
    let wording = CheckWording(result: result, language: language)
    let subtitle = wording.subtitle
    return Page(title: "\(title) – \(subtitle)", language: language).render {
      tag("h1") { title }
      tag("p", .class("quiet")) { subtitle.capitalizedFirst }
    } main: {
      tag("h2") { FunctionFigure.heading[language] }
      FunctionFiguresHTML(language: language).render(result.functions)
      tag("h2") { BilingualText(de: "Abdeckung", en: "Coverage")[language] }
      OverviewHTML(language: language).render(overview)
      tag("h2", .id("findings")) { wording.findingsHeading }
      tag("p") { wording.counts }
      wording.details.map { detail in tag("p", .class("quiet")) { detail + "." } }
      RuleCategory.allCases.map { section($0, result) }
    }
  }

  private func section(_ category: RuleCategory, _ result: CheckResult) -> Markup {
    let findings = result.findings.filter { $0.category == category }
    guard !findings.isEmpty else { return .empty }
    let items = FindingHTML(language: language, root: root)
    return tag("section") {
      tag("h3") { "\(category.name[language]) (\(findings.count))" }
      FindingGroup.grouping(findings).map(items.render)
    }
  }
}
