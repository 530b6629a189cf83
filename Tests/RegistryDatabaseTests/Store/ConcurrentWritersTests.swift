import Foundation
import Portfolio
import Synchronization
import TestSupport
import Testing

@testable import RegistryDatabase

@Suite("Many at once")
struct ConcurrentWritersTests {
  /// `DACH_UPDATES=10000` is the full measure; the default keeps the tests short.
  private static let updates =
    ProcessInfo.processInfo.environment["DACH_UPDATES"].flatMap { Int($0) } ?? 128
  private static let writers = 32
  private static let projects = 100

  private struct Outcome: Sendable {
    var acknowledged: Set<String> = []
    var conflicts = 0
    var failures: [String] = []
  }

  @Test("32 writers: every acknowledged update is in the history, every conflict told, none lost")
  func writers() async throws {
    let seed = UInt64.random(in: .min ... .max)
    try await withRegistry { temporary in
      var portfolio = SmallRegistry.portfolio
      portfolio.projects = (0..<Self.projects).map {
        SmallRegistry.project("p-\($0)", "P \($0)", "kultur")
      }
      try await temporary.database.run { [portfolio] in _ = try $0.bring(portfolio) }
      let tickets = Tickets(Self.updates)
      let outcome = try await withThrowingTaskGroup(of: Outcome.self) { group in
        for writer in 0..<Self.writers {
          group.addTask {
            let database = try await temporary.connect()
            let outcome = try await Self.write(writer, seed: seed, database, tickets)
            await database.close()
            return outcome
          }
        }
        return try await group.reduce(into: Outcome()) { sum, one in
          sum.acknowledged.formUnion(one.acknowledged)
          sum.conflicts += one.conflicts
          sum.failures += one.failures
        }
      }
      #expect(outcome.failures == [], "seed \(seed)")
      #expect(outcome.acknowledged.count + outcome.conflicts == Self.updates, "seed \(seed)")

      let told = try await temporary.database.run { session in
        try (0..<Self.projects).flatMap { project in
          let record = try RecordIdentity.of("p-\(project)", .project, session)
          return try RecordHistory(of: record, in: session).changes.dropFirst().flatMap { change in
            change.entries.compactMap { $0.field("summary") }
          }
        }
      }
      let summaries = told.compactMap { field -> String? in
        guard case .one(let text)? = field.after else { return nil }
        return text
      }
      #expect(summaries.count == outcome.acknowledged.count, "seed \(seed)")
      #expect(Set(summaries) == outcome.acknowledged, "seed \(seed)")
      print(
        "\(Self.updates) updates by \(Self.writers) writers: \(outcome.acknowledged.count) stored,",
        "\(outcome.conflicts) conflicts, all told; seed \(seed)")
    }
  }

  /// Looks at projects, and some time later changes them.
  private static func write(
    _ writer: Int, seed: UInt64, _ database: Database, _ tickets: Tickets
  ) async throws -> Outcome {
    var random = SeededRandom(seed: seed &+ UInt64(writer))
    var outcome = Outcome()
    var number = 0
    while tickets.take() {
      number += 1
      let (id, text) = ("p-\(Int.random(in: 0..<projects, using: &random))", "\(writer).\(number)")
      let version = try await database.run { try $0.version(ofProject: id) }
      var work = RegistryImport(
        isComplete: false, command: "update", source: id, lockTimeout: .seconds(120))
      work.basis = version.map { EditBasis(project: id, version: $0) }
      do {
        let report = try await database.run { [work] session in
          try work.amend(on: session) { registry in
            guard var project = registry.projects.first(where: { $0.id == id }) else { return [] }
            project.summary = text
            return [.project(project)]
          }
        }
        if report.counts[.project]?.changed == 1 {
          outcome.acknowledged.insert(text)
        } else {
          outcome.failures.append("\(text) was not stored, and nobody said so")
        }
      } catch is EditConflict {
        outcome.conflicts += 1
      } catch {
        outcome.failures.append("\(error)")
      }
    }
    return outcome
  }

  @Test("two imports and ten checks: no deadlock, and every check sees one of the states")
  func importsAndChecks() async throws {
    let seed = UInt64.random(in: .min ... .max)
    try await withRegistry { temporary in
      var states: [Portfolio] = []
      for step in UInt64(0)..<2 {
        var random = RandomPortfolio(seed: seed &+ step, projects: 60)
        let portfolio = random.make()
        states.append(
          try await temporary.database.run { session in
            try session.bring(portfolio, prune: true)
            return try session.registry()
          })
      }
      let seen = try await withThrowingTaskGroup(of: Int.self) { [states] group in
        for importer in 0..<2 {
          group.addTask {
            let database = try await temporary.connect()
            for round in 0..<6 {
              let state = states[(importer + round) % 2]
              try await database.run { _ = try $0.bring(state, prune: true) }
            }
            await database.close()
            return 0
          }
        }
        for check in 0..<10 {
          group.addTask {
            let database = try await temporary.connect()
            var odd = 0
            for _ in 0..<6 {
              let registry = try await database.run { session in
                let (registry, change) = try RegistryLoad().loadState(session)
                try AnalysisRuns(session, scope: "check \(check)")
                  .store([], asOf: CalendarDay(daysSinceEpoch: 20_000), state: change)
                return registry
              }
              if !states.contains(registry) { odd += 1 }
            }
            await database.close()
            return odd
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(seen == 0, "seed \(seed): checks that saw neither state")
    }
  }

  @Test("what a check saw can be seen again, whatever is imported while it looks")
  func statesSeen() async throws {
    let seed = UInt64.random(in: .min ... .max)
    let portfolios = (UInt64(0)..<12).map { step in
      var random = RandomPortfolio(seed: seed &+ step, projects: 20)
      return random.make()
    }
    try await withRegistry { temporary in
      // The others look at something from the start.
      try await temporary.database.run { _ = try $0.bring(portfolios[0], prune: true) }
      let writer = Task {
        let database = try await temporary.connect()
        for portfolio in portfolios.dropFirst() {
          try await database.run { _ = try $0.bring(portfolio, prune: true) }
        }
        await database.close()
      }
      let first = CalendarDay(daysSinceEpoch: 20_000)
      let snapshots = try await temporary.database.run { session in
        var snapshots: [Portfolio] = []
        for _ in 0..<30 {
          let (registry, change) = try RegistryLoad().loadState(session)
          guard let change else { continue }
          snapshots.append(registry)
          try AnalysisRuns(session, scope: AnalysisRuns.wholeRegistry)
            .store([], asOf: first.advanced(byDays: snapshots.count - 1), state: change)
        }
        return snapshots
      }
      try await writer.value
      try await temporary.database.run { session in
        for (number, snapshot) in snapshots.enumerated() {
          let again = try RegistryLoad(asOf: first.advanced(byDays: number)).load(session)
          #expect(again == snapshot, "seed \(seed), look \(number)")
        }
      }
      #expect(!snapshots.isEmpty, "seed \(seed)")
    }
  }
}

/// A number of turns that several share.
private final class Tickets: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  func take() -> Bool {
    left.withLock { left in
      left -= 1
      return left >= 0
    }
  }
}
