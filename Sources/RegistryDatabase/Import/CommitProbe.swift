import Synchronization

/// Finds out what became of an import whose commit was never answered, because the connection was
/// lost just then.
///
/// Whoever has the lock of imports knows that the session which had it before has ended; and every
/// change has a moment of its own, so the change is either there or will never be.
final class CommitProbe: Sendable {
  private let pending = Mutex<(moment: ChangeMoment, report: ImportReport)?>(nil)

  /// Before the commit: what it would store.
  func note(_ report: ImportReport, on session: Session) throws {
    let moment = try session.value("SELECT change_time()", as: ChangeMoment.self)
    pending.withLock { $0 = moment.map { ($0, report) } }
  }

  /// What an earlier attempt has stored after all; nil where there was none, or it left nothing.
  func reportOfStored(on session: Session) throws -> ImportReport? {
    guard let (moment, report) = pending.withLock({ $0 }) else { return nil }
    let isStored = try session.value(
      "SELECT EXISTS (SELECT FROM change WHERE at = $1)", [moment.value], as: Bool.self)
    if isStored == true { return report }
    pending.withLock { $0 = nil }
    return nil
  }
}
