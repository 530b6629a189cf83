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
  let known: KnownIDs
  private let limit: Int
  private(set) var directory: DepartmentDirectory
  /// Where each id is defined, by `Mention.Kind.rawValue`.
  var definitions: [[String: ReferencePlace]]
  var pending: [PendingReference] = []
  private var diagnostics: [Diagnostic] = []
  private var files: [String] = []
  private(set) var strategiesRead = 0
  /// The next number to try for a further claimant of a project's id.
  var nextClaim: [String: Int] = [:]
  /// What could not be read of documents that define ids; the first of each kind of document.
  private(set) var gaps: [DocumentKind: ReadingGap] = [:]

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
        let first = definitions[Int(Mention.Kind.strategy.rawValue)].values.first
        report(.secondStrategy(first: first.map(description(of:)) ?? ""), at: place)
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

  /// Takes note that ids may be given where nobody could read them.
  mutating func admit(_ gap: ReadingGap) {
    if gaps[gap.kind] == nil { gaps[gap.kind] = gap }
  }

  /// Whether an unknown id of this kind may stand where nobody could read it; it then counts as a
  /// reference left unchecked.
  mutating func isExcused(_ kind: Mention.Kind) -> Bool {
    guard gaps[kind.document] != nil else { return false }
    gaps[kind.document]?.uncheckedReferences += 1
    return true
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

  // MARK: Places

  mutating func place(of mention: Mention, in file: String) -> ReferencePlace {
    if files.last != file { files.append(file) }
    return ReferencePlace(
      file: Int32(files.count - 1), line: mention.line, column: mention.column)
  }

  mutating func report(_ fault: ReferenceFault, at place: ReferencePlace) {
    diagnostics.append(
      Diagnostic(
        file: files[Int(place.file)], line: Int(place.line), column: Int(place.column),
        severity: fault.severity, code: fault.code, message: fault.message, hint: fault.hint))
  }

  func description(of place: ReferencePlace) -> String {
    "\(files[Int(place.file)]):\(place.line)"
  }
}
