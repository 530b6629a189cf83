internal import CExpat
import Glibc

/// Takes the elements of an XML document as they come.
protocol XMLHandler: AnyObject {
  func start(_ element: XMLElement) throws(SpreadsheetFault)
  func end(_ element: XMLElement) throws(SpreadsheetFault)
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault)
}

extension XMLHandler {
  func end(_ element: XMLElement) throws(SpreadsheetFault) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault) {}
}

/// An element as the parser lends it; valid only until the handler returns.
///
/// Prefixes of namespaces are passed over: in the parts of a workbook that are read, no two
/// namespaces have elements or attributes of the same name.
struct XMLElement {
  private let name: UnsafePointer<CChar>
  private let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  fileprivate init(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    self.name = Self.local(name)
    self.attributes = attributes
  }

  private static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    strchr(name, Int32(UInt8(ascii: ":"))).map { UnsafePointer($0 + 1) } ?? name
  }

  func isNamed(_ other: StaticString) -> Bool { Self.equal(name, other) }

  private static func equal(_ name: UnsafePointer<CChar>, _ other: StaticString) -> Bool {
    other.utf8Start.withMemoryRebound(to: CChar.self, capacity: other.utf8CodeUnitCount) {
      strcmp(name, $0) == 0
    }
  }

  /// The value of an attribute.
  subscript(_ name: StaticString) -> String? {
    guard let attributes else { return nil }
    var index = 0
    while let key = attributes[index], let value = attributes[index + 1] {
      if Self.equal(Self.local(key), name) { return String(cString: value) }
      index += 2
    }
    return nil
  }

  func number(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

  /// `1`, `true` or `on`, as XML Schema and older programs write it.
  func flag(_ name: StaticString) -> Bool {
    ["1", "true", "on"].contains(self[name] ?? "")
  }
}

/// Reads one XML part of a workbook with libexpat.
///
/// A document type declaration ends the reading, so there are no entities: neither files from
/// elsewhere nor texts that multiply.
final class XMLPart {
  private let parser: XML_Parser
  private let part: String
  private let handler: any XMLHandler
  private var fault: SpreadsheetFault?
  private var depth = 0

  /// Workbooks nest a dozen elements deep.
  private static let deepest = 200

  private init(_ part: String, _ handler: any XMLHandler) throws(SpreadsheetFault) {
    guard let parser = XML_ParserCreate(nil) else { throw .damaged(part: part) }
    self.parser = parser
    self.part = part
    self.handler = handler
    // Unretained: the parser calls back only from calls made through this object.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { owner, name, attributes in
        guard let name else { return }
        XMLPart.owner(owner)?.start(XMLElement(name, attributes))
      },
      { owner, name in
        guard let name else { return }
        XMLPart.owner(owner)?.end(XMLElement(name, nil))
      })
    XML_SetCharacterDataHandler(parser) { owner, text, length in
      guard let text else { return }
      XMLPart.owner(owner)?.text(text, Int(length))
    }
    XML_SetStartDoctypeDeclHandler(parser) { owner, _, _, _, _ in
      guard let owner = XMLPart.owner(owner) else { return }
      owner.stop(.documentType(part: owner.part))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// - Throws: `SpreadsheetFault` where the part cannot be read, and what the handler throws.
  static func read(
    _ part: String, of archive: ZipArchive, _ handler: some XMLHandler
  ) throws(SpreadsheetFault) {
    let reading = try XMLPart(part, handler)
    try archive.read(part) { (bytes) throws(SpreadsheetFault) in
      try reading.take(bytes, isLast: false)
    }
    try reading.take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(SpreadsheetFault) {
    let status = XML_Parse(
      parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      isLast ? 1 : 0)
    if let fault { throw fault }
    guard status == XML_STATUS_OK else { throw .damaged(part: part) }
  }

  private static func owner(_ pointer: UnsafeMutableRawPointer?) -> XMLPart? {
    pointer.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ element: XMLElement) {
    depth += 1
    guard depth <= Self.deepest else { return stop(.damaged(part: part)) }
    guarded { () throws(SpreadsheetFault) in try handler.start(element) }
  }

  private func end(_ element: XMLElement) {
    depth -= 1
    guarded { () throws(SpreadsheetFault) in try handler.end(element) }
  }

  private func text(_ text: UnsafePointer<CChar>, _ length: Int) {
    text.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      let buffer = UnsafeBufferPointer(start: bytes, count: length)
      guarded { () throws(SpreadsheetFault) in try handler.text(buffer) }
    }
  }

  private func guarded(_ body: () throws(SpreadsheetFault) -> Void) {
    // The parser may still deliver what it has read when it is stopped.
    guard fault == nil else { return }
    do { try body() } catch { stop(error) }
  }

  private func stop(_ fault: SpreadsheetFault) {
    if self.fault == nil { self.fault = fault }
    XML_StopParser(parser, 0)
  }
}
