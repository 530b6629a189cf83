import Portfolio

extension Verdict: Stageable {
  static let rows: [RowWriter<Verdict>] = [
    .row(.verdict) { staged, row in
      let verdict = staged.record
      row.text(verdict.first)
      row.text(verdict.second)
      row.int4(staged.ordinal)
      row.text(verdict.outcome.rawValue)
      row.text(verdict.reason)
      row.text(verdict.by)
      row.date(verdict.date)
      row.text(verdict.bundle)
      row.bool(verdict.createdBundle)
      row.date(verdict.confirmed)
      row.refusal(verdict.declined)
      row.side(verdict.basis?.first)
      row.side(verdict.basis?.second)
      row.location(verdict.location)
      row.int4(staged.position)
    }
  ]
}

extension Waiver: Stageable {
  static let rows: [RowWriter<Waiver>] = [
    .row(.waiver) { staged, row in
      let waiver = staged.record
      row.text(waiver.rule)
      row.texts(waiver.subjects)
      row.int4(staged.ordinal)
      row.text(waiver.reason)
      row.text(waiver.approver)
      row.date(waiver.approved)
      row.date(waiver.expires)
      row.location(waiver.location)
      row.int4(staged.position)
    }
  ]
}

extension CopyWriter {
  /// Date and reason.
  mutating func refusal(_ refusal: Refusal?) {
    date(refusal?.date)
    text(refusal?.reason)
  }

  /// Title, summary, and services provided and required.
  fileprivate mutating func side(_ side: VerdictBasis.Side?) {
    text(side?.title)
    text(side?.summary)
    texts(side?.provides ?? [])
    texts(side?.requires ?? [])
  }
}
