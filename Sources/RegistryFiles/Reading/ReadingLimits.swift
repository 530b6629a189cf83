/// How much the reader takes in before it refuses, so that no file can exhaust the machine.
public struct ReadingLimits: Sendable, Hashable {
  /// Largest file, in bytes; known before a byte is read.
  public var fileBytes: Int
  /// Deepest nesting of lists and mappings in a document.
  public var depth: Int
  /// Longest stretch of a file without a complete value, in bytes, i.e. the longest single text.
  public var valueBytes: Int
  /// Most values (keys included) in one document.
  public var valuesPerDocument: Int
  /// Most text in one document, in bytes.
  public var textBytesPerDocument: Int
  /// Faults reported for one file; the rest is summed up in one line.
  public var diagnosticsPerFile: Int
  /// Faults reported in all; the rest is summed up in one line.
  public var diagnostics: Int

  public init(
    fileBytes: Int = 64 << 20, depth: Int = 32, valueBytes: Int = 1 << 20,
    valuesPerDocument: Int = 2_000_000, textBytesPerDocument: Int = 32 << 20,
    diagnosticsPerFile: Int = 1000, diagnostics: Int = 10_000
  ) {
    self.fileBytes = fileBytes
    self.depth = depth
    self.valueBytes = valueBytes
    self.valuesPerDocument = valuesPerDocument
    self.textBytesPerDocument = textBytesPerDocument
    self.diagnosticsPerFile = diagnosticsPerFile
    self.diagnostics = diagnostics
  }
}
