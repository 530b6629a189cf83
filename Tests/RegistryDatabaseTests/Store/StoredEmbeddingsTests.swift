import Testing

@testable import RegistryDatabase

@Suite("Vectors of meaning in the database")
struct StoredEmbeddingsTests {
  private static let vectors: [String: [Float]] = [
    "Bäder": [1, -0.25, .leastNonzeroMagnitude], "„Zitat“ \\ '": [0.1, 1e30, -1e-30],
  ]

  @Test("come back to the last bit, for their model alone")
  func roundTrip() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        let stored = StoredEmbeddings(session, model: "e5 [query: ]")
        try stored.store(Self.vectors)
        #expect(try stored.vectors(of: Self.vectors.keys + ["unbekannt"]) == Self.vectors)
        #expect(try stored.vectors(of: []) == [:])
        let other = StoredEmbeddings(session, model: "e5")
        #expect(try other.vectors(of: Array(Self.vectors.keys)) == [:])
      }
    }
  }

  @Test("a new one takes the old one's place")
  func replaced() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        let stored = StoredEmbeddings(session, model: "m")
        try stored.store(["a": [1, 2]])
        try stored.store(["a": [3, 4]])
        #expect(try stored.vectors(of: ["a"]) == ["a": [3, 4]])
      }
    }
  }

  @Test("those kept for long are dropped with the next that are stored")
  func dropped() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        let stored = StoredEmbeddings(session, model: "m")
        try stored.store(["alt": [1], "jung": [2]])
        try session.execute(
          """
          UPDATE text_embedding SET made_on = current_date - $1::integer
          WHERE digest = sha256(convert_to('alt', 'UTF8'))
          """, [.int(Int64(StoredEmbeddings.lifetime + 1))])
        try stored.store(["neu": [3]])
        #expect(try stored.vectors(of: ["alt", "jung", "neu"]) == ["jung": [2], "neu": [3]])
      }
    }
  }
}
