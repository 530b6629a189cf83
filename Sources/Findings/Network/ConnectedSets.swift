/// Sets of elements that grow together (union-find with path halving and union by size).
struct ConnectedSets<Element: Hashable> {
  private var parents: [Element: Element] = [:]
  private var sizes: [Element: Int] = [:]

  /// The element that stands for the set.
  mutating func representative(of element: Element) -> Element {
    var current = element
    while let parent = parents[current], parent != current {
      let grandparent = parents[parent] ?? parent
      parents[current] = grandparent
      current = grandparent
    }
    if parents[current] == nil {
      parents[current] = current
      sizes[current] = 1
    }
    return current
  }

  mutating func join(_ one: Element, _ other: Element) {
    let (left, right) = (representative(of: one), representative(of: other))
    guard left != right else { return }
    let (leftSize, rightSize) = (sizes[left] ?? 1, sizes[right] ?? 1)
    let (large, small) = leftSize >= rightSize ? (left, right) : (right, left)
    parents[small] = large
    sizes[large] = leftSize + rightSize
  }
}
