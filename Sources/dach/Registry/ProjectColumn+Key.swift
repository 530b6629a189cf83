import ProjectTables

extension ProjectColumn {
  /// The column that holds the value of a key of the registry's files.
  init?(key: String) {
    switch key {
    case "alignments": self = .guideline
    case "services": self = .requires
    case "period": self = .end
    case "amount": self = .budget
    case "level": self = .visibility
    case "name", "sector": self = .partners
    default: self.init(rawValue: key)
    }
  }
}
