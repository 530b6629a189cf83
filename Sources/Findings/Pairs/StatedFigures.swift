internal import Portfolio
internal import TextMatching

/// The numbers that projects state in title and summary (`430 Ladepunkte`, `1,1 km`): departments
/// word things differently, but they count the same things.
///
/// Years say nothing here, since the period is compared by itself; nor do single digits, nor
/// numbers that belong to a code (`65plus`).
struct StatedFigures: Sendable {
  /// The numbers of each project, ascending.
  private let ofProject: CompressedRows<Int>
  /// How many projects of the whole registry state each number.
  private let frequencies: [Int]
  /// The number of projects of the whole registry.
  private let count: Int

  /// - Parameter surroundings: the whole registry, where the projects are some of its and a draft.
  init(_ projects: [Project], in surroundings: DraftSurroundings? = nil) {
    var numbers: [UInt64: Int] = [:]
    var frequencies: [Int] = []
    var entries: [CompressedRows<Int>.Entry] = []
    for (index, project) in projects.enumerated() {
      var own: Set<Int> = []
      for key in Self.keys(of: project).sorted() {
        let number = numbers[key] ?? frequencies.count
        if number == frequencies.count {
          numbers[key] = number
          frequencies.append(0)
        }
        if own.insert(number).inserted { frequencies[number] += 1 }
      }
      entries += own.sorted().map { .init(index, $0) }
    }
    ofProject = CompressedRows(rows: projects.count, entries: entries)
    if let surroundings {
      for (key, number) in numbers { frequencies[number] = surroundings.frequency(ofFigure: key) }
    }
    self.frequencies = frequencies
    count = surroundings?.count ?? projects.count
  }

  /// A key for each number that a project states.
  static func keys(of project: Project) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for text in [project.title, project.summary ?? ""] {
      StatedFigure.forEach(in: text) { keys.insert($0) }
    }
    return keys
  }

  /// How telling the numbers are that both state: 0 where none is shared, 1 where nobody else
  /// states one of them, on the scale of the inverse frequency's logarithm.
  func specificity(_ pair: ProjectPair) -> Double {
    let count = Double(count)
    let other = ofProject[pair.second]
    let shared = ofProject[pair.first].filter(other.contains)
    guard count > 2, let fewest = shared.map({ frequencies[$0] }).min() else { return 0 }
    return logarithm(count / Double(max(fewest, 2))) / logarithm(count / 2)
  }
}

/// Finds numbers in a text.
enum StatedFigure {
  /// Calls `body` with a key for each number: the same however its thousands are set apart, and
  /// for decimal point and comma.
  static func forEach(in text: String, _ body: (UInt64) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        guard isDigit(bytes[index]) else {
          index += 1
          continue
        }
        let start = index
        index = end(of: start, in: bytes)
        let belongsToCode =
          (start > 0 && isLetter(bytes[start - 1]))
          || (index < bytes.count && isLetter(bytes[index]))
        if !belongsToCode, let key = key(of: bytes[start..<index]) { body(key) }
      }
    }
  }

  /// Where the number ends: points and commas belong to it where a digit follows.
  private static func end(of start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index < bytes.count {
      let isInside =
        isSign(bytes[index]) && index + 1 < bytes.count && isDigit(bytes[index + 1])
      guard isDigit(bytes[index]) || isInside else { break }
      index += 1
    }
    return index
  }

  /// Nil for single digits and years.
  private static func key(of number: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    let groups = number.split(whereSeparator: isSign)
    let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard number.count > 1 else { return nil }
    if groups.count == 1, number.count == 4 {
      let year = number.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      if (1900...2099).contains(year) { return nil }
    }
    var key: UInt64 = 1
    for (place, group) in groups.enumerated() {
      if place > 0, !isGrouped { key = key &* 11 &+ 10 }
      for digit in group { key = key &* 11 &+ UInt64(digit - UInt8(ascii: "0")) }
    }
    return key
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  /// Letters of ASCII, and the lead byte of Latin-1's.
  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || byte == 0xC3
  }
}
