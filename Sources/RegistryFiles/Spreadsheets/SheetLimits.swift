/// How much of a spreadsheet is read. A list of projects has a few hundred rows; what goes far
/// beyond is another file by mistake, or made to do harm.
public struct SheetLimits: Sendable, Hashable {
  /// Rows of one sheet in which something stands.
  public var rows = 100_000
  /// Cells of one sheet in which something stands.
  public var cells = 2_000_000
  /// Bytes of text in one cell; Excel allows 32,767 characters.
  public var cellBytes = 1 << 20
  /// Bytes of a file as it lies on the disk.
  public var fileBytes = 256 << 20
  /// Bytes that are unpacked from a workbook, all its parts together.
  public var unpackedBytes = 512 << 20
  /// Bytes that one packed byte may become, where a part is larger than a mebibyte. Sheets with
  /// much formatting come to about 100; deflate cannot do more than 1032
  /// (https://zlib.net/zlib_tech.html).
  public var ratio = 400
  /// Bytes of all texts of a workbook together.
  public var textBytes = 256 << 20
  /// Sheets of one workbook that are looked at.
  public var sheets = 100

  public init() {}
}
