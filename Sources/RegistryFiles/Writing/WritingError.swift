import Glibc
public import Portfolio

/// Why registry files could not be written. Nothing is half-written when one of these is thrown.
public enum WritingError: Error, Sendable, Hashable {
  /// A required value is empty, or a value has a form that the reader would refuse.
  case unwritable(record: String, key: String, value: String)
  /// Two records would be written to the same file.
  case samePath(String)
  /// The folder holds other things and is no registry.
  case notARegistry(folder: String, entry: String)
  /// Another export is writing to the same folder.
  case busy(folder: String)
  /// The operating system refused; `code` is its `errno`.
  case system(operation: String, path: String, code: Int32)
  /// libyaml refused.
  case emitter(String)

  /// What is wrong and what to do about it.
  public var message: BilingualText {
    switch self {
    case .unwritable(let record, let key, let value):
      BilingualText(
        de: "'\(record)': Der Wert '\(value)' von '\(key)' lässt sich nicht schreiben; "
          + "berichtigen Sie ihn und exportieren Sie erneut",
        en: "'\(record)': the value '\(value)' of '\(key)' cannot be written; "
          + "correct it and export again")
    case .samePath(let path):
      BilingualText(
        de: "zwei Datensätze beanspruchen die Datei '\(path)'; geben Sie einem eine andere Kennung",
        en: "two records claim the file '\(path)'; give one of them another id")
    case .notARegistry(let folder, let entry):
      BilingualText(
        de: "'\(folder)' ist kein Register und enthält anderes ('\(entry)'); "
          + "nennen Sie einen leeren oder neuen Ordner",
        en: "'\(folder)' is no registry and holds other things ('\(entry)'); "
          + "name an empty or new folder")
    case .busy(let folder):
      BilingualText(
        de: "in '\(folder)' schreibt gerade ein anderer Export; versuchen Sie es danach erneut",
        en: "another export is writing to '\(folder)'; try again when it is done")
    case .system(let operation, let path, let code):
      BilingualText(
        de: "'\(path)' ließ sich nicht schreiben: \(Self.reason(code)) (\(operation))",
        en: "could not write '\(path)': \(Self.reason(code)) (\(operation))")
    case .emitter(let problem):
      BilingualText(
        de: "YAML ließ sich nicht schreiben: \(problem)",
        en: "could not write YAML: \(problem)")
    }
  }

  private static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "errno \(code)"
  }
}
