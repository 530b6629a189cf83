import Portfolio

/// Reads participation processes and the roadmap's measures.
struct ParticipationLoad {
  private let session: Session

  init(_ session: Session) { self.session = session }

  func participations() throws -> [Participation] {
    let formats = try formats()
    let contributions = try contributions()
    let results = try session.grouped(
      """
      SELECT participation, topic, text, sources
      FROM participation_result ORDER BY participation, position
      """
    ) { Statement(topic: try $0.decode(1), text: try $0.decode(2), sources: try $0.decode(3)) }
    return try session.rows(
      "SELECT id, name, notes, file, line FROM participation ORDER BY file NULLS LAST, position, id"
    ) { row in
      let id = try row.decode(0, as: String.self)
      return Participation(
        id: id, name: try row.decode(1), formats: formats[id] ?? [],
        contributions: contributions[id] ?? [], results: results[id] ?? [],
        notes: try row.decode(2), location: try row.location(3))
    }
  }

  private func formats() throws -> [String: [ParticipationFormat]] {
    try session.grouped(
      """
      SELECT participation, id, name, kind, purpose, period_start, period_end, participants,
        sources, file, line
      FROM participation_format ORDER BY participation, position, id
      """
    ) { row in
      ParticipationFormat(
        id: try row.decode(1), name: try row.decode(2), kind: try row.enumeration(3),
        purpose: try row.decodeIfPresent(4), period: try row.period(5),
        participants: try row.decode(7), sources: try row.decode(8), location: try row.location(9))
    }
  }

  private func contributions() throws -> [String: [Contribution]] {
    try session.grouped(
      """
      SELECT participation, id, title, text, format, theme, date, answer_kind, answer_project,
        answer_sentence, answer_date, file, line
      FROM contribution ORDER BY participation, position, id
      """
    ) { row in
      let answer = try row.enumerationIfPresent(7, as: ContributionAnswer.Kind.self).map { kind in
        ContributionAnswer(
          kind: kind, project: try row.decodeIfPresent(8), sentence: try row.decodeIfPresent(9),
          date: try row.date(10))
      }
      return Contribution(
        id: try row.decode(1), title: try row.decode(2), text: try row.decodeIfPresent(3),
        format: try row.decodeIfPresent(4), theme: try row.decodeIfPresent(5),
        date: try row.date(6), answer: answer, location: try row.location(11))
    }
  }

  func measures() throws -> [Measure] {
    let projects = try session.grouped(
      "SELECT measure, project FROM measure_project ORDER BY measure, position, project"
    ) { try $0.decode(1, as: String.self) }
    return try session.rows(
      """
      SELECT id, title, description, theme, lead, due, sources, file, line
      FROM measure ORDER BY file NULLS LAST, position, id
      """
    ) { row in
      let id = try row.decode(0, as: String.self)
      return Measure(
        id: id, title: try row.decode(1), description: try row.decodeIfPresent(2),
        theme: try row.decode(3), lead: try row.decodeIfPresent(4), by: try row.date(5),
        projects: projects[id] ?? [], sources: try row.decode(6), location: try row.location(7))
    }
  }
}
