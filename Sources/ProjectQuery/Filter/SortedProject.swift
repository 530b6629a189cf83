internal import Portfolio

/// A match with what decides its place in the result.
struct SortedProject {
  let project: Project
  let relevance: Double
  private let title: String

  init(_ project: Project, relevance: Double) {
    self.project = project
    self.relevance = relevance
    title = TextFolding.folded(project.title)
  }

  /// Empty fields come last in either direction; the id decides between equals.
  func precedes(_ other: SortedProject, by sort: [SortKey]) -> Bool {
    for key in sort {
      switch compare(other, key.column) {
      case 0: continue
      case -2, 2: return compare(other, key.column) < 0
      case let order: return (order < 0) != key.isDescending
      }
    }
    return project.id.utf8.lexicographicallyPrecedes(other.project.id.utf8)
  }

  /// Negative where this one comes first in the natural direction; ±2 where the other is empty.
  private func compare(_ other: SortedProject, _ column: SortKey.Column) -> Int {
    let (left, right) = (project, other.project)
    return switch column {
    // The best first.
    case .relevance: order(other.relevance, relevance)
    case .id: bytes(left.id, right.id)
    case .title: bytes(title, other.title)
    case .department: bytes(left.department, right.department)
    case .status: order(left.status?.rank, right.status?.rank)
    case .starts: order(left.day(of: .starts), right.day(of: .starts))
    case .ends: order(left.day(of: .ends), right.day(of: .ends))
    case .budget: order(left.budget?.cents, right.budget?.cents)
    case .confirmed: order(left.day(of: .confirmed), right.day(of: .confirmed))
    }
  }

  private func order<Value: Comparable>(_ left: Value?, _ right: Value?) -> Int {
    guard let left else { return right == nil ? 0 : 2 }
    guard let right else { return -2 }
    return left == right ? 0 : left < right ? -1 : 1
  }

  /// Byte by byte, as the database compares in collation "C".
  private func bytes(_ left: String?, _ right: String?) -> Int {
    guard let left else { return right == nil ? 0 : 2 }
    guard let right else { return -2 }
    if left.utf8.elementsEqual(right.utf8) { return 0 }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }
}

extension ProjectStatus {
  /// How far it is, from idea to discontinued.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
