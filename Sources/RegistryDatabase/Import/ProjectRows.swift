import Portfolio

extension Project: Stageable {
  static let rows: [RowWriter<Project>] = [
    .row(.project) { staged, row in
      let project = staged.record
      row.text(project.id)
      row.texts(project.formerly)
      row.text(project.claims)
      row.text(project.title)
      row.text(project.summary)
      row.text(project.department)
      row.text(project.office)
      row.text(project.strategy)
      row.text(project.status?.rawValue)
      row.period(project.period)
      row.budget(project.budget)
      row.text(project.contact)
      row.texts(project.audience)
      row.texts(project.technologies)
      row.text(project.visibility?.level.rawValue)
      row.text(project.visibility?.label?.rawValue)
      row.text(project.visibility?.page)
      row.texts(project.notes)
      row.date(project.confirmed)
    },
    .row(.projectLocation) { staged, row in
      let project = staged.record
      row.text(project.id)
      row.location(project.location)
      row.int4(staged.position)
      row.ints(lines(project.alignments.map(\.line)))
      row.ints(lines(project.links.map(\.line)))
    },
    .list(.projectTheme, \.themes) { project, theme, position, row in
      row.text(project.id)
      row.text(theme)
      row.int4(position)
    },
    .list(.projectAlignment, \.alignments) { project, alignment, position, row in
      row.text(project.id)
      row.text(alignment.guideline)
      row.int4(position)
      row.text(alignment.role.rawValue)
      row.text(alignment.rationale)
      row.number(alignment.revision)
      row.text(alignment.review.rawValue)
    },
    .list(.projectPartner, \.partners) { project, partner, position, row in
      row.text(project.id)
      row.int4(position)
      row.text(partner.name)
      row.text(partner.sector?.rawValue)
    },
    RowWriter(.projectService) { staged, writer in
      try writer.services(staged.record.provides, direction: "provides", of: staged.record.id)
      try writer.services(staged.record.requires, direction: "requires", of: staged.record.id)
    },
    .list(.projectLink, \.links) { project, link, position, row in
      row.text(project.id)
      row.text(link.project)
      row.text(link.kind.rawValue)
      row.int4(position)
      row.text(link.note)
      row.date(link.proposed)
      row.date(link.confirmed)
      row.refusal(link.declined)
    },
    .list(.projectContribution, \.contributions) { project, contribution, position, row in
      row.text(project.id)
      row.text(contribution)
      row.int4(position)
    },
    .list(.projectSource, \.sources) { project, source, position, row in
      row.text(project.id)
      row.int4(position)
      row.text(source.url)
      row.date(source.published)
      row.date(source.accessed)
    },
    .list(.projectMerger, { [$0.merged].compactMap { $0 } }) { project, merger, _, row in
      row.text(project.id)
      row.text(merger.into)
      row.text(merger.by)
      row.date(merger.date)
      row.text(merger.reason)
    },
    .list(.projectMergerValue, { $0.merged?.taken ?? [] }) { project, taken, position, row in
      row.text(project.id)
      row.int4(position)
      row.text(taken.field.rawValue)
      row.text(taken.item)
      row.text(taken.replaced)
    },
  ]

  /// Lines as stored: 0 for an unknown one, and no list where none is known.
  private static func lines(_ lines: [Int?]) -> [Int64] {
    lines.contains { $0 != nil } ? lines.map { Int64($0 ?? 0) } : []
  }
}

extension CopyWriter {
  fileprivate mutating func services(
    _ services: [String], direction: String, of project: String
  ) throws {
    var position: Int32 = 0
    for service in services {
      position += 1
      try row(columns: StoredTable.projectService.columns.count)
      text(project)
      text(direction)
      text(service)
      int4(position)
    }
  }
}
