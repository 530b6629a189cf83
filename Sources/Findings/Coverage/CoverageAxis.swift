internal import Portfolio

/// One dimension of a coverage table: its items, and for every project the items it stands under.
struct CoverageAxis {
  let items: [CoverageItem]
  /// Places in `items`, none twice; for a project without a value the place of `-`.
  let places: CompressedRows<Int>
  /// For guidelines and their kinds, whether an alignment behind each place is reviewed.
  let isReviewed: CompressedRows<Bool>?

  init(_ dimension: CoverageDimension, _ snapshot: Snapshot) {
    let values = Self.values(dimension, snapshot)
    var reviewed: [CompressedRows<Bool>.Entry] = []
    var entries: [CompressedRows<Int>.Entry] = []
    var names = values.names
    var hasRest = false
    for project in snapshot.projects.indices {
      let own = values.places(project)
      hasRest = hasRest || own.isEmpty
      for place in own.isEmpty ? [values.names.count] : own {
        entries.append(.init(project, place))
        guard let alignmentPlace = values.alignmentPlace else { continue }
        let isReviewed = snapshot.alignmentsOfProject[project].contains {
          $0.isReviewed && $0.isCurrent && alignmentPlace($0) == place
        }
        reviewed.append(.init(project, isReviewed))
      }
    }
    if hasRest { names.append(CoverageItem(id: "-", name: Self.rest(dimension))) }
    items = names
    places = CompressedRows(rows: snapshot.projects.count, entries: entries)
    isReviewed =
      values.alignmentPlace == nil
      ? nil : CompressedRows(rows: snapshot.projects.count, entries: reviewed)
  }

  private struct Values {
    let names: [CoverageItem]
    /// A project's places, none twice.
    let places: (Int) -> [Int]
    /// Where an axis is about alignments, the place of one.
    var alignmentPlace: ((ResolvedAlignment) -> Int)?
  }

  private static func values(_ dimension: CoverageDimension, _ snapshot: Snapshot) -> Values {
    switch dimension {
    case .guidelines:
      alignments(snapshot, snapshot.guidelines.map { item($0.id, $0.name) }) { $0.guideline }
    case .kind:
      alignments(
        snapshot, GuidelineKind.allCases.map { CoverageItem(id: $0.rawValue, name: $0.label) }
      ) { GuidelineKind.allCases.firstIndex(of: snapshot.guidelines[$0.guideline].kind) ?? 0 }
    case .themes:
      Values(names: snapshot.themes.map { item($0.id, $0.name) }) { project in
        Array(snapshot.themesOfProject[project])
      }
    case .strategies:
      Values(names: snapshot.subStrategies.map { item($0.id, $0.name) }) { project in
        snapshot.strategy(of: project).map { [$0] } ?? []
      }
    case .departments:
      Values(names: snapshot.departments.map { item($0.id, $0.name) }) { project in
        snapshot.department(of: project).map { [$0] } ?? []
      }
    case .status:
      fixed(ProjectStatus.allCases, \.label) { snapshot.projects[$0].status.map { [$0] } ?? [] }
    case .audience: audiences(snapshot)
    case .sector:
      fixed(PartnerSector.allCases, \.label) { snapshot.projects[$0].partners.compactMap(\.sector) }
    case .visibility:
      fixed(Visibility.Level.allCases, \.label) {
        snapshot.projects[$0].visibility.map { [$0.level] } ?? []
      }
    case .year: years(snapshot)
    }
  }

  private static func item(_ id: String, _ name: String) -> CoverageItem {
    CoverageItem(id: id, name: BilingualText(de: name, en: name))
  }

  /// An axis of what alignments lead to.
  private static func alignments(
    _ snapshot: Snapshot, _ names: [CoverageItem], place: @escaping (ResolvedAlignment) -> Int
  ) -> Values {
    Values(
      names: names,
      places: { project in
        var places: [Int] = []
        for alignment in snapshot.alignmentsOfProject[project] {
          let place = place(alignment)
          if !places.contains(place) { places.append(place) }
        }
        return places
      }, alignmentPlace: place)
  }

  /// The audiences that most projects name, the most frequent first, and behind them the rest: the
  /// field is free text, and a table of thousands of columns tells nobody anything.
  private static func audiences(_ snapshot: Snapshot) -> Values {
    var counts: [String: Int] = [:]
    for project in snapshot.projects {
      for audience in Set(project.audience) { counts[audience, default: 0] += 1 }
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let shown = ranked.prefix(mostAudiences)
    var names = shown.map { item($0, $0) }
    if ranked.count > shown.count {
      names.append(
        CoverageItem(
          id: "+", name: BilingualText(de: "weitere Zielgruppen", en: "further audiences")))
    }
    let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
    return Values(names: names) { project in
      Set(snapshot.projects[project].audience.map { places[$0] ?? shown.count }).sorted()
    }
  }

  private static let mostAudiences = 40

  /// An axis of the cases of an enumeration.
  private static func fixed<Value: RawRepresentable<String> & Equatable>(
    _ cases: [Value], _ label: (Value) -> BilingualText, of values: @escaping (Int) -> [Value]
  ) -> Values {
    Values(names: cases.map { CoverageItem(id: $0.rawValue, name: label($0)) }) { project in
      let own = values(project)
      return cases.indices.filter { own.contains(cases[$0]) }
    }
  }

  /// The years in which projects run, from the earliest to the latest that a project names, at
  /// most ten years from the day of the snapshot; what lies before or after stands under the
  /// first or last of them. A project without an end runs until today.
  private static func years(_ snapshot: Snapshot) -> Values {
    let today = snapshot.asOf.components.year
    let window = (today - 10)...(today + 10)
    func clamped(_ year: Int) -> Int { min(max(year, window.lowerBound), window.upperBound) }
    func span(_ project: Int) -> ClosedRange<Int>? {
      guard let period = snapshot.projects[project].period else { return nil }
      let start = period.start.map { Int($0.year) }
      let end = period.end.map { Int($0.year) }
      guard let first = start ?? end else { return nil }
      let last = end ?? (snapshot.isActive(project) ? max(first, today) : first)
      return clamped(first)...max(clamped(first), clamped(last))
    }
    let spans = snapshot.projects.indices.map(span)
    guard let first = spans.lazy.compactMap({ $0?.lowerBound }).min(),
      let last = spans.lazy.compactMap({ $0?.upperBound }).max()
    else { return Values(names: []) { _ in [] } }
    return Values(names: (first...last).map { item("\($0)", "\($0)") }) { project in
      spans[project].map { $0.map { $0 - first } } ?? []
    }
  }

  private static func rest(_ dimension: CoverageDimension) -> BilingualText {
    switch dimension {
    case .guidelines, .kind: BilingualText(de: "ohne Leitlinie", en: "no guideline")
    case .audience: BilingualText(de: "ohne Zielgruppe", en: "no audience")
    case .themes: BilingualText(de: "ohne Themenkomplex", en: "no theme")
    case .strategies: BilingualText(de: "ohne Teilstrategie", en: "no sub-strategy")
    case .departments: BilingualText(de: "ohne Dienststelle", en: "no department")
    case .status: BilingualText(de: "ohne Stand", en: "no status")
    case .year: BilingualText(de: "ohne Zeitraum", en: "no period")
    case .sector: BilingualText(de: "ohne Partner", en: "no partner")
    case .visibility: BilingualText(de: "ohne Angabe", en: "not stated")
    }
  }
}
