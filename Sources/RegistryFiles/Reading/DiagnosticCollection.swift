import Portfolio

/// Collects diagnostics up to a limit, and counts the rest.
struct DiagnosticCollection {
  private let limit: Int
  private var diagnostics: [Diagnostic] = []
  private var surplus: (count: Int, file: String)?

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ new: [Diagnostic]) {
    let room = max(0, limit - diagnostics.count)
    diagnostics.append(contentsOf: new.prefix(room))
    if new.count > room {
      surplus = ((surplus?.count ?? 0) + new.count - room, surplus?.file ?? new[room].file)
    }
  }

  /// Says at the fault behind a gap which references it left unchecked.
  mutating func addHint(of gap: ReadingGap) {
    guard let addition = gap.hint,
      let index = diagnostics.firstIndex(where: { diagnostic in
        diagnostic.file == gap.file && diagnostic.line == gap.place.line
          && diagnostic.column == gap.place.column
      })
    else { return }
    diagnostics[index].hint =
      diagnostics[index].hint.map { hint in
        BilingualText(
          de: "\(hint.german) \(addition.german)", en: "\(hint.english) \(addition.english)")
      } ?? addition
  }

  /// By file, line and column; at the end, how many there are besides.
  func sorted() -> [Diagnostic] {
    var sorted = diagnostics.sorted(by: Diagnostic.precedes)
    if let surplus {
      sorted.append(
        Diagnostic(
          file: surplus.file, line: 0, column: 0, code: "further-faults",
          message: BilingualText(
            de: "mindestens \(surplus.count) weitere Fehler in dieser und anderen Dateien",
            en: "at least \(surplus.count) further errors in this and other files"),
          hint: BilingualText(
            de: "Beheben Sie die gemeldeten Fehler, und prüfen Sie dann noch einmal.",
            en: "Mend the errors reported, then check again.")))
    }
    return sorted
  }
}
