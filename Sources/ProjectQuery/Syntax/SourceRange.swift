/// A place in a query as typed, counted in Unicode scalars from 0.
public typealias SourceRange = Range<Int>

/// A value and the place where it was typed. Two are equal where their values are: a query means
/// the same wherever its parts stand.
public struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  public var value: Value
  public var range: SourceRange

  public init(_ value: Value, at range: SourceRange = 0..<0) {
    self.value = value
    self.range = range
  }

  public static func == (left: Self, right: Self) -> Bool { left.value == right.value }

  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
