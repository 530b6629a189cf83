public import Portfolio

/// What a revision changed in a guideline's wording, word by word.
///
/// The shortest way from the old words to the new (Myers, "An O(ND) Difference Algorithm and Its
/// Variations", 1986, which the standard library implements).
public struct WordingDifference: Sendable, Hashable {
  public enum Change: String, Sendable, CaseIterable {
    case kept, removed, added
  }

  /// A run of words with the same fate.
  public struct Segment: Sendable, Hashable {
    public let change: Change
    public let text: String
  }

  /// In reading order; where words are replaced, the removed ones come first.
  public let segments: [Segment]

  /// - Returns: nil where the wording of that revision is not recorded.
  public init?(of guideline: Guideline, since revision: Int) {
    guard let earlier = guideline.earlier.first(where: { $0.revision == revision }) else {
      return nil
    }
    self.init(
      from: [earlier.name, earlier.description], to: [guideline.name, guideline.description])
  }

  init(from old: [String?], to new: [String?]) {
    let (old, new) = (Self.words(old), Self.words(new))
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var words: [(Change, String)] = []
    var (place, newPlace) = (0, 0)
    while place < old.count || newPlace < new.count {
      if place < old.count, removed.contains(place) {
        words.append((.removed, old[place]))
        place += 1
      } else if newPlace < new.count, added.contains(newPlace) {
        words.append((.added, new[newPlace]))
        newPlace += 1
      } else {
        words.append((.kept, new[newPlace]))
        place += 1
        newPlace += 1
      }
    }
    segments = Self.joining(words)
  }

  /// Name and description, separated by a mark that is a word of its own.
  private static func words(_ parts: [String?]) -> [String] {
    parts.compactMap { $0 }
      .map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      .reduce(into: []) { words, part in words += (words.isEmpty ? [] : ["–"]) + part }
  }

  private static func joining(_ words: [(Change, String)]) -> [Segment] {
    var segments: [Segment] = []
    for (change, word) in words {
      if let last = segments.last, last.change == change {
        segments[segments.count - 1] = Segment(change: change, text: last.text + " " + word)
      } else {
        segments.append(Segment(change: change, text: word))
      }
    }
    return segments
  }

  public var isEmpty: Bool { segments.allSatisfy { $0.change == .kept } }

  /// What was added and what was removed, as sentences that follow another; empty where nothing
  /// was.
  var summary: BilingualText {
    let added = quoted(.added)
    let removed = quoted(.removed)
    var (german, english) = ("", "")
    if let removed {
      german += " Entfallen: \(removed.german)."
      english += " Removed: \(removed.english)."
    }
    if let added {
      german += " Neu: \(added.german)."
      english += " Added: \(added.english)."
    }
    return BilingualText(de: german, en: english)
  }

  private func quoted(_ change: Change) -> BilingualText? {
    let texts = segments.filter { $0.change == change && $0.text != "–" }.map(\.text)
    return texts.isEmpty ? nil : Enumeration.of(texts.map(Quotation.of), limit: 4)
  }
}
