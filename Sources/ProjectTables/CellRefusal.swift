public import Portfolio

/// Why a cell cannot be taken over, with what is expected instead; one sentence or two.
public struct CellRefusal: Error, Sendable, Hashable {
  public let text: BilingualText

  public init(_ text: BilingualText) { self.text = text }

  init(de german: String, en english: String) {
    text = BilingualText(de: german, en: english)
  }
}

extension CellRefusal {
  static func failure(_ failure: String) -> CellRefusal {
    failure.isEmpty
      ? CellRefusal(
        de:
          "Die Formel hat kein gespeichertes Ergebnis. Öffnen und speichern Sie die Datei in Excel.",
        en: "The formula has no stored result. Open and save the file in Excel.")
      : CellRefusal(
        de:
          "Die Formel ergibt den Fehler \(germanFailures[failure] ?? failure). Berichtigen Sie sie, "
          + "oder leeren Sie die Zelle.",
        en: "The formula gives the error \(failure). Mend it, or empty the cell.")
  }

  /// As a German Excel shows them.
  private static let germanFailures = [
    "#REF!": "#BEZUG!", "#N/A": "#NV", "#VALUE!": "#WERT!", "#NUM!": "#ZAHL!",
  ]

  static func notADate(_ text: String) -> CellRefusal {
    CellRefusal(
      de: "„\(short(text))“ ist kein Datum. Möglich sind 2026, 03/2026, 15.03.2026 oder Q1/2026.",
      en: "'\(short(text))' is no date. Possible are 2026, 03/2026, 15.03.2026 or Q1/2026.")
  }

  static func notAnAmount(_ text: String) -> CellRefusal {
    CellRefusal(
      de: "„\(short(text))“ ist kein Betrag. Möglich sind 250000, 250.000,00 € oder 2,5 Mio.",
      en: "'\(short(text))' is no amount. Possible are 250000, 250,000.00 or 2.5 million.")
  }

  static func notACurrency(_ text: String) -> CellRefusal {
    CellRefusal(
      de: "„\(short(text))“ ist keine Währung. Möglich sind Kürzel wie EUR oder CHF.",
      en: "'\(short(text))' is no currency. Possible are codes like EUR or CHF.")
  }

  static func several(_ text: String, _ ids: [String]) -> CellRefusal {
    let list = ids.joined(separator: ", ")
    return CellRefusal(
      de: "„\(short(text))“ heißen mehrere. Schreiben Sie die Kennung: \(list).",
      en: "Several are called '\(short(text))'. Write the id: \(list).")
  }

  static func unknown(
    _ text: String, _ column: ProjectColumn, nearest: BilingualText?, choices: BilingualText?
  ) -> CellRefusal {
    var (german, english) = ("", "")
    if let nearest {
      german = " Meinten Sie „\(nearest.german)“?"
      english = " Did you mean '\(nearest.english)'?"
    } else if let choices {
      german = " Möglich sind: \(choices.german)."
      english = " Possible are: \(choices.english)."
    }
    return CellRefusal(
      de: "„\(short(text))“ kennt das Register bei „\(column.name.german)“ nicht." + german,
      en: "The registry knows no '\(short(text))' for '\(column.name.english)'." + english)
  }

  static func needs(_ other: ProjectColumn, for column: ProjectColumn) -> CellRefusal {
    CellRefusal(
      de: "Zu einer Angabe bei „\(column.name.german)“ gehört eine bei „\(other.name.german)“. "
        + "Ergänzen Sie diese, oder leeren Sie die Zelle.",
      en:
        "A value for '\(column.name.english)' needs one for '\(other.name.english)'. Add that, or "
        + "empty the cell.")
  }

  static func cannotBeCleared(_ column: ProjectColumn) -> CellRefusal {
    CellRefusal(
      de: "„\(column.name.german)“ kann nicht leer sein.",
      en: "'\(column.name.english)' cannot be empty.")
  }

  /// The text, short enough to be read in a sentence.
  public static func short(_ text: String) -> String {
    text.count <= 80 ? text : text.prefix(79) + "…"
  }

}
