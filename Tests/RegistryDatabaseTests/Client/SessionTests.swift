import RegistryDatabase
import Testing

@Suite("a session")
struct SessionTests {
  @Test("runs a statement")
  func runsStatement() async throws {
    try await withTemporaryDatabase { temporary in
      let one = try await temporary.database.run { session in
        try session.value("SELECT $1::int", [1], as: Int.self)
      }
      #expect(one == 1)
    }
  }
}
