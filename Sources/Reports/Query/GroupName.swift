internal import Findings
internal import Portfolio
internal import ProjectQuery

/// What the groups of one grouping are called.
struct GroupName {
  let grouping: Grouping
  let language: Language
  /// By id.
  private let names: [String: String]

  init(_ grouping: Grouping, _ vocabulary: Vocabulary?, _ language: Language) {
    self.grouping = grouping
    self.language = language
    names = vocabulary?.names(of: grouping) ?? [:]
  }

  /// With a capital.
  var heading: String {
    let name = grouping.name(in: language)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// - Parameter value: nil for projects without one.
  func text(of value: String?) -> String {
    guard let value else { return BilingualText(de: "(ohne)", en: "(none)")[language] }
    return switch grouping {
    case .status: ProjectStatus(rawValue: value)?.label[language] ?? value
    case .visibility: Visibility.Level(rawValue: value)?.label[language] ?? value
    default: names[value] ?? value
    }
  }
}
