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

  private func ids(
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

  // MARK: Guidelines

  /// The first is the main one. More than one may stand here where there is no column for
  /// further ones.
  private func setGuideline(_ text: String, of project: inout Project) throws(CellRefusal) {
    if names.guidelines.find(text) == .unknown, NotStated.isMeant(by: text) { return }
    let ids = try ids(text, .guideline, names.guidelines)
    guard let main = ids.first else { return }
    guard ids.count == 1 || !columns.contains(.furtherGuidelines) else {
      throw CellRefusal(
        de: "Hier steht eine Leitlinie; weitere gehören in „Weitere Leitlinien“.",
        en: "One guideline stands here; further ones belong in 'Further guidelines'.")
    }
    setMain(main, of: &project)
    if !columns.contains(.furtherGuidelines), ids.count > 1 {
      setSecondary(Array(ids.dropFirst()), of: &project)
    }
  }

  private func setMain(_ guideline: String, of project: inout Project) {
    guard project.primaryAlignment?.guideline != guideline else { return }
    var main =
      project.alignments.first { $0.guideline == guideline }
      ?? Alignment(
        guideline: guideline, role: .primary, revision: names.revision(of: guideline))
    main.role = .primary
    project.alignments.removeAll { $0.role == .primary || $0.guideline == guideline }
    project.alignments.insert(main, at: 0)
  }

  private func setSecondary(_ guidelines: [String], of project: inout Project) {
    let former = project.alignments
    project.alignments.removeAll { $0.role == .secondary }
    project.alignments += guidelines.map { guideline in
      former.first { $0.guideline == guideline && $0.role == .secondary }
        ?? Alignment(
          guideline: guideline, role: .secondary, revision: names.revision(of: guideline))
    }
  }

  private func setFurtherGuidelines(
    _ text: String, of project: inout Project
  ) throws(CellRefusal) {
    if names.guidelines.find(text) == .unknown, NotStated.isMeant(by: text) { return }
    let ids = try ids(text, .furtherGuidelines, names.guidelines)
    if let main = project.primaryAlignment?.guideline, ids.contains(main) {
      throw CellRefusal(
        de: "„\(names.guidelines.written(main, in: .german))“ steht schon unter „Leitlinie“.",
        en: "'\(names.guidelines.written(main, in: .english))' stands under 'Guideline' already.")
    }
    setSecondary(ids, of: &project)
  }

  private func setRationale(_ text: String, of project: inout Project) throws(CellRefusal) {
    guard let place = project.alignments.firstIndex(where: { $0.role == .primary }) else {
      throw .needs(.guideline, for: .rationale)
    }
    project.alignments[place].rationale = text
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

  // MARK: Money

  private func setAmount(
    _ value: SheetValue, unit: Int64, of project: inout Project
  ) throws(CellRefusal) {
    guard let cents = try cents(value, unit: unit) else { return }
    project.budget = Budget(
      cents: cents, currency: project.budget?.currency ?? "EUR", funding: project.budget?.funding)
  }

  private func cents(_ value: SheetValue, unit: Int64) throws(CellRefusal) -> Int64? {
    if case .number(let number) = value {
      let cents = (number * 100 * Double(unit)).rounded()
      guard cents >= 0, let exact = Int64(exactly: cents) else { throw .notAnAmount(value.text) }
      return exact
    }
    let text = value.text
    if NotStated.isMeant(by: text) { return nil }
    guard let cents = HandwrittenAmount.cents(Self.withoutCirca(text)) else {
      throw .notAnAmount(text)
    }
    // "2 Mio." in a column of thousands says its unit itself.
    let hasOwnUnit = Self.withoutCirca(text).lowercased().replacing("eur", with: "")
      .replacing("o", with: "").contains(where: \.isLetter)
    let (scaled, overflows) = cents.multipliedReportingOverflow(by: hasOwnUnit ? 1 : unit)
    guard !overflows else { throw .notAnAmount(text) }
    return scaled
  }

  /// Budgets are estimates, whether the cell says so or not.
  private static func withoutCirca(_ text: String) -> String {
    let lowered = text.lowercased()
    let circa = ["ca.", "ca ", "circa ", "rd.", "rund ", "etwa ", "approx. "]
    guard let word = circa.first(where: lowered.hasPrefix) else { return text }
    return String(text.dropFirst(word.count))
  }

  private func setCurrency(_ text: String, of project: inout Project) throws(CellRefusal) {
    guard project.budget != nil else { throw .needs(.budget, for: .currency) }
    let code = ["€", "euro"].contains(text.lowercased()) ? "EUR" : text.uppercased()
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw .notACurrency(text)
    }
    project.budget?.currency = code
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

/// What lists write where nothing is known yet; in columns of free text it is a text like others.
enum NotStated {
  static func isMeant(by text: String) -> Bool {
    words.contains(text.lowercased().filter { $0.isLetter || $0 == "?" || $0 == "/" })
  }

  private static let words: Set = [
    "ka", "keineangabe", "keineangaben", "nn", "na", "n/a", "tbd", "offen", "unbekannt",
    "nochoffen",
    "?", "??", "???", "unklar", "nochunklar", "unknown", "wirdergänzt", "folgt",
  ]
}
