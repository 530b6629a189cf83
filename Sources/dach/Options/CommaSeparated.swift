import ArgumentParser

/// Several values of an option in one argument, e.g. `--kind gap,network`.
struct CommaSeparated<Value: ExpressibleByArgument & Sendable>: ExpressibleByArgument, Sendable {
  let values: [Value]

  init?(argument: String) {
    var values: [Value] = []
    for part in argument.split(separator: ",") {
      guard let value = Value(argument: String(part)) else { return nil }
      values.append(value)
    }
    guard !values.isEmpty else { return nil }
    self.values = values
  }

  static var allValueStrings: [String] { Value.allValueStrings }
}
