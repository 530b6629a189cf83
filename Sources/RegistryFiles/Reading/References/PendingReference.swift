/// A reference whose target had not been seen when it was read.
struct PendingReference {
  var id: String
  var kind: Mention.Kind
  /// For offices: the department they must belong to.
  var department: String?
  var place: ReferencePlace

  init(_ mention: Mention, in department: String? = nil, at place: ReferencePlace) {
    id = mention.id
    kind = mention.kind
    self.department = department
    self.place = place
  }
}

/// A position that knows its file by number, to keep a million of them small.
struct ReferencePlace {
  var file: Int32
  var line: UInt32
  var column: UInt32
}
