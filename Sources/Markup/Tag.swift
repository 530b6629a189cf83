/// An element with its attributes and its content.
///
/// - Parameters:
///   - name: the element's name in HTML or SVG.
///   - attributes: those that are nil are left out.
///   - content: elements and texts; texts are escaped.
public func tag(
  _ name: StaticString, _ attributes: Attribute?..., @MarkupBuilder content: () -> Markup
) -> Markup {
  var source = "<\(name)"
  source.append(attributes)
  source += ">"
  source += content().source
  source += "</\(name)>"
  return Markup(source: source)
}

/// An element without content. In HTML only for void elements (`meta`, `br` …); in SVG for any.
public func tag(_ name: StaticString, _ attributes: Attribute?...) -> Markup {
  var source = "<\(name)"
  source.append(attributes)
  source += "/>"
  return Markup(source: source)
}

extension String {
  fileprivate mutating func append(_ attributes: [Attribute?]) {
    for case let attribute? in attributes {
      self += " \(attribute.name)=\""
      appendEscaped(attribute.value)
      self += "\""
    }
  }
}
