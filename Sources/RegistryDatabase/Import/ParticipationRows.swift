import Portfolio

extension Participation: Stageable {
  static let rows: [RowWriter<Participation>] = [
    .row(.participation) { staged, row in
      let participation = staged.record
      row.text(participation.id)
      row.text(participation.name)
      row.texts(participation.notes)
      row.location(participation.location)
      row.int4(staged.position)
    },
    .list(.participationFormat, \.formats) { participation, format, position, row in
      row.text(format.id)
      row.text(participation.id)
      row.int4(position)
      row.text(format.name)
      row.text(format.kind.rawValue)
      row.text(format.purpose)
      row.period(format.period)
      row.texts(format.participants)
      row.texts(format.sources)
      row.location(format.location)
    },
    .list(.contribution, \.contributions) { participation, contribution, position, row in
      row.text(contribution.id)
      row.text(participation.id)
      row.int4(position)
      row.text(contribution.title)
      row.text(contribution.text)
      row.text(contribution.format)
      row.text(contribution.theme)
      row.date(contribution.date)
      row.text(contribution.answer?.kind.rawValue)
      row.text(contribution.answer?.project)
      row.text(contribution.answer?.sentence)
      row.date(contribution.answer?.date)
      row.location(contribution.location)
    },
    .list(.participationResult, \.results) { participation, result, position, row in
      row.text(participation.id)
      row.int4(position)
      row.text(result.topic)
      row.text(result.text)
      row.texts(result.sources)
    },
  ]
}

extension Measure: Stageable {
  static let rows: [RowWriter<Measure>] = [
    .row(.measure) { staged, row in
      let measure = staged.record
      row.text(measure.id)
      row.text(measure.title)
      row.text(measure.description)
      row.text(measure.theme)
      row.text(measure.lead)
      row.date(measure.by)
      row.texts(measure.sources)
      row.location(measure.location)
      row.int4(staged.position)
    },
    .list(.measureProject, \.projects) { measure, project, position, row in
      row.text(measure.id)
      row.text(project)
      row.int4(position)
    },
  ]
}
