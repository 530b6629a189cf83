internal import Portfolio
internal import TextMatching

/// How common what projects say is in a whole registry, while projects come and go: what a
/// comparison of a few of them has to know of all.
struct RegistryFrequencies: Sendable {
  private(set) var titles = FeatureFrequencies()
  private(set) var audience = FieldFrequencies()
  private(set) var technologies = FieldFrequencies()
  private(set) var partners = FieldFrequencies()
  private(set) var figures: [UInt64: Int] = [:]
  /// How many projects have a start.
  private(set) var starts = 0

  mutating func add(_ project: Project) { change(project, by: 1) }

  /// - Parameter project: as it was added.
  mutating func remove(_ project: Project) { change(project, by: -1) }

  private mutating func change(_ project: Project, by difference: Int) {
    if difference > 0 { titles.add([project.title]) } else { titles.remove([project.title]) }
    audience.change(project.audience, by: difference)
    technologies.change(project.technologies, by: difference)
    partners.change(project.partners.map(\.name), by: difference)
    for figure in StatedFigures.keys(of: project) { figures[figure, default: 0] += difference }
    starts += project.period?.start == nil ? 0 : difference
  }
}

/// How many projects have each value of a list field, and each feature of its texts.
struct FieldFrequencies: Sendable {
  private(set) var texts = FeatureFrequencies()
  private(set) var values: [TitleKey: Int] = [:]

  fileprivate mutating func change(_ list: [String], by difference: Int) {
    if difference > 0 { texts.add(list) } else { texts.remove(list) }
    for value in Set(list.map { TitleKey($0) }) { values[value, default: 0] += difference }
  }
}

extension FieldFrequencies {
  /// The frequencies with one project more.
  func including(_ list: [String]) -> FieldSurroundings {
    let added = Set(list.map { TitleKey($0) })
    return FieldSurroundings(texts: texts.including(list)) { key in
      (values[key] ?? 0) + (added.contains(key) ? 1 : 0)
    }
  }
}

/// How common the values of a list field are in a registry that a draft stands beside.
struct FieldSurroundings: Sendable {
  let texts: DocumentFrequencies
  /// How many projects have a value.
  let frequency: @Sendable (TitleKey) -> Int
}

/// A registry that a draft stands beside, as a comparison of some of its projects with the draft
/// sees it.
struct DraftSurroundings: Sendable {
  let registry: RegistryFrequencies
  let draft: Project
  /// How many titles with summaries have a feature.
  let texts: DocumentFrequencies
  private let draftFigures: Set<UInt64>

  init(_ registry: RegistryFrequencies, draft: Project, texts: DocumentFrequencies) {
    self.registry = registry
    self.draft = draft
    self.texts = texts
    draftFigures = StatedFigures.keys(of: draft)
  }

  var titles: DocumentFrequencies { registry.titles.including([draft.title]) }
  var audience: FieldSurroundings { registry.audience.including(draft.audience) }
  var technologies: FieldSurroundings { registry.technologies.including(draft.technologies) }
  var partners: FieldSurroundings { registry.partners.including(draft.partners.map(\.name)) }
  /// The number of projects, the draft included.
  var count: Int { registry.titles.count + 1 }
  var startsAreRecorded: Bool { registry.starts > 0 || draft.period?.start != nil }

  /// How many projects state a number.
  func frequency(ofFigure key: UInt64) -> Int {
    (registry.figures[key] ?? 0) + (draftFigures.contains(key) ? 1 : 0)
  }
}
