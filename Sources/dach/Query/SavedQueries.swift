import Foundation
import Portfolio
import ProjectQuery

/// The queries a user has saved under names, in a file of their own that an editor opens, too: one
/// line `name = query` each.
struct SavedQueries {
  /// In order of their names.
  private(set) var queries: [(name: String, text: String)] = []
  private let path: String?

  /// `dachregister/queries` in the user's folder for settings (XDG Base Directory Specification);
  /// nil where there is none.
  static var path: String? {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/dachregister/queries"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.config/dachregister/queries"
  }

  /// Those of the user; none where nothing was saved.
  init(path: String? = Self.path) {
    self.path = path
    guard let path, let data = FileManager.default.contents(atPath: path) else { return }
    for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard line.first != "#", let sign = line.firstIndex(of: "=") else { continue }
      let name = line[..<sign].trimmingCharacters(in: .whitespaces)
      let text = line[line.index(after: sign)...].trimmingCharacters(in: .whitespaces)
      if Self.isName(name), !text.isEmpty { put(text, as: name) }
    }
  }

  /// Letters, digits, hyphens and underscores.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// The words of an argument, of which each may stand for a saved query; one with quotation marks
  /// stays as it is.
  static func words(of argument: String) -> [String] {
    argument.contains("@") && !argument.contains("\"") && !argument.contains("„")
      ? argument.split(whereSeparator: \.isWhitespace).map(String.init) : [argument]
  }

  subscript(name: String) -> String? {
    queries.first { $0.name.lowercased() == name.lowercased() }?.text
  }

  /// Saves a query, in place of the one that had the name.
  mutating func put(_ text: String, as name: String) {
    queries.removeAll { $0.name.lowercased() == name.lowercased() }
    queries.append((name, text.split(whereSeparator: \.isNewline).joined(separator: " ")))
    queries.sort { $0.name < $1.name }
  }

  /// - Throws: `UnknownName`
  mutating func remove(_ name: String) throws {
    guard self[name] != nil else { throw unknown(name) }
    queries.removeAll { $0.name.lowercased() == name.lowercased() }
  }

  /// Puts saved queries in the place of words such as `@stale`; their order, where they name one,
  /// comes last.
  ///
  /// - Throws: `UnknownName`
  func expanding(_ words: [String]) throws -> [String] {
    var sort: [SortKey] = []
    let expanded = try words.flatMap { word -> [String] in
      let isNegated = word.hasPrefix("-@")
      let name = String(word.dropFirst(isNegated ? 2 : 1))
      guard isNegated || word.hasPrefix("@"), Self.isName(name) else { return [word] }
      guard let text = self[name] else { throw unknown(name) }
      let query = try Query.parse(text)
      sort += query.sort
      guard let expression = query.expression else { return [] }
      return [(isNegated ? "not " : "") + "(\(expression))"]
    }
    return sort.isEmpty ? expanded : expanded + [Query(nil, sort: sort).description]
  }

  private func unknown(_ name: String) -> UnknownName {
    UnknownName(
      kind: BilingualText(de: "gespeicherte Anfrage", en: "saved query"), name: name,
      known: queries.map(\.name))
  }

  /// - Throws: `UnwritableFile`
  func save() throws {
    guard let path else {
      throw UnwritableFile(path: "~/.config/dachregister/queries", code: ENOENT)
    }
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch { throw UnwritableFile(path: path, error: error) }
    let lines = queries.map { "\($0.name) = \($0.text)\n" }
    try WholeFile(path: path).write(lines.joined())
  }
}
