import ArgumentParser
import Portfolio

/// The day on which a reading command looks at the registry.
struct DayOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: help(
      de:
        "Der Tag, zu dem alles gelten soll (JJJJ-MM-TT); ohne Angabe heute. Die Datenbank zeigt den Stand von damals.",
      en:
        "The day on which everything is to be true (YYYY-MM-DD); by default today. The database shows its state of then."
    ))
  var asOf: CalendarDay?

  var day: CalendarDay { asOf ?? .today }

  /// The day, where it is an earlier one: the state of then is what counts.
  var past: CalendarDay? {
    guard let asOf, asOf < .today else { return nil }
    return asOf
  }
}
