internal import Portfolio

/// How a waiver is spoken of, and how it is named in findings about it.
struct WaiverWording {
  let snapshot: Snapshot
  let waiver: Waiver

  init(_ waiver: Waiver, in snapshot: Snapshot) {
    self.snapshot = snapshot
    self.waiver = waiver
  }

  /// Named by its rule and its subjects, in whatever order they are written.
  var subject: Subject {
    Subject(.waiver, "\(waiver.rule):\(waiver.subjects.sorted().joined(separator: "+"))")
  }

  /// Indices of the departments it is about.
  var departments: [Int] { waiver.subjects.compactMap { snapshot.departmentTable[$0] } }

  /// The rule's title in quotation marks; its name where there is no such rule.
  var rule: BilingualText {
    guard let title = Rules.named(waiver.rule)?.documentation.title else {
      return Quotation.of(waiver.rule)
    }
    return BilingualText(de: "„\(title.german)“", en: "“\(title.english)”")
  }

  var subjects: BilingualText { Enumeration.of(waiver.subjects.map(name)) }

  /// The reason in quotation marks, as the end of a sentence.
  var reason: BilingualText {
    let quoted = Quotation.of(waiver.reason)
    guard let last = waiver.reason.last, !".!?…".contains(last) else { return quoted }
    return BilingualText(de: quoted.german + ".", en: quoted.english + ".")
  }

  /// The command that grants it anew.
  var renewal: String { command + " --reason \"…\" --approver … --expires …" }

  /// The command that takes it back.
  var removal: String { command + " --remove" }

  private var command: String {
    (["dach waive", waiver.rule] + waiver.subjects).joined(separator: " ")
  }

  /// What people call the thing with this id; the id itself where nothing has it.
  private func name(of id: String) -> BilingualText {
    let name =
      snapshot.guidelineTable[id].map { snapshot.guidelines[$0].name }
      ?? snapshot.departmentTable[id].map { snapshot.departments[$0].name }
      ?? snapshot.themeTable[id].map { snapshot.themes[$0].name }
      ?? snapshot.strategyTable[id].map { snapshot.subStrategies[$0].name }
      ?? snapshot.projectTable[id].map { snapshot.projects[$0].title }
      ?? snapshot.serviceTable[id].map { snapshot.services[$0].name }
    return Quotation.of(name ?? id)
  }
}
