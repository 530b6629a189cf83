import CZip
import Foundation

/// A workbook made by hand, part by part, so that it can be as wrong as a test needs it.
struct TestWorkbook {
  var parts: [(name: String, content: String)] = []

  /// One sheet with these rows of XML.
  init(
    rows: String = "", sharedStrings: String? = nil, before: String = "", after: String = "",
    workbook: String = ""
  ) {
    parts = [
      ("_rels/.rels", Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"x\">\(workbook)<sheets><sheet name=\"Blatt\" sheetId=\"1\" r:id=\"rId1\"/>"
          + "</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relations([
          ("rId1", "worksheet", "worksheets/sheet1.xml"),
          ("rId2", "sharedStrings", "sharedStrings.xml"), ("rId3", "styles", "/xl/styles.xml"),
        ])
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet>\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>"
      ),
    ]
    if let sharedStrings { parts.append(("xl/sharedStrings.xml", sharedStrings)) }
  }

  static func relations(_ targets: [(id: String, kind: String, target: String)]) -> String {
    let list = targets.map {
      "<Relationship Id=\"\($0.id)\" Type=\"http://x/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships>\(list.joined())</Relationships>"
  }

  /// A row of cells with texts in them.
  static func row(_ number: Int, _ texts: String...) -> String {
    let cells = texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }

  mutating func set(_ name: String, _ content: String) {
    parts.removeAll { $0.name == name }
    parts.append((name, content))
  }

  /// The archive's bytes.
  func bytes() throws -> [UInt8] {
    let path = NSTemporaryDirectory() + "/\(UUID().uuidString).zip"
    defer { unlink(path) }
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw Failure() }
    for (name, content) in parts {
      let data = Array(content.utf8)
      guard let memory = malloc(max(1, data.count)) else { throw Failure() }
      data.withUnsafeBytes { if let base = $0.baseAddress { memcpy(memory, base, $0.count) } }
      let source = zip_source_buffer(archive, memory, zip_uint64_t(data.count), 1)
      guard zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0 else {
        throw Failure()
      }
    }
    guard zip_close(archive) == 0 else { throw Failure() }
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  struct Failure: Error {}
}
