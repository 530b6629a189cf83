import Portfolio

/// Reads the values of one mapping by their keys, and reports whatever is wrong with them.
///
/// Decoders ask for keys in the canonical order, in which most files have them, so that a key is
/// usually found where the last one ended. What nobody asked for is an unknown key; `finish`
/// reports it.
struct FieldReader: ~Copyable {
  let document: DocumentView
  let sink: DocumentSink
  /// The mapping's own node.
  let node: Int
  /// Where the entry after the one found last begins.
  private var cursor: Int
  private let first: Int
  private let end: Int
  /// Where this mapping's keys begin in the document's stack of keys.
  private let keyBase: Int
  private var keyCount = 0
  /// The node of the value found last, to report what is wrong with it as a whole.
  private(set) var valueAskedLast: Int?

  /// - Parameter keyBase: how many keys the mappings around this one were asked for.
  init(_ node: Int, of document: DocumentView, sink: DocumentSink, keyBase: Int = 0) {
    self.document = document
    self.sink = sink
    self.node = node
    self.keyBase = keyBase
    first = node + 1
    cursor = first
    end = document.end(of: node)
  }

  /// The line where the mapping's first key stands.
  var line: Int { Int(document.nodes[node].line) }

  var location: SourceLocation { SourceLocation(file: sink.file, line: line) }

  /// The value of `key`, or nil where it is missing or not given.
  mutating func value(_ key: StaticString, isRequired: Bool) -> Int? {
    document.keyStack[keyBase + keyCount] = key
    keyCount += 1
    valueAskedLast = nil
    guard let found = find(key) else {
      if isRequired { reportMissing(key, at: node) }
      return nil
    }
    document.nodes[found].isTaken = true
    let value = document.end(of: found)
    cursor = document.end(of: value)
    if document.isNull(value) {
      if isRequired { reportMissing(key, at: found) }
      return nil
    }
    valueAskedLast = value
    // What was refused has been reported.
    return document.nodes[value].kind == .refused ? nil : value
  }

  private func find(_ key: StaticString) -> Int? {
    var index = cursor
    while index < end {
      if matches(index, key) { return index }
      index = next(index)
    }
    index = first
    while index < cursor {
      if matches(index, key) { return index }
      index = next(index)
    }
    return nil
  }

  /// The entry after the one whose key is at `index`.
  @inline(__always)
  private func next(_ index: Int) -> Int {
    document.end(of: document.end(of: index))
  }

  @inline(__always)
  private func matches(_ index: Int, _ key: StaticString) -> Bool {
    let node = document.nodes[index]
    guard node.kind == .scalar, Int(node.extent) == key.utf8CodeUnitCount, !node.isTaken
    else { return false }
    return document.bytes(of: index, equal: key)
  }

  /// The reader of a mapping inside this one, or nil after reporting that it is none.
  func nested(_ value: Int) -> FieldReader? {
    guard document.nodes[value].kind == .mapping else {
      if document.nodes[value].kind != .refused { reportForm(.mapping, at: value) }
      return nil
    }
    return FieldReader(value, of: document, sink: sink, keyBase: keyBase + keyCount)
  }

  /// Reports the keys that nobody asked for. Call it when all are read.
  consuming func finish() {
    var index = first
    while index < end, !sink.isFull {
      if !document.nodes[index].isTaken { reportSurplus(index) }
      index = next(index)
    }
  }

  private func reportSurplus(_ index: Int) {
    let value = document.end(of: index)
    if document.nodes[value].kind != .scalar { sink.noteGap(at: document.nodes[index]) }
    guard document.nodes[index].kind == .scalar else {
      return sink.report(.complexKey, at: document.nodes[index])
    }
    let known = (0..<keyCount).map { "\(document.keyStack[keyBase + $0])" }
    let key = document.string(of: index)
    if key == "<<", document.nodes[index].isPlain {
      sink.report(.mergeKey, at: document.nodes[index])
    } else if known.contains(key) {
      sink.report(.duplicateKey(key, firstLine: lineOfFirst(key)), at: document.nodes[index])
    } else {
      sink.report(.unknownKey(key, known: known), at: document.nodes[index])
    }
  }

  private func lineOfFirst(_ key: String) -> Int {
    var index = first
    while index < end {
      if document.nodes[index].isTaken, document.string(of: index) == key {
        return Int(document.nodes[index].line)
      }
      index = next(index)
    }
    return line
  }
}
