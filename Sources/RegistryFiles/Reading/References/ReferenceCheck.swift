public import Portfolio

/// Holds the references of all records against what exists, and keeps ids unique.
///
/// Records are admitted one by one, in the order in which they are read; references may point
/// forwards, so faults are known only at the end:
///
///     var check = ReferenceCheck(known: known)
///     for record in records { store(check.admit(record)) }
///     report(check.finish())
///
/// Only departments named by their name or an alias must come before whatever refers to them;
/// `RegistryReader` sees to that.
public struct ReferenceCheck {
  private let known: KnownIDs
  private let limit: Int
  private var directory: DepartmentDirectory
  /// Where each id is defined, by `Mention.Kind.rawValue`.
  private var definitions: [[String: Place]]
  private var pending: [Pending] = []
  private var diagnostics: [Diagnostic] = []
  private var files: [String] = []
  private var strategiesRead = 0
  /// The next number to try for a further claimant of a project's id.
  private var nextClaim: [String: Int] = [:]

  /// - Parameters:
  ///   - known: what is registered already and may be referred to.
  ///   - limit: how many faults to put into words; further ones are left out.
  public init(known: KnownIDs = KnownIDs(), limit: Int = .max) {
    self.known = known
    self.limit = limit
    directory = DepartmentDirectory(known: known.departments)
    definitions = Array(repeating: [:], count: Mention.Kind.allCases.count)
  }

  /// Takes in a record whose faults are reported at the line where it begins.
  public mutating func admit(_ record: RegistryRecord) -> RegistryRecord {
    let location = record.location ?? SourceLocation(file: "", line: 0)
    return admit(
      record, mentions: record.mentions(line: UInt32(clamping: location.line), column: 1),
      file: location.file)
  }

  /// Takes in a record, and returns it with departments named by their ids, and, where its own
  /// id was taken, under the id it got instead.
  ///
  /// - Parameters:
  ///   - mentions: every id that the record defines or refers to, with its place.
  ///   - file: the file it stands in, relative to the registry's folder.
  public mutating func admit(
    _ record: RegistryRecord, mentions: [Mention], file: String
  ) -> RegistryRecord {
    var record = record
    switch record {
    case .department(let department): directory.add(department)
    case .strategy: strategiesRead += 1
    default: break
    }
    let department = record.resolveDepartments(with: directory)
    for mention in mentions {
      let place = place(of: mention, in: file)
      switch (mention.role, mention.kind) {
      case (.definition, .project):
        if case .project(var project) = record {
          claim(&project, at: place)
          record = .project(project)
        }
      case (.definition, .strategy) where strategiesRead > 1:
        reportSecondStrategy(mention, at: place)
      case (.definition, .office):
        // Unique within the department, so checked there.
        continue
      case (.definition, _):
        define(mention, at: place)
      case (.reference, .office):
        checkOffice(mention, of: record, in: department, at: place)
      case (.reference, _):
        refer(mention, at: place)
      }
    }
    if case .department(let department) = record {
      checkOffices(of: department, mentions: mentions, file: file)
    }
    return record
  }

  /// Takes in what a document gave, and returns its record where that may be stored.
  mutating func admit(_ item: ReadRecord, file: String) -> RegistryRecord? {
    guard let record = item.record else {
      note(item.mentions, file: file)
      return nil
    }
    let admitted = admit(record, mentions: item.mentions, file: file)
    return item.isFaulty ? nil : admitted
  }

  /// Takes in what a document mentions that could not become a record, so that what it defines is
  /// not reported missing as well.
  private mutating func note(_ mentions: [Mention], file: String) {
    for mention in mentions where mention.role == .definition && mention.kind != .office {
      if mention.kind == .department {
        directory.add(Department(id: mention.id, name: mention.id))
      }
      let place = place(of: mention, in: file)
      let kind = Int(mention.kind.rawValue)
      if definitions[kind][mention.id] == nil { definitions[kind][mention.id] = place }
    }
  }

  /// The faults of all references, ordered by file, line and column. Call it once, at the end.
  public mutating func finish() -> [Diagnostic] {
    var suggestions = Suggestions()
    for reference in pending where diagnostics.count < limit {
      resolvePending(reference, with: &suggestions)
    }
    pending = []
    defer { diagnostics = [] }
    return diagnostics.sorted(by: Diagnostic.precedes)
  }
}

/// A position that knows its file by number, to keep a million of them small.
private struct Place {
  var file: Int32
  var line: UInt32
  var column: UInt32
}

/// A reference whose target had not been seen when it was read.
private struct Pending {
  var id: String
  var kind: Mention.Kind
  /// For offices: the department they must belong to.
  var department: String?
  var place: Place

  init(_ mention: Mention, in department: String? = nil, at place: Place) {
    id = mention.id
    kind = mention.kind
    self.department = department
    self.place = place
  }
}

extension ReferenceCheck {
  private mutating func place(of mention: Mention, in file: String) -> Place {
    if files.last != file { files.append(file) }
    return Place(
      file: Int32(files.count - 1), line: mention.line, column: mention.column)
  }

  /// Records a definition, or reports that the id is taken.
  private mutating func define(_ mention: Mention, at place: Place) {
    let kind = Int(mention.kind.rawValue)
    if let first = definitions[kind][mention.id] {
      let (de, en) = (mention.kind.noun.german, mention.kind.noun.english)
      report(
        at: place, code: "duplicate-id",
        BilingualText(
          de: "\(de) „\(mention.id)“ gibt es schon: \(description(of: first))",
          en: "there is another \(en) '\(mention.id)' already: \(description(of: first))"),
        hint: BilingualText(
          de: "Geben Sie einem der beiden eine andere id, oder streichen Sie einen.",
          en: "Give one of the two another id, or remove one."))
    } else {
      definitions[kind][mention.id] = place
    }
  }

  /// Gives `project` its id, or, where that is taken, the next free one beside it. Nothing is
  /// dropped: which of the two is right, people decide.
  private mutating func claim(_ project: inout Project, at place: Place) {
    let kind = Int(Mention.Kind.project.rawValue)
    guard let first = definitions[kind][project.id] else {
      definitions[kind][project.id] = place
      return
    }
    let wanted = project.claims ?? project.id
    var number = nextClaim[wanted] ?? 2
    while definitions[kind]["\(wanted)--\(number)"] != nil { number += 1 }
    nextClaim[wanted] = number + 1
    let asked = project.id
    project.id = "\(wanted)--\(number)"
    project.claims = wanted
    definitions[kind][project.id] = place
    report(
      at: place, severity: .warning, code: "second-claimant",
      BilingualText(
        de: "die id „\(asked)“ ist schon vergeben: \(description(of: first))",
        en: "the id '\(asked)' is taken already: \(description(of: first))"),
      hint: BilingualText(
        de: "Beide Projekte bleiben erhalten; dieses heißt bis zu einer Entscheidung "
          + "„\(project.id)“.",
        en: "Both projects are kept; this one is called '\(project.id)' until you decide."))
  }

  private mutating func refer(_ mention: Mention, at place: Place) {
    switch mention.kind {
    case .department:
      if case .id = directory.resolve(mention.id) { return }
    case .project:
      // May be unknown (any more): the check flags it.
      return
    default:
      if definitions[Int(mention.kind.rawValue)][mention.id] != nil { return }
    }
    pending.append(Pending(mention, at: place))
  }

  /// Holds a project's office against its department, as far as that is known.
  private mutating func checkOffice(
    _ mention: Mention, of record: RegistryRecord, in department: String?, at place: Place
  ) {
    if let department {
      if directory.hasOffice(mention.id, in: department) { return }
      pending.append(Pending(mention, in: department, at: place))
    } else if case .project(let project) = record, project.department == nil {
      report(
        at: place, code: "office-without-department",
        BilingualText(
          de: "zur Dienststelle „\(mention.id)“ fehlt das Referat",
          en: "the office '\(mention.id)' needs its department"),
        hint: BilingualText(
          de: "Ergänzen Sie eine Zeile „department: …“.", en: "Add a line 'department: …'."))
    }
  }

  private mutating func checkOffices(
    of department: Department, mentions: [Mention], file: String
  ) {
    var seen: [String: Mention] = [:]
    for mention in mentions where mention.role == .definition && mention.kind == .office {
      guard let first = seen.updateValue(mention, forKey: mention.id) else { continue }
      seen[mention.id] = first
      report(
        at: place(of: mention, in: file), code: "duplicate-id",
        BilingualText(
          de: "die Dienststelle „\(mention.id)“ steht in „\(department.id)“ schon in Zeile "
            + "\(first.line)",
          en: "the office '\(mention.id)' stands in '\(department.id)' already, on line "
            + "\(first.line)"),
        hint: BilingualText(
          de: "Geben Sie einer der beiden eine andere id, oder streichen Sie eine.",
          en: "Give one of the two another id, or remove one."))
    }
  }

  private mutating func resolvePending(
    _ reference: Pending, with suggestions: inout Suggestions
  ) {
    switch reference.kind {
    case .department:
      switch directory.resolve(reference.id) {
      case .id(reference.id): return
      case .ambiguous(let ids): reportAmbiguous(reference, ids)
      case .id(let id): reportUnknown(reference, nearest: id)
      case .unknown:
        reportUnknown(
          reference,
          nearest: suggestions.nearest(to: reference.id, key: "department") { directory.ids })
      }
    case .office:
      guard let department = reference.department,
        !directory.hasOffice(reference.id, in: department)
      else { return }
      let offices = directory.offices(of: department)
      reportUnknown(
        reference,
        nearest: suggestions.nearest(to: reference.id, key: department) { offices })
    default:
      let defined = definitions[Int(reference.kind.rawValue)]
      let elsewhere = known.ids(reference.kind, strategyIsRead: strategiesRead > 0)
      if defined[reference.id] != nil || elsewhere.contains(reference.id) { return }
      reportUnknown(
        reference,
        nearest: suggestions.nearest(to: reference.id, key: "\(reference.kind)") {
          (Array(defined.keys) + elsewhere).sorted()
        })
    }
  }

  private mutating func reportSecondStrategy(_ mention: Mention, at place: Place) {
    let first = definitions[Int(Mention.Kind.strategy.rawValue)].values.first
    let firstPlace = first.map(description(of:)) ?? ""
    report(
      at: place, code: "duplicate-strategy",
      BilingualText(
        de: "eine Dachstrategie gibt es schon: \(firstPlace)",
        en: "there is an umbrella strategy already: \(firstPlace)"),
      hint: BilingualText(
        de: "Eine Registratur hat genau eine; Fachstrategien stehen unter strategies/.",
        en: "A registry has exactly one; sub-strategies stand in strategies/."))
  }

  private mutating func reportAmbiguous(_ reference: Pending, _ ids: [String]) {
    let list = ids.joined(separator: ", ")
    report(
      at: reference.place, code: "ambiguous-department",
      BilingualText(
        de: "„\(reference.id)“ nennen sich mehrere Referate: \(list)",
        en: "several departments go by the name '\(reference.id)': \(list)"),
      hint: BilingualText(
        de: "Schreiben Sie statt des Namens die id.", en: "Write the id instead of the name."))
  }

  private mutating func reportUnknown(_ reference: Pending, nearest: String?) {
    let noun = reference.kind.noun
    let scope = reference.department.map { department in
      BilingualText(de: " in „\(department)“", en: " in '\(department)'")
    }
    report(
      at: reference.place, code: reference.kind.unknownCode,
      BilingualText(
        de: "\(noun.german) „\(reference.id)“ ist\(scope?.german ?? "") nicht bekannt",
        en: "there is no \(noun.english) '\(reference.id)'\(scope?.english ?? "")"),
      hint: nearest.map {
        BilingualText(de: "Meinten Sie „\($0)“?", en: "Did you mean '\($0)'?")
      }
        ?? BilingualText(
          de: "Bekannt ist, was in \(reference.kind.home) steht.",
          en: "Known is what stands in \(reference.kind.home)."))
  }

  private mutating func report(
    at place: Place, severity: Diagnostic.Severity = .error, code: String,
    _ message: BilingualText, hint: BilingualText
  ) {
    diagnostics.append(
      Diagnostic(
        file: files[Int(place.file)], line: Int(place.line), column: Int(place.column),
        severity: severity, code: code, message: message, hint: hint))
  }

  private func description(of place: Place) -> String {
    "\(files[Int(place.file)]):\(place.line)"
  }
}
