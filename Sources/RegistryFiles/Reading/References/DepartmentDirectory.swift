import Portfolio

/// Finds departments by id, name or alias, however people happen to write them.
struct DepartmentDirectory {
  private struct Entry {
    var offices: Set<String>
  }

  private enum Bearer {
    case one(String)
    case several([String])
  }

  private var entries: [String: Entry] = [:]
  private var bearers: [String: Bearer] = [:]

  init(known: [Department] = []) {
    for department in known { add(department) }
  }

  /// Adds a department; one that was known before is replaced.
  mutating func add(_ department: Department) {
    entries[department.id] = Entry(
      offices: Set(department.offices.map(\.id)))
    for name in [department.name] + department.aliases {
      let folded = Self.folded(name)
      switch bearers[folded] {
      case nil:
        bearers[folded] = .one(department.id)
      case .one(let other) where other != department.id:
        bearers[folded] = .several([other, department.id])
      case .several(let others) where !others.contains(department.id):
        bearers[folded] = .several(others + [department.id])
      default:
        break
      }
    }
  }

  enum Resolution: Equatable {
    case id(String)
    case ambiguous([String])
    case unknown
  }

  /// The department that `text` means: its id, its name, or one of its aliases.
  func resolve(_ text: String) -> Resolution {
    if entries[text] != nil { return .id(text) }
    switch bearers[Self.folded(text)] {
    case .one(let id): return .id(id)
    case .several(let ids): return .ambiguous(ids.sorted())
    case nil: return .unknown
    }
  }

  func hasOffice(_ office: String, in department: String) -> Bool {
    entries[department]?.offices.contains(office) ?? false
  }

  func offices(of department: String) -> [String] {
    entries[department]?.offices.sorted() ?? []
  }

  var ids: [String] { entries.keys.sorted() }

  /// The name without what people write differently: case, spaces, and `&` for `und`.
  static func folded(_ name: String) -> String {
    var folded = ""
    for character in name where !character.isWhitespace {
      if character == "&" {
        folded += "und"
      } else {
        folded += character.lowercased()
      }
    }
    return folded
  }
}
