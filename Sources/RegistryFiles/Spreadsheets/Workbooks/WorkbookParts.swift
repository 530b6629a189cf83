/// What a workbook consists of, and where each part is (ECMA-376, Office Open XML).
struct WorkbookParts {
  struct SheetPart {
    let name: String
    let isHidden: Bool
    /// The part's name in the archive.
    let path: String
  }

  var sheets: [SheetPart] = []
  var sharedStrings: String?
  var styles: String?
  /// Whether days count from 1904, as Excel for the Macintosh once did.
  var countsFrom1904 = false

  init(_ archive: ZipArchive, limits: SheetLimits) throws(SpreadsheetFault) {
    let main = try Self.mainPart(of: archive)
    let relations = try Relations(of: main, in: archive)
    let contents = WorkbookContents(most: limits.sheets)
    try XMLPart.read(main, of: archive, contents)
    countsFrom1904 = contents.countsFrom1904
    sharedStrings = relations.path(ofKind: "/sharedStrings")
    styles = relations.path(ofKind: "/styles")
    for sheet in contents.sheets {
      // Sheets of charts and dialogues have no cells.
      guard let target = relations.targets[sheet.relation], target.kind.hasSuffix("/worksheet")
      else { continue }
      sheets.append(
        SheetPart(name: sheet.name, isHidden: sheet.isHidden, path: target.path))
    }
  }

  private static func mainPart(of archive: ZipArchive) throws(SpreadsheetFault) -> String {
    if archive.contains("_rels/.rels") {
      let relations = try Relations(of: "", in: archive)
      if let path = relations.path(ofKind: "/officeDocument"), archive.contains(path),
        path.hasSuffix(".xml"), path.contains("workbook")
      {
        return path
      }
    }
    if archive.contains("xl/workbook.xml") { return "xl/workbook.xml" }
    if archive.contains("content.xml"), archive.contains("mimetype") { throw .openDocument }
    throw .otherFile
  }
}

/// Which parts another one refers to, and as what.
private struct Relations {
  private(set) var targets: [String: (kind: String, path: String)] = [:]

  /// - Parameter part: The referring part; empty for the archive itself.
  init(of part: String, in archive: ZipArchive) throws(SpreadsheetFault) {
    let cut = part.lastIndex(of: "/")
    let folder = cut.map { String(part[..<$0]) } ?? ""
    let name = cut.map { String(part[part.index(after: $0)...]) } ?? part
    let list = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
    guard archive.contains(list) else { return }
    let reading = RelationsHandler()
    try XMLPart.read(list, of: archive, reading)
    for relation in reading.relations {
      targets[relation.id] = (relation.kind, Self.resolve(relation.target, in: folder))
    }
  }

  /// The part's name, whatever way the target takes; `..` never leads out of the archive, since
  /// the name is only looked up in it.
  private static func resolve(_ target: String, in folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }

  func path(ofKind kind: String) -> String? {
    targets.values.first { $0.kind.hasSuffix(kind) }?.path
  }
}

private final class RelationsHandler: XMLHandler {
  private(set) var relations: [(id: String, kind: String, target: String)] = []

  /// A workbook has some dozens.
  private static let most = 10_000

  func start(_ element: XMLElement) throws(SpreadsheetFault) {
    guard element.isNamed("Relationship"), let id = element["Id"], let kind = element["Type"],
      let target = element["Target"], element["TargetMode"] != "External",
      relations.count < Self.most
    else { return }
    relations.append((id, kind, target))
  }
}

private final class WorkbookContents: XMLHandler {
  private(set) var sheets: [(name: String, isHidden: Bool, relation: String)] = []
  private(set) var countsFrom1904 = false
  private let most: Int

  init(most: Int) { self.most = most }

  func start(_ element: XMLElement) throws(SpreadsheetFault) {
    if element.isNamed("workbookPr") {
      countsFrom1904 = element.flag("date1904")
    } else if element.isNamed("sheet"), sheets.count < most, let name = element["name"],
      let relation = element["id"]
    {
      sheets.append((name, ["hidden", "veryHidden"].contains(element["state"] ?? ""), relation))
    }
  }
}
