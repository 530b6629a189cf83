/// A query as typed, before names in it are looked up: which projects, and in which order.
public struct Query: Hashable, Sendable {
  /// Nil for every project.
  public var expression: QueryExpression?
  /// The most important key first.
  public var sort: [SortKey]

  public init(_ expression: QueryExpression? = nil, sort: [SortKey] = []) {
    self.expression = expression
    self.sort = sort
  }
}

/// A combination of conditions.
public indirect enum QueryExpression: Hashable, Sendable {
  /// Two or more, none of them a conjunction itself.
  case conjunction([QueryExpression])
  /// Two or more, none of them a disjunction itself.
  case disjunction([QueryExpression])
  /// Never of a negation.
  case negation(QueryExpression)
  case comparison(Comparison)
  case text(Located<QueryText>)

  /// All of them, without needless nesting.
  public static func all(_ parts: [QueryExpression]) -> QueryExpression {
    let flat = parts.flatMap { part -> [QueryExpression] in
      if case .conjunction(let inner) = part { inner } else { [part] }
    }
    return flat.count == 1 ? flat[0] : .conjunction(flat)
  }

  /// At least one of them, without needless nesting.
  public static func any(_ parts: [QueryExpression]) -> QueryExpression {
    let flat = parts.flatMap { part -> [QueryExpression] in
      if case .disjunction(let inner) = part { inner } else { [part] }
    }
    return flat.count == 1 ? flat[0] : .disjunction(flat)
  }

  /// The opposite; the opposite of the opposite is the expression itself.
  public static func not(_ expression: QueryExpression) -> QueryExpression {
    if case .negation(let inner) = expression { inner } else { .negation(expression) }
  }
}

/// A field, an operator and values, of which one has to fit.
public struct Comparison: Hashable, Sendable {
  public var field: Located<QueryField>
  public var comparator: Comparator
  public var values: [Located<QueryValue>]

  public init(
    _ field: Located<QueryField>, _ comparator: Comparator, _ values: [Located<QueryValue>]
  ) {
    self.field = field
    self.comparator = comparator
    self.values = values
  }
}

/// How a field is compared with a value. Raw values are the canonical notation; `=` means `:`.
public enum Comparator: String, Hashable, Sendable, CaseIterable {
  case matches = ":"
  case differs = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  var isOrder: Bool { self != .matches && self != .differs }
}

/// What stands after the operator.
public enum QueryValue: Hashable, Sendable {
  case term(String)
  /// From one value to another, both included; either may be open, not both.
  case range(from: String?, through: String?)
  /// The field is empty: `none`.
  case none
  /// The field is not empty: `any`.
  case any

  static let noneWords: Set<String> = ["none", "keine", "keiner", "keines", "keins", "kein"]
  static let anyWords: Set<String> = ["any", "beliebig", "irgendeine", "irgendein", "vorhanden"]
}

/// Words that are looked for in title and summary.
public enum QueryText: Hashable, Sendable {
  /// A bare word.
  case word(String)
  /// A bare word with `*` behind: words that begin so.
  case prefix(String)
  /// Words in this order, in quotation marks.
  case phrase(String)

  public var text: String {
    switch self {
    case .word(let text), .prefix(let text), .phrase(let text): text
    }
  }

  /// What a bare word means.
  init(bare word: String) {
    if word.count > 1, word.hasSuffix("*") {
      self = .prefix(String(word.dropLast()))
    } else {
      self = .word(word)
    }
  }
}

/// By what projects are ordered.
public struct SortKey: Hashable, Sendable {
  public enum Column: String, Hashable, Sendable, CaseIterable {
    case relevance, id, title, department, status, starts, ends, budget, confirmed

    /// The key that a name stands for: its own or one of the field's.
    public init?(named name: String) {
      let folded = NameFolding.folded(name)
      if folded == "relevance" || folded == "relevanz" {
        self = .relevance
      } else if let field = QueryField(named: name), let column = Column(rawValue: field.rawValue) {
        self = column
      } else {
        return nil
      }
    }
  }

  public var column: Column
  public var isDescending: Bool

  public init(_ column: Column, descending: Bool = false) {
    self.column = column
    isDescending = descending
  }

  /// Reads a key as an option or a query holds it: `budget`, or `-budget` for the other direction.
  public init?(_ text: String) {
    let isDescending = text.hasPrefix("-")
    guard let column = Column(named: String(text.drop { $0 == "-" })) else { return nil }
    self.init(column, descending: isDescending)
  }

  public var text: String { (isDescending ? "-" : "") + column.rawValue }
}
