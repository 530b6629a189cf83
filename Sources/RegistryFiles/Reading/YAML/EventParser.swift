internal import CYAML

/// Owns libyaml's parser while one stretch of a file is read.
///
/// `yaml_parser_t` keeps pointers into itself and is handed to a callback, so it lives at one
/// address from `yaml_parser_initialize` to `yaml_parser_delete` and is never copied.
struct EventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutablePointer<ParserInput>
  /// The event read last; libyaml frees what it points to in `yaml_event_delete`.
  private let current: UnsafeMutablePointer<yaml_event_t>
  /// Lines before the stretch.
  private let linesBefore: Int

  /// - Parameters:
  ///   - offset: where to begin; the beginning of line `line`.
  ///   - valueBytes: how many bytes may pass without an event.
  init(_ source: ByteSource, from offset: Int, line: Int, valueBytes: Int) {
    parser = .allocate(capacity: 1)
    current = .allocate(capacity: 1)
    current.initialize(to: yaml_event_t())
    input = .allocate(capacity: 1)
    input.initialize(
      to: ParserInput(
        source: source, position: offset, allowance: valueBytes, left: valueBytes, state: .open))
    linesBefore = line - 1
    // "Returns 1 if the function succeeded, 0 on error"; the only error is want of memory, in
    // which Swift's own allocations end the process as well.
    precondition(yaml_parser_initialize(parser) == 1, "out of memory")
    // Without this libyaml would guess UTF-16 from a byte order mark.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // "The handler should write no more than size bytes to the buffer. The number of written
    // bytes should be set to the size_read variable. … On success, the handler should return 1.
    // … On EOF, the handler should set size_read to 0 and return 1." (yaml.h)
    yaml_parser_set_input(
      parser,
      { input, buffer, size, sizeRead in
        guard let input, let buffer, let sizeRead else { return 0 }
        return input.assumingMemoryBound(to: ParserInput.self).pointee
          .fill(UnsafeMutableRawBufferPointer(start: buffer, count: size), &sizeRead.pointee)
          ? 1 : 0
      }, input)
  }

  deinit {
    yaml_event_delete(current)
    yaml_parser_delete(parser)
    parser.deallocate()
    current.deallocate()
    input.deallocate()
  }

  /// What `advance` gives where the text is broken; `fault` says how.
  enum Failure: Error { case broken }

  /// Reads the next event.
  func advance() throws(Failure) {
    // "The caller is responsible for freeing any buffers associated with the produced event
    // object using the yaml_event_delete() function." (yaml.h) It leaves the event zeroed, and
    // does nothing to a zeroed one.
    yaml_event_delete(current)
    guard yaml_parser_parse(parser, current) == 1 else { throw .broken }
    input.pointee.left = input.pointee.allowance
  }

  /// The event read last; valid until the next `advance`.
  var event: Event { Event(event: current, linesBefore: linesBefore) }

  /// How far the input has been read.
  var bytesRead: Int { input.pointee.position }

  /// Why the input ended early, if it did.
  var inputState: ParserInput.State { input.pointee.state }

  /// libyaml's account of what is wrong. Its strings are constants of the library.
  var fault: ParserFault {
    let parser = parser.pointee
    let atTab = parser.buffer.pointer != nil && parser.buffer.pointer.pointee == UInt8(ascii: "\t")
    return ParserFault(
      isReaderError: parser.error == YAML_READER_ERROR,
      problem: parser.problem.map { String(cString: $0) } ?? "",
      offset: parser.problem_offset,
      place: place(of: parser.problem_mark),
      context: parser.context.map { String(cString: $0) },
      contextPlace: parser.context == nil ? nil : place(of: parser.context_mark),
      character: parser.unread > 0 && parser.buffer.pointer != nil && !atTab
        ? Character(UnicodeScalar(parser.buffer.pointer.pointee)) : "\t",
      isAtTab: atTab)
  }

  private func place(of mark: yaml_mark_t) -> TextPlace {
    TextPlace(line: Int(mark.line) + 1 + linesBefore, column: Int(mark.column) + 1)
  }
}

/// Where libyaml gets its bytes from.
struct ParserInput {
  enum State {
    case open
    /// Too many bytes without a complete value.
    case exhausted
    case unreadable
  }

  let source: ByteSource
  var position: Int
  let allowance: Int
  /// How many bytes may still be read before the next event.
  var left: Int
  var state: State

  mutating func fill(_ buffer: UnsafeMutableRawBufferPointer, _ length: inout Int) -> Bool {
    guard left > 0 else {
      state = .exhausted
      return false
    }
    let read = source.read(into: buffer, at: position)
    guard read >= 0 else {
      state = .unreadable
      return false
    }
    length = read
    position += read
    left -= read
    return true
  }
}

/// An error of libyaml.
struct ParserFault {
  /// The bytes are no text, as opposed to the text being no YAML.
  let isReaderError: Bool
  let problem: String
  /// For reader errors: the byte's offset from where the parser began.
  let offset: Int
  let place: TextPlace
  let context: String?
  /// Where the thing began that turned out broken.
  let contextPlace: TextPlace?
  /// The ASCII character at which it stopped.
  let character: Character?
  let isAtTab: Bool
}
