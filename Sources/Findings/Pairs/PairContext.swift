internal import Portfolio
internal import TextMatching

/// What a comparison of two projects reads: all texts and lists, made once for all pairs.
struct PairContext: Sendable {
  let snapshot: Snapshot
  let texts: TextCorpus
  let titles: TextCorpus
  let audience: FieldValues
  let technologies: FieldValues
  let partners: FieldValues
  let figures: StatedFigures
  /// Whether any project has a start.
  let startsAreRecorded: Bool

  init(_ snapshot: Snapshot) {
    let projects = snapshot.projects
    let (written, lists) = Concurrency.both {
      snapshot.texts
    } _: {
      (
        FieldValues(projects, \.audience), FieldValues(projects, \.technologies),
        FieldValues(projects) { $0.partners.map(\.name) }, StatedFigures(projects)
      )
    }
    self.snapshot = snapshot
    startsAreRecorded = projects.contains { $0.period?.start != nil }
    (titles, texts) = (written.titles, written.texts)
    (audience, technologies, partners, figures) = lists
  }
}
