internal import CYAML

/// One of libyaml's events, lent while it is looked at.
struct Event: ~Copyable {
  enum Kind {
    case documentStart, documentEnd, streamEnd
    case scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd, alias
    case other
  }

  private let event: UnsafePointer<yaml_event_t>
  private let linesBefore: Int

  init(event: UnsafePointer<yaml_event_t>, linesBefore: Int) {
    self.event = event
    self.linesBefore = linesBefore
  }

  var kind: Kind {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: .scalar
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT: .mappingEnd
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_STREAM_END_EVENT: .streamEnd
    case YAML_ALIAS_EVENT: .alias
    default: .other
    }
  }

  /// 1-based.
  var line: Int { Int(event.pointee.start_mark.line) + 1 + linesBefore }
  /// 1-based.
  var column: Int { Int(event.pointee.start_mark.column) + 1 }

  var place: TextPlace { TextPlace(line: line, column: column) }

  /// Where the event ends.
  var end: TextPlace {
    TextPlace(
      line: Int(event.pointee.end_mark.line) + 1 + linesBefore,
      column: Int(event.pointee.end_mark.column) + 1)
  }

  /// A scalar's text, in UTF-8.
  var text: UnsafeBufferPointer<UInt8> {
    let scalar = event.pointee.data.scalar
    return UnsafeBufferPointer(start: scalar.value, count: scalar.length)
  }

  /// Whether a scalar stands without quotation marks and is no block of text.
  var isPlain: Bool { event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

  /// The tag, where one is written.
  var tag: String? {
    // Each kind has a union member of its own; reading another's would read other bytes.
    let tag =
      switch event.pointee.type {
      case YAML_SCALAR_EVENT: event.pointee.data.scalar.tag
      case YAML_SEQUENCE_START_EVENT: event.pointee.data.sequence_start.tag
      case YAML_MAPPING_START_EVENT: event.pointee.data.mapping_start.tag
      default: nil as UnsafeMutablePointer<UInt8>?
      }
    return tag.map { String(cString: $0) }
  }

  /// Whether the document brings `%TAG` directives.
  var hasTagDirectives: Bool {
    let directives = event.pointee.data.document_start.tag_directives
    return directives.start != directives.end
  }
}
