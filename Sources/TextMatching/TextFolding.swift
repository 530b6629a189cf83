/// Brings differing spellings of one text to one form: lower case, without diacritics, umlauts and
/// sharp s written out.
///
/// `Ämter`, `AEMTER` and the decomposed `A\u{308}mter` all become `aemter`; `Straße` and `STRASSE`
/// become `strasse`. Umlauts are written out, not dropped, because clerks and old systems write
/// them so (DIN 5007, variant 2). Scripts other than Latin are lower-cased only.
enum TextFolding {
  static let space = UInt8(ascii: " ")
  static let hyphen = UInt8(ascii: "-")

  /// Appends the folded form of `text`. The result holds `a`–`z`, digits, bytes above 0x7F of
  /// other scripts' letters, hyphens, and the full stops and commas that stand between digits;
  /// everything else is a space.
  static func append(_ text: String, to folded: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &folded) }
  }

  /// - Parameter bytes: valid UTF-8, such as a `String`'s, from scalar to scalar.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] < 0x80 { index += 1 }
      appendASCII(start..<index, of: bytes, to: &folded)
      while index < bytes.count, bytes[index] >= 0x80 {
        let length = length(startingWith: bytes[index])
        appendScalar(decode(bytes, at: index, length: length), to: &folded)
        index += length
      }
    }
  }

  /// How many bytes a scalar has whose first byte is this, in valid UTF-8.
  static func length(startingWith byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// Appends a run of ASCII characters at once.
  private static func appendASCII(
    _ run: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]
  ) {
    let start = folded.count
    folded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run]))
    folded.withUnsafeMutableBufferPointer { folded in
      for (offset, index) in run.enumerated() {
        folded[start + offset] = foldedASCII(at: index, in: bytes)
      }
    }
  }

  private static func foldedASCII(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen:
      return byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return byte | 0x20
    case UInt8(ascii: "."), UInt8(ascii: ","):
      let betweenDigits =
        index > 0 && index + 1 < bytes.count && isDigit(bytes[index - 1])
        && isDigit(bytes[index + 1])
      return betweenDigits ? UInt8(ascii: ".") : space
    default:
      return space
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isASCIILetter(_ scalar: UInt32) -> Bool {
    UInt32(UInt8(ascii: "a"))...UInt32(UInt8(ascii: "z")) ~= scalar | 0x20
  }

  /// The scalar of several bytes.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int
  ) -> UInt32 {
    var value = UInt32(bytes[index]) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return value
  }

  private static func appendScalar(_ value: UInt32, to folded: inout [UInt8]) {
    switch value {
    case 0xAD, 0x200B...0x200D, 0xFEFF:  // soft hyphen and other invisible marks
      return
    case 0x2010, 0x2011:  // hyphens; dashes separate
      folded.append(hyphen)
    case 0x308:  // combining diaeresis: an umlaut only on a, o, u
      if let last = folded.last, umlautBases.contains(last) { folded.append(UInt8(ascii: "e")) }
    case 0x300...0x36F:  // other combining marks
      return
    case 0xC0...0x17F:
      folded.append(contentsOf: latin[Int(value - 0xC0)])
    case 0x1E9E:  // capital sharp s
      folded.append(contentsOf: "ss".utf8)
    default:
      appendOther(value, to: &folded)
    }
  }

  private static func appendOther(_ value: UInt32, to folded: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value),
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    else { return folded.append(space) }
    folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
  }

  private static let umlautBases: [UInt8] = Array("aou".utf8)

  /// The letters of the blocks Latin-1 Supplement (from U+00C0) and Latin Extended-A, in order.
  private static let latin: [[UInt8]] = {
    let supplement = """
      a a a a ae a ae c e e e e i i i i d n o o o o oe _ oe u u u ue y th ss
      a a a a ae a ae c e e e e i i i i d n o o o o oe _ oe u u u ue y th y
      """
    let extendedA = """
      a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h
      i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n
      o o o o oe oe oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u ue ue u u u u
      w w y y y z z z z z z s
      """
    return (supplement + " " + extendedA).split { $0 == " " || $0 == "\n" }
      .map { $0 == "_" ? [space] : Array($0.utf8) }
  }()
}
