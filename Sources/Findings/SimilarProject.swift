internal import Portfolio
internal import TextMatching

/// A project whose title and summary resemble another's, for `dach show`.
public struct SimilarProject: Sendable, Hashable {
  public let id: String
  public let title: String
  public let departmentName: String?
  /// Likeness of title and summary as the cosine of their weighted words, 0…1. It says how alike
  /// the texts are, not how likely the projects are the same undertaking.
  public let similarity: Double

  /// Below this, texts share no more than everyday words.
  static let leastSimilarity = 0.1

  /// The projects most alike to the one with this present or former id, the most alike first;
  /// empty where there is no such project.
  public static func nearest(to id: String, in snapshot: Snapshot, limit: Int) -> [SimilarProject] {
    guard let index = snapshot.projectTable[id] else { return [] }
    return similarities(to: index, in: snapshot).enumerated()
      .map { (index: $0.offset, similarity: $0.element) }
      .filter { $0.index != index && $0.similarity >= leastSimilarity }
      .sorted { ($1.similarity, $0.index) < ($0.similarity, $1.index) }
      .prefix(limit)
      .map { SimilarProject(snapshot, $0.index, similarity: $0.similarity) }
  }

  /// By place; a long list's vectors are kept with the pairs.
  private static func similarities(to project: Int, in snapshot: Snapshot) -> [Double] {
    guard snapshot.projects.count <= ProjectTexts.longestShortList else {
      return snapshot.pairs.context.texts.similarities(to: project)
    }
    let texts = snapshot.corpora.texts
    return snapshot.projects.indices.map { texts.similarity(project, $0) }
  }

  init(_ snapshot: Snapshot, _ index: Int, similarity: Double) {
    let project = snapshot.projects[index]
    id = project.id
    title = project.title
    departmentName = snapshot.department(of: index).map { snapshot.departments[$0].name }
    self.similarity = similarity
  }
}
