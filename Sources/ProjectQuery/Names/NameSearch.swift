internal import Portfolio

/// Finds the records that somebody means by a name, as people write names: by id, name or alias,
/// by the beginning of one of their words, or with `*` all that begin so.
struct NameSearch {
  enum Result: Hashable {
    case found([Vocabulary.Entry])
    /// Several begin so, and none is called exactly so.
    case ambiguous([Vocabulary.Entry])
    case unknown(nearest: String?)
  }

  let entries: [Vocabulary.Entry]

  func find(_ name: String) -> Result {
    let exact = entries.filter { $0.id == name }
    if !exact.isEmpty { return .found(exact) }
    if name.hasSuffix("*") {
      let beginning = matching(NameFolding.words(of: String(name.dropLast())))
      return beginning.isEmpty ? unknown(name) : .found(beginning)
    }
    let folded = NameFolding.folded(name)
    let called = entries.filter { entry in
      ([entry.id] + entry.names).contains { NameFolding.folded($0) == folded }
    }
    if called.count == 1 { return .found(called) }
    if called.count > 1 { return .ambiguous(called) }
    let beginning = matching(NameFolding.words(of: name))
    return switch beginning.count {
    case 0: unknown(name)
    case 1: .found(beginning)
    default: .ambiguous(beginning)
    }
  }

  /// The records with a name in which words begin like these, one after the other.
  private func matching(_ wanted: [String]) -> [Vocabulary.Entry] {
    guard !wanted.isEmpty else { return [] }
    return entries.filter { entry in
      ([entry.id] + entry.names).contains { name in
        let words = NameFolding.words(of: name)
        guard words.count >= wanted.count else { return false }
        return (0...words.count - wanted.count).contains { start in
          zip(words[start...], wanted).allSatisfy { $0.hasPrefix($1) }
        }
      }
    }
  }

  private func unknown(_ name: String) -> Result {
    let names = entries.flatMap { [$0.id] + $0.names }
    // A single word of a longer name would do as well.
    return .unknown(
      nearest: NearestName.of(name, among: names)
        ?? NearestName.of(name, among: names.flatMap(NameFolding.words).filter { $0.count > 3 }))
  }
}
