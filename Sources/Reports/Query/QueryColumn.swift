internal import Findings
internal import Portfolio

/// A column in which a query's matches are printed.
public enum QueryColumn: String, Sendable, CaseIterable {
  case id, title, summary, department, office, strategy, themes, guidelines, status, starts, ends
  case budget, currency, confirmed, contact, partners, audience, technologies, provides, requires
  case visibility, label, page

  /// What a table shows unless other columns are asked for.
  public static let shown: [QueryColumn] = [.id, .title, .department, .status]

  var heading: BilingualText {
    switch self {
    case .id: BilingualText(de: "Id", en: "Id")
    case .title: BilingualText(de: "Titel", en: "Title")
    case .summary: BilingualText(de: "Zusammenfassung", en: "Summary")
    case .department: BilingualText(de: "Zuständig", en: "Owner")
    case .office: BilingualText(de: "Amt", en: "Office")
    case .strategy: BilingualText(de: "Teilstrategie", en: "Sub-strategy")
    case .themes: BilingualText(de: "Themen", en: "Themes")
    case .guidelines: BilingualText(de: "Leitlinien", en: "Guidelines")
    case .status: BilingualText(de: "Stand", en: "Status")
    case .starts: BilingualText(de: "Beginn", en: "Start")
    case .ends: BilingualText(de: "Ende", en: "End")
    case .budget: BilingualText(de: "Mittel", en: "Budget")
    case .currency: BilingualText(de: "Währung", en: "Currency")
    case .confirmed: BilingualText(de: "Bestätigt", en: "Confirmed")
    case .contact: BilingualText(de: "Kontakt", en: "Contact")
    case .partners: BilingualText(de: "Partner", en: "Partners")
    case .audience: BilingualText(de: "Zielgruppe", en: "Audience")
    case .technologies: BilingualText(de: "Technik", en: "Technology")
    case .provides: BilingualText(de: "Bietet", en: "Provides")
    case .requires: BilingualText(de: "Braucht", en: "Requires")
    case .visibility: BilingualText(de: "Sichtbarkeit", en: "Visibility")
    case .label: BilingualText(de: "Siegel", en: "Label")
    case .page: BilingualText(de: "Seite", en: "Page")
    }
  }

  /// The value for scripts: ids, ISO dates, amounts with a point; several joined by `|`.
  func value(of project: Project) -> String {
    switch self {
    case .id: project.id
    case .title: project.title
    case .summary: project.summary ?? ""
    case .department: project.department ?? ""
    case .office: project.office ?? ""
    case .strategy: project.strategy ?? ""
    case .themes: project.themes.joined(separator: "|")
    case .guidelines: project.alignments.map(\.guideline).joined(separator: "|")
    case .status: project.status?.rawValue ?? ""
    case .starts: project.period?.start?.description ?? ""
    case .ends: project.period?.end?.description ?? ""
    case .budget: project.budget.map(Self.amount) ?? ""
    case .currency: project.budget?.currency ?? ""
    case .confirmed: project.confirmed?.description ?? ""
    case .contact: project.contact ?? ""
    case .partners: project.partners.map(\.name).joined(separator: "|")
    case .audience: project.audience.joined(separator: "|")
    case .technologies: project.technologies.joined(separator: "|")
    case .provides: project.provides.joined(separator: "|")
    case .requires: project.requires.joined(separator: "|")
    case .visibility: project.visibility?.level.rawValue ?? ""
    case .label: project.visibility?.label?.rawValue ?? ""
    case .page: project.visibility?.page ?? ""
    }
  }

  /// The value for people.
  func text(of project: Project, in language: Language) -> String {
    let days = DayText(language)
    let text: String =
      switch self {
      case .status: project.status?.label[language] ?? ""
      case .visibility: project.visibility?.level.label[language] ?? ""
      case .starts: project.period?.start.map { days.text($0) } ?? ""
      case .ends: project.period?.end.map { days.text($0) } ?? ""
      case .confirmed: project.confirmed.map { days.text($0) } ?? ""
      case .budget: project.budget.map { MoneyText(language).text($0) } ?? ""
      default:
        value(of: project).split(separator: "|").joined(separator: ", ")
      }
    return text.isEmpty ? "–" : text
  }

  private static func amount(_ budget: Budget) -> String {
    let cents = budget.cents % 100
    return "\(budget.cents / 100)" + (cents == 0 ? "" : (cents < 10 ? ".0" : ".") + "\(cents)")
  }
}
