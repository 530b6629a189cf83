internal import FoundationEssentials

/// What is asked of an endpoint.
struct EmbeddingRequest: Encodable {
  let model: String
  let input: [String]
  /// Servers may answer in base64 otherwise.
  let encodingFormat = "float"

  private enum CodingKeys: String, CodingKey {
    case model, input
    case encodingFormat = "encoding_format"
  }
}

/// What it answers; everything else in the answer is passed over.
struct EmbeddingAnswer: Decodable {
  struct Item: Decodable {
    let index: Int
    let embedding: [Float]
  }

  let data: [Item]

  /// The vectors in the order of the texts.
  ///
  /// - Parameter dimension: how long the vectors of earlier answers were.
  func vectors(
    count: Int, dimension: Int?, address: String
  ) throws(EmbeddingError) -> [[Float]] {
    guard data.count == count else {
      throw .malformed(address: address, .count(expected: count, found: data.count))
    }
    var vectors = [[Float]](repeating: [], count: count)
    let expected = dimension ?? data.first?.embedding.count ?? 0
    for item in data {
      guard vectors.indices.contains(item.index), vectors[item.index].isEmpty else {
        throw .malformed(address: address, .order)
      }
      guard item.embedding.count == expected else {
        throw .malformed(
          address: address, .dimension(expected: expected, found: item.embedding.count))
      }
      let square = item.embedding.reduce(0) { $0 + $1 * $1 }
      guard square > 0, square.isFinite else { throw .malformed(address: address, .number) }
      vectors[item.index] = item.embedding
    }
    return vectors
  }
}
