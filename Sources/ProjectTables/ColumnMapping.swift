internal import Portfolio

/// What somebody says about the headings of a list, so that nothing has to be guessed.
public struct ColumnMapping: Sendable, Hashable {
  public enum Target: Sendable, Hashable {
    case column(ProjectColumn)
    /// Not to be taken over.
    case ignore
  }

  /// In the order in which they were said.
  public private(set) var entries: [(heading: String, target: Target)] = []

  public init() {}

  public var isEmpty: Bool { entries.isEmpty }

  /// Adds an entry, in place of an earlier one for the same heading.
  public mutating func set(_ heading: String, _ target: Target) {
    let name = ColumnHeading.folded(heading)
    entries.removeAll { ColumnHeading.folded($0.heading) == name }
    entries.append((heading, target))
  }

  /// What was said about a heading, whatever its case and punctuation.
  public subscript(_ heading: String) -> Target? {
    let name = ColumnHeading.folded(heading)
    return entries.first { ColumnHeading.folded($0.heading) == name }?.target
  }

  /// The other's entries come before these.
  public mutating func merge(_ other: ColumnMapping) {
    for (heading, target) in other.entries { set(heading, target) }
  }

  public static func == (left: ColumnMapping, right: ColumnMapping) -> Bool {
    left.entries.elementsEqual(right.entries) { $0.heading == $1.heading && $0.target == $1.target }
  }

  public func hash(into hasher: inout Hasher) {
    for (heading, target) in entries {
      hasher.combine(heading)
      hasher.combine(target)
    }
  }
}

extension ColumnMapping.Target {
  /// Reads a field's name, any heading that is recognised, or `ignore`.
  public init?(_ text: String) {
    if ["ignore", "ignorieren", "-"].contains(text.lowercased()) {
      self = .ignore
    } else if let column = ColumnHeading.column(named: text) {
      self = .column(column)
    } else {
      return nil
    }
  }

  /// The name that is read again.
  public var name: String {
    switch self {
    case .column(let column): column.rawValue
    case .ignore: "ignore"
    }
  }

  /// Every name of a field.
  public static var names: [String] { ProjectColumn.allCases.map(\.rawValue) + ["ignore"] }
}
