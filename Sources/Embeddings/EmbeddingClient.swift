internal import FoundationEssentials

/// Asks an endpoint for the vectors of texts.
public struct EmbeddingClient: Sendable {
  public let endpoint: EmbeddingEndpoint
  /// Texts in one request: enough to keep the model busy, few enough for small servers' limits.
  static let batchSize = 64
  /// Longer texts are cut: models read some 500 tokens.
  static let longestText = 4_000
  /// An answer of 64 vectors of 4,096 numbers takes about 6 MB.
  static let largestAnswer = 64 << 20
  private static let attempts = 3

  public init(_ endpoint: EmbeddingEndpoint) { self.endpoint = endpoint }

  /// The vectors of the texts, in their order and as long as each other.
  ///
  /// - Parameter progress: is told how many are done.
  /// - Throws: `EmbeddingError`, or `CancellationError`.
  public func vectors(
    of texts: [String], progress: (Int) -> Void = { _ in }
  ) async throws -> [[Float]] {
    var vectors: [[Float]] = []
    vectors.reserveCapacity(texts.count)
    for start in stride(from: 0, to: texts.count, by: Self.batchSize) {
      let batch = texts[start..<min(start + Self.batchSize, texts.count)]
      let input = batch.map { endpoint.prefix + $0.prefix(Self.longestText) }
      let answer = try await answer(to: input)
      vectors += try answer.vectors(
        count: batch.count, dimension: vectors.first?.count, address: endpoint.address)
      progress(vectors.count)
    }
    return vectors
  }

  /// A server that is busy or starting is asked again.
  private func answer(to input: [String]) async throws -> EmbeddingAnswer {
    for attempt in 1..<Self.attempts {
      do {
        return try await ask(input)
      } catch EmbeddingError.refused(_, let status) where [429, 502, 503].contains(status) {
        try await Task.sleep(for: .milliseconds(250 << attempt))
      }
    }
    return try await ask(input)
  }

  private func ask(_ input: [String]) async throws -> EmbeddingAnswer {
    let body = try JSONEncoder().encode(EmbeddingRequest(model: endpoint.model, input: input))
    let authorization = endpoint.key.map { "Authorization: Bearer \($0)" }
    let content = try await send(
      HTTPPost(
        address: endpoint.address + "/embeddings",
        headers: ["Content-Type: application/json"] + [authorization].compactMap { $0 },
        body: Array(body), largestAnswer: Self.largestAnswer, patience: 60))
    guard let answer = try? JSONDecoder().decode(EmbeddingAnswer.self, from: content) else {
      throw EmbeddingError.malformed(address: endpoint.address, .notJSON)
    }
    return answer
  }

  private func send(_ request: HTTPPost) async throws -> Data {
    do {
      let response = try await request.send()
      guard response.status == 200 else {
        throw EmbeddingError.refused(address: endpoint.address, status: UInt(response.status))
      }
      return Data(response.body)
    } catch HTTPPost.Failure.tooLong {
      throw EmbeddingError.malformed(address: endpoint.address, .size)
    } catch HTTPPost.Failure.timeout {
      throw EmbeddingError.timeout(address: endpoint.address)
    } catch HTTPPost.Failure.unreachable {
      throw EmbeddingError.unreachable(address: endpoint.address)
    }
  }
}
