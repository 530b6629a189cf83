/// Texts as rows of their words' numbers, ascending; a word that stands twice in a text stands
/// twice in its row.
struct TextRows: Sendable {
  /// Where each row starts; one more than there are rows.
  private(set) var starts: [Int] = [0]
  private(set) var words: [UInt32] = []

  var count: Int { starts.count - 1 }

  func row(_ number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

  mutating func append(_ row: some Collection<UInt32>) {
    words.append(contentsOf: row)
    starts.append(words.count)
  }

  mutating func reserve(rows: Int, words count: Int) {
    starts.reserveCapacity(rows + 1)
    words.reserveCapacity(count)
  }
}

/// For each number of one kind those of another kind that go with it, ascending: the texts that
/// have a word, the words that have a feature.
struct NumberLists: Sendable {
  private(set) var starts: [Int]
  private(set) var numbers: [UInt32]

  init() {
    starts = [0]
    numbers = []
  }

  /// - Parameters:
  ///   - count: how many lists; `forEach` gives no number from there on.
  ///   - forEach: gives all entries, those of a list in order; asked twice.
  init(count: Int, _ forEach: ((_ list: UInt32, _ number: UInt32) -> Void) -> Void) {
    var starts = Array(repeating: 0, count: count + 1)
    starts.withUnsafeMutableBufferPointer { starts in
      forEach { list, _ in starts[Int(list) + 1] += 1 }
    }
    for list in 0..<count { starts[list + 1] += starts[list] }
    var next = starts
    numbers = Array(unsafeUninitializedCapacity: starts[count]) { numbers, filled in
      next.withUnsafeMutableBufferPointer { next in
        // Every place is filled: the same entries have been counted above.
        forEach { list, number in
          numbers[next[Int(list)]] = number
          next[Int(list)] += 1
        }
      }
      filled = starts[count]
    }
    self.starts = starts
  }

  var count: Int { starts.count - 1 }

  func list(_ number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }
}
