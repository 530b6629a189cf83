extension String {
  /// Without white space at its ends, spaces that do not break included.
  public var trimmedForCell: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return self }
    var rest = unicodeScalars[...]
    while let scalar = rest.first, scalar.properties.isWhitespace { rest.removeFirst() }
    while let scalar = rest.last, scalar.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
