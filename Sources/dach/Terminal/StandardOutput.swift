// `stdout` is a variable in C, which no other code of this process assigns to.
@preconcurrency import Glibc
import Portfolio

/// The stream that results go to.
enum StandardOutput {
  /// Puts something in the place of each standard stream that the caller has closed; otherwise the
  /// next file or connection to be opened would get its number, and results would be written there.
  ///
  /// `/dev/null` is opened the wrong way round, so that reading or writing still fails.
  static func reserveStandardDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Makes sure that everything printed has arrived, as a disk may be full.
  /// - Throws: `OutputFailure`
  static func finish() throws(OutputFailure) {
    errno = 0
    guard fflush(stdout) == 0, ferror(stdout) == 0 else {
      throw OutputFailure(reason: errno == 0 ? EIO : errno)
    }
  }
}

/// Results could not be written to standard output in full.
struct OutputFailure: PresentableError {
  /// An `errno`.
  let reason: Int32

  var exitCode: Int32 { EX_IOERR }

  var text: BilingualText {
    let words = String(cString: strerror(reason))
    return BilingualText(
      de: "Die Ausgabe ließ sich nicht vollständig schreiben: \(words).",
      en: "The output could not be written in full: \(words).")
  }
}
