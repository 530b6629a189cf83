public import Portfolio

/// Which alignments a revision has reopened, department by department: the list that a department
/// gets after the council has reworded guidelines.
public struct RevisionReviews: Sendable, Hashable {
  /// In the order of the departments; projects without one come last.
  public let departments: [DepartmentReview]

  public var count: Int { departments.reduce(0) { $0 + $1.count } }

  public struct DepartmentReview: Sendable, Hashable {
    /// Nil for projects without a department.
    public let id: String?
    public let name: BilingualText
    /// By guideline in the order of the strategy, then by the revision the alignments are from.
    public let guidelines: [GuidelineReview]

    public var count: Int { guidelines.reduce(0) { $0 + $1.projects.count } }
  }

  public struct GuidelineReview: Sendable, Hashable {
    /// Id and name of the guideline.
    public let id: String
    public let name: String
    /// The revision for which the alignments were made, and the present one.
    public let from: Int
    public let to: Int
    /// Nil where the earlier wording is not recorded.
    public let difference: WordingDifference?
    public let projects: [AlignedProject]
  }

  public struct AlignedProject: Sendable, Hashable {
    public let id: String
    public let title: String
    public let rationale: String?
    /// Whether the steward had reviewed the alignment in its revision.
    public let wasReviewed: Bool
  }

  /// The alignments that gap/alignment-outdated flags, waived or not.
  ///
  /// - Parameter department: only this department's, by id.
  public static func make(_ snapshot: Snapshot, department: String? = nil) -> RevisionReviews {
    var reopened: [Int?: [Key: [AlignedProject]]] = [:]
    for guideline in snapshot.guidelines.indices {
      for alignment in snapshot.alignmentsOfGuideline[guideline]
      where !alignment.isCurrent && snapshot.isActive(alignment.project) {
        let project = snapshot.projects[alignment.project]
        let stated = project.alignments[alignment.position]
        let key = Key(guideline: guideline, revision: stated.revision)
        let owner = snapshot.department(of: alignment.project)
        reopened[owner, default: [:]][key, default: []].append(
          AlignedProject(
            id: project.id, title: project.title, rationale: stated.rationale,
            wasReviewed: alignment.isReviewed))
      }
    }
    let wanted = department.flatMap { snapshot.departmentTable[$0] }
    return RevisionReviews(
      departments: reopened.keys
        .filter { department == nil || $0 == wanted }
        .sorted { ($0 ?? .max) < ($1 ?? .max) }
        .map { owner in
          DepartmentReview(
            id: owner.map { snapshot.departments[$0].id },
            name: owner.map {
              BilingualText(de: snapshot.departments[$0].name, en: snapshot.departments[$0].name)
            } ?? BilingualText(de: "ohne Dienststelle", en: "no department"),
            guidelines: guidelines(snapshot, reopened[owner] ?? [:]))
        })
  }

  private struct Key: Hashable {
    let guideline: Int
    let revision: Int
  }

  private static func guidelines(
    _ snapshot: Snapshot, _ projects: [Key: [AlignedProject]]
  ) -> [GuidelineReview] {
    projects.keys.sorted { ($0.guideline, $0.revision) < ($1.guideline, $1.revision) }.map { key in
      let guideline = snapshot.guidelines[key.guideline]
      return GuidelineReview(
        id: guideline.id, name: guideline.name, from: key.revision, to: guideline.revision,
        difference: WordingDifference(of: guideline, since: key.revision),
        projects: projects[key] ?? [])
    }
  }
}
