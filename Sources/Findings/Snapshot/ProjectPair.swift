/// Two different projects in no particular order, by index.
public struct ProjectPair: Sendable, Hashable, Comparable {
  /// The smaller index.
  public let first: Int
  public let second: Int

  public init(_ one: Int, _ other: Int) {
    first = min(one, other)
    second = max(one, other)
  }

  public static func < (left: ProjectPair, right: ProjectPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
