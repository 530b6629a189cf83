import Portfolio
import ProjectTables
import RegistryDatabase
import RegistryFiles

/// Lists of projects on their way into the registry.
struct SpreadsheetImport: Sendable {
  let tables: [ProjectTable]
  /// As somebody named it.
  let department: String?
  let language: Language

  /// Reads the lists, all of them, before anything is done with one.
  ///
  /// - Throws: `InvalidInput`
  init(paths: [String], options: SpreadsheetOptions, language: Language) throws {
    let mapping = try options.columnMapping(language: language)
    var tables: [ProjectTable] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      do throws(SpreadsheetFault) {
        let sheets = try SpreadsheetFile.read(path, sheet: options.sheet)
        do throws(HeaderFault) {
          tables.append(try ProjectTable(among: sheets, mapping: mapping))
        } catch {
          diagnostics.append(error.diagnostic(file: path))
        }
      } catch {
        diagnostics.append(error.diagnostic(file: path))
      }
    }
    try DiagnosticPrinter(paths: paths, language: language).report(diagnostics)
    self.tables = tables
    department = options.department
    self.language = language
  }

  /// - Parameter portfolio: What the rows are taken over into.
  /// - Returns: The registry afterwards, the projects that are new or changed, and what became of
  ///   each list.
  /// - Throws: `UnknownName` where there is no such department.
  func apply(
    to portfolio: Portfolio
  ) throws -> (portfolio: Portfolio, projects: [Project], outcomes: [TableOutcome]) {
    var work = TableImport(
      into: portfolio, department: try department.map { try portfolio.departmentID(named: $0) },
      language: language)
    let check = AmendmentCheck(portfolio)
    var outcomes = try tables.map { table in
      let failure = Noted<WritingError>()
      let outcome = work.add(table) { project in
        do {
          return try check.examine(.project(project)).faults.map {
            (ProjectColumn(key: $0.key), CellRefusal($0.text))
          }
        } catch let error as WritingError {
          failure.note(error)
          return []
        } catch { return [] }
      }
      if let error = failure.value { throw error }
      return outcome
    }
    SimilarRows.mark(&outcomes, in: work.portfolio, registered: portfolio)
    return (work.portfolio, work.projects, outcomes)
  }

  /// Takes the lists, and whatever records stand in files beside them, into the database: all or
  /// nothing.
  ///
  /// - Throws: `RefusedCells`, which holds what became of the lists, and as
  ///   `RegistryImport.amend`.
  func run(
    on database: Database, beside records: [RegistryRecord], source: String, isDryRun: Bool
  ) async throws -> (report: ImportReport, outcomes: [TableOutcome]) {
    let work = RegistryImport(isComplete: false, isDryRun: isDryRun, source: source)
    let noted = Noted<[TableOutcome]>()
    let report = try await database.run { session in
      try work.amend(on: session) { registry in
        let (_, projects, outcomes) = try apply(to: registry.replacing(records))
        noted.note(outcomes)
        guard outcomes.allSatisfy(\.refusedCells.isEmpty) else {
          throw RefusedCells(outcomes: outcomes)
        }
        let changed = Set(projects.map(\.id))
        let others = records.filter { record in
          if case .project(let project) = record { !changed.contains(project.id) } else { true }
        }
        return others + projects.map(RegistryRecord.project)
      }
    }
    return (report, noted.value ?? [])
  }

  /// Takes the lists into the files of a registry: all or nothing.
  ///
  /// - Throws: `RefusedCells`, `WritingError`, `InvalidInput`
  func run(onFolder folder: String, isDryRun: Bool) throws -> [TableOutcome] {
    let registry = try LoadedRegistry.folder(folder, language: language)
    let (portfolio, projects, outcomes) = try apply(to: registry.portfolio)
    guard outcomes.allSatisfy(\.refusedCells.isEmpty) else {
      throw RefusedCells(outcomes: outcomes)
    }
    if !isDryRun {
      _ = try ProjectFiles(projects, of: portfolio).write(to: registry.root ?? folder)
    }
    return outcomes
  }
}

/// Cells of lists that cannot be taken over. Nothing has been stored.
struct RefusedCells: PresentableError {
  let outcomes: [TableOutcome]

  var exitCode: Int32 { 65 }

  var text: BilingualText {
    let count = outcomes.reduce(0) { $0 + $1.refusedCells.count }
    return BilingualText(
      de: count == 1
        ? "Eine Zelle wurde abgelehnt; es wurde nichts gespeichert."
        : "\(count) Zellen wurden abgelehnt; es wurde nichts gespeichert.",
      en: count == 1
        ? "One cell was refused; nothing was stored."
        : "\(count) cells were refused; nothing was stored.")
  }
}

extension Portfolio {
  /// With records in the place of those of the same kind and id, or beside them.
  fileprivate func replacing(_ records: [RegistryRecord]) -> Portfolio {
    guard !records.isEmpty else { return self }
    var portfolio = self
    var projects = Dictionary(
      self.projects.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for record in records {
      switch record {
      case .project(let project) where project.merged == nil:
        if let place = projects[project.id] {
          portfolio.projects[place] = project
        } else {
          projects[project.id] = portfolio.projects.count
          portfolio.projects.append(project)
        }
      case .department(let department):
        portfolio.departments.removeAll { $0.id == department.id }
        portfolio.departments.append(department)
      case .subStrategy(let subStrategy):
        portfolio.subStrategies.removeAll { $0.id == subStrategy.id }
        portfolio.subStrategies.append(subStrategy)
      default: portfolio.add(record)
      }
    }
    return portfolio
  }
}
