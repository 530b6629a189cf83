import Portfolio
import Testing

@testable import Embeddings

@Suite("Naming a server for vectors of meaning")
struct EmbeddingEndpointTests {
  private func endpoint(_ address: String, _ more: [String: String] = [:]) throws(EmbeddingError)
    -> EmbeddingEndpoint?
  {
    try EmbeddingEndpoint(
      environment: more.merging([EmbeddingEndpoint.Variable.address: address]) { $1 })
  }

  @Test("nothing is sent anywhere unless a server is named")
  func off() throws {
    #expect(try EmbeddingEndpoint(environment: [:]) == nil)
    #expect(try endpoint("") == nil)
  }

  @Test(
    "a server on this machine may be used",
    arguments: [
      "http://127.0.0.1:8000/v1", "http://127.8.9.1/v1", "http://localhost:1/v1",
      "http://[::1]:80/v1",
      "https://LOCALHOST/v1/",
    ])
  func local(_ address: String) throws {
    let endpoint = try #require(try endpoint(address))
    #expect(endpoint.isLocal)
    #expect(!endpoint.address.hasSuffix("/"))
  }

  @Test(
    "one elsewhere must be allowed in so many words",
    arguments: [
      "https://models.example.org/v1", "http://127.0.0.1.example.org/v1", "http://10.0.0.1/v1",
      "http://localhost.example.org/v1", "http://127.1/v1",
    ])
  func remote(_ address: String) throws {
    #expect {
      try endpoint(address)
    } throws: { error in
      guard case EmbeddingError.remoteNotAllowed = error else { return false }
      return true
    }
    let allowed = try endpoint(address, [EmbeddingEndpoint.Variable.remote: "allow"])
    #expect(allowed?.isLocal == false)
  }

  @Test(
    "what is no address is refused, and secrets do not belong into one",
    arguments: [
      "127.0.0.1:8000", "ftp://localhost/v1", "http://", "http://user:secret@localhost/v1",
      "http://localhost/v1?key=secret", "gopher", "http://localhost:port/v1",
    ])
  func invalid(_ address: String) {
    #expect(throws: EmbeddingError.invalidAddress) { try endpoint(address) }
    #expect(!EmbeddingError.invalidAddress.text.german.contains("secret"))
  }

  @Test("another model or prefix is another set of vectors")
  func identity() throws {
    typealias Variable = EmbeddingEndpoint.Variable
    let settings: [[String: String]] = [
      [:], [Variable.model: "e5"], [Variable.model: "e5", Variable.prefix: "query: "],
      [Variable.model: "e5", Variable.prefix: "passage: "],
    ]
    let identities = try settings.map { try endpoint("http://localhost/v1", $0)?.identity }
    #expect(Set(identities).count == settings.count)
  }
}
