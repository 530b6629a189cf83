internal import CXLSXWriter
public import Portfolio

/// A spreadsheet could not be written.
public struct SpreadsheetError: Error, Sendable {
  public let path: String
  private let reason: String

  init(path: String, code: lxw_error) {
    self.path = path
    reason = lxw_strerror(code).map { String(cString: $0) } ?? "?"
  }

  /// What went wrong; the reason is the library's own.
  public var text: BilingualText {
    BilingualText(
      de: "Die Tabelle '\(path)' ließ sich nicht schreiben: \(reason)",
      en: "The spreadsheet '\(path)' could not be written: \(reason)")
  }
}
