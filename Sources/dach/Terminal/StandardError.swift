import Glibc

/// Where trouble and progress go, so that a pipe carries results alone.
enum StandardError {
  /// Nobody is left to tell where this fails, so a closed or full stream is passed over in silence.
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        return
      }
    }
  }
}
