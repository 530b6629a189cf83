import Foundation
import Glibc
import Reports

extension TerminalStyle {
  /// The style for standard output: the terminal's width and colours, or plain in a pipe, under
  /// `NO_COLOR` (https://no-color.org) or on a dumb terminal.
  static func forStandardOutput() -> TerminalStyle {
    guard isatty(STDOUT_FILENO) == 1 else { return .plain }
    let environment = ProcessInfo.processInfo.environment
    let refusesColor = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col >= 40
    return TerminalStyle(
      width: known ? min(Int(size.ws_col), 120) : TerminalStyle.plain.width,
      usesColor: !refusesColor && environment["TERM"] != "dumb")
  }
}
