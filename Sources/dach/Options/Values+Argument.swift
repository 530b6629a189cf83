public import ArgumentParser
public import Portfolio
import RegistryFiles

extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension CalendarDay: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Alignment.Role: ExpressibleByArgument {}
extension LinkKind: ExpressibleByArgument {}
extension ProjectStatus: ExpressibleByArgument {}
extension Verdict.Outcome: ExpressibleByArgument {}
extension Visibility.Label: ExpressibleByArgument {}
extension Visibility.Level: ExpressibleByArgument {}

/// An amount of money, written as in the registry's files.
struct AmountArgument: ExpressibleByArgument, Sendable {
  let cents: Int64

  init?(argument: String) {
    guard let cents = Amount.cents(argument) else { return nil }
    self.cents = cents
  }
}
