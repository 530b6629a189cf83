import Glibc
import Portfolio

/// Some records of one file, with the faults found beside them.
struct ReadBatch: Sendable {
  var file: String
  var kind: DocumentKind
  var records: [ReadRecord] = []
  var diagnostics: [Diagnostic] = []
  /// Bytes of the file that count as read with this batch.
  var bytes = 0
  /// Whether the file ends here.
  var isLast = false
  /// Where ids may be given that could not be read.
  var gap: TextPlace?
}

/// Reads one file, and hands its records on a few hundred at a time.
struct FileReading {
  /// Large enough that handing over costs nothing, small enough that little is in memory.
  private static let batchSize = 256
  /// In bytes.
  private static let smallFile = 1 << 16

  let limits: ReadingLimits

  /// Opens and reads `file` until `deliver` returns false.
  func read(_ file: RegistryFile, deliver: (ReadBatch) -> Bool) {
    let sink = DocumentSink(file: file.name, limit: limits.diagnosticsPerFile)
    // Without `O_NONBLOCK`, opening a pipe that nobody writes to would wait for ever.
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      sink.reportUnreadable(SystemError.text)
      return finish(sink, file, deliver: deliver)
    }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor), status.isFile else {
      sink.reportUnreadable("no ordinary file")
      return finish(sink, file, deliver: deliver)
    }
    guard status.size <= limits.fileBytes else {
      sink.reportTooLarge(status.size, limit: limits.fileBytes)
      return finish(sink, file, deliver: deliver)
    }
    let source = ByteSource(descriptor: descriptor, count: status.size)
    guard let contents = contents(of: source) else {
      return read(source, as: file.kind, size: file.size, sink: sink, deliver: deliver)
    }
    contents.withUnsafeBytes {
      read(ByteSource($0), as: file.kind, size: file.size, sink: sink, deliver: deliver)
    }
  }

  /// A small file at once, which saves calls to the system; nil for a larger one, and where
  /// reading fails, which is reported where the text is needed.
  private func contents(of source: ByteSource) -> [UInt8]? {
    guard source.count <= Self.smallFile else { return nil }
    var length = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: source.count) { buffer, count in
      length = source.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
      count = max(length, 0)
    }
    return length == source.count ? bytes : nil
  }

  /// Reads the documents of `source`.
  func read(
    _ source: ByteSource, as kind: DocumentKind, size: Int, sink: DocumentSink,
    deliver: (ReadBatch) -> Bool
  ) {
    var stream = DocumentStream(source, limits: limits)
    var batch = ReadBatch(file: sink.file, kind: kind)
    var counted = 0
    while !sink.isFull {
      let records = stream.withNextDocument(sink) { kind.records(of: $0, sink: sink) }
      guard let records else { break }
      batch.records.append(contentsOf: records)
      if batch.records.count >= Self.batchSize {
        batch.diagnostics = sink.takeDiagnostics()
        batch.bytes = min(stream.bytesRead, size) - counted
        counted += batch.bytes
        guard deliver(batch) else { return }
        batch = ReadBatch(file: sink.file, kind: kind)
      }
    }
    if stream.documents == 0, sink.faults == 0 { sink.reportEmptyFile() }
    if sink.isFull { sink.reportFull() }
    batch.diagnostics = sink.takeDiagnostics()
    batch.bytes = size - counted
    batch.isLast = true
    batch.gap = sink.gap
    _ = deliver(batch)
  }

  private func finish(
    _ sink: DocumentSink, _ file: RegistryFile, deliver: (ReadBatch) -> Bool
  ) {
    _ = deliver(
      ReadBatch(
        file: file.name, kind: file.kind, diagnostics: sink.takeDiagnostics(), bytes: file.size,
        isLast: true, gap: sink.gap))
  }
}
