internal import CYAML

/// libyaml's emitter, owned: one stream with one document, collected in memory.
///
/// The structure lives on the heap because libyaml keeps pointers into it between calls.
final class YAMLEmitter {
  enum Style {
    case block, flow
  }

  /// Lines are folded at the first blank after this column.
  static let width: Int32 = 100

  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private(set) var output: [UInt8] = []
  private var flowDepth = 0

  /// Whether the next value stands inside `{…}` or `[…]`.
  var isInFlow: Bool { flowDepth > 0 }

  /// Starts the stream and its document.
  ///
  /// - Parameter header: bytes that go before the document, such as a comment line.
  init(header: [UInt8] = []) throws {
    let memory = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
    guard yaml_emitter_initialize(memory) == 1 else {
      memory.deallocate()
      throw WritingError.emitter("out of memory")
    }
    emitter = memory
    output = header
    yaml_emitter_set_encoding(emitter, YAML_UTF8_ENCODING)
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_width(emitter, Self.width)
    yaml_emitter_set_indent(emitter, 2)
    yaml_emitter_set_break(emitter, YAML_LN_BREAK)
    // Unretained: the emitter calls back only from calls made through this object.
    yaml_emitter_set_output(
      emitter,
      { target, bytes, count in
        guard let target, let bytes else { return 0 }
        Unmanaged<YAMLEmitter>.fromOpaque(target).takeUnretainedValue()
          .output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        return 1
      }, Unmanaged.passUnretained(self).toOpaque())
    try emit { yaml_stream_start_event_initialize(&$0, YAML_UTF8_ENCODING) }
    try emit { yaml_document_start_event_initialize(&$0, nil, nil, nil, 1) }
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
  }

  /// Ends document and stream; all bytes are in `output` afterwards.
  func finish() throws {
    try emit { yaml_document_end_event_initialize(&$0, 1) }
    try emit { yaml_stream_end_event_initialize(&$0) }
  }

  func beginMapping(_ style: Style) throws {
    if style == .flow { flowDepth += 1 }
    let yamlStyle = style == .flow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
    try emit { yaml_mapping_start_event_initialize(&$0, nil, nil, 1, yamlStyle) }
  }

  func endMapping(_ style: Style) throws {
    if style == .flow { flowDepth -= 1 }
    try emit { yaml_mapping_end_event_initialize(&$0) }
  }

  func beginSequence(_ style: Style) throws {
    if style == .flow { flowDepth += 1 }
    let yamlStyle = style == .flow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
    try emit { yaml_sequence_start_event_initialize(&$0, nil, nil, 1, yamlStyle) }
  }

  func endSequence(_ style: Style) throws {
    if style == .flow { flowDepth -= 1 }
    try emit { yaml_sequence_end_event_initialize(&$0) }
  }

  /// A key of our own: always plain.
  func key(_ name: StaticString) throws {
    try scalar(
      UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount),
      YAML_PLAIN_SCALAR_STYLE)
  }

  /// A number, date or fixed word, which stays as it is.
  func plain(_ value: String) throws {
    try scalar(value, isQuoted: false)
  }

  /// A text, quoted where any reader could take it for something else.
  func text(_ value: String) throws {
    var value = value
    let inFlow = isInFlow
    let isQuoted = value.withUTF8 { PlainScalar.needsQuotes($0, inFlow: inFlow) }
    try scalar(value, isQuoted: isQuoted)
  }

  private func scalar(_ value: String, isQuoted: Bool) throws {
    var value = value
    let style = isQuoted ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE
    try value.withUTF8 { bytes in try scalar(bytes, style) }
  }

  private func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ style: yaml_scalar_style_t
  ) throws {
    try emit {
      yaml_scalar_event_initialize(
        &$0, nil, nil, bytes.baseAddress, Int32(bytes.count), 1, 1, style)
    }
  }

  /// "The emitter takes the responsibility for the event object and destroys its content after
  /// it is emitted. The event object is destroyed even if the function fails." (yaml.h)
  private func emit(_ prepare: (inout yaml_event_t) -> Int32) throws {
    var event = yaml_event_t()
    guard prepare(&event) == 1 else { throw WritingError.emitter("out of memory") }
    guard yaml_emitter_emit(emitter, &event) == 1 else {
      throw WritingError.emitter(
        emitter.pointee.problem.map { String(cString: $0) } ?? "unknown problem")
    }
  }
}
