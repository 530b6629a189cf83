/// Two different departments in no particular order, by index.
public struct DepartmentPair: Sendable, Hashable, Comparable {
  /// The smaller index.
  public let first: Int
  public let second: Int

  public init(_ one: Int, _ other: Int) {
    first = min(one, other)
    second = max(one, other)
  }

  /// The other of the two; nil if the department is neither.
  public func other(than department: Int) -> Int? {
    department == first ? second : department == second ? first : nil
  }

  public static func < (left: DepartmentPair, right: DepartmentPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
