internal import Portfolio

extension CellReading {
  /// The first is the main one. More than one may stand here where there is no column for
  /// further ones.
  func setGuideline(_ text: String, of project: inout Project) throws(CellRefusal) {
    if names.guidelines.find(text) == .unknown, NotStated.isMeant(by: text) { return }
    let ids = try ids(text, .guideline, names.guidelines)
    guard let main = ids.first else { return }
    guard ids.count == 1 || !columns.contains(.furtherGuidelines) else {
      throw CellRefusal(
        de: "Hier steht eine Leitlinie; weitere gehören in „Weitere Leitlinien“.",
        en: "One guideline stands here; further ones belong in 'Further guidelines'.")
    }
    setMain(main, of: &project)
    if !columns.contains(.furtherGuidelines), ids.count > 1 {
      setSecondary(Array(ids.dropFirst()), of: &project)
    }
  }

  private func setMain(_ guideline: String, of project: inout Project) {
    guard project.primaryAlignment?.guideline != guideline else { return }
    var main =
      project.alignments.first { $0.guideline == guideline }
      ?? Alignment(
        guideline: guideline, role: .primary, revision: names.revision(of: guideline))
    main.role = .primary
    project.alignments.removeAll { $0.role == .primary || $0.guideline == guideline }
    project.alignments.insert(main, at: 0)
  }

  private func setSecondary(_ guidelines: [String], of project: inout Project) {
    let former = project.alignments
    project.alignments.removeAll { $0.role == .secondary }
    project.alignments += guidelines.map { guideline in
      former.first { $0.guideline == guideline && $0.role == .secondary }
        ?? Alignment(
          guideline: guideline, role: .secondary, revision: names.revision(of: guideline))
    }
  }

  func setFurtherGuidelines(
    _ text: String, of project: inout Project
  ) throws(CellRefusal) {
    if names.guidelines.find(text) == .unknown, NotStated.isMeant(by: text) { return }
    let ids = try ids(text, .furtherGuidelines, names.guidelines)
    if let main = project.primaryAlignment?.guideline, ids.contains(main) {
      throw CellRefusal(
        de: "„\(names.guidelines.written(main, in: .german))“ steht schon unter „Leitlinie“.",
        en: "'\(names.guidelines.written(main, in: .english))' stands under 'Guideline' already.")
    }
    setSecondary(ids, of: &project)
  }

  func setRationale(_ text: String, of project: inout Project) throws(CellRefusal) {
    guard let place = project.alignments.firstIndex(where: { $0.role == .primary }) else {
      throw .needs(.guideline, for: .rationale)
    }
    project.alignments[place].rationale = text
  }
}
