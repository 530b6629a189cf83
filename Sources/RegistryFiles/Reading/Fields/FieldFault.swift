import Portfolio

/// What is wrong with a value, in words for the person who has to mend it.
struct FieldFault {
  var code: String
  var message: BilingualText
  var hint: BilingualText?
}

/// The form in which a value is expected.
enum ValueForm {
  case text, list, mapping

  var name: BilingualText {
    switch self {
    case .text: BilingualText(de: "ein einzelner Wert", en: "a single value")
    case .list: BilingualText(de: "eine Liste", en: "a list")
    case .mapping: BilingualText(de: "ein Eintrag mit Schlüsseln", en: "a mapping with keys")
    }
  }

  var example: BilingualText {
    switch self {
    case .text:
      BilingualText(
        de: "Schreiben Sie den Wert hinter den Doppelpunkt.",
        en: "Write the value after the colon.")
    case .list:
      BilingualText(
        de: "Schreiben Sie [eins, zwei], oder jeden Eintrag auf eine Zeile mit „- “ davor.",
        en: "Write [one, two], or each item on a line of its own with '- ' before it.")
    case .mapping:
      BilingualText(
        de: "Schreiben Sie {schlüssel: wert}, oder jeden Schlüssel eingerückt auf eine Zeile.",
        en: "Write {key: value}, or each key indented on a line of its own.")
    }
  }
}

extension DocumentSink {
  /// Beyond the limit `fault` is counted, but its words are not made.
  func report(_ fault: @autoclosure () -> FieldFault, at node: Node) {
    guard !isFull else { return count() }
    let fault = fault()
    report(
      line: Int(node.line), column: Int(node.column), code: fault.code, fault.message,
      hint: fault.hint)
  }
}

extension FieldReader {
  func report(_ fault: @autoclosure () -> FieldFault, at index: Int) {
    sink.report(fault(), at: document.nodes[index])
  }

  /// Reports that a value does not have the form that is expected.
  func reportForm(_ expected: ValueForm, at index: Int) {
    let found: ValueForm
    switch document.nodes[index].kind {
    case .refused: return
    case .scalar: found = .text
    case .sequence: found = .list
    case .mapping: found = .mapping
    }
    report(.wrongForm(expected: expected, found: found), at: index)
    if expected != .text { sink.noteGap(at: document.nodes[index]) }
  }

  func reportMissing(_ key: StaticString, at index: Int) {
    report(.missingValue("\(key)"), at: index)
  }
}
