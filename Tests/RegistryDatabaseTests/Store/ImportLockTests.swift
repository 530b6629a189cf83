import Dispatch
import Portfolio
import Testing

@testable import RegistryDatabase

@Suite struct ImportLockTests {
  @Test("imports at the same time come one after the other, and none is lost")
  func serialise() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { try $0.bring(SmallRegistry.portfolio) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<5 {
          group.addTask {
            let database = try await temporary.connect()
            let project = SmallRegistry.project("p-\(number)", "P \(number)", "kultur")
            _ = try await database.run { session in
              // All change the same record as well.
              var shared = SmallRegistry.portfolio.projects[0]
              shared.summary = "von \(number)"
              try session.bring(Portfolio(projects: [shared, project]), complete: false)
            }
            await database.close()
          }
        }
        try await group.waitForAll()
      }
      let projects = try await temporary.database.run { try $0.registry().projects }
      #expect(projects.count == 7)
      #expect(projects.first { $0.id == "onleihe" }?.summary?.hasPrefix("von ") == true)
    }
  }

  @Test("an import that waits too long says who holds the registry")
  func timesOut() async throws {
    try await withRegistry { temporary in
      let other = try await temporary.connect()
      try await temporary.database.run { session in
        try AdvisoryLock.import.hold(on: session) {
          let waiting = Task {
            try await other.run { session in
              try RegistryImport(source: "test", lockTimeout: .milliseconds(50))
                .run(on: session) { _ in }
            }
          }
          // The lock's holder has to stay in this closure until the other has given up.
          let outcome = Waiter.result(of: waiting)
          #expect {
            try outcome.get()
          } throws: { error in
            let holder = (error as? LockedError)?.holder
            return holder?.role == "dach" && holder?.program?.hasPrefix("dach") == true
          }
        }
      }
      await other.close()
    }
  }
}

/// Blocks a thread that is not of the cooperative pool until a task has ended.
private enum Waiter {
  static func result<Value: Sendable>(of task: Task<Value, any Error>) -> Result<Value, any Error> {
    let semaphore = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var result: Result<Value, any Error>?
    Task {
      result = await task.result
      semaphore.signal()
    }
    semaphore.wait()
    return result ?? .failure(CancellationError())
  }
}
