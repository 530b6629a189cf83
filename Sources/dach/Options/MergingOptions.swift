public import ArgumentParser
public import Portfolio

extension MergeField: ExpressibleByArgument {
  /// Lists are joined without being asked for.
  public static var allValueStrings: [String] { single.map(\.rawValue) }
}

/// How two records of one undertaking become one.
struct MergingOptions: ParsableArguments {
  @Option(
    help: help(
      de: "Id des Projekts, das weitergeführt wird; das andere geht in ihm auf.",
      en: "Id of the project that goes on; the other one goes into it."))
  var into: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      text(
        de: "Feld, in dem bei Widerspruch die Angabe des anderen gilt. Mehrmals möglich.",
        en: "Field in which the other one's value counts where they disagree. May be repeated."),
      valueName: text(de: "feld", en: "field")),
    completion: .list(MergeField.single.map(\.rawValue)))
  var take: [MergeField] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      text(
        de: "visibility: Angaben eines weniger sichtbaren Projekts dürfen sichtbarer werden.",
        en: "visibility: the contents of a less visible project may become more visible."),
      valueName: text(de: "feld", en: "field")))
  var keep: [MergeField] = []

  var isEmpty: Bool { into == nil && take.isEmpty && keep.isEmpty }

  func validate() throws {
    if into == nil, !isEmpty {
      throw ValidationError(
        text(de: "--take und --keep brauchen --into.", en: "--take and --keep need --into."))
    }
    if let list = take.first(where: \.isList) {
      throw ValidationError(
        text(
          de: "--take \(list.rawValue): Listen werden immer zusammengelegt.",
          en: "--take \(list.rawValue): lists are always joined."))
    }
    if !Set(take).isDisjoint(with: keep) {
      throw ValidationError(
        text(
          de: "Dasselbe Feld kann nicht zugleich übernommen werden und bleiben.",
          en: "The same field cannot be taken over and stay."))
    }
  }

  var consequence: DecisionChange.Consequence? {
    into.map { .merge(into: $0, taking: Set(take), keeping: Set(keep)) }
  }
}

/// Of which joint project two projects become parts.
struct BundlingOptions: ParsableArguments {
  @Option(
    name: [.customLong("parent"), .customLong("bundle")],
    help: help(
      de: "Id eines eingetragenen gemeinsamen Projekts.",
      en: "Id of a registered joint project."))
  var parent: String?

  @Option(
    help: help(
      de: "Titel eines neuen gemeinsamen Projekts; es wird als Idee angelegt.",
      en: "Title of a new joint project; it is registered as an idea."))
  var parentTitle: String?

  @Option(
    help: help(
      de: "Dienststelle des neuen Projekts (Id oder Name); ohne Angabe die des ersten.",
      en: "Department of the new project (id or name); by default the first one's."))
  var parentDepartment: String?

  var isEmpty: Bool { parent == nil && parentTitle == nil && parentDepartment == nil }

  func validate() throws {
    if parent != nil, parentTitle != nil || parentDepartment != nil {
      throw ValidationError(
        text(
          de: "--parent nennt ein eingetragenes Projekt, --parent-title ein neues; nur eines geht.",
          en: "--parent names a registered project, --parent-title a new one; only one goes."))
    }
    if parentDepartment != nil, parentTitle == nil {
      throw ValidationError(
        text(
          de: "--parent-department braucht --parent-title.",
          en: "--parent-department needs --parent-title."))
    }
  }

  var consequence: DecisionChange.Consequence? {
    if let parent = parent?.nonEmpty { return .bundle(.registered(parent)) }
    return parentTitle?.nonEmpty.map {
      .bundle(.new(title: $0, department: parentDepartment?.nonEmpty))
    }
  }
}
