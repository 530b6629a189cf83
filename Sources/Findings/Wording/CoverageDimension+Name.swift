public import Portfolio

extension CoverageDimension {
  /// What people call it, as the heading of rows or columns.
  public var name: BilingualText {
    switch self {
    case .kind: BilingualText(de: "Ziele und Handlungsfelder", en: "Goals and fields of action")
    case .guidelines: BilingualText(de: "Leitlinien", en: "Guidelines")
    case .themes: BilingualText(de: "Themenkomplexe", en: "Themes")
    case .strategies: BilingualText(de: "Teilstrategien", en: "Sub-strategies")
    case .departments: BilingualText(de: "Dienststellen", en: "Departments")
    case .status: BilingualText(de: "Stand", en: "Status")
    case .audience: BilingualText(de: "Zielgruppen", en: "Audiences")
    case .sector: BilingualText(de: "Partner", en: "Partners")
    case .year: BilingualText(de: "Jahre", en: "Years")
    case .visibility: BilingualText(de: "Sichtbarkeit", en: "Visibility")
    }
  }
}

extension CoverageMeasure {
  /// What people call it.
  public var name: BilingualText {
    switch self {
    case .projects: BilingualText(de: "Projekte", en: "Projects")
    case .running: BilingualText(de: "laufende Projekte", en: "Running projects")
    case .budget: BilingualText(de: "Budget", en: "Budget")
    case .reviewedShare: BilingualText(de: "geprüfter Anteil", en: "Reviewed share")
    }
  }
}
