/// Lists of elements by row in two flat arrays (compressed sparse rows): one row's elements lie
/// side by side, and all rows together cost two allocations.
public struct CompressedRows<Element: Sendable>: Sendable {
  /// `offsets[row] ..< offsets[row + 1]` are the places of a row's elements.
  private let offsets: [Int]
  private let elements: [Element]

  /// Sorts the entries into their rows by counting, in linear time; within a row they keep their
  /// order.
  public init(rows: Int, entries: [Entry]) {
    var offsets = [Int](repeating: 0, count: rows + 1)
    for entry in entries { offsets[entry.row + 1] += 1 }
    for row in 0..<rows { offsets[row + 1] += offsets[row] }
    var next = offsets
    var places = [Int](repeating: 0, count: entries.count)
    for (index, entry) in entries.enumerated() {
      places[next[entry.row]] = index
      next[entry.row] += 1
    }
    self.offsets = offsets
    elements = places.map { entries[$0].element }
  }

  public struct Entry: Sendable {
    public let row: Int
    public let element: Element

    public init(_ row: Int, _ element: Element) {
      self.row = row
      self.element = element
    }
  }

  public subscript(row: Int) -> ArraySlice<Element> { elements[offsets[row]..<offsets[row + 1]] }

  public var rows: Range<Int> { 0..<(offsets.count - 1) }

  /// The elements of all rows, row after row.
  public var all: [Element] { elements }
}
