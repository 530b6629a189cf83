/// Vectors of meaning that have been made before, by model and text.
public struct StoredEmbeddings {
  let session: Session
  let model: String

  /// How long a vector is kept, in days.
  static let lifetime = 180

  /// - Parameter model: names all that the vectors depend on besides the text.
  public init(_ session: Session, model: String) {
    self.session = session
    self.model = model
  }

  /// The vectors of those texts that have been seen before.
  /// - Throws: `DatabaseError`
  public func vectors(of texts: [String]) throws -> [String: [Float]] {
    var vectors: [String: [Float]] = [:]
    try session.query(
      "SELECT wanted, vector FROM text_vectors($1, $2::text[])", [.text(model), .texts(texts)]
    ) { row in
      let bytes: Bytes = try row.decode(1)
      vectors[try row.decode(0)] = Self.numbers(bytes.content)
    }
    return vectors
  }

  /// Keeps vectors, and drops those that have been kept for long.
  /// - Throws: `DatabaseError`
  public func store(_ vectors: [String: [Float]]) throws {
    guard !vectors.isEmpty else { return }
    try session.transaction {
      _ = try session.pipeline { pipeline in
        for (text, vector) in vectors.sorted(by: { $0.key < $1.key }) {
          try pipeline.execute(
            """
            INSERT INTO text_embedding (model, digest, vector)
            VALUES ($1, sha256(convert_to($2, 'UTF8')), $3)
            ON CONFLICT (model, digest) DO UPDATE
              SET vector = excluded.vector, made_on = excluded.made_on
            """, [.text(model), .text(text), .bytes(Self.bytes(vector))])
        }
      }
      try session.execute(
        "DELETE FROM text_embedding WHERE made_on < current_date - $1::integer",
        [.int(Int64(Self.lifetime))])
    }
  }

  private static func bytes(_ vector: [Float]) -> [UInt8] {
    vector.flatMap { number in
      withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
    }
  }

  private static func numbers(_ bytes: [UInt8]) -> [Float] {
    bytes.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count - 3, by: 4).map { offset in
        Float(
          bitPattern: UInt32(
            littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      }
    }
  }
}
