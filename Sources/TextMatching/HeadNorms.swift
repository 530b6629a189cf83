/// The norms of a row's beginnings, from its most frequent feature to each of its features.
///
/// What two texts have in common beyond a feature can add nothing but its own products; up to the
/// feature, the product of both norms is the most they can reach (Cauchy–Schwarz inequality).
/// After R. J. Bayardo, Y. Ma, R. Srikant, "Scaling up all pairs similarity search" (WWW 2007), and
/// D. C. Anastasiu, G. Karypis, "L2AP: Fast cosine similarity search with prefix L-2 norm bounds"
/// (ICDE 2014).
struct HeadNorms {
  /// One for each feature of the present row.
  private(set) var norms: [Float] = []

  /// Always the same for the same weights, to the last bit.
  mutating func read(_ row: Range<Int>, of vectors: SparseMatrix) {
    norms.removeAll(keepingCapacity: true)
    var squares: Float = 0
    for place in row {
      squares += vectors.values[place] * vectors.values[place]
      norms.append(squares.squareRoot())
    }
  }
}

/// A text in a feature's list: its head norm there above its number, so that one comparison tells
/// which comes first.
struct HeadNormEntry: Sendable, Comparable {
  private let bits: UInt64

  init(norm: Float, text: UInt32) {
    // The bit patterns of numbers above 0 are in the order of the numbers.
    bits = UInt64(norm.bitPattern) << 32 | UInt64(text)
  }

  var norm: Float { Float(bitPattern: UInt32(bits >> 32)) }
  var text: Int { Int(UInt32(truncatingIfNeeded: bits)) }

  static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}
