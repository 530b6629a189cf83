internal import CZip
import Glibc

/// The parts of a workbook, which is a ZIP archive; read in memory with libzip, nothing is ever
/// unpacked to a file, so names in the archive lead nowhere.
final class ZipArchive {
  private let archive: OpaquePointer
  private let limits: SheetLimits
  /// Bytes unpacked so far, as they came and not as the archive's headers claim.
  private var unpacked = 0

  private static let chunkBytes = 1 << 16
  /// Small parts may shrink to next to nothing.
  private static let unsuspicious = 1 << 20

  /// - Throws: `SpreadsheetFault.damaged` where the bytes are no archive.
  init(_ bytes: [UInt8], limits: SheetLimits) throws(SpreadsheetFault) {
    self.limits = limits
    // libzip takes memory of malloc, and frees it with the archive.
    guard let memory = malloc(max(1, bytes.count)) else { throw .damaged(part: nil) }
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { memcpy(memory, base, source.count) }
    }
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(memory, zip_uint64_t(bytes.count), 1, &error)
    else {
      free(memory)
      throw .damaged(part: nil)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw .damaged(part: nil)
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  func contains(_ part: String) -> Bool { index(of: part) != nil }

  private func index(of part: String) -> zip_uint64_t? {
    let index = zip_name_locate(archive, part, zip_flags_t(ZIP_FL_NOCASE))
    return index < 0 ? nil : zip_uint64_t(index)
  }

  /// Unpacks a part piece by piece.
  ///
  /// - Throws: `SpreadsheetFault` where it cannot be unpacked, or beyond a limit, and what `body`
  ///   throws.
  func read(
    _ part: String, _ body: (UnsafeRawBufferPointer) throws(SpreadsheetFault) -> Void
  ) throws(SpreadsheetFault) {
    var status = zip_stat_t()
    guard let index = index(of: part), zip_stat_index(archive, index, 0, &status) == 0 else {
      throw .damaged(part: part)
    }
    if status.encryption_method != 0 { throw .encrypted }
    guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged(part: part) }
    defer { zip_fclose(file) }
    let largest = max(
      Self.unsuspicious, Int(clamping: status.comp_size).multipliedOrMost(by: limits.ratio))
    var size = 0
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.chunkBytes, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = zip_fread(file, chunk.baseAddress, zip_uint64_t(chunk.count))
      guard count >= 0 else { throw .damaged(part: part) }
      if count == 0 { return }
      size += Int(count)
      unpacked += Int(count)
      guard unpacked <= limits.unpackedBytes else {
        throw .unpacksTooLarge(limit: limits.unpackedBytes)
      }
      guard size <= largest else { throw .suspiciousRatio(part: part, limit: limits.ratio) }
      try body(UnsafeRawBufferPointer(rebasing: chunk[..<Int(count)]))
    }
  }
}

extension Int {
  fileprivate func multipliedOrMost(by factor: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: factor)
    return overflows ? .max : product
  }
}
