import Foundation

/// Where trouble and progress go, so that a pipe carries results alone.
enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
