import Portfolio

extension CanonicalDocument {
  func write(_ departments: [Department]) throws {
    try mapping(.block) {
      try entries("departments", departments) { department in
        try requiredID("id", department.id)
        try required("name", department.name)
        try word("kind", department.kind, default: .department)
        try words("aliases", department.aliases)
        try optional("role", department.role)
        try optional("contact", department.contact)
        try entries("offices", department.offices, .flow) { office in
          try requiredID("id", office.id)
          try required("name", office.name)
          try words("aliases", office.aliases)
        }
        try lines("notes", department.notes)
        try sourceIDs(department.sources)
      }
    }
  }

  func write(_ subStrategy: SubStrategy) throws {
    try mapping(.block) {
      try requiredID("id", subStrategy.id)
      try required("name", subStrategy.name)
      try optional("summary", subStrategy.summary)
      try optional("lead", subStrategy.lead)
      if subStrategy.isFoundation { try plain("foundation", "true") }
      try period("period", subStrategy.period)
      try budget("budget", subStrategy.budget)
      try entries("decisions", subStrategy.decisions) { decision in
        try date("date", decision.date)
        try optional("body", decision.body)
        try required("text", decision.text)
      }
      try lines("notes", subStrategy.notes)
      try sourceIDs(subStrategy.sources)
    }
  }
}
