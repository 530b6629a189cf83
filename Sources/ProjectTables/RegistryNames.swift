internal import Findings
public import Portfolio
internal import RegistryFiles

/// Everything that cells of a list may name.
public struct RegistryNames: Sendable {
  let departments: NameIndex
  let strategies, themes, guidelines, services: NameIndex
  let statuses, levels, labels, sectors: NameIndex
  private let offices: [String: NameIndex]
  /// The departments that have an office of that name.
  private let departmentsByOffice: [String: [(department: String, office: String)]]
  private let revisions: [String: Int]

  public init(_ portfolio: Portfolio) {
    departments = NameIndex(portfolio.departments.map { .init($0.id, $0.name, $0.aliases) })
    strategies = NameIndex(portfolio.subStrategies.map { .init($0.id, $0.name) })
    let strategy = portfolio.strategy
    themes = NameIndex((strategy?.themes ?? []).map { .init($0.id, $0.name, $0.aliases) })
    guidelines = NameIndex((strategy?.guidelines ?? []).map { .init($0.id, $0.name) })
    services = NameIndex((strategy?.services ?? []).map { .init($0.id, $0.name) })
    revisions = Dictionary(
      (strategy?.guidelines ?? []).map { ($0.id, $0.revision) },
      uniquingKeysWith: { first, _ in first })
    var offices: [String: NameIndex] = [:]
    var homes: [String: [(department: String, office: String)]] = [:]
    for department in portfolio.departments {
      offices[department.id] = NameIndex(
        department.offices.map { .init($0.id, $0.name, $0.aliases) })
      for office in department.offices {
        for name in Set(([office.id, office.name] + office.aliases).map(NameIndex.folded)) {
          homes[name, default: []].append((department.id, office.id))
        }
      }
    }
    self.offices = offices
    departmentsByOffice = homes
    statuses = NameIndex(
      ProjectStatus.allCases.map { .init($0.rawValue, $0.label, $0.furtherWords) })
    levels = NameIndex(
      Visibility.Level.allCases.map {
        .init(
          $0.rawValue, $0.label,
          $0 == .public ? ["ja", "yes"] : $0 == .internal ? ["nein", "no"] : [])
      })
    labels = NameIndex(Visibility.Label.allCases.map { .init($0.rawValue, $0.name) })
    sectors = NameIndex(
      PartnerSector.allCases.map { .init($0.rawValue, $0.label, $0.furtherWords) })
  }

  func offices(of department: String) -> NameIndex { offices[department] ?? NameIndex([]) }

  /// The office of that name, where only one department has one.
  func office(named name: String) -> (department: String, office: String)? {
    let found = departmentsByOffice[NameIndex.folded(name)] ?? []
    return found.count == 1 ? found[0] : nil
  }

  func revision(of guideline: String) -> Int { revisions[guideline] ?? 1 }

  /// What may stand in a column, as lists show it; nil for columns that take any text.
  ///
  /// - Parameter department: whose offices to offer.
  public func choices(
    for column: ProjectColumn, department: String?, in language: Language
  ) -> [String]? {
    index(of: column, department: department).map { index in
      index.entries.map { index.written($0.id, in: language) }
    }
  }

  func index(of column: ProjectColumn, department: String?) -> NameIndex? {
    switch column {
    case .department: departments
    case .office: department.map(offices)
    case .strategy: strategies
    case .themes: themes
    case .guideline, .furtherGuidelines: guidelines
    case .status: statuses
    case .provides, .requires: services
    case .visibility: levels
    case .label: labels
    default: nil
    }
  }
}

extension ProjectStatus {
  /// Words that lists have for it, besides its label.
  fileprivate var furtherWords: [String] {
    switch self {
    case .idea: ["Vorschlag", "angedacht", "Projektidee", "in Prüfung"]
    case .planned:
      [
        "in Planung", "Planung", "beschlossen", "in Vorbereitung", "Vorbereitung", "Konzeption",
        "Konzeptphase", "Konzept", "vorgesehen",
      ]
    case .running:
      [
        "laufend", "in Umsetzung", "Umsetzung", "in Bearbeitung", "aktiv", "in Betrieb", "Betrieb",
        "Pilot", "Pilotbetrieb", "Pilotphase", "in Arbeit", "gestartet", "im Gang", "produktiv",
        "in progress", "ongoing",
      ]
    case .completed:
      [
        "fertig", "beendet", "umgesetzt", "erledigt", "fertiggestellt", "done", "abgeschl.",
        "finished",
      ]
    case .discontinued: ["abgebrochen", "gestoppt", "verworfen", "cancelled", "stopped"]
    }
  }
}

extension PartnerSector {
  fileprivate var furtherWords: [String] {
    switch self {
    case .science: ["Hochschule", "Forschung"]
    case .business: ["Unternehmen"]
    case .civilSociety: ["Verein", "Ehrenamt"]
    case .municipality: ["Kommune", "Stadt"]
    case .state: ["Freistaat"]
    case .federal: []
    }
  }
}

extension Visibility.Label {
  /// What people call it.
  fileprivate var name: BilingualText {
    switch self {
    case .requested: BilingualText(de: "beantragt", en: "requested")
    case .granted: BilingualText(de: "verliehen", en: "granted")
    case .lapsed: BilingualText(de: "erloschen", en: "lapsed")
    }
  }
}
