import Portfolio

/// A grave change that nobody could be asked about. Nothing has been stored.
struct UnconfirmedChange: PresentableError {
  /// What would have been done.
  let preview: String

  var exitCode: Int32 { 64 }

  var text: BilingualText {
    BilingualText(
      de: "Bitte mit --yes bestätigen; es wurde nichts gespeichert.",
      en: "Please confirm with --yes; nothing was stored.")
  }

  func report(in language: Language) -> String { preview + "dach: " + text[language] }
}

/// Between showing what will be done and doing it, somebody has changed one of the records.
struct ChangedMeanwhile: PresentableError {
  var exitCode: Int32 { 75 }

  var text: BilingualText {
    BilingualText(
      de: "Eines der Projekte wurde inzwischen geändert; es wurde nichts gespeichert. Bitte noch "
        + "einmal.",
      en: "One of the projects has been changed meanwhile; nothing was stored. Please try again.")
  }
}
