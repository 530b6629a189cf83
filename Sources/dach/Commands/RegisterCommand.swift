import ArgumentParser
import Findings
import Foundation
import Portfolio
import Registration
import RegistryDatabase
import RegistryFiles
import Reports

/// `dach register`: adds a project, by question and answer, by options, or from a file.
struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: text(
      de: "Registriert ein Projekt: im Gespräch, mit Optionen oder aus einer Datei.",
      en: "Registers a project: in a dialogue, by options or from a file."),
    discussion: text(
      de: """
        Ohne weitere Angaben stellt der Befehl Fragen, zeigt nach Titel und Beschreibung, was es \
        Ähnliches schon gibt, schlägt Themenkomplex und Leitlinie vor und fragt am Ende einmal, ob \
        alles stimmt. Nach einer Unterbrechung geht es dort weiter, wo man war.

        Beispiele:
          dach register
          dach register --title "E-Books leihen" --department kultur --status planned
          dach register --from projekt.yaml --dry-run
        """,
      en: """
        Without further options the command asks questions, shows after title and summary what is \
        registered already that is like it, suggests theme and guideline, and asks once at the end \
        whether all is right. After an interruption it goes on where you were.

        Examples:
          dach register
          dach register --title "Borrow e-books" --department kultur --status planned
          dach register --from project.yaml --dry-run
        """))

  @Option(
    help: help(
      de: "Id des Projekts; ohne Angabe wird sie aus dem Titel gebildet.",
      en: "The project's id; by default it is made of the title."))
  var id: String?

  @Option(
    help: help(
      de: "YAML-Datei mit einem oder mehreren Projekten.",
      en: "YAML file with one or more projects."),
    completion: .file(extensions: ["yaml", "yml"]))
  var from: String?

  @OptionGroup(title: text(de: "Angaben", en: "Fields")) var fields: ProjectFields
  @OptionGroup(title: text(de: "Zuordnung zu einer Leitlinie", en: "Alignment to a guideline"))
  var alignment: AlignmentFields
  @OptionGroup var amendment: AmendmentOptions

  private var language: Language { amendment.output.language }
  private var hasFields: Bool { !fields.isEmpty || !alignment.isEmpty || id != nil }

  func validate() throws {
    if from != nil, hasFields {
      throw ValidationError(
        text(
          de: "--from kommt ohne weitere Angaben aus: Alles steht in der Datei.",
          en: "--from goes without further fields: all is in the file."))
    }
    if hasFields, fields.title == nil || fields.department == nil {
      throw ValidationError(
        text(
          de: "Ein Projekt braucht mindestens --title und --department.",
          en: "A project needs at least --title and --department."))
    }
  }

  func run() async throws {
    let database = try await amendment.database.connect()
    let portfolio = try await database.run { try RegistryLoad().load($0) }
    if let from {
      try await add(projects(in: from), to: database)
    } else if hasFields {
      try await add([project(in: portfolio)], to: database)
    } else {
      try await converse(portfolio, database)
    }
  }

  private func add(_ projects: [Project], to database: Database) async throws {
    let registration = RegistryAmendment(command: "register", subjects: projects.map(\.id)) {
      for project in projects { try $0.add(project) }
    }
    let report = try await registration.run(on: database, isDryRun: amendment.dryRun)
    try amendment.output.printReport(report) { $0.renderAmendment(report) }
  }

  // MARK: By options

  /// - Throws: `RefusedChange`, `UnknownName`
  private func project(in portfolio: Portfolio) throws -> Project {
    var project = Project(id: id ?? "", title: "")
    try fields.apply(to: &project)
    project.department = try project.department.map { try portfolio.departmentID(named: $0) }
    if id == nil {
      project.id = ProjectID.proposal(
        for: project.title, department: project.department, in: portfolio)
    }
    try alignment.apply(to: &project, guidelines: portfolio.strategy?.guidelines ?? [])
    project.confirmed = .today
    return project
  }

  // MARK: From a file

  /// - Throws: `UnreadableRegistration`, `InvalidInput`
  private func projects(in path: String) throws -> [Project] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UnreadableRegistration(path: path)
    }
    let (records, diagnostics) = RegistryReader.read(Array(data), as: .project, file: path)
    try DiagnosticPrinter(paths: [path], language: language).report(diagnostics)
    return records.compactMap { record in
      guard case .project(let project) = record else { return nil }
      return project
    }
  }

  // MARK: By question and answer

  private func converse(_ portfolio: Portfolio, _ database: Database) async throws {
    guard Confirmation.isPossible else { throw NobodyToAsk() }
    let saved = Self.savedAnswers(language)
    let begun = saved?.begun ?? CalendarDay.today.description
    let failure = Noted<UnwritableFile>()
    var dialogue = RegistrationDialogue(
      Registration(in: portfolio, answers: saved?.answers ?? [:]), asOf: .today,
      language: language, style: .forStandardOutput(), console: TerminalConsole()
    ) { answers in
      do {
        try SavedRegistration(begun: begun, answers: answers).save()
      } catch let error as UnwritableFile { failure.note(error) } catch {}
    }
    switch dialogue.run() {
    case .dropped: SavedRegistration.remove()
    case .paused:
      // Nothing was kept where it could not be written, and that has to be said.
      if let failure = failure.value { throw failure }
      StandardError.write("\n" + Self.kept[language] + "\n")
    case .confirmed(var project):
      project.id = ProjectID.proposal(
        for: project.title, department: project.department, in: portfolio)
      project.confirmed = .today
      try await add([project], to: database)
      if !amendment.dryRun { SavedRegistration.remove() }
    }
  }

  private static let kept = BilingualText(
    de: "Ihre Antworten sind aufgehoben. Weiter geht es mit: dach register",
    en: "Your answers are kept. Go on with: dach register")

  /// The answers of before, if somebody wants to go on with them.
  private static func savedAnswers(_ language: Language) -> SavedRegistration? {
    guard let saved = SavedRegistration.load() else { return nil }
    let title = saved.answers[.title] ?? ""
    let day = PartialDate(saved.begun)?.wording ?? BilingualText(de: saved.begun, en: saved.begun)
    let question = BilingualText(
      de: "Am \(day.german) haben Sie „\(title)“ begonnen. Damit weitermachen? [J/n]",
      en: "On \(day.english) you began '\(title)'. Go on with it? [Y/n]")
    StandardError.write(question[language] + " ")
    let answer = readLine()?.lowercased().filter { !$0.isWhitespace } ?? ""
    guard ["n", "nein", "no"].contains(answer) else { return saved }
    SavedRegistration.remove()
    return nil
  }
}

/// A dialogue was asked for where nobody can answer.
struct NobodyToAsk: PresentableError {
  var exitCode: Int32 { 64 }

  var text: BilingualText {
    BilingualText(
      de: "Hier kann niemand antworten. Nennen Sie --title und --department, oder --from DATEI.",
      en: "Nobody can answer here. Name --title and --department, or --from FILE.")
  }
}

/// The file to register from cannot be read.
struct UnreadableRegistration: PresentableError {
  let path: String

  var exitCode: Int32 { 65 }

  var text: BilingualText {
    BilingualText(
      de: "Die Datei „\(path)“ lässt sich nicht lesen. Prüfen Sie Namen und Rechte.",
      en: "The file '\(path)' cannot be read. Check its name and permissions.")
  }
}
