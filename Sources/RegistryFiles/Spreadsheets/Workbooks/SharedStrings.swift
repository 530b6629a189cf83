/// The texts that cells refer to by number: each once, however many cells it stands in.
final class SharedStrings: XMLHandler {
  private(set) var texts: [String] = []
  private var text = WorkbookText()
  private let limits: SheetLimits
  private var bytes = 0
  private var isInText = false
  /// How many phonetic guides, which Japanese texts have beside them, are open.
  private var guides = 0

  init(_ limits: SheetLimits) { self.limits = limits }

  func start(_ element: XMLElement) throws(SpreadsheetFault) {
    if element.isNamed("si") { text.removeAll() }
    if element.isNamed("rPh") { guides += 1 }
    isInText = guides == 0 && element.isNamed("t")
  }

  func end(_ element: XMLElement) throws(SpreadsheetFault) {
    isInText = false
    if element.isNamed("rPh") { guides -= 1 }
    guard element.isNamed("si") else { return }
    bytes += text.bytes.count + MemoryLayout<String>.size
    guard bytes <= limits.textBytes else { throw .unpacksTooLarge(limit: limits.textBytes) }
    texts.append(text.string)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault) {
    guard isInText else { return }
    guard text.bytes.count + bytes.count <= limits.cellBytes else {
      throw .damaged(part: "sharedStrings.xml")
    }
    text.append(bytes)
  }
}

/// A text as it stands in a workbook.
struct WorkbookText {
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: more) }

  /// With `_x000A_` and the like read as the characters they stand for, which XML cannot hold
  /// (ECMA-376-1, 22.9.2.19 ST_Xstring).
  var string: String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) }
        ?? String(match.output.0)
    }
  }
}
