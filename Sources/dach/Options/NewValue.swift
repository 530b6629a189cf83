import ArgumentParser

/// A new value for a field that may be missing; an empty argument takes the present one away.
enum NewValue<Value: ExpressibleByArgument & Sendable>: ExpressibleByArgument, Sendable {
  case clear
  case set(Value)

  init?(argument: String) {
    if argument.isEmpty {
      self = .clear
    } else if let value = Value(argument: argument) {
      self = .set(value)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { Value.allValueStrings }

  var value: Value? {
    switch self {
    case .clear: nil
    case .set(let value): value
    }
  }
}

extension String {
  /// The text, or nil where it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
