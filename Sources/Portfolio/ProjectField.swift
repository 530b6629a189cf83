/// A field of a project that somebody should fill in.
public enum ProjectField: String, Sendable, CaseIterable {
  case department, summary, status, themes, alignments, contact, period, strategy, audience
  case visibility, budget, office, technologies, confirmed

  public var name: BilingualText {
    switch self {
    case .department: BilingualText(de: "Dienststelle", en: "department")
    case .summary: BilingualText(de: "Kurzbeschreibung", en: "summary")
    case .status: BilingualText(de: "Stand", en: "status")
    case .themes: BilingualText(de: "Themenkomplex", en: "theme")
    case .alignments: BilingualText(de: "Leitlinie", en: "guideline")
    case .contact: BilingualText(de: "Funktionspostfach", en: "contact mailbox")
    case .period: BilingualText(de: "Zeitraum", en: "period")
    case .strategy: BilingualText(de: "Teilstrategie", en: "sub-strategy")
    case .audience: BilingualText(de: "Zielgruppe", en: "audience")
    case .visibility: BilingualText(de: "Sichtbarkeit", en: "visibility")
    case .budget: BilingualText(de: "Budget", en: "budget")
    case .office: BilingualText(de: "Amt", en: "office")
    case .technologies: BilingualText(de: "Technik", en: "technologies")
    case .confirmed: BilingualText(de: "Bestätigung", en: "confirmation")
    }
  }

  public func isGiven(in project: Project) -> Bool {
    switch self {
    case .department: project.department != nil
    case .summary: project.summary != nil
    case .status: project.status != nil
    case .themes: !project.themes.isEmpty
    case .alignments: !project.alignments.isEmpty
    case .contact: project.contact != nil
    case .period: project.period?.start != nil || project.period?.end != nil
    case .strategy: project.strategy != nil
    case .audience: !project.audience.isEmpty
    case .visibility: project.visibility != nil
    case .budget: project.budget != nil
    case .office: project.office != nil
    case .technologies: !project.technologies.isEmpty
    case .confirmed: project.confirmed != nil
    }
  }
}
