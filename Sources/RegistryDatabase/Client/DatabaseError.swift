public import Portfolio

/// The database could not do what was asked.
///
/// `text` is safe to show to anybody; details such as SQL, values and PostgreSQL's own words are
/// in `debugDescription` alone, for logs. No password is in either.
public struct DatabaseError: Error, Sendable {
  public enum Kind: Sendable, Hashable {
    /// The text given as database URL is none, or is written so that parts would be mistaken.
    case invalidURL
    /// The option or variable that names the database is empty.
    case emptyURL
    case unreachable
    /// The server offers no encryption, and the connection was to be encrypted.
    case encryptionUnavailable
    /// The server's certificate could not be verified.
    case certificate
    case authentication
    case unknownDatabase
    case permission
    /// Somebody else's change came in between: serialization failure, deadlock.
    case conflict
    /// What was needed stayed locked by somebody else for longer than is waited for.
    case lockTimeout
    /// The data would break a rule of the schema; with the constraint's name where it has one.
    case constraint(String?)
    case diskFull
    case tooManyConnections
    case statementTimeout
    /// The task was cancelled.
    case cancelled
    case connectionLost
    case readOnly
    /// The server is older than the registry can use.
    case tooOld
    /// A mistake in this program.
    case `internal`
  }

  /// The part of a transaction that failed, where it was not a statement inside.
  public enum Step: Sendable, Hashable {
    case begin
    case commit
  }

  public let kind: Kind
  /// PostgreSQL's error code, e.g. `23505`: https://www.postgresql.org/docs/current/errcodes-appendix.html
  public let sqlState: String?
  /// What is wrong and what to do, for people.
  public let text: BilingualText
  /// PostgreSQL's own words and where they arose, for logs.
  public let details: String
  public internal(set) var step: Step?

  init(
    kind: Kind, sqlState: String? = nil, text: BilingualText, details: String, step: Step? = nil
  ) {
    self.kind = kind
    self.sqlState = sqlState
    self.text = text
    self.details = details
    self.step = step
  }

  /// The exit code that a command ends with on this error (`sysexits.h`): 64 usage, 65 invalid
  /// input, 69 database unreachable or its URL wrong, 70 internal, 75 try again, 77 not permitted.
  public var exitCode: Int32 {
    switch kind {
    case .emptyURL: 64
    case .constraint: 65
    case .invalidURL, .unreachable, .encryptionUnavailable, .certificate, .authentication,
      .unknownDatabase, .tooManyConnections, .connectionLost, .diskFull, .tooOld:
      69
    case .internal: 70
    case .conflict, .lockTimeout, .statementTimeout, .cancelled: 75
    case .permission, .readOnly: 77
    }
  }
}

extension DatabaseError: CustomStringConvertible, CustomDebugStringConvertible {
  public var description: String { text.english }

  public var debugDescription: String {
    let state = sqlState.map { " \($0)" } ?? ""
    let step = step.map { " at \($0)" } ?? ""
    return "DatabaseError \(kind)\(state)\(step): \(details)"
  }
}

extension DatabaseError.Kind {
  /// The kind for PostgreSQL's error code.
  ///
  /// `57014` stands for a cancelled statement as well as for one that ran too long; who cancels
  /// knows, so it counts as too long here.
  init(sqlState: String) {
    switch sqlState {
    case "28000", "28P01": self = .authentication
    case "3D000": self = .unknownDatabase
    case "42501": self = .permission
    case "40001", "40P01", "40003": self = .conflict
    case "55P03": self = .lockTimeout
    case "53100": self = .diskFull
    case "53300": self = .tooManyConnections
    case "57014": self = .statementTimeout
    case "57P03": self = .unreachable
    case "57P01", "57P02", "57P05", "08000", "08003", "08006": self = .connectionLost
    case "08001", "08004": self = .unreachable
    case "25006": self = .readOnly
    default:
      self = sqlState.hasPrefix("23") ? .constraint(nil) : .internal
    }
  }
}
