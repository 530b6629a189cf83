public import Findings
public import Portfolio

/// `dach check --format sarif`: the findings for tools that show or compare the results of checks.
public struct CheckSARIF {
  let language: Language
  /// The folder that was checked; nil for the database.
  let root: String?
  private let rules: [RuleDocumentation]
  private let ruleIndices: [String: Int]

  public init(language: Language, root: String?) {
    self.language = language
    self.root = root
    rules = Rules.all.map { $0.documentation }
    ruleIndices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.name, $0) })
  }

  public func render(_ result: CheckResult) throws -> String {
    let rules = RulesSARIF(rules: rules)
    return try JSONText.render(
      SARIFLog(runs: [
        SARIFLog.Run(
          tool: SARIFLog.Tool(driver: rules.driver(language)), language: language.rawValue,
          originalUriBaseIds: baseIDs, results: results(result),
          translations: Language.allCases.filter { $0 != language }.map(rules.translation),
          properties: SARIFLog.RunProperties(asOf: result.asOf.description))
      ]))
  }

  private var baseIDs: [String: SARIFLog.ArtifactLocation] {
    guard root != nil else {
      let text = BilingualText(
        de: "Der Ordner, aus dem das Register in die Datenbank übernommen wurde.",
        en: "The folder from which the registry was taken into the database.")
      return [
        FileURI.registry: SARIFLog.ArtifactLocation(
          description: SARIFLog.Message(text: text[language]))
      ]
    }
    let text = BilingualText(
      de: "Der Ordner, in dem die Prüfung gestartet wurde.",
      en: "The folder in which the check was started.")
    return [
      FileURI.startFolder: SARIFLog.ArtifactLocation(
        description: SARIFLog.Message(text: text[language]))
    ]
  }

  /// What is raised, then what exceptions silence.
  private func results(_ result: CheckResult) -> [SARIFLog.Result] {
    result.findings.map { finding in
      let isKnown = result.known.map { $0.contains(finding.fingerprint) }
      return self.result(finding, isKnown: isKnown, suppressedBy: nil)
    } + result.silenced.map { self.result($0.finding, isKnown: nil, suppressedBy: $0.waiver) }
  }

  /// - Parameter isKnown: whether the baseline knows it; nil where it was compared to none.
  private func result(
    _ finding: Finding, isKnown: Bool?, suppressedBy waiver: Waiver?
  ) -> SARIFLog.Result {
    SARIFLog.Result(
      ruleId: finding.rule, ruleIndex: ruleIndices[finding.rule] ?? -1,
      level: finding.severity.sarifLevel,
      message: SARIFLog.Message(text: finding.message[language]),
      locations: [location(finding)], fingerprints: ["dach/v1": finding.fingerprint],
      rank: finding.score * 100, baselineState: isKnown.map { $0 ? "unchanged" : "new" },
      // An empty list says that nothing suppresses the finding (§3.27.23).
      suppressions: waiver.map { [suppression($0)] } ?? [], properties: properties(finding))
  }

  /// An exception stands in the registry and not in what was checked, hence `external`.
  private func suppression(_ waiver: Waiver) -> SARIFLog.Suppression {
    SARIFLog.Suppression(
      kind: "external", status: "accepted", justification: waiver.reason,
      location: waiver.location.map {
        SARIFLog.Location(physicalLocation: physicalLocation($0), logicalLocations: nil)
      },
      properties: SARIFLog.SuppressionProperties(
        approver: waiver.approver, expires: waiver.expires?.description))
  }

  private func location(_ finding: Finding) -> SARIFLog.Location {
    SARIFLog.Location(
      physicalLocation: finding.location.map(physicalLocation),
      logicalLocations: finding.subjects.map {
        SARIFLog.LogicalLocation(
          name: $0.id, fullyQualifiedName: "\($0.kind.rawValue)/\($0.id)", kind: $0.kind.rawValue)
      })
  }

  private func physicalLocation(_ location: SourceLocation) -> SARIFLog.PhysicalLocation {
    SARIFLog.PhysicalLocation(
      artifactLocation: FileURI.location(of: location.file, under: root),
      region: SARIFLog.Region(startLine: location.line))
  }

  private func properties(_ finding: Finding) -> SARIFLog.ResultProperties {
    SARIFLog.ResultProperties(
      action: finding.action[language], departments: finding.departments,
      since: finding.since?.description,
      evidence: finding.evidence.nonEmpty?.map {
        .init(field: $0.field, weight: $0.weight, detail: $0.detail[language])
      })
  }
}
