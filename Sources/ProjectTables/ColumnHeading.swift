import Portfolio

/// Recognises what the headings of lists mean, in German and English, in many spellings.
enum ColumnHeading {
  /// What a heading stands for.
  struct Meaning: Hashable {
    var column: ProjectColumn
    /// What one unit of the column's numbers is in units of the currency: 1000 in "Kosten in T€".
    var unit: Int64 = 1
    /// Whether it is the column's very name, as opposed to one of many words for it.
    var isExact: Bool
  }

  static func meaning(of heading: String) -> Meaning? {
    let (words, unit) = amountUnit(of: heading)
    guard let column = column(of: words) else { return nil }
    guard column == .budget || unit == 1 else { return nil }
    return Meaning(column: column, unit: unit, isExact: exact[folded(heading)] == column)
  }

  /// The column that somebody most likely meant by a heading that is not recognised.
  static func suggestion(for heading: String) -> ProjectColumn? {
    let name = folded(heading)
    guard name.count >= 3, !isSequence(name), !isPersonal(name) else { return nil }
    if let nearest = NearestName.of(name, among: known.keys.sorted()) { return known[nearest] }
    // "Kosten 2024" begins with a word that is known.
    let start = known.keys.filter { $0.count >= 4 && name.hasPrefix($0 + "-") }
    return start.max { $0.count < $1.count }.flatMap { known[$0] }
  }

  /// A column by its name on the command line or in a file: the field's English name or any
  /// heading that is recognised.
  static func column(named name: String) -> ProjectColumn? {
    ProjectColumn.allCases.first { $0.rawValue.lowercased() == name.lowercased() }
      ?? known[folded(name)]
  }

  /// Whether a heading is that of running numbers.
  static func isSequence(_ folded: String) -> Bool {
    [
      "nr", "nummer", "lfd-nr", "lfdnr", "laufende-nummer", "lfd-nummer", "no", "number", "pos",
      "position", "zeile",
    ].contains(folded)
  }

  /// Whether a heading promises names of persons, which a registry does not keep.
  static func isPersonal(_ folded: String) -> Bool {
    [
      "ansprechpartner", "ansprechperson", "projektleit", "kontaktperson", "sachbearbeit",
      "bearbeiter",
      "verantwortliche-person", "telefon", "durchwahl", "project-manager", "contact-person",
      "phone",
    ]
    .contains { folded.hasPrefix($0) }
  }

  /// Lower case, umlauts spelt out, single hyphens for everything that is no letter or digit:
  /// `Lfd. Nr.` becomes `lfd-nr`.
  static func folded(_ heading: String) -> String {
    var folded = ""
    for character in heading.lowercased() {
      switch character {
      case "ä": folded += "ae"
      case "ö": folded += "oe"
      case "ü": folded += "ue"
      case "ß": folded += "ss"
      // Words broken at the end of a line.
      case "\u{AD}": break
      case _ where character.isLetter || character.isNumber: folded.append(character)
      default: if !folded.isEmpty, folded.last != "-" { folded.append("-") }
      }
    }
    while folded.last == "-" { folded.removeLast() }
    return folded
  }

  // MARK: Recognition

  private static func column(of heading: String) -> ProjectColumn? {
    let plain = withoutBrackets(heading)
    for text in [heading, plain] {
      let name = folded(text)
      if let column = known[name] ?? joined[name.replacing("-", with: "")] { return column }
    }
    // "Projektleitung / Amt": what is recognised of several names, where it is one thing.
    let parts = plain.split { "/,&|;\n".contains($0) }.flatMap { $0.split(separator: " und ") }
    let columns = Set(parts.compactMap { known[folded(String($0))] })
    if columns == [.start, .end] { return .period }
    return parts.count > 1 && columns.count == 1 ? columns.first : nil
  }

  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    return text.filter { character in
      if "([".contains(character) { depth += 1 }
      defer { if ")]".contains(character) { depth -= 1 } }
      return depth <= 0
    }
  }

  /// The heading without its unit of money, and the unit.
  private static func amountUnit(of heading: String) -> (String, Int64) {
    let units: [(Int64, [String])] = [
      (
        1_000_000,
        [
          "mio. euro", "mio. eur", "mio. €", "mio €", "mio. eur", "mio euro", "mio eur",
          "millionen euro", "millionen", "mio.", "mio", "m€",
        ]
      ),
      (
        1000,
        [
          "tausend euro", "tausend €", "tausend", "tsd. euro", "tsd. eur", "tsd. €", "tsd €",
          "tsd. ", "tsd.", "tsd", "teur", "t€", "t-euro", "t eur", "k€", "keur",
        ]
      ),
      (1, ["euro", "eur", "€"]),
    ]
    var text = heading.lowercased()
    for (unit, names) in units {
      for name in names {
        guard let range = text.firstRange(of: name), isWord(range, in: text) else { continue }
        text.removeSubrange(range)
        let rest = text.split { $0.isWhitespace || "()[],".contains($0) }
        let words = rest.last == "in" ? rest.dropLast() : rest[...]
        return (words.joined(separator: " "), unit)
      }
    }
    return (heading, 1)
  }

  /// Whether no letters are cut off before or behind.
  private static func isWord(_ range: Range<String.Index>, in text: String) -> Bool {
    let before = text[..<range.lowerBound].last
    let behind = text[range.upperBound...].first
    return before?.isLetter != true && behind?.isLetter != true
  }
}
