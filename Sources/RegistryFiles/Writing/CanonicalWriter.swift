public import Portfolio

/// Writes records as YAML in the canonical form of `docs/registry-format.md`: keys in the order of
/// that document, empty values and defaults left out, and the same bytes for the same record.
///
/// Reading what it writes gives equal values again, apart from places in files.
public enum CanonicalWriter {
  /// The content of one file of the registry.
  public enum Content: Sendable, Hashable {
    case strategy(Strategy)
    case departments([Department])
    case subStrategy(SubStrategy)
    case participation(Participation)
    /// Measures of one theme.
    case roadmap([Measure])
    case project(Project)
    case verdicts([Verdict])
    case waivers([Waiver])
  }

  /// The UTF-8 text of a file.
  ///
  /// - Parameters:
  ///   - content: what the file holds.
  ///   - depth: how many folders below the registry's folder the file will stand. The first line
  ///     tells editors where the schema is, which is in `schemas/json` beside the registry.
  /// - Throws: `WritingError.unwritable` where a value has a form that the reader would refuse.
  public static func bytes(of content: Content, depth: Int) throws -> [UInt8] {
    let path = String(repeating: "../", count: depth + 1) + "schemas/json/" + content.schema
    let header = "# yaml-language-server: $schema=\(path)\n"
    let emitter = try YAMLEmitter(header: Array(header.utf8))
    let document = CanonicalDocument(emitter: emitter, record: content.name)
    switch content {
    case .strategy(let strategy): try document.write(strategy)
    case .departments(let departments): try document.write(departments)
    case .subStrategy(let subStrategy): try document.write(subStrategy)
    case .participation(let participation): try document.write(participation)
    case .roadmap(let measures): try document.write(measures)
    case .project(let project): try document.write(project)
    case .verdicts(let verdicts): try document.write(verdicts)
    case .waivers(let waivers): try document.write(waivers)
    }
    try emitter.finish()
    return emitter.output
  }

  /// A project as `dach show` prints it and as it stands in its own file.
  public static func bytes(of project: Project) throws -> [UInt8] {
    try bytes(of: .project(project), depth: 2)
  }
}

extension CanonicalWriter.Content {
  /// The schema's file name in `schemas/json`.
  var schema: String {
    switch self {
    case .strategy: "strategy.schema.json"
    case .departments: "departments.schema.json"
    case .subStrategy: "sub-strategy.schema.json"
    case .participation: "participation.schema.json"
    case .roadmap: "roadmap.schema.json"
    case .project: "project.schema.json"
    case .verdicts, .waivers: "decisions.schema.json"
    }
  }

  /// What messages call it.
  var name: String {
    switch self {
    case .strategy(let strategy): strategy.id
    case .departments: "departments"
    case .subStrategy(let subStrategy): subStrategy.id
    case .participation(let participation): participation.id
    case .roadmap(let measures): "roadmap/" + (measures.first?.theme ?? "")
    case .project(let project): project.id
    case .verdicts: "verdicts"
    case .waivers: "waivers"
    }
  }
}
