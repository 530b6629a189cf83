/// Brings the bytes of a spreadsheet saved as text to UTF-8, whatever program saved it.
///
/// A byte order mark tells UTF-8 and UTF-16 ("Unicode text" in Excel). Without one, text that is
/// valid UTF-8 is UTF-8, since other encodings are so only by accident; everything else is
/// Windows-1252, in which Excel saves CSV on a German Windows. There every byte stands for a
/// character, so nothing is lost.
enum SpreadsheetText {
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return utf8WithoutMark(Array(bytes.dropFirst(3)))
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), lowByteFirst: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), lowByteFirst: false) }
    return utf8WithoutMark(bytes)
  }

  private static func utf8WithoutMark(_ bytes: [UInt8]) -> [UInt8] {
    isUTF8(bytes) ? bytes : windows1252(bytes)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    // Most texts are found out by their first umlaut. Not as a `String`, which would be a copy.
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(lowByteFirst ? second << 8 | first : first << 8 | second)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let code = byte < 0xA0 ? upperControls[Int(byte - 0x80)] : UInt16(byte)
        guard let scalar = Unicode.Scalar(code) else { continue }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return text
  }

  /// What Windows-1252 has where Latin-1 has control characters, from 0x80; the five free places
  /// stay what they are (https://encoding.spec.whatwg.org/index-windows-1252.txt).
  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
