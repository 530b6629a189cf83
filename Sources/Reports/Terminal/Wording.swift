internal import Findings
internal import Portfolio

// The words in which reports name the values of the portfolio.

extension ProjectStatus {
  var name: BilingualText {
    switch self {
    case .idea: BilingualText(de: "Idee", en: "idea")
    case .planned: BilingualText(de: "geplant", en: "planned")
    case .running: BilingualText(de: "läuft", en: "running")
    case .completed: BilingualText(de: "abgeschlossen", en: "completed")
    case .discontinued: BilingualText(de: "eingestellt", en: "discontinued")
    }
  }
}

extension Severity {
  var name: BilingualText {
    switch self {
    case .error: BilingualText(de: "Fehler", en: "error")
    case .warning: BilingualText(de: "Warnung", en: "warning")
    case .note: BilingualText(de: "Hinweis", en: "note")
    }
  }

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

extension LinkKind {
  var name: BilingualText {
    switch self {
    case .dependsOn: BilingualText(de: "hängt ab von", en: "depends on")
    case .buildsOn: BilingualText(de: "baut auf", en: "builds on")
    case .sharesDataWith: BilingualText(de: "teilt Daten mit", en: "shares data with")
    case .coordinatesWith: BilingualText(de: "stimmt sich ab mit", en: "coordinates with")
    case .partOf: BilingualText(de: "ist Teil von", en: "is part of")
    case .replaces: BilingualText(de: "ersetzt", en: "replaces")
    }
  }
}
