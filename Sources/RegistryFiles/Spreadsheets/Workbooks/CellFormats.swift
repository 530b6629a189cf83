import Portfolio

/// How the numbers of cells are shown, as far as it tells whether they are dates.
final class CellFormats: XMLHandler {
  private var codes: [Int: String] = [:]
  /// By the number that cells refer to.
  private var formats: [Int] = []
  private var isInCells = false
  private var shown: [Int: DateFormat?] = [:]

  private static let most = 100_000

  func start(_ element: XMLElement) throws(SpreadsheetFault) {
    if element.isNamed("numFmt"), let id = element.number("numFmtId"), codes.count < Self.most {
      codes[id] = element["formatCode"]
    } else if element.isNamed("cellXfs") {
      isInCells = true
    } else if isInCells, element.isNamed("xf"), formats.count < Self.most {
      formats.append(element.number("numFmtId") ?? 0)
    }
  }

  func end(_ element: XMLElement) throws(SpreadsheetFault) {
    if element.isNamed("cellXfs") { isInCells = false }
  }

  /// How a cell of the style shows a date; nil where it shows a number.
  func date(style: Int) -> DateFormat? {
    guard style >= 0, style < formats.count else { return nil }
    let id = formats[style]
    if let known = shown[id] { return known }
    let format = codes[id].map { DateFormat(code: $0) } ?? DateFormat(builtIn: id)
    shown[id] = .some(format)
    return format
  }
}

/// Which parts of a date a cell shows.
enum DateFormat {
  case year, month, day
  /// A time of day alone.
  case time

  /// The built-in formats (ECMA-376-1, 18.8.30 numFmt), those of East Asian languages included.
  init?(builtIn id: Int) {
    switch id {
    case 14...16, 22, 27...31, 36, 50...54, 56...58: self = .day
    case 17, 55: self = .month
    case 18...21, 32...35, 45...47: self = .time
    default: return nil
    }
  }

  /// A format code such as `dd.mm.yyyy`, `mmm yy` or `[$-407]mmmm yyyy`.
  init?(code: String) {
    let letters = Self.letters(of: code)
    let (hasYear, hasDay) = (letters.contains("y"), letters.contains("d"))
    let hasTime = letters.contains("h") || letters.contains("s")
    // `m` stands for minutes beside hours and seconds.
    let hasMonth = letters.contains("m") && (!hasTime || hasYear || hasDay)
    if hasDay {
      self = .day
    } else if hasMonth {
      self = .month
    } else if hasYear {
      self = .year
    } else if hasTime {
      self = .time
    } else {
      return nil
    }
  }

  /// The letters of the format's first section that stand for parts of a date or time: without
  /// what is quoted, escaped, or in brackets.
  private static func letters(of code: String) -> Set<Character> {
    if ["general", "standard", "@"].contains(code.lowercased()) { return [] }
    var letters: Set<Character> = []
    var rest = code.lowercased()[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        // `[h]` is a length of time.
        if let first = rest.first, "hs".contains(first) { letters.insert(first) }
        rest = rest.drop { $0 != "]" }.dropFirst()
      case ";": return letters
      default: letters.insert(character)
      }
    }
    return letters
  }

  /// The date that a cell's number stands for, as precisely as it is shown; nil for times, and
  /// outside the years 1900 to 9999.
  func date(of serial: Double, from1904: Bool) -> PartialDate? {
    guard self != .time, serial.isFinite, serial >= 1, serial < 3_000_000 else { return nil }
    let days = Int32(serial)
    // 1900 has a 29 February in Excel, as it had in Lotus 1-2-3; before, all days are one off.
    let epoch: Int32 = from1904 ? -24_107 : days < 60 ? -25_568 : -25_569
    if !from1904, days == 60 { return nil }
    let (year, month, day) = CalendarDay(daysSinceEpoch: days + epoch).components
    switch self {
    case .year: return PartialDate(year: year)
    case .month: return PartialDate(year: year, month: month)
    case .day, .time: return PartialDate(year: year, month: month, day: day)
    }
  }
}
