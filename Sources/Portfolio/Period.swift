/// From when to when something runs; either end may be unknown.
public struct Period: Sendable, Hashable {
  public var start: PartialDate?
  public var end: PartialDate?

  public init(start: PartialDate? = nil, end: PartialDate? = nil) {
    self.start = start
    self.end = end
  }

  /// Whether the end certainly lies before the start.
  public var isReversed: Bool {
    guard let start, let end else { return false }
    return end.lastDay < start.firstDay
  }

  /// Whether both run on at least one common day; unknown ends count as open.
  public func overlaps(_ other: Period) -> Bool {
    if let end, let start = other.start, end.lastDay < start.firstDay { return false }
    if let end = other.end, let start, end.lastDay < start.firstDay { return false }
    return true
  }
}
