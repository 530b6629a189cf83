/// An attribute of an element. Its value is escaped.
public struct Attribute: Sendable, Hashable {
  let name: String
  let value: String

  public init(_ name: StaticString, _ value: String) {
    self.name = name.description
    self.value = value
  }

  public init(_ name: StaticString, _ number: Int) { self.init(name, String(number)) }

  /// A length or coordinate of a drawing, to a tenth of its unit.
  public init(_ name: StaticString, _ number: Double) {
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    self.init(name, rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)")
  }

  public static func `class`(_ names: String) -> Attribute { Attribute("class", names) }

  public static func id(_ id: String) -> Attribute { Attribute("id", id) }

  /// The target of a link. Nil for anything but the web, electronic mail, and places in the same
  /// document, so that no data can bring in a `javascript:` link.
  public static func link(to target: String) -> Attribute? {
    let scheme = target.prefix { $0 != ":" }.lowercased()
    guard target.hasPrefix("#") || ["https", "http", "mailto"].contains(scheme) else { return nil }
    return Attribute("href", target)
  }
}
