public import Portfolio

extension Snapshot {
  /// A project's title in quotation marks.
  public func title(of project: Int) -> BilingualText { Quotation.of(projects[project].title) }

  /// The owning department's name, or that there is none.
  public func ownerName(of project: Int) -> BilingualText {
    guard let department = department(of: project) else {
      return BilingualText(de: "ohne Dienststelle", en: "no department")
    }
    return BilingualText(de: departments[department].name, en: departments[department].name)
  }

  public func subject(_ project: Int) -> Subject { Subject(.project, projects[project].id) }

  func departmentSubject(_ department: Int) -> Subject {
    Subject(.department, departments[department].id)
  }

  /// The departments that own the projects, in order and without repetition.
  func owners(of projects: some Sequence<Int>) -> [Int] {
    Set(projects.compactMap { department(of: $0) }).sorted()
  }
}
