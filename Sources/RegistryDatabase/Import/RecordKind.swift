/// The kinds of record that stand on their own in a registry; everything else belongs to one.
public enum RecordKind: String, Sendable, CaseIterable {
  case department, strategy, subStrategy, participation, measure, project, verdict, waiver
}

extension RecordKind {
  /// The table that holds one row for each record of the kind.
  var table: StoredTable {
    switch self {
    case .department: .department
    case .strategy: .strategy
    case .subStrategy: .subStrategy
    case .participation: .participation
    case .measure: .measure
    case .project: .project
    case .verdict: .verdict
    case .waiver: .waiver
    }
  }

  /// All tables that hold a part of such a record, referenced ones first.
  var tables: [StoredTable] { StoredTable.all.filter { $0.kind == self } }

  /// An SQL expression for what names a record of the kind to people, given the row's alias.
  func title(of row: String) -> String {
    switch self {
    case .measure, .project: "\(row).title"
    case .verdict: "\(row).outcome"
    case .waiver: "\(row).reason"
    default: "\(row).name"
    }
  }
}
