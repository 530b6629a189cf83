import Portfolio

/// How an id may be written.
enum IDForm {
  /// As `Slug` says.
  case plain
  /// A project's: after a slug, `--2`, `--3` … may mark a further claimant.
  case project
  /// A source's: underscores may stand where hyphens may.
  case source

  func admits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .plain: Self.isSlug(bytes, separators: false)
    case .source: Self.isSlug(bytes, separators: true)
    case .project:
      if let base = Self.claimedLength(bytes) {
        Self.isSlug(UnsafeBufferPointer(rebasing: bytes[..<base]), separators: false)
      } else {
        Self.isSlug(bytes, separators: false)
      }
    }
  }

  /// The length of the id that a further claimant asked for: what stands before its `--` and a
  /// number from 2. Nil for other ids.
  static func claimedLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let last = bytes.last, isDigit(last) else { return nil }
    var index = bytes.count
    while index > 0, isDigit(bytes[index - 1]) { index -= 1 }
    guard index >= 3, bytes[index - 1] == hyphen, bytes[index - 2] == hyphen,
      bytes[index] != UInt8(ascii: "0"),
      bytes.count - index > 1 || bytes[index] != UInt8(ascii: "1")
    else { return nil }
    return index - 2
  }

  /// The same test as `Slug.isValid`, on bytes that are no `String` yet.
  private static func isSlug(_ bytes: UnsafeBufferPointer<UInt8>, separators: Bool) -> Bool {
    guard bytes.count <= Slug.longest else { return false }
    var isAfterSeparator = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        isAfterSeparator = false
      case hyphen where !isAfterSeparator, UInt8(ascii: "_") where separators && !isAfterSeparator:
        isAfterSeparator = true
      default:
        return false
      }
    }
    return !isAfterSeparator
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

/// A whole number in digits.
enum WholeNumber {
  static func read(_ bytes: some Sequence<UInt8>) -> Int? {
    var number: Int?
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let (product, overflows) = (number ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, alsoOverflows) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      guard !overflows, !alsoOverflows else { return nil }
      number = sum
    }
    return number
  }
}

/// An amount of money: digits, with up to two decimals after a point.
public enum Amount {
  /// In hundredths of the currency's unit; nil where `text` is no such amount.
  public static func cents(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8(cents)
  }

  static func cents(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    guard let units = WholeNumber.read(bytes[..<point]) else { return nil }
    var cents = 0
    if point < bytes.endIndex {
      let decimals = bytes[(point + 1)...]
      guard decimals.count == 1 || decimals.count == 2, let number = WholeNumber.read(decimals)
      else { return nil }
      cents = decimals.count == 1 ? number * 10 : number
    }
    let (product, overflows) = Int64(units).multipliedReportingOverflow(by: 100)
    let (sum, alsoOverflows) = product.addingReportingOverflow(Int64(cents))
    return overflows || alsoOverflows ? nil : sum
  }
}

/// An address of the web.
enum WebAddress {
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for scheme in ["https://", "http://"] where bytes.starts(with: scheme.utf8) {
      return bytes.count > scheme.utf8.count && bytes.allSatisfy { $0 > 0x20 }
    }
    return false
  }
}

/// The name of a rule: two slugs with a slash between them.
enum RuleName {
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { Slug.isValid(String($0)) }
  }
}
