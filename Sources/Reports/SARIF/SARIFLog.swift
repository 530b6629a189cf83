/// The parts of a SARIF log that a check fills, under the names of the standard.
///
/// OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01",
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os.html;
/// section numbers refer to it.
struct SARIFLog: Encodable {
  let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// §3.14
  struct Run: Encodable {
    let tool: Tool
    /// Of the messages.
    let language: String
    let columnKind = "unicodeCodePoints"
    let originalUriBaseIds: [String: ArtifactLocation]
    let results: [Result]
    /// The rules in the other language.
    let translations: [Component]
    let properties: RunProperties

    private enum CodingKeys: CodingKey {
      case tool, language, columnKind, originalUriBaseIds, results, translations, properties
    }
  }

  struct RunProperties: Encodable {
    let asOf: String
  }

  /// §3.18
  struct Tool: Encodable {
    let driver: Component
  }

  /// §3.19: the program with its rules, or a translation of both.
  struct Component: Encodable {
    let name: String
    let fullName: String
    let language: String
    var contents: [String]?
    var isComprehensive: Bool?
    let rules: [Rule]
  }

  /// §3.49
  struct Rule: Encodable {
    let id: String
    let name: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Message
    var defaultConfiguration: Configuration?
    var properties: Tags?
  }

  /// §3.11 and §3.12
  struct Message: Encodable {
    let text: String
    var markdown: String?
  }

  /// §3.50
  struct Configuration: Encodable {
    let level: String
  }

  struct Tags: Encodable {
    let tags: [String]
  }

  /// §3.27
  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let fingerprints: [String: String]
    /// 0 to 100.
    let rank: Double
    let baselineState: String?
    let suppressions: [Suppression]
    let properties: ResultProperties
  }

  struct ResultProperties: Encodable {
    struct Evidence: Encodable {
      let field: String
      let weight: Double
      let detail: String
    }

    let action: String
    let departments: [String]
    let since: String?
    let evidence: [Evidence]?
  }

  /// §3.28
  struct Location: Encodable {
    let physicalLocation: PhysicalLocation?
    let logicalLocations: [LogicalLocation]?
  }

  /// §3.29
  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region
  }

  /// §3.4
  struct ArtifactLocation: Encodable {
    var uri: String?
    var uriBaseId: String?
    var description: Message?
  }

  /// §3.30
  struct Region: Encodable {
    let startLine: Int
  }

  /// §3.33: here a project, a guideline, a department …
  struct LogicalLocation: Encodable {
    let name: String
    let fullyQualifiedName: String
    let kind: String
  }

  /// §3.35
  struct Suppression: Encodable {
    let kind: String
    let status: String
    let justification: String
    let location: Location?
    let properties: SuppressionProperties
  }

  struct SuppressionProperties: Encodable {
    let approver: String
    let expires: String?
  }
}
