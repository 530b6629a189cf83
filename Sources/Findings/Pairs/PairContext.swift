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
  /// Nil where no model of language is in use.
  let meanings: TextMeanings?
  /// Whether any project has a start.
  let startsAreRecorded: Bool

  init(_ snapshot: Snapshot) {
    let projects = snapshot.projects
    let (written, lists) = Concurrency.both {
      TextCorpus.titlesAndTexts(projects.count, lessening: Self.names(of: snapshot.departments)) {
        (projects[$0].title, projects[$0].summary ?? "")
      }
    } _: {
      (
        FieldValues(projects, \.audience), FieldValues(projects, \.technologies),
        FieldValues(projects) { $0.partners.map(\.name) }, StatedFigures(projects)
      )
    }
    self.snapshot = snapshot
    meanings = snapshot.vectors.map { TextMeanings(projects.map(\.describedText), vectors: $0) }
    startsAreRecorded = projects.contains { $0.period?.start != nil }
    (titles, texts) = written
    (audience, technologies, partners, figures) = lists
  }

  /// Under which departments and their offices are known; who owns a project is compared by itself.
  private static func names(of departments: [Department]) -> [String] {
    departments.flatMap { department in
      [department.name] + department.aliases
        + department.offices.flatMap { [$0.name] + $0.aliases }
    }
  }
}
