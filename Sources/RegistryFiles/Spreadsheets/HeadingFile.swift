/// A file that says what the headings of somebody's lists mean, so that it need not be said with
/// every import:
///
///     columns:
///     - {heading: Projektleitung / Amt, field: department}
///     - {heading: Bemerkung, field: ignore}
public struct HeadingFile: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let heading: String
    public let field: String
    /// 1-based line in the file.
    public let line: Int

    public init(heading: String, field: String, line: Int = 0) {
      self.heading = heading
      self.field = field
      self.line = line
    }
  }

  public let entries: [Entry]
  public let diagnostics: [Diagnostic]

  public init(entries: [Entry]) { self.init(entries: entries, diagnostics: []) }

  private init(entries: [Entry], diagnostics: [Diagnostic]) {
    self.entries = entries
    self.diagnostics = diagnostics
  }

  /// Reads the file at `path`.
  public init(path: String) {
    switch SheetFile.read(path, limit: ReadingLimits().fileBytes) {
    case .success(let bytes): self.init(bytes, name: path)
    case .failure(let failure):
      let reason = if case .unreadable(let reason) = failure { reason } else { "> 64 MiB" }
      self.init(
        entries: [],
        diagnostics: [SpreadsheetFault.unreadable(reason: reason).diagnostic(file: path)])
    }
  }

  public init(_ bytes: [UInt8], name: String) {
    let limits = ReadingLimits()
    let sink = DocumentSink(file: name, limit: limits.diagnosticsPerFile)
    var read: [Entry] = []
    bytes.withUnsafeBytes { bytes in
      var stream = DocumentStream(ByteSource(bytes), limits: limits)
      let entries: [Entry]? = stream.withNextDocument(sink) { document in
        var fields = FieldReader(0, of: document, sink: sink)
        let entries = fields.list("columns") { fields -> Entry? in
          let heading = fields.text("heading", isRequired: true)
          let field = fields.text("field", isRequired: true)
          guard let heading, let field else { return nil }
          return Entry(heading: heading, field: field, line: fields.line)
        }
        fields.finish()
        return entries
      }
      read = entries ?? []
    }
    self.init(entries: read, diagnostics: sink.takeDiagnostics())
  }

  /// The UTF-8 text of the file.
  ///
  /// - Throws: `WritingError`
  public func bytes() throws -> [UInt8] {
    let emitter = try YAMLEmitter(
      header: Array("# What the headings of lists mean: dach import --mapping\n".utf8))
    try emitter.beginMapping(.block)
    try emitter.key("columns")
    try emitter.beginSequence(.block)
    for entry in entries {
      try emitter.beginMapping(.flow)
      try emitter.key("heading")
      try emitter.text(entry.heading)
      try emitter.key("field")
      try emitter.text(entry.field)
      try emitter.endMapping(.flow)
    }
    try emitter.endSequence(.block)
    try emitter.endMapping(.block)
    try emitter.finish()
    return emitter.output
  }
}
