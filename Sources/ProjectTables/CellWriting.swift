public import Portfolio

/// Writes a project's values as cells of a list show them.
public struct CellWriting: Sendable {
  private let names: RegistryNames
  private let language: Language

  public init(names: RegistryNames, language: Language) {
    self.names = names
    self.language = language
  }

  /// What stands in the column; empty where the project says nothing.
  public func text(_ column: ProjectColumn, of project: Project) -> String {
    switch column {
    case .id: project.id
    case .title: project.title
    case .summary: project.summary ?? ""
    case .department: name(project.department, in: names.departments)
    case .office: name(project.office, in: project.department.map(names.offices))
    case .strategy: name(project.strategy, in: names.strategies)
    case .themes: list(project.themes, in: names.themes)
    case .guideline: name(project.primaryAlignment?.guideline, in: names.guidelines)
    case .furtherGuidelines:
      list(
        project.alignments.filter { $0.role == .secondary }.map(\.guideline), in: names.guidelines)
    case .rationale: project.primaryAlignment?.rationale ?? ""
    case .status: name(project.status?.rawValue, in: names.statuses)
    case .start: date(project.period?.start)
    case .end: date(project.period?.end)
    case .period: period(project.period)
    case .budget: project.budget.map(amount) ?? ""
    case .currency: project.budget?.currency ?? ""
    case .funding: project.budget?.funding ?? ""
    case .contact: project.contact ?? ""
    case .audience: ListText.text(project.audience)
    case .partners: ListText.text(project.partners.map(partner))
    case .technologies: ListText.text(project.technologies)
    case .provides: list(project.provides, in: names.services)
    case .requires: list(project.requires, in: names.services)
    case .visibility: name(project.visibility?.level.rawValue, in: names.levels)
    case .label: name(project.visibility?.label?.rawValue, in: names.labels)
    case .page: project.visibility?.page ?? ""
    case .notes: project.notes.joined(separator: "\n")
    case .confirmed: date(project.confirmed)
    }
  }

  /// The same for people who read a preview: with the currency at an amount, and on one line.
  public func shown(_ column: ProjectColumn, of project: Project) -> String {
    if column == .budget, let budget = project.budget {
      return grouped(amount(budget)) + (budget.currency == "EUR" ? " €" : " " + budget.currency)
    }
    return text(column, of: project).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func name(_ id: String?, in index: NameIndex?) -> String {
    guard let id else { return "" }
    return index?.written(id, in: language) ?? id
  }

  private func list(_ ids: [String], in index: NameIndex) -> String {
    ListText.text(ids.map { index.written($0, in: language) })
  }

  private func partner(_ partner: Partner) -> String {
    guard let sector = partner.sector else { return partner.name }
    return "\(partner.name) (\(names.sectors.written(sector.rawValue, in: language)))"
  }

  /// `2026`, `03/2026`, `15.03.2026`; in English as the registry's files have it.
  private func date(_ date: PartialDate?) -> String {
    guard let date else { return "" }
    guard language == .german, let month = date.month else { return date.description }
    let padded = { (number: Int8) in number < 10 ? "0\(number)" : "\(number)" }
    guard let day = date.day else { return "\(padded(month))/\(date.year)" }
    return "\(padded(day)).\(padded(month)).\(date.year)"
  }

  private func period(_ period: Period?) -> String {
    guard let period else { return "" }
    switch (period.start, period.end) {
    case (let start?, let end?) where start == end: return date(start)
    case (let start?, let end?): return date(start) + " – " + date(end)
    case (let start?, nil): return (language == .german ? "ab " : "from ") + date(start)
    case (nil, let end): return (language == .german ? "bis " : "until ") + date(end)
    }
  }

  /// Without separators of thousands, which programs of other languages misread.
  private func amount(_ budget: Budget) -> String {
    let cents = budget.cents % 100
    let decimals = cents == 0 ? "" : (cents < 10 ? "0" : "") + "\(cents)"
    return "\(budget.cents / 100)"
      + (decimals.isEmpty ? "" : (language == .german ? "," : ".") + decimals)
  }

  private func grouped(_ amount: String) -> String {
    let whole = amount.prefix(while: \.isNumber)
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += language == .german ? "." : "," }
      text.append(digit)
    }
    return text + amount.dropFirst(whole.count)
  }
}

extension Project {
  var primaryAlignment: Alignment? { alignments.first { $0.role == .primary } }
}
