internal import Portfolio
internal import Synchronization
internal import TextMatching

/// How well each project serves each theme and each guideline by what is written about it.
///
/// Works on the words of the strategy alone. What the departments have declared, and more so what
/// has been reviewed, makes the profiles more exact; a project's own entry has no part in its own
/// scores, so that they can be held against it. See docs/alignment.md.
public struct AlignmentAnalysis: Sendable {
  let model: ProfileModel
  private let themeCount: Int
  /// All probabilities of a project, by lane: first the themes, then the guidelines.
  private let targetCount: Int

  /// What a department has declared counts less than what has been reviewed.
  private static let weightOfDeclared: Float = 0.5

  init(_ snapshot: Snapshot) {
    let features = ProfileFeatures(
      texts: snapshot.corpora.texts,
      owners: snapshot.projects.indices.map { snapshot.department(of: $0) ?? -1 }
    ) { project in
      ProjectParts(snapshot, project).parts.map { WeightedText($0.text, weight: $0.subjectWeight) }
    }
    themeCount = snapshot.themes.count
    targetCount = themeCount + snapshot.guidelines.count
    model = ProfileModel(
      features, targets: Self.targets(snapshot), labels: Self.labels(snapshot))
  }

  private static func targets(_ snapshot: Snapshot) -> [ProfileModel.Target] {
    snapshot.themes.map { theme in
      .init(
        text: Self.text(theme.name, theme.description, theme.keywords + theme.aliases),
        isExclusive: true)
    }
      + snapshot.guidelines.map { guideline in
        .init(
          text: Self.text(guideline.name, guideline.description, guideline.keywords),
          isExclusive: false)
      }
  }

  private static func text(
    _ name: String, _ description: String?, _ words: [String]
  ) -> [WeightedText] {
    [
      WeightedText(name, weight: 2), WeightedText(description ?? ""),
      WeightedText(words.joined(separator: ", ")),
    ]
  }

  /// What is entered about the projects, in an order that depends on their ids alone and is none of
  /// content.
  private static func labels(_ snapshot: Snapshot) -> [ProfileModel.Label] {
    let keys = snapshot.projects.map { project in
      project.originalID.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01b3
      }
    }
    return snapshot.projects.indices
      .sorted { (keys[$0], snapshot.projects[$0].id) < (keys[$1], snapshot.projects[$1].id) }
      .compactMap { label(of: $0, snapshot) }
  }

  private static func label(of project: Int, _ snapshot: Snapshot) -> ProfileModel.Label? {
    let themes = snapshot.themesOfProject[project]
    let alignments = snapshot.alignmentsOfProject[project]
    guard !themes.isEmpty || !alignments.isEmpty else { return nil }
    let isConfirmed = snapshot.projects[project].confirmed != nil
    let isReviewed = alignments.allSatisfy(\.isReviewed)
    let share = themes.isEmpty ? nil : 1 / Float(themes.count)
    let ofThemes = snapshot.themes.indices.map { theme -> Float? in
      share.map { themes.contains(theme) ? $0 : 0 }
    }
    let ofGuidelines = snapshot.guidelines.indices.map { guideline -> Float? in
      alignments.isEmpty ? nil : alignments.contains { $0.guideline == guideline } ? 1 : 0
    }
    return ProfileModel.Label(
      text: project, shares: ofThemes + ofGuidelines,
      weights: ofThemes.map { _ in isConfirmed ? 1 : weightOfDeclared }
        + ofGuidelines.map { _ in isReviewed ? 1 : weightOfDeclared })
  }

  func lane(_ target: AlignmentTarget) -> Int {
    switch target {
    case .theme(let index): index
    case .guideline(let index): themeCount + index
    }
  }

  /// Whether the target's own words say what it is about, so that a low score means something.
  func knows(_ target: AlignmentTarget) -> Bool { model.knows(lane(target)) }

  /// How far two projects deal with the same subjects, in whatever words, 0…1.
  func subjectSimilarity(_ one: Int, _ other: Int) -> Double {
    model.subjectSimilarity(one, other)
  }

  func isTheme(_ lane: Int) -> Bool { lane < themeCount }

  /// The probability that the project serves each theme, which add up to 1, and each guideline.
  public func probabilities(
    of project: Int
  ) -> (themes: [Double], guidelines: [Double]) {
    let all = model.probabilities(of: project)
    return (Array(all[..<themeCount]), Array(all[themeCount...]))
  }

  /// All targets with their probability, the best first; themes and guidelines apart, equal ones
  /// in the strategy's order.
  public func ranking(
    of project: Int
  ) -> (themes: [AlignmentScore], guidelines: [AlignmentScore]) {
    let (themes, guidelines) = probabilities(of: project)
    return (
      Self.ranked(themes.enumerated().map { .init(target: .theme($0), probability: $1) }),
      Self.ranked(guidelines.enumerated().map { .init(target: .guideline($0), probability: $1) })
    )
  }

  private static func ranked(_ scores: [AlignmentScore]) -> [AlignmentScore] {
    scores.enumerated()
      .sorted { ($1.element.probability, $0.offset) < ($0.element.probability, $1.offset) }
      .map(\.element)
  }
}

/// A target and the probability that a project serves it.
public struct AlignmentScore: Sendable, Hashable {
  public let target: AlignmentTarget
  public let probability: Double
}

/// The alignment analysis of one snapshot: made when the first rule asks, then shared by all.
final class LazyAlignmentAnalysis: Sendable {
  private let made = Mutex<AlignmentAnalysis?>(nil)

  func analysis(of snapshot: Snapshot) -> AlignmentAnalysis {
    made.withLock { made in
      if let made { return made }
      let analysis = AlignmentAnalysis(snapshot)
      made = analysis
      return analysis
    }
  }
}

extension Snapshot {
  /// How well each project serves each theme and guideline by what is written about it.
  public var alignments: AlignmentAnalysis { lazyAlignments.analysis(of: self) }
}
