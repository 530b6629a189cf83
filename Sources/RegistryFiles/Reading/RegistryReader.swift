public import Portfolio

/// Reads the files of a registry.
///
///     let reader = RegistryReader(paths: ["registry"])
///     let diagnostics = try reader.read { record in try importer.add(record) }
///
/// Files are read in the order of their kinds (departments and strategy first), and by path
/// within a kind. Records come in exactly this order, whatever the number of threads.
public struct RegistryReader: Sendable {
  /// Folders and single files.
  public let paths: [String]
  public let limits: ReadingLimits
  /// What is registered already and may be referred to.
  public let known: KnownIDs
  /// How many files are decoded at the same time; with 1, everything happens on the caller's
  /// thread.
  public let threads: Int

  public init(
    paths: [String], limits: ReadingLimits = ReadingLimits(), known: KnownIDs = KnownIDs(),
    threads: Int = Processors.active
  ) {
    self.paths = paths
    self.limits = limits
    self.known = known
    self.threads = threads
  }

  /// Reads everything, and hands each record on as soon as it is read, with its references
  /// resolved: departments by id, second claimants of an id under an id of their own.
  ///
  /// Blocks the calling thread, so call it off the cooperative pool; `onRecord` and `progress` are
  /// called on it. Records with errors are left out, so with any error in the result the records
  /// are incomplete, and must not be stored.
  ///
  /// - Returns: All faults, ordered by file, line and column.
  /// - Throws: What `onRecord` throws; reading then ends.
  public func read<Failure: Error>(
    progress: (ReadingProgress) -> Void = { _ in },
    onRecord: (RegistryRecord) throws(Failure) -> Void
  ) throws(Failure) -> [Diagnostic] {
    let listing = FileListing(paths)
    var current = ReadingProgress(
      filesRead: 0, files: listing.files.count, bytesRead: 0,
      bytes: listing.files.reduce(0) { $0 + $1.size }, records: 0)
    var check = ReferenceCheck(known: known, limit: limits.diagnostics)
    var collected = DiagnosticCollection(limit: limits.diagnostics)
    collected.add(listing.diagnostics)
    let pipeline = FilePipeline(files: listing.files, limits: limits, threads: threads)
    try pipeline.run { (batch) throws(Failure) in
      collected.add(batch.diagnostics)
      for item in batch.records {
        guard let record = check.admit(item, file: batch.file) else { continue }
        current.records += 1
        try onRecord(record)
      }
      if let place = batch.gap {
        check.admit(ReadingGap(file: batch.file, kind: batch.kind, place: place))
      }
      current.bytesRead += batch.bytes
      current.filesRead += batch.isLast ? 1 : 0
      progress(current)
    }
    collected.add(check.finish())
    for gap in check.gaps.values { collected.addHint(of: gap) }
    return collected.sorted()
  }

  /// Reads everything into memory.
  public func loadPortfolio() -> (portfolio: Portfolio, diagnostics: [Diagnostic]) {
    var portfolio = Portfolio()
    let diagnostics = read { portfolio.add($0) }
    return (portfolio, diagnostics)
  }

  /// Reads the documents of one text, e.g. what a form or an editor holds, without looking at
  /// references to other documents.
  ///
  /// - Parameter file: what to call it in diagnostics and locations.
  public static func read(
    _ text: String, as kind: DocumentKind, file: String, limits: ReadingLimits = ReadingLimits()
  ) -> (records: [RegistryRecord], diagnostics: [Diagnostic]) {
    read(Array(text.utf8), as: kind, file: file, limits: limits)
  }

  /// The same for bytes, which need not be valid UTF-8.
  public static func read(
    _ bytes: [UInt8], as kind: DocumentKind, file: String,
    limits: ReadingLimits = ReadingLimits()
  ) -> (records: [RegistryRecord], diagnostics: [Diagnostic]) {
    let sink = DocumentSink(file: file, limit: limits.diagnosticsPerFile)
    guard bytes.count <= limits.fileBytes else {
      sink.reportTooLarge(bytes.count, limit: limits.fileBytes)
      return ([], sink.takeDiagnostics())
    }
    var records: [RegistryRecord] = []
    var diagnostics: [Diagnostic] = []
    bytes.withUnsafeBytes { bytes in
      FileReading(limits: limits)
        .read(ByteSource(bytes), as: kind, size: bytes.count, sink: sink) { batch in
          records += batch.records.compactMap { $0.isFaulty ? nil : $0.record }
          diagnostics += batch.diagnostics
          return true
        }
    }
    return (records, diagnostics.sorted(by: Diagnostic.precedes))
  }
}
