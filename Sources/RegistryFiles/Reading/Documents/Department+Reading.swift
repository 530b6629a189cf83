import Portfolio

extension Department {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.department)
    let name = fields.text("name", isRequired: true)
    let kind = fields.choice("kind", of: DepartmentKind.self)
    let aliases = fields.texts("aliases")
    let role = fields.text("role")
    let contact = fields.mailbox("contact")
    let offices = fields.list("offices", Office.init)
    let notes = fields.texts("notes")
    let sources = fields.references("sources", to: .source)
    guard let id, let name else { return nil }
    self.init(
      id: id, name: name, kind: kind ?? .department, aliases: aliases, role: role,
      contact: contact, offices: offices, notes: notes, sources: sources,
      location: fields.location)
  }
}

extension Office {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.office)
    let name = fields.text("name", isRequired: true)
    let aliases = fields.texts("aliases")
    guard let id, let name else { return nil }
    self.init(id: id, name: name, aliases: aliases)
  }
}
