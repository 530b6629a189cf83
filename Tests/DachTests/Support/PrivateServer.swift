import Foundation
import Testing

/// Gives all tests of a suite one private server, which is stopped after the last of them.
struct PrivateServer: SuiteTrait, TestScoping {
  /// The program on that server.
  @TaskLocal static var program = Program()

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let home = URL(filePath: "/tmp").appending(path: "dach-test-" + UUID().uuidString.prefix(8))
    var program = Program()
    program.environment["DACH_HOME"] = home.path
    defer {
      _ = try? program.run("database", "stop")
      try? FileManager.default.removeItem(at: home)
    }
    try await Self.$program.withValue(program, operation: function)
  }
}

extension Trait where Self == PrivateServer {
  static var privateServer: PrivateServer { PrivateServer() }
}
