import Foundation
import TestSupport
import Testing

@Suite("The log", .serialized, .privateServer)
struct LogTests {
  private static let update = [
    "update", "buergerkonto", "--title", "Konto Zoe", "--contact", "konto@example.org",
  ]

  @Test("tells what was done in numbers, and nothing of persons, accounts or values")
  func told() throws {
    try ChangingRegistry.with { registry in
      var program = registry.program
      program.environment["DACH_LOG"] = "trace"
      let errors = try program.run(Self.update).errors
      #expect(errors.contains("dach.database") && errors.contains("command=update"))
      #expect(errors.contains("project.changed=1"))
      for secret in ["Zoe", "konto@", "buergerkonto", registry.folder.path, NSUserName()] {
        #expect(!errors.contains(secret), "\(secret)")
      }
    }
  }

  @Test("is silent unless it is asked for, and refuses a level that there is not")
  func silent() throws {
    try ChangingRegistry.with { registry in
      var program = registry.program
      let result = try program.run(Self.update)
      #expect(result.exitCode == 0 && !result.errors.contains("dach.database"))
      program.environment["DACH_LOG"] = "loud"
      let refused = try program.run("list", "--lang", "de")
      #expect(refused.exitCode == 64 && refused.errors.contains("DACH_LOG"))
    }
  }
}
