public import Findings
public import Portfolio

/// `dach duplicates --format json`.
public enum DuplicatesJSON {
  struct Document: Encodable {
    let count: Int
    let groups: [Group]
    let bundles: [Pair]
  }

  struct Group: Encodable {
    let score: Double
    let projects: [String]
    let pairs: [Pair]
  }

  struct Hint: Encodable {
    let count: Int
    let hints: [Candidate]
  }

  struct Candidate: Encodable {
    let project: String
    let title: String
    let department: String?
    let contact: String?
    let score: Double
    let evidence: [Evidence]
  }

  struct Pair: Encodable {
    let left: String
    let right: String
    let score: Double
    let verdict: String?
    let evidence: [Evidence]
  }

  struct Evidence: Encodable {
    let field: String
    let weight: Double
    let detail: String
  }

  public static func render(
    _ groups: DuplicateGroups, of snapshot: Snapshot, language: Language
  ) throws -> String {
    func id(_ place: Int) -> String { snapshot.projects[place].id }
    return try JSONText.render(
      Document(
        count: groups.groups.count,
        groups: groups.groups.map { group in
          Group(
            score: group.score, projects: group.projects.map(id),
            pairs: group.pairs.map { Pair($0, snapshot, language) })
        },
        bundles: groups.bundles.map { Pair($0, snapshot, language) }))
  }

  public static func render(
    _ pair: ExplainedPair, of snapshot: Snapshot, language: Language
  ) throws -> String {
    try JSONText.render(Pair(pair, snapshot, language))
  }

  public static func render(_ hint: DuplicateHint, language: Language) throws -> String {
    let draft = hint.snapshot.projects.count - 1
    let hints = hint.pairs.map { pair in
      let place = pair.left == draft ? pair.right : pair.left
      let project = hint.snapshot.projects[place]
      return Candidate(
        project: project.id, title: project.title, department: project.department,
        contact: project.contact, score: pair.score, evidence: evidence(pair, language))
    }
    return try JSONText.render(Hint(count: hints.count, hints: hints))
  }

  fileprivate static func evidence(_ pair: ExplainedPair, _ language: Language) -> [Evidence] {
    pair.evidence.map {
      Evidence(field: $0.field, weight: $0.weight, detail: $0.detail[language])
    }
  }
}

extension DuplicatesJSON.Pair {
  init(_ pair: ExplainedPair, _ snapshot: Snapshot, _ language: Language) {
    left = snapshot.projects[pair.left].id
    right = snapshot.projects[pair.right].id
    score = pair.score
    verdict = pair.verdict?.rawValue
    evidence = DuplicatesJSON.evidence(pair, language)
  }
}
