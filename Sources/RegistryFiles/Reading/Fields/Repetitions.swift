/// Finds what stands in a list twice, without hashing as long as the list is short.
struct Repetitions<Element: Hashable> {
  private static var short: Int { 12 }
  private var elements: [Element] = []
  private var positions: [Element: Int] = [:]

  /// Adds an element; returns the position (from 0) at which it stood before, or nil.
  mutating func insert(_ element: Element) -> Int? {
    let position = elements.count
    if position < Self.short {
      let first = elements.firstIndex(of: element)
      elements.append(element)
      return first
    }
    if position == Self.short {
      for (position, element) in elements.enumerated().reversed() { positions[element] = position }
    }
    elements.append(element)
    if let first = positions[element] { return first }
    positions[element] = position
    return nil
  }
}
