#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of one registry file, read piece by piece, so that a large file takes no memory.
///
/// Borrows the file descriptor or the memory: whoever made it keeps both alive while it is used.
struct ByteSource {
  private enum Storage {
    case file(descriptor: Int32)
    case memory(UnsafeRawBufferPointer)
  }

  private let storage: Storage
  /// The length when it was opened; bytes appended since are not read.
  let count: Int

  init(descriptor: Int32, count: Int) {
    storage = .file(descriptor: descriptor)
    self.count = count
  }

  init(_ memory: UnsafeRawBufferPointer) {
    storage = .memory(memory)
    count = memory.count
  }

  /// Copies bytes from `offset` on into `buffer`.
  ///
  /// - Returns: How many; 0 at the end, and -1 where the file could not be read.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    let wanted = min(buffer.count, count - offset)
    guard wanted > 0 else { return 0 }
    switch storage {
    case .memory(let memory):
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[offset..<offset + wanted]))
      return wanted
    case .file(let descriptor):
      while true {
        let length = pread(descriptor, buffer.baseAddress, wanted, off_t(offset))
        if length >= 0 || errno != EINTR { return length }
      }
    }
  }

  /// Whether the text begins with the byte order mark of UTF-8, which means nothing there.
  var startsWithByteOrderMark: Bool { begins(with: [0xEF, 0xBB, 0xBF]) }

  /// Whether the text is in UTF-16, as some Windows programs save it.
  var isUTF16: Bool { begins(with: [0xFF, 0xFE]) || begins(with: [0xFE, 0xFF]) }

  private func begins(with bytes: [UInt8]) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 1) { buffer in
      read(into: buffer, at: 0) == bytes.count && buffer.elementsEqual(bytes)
    }
  }

  /// Hands on the bytes from `offset` on until `body` returns false.
  func scan(from offset: Int, _ body: (_ offset: Int, _ byte: UInt8) -> Bool) {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      var position = offset
      while true {
        let length = read(into: buffer, at: position)
        guard length > 0 else { return }
        for index in 0..<length where !body(position + index, buffer[index]) { return }
        position += length
      }
    }
  }
}
