/// Turns ids into dense indices, so that analyses compare numbers instead of strings.
public struct IdentifierTable: Sendable {
  private var indices: [String: Int]
  public let count: Int

  /// The index of an id is its place in `ids`; of two equal ids the first keeps it.
  init(_ ids: some Collection<String>) {
    indices = Dictionary(minimumCapacity: ids.count)
    count = ids.count
    for (index, id) in ids.enumerated() { register(id, as: index) }
  }

  /// Lets a further id resolve to an index, unless it is taken.
  mutating func register(_ id: String, as index: Int) {
    if indices[id] == nil { indices[id] = index }
  }

  public subscript(id: String) -> Int? { indices[id] }
}
