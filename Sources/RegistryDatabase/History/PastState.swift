public import Portfolio

/// Lets the statements of a transaction see the registry as it was on an earlier day.
///
/// Rows carry since when they are so, and `row_history` keeps what was replaced (migration
/// `0008-history.sql`). Views of the tables' names in the schema `…_past` put the two together, so
/// that every query works unchanged.
struct PastState {
  /// The state that was checked on that day, where a check of this scope was stored; else the
  /// state at the end of the day in the session's time zone.
  let day: CalendarDay
  let scope: String

  /// Until the transaction ends, tables are read as they were.
  /// - Throws: `HistoryError`, `DatabaseError`
  func show(to session: Session) throws {
    let oldest = try session.rows(Self.oldestState) { row in
      OldestState(day: try row.decodeIfPresent(0), moment: try row.decodeIfPresent(1))
    }.first
    guard let first = oldest?.day, let moment = oldest?.moment else {
      throw HistoryError.nothingStored(day)
    }
    let isKnown = try session.value(
      """
      SELECT set_config('dach.as_of', moment::text, true) IS NOT NULL
        AND moment >= $3::text::timestamptz
      FROM (SELECT coalesce(
        (SELECT coalesce(state, at) FROM analysis_run WHERE scope = $1 AND as_of = $2),
        ($2::date + 1)::timestamptz - interval '1 microsecond') AS moment) AS looked_at
      """, [.text(scope), .day(day), .text(moment)], as: Bool.self)
    guard isKnown == true else { throw HistoryError.tooEarly(day, oldest: first) }
    try Self.lookBack(session)
  }

  /// The same for the state that a change left behind.
  static func show(_ moment: ChangeMoment, to session: Session) throws {
    try session.execute(
      "SELECT set_config('dach.as_of', $1::timestamptz::text, true)", [moment.value])
    try lookBack(session)
  }

  private static func lookBack(_ session: Session) throws {
    try session.execute(
      """
      SELECT set_config('search_path',
        quote_ident(current_schema() || '_past') || ', ' || current_setting('search_path'), true)
      """)
  }

  private struct OldestState {
    let day: CalendarDay?
    let moment: String?
  }

  /// Before the first import there was nothing; before histories were kept nobody knows.
  private static let oldestState = """
    SELECT moment::date, moment::text FROM history_begins() AS moment
    """
}

/// An earlier state of the registry cannot be shown.
public enum HistoryError: Error, Hashable {
  /// Nothing has been imported yet.
  case nothingStored(CalendarDay)
  /// The oldest state that is kept is of a later day.
  case tooEarly(CalendarDay, oldest: CalendarDay)
  /// No check of this number is stored.
  case unknownRun(Int64)

  public var text: BilingualText {
    switch self {
    case .nothingStored(let day):
      BilingualText(
        de: "Für den \(german(day)) ist kein Stand gespeichert: In die Datenbank wurde noch nichts "
          + "eingelesen. Ein Register einlesen: dach import ORDNER",
        en: "No state is stored for \(day): nothing has been imported yet. Read a registry in "
          + "with: dach import FOLDER")
    case .tooEarly(let day, let oldest):
      BilingualText(
        de: "Für den \(german(day)) ist kein Stand gespeichert; der älteste ist vom "
          + "\(german(oldest)). "
          + "Bitte bei --as-of einen Tag ab diesem angeben.",
        en: "No state is stored for \(day); the oldest is of \(oldest). "
          + "Give --as-of a day from then on.")
    case .unknownRun(let number):
      BilingualText(
        de: "Eine Prüfung mit der Nummer \(number) ist nicht gespeichert. Die Nummern zeigt: "
          + "dach trend",
        en: "No check with the number \(number) is stored. The numbers are shown by: dach trend")
    }
  }

  private func german(_ day: CalendarDay) -> String {
    day.description.split(separator: "-").reversed().joined(separator: ".")
  }
}
