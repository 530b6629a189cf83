import Portfolio

// What is referred to must exist.
extension ReferenceCheck {
  mutating func refer(_ mention: Mention, at place: ReferencePlace) {
    switch mention.kind {
    case .department:
      if case .id = directory.resolve(mention.id) { return }
    case .project:
      // May be unknown (any more): the check flags it.
      return
    default:
      if definitions[Int(mention.kind.rawValue)][mention.id] != nil { return }
    }
    pending.append(PendingReference(mention, at: place))
  }

  /// Holds a project's office against its department, as far as that is known.
  mutating func checkOffice(
    _ mention: Mention, of record: RegistryRecord, in department: String?, at place: ReferencePlace
  ) {
    if let department {
      if directory.hasOffice(mention.id, in: department) { return }
      pending.append(PendingReference(mention, in: department, at: place))
    } else if case .project(let project) = record, project.department == nil {
      report(.officeWithoutDepartment(mention.id), at: place)
    }
  }

  mutating func resolvePending(
    _ reference: PendingReference, with suggestions: inout Suggestions
  ) {
    switch reference.kind {
    case .department:
      switch directory.resolve(reference.id) {
      case .id(reference.id): return
      case .ambiguous(let ids):
        report(.ambiguousDepartment(reference.id, ids: ids), at: reference.place)
      case .id(let id): reportUnknown(reference, nearest: id)
      case .unknown:
        guard !isExcused(.department) else { return }
        reportUnknown(
          reference,
          nearest: suggestions.nearest(to: reference.id, key: "department") { directory.ids })
      }
    case .office:
      guard let department = reference.department,
        !directory.hasOffice(reference.id, in: department), !isExcused(.office)
      else { return }
      let offices = directory.offices(of: department)
      reportUnknown(
        reference,
        nearest: suggestions.nearest(to: reference.id, key: department) { offices })
    default:
      let defined = definitions[Int(reference.kind.rawValue)]
      let elsewhere = known.ids(reference.kind, strategyIsRead: strategiesRead > 0)
      if defined[reference.id] != nil || elsewhere.contains(reference.id) { return }
      guard !isExcused(reference.kind) else { return }
      reportUnknown(
        reference,
        nearest: suggestions.nearest(to: reference.id, key: "\(reference.kind)") {
          (Array(defined.keys) + elsewhere).sorted()
        })
    }
  }

  private mutating func reportUnknown(_ reference: PendingReference, nearest: String?) {
    report(.unknown(reference, nearest: nearest), at: reference.place)
  }
}
