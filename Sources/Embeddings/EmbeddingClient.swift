internal import AsyncHTTPClient
internal import FoundationEssentials
internal import NIOCore
internal import NIOHTTP1

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
    // A redirection could carry texts to a machine that nobody has allowed.
    let client = HTTPClient(
      eventLoopGroupProvider: .singleton,
      configuration: .init(redirectConfiguration: .disallow))
    do {
      let vectors = try await vectors(of: texts, by: client, progress)
      try? await client.shutdown()
      return vectors
    } catch {
      try? await client.shutdown()
      throw error
    }
  }

  private func vectors(
    of texts: [String], by client: HTTPClient, _ progress: (Int) -> Void
  ) async throws -> [[Float]] {
    var vectors: [[Float]] = []
    vectors.reserveCapacity(texts.count)
    for start in stride(from: 0, to: texts.count, by: Self.batchSize) {
      let batch = texts[start..<min(start + Self.batchSize, texts.count)]
      let input = batch.map { endpoint.prefix + $0.prefix(Self.longestText) }
      let answer = try await answer(to: input, by: client)
      vectors += try answer.vectors(
        count: batch.count, dimension: vectors.first?.count, address: endpoint.address)
      progress(vectors.count)
    }
    return vectors
  }

  /// A server that is busy or starting is asked again.
  private func answer(to input: [String], by client: HTTPClient) async throws -> EmbeddingAnswer {
    for attempt in 1..<Self.attempts {
      do {
        return try await ask(input, client)
      } catch EmbeddingError.refused(_, let status) where [429, 502, 503].contains(status) {
        try await Task.sleep(for: .milliseconds(250 << attempt))
      }
    }
    return try await ask(input, client)
  }

  private func ask(_ input: [String], _ client: HTTPClient) async throws -> EmbeddingAnswer {
    let body = try JSONEncoder().encode(EmbeddingRequest(model: endpoint.model, input: input))
    var request = HTTPClientRequest(url: endpoint.address + "/embeddings")
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    if let key = endpoint.key {
      request.headers.add(name: "Authorization", value: "Bearer \(key)")
    }
    request.body = .bytes(ByteBuffer(bytes: body))
    let content = try await send(request, client)
    guard let answer = try? JSONDecoder().decode(EmbeddingAnswer.self, from: content) else {
      throw EmbeddingError.malformed(address: endpoint.address, .notJSON)
    }
    return answer
  }

  private func send(_ request: HTTPClientRequest, _ client: HTTPClient) async throws -> Data {
    do {
      let response = try await client.execute(request, timeout: .seconds(60))
      guard response.status == .ok else {
        throw EmbeddingError.refused(
          address: endpoint.address, status: UInt(response.status.code))
      }
      var body = try await response.body.collect(upTo: Self.largestAnswer)
      return body.readBytes(length: body.readableBytes).map { Data($0) } ?? Data()
    } catch is NIOTooManyBytesError {
      throw EmbeddingError.malformed(address: endpoint.address, .size)
    } catch let error as HTTPClientError
      where [.connectTimeout, .readTimeout, .deadlineExceeded].contains(error)
    {
      throw EmbeddingError.timeout(address: endpoint.address)
    } catch let error where !(error is EmbeddingError || error is CancellationError) {
      throw EmbeddingError.unreachable(address: endpoint.address)
    }
  }
}
