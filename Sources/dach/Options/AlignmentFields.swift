import ArgumentParser
import Portfolio

/// The options that align a project to a guideline, or take an alignment back.
struct AlignmentFields: ParsableArguments {
  @Option(
    help: help(
      de: "Leitlinie (Id), der das Projekt dient, in ihrer heutigen Fassung; mit --role.",
      en: "Guideline (id) that the project serves, as it reads today; with --role."))
  var guideline: String?

  @Option(
    help: help(
      de: "Rolle bei dieser Leitlinie: primary (Hauptziel) oder secondary.",
      en: "Role for that guideline: primary (the main goal) or secondary."))
  var role: Alignment.Role?

  @Option(
    help: help(
      de: "Warum das Projekt dieser Leitlinie dient.", en: "Why the project serves that guideline.")
  )
  var rationale: NewValue<String>?

  @Option(
    name: .customLong("remove-guideline"), parsing: .singleValue,
    help: help(
      de: "Zuordnung zu dieser Leitlinie streichen; mehrfach möglich.",
      en: "Take back the alignment to this guideline; repeatable."))
  var removed: [String] = []

  /// Whether no option is given.
  var isEmpty: Bool { guideline == nil && removed.isEmpty }

  func validate() throws {
    if guideline == nil, role != nil || rationale != nil {
      throw ValidationError(
        text(
          de: "--role und --rationale brauchen --guideline.",
          en: "--role and --rationale need --guideline."))
    }
  }

  /// - Parameter guidelines: The strategy's, for the present revision.
  /// - Throws: `RefusedChange`, `UnknownName`
  func apply(to project: inout Project, guidelines: [Guideline]) throws {
    for id in removed {
      guard guidelines.contains(where: { $0.id == id }) else {
        throw UnknownName(
          kind: BilingualText(de: "Leitlinie", en: "guideline"), name: id,
          known: guidelines.map(\.id))
      }
    }
    project.alignments.removeAll { removed.contains($0.guideline) }
    guard let guideline else { return }
    let place = project.alignments.firstIndex { $0.guideline == guideline }
    let present = place.map { project.alignments[$0] }
    guard let role = role ?? present?.role else {
      throw RefusedChange(
        de: "--role: Ist die Leitlinie das Hauptziel (primary) oder nicht (secondary)?",
        en: "--role: is the guideline the main goal (primary) or not (secondary)?")
    }
    // An unknown guideline is left to the rules for all references.
    let revision = guidelines.first { $0.id == guideline }?.revision ?? 1
    var alignment = Alignment(
      guideline: guideline, role: role,
      rationale: rationale.map(\.value) ?? present?.rationale, revision: revision,
      line: present?.line)
    // What the steward has looked at stays so while it says the same.
    alignment.review = present?.review ?? .declared
    if alignment != present { alignment.review = .declared }
    if let place {
      project.alignments[place] = alignment
    } else {
      project.alignments.append(alignment)
    }
  }
}
