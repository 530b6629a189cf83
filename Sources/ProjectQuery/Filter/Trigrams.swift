/// The likeness of texts by runs of three characters, as the extension `pg_trgm` computes it: each
/// word in lower case with two blanks before and one behind, texts compared by the share of the
/// runs that are in both.
/// https://www.postgresql.org/docs/current/pgtrgm.html
struct Trigrams {
  /// The least similarity at which titles count as similar; `pg_trgm`'s own default.
  static let threshold: Float = 0.3

  private let runs: Set<[Unicode.Scalar]>

  init(_ text: String) {
    var runs: Set<[Unicode.Scalar]> = []
    let words = text.lowercased().unicodeScalars.split {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
    for word in words {
      let padded = [" ", " "] + Array(word) + [" "]
      for start in 0...padded.count - 3 { runs.insert(Array(padded[start..<start + 3])) }
    }
    self.runs = runs
  }

  /// 0…1.
  func similarity(to other: Trigrams) -> Float {
    let shared = runs.intersection(other.runs).count
    let all = runs.count + other.runs.count - shared
    return all == 0 ? 0 : Float(shared) / Float(all)
  }
}
