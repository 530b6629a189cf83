public import Findings
public import Portfolio

/// `dach check --format json`, version 1. Every finding is listed, none is capped.
public enum CheckJSON {
  struct Document: Encodable {
    struct Functions: Encodable {
      let bundling: Double
      let orientation: Double
      let networking: Double
      let visibility: Double
    }

    struct FunctionDetail: Encodable {
      let counted: Int
      let of: Int
      let reviewed: Int?
      let sentence: String

      init(_ figure: FunctionFigure, language: Language) {
        counted = figure.numerator
        of = figure.denominator
        reviewed = figure.reviewed
        sentence = figure.sentence[language]
      }
    }

    struct Counts: Encodable {
      let projects: Int
      let active: Int
      let findings: [String: Int]
      let waived: Int
      /// Against the baseline; missing without one.
      let new: Int?
      let known: Int?
      let resolved: Int?
    }

    let version = 1
    let asOf: String
    let functions: Functions
    let functionDetails: [String: FunctionDetail]
    let counts: Counts
    let coverage: OverviewJSON
    let findings: [FindingJSON]
    /// What waivers silence; `counts.waived` is its length.
    let silenced: [FindingJSON]

    private enum CodingKeys: CodingKey {
      case version, asOf, functions, functionDetails, counts, coverage, findings, silenced
    }
  }

  public static func render(
    _ result: CheckResult, overview: CoverageOverview, language: Language
  ) throws -> String {
    let figures = result.functions
    return try JSONText.render(
      Document(
        asOf: result.asOf.description,
        functions: .init(
          bundling: figures.bundling.value, orientation: figures.orientation.value,
          networking: figures.networking.value, visibility: figures.visibility.value),
        functionDetails: Dictionary(
          uniqueKeysWithValues: figures.all.map {
            ($0.function.rawValue, Document.FunctionDetail($0, language: language))
          }),
        counts: .init(
          projects: result.projects.total, active: result.projects.active,
          findings: Dictionary(
            uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, result.count($0)) }),
          waived: result.waived, new: result.known == nil ? nil : result.newFindings.count,
          known: result.known?.count, resolved: result.resolved),
        coverage: OverviewJSON(overview),
        findings: result.findings.map { FindingJSON($0, language: language) },
        silenced: result.silenced.map { FindingJSON($0.finding, language: language) }))
  }
}
