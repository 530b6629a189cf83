import Portfolio
import RegistryDatabase
import RegistryFiles
import Reports

/// A failure that says to the user what is wrong and what to do, and to a script by its exit code
/// (`sysexits.h`) what kind it is.
protocol PresentableError: Error {
  var text: BilingualText { get }
  var exitCode: Int32 { get }

  /// What is printed to standard error.
  func report(in language: Language) -> String
}

extension PresentableError {
  func report(in language: Language) -> String { "dach: " + text[language] }
}

extension DatabaseError: PresentableError {}

extension EmbeddedServerError: PresentableError {}

extension MigrationError: PresentableError {
  var exitCode: Int32 {
    if case .notPermitted = self { return 77 }
    return 69
  }
}

extension BackupError: PresentableError {}

extension HistoryError: PresentableError {
  var exitCode: Int32 { 64 }
}

extension ImportError: PresentableError {
  var exitCode: Int32 {
    if case .notPermitted = self { return 77 }
    return 65
  }
}

extension AccountError: PresentableError {
  var exitCode: Int32 { 64 }
}

extension LockedError: PresentableError {
  var exitCode: Int32 { 75 }
}

extension WritingError: PresentableError {
  var text: BilingualText { message }
  var exitCode: Int32 { 73 }
}

extension SpreadsheetError: PresentableError {
  var exitCode: Int32 { 73 }
}

extension UnknownName: PresentableError {
  var exitCode: Int32 { 64 }
}

extension MergeError: PresentableError {
  var exitCode: Int32 { 65 }
}

extension BundleError: PresentableError {
  var exitCode: Int32 { 65 }
}
