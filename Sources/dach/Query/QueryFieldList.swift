import Portfolio
import ProjectQuery

/// `dach query --fields`: what queries can ask about.
enum QueryFieldList {
  static func render(in language: Language) -> String {
    let names = QueryField.allCases.map { ($0.rawValue, $0.name(in: .german)) }
    let widths = (names.map(\.0.count).max() ?? 0, names.map(\.1.count).max() ?? 0)
    return zip(QueryField.allCases, names).map { field, name in
      padded(name.0, widths.0) + "  " + padded(name.1, widths.1) + "  "
        + field.valueDescription[language]
    }.joined(separator: "\n") + "\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension QueryField {
  fileprivate var valueDescription: BilingualText {
    switch self {
    case .linked:
      BilingualText(de: "Projekt oder Dienststelle", en: "project or department")
    case .similar:
      BilingualText(de: "Id eines Projekts oder ein Titel", en: "id of a project, or a title")
    default: kind.valueDescription
    }
  }
}

extension QueryField.Kind {
  fileprivate var valueDescription: BilingualText {
    switch self {
    case .reference: BilingualText(de: "Id oder Name", en: "id or name")
    case .choice: BilingualText(de: "eines von wenigen Wörtern", en: "one of a few words")
    case .words: BilingualText(de: "Wörter, auch gebeugt", en: "words, inflected ones too")
    case .text: BilingualText(de: "Teil des Textes", en: "a part of the text")
    case .date:
      BilingualText(
        de: "2027, 2027-03, 31.12.2027, Q3/2027, heute-6m", en: "2027, 2027-03, Q3/2027, today-6m")
    case .amount: BilingualText(de: "250000, 250.000, 250k", en: "250000, 250k, 1.5M")
    case .fieldName: BilingualText(de: "Name eines Feldes", en: "name of a field")
    }
  }
}
