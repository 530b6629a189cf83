/// Rows of (column, value) in compressed form, columns ascending within a row.
struct SparseMatrix: Sendable {
  /// Where each row starts; one more than there are rows.
  var starts: [Int]
  var columns: [UInt32]
  var values: [Float]

  var rowCount: Int { starts.count - 1 }

  func row(_ index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  /// Rows and columns exchanged, by counting; the new rows' columns ascend.
  func transposed(columnCount: Int) -> SparseMatrix {
    var starts = Array(repeating: 0, count: columnCount + 1)
    for column in columns { starts[Int(column) + 1] += 1 }
    for index in 0..<columnCount { starts[index + 1] += starts[index] }
    var next = starts
    var result = SparseMatrix(
      starts: starts, columns: Array(repeating: 0, count: columns.count),
      values: Array(repeating: 0, count: values.count))
    for row in 0..<rowCount {
      for index in self.row(row) {
        let column = Int(columns[index])
        result.columns[next[column]] = UInt32(row)
        result.values[next[column]] = values[index]
        next[column] += 1
      }
    }
    return result
  }
}
