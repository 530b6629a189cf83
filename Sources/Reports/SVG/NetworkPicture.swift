internal import Findings
internal import Markup

/// The departments on a circle, and lines between those whose projects are connected or should be.
///
/// A circle needs no program for layouts and puts a department in the same place every time, so
/// that two reports can be compared.
struct NetworkPicture {
  private static let smallestRadius = 170.0
  private static let fontSize = 13.0
  private static let lineHeight = 17.0
  /// Names are broken so that they leave room for the circle.
  private static let charactersPerLine = 30

  private let connections: [DepartmentNetwork.Connection]
  private let names: [String]
  private let label: String
  /// The departments that are drawn, in order around the circle.
  private let departments: [Int]
  private let placeOfDepartment: [Int: Int]
  private let radius: Double
  private let size: (width: Double, height: Double)

  /// - Parameters:
  ///   - names: of all departments, by index.
  ///   - label: what the picture is called for those who do not see it.
  init(_ network: DepartmentNetwork, names: [String], label: String) {
    connections = network.connections
    self.names = names
    self.label = label
    departments = Set(connections.flatMap { [$0.first, $0.second] }).sorted()
    placeOfDepartment = Dictionary(
      uniqueKeysWithValues: departments.enumerated().map { ($1, $0) })
    // Room for names of two lines beside each other on either side.
    let onOneSide = Double((departments.count + 1) / 2)
    radius = max(Self.smallestRadius, onOneSide * (2 * Self.lineHeight + 4) / 2)
    let side = TextExtent.width(characters: Self.charactersPerLine, fontSize: Self.fontSize) + 24
    size = (2 * (radius + side), 2 * radius + 80)
  }

  func render() -> Markup {
    tag(
      "svg", .class("picture"), Attribute("role", "img"), Attribute("aria-label", label),
      Attribute("viewBox", "0 0 \(Int(size.width)) \(Int(size.height))"),
      Attribute("width", Double(Int(size.width))), Attribute("height", Double(Int(size.height)))
    ) {
      connections.filter { $0.links.isEmpty }.map(line)
      connections.filter { !$0.links.isEmpty }.map(line)
      departments.indices.map(node)
    }
  }

  /// A curve that bends towards the middle, so that lines do not run along the names.
  private func line(_ connection: DepartmentNetwork.Connection) -> Markup {
    guard let first = placeOfDepartment[connection.first],
      let second = placeOfDepartment[connection.second]
    else { return .empty }
    let (start, end) = (point(first, at: radius), point(second, at: radius))
    let path =
      "M\(Int(start.x)) \(Int(start.y))Q\(Int(size.width / 2)) \(Int(size.height / 2)) "
      + "\(Int(end.x)) \(Int(end.y))"
    let count = connection.links.count
    return tag(
      "path", .class(count > 0 ? "link" : "wanted"), Attribute("d", path),
      Attribute("stroke-width", count > 0 ? min(1 + 1.5 * Double(count), 10) : 1.5)
    ) {
      tag("title") { "\(names[connection.first]) – \(names[connection.second])" }
    }
  }

  private func node(_ place: Int) -> Markup {
    let dot = point(place, at: radius)
    let label = point(place, at: radius + 12)
    let lines = wrap(names[departments[place]], width: Self.charactersPerLine)
    let isOnTheRight = dot.x > size.width / 2 - 1
    let top = label.y + 4 - Self.lineHeight * Double(lines.count - 1) / 2
    return tag("g") {
      tag(
        "circle", .class("node"), Attribute("cx", dot.x), Attribute("cy", dot.y),
        Attribute("r", 5))
      lines.enumerated().map { index, line in
        tag(
          "text", Attribute("x", label.x), Attribute("y", top + Self.lineHeight * Double(index)),
          Attribute("text-anchor", isOnTheRight ? "start" : "end")
        ) { line }
      }
    }
  }

  /// Places are spread evenly by height on either side and not by angle, so that names do not
  /// touch: the first half goes down on the right, the second up on the left.
  private func point(_ place: Int, at radius: Double) -> (x: Double, y: Double) {
    let onTheRight = (departments.count + 1) / 2
    let isOnTheRight = place < onTheRight
    let count = isOnTheRight ? onTheRight : departments.count - onTheRight
    let index = isOnTheRight ? place : departments.count - 1 - place
    let height = 2 * (Double(index) + 0.5) / Double(count) - 1
    let width = (1 - height * height).squareRoot()
    return (
      size.width / 2 + (isOnTheRight ? 1 : -1) * (width * radius + (radius - radius)),
      size.height / 2 + height * radius
    )
  }
}
