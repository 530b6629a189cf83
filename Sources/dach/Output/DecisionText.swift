import Findings
import Portfolio
import RegistryDatabase
import Reports

/// What a decision does, or would do, for the terminal.
struct DecisionText {
  let style: TerminalStyle
  let language: Language

  /// What is about to happen to records, before it is confirmed.
  func preview(_ effect: DecisionEffect) -> String {
    (effect.merge.map(lines) ?? []).joined(separator: "\n")
      + (effect.unmerge.map(lines) ?? []).joined(separator: "\n") + "\n"
  }

  /// What was decided, what followed from it, and what is left to decide.
  func render(
    _ report: ImportReport, _ effect: DecisionEffect, _ remaining: RemainingQuestions?
  ) -> String {
    var lines: [String] = []
    if effect.isGrave {
      if report.isDryRun { lines.append(Self.dryRun[language]) }
      lines += (effect.merge.map(self.lines) ?? []) + (effect.unmerge.map(self.lines) ?? [])
    } else {
      let amendment = ImportText(style: style, language: language).renderAmendment(report)
      lines.append(String(amendment.dropLast()))
      lines += (effect.bundle.map(self.lines) ?? []) + (effect.unbundle.map(self.lines) ?? [])
    }
    if !report.isUnchanged { lines += next(effect) + self.lines(remaining) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let dryRun = BilingualText(
    de: "Probelauf: Es wurde nichts gespeichert.", en: "Dry run: nothing was stored.")

  // MARK: Merging

  private func lines(_ merge: MergeOutcome) -> [String] {
    let (from, into) = (merge.merged, merge.survivor)
    let head = BilingualText(
      de: "„\(from)“ geht in „\(into)“ auf und wird archiviert; beide Ids führen zu „\(into)“.",
      en: "'\(from)' goes into '\(into)' and is archived; both ids lead to '\(into)'.")
    let taken = merge.taken.map { value in
      "  + \(value.field.label[language])" + (value.item.map { ": \(shortened($0))" } ?? "")
    }
    let nothing = BilingualText(
      de: "  Zu übernehmen ist nichts.", en: "  There is nothing to take over.")
    let conflicts = merge.conflicts.map(line)
    let heading = BilingualText(
      de: "Widersprüche (mit --take FELD gilt die andere Angabe):",
      en: "Contradictions (with --take FIELD the other value counts):")
    let undo = BilingualText(
      de: "Zurücknehmen: dach decide \(into) \(from) --undo",
      en: "To undo: dach decide \(into) \(from) --undo")
    return [style.paint(head[language], .heading)]
      + (taken.isEmpty && conflicts.isEmpty ? [nothing[language]] : taken)
      + (conflicts.isEmpty ? [] : [heading[language]] + conflicts)
      + [style.paint(undo[language], .quiet)]
  }

  private func line(_ conflict: MergeOutcome.Conflict) -> String {
    let field = conflict.field
    let kept = BilingualText(
      de: "bleibt „\(shortened(conflict.kept))“, nicht „\(shortened(conflict.other))“",
      en: "stays '\(shortened(conflict.kept))', not '\(shortened(conflict.other))'")
    let replaced = BilingualText(
      de: "wird „\(shortened(conflict.kept))“ statt „\(shortened(conflict.other))“",
      en: "becomes '\(shortened(conflict.kept))' instead of '\(shortened(conflict.other))'")
    let text = (conflict.isReplaced ? replaced : kept)[language]
    return "  ~ \(field.label[language]) (\(field.rawValue)): \(text)"
  }

  private func lines(_ unmerge: UnmergeOutcome) -> [String] {
    let (back, survivor) = (unmerge.restored, unmerge.survivor)
    let head = BilingualText(
      de: "„\(back)“ ist wieder ein eigenes Projekt, wie es vor dem Zusammenführen war.",
      en: "'\(back)' is a project of its own again, as it was before the merger.")
    guard !unmerge.kept.isEmpty else { return [style.paint(head[language], .heading)] }
    let heading = BilingualText(
      de: "Bei „\(survivor)“ bleibt, weil es seither geändert wurde:",
      en: "Kept by '\(survivor)', as it has been edited since:")
    return [style.paint(head[language], .heading), heading[language]]
      + unmerge.kept.map { value in
        "  • \(value.field.label[language])" + (value.item.map { ": \(shortened($0))" } ?? "")
      }
  }

  private func shortened(_ text: String) -> String {
    let flat = text.split(separator: "\n").joined(separator: " ")
    return flat.count <= 60 ? flat : flat.prefix(59) + "…"
  }

  // MARK: Bundling

  private func lines(_ bundle: BundleOutcome) -> [String] {
    let new = BilingualText(
      de: "Das gemeinsame Projekt „\(bundle.parent)“ ist als Idee angelegt; ergänzen Sie, was es "
        + "leisten soll: dach update \(bundle.parent) --summary \"…\"",
      en: "The joint project '\(bundle.parent)' is registered as an idea; say what it is to do: "
        + "dach update \(bundle.parent) --summary \"…\"")
    let known = BilingualText(
      de: "Beide sind jetzt Teile von „\(bundle.parent)“.",
      en: "Both are parts of '\(bundle.parent)' now.")
    return [(bundle.isNew ? new : known)[language]]
  }

  private func lines(_ unbundle: UnbundleOutcome) -> [String] {
    let removed = BilingualText(
      de: "„\(unbundle.parent)“ war nur dafür angelegt und ist archiviert.",
      en: "'\(unbundle.parent)' was registered for this alone and is archived.")
    let kept = BilingualText(
      de: "„\(unbundle.parent)“ bleibt eingetragen.",
      en: "'\(unbundle.parent)' stays registered.")
    return [(unbundle.isRemoved ? removed : kept)[language]]
  }

  // MARK: What is left

  /// What a decision asks for that it has not brought about yet.
  private func next(_ effect: DecisionEffect) -> [String] {
    let (one, other) = (effect.first, effect.second)
    switch effect.recorded?.outcome {
    case .duplicate where effect.merge == nil:
      return [
        BilingualText(
          de: "Beide stehen noch getrennt im Register. Zusammenführen: "
            + "dach decide \(one) \(other) duplicate --into \(one)",
          en: "Both are still registered apart. To merge them: "
            + "dach decide \(one) \(other) duplicate --into \(one)")[language]
      ]
    case .bundle where effect.bundle == nil && effect.recorded?.bundle == nil:
      return [
        BilingualText(
          de: "Ein gemeinsames Projekt fehlt noch: "
            + "dach decide \(one) \(other) bundle --parent-title \"…\"",
          en: "A joint project is still missing: "
            + "dach decide \(one) \(other) bundle --parent-title \"…\"")[language]
      ]
    case .cooperate:
      return [
        BilingualText(
          de: "Sobald beide zusammenarbeiten, tragen Sie die Verbindung ein: "
            + "dach link \(one) \(other)",
          en: "Once the two work together, state the link: dach link \(one) \(other)")[language]
      ]
    default: return []
    }
  }

  private func lines(_ remaining: RemainingQuestions?) -> [String] {
    guard let remaining, !remaining.pairs.isEmpty else { return [] }
    let heading = BilingualText(
      de: "In dieser Gruppe ist noch zu entscheiden:", en: "Still to be decided in this group:")
    return [heading[language]]
      + remaining.pairs.map { pair in
        let (left, right) = (
          remaining.snapshot.projects[pair.left].id, remaining.snapshot.projects[pair.right].id
        )
        return "  \(Int((pair.score * 100).rounded())) %  dach decide \(left) \(right) …"
      }
  }
}

extension MergeField {
  /// What people call it.
  var label: BilingualText {
    switch self {
    case .title: BilingualText(de: "Titel", en: "title")
    case .summary: BilingualText(de: "Kurzbeschreibung", en: "summary")
    case .department: BilingualText(de: "Dienststelle", en: "department")
    case .office: BilingualText(de: "Amt", en: "office")
    case .strategy: BilingualText(de: "Teilstrategie", en: "sub-strategy")
    case .status: BilingualText(de: "Stand", en: "status")
    case .period: BilingualText(de: "Zeitraum", en: "period")
    case .budget: BilingualText(de: "Budget", en: "budget")
    case .contact: BilingualText(de: "Funktionspostfach", en: "contact mailbox")
    case .visibility: BilingualText(de: "Sichtbarkeit", en: "visibility")
    case .themes: BilingualText(de: "Themenkomplex", en: "theme")
    case .alignments: BilingualText(de: "Leitlinie", en: "guideline")
    case .partners: BilingualText(de: "Partner", en: "partner")
    case .audience: BilingualText(de: "Zielgruppe", en: "audience")
    case .technologies: BilingualText(de: "Technik", en: "technology")
    case .provides: BilingualText(de: "stellt bereit", en: "provides")
    case .requires: BilingualText(de: "benötigt", en: "requires")
    case .links: BilingualText(de: "Verbindung", en: "link")
    case .contributions: BilingualText(de: "Beitrag", en: "contribution")
    case .notes: BilingualText(de: "Anmerkung", en: "note")
    case .sources: BilingualText(de: "Quelle", en: "source")
    }
  }
}
