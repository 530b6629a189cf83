import Foundation
import Glibc
import Portfolio

/// A file that is written as a whole or not at all: a reader never sees half of it, and what stood
/// there before stays until the new content is complete.
struct WholeFile {
  let path: String

  /// - Throws: `UnwritableFile`
  func write(_ text: String) throws {
    try write { path in
      do {
        try Data(text.utf8).write(to: URL(filePath: path))
      } catch { throw UnwritableFile(path: self.path, error: error) }
    }
  }

  /// - Parameter body: writes the content to the path it is given.
  /// - Throws: `UnwritableFile`, and what `body` throws.
  func write(_ body: (String) throws -> Void) throws {
    var status = stat()
    let exists = stat(path, &status) == 0
    // Devices and pipes, such as /dev/stdout, are written to and not replaced.
    if exists, status.st_mode & S_IFMT != S_IFREG { return try body(path) }
    // Behind a symbolic link the file is replaced and not the link.
    let file = exists ? URL(filePath: path).resolvingSymlinksInPath() : URL(filePath: path)
    let draft = file.deletingLastPathComponent()
      .appending(path: ".\(file.lastPathComponent).\(UUID().uuidString.prefix(8))").path
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { throw UnwritableFile(path: path, code: errno) }
    Glibc.close(descriptor)
    defer { unlink(draft) }
    try body(draft)
    guard rename(draft, file.path) == 0 else { throw UnwritableFile(path: path, code: errno) }
  }
}

/// A file could not be written; the file of before, if any, is still there.
struct UnwritableFile: PresentableError {
  let path: String
  private let reason: String

  /// - Parameter code: an `errno`.
  init(path: String, code: Int32) {
    self.path = path
    reason = String(cString: strerror(code))
  }

  init(path: String, error: any Error) {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    self.init(path: path, code: Int32(underlying?.code ?? Int(EIO)))
  }

  var exitCode: Int32 { 73 }

  var text: BilingualText {
    BilingualText(
      de: "Die Datei '\(path)' ließ sich nicht schreiben: \(reason). Prüfen Sie Ordner und Rechte.",
      en:
        "The file '\(path)' could not be written: \(reason). Check the folder and its permissions.")
  }
}
