/// Where a record stands in its file.
public struct SourceLocation: Sendable, Hashable {
  /// Path relative to the registry's folder, e.g. `projects/kultur/onleihe.yaml`.
  public let file: String
  /// 1-based.
  public let line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
