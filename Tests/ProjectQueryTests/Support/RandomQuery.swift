import TestSupport

@testable import ProjectQuery

/// Queries of any shape, by the ways in which a reader could build them.
struct RandomQuery {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func query() -> Query {
    Query(
      chance(10) ? nil : expression(depth: 4),
      sort: (0..<(chance(3) ? Int.random(in: 1...3, using: &random) : 0)).map { _ in
        SortKey(one(SortKey.Column.allCases), descending: Bool.random(using: &random))
      })
  }

  mutating func expression(depth: Int) -> QueryExpression {
    switch Int.random(in: 0..<(depth == 0 ? 2 : 5), using: &random) {
    case 0: .text(Located(text()))
    case 1: .comparison(comparison())
    case 2:
      .all((0..<Int.random(in: 1...4, using: &random)).map { _ in expression(depth: depth - 1) })
    case 3:
      .any((0..<Int.random(in: 1...4, using: &random)).map { _ in expression(depth: depth - 1) })
    default: .not(expression(depth: depth - 1))
    }
  }

  private mutating func text() -> QueryText {
    let text = nasty()
    return Lexer.isBareWord(text) && Bool.random(using: &random)
      ? QueryText(bare: text) : .phrase(text)
  }

  private mutating func comparison() -> Comparison {
    let field = one(QueryField.allCases)
    let comparators = field.isOrdered ? Comparator.allCases : [.matches, .differs]
    let comparator = one(comparators)
    let count = comparator.isOrder ? 1 : Int.random(in: 1...3, using: &random)
    return Comparison(
      Located(field), comparator,
      (0..<count).map { _ in Located(value(field, isOrder: comparator.isOrder)) })
  }

  private mutating func value(_ field: QueryField, isOrder: Bool) -> QueryValue {
    if isOrder { return .term(nasty()) }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .none
    case 1: return .any
    case 2 where field.isOrdered:
      let from = Bool.random(using: &random) ? nasty() : nil
      return .range(from: from, through: from == nil || Bool.random(using: &random) ? nasty() : nil)
    default: return .term(nasty())
    }
  }

  /// Words, and everything that could be mistaken for something else.
  private mutating func nasty() -> String {
    let known = [
      "Park", "E-Akte", "and", "ODER", "nicht", "none", "keine", "any", "sort", "theme:x", "a..b",
      ".", "..", "-", "--", "-5", "*", "Park*", "", " ", "\"", "\\", "„x“", "…", "2027-01",
      "heute-6m", "(", ")", ",", "!=", "!", "a!", "&", "|", "\u{301}e", "🏙️", "Straße", "'; DROP",
      "\n", "<=", "„", "100.000",
    ]
    if !chance(3) { return one(known) }
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let limit: UInt32 = one([0x7F, 0x2FF, 0x2FFF, 0x10FFFF])
      text.append(Unicode.Scalar(UInt32.random(in: 1...limit, using: &random)) ?? "ß")
    }
    return String(text)
  }

  mutating func garbage() -> String {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in
      chance(4) ? one(QueryField.allCases).rawValue + one([":", ">=", "!="]) : nasty()
    }.joined(separator: one(["", " ", " ", "("]))
  }

  private mutating func chance(_ outOf: Int) -> Bool {
    Int.random(in: 0..<outOf, using: &random) == 0
  }

  mutating func one<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}
