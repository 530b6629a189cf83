public import Findings
internal import Portfolio

/// `dach waivers --format json`.
public enum WaiverLedgerJSON {
  struct Entry: Encodable {
    let rule: String
    let subjects: [String]
    let state: String
    let reason: String
    let approver: String
    let approved: String?
    let expires: String?
    /// Fingerprints of the findings that it silences.
    let silenced: [String]
    let location: FindingJSON.Location?
  }

  struct Document: Encodable {
    let count: Int
    let states: [String: Int]
    let waivers: [Entry]
  }

  public static func render(_ ledger: WaiverLedger) throws -> String {
    try JSONText.render(
      Document(
        count: ledger.entries.count,
        states: Dictionary(
          uniqueKeysWithValues: WaiverLedger.State.allCases.map { ($0.rawValue, ledger.count($0)) }),
        waivers: ledger.entries.map { entry in
          Entry(
            rule: entry.waiver.rule, subjects: entry.waiver.subjects, state: entry.state.rawValue,
            reason: entry.waiver.reason, approver: entry.waiver.approver,
            approved: entry.waiver.approved?.description,
            expires: entry.waiver.expires?.description, silenced: entry.silenced,
            location: entry.waiver.location.map { .init(file: $0.file, line: $0.line) })
        }))
  }
}
