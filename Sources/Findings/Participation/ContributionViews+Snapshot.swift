internal import Portfolio
internal import TextMatching

extension ContributionViews {
  /// - Parameter suggesting: whether to look for projects whose texts are like those of unanswered
  ///   contributions; the texts of all projects are then indexed.
  public static func make(_ snapshot: Snapshot, suggesting: Bool = true) -> ContributionViews {
    let participations = snapshot.portfolio.participations
    guard participations.contains(where: { !$0.contributions.isEmpty }) else {
      return ContributionViews(contributions: [])
    }
    let takers = takers(snapshot)
    let isOpen = participations.contains { $0.contributions.contains { $0.answer == nil } }
    let search = suggesting && isOpen ? ProjectSuggestions(snapshot) : nil
    return ContributionViews(
      contributions: participations.flatMap { participation in
        participation.contributions.map { contribution in
          let projects = projects(of: contribution, takers[contribution.id] ?? [], snapshot)
          return ContributionView(
            id: contribution.id, title: contribution.title, text: contribution.text,
            participation: participation.id, participationName: participation.name,
            theme: contribution.theme, date: contribution.date, answer: contribution.answer,
            projects: projects,
            suggestions: contribution.answer == nil
              ? search?.suggestions(for: contribution, besides: projects.map(\.index)) ?? [] : [])
        }
      })
  }

  /// Projects that are not discontinued, by the contributions that they take up.
  private static func takers(_ snapshot: Snapshot) -> [String: [Int]] {
    var takers: [String: [Int]] = [:]
    for project in snapshot.projects.indices where snapshot.phase(of: project).countsForCoverage {
      for id in snapshot.projects[project].contributions {
        takers[id, default: []].append(project)
      }
    }
    return takers
  }

  private static func projects(
    of contribution: Contribution, _ takers: [Int], _ snapshot: Snapshot
  ) -> [ContributionView.NamedProject] {
    let answering = contribution.answer?.project.flatMap { snapshot.projectTable[$0] }
      .flatMap { snapshot.phase(of: $0).countsForCoverage ? $0 : nil }
    let others = takers.filter { $0 != answering }
    return ((answering.map { [$0] } ?? []) + others).map { snapshot.named($0) }
  }
}

extension Snapshot {
  func named(_ project: Int) -> ContributionView.NamedProject {
    ContributionView.NamedProject(
      index: project, id: projects[project].id, title: projects[project].title)
  }
}

/// Finds projects whose title and summary are like a contribution's.
struct ProjectSuggestions {
  private let snapshot: Snapshot
  private let search: TextSearch

  /// Below this, texts share no more than everyday words; of a wish in a few words, more would ask
  /// too much.
  private static let leastSimilarity = 0.15
  private static let limit = 3

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    // Not the corpus that pairs are compared with: making that compares them, which takes longer.
    search = TextSearch(
      TextCorpus(
        snapshot.projects.lazy.map { [WeightedText($0.title), WeightedText($0.summary ?? "")] }))
  }

  func suggestions(
    for contribution: Contribution, besides known: [Int]
  ) -> [ContributionView.Suggestion] {
    let document = [WeightedText(contribution.title), WeightedText(contribution.text ?? "")]
    return search.matches(for: document, limit: Self.limit + known.count)
      .filter { match in
        match.similarity >= Self.leastSimilarity && !known.contains(match.text)
          && snapshot.phase(of: match.text).countsForCoverage
      }
      .prefix(Self.limit)
      .map { .init(project: snapshot.named($0.text), similarity: $0.similarity) }
  }
}
