import Portfolio

extension Portfolio {
  /// The id of the department that `name` names by id, name or alias, regardless of case; nil
  /// where there is none.
  func departmentID(of name: String) -> String? {
    if departments.contains(where: { $0.id == name }) { return name }
    let wanted = name.lowercased()
    return departments.first { department in
      ([department.id, department.name] + department.aliases).contains { $0.lowercased() == wanted }
    }?.id
  }

  /// The same for a name that has to be a department's.
  ///
  /// - Throws: `UnknownName`
  func departmentID(named name: String) throws -> String {
    guard let id = departmentID(of: name) else {
      throw UnknownName(
        kind: BilingualText(de: "Dienststelle", en: "department"), name: name,
        known: departments.flatMap { [$0.id, $0.name] })
    }
    return id
  }
}

extension Portfolio {
  /// The id of the theme that `name` names by id, name or alias, regardless of case.
  ///
  /// - Throws: `UnknownName`
  func themeID(named name: String) throws -> String {
    let themes = strategy?.themes ?? []
    if themes.contains(where: { $0.id == name }) { return name }
    let wanted = name.lowercased()
    let found = themes.first { theme in
      ([theme.id, theme.name] + theme.aliases).contains { $0.lowercased() == wanted }
    }
    guard let found else {
      throw UnknownName(
        kind: BilingualText(de: "Themenkomplex", en: "theme"), name: name,
        known: themes.flatMap { [$0.id, $0.name] })
    }
    return found.id
  }
}

extension UnknownName {
  static func project(_ id: String, in portfolio: Portfolio) -> UnknownName {
    UnknownName(
      kind: BilingualText(de: "Projekt", en: "project"), name: id,
      known: (portfolio.projects + portfolio.mergedProjects).flatMap { [$0.id] + $0.formerly })
  }
}
