import Findings
import Portfolio
import RegistryDatabase
import RegistryFiles

/// A registry in memory, and where it came from.
struct LoadedRegistry {
  enum Origin {
    case folder(String)
    case database(Database)
  }

  let portfolio: Portfolio
  let origin: Origin
  /// The last change that the database had when it was read.
  var lastChange: ChangeMoment?

  /// The folder to which the locations of findings are relative, where there is one.
  var root: String? {
    guard case .folder(let path) = origin else { return nil }
    let root = RegistryPath.root(of: path)
    return root.isEmpty ? nil : root
  }

  /// What analyses read, with the meanings of the descriptions where a model of language is in use.
  func snapshot(asOf day: CalendarDay) async throws -> Snapshot {
    var meanings = ProjectMeanings(projects: portfolio.projects)
    if case .database(let database) = origin { meanings.database = database }
    return Snapshot(portfolio, asOf: day, vectors: try await meanings.vectors())
  }

  /// Dates each finding by the unbroken series of stored checks that found it, and stores the
  /// check if it is a complete one. A folder's findings stay undated: nothing is remembered of it.
  ///
  /// Who may only read gets an answer as well; that it is not remembered is said. For whom
  /// projects are hidden, the findings are about what that user sees; those of complete checks
  /// tell more, so they neither date them nor are replaced by them.
  func date(_ result: inout CheckResult, storing isComplete: Bool) async throws {
    guard case .database(let database) = origin,
      try await database.run({ try SessionRights($0).seesEverything })
    else { return }
    let undated = result
    if isComplete {
      let figures = undated.storedFigures(of: portfolio)
      do {
        try await database.runPatiently { [lastChange] session in
          try AnalysisRuns(session, scope: Self.scope).store(
            undated.findings.map(StoredFinding.init), figures: figures,
            asOf: undated.asOf, state: lastChange)
        }
      } catch let refusal as DatabaseError where [.permission, .readOnly].contains(refusal.kind) {
        StandardError.write(
          "dach: \(Self.notRemembered[.ofProcess]) \(refusal.text[.ofProcess])\n")
      }
    }
    let firstDays = try await database.runPatiently { session in
      try AnalysisRuns(session, scope: Self.scope).firstDays(before: undated.asOf)
    }
    for index in result.findings.indices {
      result.findings[index].since = firstDays[result.findings[index].fingerprint] ?? result.asOf
    }
  }

  /// The findings of the last check stored before the day; none for a folder.
  func storedFindings(before day: CalendarDay) async throws -> Baseline {
    guard case .database(let database) = origin else { return Baseline(fingerprints: []) }
    let days = try await database.runPatiently { session in
      try AnalysisRuns(session, scope: Self.scope).firstDays(before: day)
    }
    return Baseline(fingerprints: Set(days.keys))
  }

  private static let notRemembered = BilingualText(
    de: "Das Ergebnis wurde nicht gespeichert.", en: "The result was not stored.")

  /// Only checks of the whole registry by all rules are stored, so there is one scope.
  private static let scope = AnalysisRuns.wholeRegistry
}

extension CheckResult {
  /// The four functions as shares, as declared; beside them the reviewed share of orientation, the
  /// share of guidelines with projects, and numbers of projects and of silenced findings.
  fileprivate func storedFigures(of portfolio: Portfolio) -> [String: Double] {
    var figures = Dictionary(
      uniqueKeysWithValues: functions.all.map { ($0.function.rawValue, $0.value) })
    figures["orientationReviewed"] = functions.orientation.reviewedValue
    figures["projects"] = Double(projects.total)
    figures["activeProjects"] = Double(projects.active)
    figures["waived"] = Double(waived)
    let coverage = CoverageOverview.make(Snapshot(portfolio, asOf: asOf))
    for figure in TrendFigure.allCases { figures[figure.rawValue] = figure.value(coverage) }
    return figures
  }
}

extension StoredFinding {
  fileprivate init(_ finding: Finding) {
    self.init(
      fingerprint: finding.fingerprint, rule: finding.rule, severity: finding.severity.rawValue,
      score: finding.score,
      subjects: finding.subjects.map { Subject(kind: $0.kind.rawValue, id: $0.id) },
      departments: finding.departments, message: finding.message, action: finding.action,
      evidence: finding.evidence.map {
        Evidence(field: $0.field, weight: $0.weight, detail: $0.detail)
      },
      location: finding.location)
  }
}
