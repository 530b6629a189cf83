/// A unit that owns projects: a department (Referat, Geschäftsbereich), or an office, a municipal
/// enterprise or a house that stands on its own because no source says to whom it belongs.
public struct Department: Sendable, Hashable {
  public var id: String
  public var name: String
  public var kind: DepartmentKind
  /// Other spellings of the name; each resolves to this department.
  public var aliases: [String]
  /// What the unit does for the strategy, where a source says so.
  public var role: String?
  /// A function mailbox.
  public var contact: String?
  public var offices: [Office]
  public var notes: [String]
  /// Ids of `Source`s.
  public var sources: [String]
  public var location: SourceLocation?

  public init(
    id: String, name: String, kind: DepartmentKind = .department, aliases: [String] = [],
    role: String? = nil, contact: String? = nil, offices: [Office] = [], notes: [String] = [],
    sources: [String] = [], location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.role = role
    self.contact = contact
    self.offices = offices
    self.notes = notes
    self.sources = sources
    self.location = location
  }
}

/// What sort of unit a `Department` is.
public enum DepartmentKind: String, Sendable, CaseIterable {
  /// Referat, Geschäftsbereich, Direktorium.
  case department
  /// Amt or Dienststelle without a known department above it.
  case office
  /// Eigenbetrieb or municipal company.
  case enterprise
  /// Cultural house, hospital, care home, school.
  case institution
}

/// An office (Dienststelle) inside a department.
public struct Office: Sendable, Hashable {
  public var id: String
  public var name: String
  public var aliases: [String]

  public init(id: String, name: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}
