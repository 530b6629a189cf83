import Portfolio

// Ids are unique within their kind.
extension ReferenceCheck {
  /// Records a definition, or reports that the id is taken.
  mutating func define(_ mention: Mention, at place: ReferencePlace) {
    let kind = Int(mention.kind.rawValue)
    if let first = definitions[kind][mention.id] {
      report(.duplicateID(mention, first: description(of: first)), at: place)
    } else {
      definitions[kind][mention.id] = place
    }
  }

  /// Gives `project` its id, or, where that is taken, the next free one beside it. Nothing is
  /// dropped: which of the two is right, people decide.
  mutating func claim(_ project: inout Project, at place: ReferencePlace) {
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
      .secondClaimant(of: asked, first: description(of: first), given: project.id), at: place)
  }

  /// Holds the offices of a department against each other.
  mutating func checkOffices(of department: Department, mentions: [Mention], file: String) {
    var seen: [String: Mention] = [:]
    for mention in mentions where mention.role == .definition && mention.kind == .office {
      guard let first = seen.updateValue(mention, forKey: mention.id) else { continue }
      seen[mention.id] = first
      report(
        .duplicateOffice(mention, in: department, firstLine: Int(first.line)),
        at: place(of: mention, in: file))
    }
  }
}
