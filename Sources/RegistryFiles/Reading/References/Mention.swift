/// The place where a document gives something its id, or refers to something by its id.
public struct Mention: Sendable, Hashable {
  /// What the id names.
  public enum Kind: UInt8, Sendable, CaseIterable {
    case department, office, strategy, function, guideline, theme, service, source
    case subStrategy, participation, format, contribution, measure, project
  }

  public enum Role: UInt8, Sendable {
    /// Here the id is given.
    case definition
    /// Here it is referred to.
    case reference
  }

  public var id: String
  /// 1-based.
  public var line: UInt32
  /// 1-based, in characters.
  public var column: UInt32
  public var kind: Kind
  public var role: Role

  public init(_ role: Role, of kind: Kind, _ id: String, line: UInt32, column: UInt32) {
    self.id = id
    self.line = line
    self.column = column
    self.kind = kind
    self.role = role
  }
}

extension Mention.Kind {
  /// The kind of documents in which such ids are given.
  var document: DocumentKind {
    switch self {
    case .department, .office: .departments
    case .strategy, .function, .guideline, .theme, .service, .source: .strategy
    case .subStrategy: .subStrategy
    case .participation, .format, .contribution: .participation
    case .measure: .roadmap
    case .project: .project
    }
  }
}
