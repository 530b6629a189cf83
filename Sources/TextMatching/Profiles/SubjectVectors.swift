/// What texts deal with, as vectors of subject fields of unit length.
///
/// A field weighs `ln(1 + f) · ln((n + 16) / (d + 2))`: f its weighted count in the text, n the
/// number of texts, d how many deal with it; the constants keep a handful of texts from deciding.
struct SubjectVectors: Sendable {
  /// A row for each text; as many columns as there are fields.
  let rows: SparseMatrix
  let fieldCount: Int

  /// Fewer texts than this are not worth a thread of their own.
  private static let smallestPortion = 256

  /// - Parameter text: the parts of each text, by number; asked on several threads.
  init(_ count: Int, _ text: @Sendable (Int) -> [WeightedText]) {
    let fieldCount = SubjectVocabulary.german.names.count
    let portions = max(min(Concurrency.processorCount, count / Self.smallestPortion), 1)
    let counted = Concurrency.map(0..<portions) { portion in
      Self.counted((count * portion / portions)..<(count * (portion + 1) / portions), text)
    }
    var rows = counted[0]
    let columns = (0..<UInt32(fieldCount)).map { $0 }
    for portion in counted.dropFirst() { rows.append(portion, columns: columns) }
    var frequencies = [Int](repeating: 0, count: fieldCount)
    for column in rows.columns { frequencies[Int(column)] += 1 }
    let rarity = frequencies.map {
      Float(logarithm(Double(count + 16) / Double($0 + 2)))
    }
    for row in 0..<rows.rowCount { Self.weigh(&rows, row, by: rarity) }
    self.rows = rows
    self.fieldCount = fieldCount
  }

  /// The cosine of two texts' subject fields, 0…1.
  func similarity(_ left: Int, _ right: Int) -> Double {
    let (one, other) = (rows.row(left), rows.row(right))
    var (i, j) = (one.lowerBound, other.lowerBound)
    var sum = 0.0
    while i < one.upperBound && j < other.upperBound {
      let (a, b) = (rows.columns[i], rows.columns[j])
      if a == b { sum += Double(rows.values[i]) * Double(rows.values[j]) }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return min(sum, 1)
  }

  private static func counted(
    _ texts: Range<Int>, _ text: (Int) -> [WeightedText]
  ) -> SparseMatrix {
    var counter = SubjectCounter()
    var counts = [Float](repeating: 0, count: counter.vocabulary.names.count)
    var rows = SparseMatrix()
    for number in texts {
      for part in text(number) { counter.count(part, into: &counts) }
      for field in counts.indices where counts[field] > 0 {
        rows.columns.append(UInt32(field))
        rows.values.append(counts[field])
        counts[field] = 0
      }
      rows.starts.append(rows.columns.count)
    }
    return rows
  }

  private static func weigh(_ rows: inout SparseMatrix, _ row: Int, by rarity: [Float]) {
    var squares: Float = 0
    for index in rows.row(row) {
      let value =
        Float(logarithm(1 + Double(rows.values[index])))
        * rarity[Int(rows.columns[index])]
      rows.values[index] = value
      squares += value * value
    }
    guard squares > 0 else { return }
    let factor = 1 / squares.squareRoot()
    for index in rows.row(row) { rows.values[index] *= factor }
  }
}

/// The subject fields of a profile (a guideline, a theme): those its words name, and with less
/// weight their neighbours, as a theme that names traffic means parking, too.
struct ProfileSubjects {
  /// How much a field weighs that only its area's fields speak for, against the strongest of them.
  static let shareOfNeighbours: Float = 0.3

  /// Of unit length, a place for each field; all 0 where no word is known.
  let weights: [Float]

  init(_ texts: [WeightedText], counter: inout SubjectCounter) {
    let areas = counter.vocabulary.areas
    var counts = [Float](repeating: 0, count: areas.count)
    for part in texts { counter.count(part, into: &counts) }
    let named = counts.map { Float(logarithm(1 + Double($0))) }
    var strongest = [Float](repeating: 0, count: (areas.max() ?? 0) + 1)
    for (field, weight) in named.enumerated() {
      strongest[areas[field]] = max(strongest[areas[field]], weight)
    }
    let all = named.indices.map { max(named[$0], Self.shareOfNeighbours * strongest[areas[$0]]) }
    let length = all.reduce(0) { $0 + $1 * $1 }.squareRoot()
    weights = length > 0 ? all.map { $0 / length } : all
  }
}
