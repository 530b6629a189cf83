internal import CPostgreSQL

/// A remark of the server, e.g. a warning of `RAISE NOTICE`.
public struct Notice: Sendable, Hashable {
  /// `WARNING`, `NOTICE`, `INFO`, `LOG` or `DEBUG`.
  public let severity: String
  public let sqlState: String
  public let message: String
}

/// Where a connection's notices go. libpq's own default prints them to standard error.
final class NoticeReceiver {
  private let handler: (@Sendable (Notice) -> Void)?

  init(_ handler: (@Sendable (Notice) -> Void)?) { self.handler = handler }

  /// The receiver must outlive the connection.
  func attach(to connection: OpaquePointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    PQsetNoticeReceiver(
      connection,
      { context, result in
        guard let context, let result else { return }
        Unmanaged<NoticeReceiver>.fromOpaque(context).takeUnretainedValue().receive(result)
      }, context)
  }

  /// The result belongs to libpq: "it must not be freed".
  private func receive(_ result: OpaquePointer) {
    func field(_ code: DiagnosticField) -> String {
      PQresultErrorField(result, code.rawValue).map { String(cString: $0) } ?? ""
    }
    handler?(
      Notice(
        severity: field(.severity), sqlState: field(.sqlState), message: field(.message)))
  }
}
