internal import Findings
internal import Portfolio

// The words in which reports name what a check found; the portfolio's values have labels.

extension Severity {
  /// "1 Warnung", "3 Warnungen".
  func counted(_ count: Int) -> BilingualText {
    let one = count == 1
    return switch self {
    case .error: BilingualText(de: "\(count) Fehler", en: "\(count) error\(one ? "" : "s")")
    case .warning:
      BilingualText(
        de: "\(count) Warnung\(one ? "" : "en")", en: "\(count) warning\(one ? "" : "s")")
    case .note:
      BilingualText(de: "\(count) Hinweis\(one ? "" : "e")", en: "\(count) note\(one ? "" : "s")")
    }
  }

  /// As the heading of a column.
  var plural: BilingualText {
    switch self {
    case .error: BilingualText(de: "Fehler", en: "errors")
    case .warning: BilingualText(de: "Warnungen", en: "warnings")
    case .note: BilingualText(de: "Hinweise", en: "notes")
    }
  }

  var role: TerminalStyle.Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}

extension RuleCategory {
  var name: BilingualText {
    switch self {
    case .gap: BilingualText(de: "Lücken", en: "Gaps")
    case .duplicate: BilingualText(de: "Dubletten", en: "Duplicates")
    case .network: BilingualText(de: "Fehlende Vernetzung", en: "Missing networking")
    }
  }
}
