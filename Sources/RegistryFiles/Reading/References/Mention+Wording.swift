import Portfolio

extension Mention.Kind {
  /// The word for it, in German with its article.
  var noun: BilingualText {
    switch self {
    case .department: BilingualText(de: "das Referat", en: "department")
    case .office: BilingualText(de: "die Dienststelle", en: "office")
    case .strategy: BilingualText(de: "die Dachstrategie", en: "strategy")
    case .function: BilingualText(de: "die Funktion", en: "function")
    case .guideline: BilingualText(de: "die Leitlinie", en: "guideline")
    case .theme: BilingualText(de: "der Themenkomplex", en: "theme")
    case .service: BilingualText(de: "der Basisdienst", en: "service")
    case .source: BilingualText(de: "die Quelle", en: "source")
    case .subStrategy: BilingualText(de: "die Fachstrategie", en: "sub-strategy")
    case .participation: BilingualText(de: "die Beteiligung", en: "participation process")
    case .format: BilingualText(de: "das Beteiligungsformat", en: "participation format")
    case .contribution: BilingualText(de: "der Beitrag", en: "contribution")
    case .measure: BilingualText(de: "die Maßnahme", en: "measure")
    case .project: BilingualText(de: "das Projekt", en: "project")
    }
  }

  /// The code of the diagnostic for an id of this kind that does not exist.
  var unknownCode: String {
    switch self {
    case .department: "unknown-department"
    case .office: "unknown-office"
    case .guideline: "unknown-guideline"
    case .theme: "unknown-theme"
    case .service: "unknown-service"
    case .source: "unknown-source"
    case .subStrategy: "unknown-sub-strategy"
    case .format: "unknown-format"
    case .contribution: "unknown-contribution"
    // Nothing refers to these, or what does may outlive them.
    case .strategy, .function, .participation, .measure, .project: "unknown-reference"
    }
  }
}
