import Portfolio

@testable import RegistryDatabase

/// Lends a database with the registry's tables.
func withRegistry<Value>(
  _ body: (TemporaryDatabase) async throws -> Value
) async throws -> Value {
  try await withTemporaryDatabase { temporary in
    _ = try await temporary.database.run { try MigrationRunner().migrate($0) }
    return try await body(temporary)
  }
}

extension Session {
  /// Imports a portfolio as a whole registry, or as a part of one.
  @discardableResult
  func bring(
    _ portfolio: Portfolio, complete: Bool = true, prune: Bool = false, dryRun: Bool = false
  ) throws -> ImportReport {
    let work = RegistryImport(
      isComplete: complete, prunes: prune, isDryRun: dryRun, source: "test")
    return try work.run(on: self) { add in
      for record in portfolio.records { try add(record) }
    }
  }

  func registry(archived: Bool = false) throws -> Portfolio {
    try RegistryLoad(includesArchived: archived).load(self)
  }

  /// For every row of the registry, where it lies and which transaction wrote it: equal only if
  /// nothing at all has been written.
  func rowVersions() throws -> [String] {
    let tables = StoredTable.all.map(\.name) + ["import_run"]
    return try tables.flatMap { table in
      try rows("SELECT concat_ws(' ', '\(table)', ctid, xmin) FROM \(table) ORDER BY 1") {
        try $0.decode(0, as: String.self)
      }
    }
  }
}

/// A small registry whose records name each other.
struct SmallRegistry {
  static let portfolio = Portfolio(
    strategy: Strategy(
      id: "dach", name: "Digitale Stadt",
      guidelines: [
        Guideline(id: "buergernah", name: "Bürgernah", kind: .goal),
        Guideline(id: "offen", name: "Offen", kind: .field),
      ],
      themes: [Theme(id: "kultur-freizeit", name: "Kultur und Freizeit")],
      location: SourceLocation(file: "strategy.yaml", line: 1)),
    departments: [
      Department(
        id: "kultur", name: "Kulturreferat",
        location: SourceLocation(file: "departments.yaml", line: 2)),
      Department(
        id: "schule", name: "Schulreferat",
        location: SourceLocation(file: "departments.yaml", line: 3)),
    ],
    subStrategies: [
      SubStrategy(
        id: "schul-it", name: "Schul-IT", lead: "schule",
        location: SourceLocation(file: "strategies/schul-it.yaml", line: 1))
    ],
    projects: [
      project("onleihe", "Onleihe", "kultur"),
      project("schul-wlan", "WLAN in Schulen", "schule"),
    ])

  static func project(_ id: String, _ title: String, _ department: String) -> Project {
    Project(
      id: id, title: title, department: department, themes: ["kultur-freizeit"],
      alignments: [Alignment(guideline: "buergernah", role: .primary)],
      location: SourceLocation(file: "projects/\(department)/\(id).yaml", line: 1))
  }
}
