import ArgumentParser
import Portfolio
import ProjectQuery

/// What `dach query` keeps under a name.
struct SavedQueryOptions: ParsableArguments {
  @Option(
    name: .customLong("save"),
    help: help(
      de: "Die Anfrage unter diesem Namen behalten; danach steht @NAME für sie.",
      en: "Keep the query under this name; then @NAME stands for it."))
  var name: String?

  @Flag(
    name: .customLong("saved"),
    help: help(de: "Die behaltenen Anfragen zeigen.", en: "Show the queries kept."))
  var isList = false

  @Option(
    name: .customLong("forget"),
    help: help(
      de: "Die Anfrage mit diesem Namen nicht länger behalten.",
      en: "No longer keep the query of this name."))
  var forgotten: String?

  func validate() throws {
    guard let name, !SavedQueries.isName(name) else { return }
    throw ValidationError(
      text(
        de: "--save: „\(name)“ ist kein Name; möglich sind Buchstaben, Ziffern, „-“ und „_“.",
        en: "--save: '\(name)' is no name; letters, digits, '-' and '_' are possible."))
  }

  /// Shows or forgets what was saved, where that was asked for.
  ///
  /// - Returns: whether it was.
  /// - Throws: `UnknownName`, `UnwritableFile`
  func answer(from saved: SavedQueries, language: Language) throws -> Bool {
    if let forgotten {
      var saved = saved
      try saved.remove(forgotten)
      try saved.save()
      return true
    }
    guard isList else { return false }
    let none = BilingualText(
      de: "Sie haben noch keine Anfrage behalten: dach query … --save NAME",
      en: "You have kept no query so far: dach query … --save NAME")
    let lines = saved.queries.map { "@\($0.name)  \($0.text)" }
    print(lines.isEmpty ? none[language] : lines.joined(separator: "\n"))
    return true
  }

  /// Keeps a query that has been answered, in its canonical notation.
  ///
  /// - Throws: `UnwritableFile`
  func save(_ query: Query) throws {
    guard let name else { return }
    var saved = SavedQueries()
    saved.put(query.description, as: name)
    try saved.save()
    StandardError.write(
      text(
        de: "Behalten als @\(name): dach query @\(name)\n",
        en: "Kept as @\(name): dach query @\(name)\n"))
  }
}
