public import Portfolio

/// A character that no text of the registry may have: it shows nothing, and moves, breaks or turns
/// round what is shown beside it.
///
/// These are the control characters C0, DEL and C1 but for tab and line feed, and those that
/// override or isolate the direction of reading, with which a text can show another than it is
/// (Unicode Standard Annex 9, sections 2.1 to 2.5). The JSON Schemas refuse the same.
public struct ControlCharacter: Sendable, Hashable {
  public let scalar: Unicode.Scalar
  /// Which character (Unicode scalar) of its text it is, from 1.
  public let position: Int

  /// The first one in `text`; nil where there is none.
  public init?(firstIn text: String) {
    var text = text
    guard let first = text.withUTF8({ Self(firstIn: $0) }) else { return nil }
    self = first
  }

  /// The same for bytes in valid UTF-8.
  init?(firstIn text: UnsafeBufferPointer<UInt8>) {
    guard let offset = Self.offset(in: text) else { return nil }
    let before = text[..<offset].reduce(into: 0) { if !Self.continues($1) { $0 += 1 } }
    var end = offset + 1
    while end < text.count, Self.continues(text[end]) { end += 1 }
    guard let scalar = String(decoding: text[offset..<end], as: UTF8.self).unicodeScalars.first
    else { return nil }
    self.scalar = scalar
    position = before + 1
  }

  static func isOne(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Where the first one begins. Every text of a registry goes through this, so letters of ASCII
  /// are passed over with a single comparison.
  private static func offset(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    for index in text.indices where text[index] &- 0x20 >= 0x5F && begins(at: index, in: text) {
      return index
    }
    return nil
  }

  private static func begins(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text[index] {
    case 0x09, 0x0A: return false
    case ..<0x20, 0x7F: return true
    case 0xC2: return index + 1 < text.count && text[index + 1] < 0xA0
    case 0xE2:
      guard index + 2 < text.count else { return false }
      switch (text[index + 1], text[index + 2]) {
      case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return true
      default: return false
      }
    default: return false
    }
  }

  /// Whether a byte of UTF-8 continues a character.
  private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension ControlCharacter {
  /// What is wrong with a text that has it.
  public var message: BilingualText {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return scalar.value < 0x2000
      ? BilingualText(
        de: "in diesem Text steht ein Steuerzeichen (\(code), \(position). Zeichen)",
        en: "this text has a control character in it (\(code), character \(position))")
      : BilingualText(
        de: "in diesem Text steht ein unsichtbares Zeichen, das die Leserichtung ändert "
          + "(\(code), \(position). Zeichen)",
        en: "this text has an invisible character in it that changes the direction of reading "
          + "(\(code), character \(position))")
  }

  /// What to do about it.
  public static let hint = BilingualText(
    de:
      "Tippen Sie die Stelle neu; solche Zeichen kommen beim Kopieren aus anderen Programmen mit.",
    en: "Type that place anew; such characters come along when copying from other programs.")
}

extension String {
  /// The text with each control character replaced: on a terminal they would recolour, move, break
  /// or turn round what it shows.
  var withoutControlCharacters: String {
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      shown.append(ControlCharacter.isOne(scalar) || scalar == "\n" ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}
