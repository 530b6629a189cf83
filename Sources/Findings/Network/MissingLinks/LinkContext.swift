internal import Portfolio
internal import TextMatching

/// What the evidence for missing links reads besides the comparisons of pairs, made once.
struct LinkContext: Sendable {
  let snapshot: Snapshot
  let pairs: PairAnalysis
  /// All that is written about each project in one text: two departments may word what they do
  /// differently, and one may name as its audience what the other describes.
  let profiles: TextCorpus
  let services: ServiceLikeness
  let nearest: NearestProjects

  init(_ snapshot: Snapshot, pairs: PairAnalysis) {
    self.snapshot = snapshot
    self.pairs = pairs
    profiles = TextCorpus(snapshot.projects.map { Self.profile(of: $0, in: snapshot) })
    services = ServiceLikeness(snapshot)
    nearest = NearestProjects(pairs.pairs, in: snapshot)
  }

  private static func profile(of project: Project, in snapshot: Snapshot) -> [WeightedText] {
    let services = (project.provides + project.requires).map { id in
      snapshot.serviceTable[id].map { snapshot.services[$0].name } ?? id
    }
    let lists =
      project.audience + project.technologies + project.partners.map(\.name) + services
    return [
      WeightedText(project.title), WeightedText(project.summary ?? ""),
      WeightedText(lists.joined(separator: "; ")),
    ]
  }

  /// Of the projects most like either of the two, the one most alike that is linked with, supplies
  /// or uses the other.
  func likeProject(_ pair: ProjectPair) -> LinkEvidence.LikeProject? {
    var best: LinkEvidence.LikeProject?
    // In order of their ids, so that of equally like ones the order of projects picks none.
    let isInOrder = snapshot.projects[pair.first].id <= snapshot.projects[pair.second].id
    let (left, right) = isInOrder ? (pair.first, pair.second) : (pair.second, pair.first)
    for (one, other) in [(left, right), (right, left)] {
      for near in nearest.of(one) where near.project != other {
        guard near.similarity > best?.similarity ?? 0, hasToDo(near.project, with: other)
        else { continue }
        best = .init(project: near.project, likeTo: one, similarity: near.similarity)
      }
    }
    return best
  }

  private func hasToDo(_ one: Int, with other: Int) -> Bool {
    snapshot.areLinked(one, other)
      || snapshot.servicesSupplied(within: ProjectPair(one, other)).contains {
        !services.isCommon($0)
      }
  }

  /// The sum, over the projects that both are linked with, of 1 / the number of its links.
  func commonLinks(_ pair: ProjectPair) -> Double {
    let others = linked(with: pair.second)
    guard !others.isEmpty else { return 0 }
    // Each once, and in order of size, so that the order of projects changes no digit.
    return Set(linked(with: pair.first)).intersection(others)
      .map { 1 / Double(Set(linked(with: $0)).count) }.sorted().reduce(0, +)
  }

  /// The projects that name it or that it names.
  func linked(with project: Int) -> [Int] {
    snapshot.linksFromProject[project].map(\.target)
      + snapshot.linksToProject[project].map(\.source)
  }
}

/// For each project the few whose title and summary are most like its own.
struct NearestProjects: Sendable {
  struct Neighbour: Sendable {
    let project: Int
    /// The cosine, 0…1.
    let similarity: Double
  }

  private static let size = 5
  private let neighbours: CompressedRows<Neighbour>

  /// - Parameter comparisons: hold all pairs whose texts reach the threshold of a check.
  init(_ comparisons: [PairComparison], in snapshot: Snapshot) {
    let threshold = TextPairs.characterThreshold(count: snapshot.projects.count)
    let entries = comparisons.lazy.filter { $0.text >= threshold }.flatMap { comparison in
      let pair = comparison.pair
      return [
        CompressedRows<Neighbour>.Entry(
          pair.first, Neighbour(project: pair.second, similarity: comparison.text)),
        CompressedRows<Neighbour>.Entry(
          pair.second, Neighbour(project: pair.first, similarity: comparison.text)),
      ]
    }
    let all = CompressedRows(rows: snapshot.projects.count, entries: Array(entries))
    neighbours = CompressedRows(
      rows: snapshot.projects.count,
      entries: all.rows.flatMap { project in
        // Of equally like ones the first by id, so that the order of projects changes nothing.
        all[project].sorted {
          ($1.similarity, snapshot.projects[$0.project].id)
            < ($0.similarity, snapshot.projects[$1.project].id)
        }.prefix(Self.size).map { .init(project, $0) }
      })
  }

  /// The most alike first.
  func of(_ project: Int) -> ArraySlice<Neighbour> { neighbours[project] }
}
