public import Portfolio

/// A fault in a registry file, at its place, in words for the person who has to mend it.
///
/// Reads `file:line:column: error: message [code]`, then a hint.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable {
    case error, warning
  }

  public var file: String
  /// 1-based; 0 where the fault concerns the file as a whole.
  public var line: Int
  /// 1-based, in characters; 0 where the fault concerns the file as a whole.
  public var column: Int
  public var severity: Severity
  /// Stable, kebab-case, e.g. `unknown-key`.
  public var code: String
  public var message: BilingualText
  public var hint: BilingualText?

  public init(
    file: String, line: Int, column: Int, severity: Severity = .error, code: String,
    message: BilingualText, hint: BilingualText? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.code = code
    self.message = message
    self.hint = hint
  }
}
