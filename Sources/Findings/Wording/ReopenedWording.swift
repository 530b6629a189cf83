internal import Portfolio

/// Says of a pair that is asked about again what was decided before, and what has changed since.
struct ReopenedWording {
  let snapshot: Snapshot
  let pair: ProjectPair

  /// Sentences that follow others, one group for each earlier verdict; empty where there is none.
  var sentences: BilingualText {
    let texts = snapshot.reopenedVerdicts(on: pair).map { reopened in
      let (decided, changed) = (decision(reopened.verdict), changes(reopened))
      return BilingualText(
        de: decided.german + changed.german, en: decided.english + changed.english)
    }
    return BilingualText(
      de: texts.map(\.german).joined(), en: texts.map(\.english).joined())
  }

  /// ` Schon einmal entschieden (Kulturreferat, 03.04.2026): verschiedene Vorhaben, „…“.`
  private func decision(_ verdict: Verdict) -> BilingualText {
    let by = verdict.by.map { name in
      let name = snapshot.departmentTable[name].map { snapshot.departments[$0].name } ?? name
      return BilingualText(de: name, en: name)
    }
    let details = [by, verdict.date?.wording].compactMap { $0 }
    let label = verdict.outcome.label
    let reason = verdict.reason.map { Quotation.of($0.withoutFullStop) }
    return BilingualText(
      de: " Schon einmal entschieden\(bracketed(details.map(\.german))): \(label.german)"
        + (reason.map { ", \($0.german)" } ?? "") + ".",
      en: " Decided once before\(bracketed(details.map(\.english))): \(label.english)"
        + (reason.map { ", \($0.english)" } ?? "") + ".")
  }

  private func bracketed(_ details: [String]) -> String {
    details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"
  }

  private func changes(_ reopened: ReopenedVerdict) -> BilingualText {
    let rewritten = reopened.rewritten.map(rewriting)
    let supplied = supply(reopened.newlySupplied)
    let texts = rewritten + [supplied].compactMap { $0 }
    return BilingualText(
      de: texts.map(\.german).joined(), en: texts.map(\.english).joined())
  }

  private func rewriting(_ rewritten: ReopenedVerdict.Rewritten) -> BilingualText {
    let (project, before) = (snapshot.projects[rewritten.project], rewritten.before)
    let title = snapshot.title(of: rewritten.project)
    let difference = WordingDifference(
      from: [before.title, before.summary], to: [project.title, project.summary])
    let (gone, new) = (excerpts(.removed, of: difference), excerpts(.added, of: difference))
    return BilingualText(
      de: " Seither beschreibt sich \(title.german) anders."
        + (gone.map { " Entfallen: \($0.german)." } ?? "")
        + (new.map { " Neu: \($0.german)." } ?? ""),
      en: " Since then \(title.english) describes itself differently."
        + (gone.map { " Removed: \($0.english)." } ?? "")
        + (new.map { " Added: \($0.english)." } ?? ""))
  }

  /// The longest passages that came or went, shortened: enough to see what it is about. The whole
  /// texts stand in the records.
  private func excerpts(
    _ change: WordingDifference.Change, of difference: WordingDifference
  ) -> BilingualText? {
    let passages = difference.segments.filter { $0.change == change && $0.text != "–" }.map(\.text)
    guard let least = passages.map(\.count).sorted(by: >).prefix(Self.mostExcerpts).last else {
      return nil
    }
    let excerpts = passages.filter { $0.count >= least }.prefix(Self.mostExcerpts)
    return Enumeration.of(excerpts.map { Quotation.of(Self.shortened($0)) })
  }

  private static let mostExcerpts = 2
  private static let longestExcerpt = 12

  private static func shortened(_ passage: String) -> String {
    let words = passage.split(separator: " ")
    guard words.count > longestExcerpt else { return passage.withoutFullStop }
    return words.prefix(longestExcerpt).joined(separator: " ") + " …"
  }

  private func supply(_ services: [String]) -> BilingualText? {
    guard !services.isEmpty else { return nil }
    let names = Enumeration.of(
      services.map { id in
        snapshot.serviceTable[id].map { snapshot.services[$0].name } ?? id
      }, limit: 3)
    return BilingualText(
      de: " Seither stellt eines von beiden bereit, was das andere braucht: \(names.german).",
      en: " Since then one of the two provides what the other requires: \(names.english).")
  }
}

extension String {
  /// Without the full stop at its end, where it is quoted inside a sentence.
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
