public import Portfolio

/// Reads the files of a registry.
///
/// Files are read in the order of their kinds (departments and strategy first), and by path
/// within a kind. Records come in exactly this order, whatever the number of threads.
public struct RegistryReader: Sendable {
  /// Folders and single files.
  public let paths: [String]
  public let limits: ReadingLimits
  /// What is registered already and may be referred to.
  public let known: KnownIDs
  /// How many files are decoded at the same time.
  public let threads: Int

  public init(
    paths: [String], limits: ReadingLimits = ReadingLimits(), known: KnownIDs = KnownIDs(),
    threads: Int = 2
  ) {
    self.paths = paths
    self.limits = limits
    self.known = known
    self.threads = threads
  }

  /// Reads everything, and hands each record on as soon as it is read, with its references
  /// resolved: departments by id, second claimants of an id under an id of their own.
  ///
  /// Blocks the calling thread; `onRecord` and `progress` are called on it. Records of documents
  /// with errors are left out, so after any error in the result the records are incomplete, and
  /// must not be stored.
  ///
  /// - Returns: All faults, ordered by file, line and column.
  /// - Throws: What `onRecord` throws; reading then ends.
  public func read<Failure: Error>(
    progress: (ReadingProgress) -> Void = { _ in },
    onRecord: (RegistryRecord) throws(Failure) -> Void
  ) throws(Failure) -> [Diagnostic] {
    []
  }

  /// Reads everything into memory.
  public func loadPortfolio() -> (portfolio: Portfolio, diagnostics: [Diagnostic]) {
    var portfolio = Portfolio()
    let diagnostics = read { portfolio.add($0) }
    return (portfolio, diagnostics)
  }

  /// Reads the documents of one text, e.g. what an editor holds, without looking at references
  /// to other files.
  public static func read(
    _ text: String, as kind: DocumentKind, file: String, limits: ReadingLimits = ReadingLimits()
  ) -> (records: [RegistryRecord], diagnostics: [Diagnostic]) {
    ([], [])
  }
}
