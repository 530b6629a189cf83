import Findings
import Portfolio
import RegistryDatabase
import Reports

/// What a decision does, or would do, as JSON: what every changing command prints, and what
/// followed from the decision.
struct DecisionJSON: Encodable {
  struct Value: Encodable {
    let field: String
    let item: String?
  }

  struct Conflict: Encodable {
    let field: String
    let kept: String
    let other: String
    let replaced: Bool
  }

  struct Merge: Encodable {
    let into: String
    let merged: String
    let taken: [Value]
    let conflicts: [Conflict]
  }

  struct Unmerge: Encodable {
    let restored: String
    let from: String
    let kept: [Value]
  }

  struct Bundle: Encodable {
    let parent: String
    let created: Bool?
    let archived: Bool?
  }

  struct Question: Encodable {
    let left: String
    let right: String
    let score: Double
  }

  private struct Consequences: Encodable {
    let merge: Merge?
    let unmerge: Unmerge?
    let bundle: Bundle?
    let unbundle: Bundle?
    /// Left out where the registry is too large to look.
    let remaining: [Question]?
  }

  private let change: ImportJSON
  private let consequences: Consequences

  static func render(
    _ report: ImportReport, _ effect: DecisionEffect, _ remaining: RemainingQuestions?
  ) throws -> String {
    try JSONText.render(DecisionJSON(report, effect, remaining))
  }

  private init(
    _ report: ImportReport, _ effect: DecisionEffect, _ remaining: RemainingQuestions?
  ) {
    change = ImportJSON(report)
    consequences = Consequences(
      merge: effect.merge.map { merge in
        Merge(
          into: merge.survivor, merged: merge.merged, taken: merge.taken.map(Value.init),
          conflicts: merge.conflicts.map {
            Conflict(
              field: $0.field.rawValue, kept: $0.kept, other: $0.other, replaced: $0.isReplaced)
          })
      },
      unmerge: effect.unmerge.map {
        Unmerge(restored: $0.restored, from: $0.survivor, kept: $0.kept.map(Value.init))
      },
      bundle: effect.bundle.map { Bundle(parent: $0.parent, created: $0.isNew, archived: nil) },
      unbundle: effect.unbundle.map {
        Bundle(parent: $0.parent, created: nil, archived: $0.isRemoved)
      },
      remaining: remaining.map { remaining in
        remaining.pairs.map { pair in
          Question(
            left: remaining.snapshot.projects[pair.left].id,
            right: remaining.snapshot.projects[pair.right].id, score: pair.score)
        }
      })
  }

  /// Both in one object.
  func encode(to encoder: any Encoder) throws {
    try change.encode(to: encoder)
    try consequences.encode(to: encoder)
  }
}

extension DecisionJSON.Value {
  fileprivate init(_ value: TakenValue) {
    field = value.field.rawValue
    item = value.item
  }
}
