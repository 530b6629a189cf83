/// Reads a text document by document, and goes on behind a broken one.
struct DocumentStream: ~Copyable {
  private let source: ByteSource
  private let limits: ReadingLimits
  private var parser: EventParser
  /// Where `parser` began.
  private var start: (offset: Int, line: Int)
  private var hasEnded = false
  private(set) var tree = DocumentTree()
  private let keyStack = KeyStack()
  /// Where the last event ended, to point to when none follows.
  private var lastPlace = TextPlace(line: 1, column: 1)
  /// Where the document being read begins.
  private var documentPlace = TextPlace(line: 1, column: 1)
  /// How many documents came, broken ones included.
  private(set) var documents = 0

  /// How much of the text has been taken in.
  var bytesRead: Int { parser.bytesRead }

  init(_ source: ByteSource, limits: ReadingLimits) {
    self.source = source
    self.limits = limits
    start = (source.startsWithByteOrderMark ? 3 : 0, 1)
    parser = EventParser(
      source, from: start.offset, line: start.line, valueBytes: limits.valueBytes)
  }

  /// Reads the next document and lends it to `body`; nil when there is none left. A document that
  /// cannot be read is reported to `sink`, and skipped.
  mutating func withNextDocument<Result>(
    _ sink: DocumentSink, _ body: (DocumentView) -> Result
  ) -> Result? {
    while !hasEnded, !sink.isFull {
      switch build(sink) {
      case .document:
        return tree.withDocument(keyStack: keyStack, body)
      case .end:
        hasEnded = true
      case .fault(let fault):
        sink.report(fault)
        sink.noteGap(at: fault.place)
        hasEnded = !fault.allowsResuming || !resume(after: fault.place.line)
      }
    }
    return nil
  }

  /// Goes on at the next `---` behind the line of a fault.
  private mutating func resume(after line: Int) -> Bool {
    let first = max(line, start.line + 1)
    guard
      let next = source.documentStart(atOrAfter: first, from: start.offset, line: start.line)
    else { return false }
    start = next
    lastPlace = TextPlace(line: next.line, column: 1)
    parser = EventParser(
      source, from: next.offset, line: next.line, valueBytes: limits.valueBytes)
    return true
  }

  private enum Step {
    case document, end
    case fault(SyntaxFault)
  }

  /// Collects the values of the next document in `tree`.
  private mutating func build(_ sink: DocumentSink) -> Step {
    tree.removeAll()
    while true {
      do throws(EventParser.Failure) {
        try parser.advance()
      } catch {
        return .fault(syntaxFault())
      }
      if let step = take(parser.event, sink) { return step }
      if tree.nodes.count > limits.valuesPerDocument {
        return .fault(.tooManyValues(limits.valuesPerDocument, at: lastPlace))
      }
      if tree.text.count > limits.textBytesPerDocument {
        return .fault(.tooMuchText(limits.textBytesPerDocument, at: lastPlace))
      }
    }
  }

  /// Adds an event to the tree; nil where the document goes on.
  private mutating func take(_ event: borrowing Event, _ sink: DocumentSink) -> Step? {
    lastPlace = event.end
    switch event.kind {
    case .scalar:
      guard event.text.count <= limits.valueBytes else {
        return .fault(.valueTooLong(limits.valueBytes, at: event.place))
      }
      // A document without content is placed where it begins, not where the next one does.
      let isEmptyDocument = tree.nodes.isEmpty && event.text.isEmpty
      tree.addScalar(
        event, isPlain: checkTag(of: event, sink) != .text && event.isPlain,
        at: isEmptyDocument ? documentPlace : event.place)
    case .sequenceStart, .mappingStart:
      guard tree.depth < limits.depth else {
        return .fault(.tooDeep(limits.depth, at: event.place))
      }
      _ = checkTag(of: event, sink)
      tree.open(event.kind == .mappingStart ? .mapping : .sequence, event)
    case .sequenceEnd, .mappingEnd:
      tree.close()
    case .alias:
      sink.report(.alias(at: event.place))
      sink.noteGap(at: event.place)
      tree.addRefused(event)
    case .documentStart:
      documents += 1
      documentPlace = event.place
      if event.hasTagDirectives { sink.report(.directive(at: event.place)) }
    case .documentEnd:
      return .document
    case .streamEnd:
      return .end
    case .other:
      break
    }
    return nil
  }

  private enum Tag {
    case none, text, other
  }

  /// What the tag of a value asks for; tags that the registry does not know are reported.
  private func checkTag(of event: borrowing Event, _ sink: DocumentSink) -> Tag {
    guard let tag = event.tag else { return .none }
    switch (event.kind, tag) {
    case (.scalar, "!"), (.scalar, "tag:yaml.org,2002:str"): return .text
    case (.scalar, "tag:yaml.org,2002:int"), (.scalar, "tag:yaml.org,2002:float"),
      (.scalar, "tag:yaml.org,2002:bool"), (.scalar, "tag:yaml.org,2002:null"),
      (.scalar, "tag:yaml.org,2002:timestamp"),
      (.sequenceStart, "tag:yaml.org,2002:seq"), (.mappingStart, "tag:yaml.org,2002:map"),
      (.sequenceStart, "!"), (.mappingStart, "!"):
      return .other
    default:
      sink.report(.tag(tag, at: event.place))
      return .other
    }
  }

  private func syntaxFault() -> SyntaxFault {
    switch parser.inputState {
    case .exhausted: return .valueTooLong(limits.valueBytes, at: lastPlace)
    case .unreadable: return .unreadable(at: lastPlace)
    case .open: break
    }
    let fault = parser.fault
    guard fault.isReaderError else { return SyntaxFault(fault) }
    let place = source.place(
      of: start.offset + fault.offset, from: start.offset, line: start.line)
    return SyntaxFault(readerFault: fault, at: place, isUTF16: source.isUTF16)
  }
}
