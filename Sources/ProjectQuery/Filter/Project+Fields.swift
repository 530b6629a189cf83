internal import Portfolio

// A project's fields as conditions ask for them.

extension Project {
  func value(of field: ProjectFilter.SingleField) -> String? {
    switch field {
    case .id: id
    case .department: department
    case .strategy: strategy
    case .status: status?.rawValue
    case .visibility: visibility?.level.rawValue
    case .label: visibility?.label?.rawValue
    }
  }

  func values(of field: ProjectFilter.ListField) -> [String] {
    switch field {
    case .theme: themes
    case .guideline: alignments.map(\.guideline)
    case .review: alignments.map(\.review.rawValue)
    case .provides: provides
    case .requires: requires
    case .contribution: contributions
    case .sector: partners.compactMap { $0.sector?.rawValue }
    }
  }

  func texts(of field: ProjectFilter.TextField) -> [String] {
    switch field {
    case .funding: [budget?.funding].compactMap(\.self)
    case .contact: [contact].compactMap(\.self)
    case .partner: partners.map(\.name)
    case .audience: audience
    case .technology: technologies
    case .page: [visibility?.page].compactMap(\.self)
    case .note: notes
    case .source: sources.map(\.url)
    }
  }

  func day(of field: ProjectFilter.DayField) -> CalendarDay? {
    switch field {
    case .starts: period?.start?.firstDay
    case .ends: period?.end?.lastDay
    case .confirmed: confirmed?.lastDay
    }
  }

  /// Whether a field is not empty; `linked` needs the other projects and is asked elsewhere.
  func has(_ field: QueryField) -> Bool {
    switch field {
    case .id, .title, .similar, .has, .missing, .linked: true
    case .summary: summary?.isEmpty == false
    case .department: department != nil
    case .office: office != nil
    case .strategy: strategy != nil
    case .theme: !themes.isEmpty
    case .guideline, .review: !alignments.isEmpty
    case .status: status != nil
    case .starts: period?.start != nil
    case .ends: period?.end != nil
    case .confirmed: confirmed != nil
    case .budget: budget != nil
    case .funding: budget?.funding != nil
    case .contact: contact != nil
    case .partner: !partners.isEmpty
    case .sector: partners.contains { $0.sector != nil }
    case .audience: !audience.isEmpty
    case .technology: !technologies.isEmpty
    case .provides: !provides.isEmpty
    case .requires: !requires.isEmpty
    case .contribution: !contributions.isEmpty
    case .visibility: visibility != nil
    case .label: visibility?.label != nil
    case .page: visibility?.page != nil
    case .note: !notes.isEmpty
    case .source: !sources.isEmpty
    }
  }
}
