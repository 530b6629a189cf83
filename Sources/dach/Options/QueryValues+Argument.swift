public import ArgumentParser
import ProjectQuery
public import Reports

extension QueryColumn: ExpressibleByArgument {}

/// A key by which a query's matches are ordered, e.g. `-budget`.
struct SortArgument: ExpressibleByArgument, Sendable {
  let key: SortKey

  init?(argument: String) {
    guard let key = SortKey(argument) else { return nil }
    self.key = key
  }

  static var allValueStrings: [String] { SortKey.Column.allCases.map(\.rawValue) }
}

/// A field by which a query's matches are counted.
struct GroupingArgument: ExpressibleByArgument, Sendable {
  let grouping: Grouping

  init?(argument: String) {
    guard let grouping = Grouping(named: argument) else { return nil }
    self.grouping = grouping
  }

  static var allValueStrings: [String] { Grouping.allCases.map(\.rawValue) }
}
