import Findings
import Portfolio

extension Rules {
  static var names: [String] { all.map { $0.documentation.name } }

  /// The rule with this name, which may lack the category.
  ///
  /// - Throws: `UnknownName`
  static func documentation(named name: String) throws -> RuleDocumentation {
    guard let documentation = matching(name).first?.documentation,
      name != documentation.category.rawValue
    else { throw unknown(name) }
    return documentation
  }

  /// - Throws: `UnknownName` where the pattern names neither a rule nor a category.
  static func requireMatch(_ pattern: String) throws {
    if matching(pattern).isEmpty { throw unknown(pattern) }
  }

  private static func unknown(_ name: String) -> UnknownName {
    UnknownName(kind: BilingualText(de: "Regel", en: "rule"), name: name, known: names)
  }
}
