public import Findings
public import Portfolio

/// `dach waivers`: every exception with its state, for the terminal.
public struct WaiverLedgerText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  public func render(_ ledger: WaiverLedger) -> String {
    guard !ledger.entries.isEmpty else {
      return BilingualText(
        de: "Keine Ausnahme festgehalten.", en: "No exception is recorded.")[language] + "\n"
    }
    let counts = WaiverLedger.State.allCases.map { ($0, ledger.count($0)) }.filter { $0.1 > 0 }
      .map { "\($0.0.label[language]) \($0.1)" }
    let heading = BilingualText(
      de: "\(ledger.entries.count) Ausnahme\(ledger.entries.count == 1 ? "" : "n")",
      en: "\(ledger.entries.count) exception\(ledger.entries.count == 1 ? "" : "s")")
    let head = style.paint(heading[language], .heading) + "  " + counts.joined(separator: " · ")
    return ([head] + ledger.entries.map(entry)).joined(separator: "\n\n") + "\n"
  }

  private func entry(_ entry: WaiverLedger.Entry) -> String {
    let day = DayText(language)
    let approved = entry.waiver.approved.map { day.text($0) } ?? "–"
    let until =
      entry.waiver.expires.map { day.text($0) }
      ?? BilingualText(de: "unbefristet", en: "without end")[language]
    let count = entry.silenced.count
    let effect = BilingualText(
      de: count == 0 ? "" : " Stillgelegt: \(count) Befund\(count == 1 ? "" : "e").",
      en: count == 0 ? "" : " Silenced: \(count) finding\(count == 1 ? "" : "s").")
    let details = BilingualText(
      de: """
        Begründung: \(entry.waiver.reason) · zugestimmt: \(entry.waiver.approver), \(approved) · \
        gilt bis: \(until).\(effect.german)
        """,
      en: """
        Reason: \(entry.waiver.reason) · approved: \(entry.waiver.approver), \(approved) · holds \
        until: \(until).\(effect.english)
        """)
    let state = style.paint(entry.state.label[language], role(of: entry.state))
    let names = "\(entry.rule[language]): \(entry.subjects[language])"
    return [
      "  " + state + "  " + style.paint(entry.waiver.rule, .quiet),
      wrap(names, after: "    ", width: style.width),
      wrap(details[language], after: "    ", width: style.width),
    ].joined(separator: "\n")
  }

  private func role(of state: WaiverLedger.State) -> TerminalStyle.Role {
    switch state {
    case .inForce: .good
    case .expiring, .unused: .note
    case .expired: .warning
    case .settled, .superseded: .quiet
    }
  }
}
