internal import Portfolio

/// The fixed words that a field can have as values, with the other words people use for them.
enum Choices {
  /// For each value its names, the value itself not among them.
  static func names(of field: QueryField) -> [(value: String, names: [String])] {
    switch field {
    case .status: ProjectStatus.allCases.map { ($0.rawValue, names(of: $0)) }
    case .sector: PartnerSector.allCases.map { ($0.rawValue, names(of: $0)) }
    case .visibility: Visibility.Level.allCases.map { ($0.rawValue, names(of: $0)) }
    case .label: Visibility.Label.allCases.map { ($0.rawValue, names(of: $0)) }
    case .review: ReviewState.allCases.map { ($0.rawValue, names(of: $0)) }
    default: []
    }
  }

  static func value(_ text: String, of field: QueryField) -> String? {
    let folded = NameFolding.folded(text)
    return names(of: field).first { value, names in
      ([value] + names).contains { NameFolding.folded($0) == folded }
    }?.value
  }

  static func nearest(to text: String, of field: QueryField) -> String? {
    NearestName.of(text, among: names(of: field).flatMap { [$0.value] + $0.names })
  }

  private static func names(of status: ProjectStatus) -> [String] {
    switch status {
    case .idea: ["Idee"]
    case .planned: ["geplant", "in Planung", "beschlossen"]
    case .running: ["läuft", "laufend", "in Betrieb", "in Umsetzung", "aktiv", "active"]
    case .completed: ["abgeschlossen", "fertig", "beendet", "umgesetzt", "done"]
    case .discontinued: ["eingestellt", "abgebrochen", "gestoppt", "stopped"]
    }
  }

  private static func names(of sector: PartnerSector) -> [String] {
    switch sector {
    case .science: ["Wissenschaft", "Hochschule"]
    case .business: ["Wirtschaft", "Unternehmen"]
    case .civilSociety: ["Zivilgesellschaft", "Verein"]
    case .municipality: ["Kommune", "Stadt"]
    case .state: ["Land", "Freistaat"]
    case .federal: ["Bund"]
    }
  }

  private static func names(of level: Visibility.Level) -> [String] {
    switch level {
    case .public: ["öffentlich"]
    case .internal: ["intern"]
    case .confidential: ["vertraulich"]
    }
  }

  private static func names(of label: Visibility.Label) -> [String] {
    switch label {
    case .requested: ["beantragt"]
    case .granted: ["verliehen", "erteilt"]
    case .lapsed: ["erloschen"]
    }
  }

  private static func names(of state: ReviewState) -> [String] {
    switch state {
    case .declared: ["angegeben", "erklärt", "ungeprüft"]
    case .reviewed: ["geprüft"]
    }
  }
}
