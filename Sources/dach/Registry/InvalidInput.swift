import Portfolio
import RegistryFiles

/// Registry files have faults; all of them are reported, and nothing is done with the files.
struct InvalidInput: PresentableError {
  let diagnostics: [Diagnostic]
  let printer: DiagnosticPrinter

  var exitCode: Int32 { 65 }

  var text: BilingualText {
    let count = diagnostics.count { $0.severity == .error }
    return BilingualText(
      de: "\(count) Fehler in der Eingabe; es wurde nichts gespeichert.",
      en: "\(count) error\(count == 1 ? "" : "s") in the input; nothing was stored.")
  }

  func report(in language: Language) -> String {
    printer.render(diagnostics) + "\ndach: " + text[language]
  }
}
