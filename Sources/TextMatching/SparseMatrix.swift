/// Rows of (column, value) in compressed form, columns ascending within a row.
struct SparseMatrix: Sendable {
  /// Where each row starts; one more than there are rows.
  var starts: [Int]
  var columns: [UInt32]
  var values: [Float]

  /// - Parameter starts: none but the first where there are no rows yet.
  init(starts: [Int] = [0], columns: [UInt32] = [], values: [Float] = []) {
    self.starts = starts
    self.columns = columns
    self.values = values
  }

  var rowCount: Int { starts.count - 1 }

  func row(_ index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  /// The arrays for loops that cannot afford to check bounds.
  struct Pointers {
    let starts: UnsafeBufferPointer<Int>
    let columns: UnsafeBufferPointer<UInt32>
    let values: UnsafeBufferPointer<Float>
  }

  func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
    starts.withUnsafeBufferPointer { starts in
      columns.withUnsafeBufferPointer { columns in
        values.withUnsafeBufferPointer { values in
          body(Pointers(starts: starts, columns: columns, values: values))
        }
      }
    }
  }

  /// The sum of the products of what two rows have in the same columns, in the columns' order.
  func product(_ left: Int, _ right: Int) -> Double {
    withPointers { rows in
      var (i, j) = (rows.starts[left], rows.starts[right])
      let (endI, endJ) = (rows.starts[left + 1], rows.starts[right + 1])
      var sum = 0.0
      while i < endI && j < endJ {
        let (a, b) = (rows.columns[i], rows.columns[j])
        if a == b { sum += Double(rows.values[i]) * Double(rows.values[j]) }
        if a <= b { i += 1 }
        if b <= a { j += 1 }
      }
      return sum
    }
  }

  /// Appends the rows of another matrix.
  ///
  /// - Parameter columns: the number here of each of its columns.
  mutating func append(_ other: SparseMatrix, columns numbers: [UInt32]) {
    let count = columns.count
    starts.append(contentsOf: other.starts.dropFirst().lazy.map { $0 + count })
    columns.append(contentsOf: other.columns.lazy.map { numbers[Int($0)] })
    values.append(contentsOf: other.values)
  }

  /// Appends the rows of another matrix, whose columns have the same numbers.
  mutating func append(_ other: SparseMatrix) {
    let count = columns.count
    starts.append(contentsOf: other.starts.dropFirst().lazy.map { $0 + count })
    columns.append(contentsOf: other.columns)
    values.append(contentsOf: other.values)
  }

  /// Rows and columns exchanged, by counting; the new rows' columns ascend.
  func transposed(columnCount: Int) -> SparseMatrix {
    var starts = Array(repeating: 0, count: columnCount + 1)
    for column in columns { starts[Int(column) + 1] += 1 }
    for index in 0..<columnCount { starts[index + 1] += starts[index] }
    var next = starts
    var result = SparseMatrix(
      starts: starts, columns: Array(repeating: 0, count: columns.count),
      values: Array(repeating: 0, count: values.count))
    // Without bounds checks: each entry has been counted above, and so has its place.
    next.withUnsafeMutableBufferPointer { next in
      result.columns.withUnsafeMutableBufferPointer { newColumns in
        result.values.withUnsafeMutableBufferPointer { newValues in
          forEachEntry { row, column, value in
            let place = next[column]
            next[column] = place + 1
            newColumns[place] = UInt32(row)
            newValues[place] = value
          }
        }
      }
    }
    return result
  }

  /// Calls `body` with each entry, row after row.
  @inline(__always)
  private func forEachEntry(_ body: (_ row: Int, _ column: Int, _ value: Float) -> Void) {
    columns.withUnsafeBufferPointer { columns in
      values.withUnsafeBufferPointer { values in
        for row in 0..<rowCount {
          for index in self.row(row) { body(row, Int(columns[index]), values[index]) }
        }
      }
    }
  }
}
