internal import Portfolio
internal import RegistryFiles

/// Puts what a cell says into a project.
struct CellReading {
  let names: RegistryNames
  /// The columns of the list.
  let columns: Set<ProjectColumn>

  /// - Throws: `CellRefusal`; the project may then be half changed.
  func apply(
    _ value: SheetValue, to column: ProjectColumn, unit: Int64, of project: inout Project
  ) throws(CellRefusal) {
    if case .failure(let failure) = value { throw .failure(failure) }
    let text = value.text
    if ["-", "–", "—"].contains(text) { return try clear(column, of: &project) }
    switch column {
    case .id: break
    case .title: project.title = line(text)
    case .summary: project.summary = paragraphs(text)
    case .department: try setDepartment(text, of: &project)
    case .office: try setOffice(text, of: &project)
    case .strategy: try one(text, column, names.strategies) { project.strategy = $0 }
    case .themes: try several(text, column, names.themes) { project.themes = $0 }
    case .guideline: try setGuideline(text, of: &project)
    case .furtherGuidelines: try setFurtherGuidelines(text, of: &project)
    case .rationale: try setRationale(paragraphs(text), of: &project)
    case .status:
      try one(text, column, names.statuses) { project.status = ProjectStatus(rawValue: $0) }
    case .start, .end, .period: try setPeriod(value, column, of: &project)
    case .confirmed:
      if let date = try date(value, .end) { project.confirmed = date }
    case .budget: try setAmount(value, unit: unit, of: &project)
    case .currency: try setCurrency(text, of: &project)
    case .funding:
      guard project.budget != nil else { throw .needs(.budget, for: column) }
      project.budget?.funding = line(text)
    case .contact: project.contact = contact(text)
    case .audience: project.audience = unique(ListText.items(of: text))
    case .technologies: project.technologies = unique(ListText.items(of: text))
    case .partners: project.partners = partners(text, of: project)
    case .provides: try several(text, column, names.services) { project.provides = $0 }
    case .requires: try several(text, column, names.services) { project.requires = $0 }
    case .visibility:
      try one(text, column, names.levels) { id in
        guard let level = Visibility.Level(rawValue: id) else { return }
        project.visibility = Visibility(
          level: level, label: project.visibility?.label, page: project.visibility?.page)
      }
    case .label:
      guard project.visibility != nil else { throw .needs(.visibility, for: column) }
      try one(text, column, names.labels) {
        project.visibility?.label = Visibility.Label(rawValue: $0)
      }
    case .page:
      guard project.visibility != nil else { throw .needs(.visibility, for: column) }
      project.visibility?.page = line(text)
    case .notes:
      project.notes = unique(text.split(whereSeparator: \.isNewline).map { line(String($0)) })
    }
  }

  // MARK: Texts

  /// On one line, with single spaces.
  private func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// With the lines it has, and no spaces at their ends.
  private func paragraphs(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      var line = line
      while line.last?.isWhitespace == true { line = line.dropLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  private func unique(_ items: [String]) -> [String] {
    var seen: Set<String> = []
    return items.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Links of mail programs are written as addresses.
  private func contact(_ text: String) -> String {
    let prefix = "mailto:"
    return text.lowercased().hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }

  /// `Name (sector)`; who was a partner before keeps the sector where none is named.
  private func partners(_ text: String, of project: Project) -> [Partner] {
    unique(ListText.items(of: text)).map { item in
      guard item.hasSuffix(")"), let bracket = item.lastIndex(of: "("),
        case .id(let sector) = names.sectors.find(
          String(item[item.index(after: bracket)...].dropLast()))
      else {
        return project.partners.first { $0.name == item } ?? Partner(name: item)
      }
      let name = line(String(item[..<bracket]))
      return name.isEmpty
        ? Partner(name: item) : Partner(name: name, sector: PartnerSector(rawValue: sector))
    }
  }

  // MARK: Names

  private func id(
    _ text: String, _ column: ProjectColumn, _ index: NameIndex
  ) throws(CellRefusal) -> String {
    switch index.find(text) {
    case .id(let id): return id
    case .several(let ids): throw .several(text, ids)
    case .unknown: throw unknown(text, column, index)
    }
  }

  private func unknown(
    _ text: String, _ column: ProjectColumn, _ index: NameIndex
  ) -> CellRefusal {
    let nearest = index.nearest(to: text, in: .german).map { german in
      BilingualText(de: german, en: index.nearest(to: text, in: .english) ?? german)
    }
    let choices = { (language: Language) in
      index.entries.map { index.written($0.id, in: language) }.joined(separator: ", ")
    }
    let isShort = !index.entries.isEmpty && index.entries.count <= 8
    return .unknown(
      text, column, nearest: nearest,
      choices: isShort ? BilingualText(de: choices(.german), en: choices(.english)) : nil)
  }

  /// What is not known (`k. A.`) leaves the field as it is.
  private func one(
    _ text: String, _ column: ProjectColumn, _ index: NameIndex, _ set: (String) -> Void
  ) throws(CellRefusal) {
    if index.find(text) == .unknown, NotStated.isMeant(by: text) { return }
    set(try id(text, column, index))
  }

  private func several(
    _ text: String, _ column: ProjectColumn, _ index: NameIndex, _ set: ([String]) -> Void
  ) throws(CellRefusal) {
    if index.find(text) == .unknown, NotStated.isMeant(by: text) { return }
    set(try ids(text, column, index))
  }

  func ids(
    _ text: String, _ column: ProjectColumn, _ index: NameIndex
  ) throws(CellRefusal) -> [String] {
    var ids: [String] = []
    for item in ListText.items(of: text, isKnown: { index.find($0) != .unknown }) {
      let id = try id(item, column, index)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// A department, or the office of one, which then is its office as well.
  private func setDepartment(_ text: String, of project: inout Project) throws(CellRefusal) {
    if names.departments.find(text) == .unknown {
      if NotStated.isMeant(by: text) { return }
      if let home = names.office(named: text) {
        project.department = home.department
        if !columns.contains(.office) { project.office = home.office }
        return
      }
    }
    let department = try id(text, .department, names.departments)
    // An office does not move with a project to where there is none like it.
    if let office = project.office, names.offices(of: department).find(office) != .id(office) {
      project.office = nil
    }
    project.department = department
  }

  private func setOffice(_ text: String, of project: inout Project) throws(CellRefusal) {
    if project.department == nil, let home = names.office(named: text) {
      (project.department, project.office) = (home.department, home.office)
      return
    }
    guard let department = project.department else { throw .needs(.department, for: .office) }
    try one(text, .office, names.offices(of: department)) { project.office = $0 }
  }

  // MARK: Dates

  private func setPeriod(
    _ value: SheetValue, _ column: ProjectColumn, of project: inout Project
  ) throws(CellRefusal) {
    var period = project.period ?? Period()
    switch column {
    case .start: if let date = try date(value, .start) { period.start = date }
    case .end: if let date = try date(value, .end) { period.end = date }
    default:
      if case .date(let date) = value {
        period = Period(start: date, end: date)
      } else if let read = WrittenDate.period(value.text) {
        period = read
      } else if !NotStated.isMeant(by: value.text) {
        throw .notADate(value.text)
      }
    }
    project.period = period == Period() ? nil : period
  }

  private func date(
    _ value: SheetValue, _ edge: HandwrittenDate.Edge
  ) throws(CellRefusal) -> PartialDate? {
    if case .date(let date) = value { return date }
    let text = value.text
    if let date = WrittenDate.read(text, edge) { return date }
    let isOpen = edge == .end && WrittenDate.openEnds.contains(text.lowercased())
    guard isOpen || NotStated.isMeant(by: text) else { throw .notADate(text) }
    return nil
  }

  // MARK: Clearing

  private func clear(_ column: ProjectColumn, of project: inout Project) throws(CellRefusal) {
    switch column {
    case .id: break
    case .title, .department: throw .cannotBeCleared(column)
    case .summary: project.summary = nil
    case .office: project.office = nil
    case .strategy: project.strategy = nil
    case .themes: project.themes = []
    case .guideline: project.alignments.removeAll { $0.role == .primary }
    case .furtherGuidelines: project.alignments.removeAll { $0.role == .secondary }
    case .rationale:
      for place in project.alignments.indices where project.alignments[place].role == .primary {
        project.alignments[place].rationale = nil
      }
    case .status: project.status = nil
    case .start: project.period?.start = nil
    case .end: project.period?.end = nil
    case .period: project.period = nil
    case .budget: project.budget = nil
    case .currency: project.budget?.currency = "EUR"
    case .funding: project.budget?.funding = nil
    case .contact: project.contact = nil
    case .audience: project.audience = []
    case .partners: project.partners = []
    case .technologies: project.technologies = []
    case .provides: project.provides = []
    case .requires: project.requires = []
    case .visibility: project.visibility = nil
    case .label: project.visibility?.label = nil
    case .page: project.visibility?.page = nil
    case .notes: project.notes = []
    case .confirmed: project.confirmed = nil
    }
    if project.period == Period() { project.period = nil }
  }
}
