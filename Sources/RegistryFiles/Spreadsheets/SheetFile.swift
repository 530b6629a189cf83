import Glibc
import Portfolio

/// The bytes of a list, from a file or a pipe.
enum SheetFile {
  /// In bytes: a million projects with long summaries, several times over.
  static let limit = 4 << 30

  /// Why there are no bytes.
  enum Failure: Error {
    case unreadable(reason: String)
    case tooLarge
  }

  static func read(_ path: String) -> Result<[UInt8], Diagnostic> {
    read(path, limit: limit).mapError { failure in
      switch failure {
      case .unreadable(let reason): unreadable(path, reason)
      case .tooLarge: tooLarge(path)
      }
    }
  }

  static func read(_ path: String, limit: Int) -> Result<[UInt8], Failure> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(.unreadable(reason: SystemError.text)) }
    defer { close(descriptor) }
    let size = FileStatus(descriptor: descriptor).map { $0.isFile ? $0.size : 0 } ?? 0
    guard size <= limit else { return .failure(.tooLarge) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let length = Glibc.read(descriptor, &chunk, chunk.count)
      if length == 0 { return .success(bytes) }
      if length < 0 {
        if errno == EINTR { continue }
        return .failure(.unreadable(reason: SystemError.text))
      }
      bytes.append(contentsOf: chunk[..<length])
      guard bytes.count <= limit else { return .failure(.tooLarge) }
    }
  }

  private static func unreadable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      file: path, line: 0, column: 0, code: "unreadable-file",
      message: BilingualText(
        de: "die Liste lässt sich nicht lesen: \(reason)", en: "the list cannot be read: \(reason)"
      ),
      hint: BilingualText(
        de: "Prüfen Sie den Pfad und die Zugriffsrechte.",
        en: "Check the path and the access rights."))
  }

  private static func tooLarge(_ path: String) -> Diagnostic {
    Diagnostic(
      file: path, line: 0, column: 0, code: "file-too-large",
      message: BilingualText(
        de: "die Liste ist größer als \(limit >> 30) GiB",
        en: "the list is larger than \(limit >> 30) GiB"),
      hint: BilingualText(
        de: "Teilen Sie sie auf mehrere Dateien auf.", en: "Divide it into several files."))
  }
}

extension Diagnostic: Error {}
