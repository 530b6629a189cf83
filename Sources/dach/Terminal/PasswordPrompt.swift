import Glibc
import Portfolio

/// Asks for a new password at the terminal, twice, without showing it.
enum PasswordPrompt {
  /// Long enough that SCRAM's iterations make guessing hopeless; NIST SP 800-63B asks for 8.
  static let shortest = 12

  /// - Throws: `PasswordRefusal`
  static func ask(for name: String, in language: Language) throws -> String {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { throw PasswordRefusal.noTerminal }
    defer { close(terminal) }
    let first = BilingualText(
      de: "Passwort für „\(name)“ (mindestens \(shortest) Zeichen): ",
      en: "Password for '\(name)' (at least \(shortest) characters): ")
    let second = BilingualText(de: "Noch einmal: ", en: "Once more: ")
    let password = try read(first[language], from: terminal)
    guard password.count >= shortest else { throw PasswordRefusal.tooShort }
    guard try read(second[language], from: terminal) == password else {
      throw PasswordRefusal.different
    }
    return password
  }

  /// One of 58^22 ≈ 2^128: letters and digits that are not mistaken for others when read aloud.
  static func generated() -> String {
    let characters = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
    var random = SystemRandomNumberGenerator()
    return String((0..<22).map { _ in characters[Int.random(in: 0..<58, using: &random)] })
  }

  /// A line that the terminal does not show. It takes the keys one by one, so that an interrupt
  /// cannot leave the terminal silent.
  private static func read(_ prompt: String, from terminal: Int32) throws -> String {
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { throw PasswordRefusal.noTerminal }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer {
      tcsetattr(terminal, TCSAFLUSH, &before)
      write("\n", to: terminal)
    }
    write(prompt, to: terminal)
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { throw PasswordRefusal.interrupted }
      switch byte {
      case 0x0A, 0x0D: return String(decoding: bytes, as: UTF8.self)
      case 0x03, 0x04: throw PasswordRefusal.interrupted  // control-C, control-D
      case 0x15: bytes = []  // control-U
      case 0x08, 0x7F:
        // A whole character, whose further bytes begin with the bits 10.
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
      default: bytes.append(byte)
      }
    }
  }

  private static func write(_ text: String, to terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(terminal, bytes, bytes.count)
  }
}

/// No password came about. Nothing has been changed.
enum PasswordRefusal: PresentableError {
  case noTerminal, tooShort, different, interrupted

  var exitCode: Int32 {
    switch self {
    case .noTerminal: 64
    case .tooShort, .different: 65
    case .interrupted: 75
    }
  }

  var text: BilingualText {
    switch self {
    case .noTerminal:
      BilingualText(
        de: "Ein Passwort lässt sich nur am Terminal eingeben; ohne Terminal erzeugt --generate "
          + "eines.",
        en: "A password can only be typed at a terminal; without one, --generate makes one.")
    case .tooShort:
      BilingualText(
        de: "Das Passwort ist zu kurz: mindestens \(PasswordPrompt.shortest) Zeichen. Es wurde "
          + "nichts geändert.",
        en: "The password is too short: at least \(PasswordPrompt.shortest) characters. Nothing "
          + "was changed.")
    case .different:
      BilingualText(
        de: "Die beiden Passwörter sind nicht gleich. Es wurde nichts geändert.",
        en: "The two passwords are not the same. Nothing was changed.")
    case .interrupted:
      BilingualText(
        de: "Abgebrochen; es wurde nichts geändert.", en: "Interrupted; nothing was changed.")
    }
  }
}
