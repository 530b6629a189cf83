internal import Portfolio
internal import RegistryFiles

/// Finds the heading of a list below whatever titles and remarks stand above it.
struct HeaderSearch {
  private let sheet: Sheet
  private let mapping: ColumnMapping

  /// So many rows with content are looked at; a cover above a list is shorter.
  private static let rowsSearched = 40
  /// Longer texts are no headings.
  private static let longestHeading = 200

  init(_ sheet: Sheet, mapping: ColumnMapping) {
    self.sheet = sheet
    self.mapping = mapping
  }

  /// A row, or two on top of each other, read as a heading.
  private struct Candidate {
    var place: Int
    var height: Int
    var headings: [(index: Int, text: String)]
    var score: Int
    /// Whether it names what a row is about.
    var names: Bool
  }

  /// - Throws: `HeaderFault`
  func header() throws(HeaderFault) -> (header: TableHeader, firstRow: Int) {
    guard !sheet.rows.isEmpty else { throw .empty }
    var best: Candidate?
    for place in sheet.rows.indices.prefix(Self.rowsSearched) {
      for candidate in [single(place), double(place)].compactMap({ $0 }) {
        guard let found = best else {
          best = candidate
          continue
        }
        if (candidate.names ? 1 : 0, candidate.score) > (found.names ? 1 : 0, found.score) {
          best = candidate
        }
      }
    }
    guard let best, best.names else {
      let row = best.map { sheet.rows[$0.place].number } ?? sheet.rows[0].number
      throw .missing(headings: best?.headings.map(\.text) ?? [], row: row)
    }
    let rows = sheet.rows[best.place].number...sheet.rows[best.place + best.height - 1].number
    return (
      TableHeader(rows: rows, columns: try uses(best.headings)), best.place + best.height
    )
  }

  // MARK: Candidates

  private func single(_ place: Int) -> Candidate? {
    let row = sheet.rows[place]
    guard !row.isHeadline else { return nil }
    return candidate(
      place, 1, row.cells.compactMap { cell in text(cell).map { (cell.column, $0) } })
  }

  /// The row as groups of headings, the one below as the headings themselves.
  private func double(_ place: Int) -> Candidate? {
    guard place + 1 < sheet.rows.count else { return nil }
    let (upper, lower) = (sheet.rows[place], sheet.rows[place + 1])
    guard !upper.isHeadline, !lower.isHeadline, lower.number - upper.number <= 1 else { return nil }
    let width = max(upper.cells.last?.column ?? 0, lower.cells.last?.column ?? 0)
    guard width < 1000 else { return nil }
    var headings: [(Int, String)] = []
    var group = ""
    for column in 0...width {
      let above = upper[column].flatMap { text(SheetCell(column: column, value: $0)) }
      let below = lower[column].flatMap { text(SheetCell(column: column, value: $0)) }
      if let above { group = above }
      switch (above, below) {
      case (nil, nil): group = ""
      case (let above?, nil): headings.append((column, above))
      case (let above?, let below?) where above == below: headings.append((column, above))
      case (_, let below?):
        let joined = group.isEmpty ? below : group + " " + below
        headings.append((column, chosen(joined, below)))
      }
    }
    return candidate(place, 2, headings)
  }

  /// The headings of a group are joined with it only where that says more.
  private func chosen(_ joined: String, _ heading: String) -> String {
    if isKnown(joined) { return joined }
    return isKnown(heading) ? heading : joined
  }

  private func text(_ cell: SheetCell) -> String? {
    guard case .text(let text) = cell.value, text.utf8.count <= Self.longestHeading else {
      return nil
    }
    return text.split { $0.isNewline || $0 == " " }.joined(separator: " ")
  }

  private func isKnown(_ heading: String) -> Bool {
    mapping[heading] != nil || ColumnHeading.meaning(of: heading) != nil
  }

  private func candidate(
    _ place: Int, _ height: Int, _ headings: [(index: Int, text: String)]
  ) -> Candidate? {
    var columns: Set<ProjectColumn> = []
    var told = 0
    for (_, heading) in headings {
      switch mapping[heading] {
      case .column(let column):
        columns.insert(column)
        told += 1
      case .ignore: told += 1
      case nil:
        if let meaning = ColumnHeading.meaning(of: heading) { columns.insert(meaning.column) }
      }
    }
    guard !headings.isEmpty else { return nil }
    // A title alone may be any word in a cell; in a list with a single column it is enough.
    let names =
      (columns.contains(.title) || columns.contains(.id))
      && (columns.count >= 2 || headings.count == 1 || told > 0)
    return Candidate(
      place: place, height: height, headings: headings, score: columns.count * 2 + told,
      names: names)
  }

  // MARK: Uses

  private func uses(
    _ headings: [(index: Int, text: String)]
  ) throws(HeaderFault) -> [TableHeader.Column] {
    var uses: [Int: TableHeader.Use] = [:]
    var taken: [ProjectColumn: Int] = [:]
    for (index, heading) in headings {
      guard let target = mapping[heading] else { continue }
      switch target {
      case .ignore: uses[index] = .ignored(.asTold)
      case .column(let column):
        let told = headings.filter { mapping[$0.text] == .column(column) }
        guard told.count == 1 else { throw ambiguous(column, told) }
        uses[index] = .column(column, unit: ColumnHeading.meaning(of: heading)?.unit ?? 1)
        taken[column] = index
      }
    }
    var meant: [ProjectColumn: [(index: Int, text: String, meaning: ColumnHeading.Meaning)]] = [:]
    for (index, heading) in headings where uses[index] == nil {
      guard let meaning = ColumnHeading.meaning(of: heading) else { continue }
      meant[meaning.column, default: []].append((index, heading, meaning))
    }
    for (column, places) in meant {
      if taken[column] == nil {
        let exact = places.filter(\.meaning.isExact)
        guard places.count == 1 || exact.count == 1 else {
          throw ambiguous(column, places.map { ($0.index, $0.text) })
        }
        let place = exact.first ?? places[0]
        taken[column] = place.index
        uses[place.index] = .column(column, unit: place.meaning.unit)
      }
      for place in places where uses[place.index] == nil {
        let other = CellAddress.letters(of: taken[column] ?? 0)
        uses[place.index] = .ignored(.covered(by: other))
      }
    }
    // "Amt" alone says who is in charge, and may name departments as well.
    if taken[.department] == nil, let index = taken[.office], told(headings, .office) == nil {
      uses[index] = .column(.department, unit: 1)
    }
    return headings.map { index, heading in
      TableHeader.Column(
        index: index, heading: heading, use: uses[index] ?? .ignored(Self.reason(heading)))
    }
  }

  /// Where somebody has said that a heading stands for the column.
  private func told(_ headings: [(index: Int, text: String)], _ column: ProjectColumn) -> Int? {
    headings.first { mapping[$0.text] == .column(column) }?.index
  }

  private func ambiguous(
    _ column: ProjectColumn, _ places: [(index: Int, text: String)]
  ) -> HeaderFault {
    .ambiguous(
      column,
      places.map {
        TableHeader.Column(index: $0.index, heading: $0.text, use: .column(column, unit: 1))
      })
  }

  private static func reason(_ heading: String) -> TableHeader.Reason {
    let name = ColumnHeading.folded(heading)
    if ColumnHeading.isSequence(name) { return .sequence }
    if ColumnHeading.isPersonal(name) { return .personal }
    return .unknown(suggestion: ColumnHeading.suggestion(for: heading))
  }
}
