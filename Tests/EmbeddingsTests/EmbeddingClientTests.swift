import Foundation
import NIOHTTP1
import Portfolio
import Synchronization
import Testing

@testable import Embeddings

@Suite("Asking for vectors of meaning")
struct EmbeddingClientTests {
  private static func client(
    _ address: String, prefix: String = "", key: String? = nil
  ) throws -> EmbeddingClient {
    typealias Variable = EmbeddingEndpoint.Variable
    var environment = [Variable.address: address, Variable.prefix: prefix]
    environment[Variable.key] = key
    return EmbeddingClient(try #require(try EmbeddingEndpoint(environment: environment)))
  }

  /// A vector for each text, the last first, as the form allows: its length and its first letter.
  private static func answer(_ request: CannedServer.Request) -> CannedServer.Answer {
    let items = request.input.enumerated().reversed().map { index, text in
      """
      {"object":"embedding","index":\(index),
       "embedding":[\(text.count),\(text.utf8.first ?? 0),0.5]}
      """
    }
    return .init(body: #"{"object":"list","model":"m","data":[\#(items.joined(separator: ","))]}"#)
  }

  @Test("vectors come in the order of the texts, however many requests it takes")
  func order() async throws {
    let texts = (1...150).map { String(repeating: "a", count: $0) }
    try await CannedServer.with(answer: Self.answer) { server in
      let done = Mutex<[Int]>([])
      let vectors = try await Self.client(server.address).vectors(of: texts) { count in
        done.withLock { $0.append(count) }
      }
      #expect(vectors.map { $0[0] } == (1...150).map(Float.init))
      #expect(server.requests.map(\.input.count) == [64, 64, 22])
      #expect(server.requests.allSatisfy { $0.path == "/v1/embeddings" })
      #expect(done.withLock { $0 } == [64, 128, 150])
    }
  }

  @Test("no text, no request")
  func nothing() async throws {
    try await CannedServer.with(answer: Self.answer) { server in
      let vectors = try await Self.client(server.address).vectors(of: [])
      #expect(vectors.isEmpty)
      #expect(server.requests.isEmpty)
    }
  }

  @Test("the prefix precedes each text, and the key goes into its header")
  func prefixAndKey() async throws {
    try await CannedServer.with(answer: Self.answer) { server in
      let client = try Self.client(server.address, prefix: "query: ", key: "k-1")
      _ = try await client.vectors(of: ["Bäder"])
      #expect(server.requests.map(\.input) == [["query: Bäder"]])
      #expect(server.requests.map(\.authorization) == ["Bearer k-1"])
    }
  }

  @Test("long texts are cut")
  func cut() async throws {
    try await CannedServer.with(answer: Self.answer) { server in
      let text = String(repeating: "ß", count: EmbeddingClient.longestText + 1)
      _ = try await Self.client(server.address).vectors(of: [text])
      #expect(server.requests.first?.input.first?.count == EmbeddingClient.longestText)
    }
  }

  @Test("a busy server is asked again")
  func busy() async throws {
    let asked = Mutex(0)
    let answer: @Sendable (CannedServer.Request) -> CannedServer.Answer = { request in
      let count = asked.withLock { asked in
        asked += 1
        return asked
      }
      return count == 1 ? .init(status: .serviceUnavailable) : Self.answer(request)
    }
    try await CannedServer.with(answer: answer) { server in
      let vectors = try await Self.client(server.address).vectors(of: ["a"])
      #expect(vectors.count == 1)
      #expect(server.requests.count == 2)
    }
  }

  @Test(
    "an answer of another form is one clear error",
    arguments: [
      ("no JSON", .notJSON),
      (#"{"data":"x"}"#, .notJSON),
      (#"{"data":[]}"#, .count(expected: 2, found: 0)),
      (
        #"{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}"#, .order
      ),
      (
        #"{"data":[{"index":0,"embedding":[1]},{"index":9,"embedding":[1]}]}"#, .order
      ),
      (
        #"{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}"#,
        .dimension(expected: 1, found: 2)
      ),
      (
        #"{"data":[{"index":0,"embedding":[0]},{"index":1,"embedding":[1]}]}"#, .number
      ),
      (
        #"{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}"#, .number
      ),
    ] as [(String, EmbeddingError.Flaw)])
  func malformed(_ body: String, _ flaw: EmbeddingError.Flaw) async throws {
    try await CannedServer.with(answer: { _ in .init(body: body) }) { server in
      let client = try Self.client(server.address)
      await #expect(throws: EmbeddingError.malformed(address: server.address, flaw)) {
        try await client.vectors(of: ["a", "b"])
      }
    }
  }

  @Test("a refusal names the status, and nothing of what the server says")
  func refused() async throws {
    let answer = CannedServer.Answer(status: .unauthorized, body: "wrong key k-secret")
    try await CannedServer.with(answer: { _ in answer }) { server in
      let client = try Self.client(server.address, key: "k-secret")
      let error = await #expect(throws: EmbeddingError.self) {
        try await client.vectors(of: ["a"])
      }
      #expect(error == .refused(address: server.address, status: 401))
      #expect(error?.text.german.contains("401") == true)
      #expect(error?.text.german.contains("secret") == false)
    }
  }

  @Test("a redirection is not followed, as it could lead to another machine")
  func redirection() async throws {
    let asked = Mutex(0)
    let elsewhere: @Sendable (CannedServer.Request) -> CannedServer.Answer = { request in
      asked.withLock { $0 += 1 }
      return Self.answer(request)
    }
    try await CannedServer.with(answer: elsewhere) { other in
      let moved = CannedServer.Answer(
        status: .temporaryRedirect, headers: ["Location": other.address + "/embeddings"])
      try await CannedServer.with(answer: { _ in moved }) { server in
        let client = try Self.client(server.address)
        await #expect(throws: EmbeddingError.refused(address: server.address, status: 307)) {
          try await client.vectors(of: ["a"])
        }
      }
    }
    #expect(asked.withLock { $0 } == 0)
  }

  @Test("a server that is not there is one clear error")
  func unreachable() async throws {
    let server = try await CannedServer(answer: Self.answer)
    let address = server.address
    try await server.stop()
    let client = try Self.client(address)
    await #expect(throws: EmbeddingError.unreachable(address: address)) {
      try await client.vectors(of: ["a"])
    }
  }
}
