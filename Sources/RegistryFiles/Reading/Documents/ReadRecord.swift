import Portfolio

/// A record as it was read, or what is left of it.
struct ReadRecord: Sendable {
  /// Nil where too much was wrong.
  var record: RegistryRecord?
  var mentions: [Mention]
  /// Whether faults were found in it, so that it must not be stored.
  var isFaulty: Bool
}

extension DocumentKind {
  /// The records of a document.
  func records(of document: DocumentView, sink: DocumentSink) -> [ReadRecord] {
    guard !document.isNull(0) else {
      sink.report(.emptyDocument, at: document.nodes[0])
      sink.noteGap(at: document.nodes[0])
      return []
    }
    var records: [ReadRecord] = []
    let faults = sink.faults
    var root = FieldReader(0, of: document, sink: sink)
    guard root.isMapping else {
      root.reportForm(.mapping, at: 0)
      return []
    }
    switch self {
    case .departments:
      root.records("departments", isRequired: true, into: &records) {
        Department(&$0).map(RegistryRecord.department)
      }
    case .roadmap:
      root.records("measures", isRequired: true, into: &records) {
        Measure(&$0).map(RegistryRecord.measure)
      }
    case .decisions:
      root.records("verdicts", into: &records) { Verdict(&$0).map(RegistryRecord.verdict) }
      root.records("waivers", into: &records) { Waiver(&$0).map(RegistryRecord.waiver) }
    case .strategy, .subStrategy, .participation, .project:
      let record = single(&root)
      root.finish()
      return [
        ReadRecord(
          record: record, mentions: sink.takeMentions(), isFaulty: sink.faults > faults)
      ]
    }
    root.finish()
    return records
  }

  /// The record of a document that is one.
  private func single(_ fields: inout FieldReader) -> RegistryRecord? {
    switch self {
    case .strategy: Strategy(&fields).map(RegistryRecord.strategy)
    case .subStrategy: SubStrategy(&fields).map(RegistryRecord.subStrategy)
    case .participation: Participation(&fields).map(RegistryRecord.participation)
    case .project: Project(&fields).map(RegistryRecord.project)
    case .departments, .roadmap, .decisions: nil
    }
  }
}

extension FieldReader {
  fileprivate var isMapping: Bool { document.nodes[node].kind == .mapping }

  /// The items of a list, each a record of its own.
  fileprivate mutating func records(
    _ key: StaticString, isRequired: Bool = false, into records: inout [ReadRecord],
    _ read: (inout FieldReader) -> RegistryRecord?
  ) {
    guard let items = items(key, isRequired: isRequired) else {
      if isRequired { sink.noteGap(at: document.nodes[node]) }
      return
    }
    forEach(items) { item in
      let faults = sink.faults
      var record: RegistryRecord?
      if var fields = nested(item) {
        record = read(&fields)
        fields.finish()
      }
      records.append(
        ReadRecord(
          record: record, mentions: sink.takeMentions(), isFaulty: sink.faults > faults))
    }
  }
}
