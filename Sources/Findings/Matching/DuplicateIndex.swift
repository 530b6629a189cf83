public import Portfolio
internal import TextMatching

/// A registry that is kept up to date, to be asked for likely duplicates of a draft at any time:
/// the warning while somebody types.
///
/// A hint scores as a whole analysis with the draft as the last project would: by the same
/// evidence, with the frequencies of the whole registry. What it reads in full are the
/// `mostCandidates` projects whose title and summary are most like the draft's, as far down as
/// `dach match` goes.
///
/// A value: a server keeps one, applies each change to it, and lends copies to those who ask.
public struct DuplicateIndex: Sendable {
  /// All but the projects.
  private let portfolio: Portfolio
  /// By number; nil once removed.
  private var projects: [Project?] = []
  private var numbers: [String: Int] = [:]
  private var freeNumbers: [Int] = []
  private var texts: SimilarityIndex
  private var frequencies = RegistryFrequencies()
  /// What the city's verdicts say about scores; the last check's, as working it out takes one.
  private var calibration = ScoreCalibration.untrained

  /// The few dozen that a hint compares with the draft in full.
  static let mostCandidates = 30

  public init(_ portfolio: Portfolio) {
    let registered = portfolio.projects
    var portfolio = portfolio
    portfolio.projects = []
    self.portfolio = portfolio
    projects = registered
    texts = SimilarityIndex(
      registered.count, lessening: ProjectCorpora.names(of: portfolio.departments)
    ) { Self.parts(of: registered[$0]) }
    for (number, project) in registered.enumerated() {
      numbers[project.id] = number
      frequencies.add(project)
    }
  }

  /// The number of projects.
  public var count: Int { texts.count }

  /// Scores as a check of this snapshot does from now on, where its verdicts correct scores.
  public mutating func learn(from snapshot: Snapshot) {
    calibration =
      snapshot.decidedPairs.count >= ScoreCalibration.fewestVerdicts
      ? snapshot.pairs.calibration : .untrained
  }

  /// Adds a project, or replaces the one of its id.
  public mutating func set(_ project: Project) {
    let number = numbers[project.id] ?? freeNumbers.popLast() ?? projects.count
    if number == projects.count { projects.append(nil) }
    if let former = projects[number] { frequencies.remove(former) }
    projects[number] = project
    numbers[project.id] = number
    frequencies.add(project)
    texts.set(number, to: Self.parts(of: project))
  }

  /// Removes a project; nothing happens where there is none of that id.
  public mutating func remove(_ id: String) {
    guard let number = numbers.removeValue(forKey: id), let project = projects[number] else {
      return
    }
    frequencies.remove(project)
    texts.remove(number)
    projects[number] = nil
    freeNumbers.append(number)
  }

  private static func parts(of project: Project) -> [String] {
    [project.title, project.summary ?? ""]
  }

  /// The registered projects that a draft may be a duplicate of.
  ///
  /// - Parameters:
  ///   - draft: with as many fields as are given; where it has the id of a registered project,
  ///     it is not held against that one.
  ///   - limit: how many at most.
  ///   - isTyping: whether the last word of the text may go on.
  public func hint(
    for draft: Project, asOf day: CalendarDay, limit: Int, isTyping: Bool = false
  ) -> DuplicateHint {
    let weights = texts.weights(with: Self.parts(of: draft), isTyping: isTyping)
    let floor = TextPairs.hintThreshold(count: count + 1)
    let candidates = weights.matches(limit: Self.mostCandidates, atLeast: floor)
      .compactMap { match in
        projects[match.id].map { Candidate(match: match, project: $0) }
      }
      .filter { $0.project.id != draft.id }
    return DuplicateHint(
      snapshot: snapshot(of: candidates.map(\.project) + [draft], asOf: day),
      candidates: candidates.map(\.match), weights: weights,
      surroundings: DraftSurroundings(frequencies, draft: draft, texts: weights.frequencies),
      calibration: calibration, limit: limit)
  }

  private struct Candidate {
    let match: SimilarityIndex.Match
    let project: Project
  }

  private func snapshot(of projects: [Project], asOf day: CalendarDay) -> Snapshot {
    var part = portfolio
    part.projects = projects
    return Snapshot(part, asOf: day)
  }
}
