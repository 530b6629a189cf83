/// Finds what somebody most likely meant when they typed a name that does not exist.
public enum NearestName {
  /// The candidate with the fewest typing errors against `text`, regardless of case; nil where
  /// even that one differs in more than a third of its characters. The first of equals wins.
  public static func of(_ text: String, among candidates: some Sequence<String>) -> String? {
    // Longer texts are no misspelt names, and comparing them would take long.
    guard text.utf8.count <= 200 else { return nil }
    let wanted = Array(text.lowercased())
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      let limit = min(max(letters.count, wanted.count) / 3, (best?.distance ?? .max) - 1)
      guard abs(letters.count - wanted.count) <= limit,
        let distance = distance(wanted, letters, limit: limit)
      else { continue }
      best = (candidate, distance)
      if distance == 0 { break }
    }
    return best?.candidate
  }

  /// The Damerau-Levenshtein distance in its restricted form (optimal string alignment): the
  /// fewest insertions, deletions, substitutions and swaps of neighbours that turn one text into
  /// the other, no place being edited twice. Nil where it exceeds `limit`.
  ///
  /// F. J. Damerau, "A technique for computer detection and correction of spelling errors",
  /// CACM 7 (1964) 171-176.
  static func distance(_ left: [Character], _ right: [Character], limit: Int) -> Int? {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = last
    for (i, letter) in left.enumerated() {
      row[0] = i + 1
      var least = row[0]
      for (j, other) in right.enumerated() {
        var cost = min(
          last[j + 1] + 1, row[j] + 1, last[j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row[j + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
