public import Portfolio

/// The embedded server cannot be used. `text` says what is wrong and what to do.
public struct EmbeddedServerError: Error, Sendable {
  public enum Kind: Sendable, Hashable {
    /// No PostgreSQL server is installed, or none that fits.
    case programsMissing
    /// The folder cannot be made, written or reached.
    case homeUnusable
    /// The folder for the socket is too deep, or somebody else's.
    case socketUnusable
    /// What stands in the data folder is no cluster, or one that no installed server can read.
    case dataUnusable
    /// The server did not come up, or did not go down.
    case serverFailed
  }

  public let kind: Kind
  public let text: BilingualText
  /// For logs, e.g. the end of the server's log.
  public let details: String

  init(_ kind: Kind, de german: String, en english: String, details: String = "") {
    self.kind = kind
    text = BilingualText(de: german, en: english)
    self.details = details
  }

  /// The exit code that a command ends with on this error (`sysexits.h`: EX_UNAVAILABLE).
  public var exitCode: Int32 { 69 }
}

extension EmbeddedServerError: CustomStringConvertible, CustomDebugStringConvertible {
  public var description: String { text.english }
  public var debugDescription: String { "EmbeddedServerError \(kind): \(text.english) \(details)" }
}
