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
