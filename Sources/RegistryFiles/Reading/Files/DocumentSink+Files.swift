import Portfolio

// Faults of a file as a whole.
extension DocumentSink {
  func reportUnreadable(_ reason: String) {
    noteGapOfFile()
    report(
      line: 0, column: 0, code: "unreadable-file",
      BilingualText(
        de: "die Datei lässt sich nicht lesen: \(reason)", en: "the file cannot be read: \(reason)"),
      hint: BilingualText(
        de: "Prüfen Sie die Zugriffsrechte, und ob es eine gewöhnliche Datei ist.",
        en: "Check the access rights, and whether it is an ordinary file."))
  }

  func reportTooLarge(_ size: Int, limit: Int) {
    noteGapOfFile()
    report(
      line: 0, column: 0, code: "file-too-large",
      BilingualText(
        de: "die Datei ist \(size >> 20) MiB groß, zulässig sind \(limit >> 20) MiB",
        en: "the file has \(size >> 20) MiB, \(limit >> 20) MiB are allowed"),
      hint: BilingualText(
        de: "Teilen Sie sie auf mehrere Dateien auf.", en: "Divide it into several files."))
  }

  func reportEmptyFile() {
    report(
      line: 0, column: 0, severity: .warning, code: "empty-file",
      BilingualText(de: "die Datei ist leer", en: "the file is empty"),
      hint: BilingualText(
        de: "Löschen Sie sie, oder tragen Sie etwas ein.", en: "Delete it, or fill it in."))
  }

  /// Says that more is wrong than was reported.
  func reportFull() {
    noteGapOfFile()
    appendSummary(
      BilingualText(
        de: "nach \(limit) Fehlern wurde die Datei nicht weitergelesen",
        en: "after \(limit) errors the file was not read any further"),
      hint: BilingualText(
        de: "Beheben Sie die gemeldeten Fehler, und prüfen Sie dann noch einmal.",
        en: "Mend the errors reported, then check again."))
  }
}
