internal import Portfolio
internal import TextMatching

/// What a comparison of two projects reads: all texts and lists, made once for all pairs.
struct PairContext: Sendable {
  let snapshot: Snapshot
  let texts: ProjectTexts
  let audience: FieldValues
  let technologies: FieldValues
  let partners: FieldValues
  let figures: StatedFigures
  /// Nil where no model of language is in use.
  let meanings: TextMeanings?
  /// Whether any project has a start.
  let startsAreRecorded: Bool
  /// The number of projects of the whole registry.
  let count: Int

  /// - Parameter surroundings: the whole registry, where the snapshot holds some of its projects
  ///   and a draft.
  init(_ snapshot: Snapshot, in surroundings: DraftSurroundings? = nil) {
    let projects = snapshot.projects
    count = surroundings?.count ?? projects.count
    let (written, lists) = Concurrency.both {
      ProjectTexts(snapshot, in: surroundings)
    } _: {
      (
        FieldValues(projects, in: surroundings.map { ($0.audience, $0.count) }, \.audience),
        FieldValues(
          projects, in: surroundings.map { ($0.technologies, $0.count) }, \.technologies),
        FieldValues(projects, in: surroundings.map { ($0.partners, $0.count) }) {
          $0.partners.map(\.name)
        },
        StatedFigures(projects, in: surroundings)
      )
    }
    self.snapshot = snapshot
    meanings = snapshot.vectors.map { TextMeanings(projects.map(\.describedText), vectors: $0) }
    startsAreRecorded =
      surroundings?.startsAreRecorded ?? projects.contains { $0.period?.start != nil }
    texts = written
    (audience, technologies, partners, figures) = lists
  }
}
