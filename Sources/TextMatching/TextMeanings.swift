/// How close the meanings of any two of some texts are, compared with what is usual among them.
///
/// The cosines of a model's vectors are no probability and their range differs from model to model
/// (some never go below 0.7), so they are counted in standard deviations above the mean of pairs
/// taken at random. As with words, a likeness says less where many texts mean much the same: the
/// mean of the nearest ones is known for each text (G. Lample et al., "Word translation without
/// parallel data", ICLR 2018, section 2.3).
public struct TextMeanings: Sendable {
  /// A text's nearest ones, best first.
  private struct Nearest: Sendable {
    var texts: [Int] = []
    var cosines: [Float] = []
  }

  private let rows: VectorRows
  private let mean: Double
  private let deviation: Double
  private let nearest: [Nearest]

  /// How many nearest texts are kept of each.
  static let neighbours = 10
  /// Where there are more texts, the nearest are looked for among every second, third … one, so
  /// that the work grows with the number of texts and no longer with its square.
  static let mostCompared = 20_000

  /// - Parameters:
  ///   - texts: those without a vector are like no other.
  public init(_ texts: [String], vectors: TextVectors) {
    let rows = VectorRows(texts.map { vectors[$0] }, dimension: vectors.dimension)
    self.rows = rows
    (mean, deviation) = Self.usual(rows)
    let step = max((texts.count + Self.mostCompared - 1) / Self.mostCompared, 1)
    let portions = max(min(Concurrency.processorCount * 8, texts.count / 16), 1)
    nearest = Concurrency.map(0..<portions) { portion in
      let start = texts.count * portion / portions
      let end = texts.count * (portion + 1) / portions
      return (start..<end).map { Self.nearest(to: $0, step: step, in: rows) }
    }.flatMap { $0 }
  }

  /// By how many standard deviations the two are closer than texts taken at random; nil where one
  /// has no vector.
  public func closeness(_ left: Int, _ right: Int) -> Double? {
    guard rows.isKnown[left], rows.isKnown[right] else { return nil }
    return standardised(Double(rows.product(left, right)))
  }

  /// How close the texts nearest to the two are in the mean, in standard deviations.
  public func density(_ left: Int, _ right: Int) -> Double {
    (density(left) + density(right)) / 2
  }

  private func density(_ text: Int) -> Double {
    let cosines = nearest[text].cosines
    guard !cosines.isEmpty else { return 0 }
    return standardised(Double(cosines.reduce(0, +)) / Double(cosines.count))
  }

  /// Pairs of each text with the `count` nearest to it, each pair once or twice, left before right.
  public func nearestPairs(_ count: Int) -> [(left: Int, right: Int)] {
    nearest.indices.flatMap { text in
      nearest[text].texts.prefix(count).map { (min(text, $0), max(text, $0)) }
    }
  }

  private func standardised(_ cosine: Double) -> Double { (cosine - mean) / deviation }

  private static func nearest(to text: Int, step: Int, in rows: VectorRows) -> Nearest {
    var nearest = Nearest()
    guard rows.isKnown[text] else { return nearest }
    for other in stride(from: 0, to: rows.isKnown.count, by: step)
    where other != text && rows.isKnown[other] {
      let cosine = rows.product(text, other)
      if nearest.texts.count == neighbours, cosine <= nearest.cosines[neighbours - 1] { continue }
      let place = nearest.cosines.firstIndex { $0 < cosine } ?? nearest.cosines.count
      nearest.cosines.insert(cosine, at: place)
      nearest.texts.insert(other, at: place)
      if nearest.texts.count > neighbours {
        nearest.cosines.removeLast()
        nearest.texts.removeLast()
      }
    }
    return nearest
  }

  /// Mean and standard deviation of the cosines of some pairs, always the same ones.
  private static func usual(_ rows: VectorRows) -> (mean: Double, deviation: Double) {
    let known = rows.isKnown.indices.filter { rows.isKnown[$0] }
    guard known.count > 2 else { return (0, 1) }
    var (sum, squares, count) = (0.0, 0.0, 0.0)
    // All distances between places in turn: every pair of a short list, a fair share of a long one.
    let distances = max(min(known.count - 1, 20_000 / known.count), 1)
    for number in 1...distances {
      let distance = distances == known.count - 1 ? number : 1 + (number * 7919) % (known.count - 1)
      for place in known.indices {
        let other = (place + distance) % known.count
        let cosine = Double(rows.product(known[place], known[other]))
        sum += cosine
        squares += cosine * cosine
        count += 1
      }
    }
    let mean = sum / count
    let variance = max(squares / count - mean * mean, 0)
    return (mean, max(variance.squareRoot(), 1e-6))
  }
}

/// Vectors of equal length, one after the other.
private struct VectorRows: Sendable {
  let isKnown: [Bool]
  private let values: [Float]
  /// Numbers in a row: the dimension, rounded up to whole groups of eight.
  private let width: Int

  init(_ vectors: [[Float]?], dimension: Int) {
    let width = (dimension + 7) / 8 * 8
    self.width = width
    isKnown = vectors.map { $0 != nil }
    var values = [Float](repeating: 0, count: vectors.count * width)
    for (row, vector) in vectors.enumerated() {
      guard let vector else { continue }
      values.replaceSubrange((row * width)..<(row * width + dimension), with: vector)
    }
    self.values = values
  }

  func product(_ left: Int, _ right: Int) -> Float {
    values.withUnsafeBytes { bytes in
      let stride = MemoryLayout<Float>.stride
      var sum = SIMD8<Float>()
      for place in Swift.stride(from: 0, to: width, by: 8) {
        let one = bytes.loadUnaligned(
          fromByteOffset: (left * width + place) * stride, as: SIMD8<Float>.self)
        let other = bytes.loadUnaligned(
          fromByteOffset: (right * width + place) * stride, as: SIMD8<Float>.self)
        sum.addProduct(one, other)
      }
      return sum.sum()
    }
  }
}
