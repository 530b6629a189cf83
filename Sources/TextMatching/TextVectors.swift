/// Texts with what a model of language makes of them: vectors whose directions lie the closer, the
/// closer the texts' meanings, even where they share no word.
public struct TextVectors: Sendable {
  /// Which model they are from; those of different models cannot be compared.
  public let model: String
  /// Of unit length, all equally long.
  private let vectors: [String: [Float]]
  public let dimension: Int

  /// - Parameter vectors: equally long, of any length but zero; others are left out.
  public init(model: String, vectors: [String: [Float]]) {
    self.model = model
    let dimension = vectors.values.lazy.map(\.count).max() ?? 0
    self.dimension = dimension
    self.vectors = vectors.compactMapValues { vector in
      let square = vector.reduce(0) { $0 + $1 * $1 }
      guard vector.count == dimension, square > 0, square.isFinite else { return nil }
      let factor = 1 / square.squareRoot()
      return vector.map { $0 * factor }
    }
  }

  public subscript(text: String) -> [Float]? { vectors[text] }
}
