public import Portfolio

extension ProjectStatus {
  /// What people call it.
  public var label: BilingualText {
    switch self {
    case .idea: BilingualText(de: "Idee", en: "idea")
    case .planned: BilingualText(de: "geplant", en: "planned")
    case .running: BilingualText(de: "läuft", en: "running")
    case .completed: BilingualText(de: "abgeschlossen", en: "completed")
    case .discontinued: BilingualText(de: "eingestellt", en: "discontinued")
    }
  }
}

extension GuidelineKind {
  /// What people call it.
  public var label: BilingualText {
    switch self {
    case .goal: BilingualText(de: "Ziele", en: "goals")
    case .field: BilingualText(de: "Handlungsfelder", en: "fields of action")
    }
  }
}

extension PartnerSector {
  /// What people call it.
  public var label: BilingualText {
    switch self {
    case .science: BilingualText(de: "Wissenschaft", en: "science")
    case .business: BilingualText(de: "Wirtschaft", en: "business")
    case .civilSociety: BilingualText(de: "Zivilgesellschaft", en: "civil society")
    case .municipality: BilingualText(de: "Kommunen", en: "municipalities")
    case .state: BilingualText(de: "Land", en: "state")
    case .federal: BilingualText(de: "Bund", en: "federal government")
    }
  }
}

extension Visibility.Level {
  /// What people call it.
  public var label: BilingualText {
    switch self {
    case .public: BilingualText(de: "öffentlich", en: "public")
    case .internal: BilingualText(de: "intern", en: "internal")
    case .confidential: BilingualText(de: "vertraulich", en: "confidential")
    }
  }
}

extension LinkKind {
  /// What the first project does with regard to the second.
  public var label: BilingualText {
    switch self {
    case .dependsOn: BilingualText(de: "hängt ab von", en: "depends on")
    case .buildsOn: BilingualText(de: "nutzt als Grundlage", en: "builds on")
    case .sharesDataWith: BilingualText(de: "teilt Daten mit", en: "shares data with")
    case .coordinatesWith: BilingualText(de: "stimmt sich ab mit", en: "coordinates with")
    case .partOf: BilingualText(de: "ist Teil von", en: "is part of")
    case .replaces: BilingualText(de: "löst ab", en: "replaces")
    }
  }
}

extension Verdict.Outcome {
  /// What was decided, in a few words.
  public var label: BilingualText {
    switch self {
    case .duplicate: BilingualText(de: "dasselbe Vorhaben", en: "the same undertaking")
    case .bundle: BilingualText(de: "gemeinsames Projekt", en: "one joint project")
    case .different: BilingualText(de: "verschiedene Vorhaben", en: "different undertakings")
    case .cooperate: BilingualText(de: "zusammenarbeiten", en: "work together")
    case .notNeeded:
      BilingualText(de: "keine Zusammenarbeit nötig", en: "no cooperation needed")
    case .alreadyDo:
      BilingualText(de: "sie arbeiten schon zusammen", en: "they work together already")
    }
  }
}

extension LinkState {
  /// Whether the other side has agreed.
  public var label: BilingualText {
    switch self {
    case .confirmed: BilingualText(de: "bestätigt", en: "confirmed")
    case .mutual: BilingualText(de: "beiderseits eingetragen", en: "stated by both sides")
    case .proposed: BilingualText(de: "vorgeschlagen", en: "proposed")
    case .declined: BilingualText(de: "abgelehnt", en: "declined")
    }
  }
}
