import Findings
import Portfolio

/// Records a waiver, or takes those of the same rule and subjects away.
struct WaiverChange {
  private let waiver: Waiver

  init(_ waiver: Waiver) { self.waiver = waiver }

  /// Takes today's date, and the place of an earlier waiver, where there is one; one that says the
  /// same already keeps its date.
  ///
  /// - Throws: `UnknownName`
  func record(in draft: inout RegistryDraft) throws {
    var waiver = waiver
    waiver.approver = draft.portfolio.departmentID(of: waiver.approver) ?? waiver.approver
    waiver.approved = .today
    guard let place = draft.portfolio.waivers.lastIndex(where: { isSame($0, in: draft) }) else {
      try requireSubjects(in: draft.portfolio)
      return draft.put(waiver, at: nil)
    }
    let earlier = draft.portfolio.waivers[place]
    waiver.subjects = earlier.subjects
    waiver.location = earlier.location
    var sameDay = waiver
    sameDay.approved = earlier.approved
    draft.put(sameDay == earlier ? earlier : waiver, at: place)
  }

  /// - Throws: `UnknownName`
  func remove(from draft: inout RegistryDraft) throws {
    if !draft.portfolio.waivers.contains(where: { isSame($0, in: draft) }) {
      try requireSubjects(in: draft.portfolio)
    }
    let unchanged = draft
    draft.removeWaivers { isSame($0, in: unchanged) }
  }

  /// The order of the subjects means nothing.
  private func isSame(_ other: Waiver, in draft: RegistryDraft) -> Bool {
    other.rule == waiver.rule
      && waiver.subjects.allSatisfy { id in other.subjects.contains { draft.areSame(id, $0) } }
      && other.subjects.allSatisfy { id in waiver.subjects.contains { draft.areSame(id, $0) } }
  }

  /// A subject is a record, or something that has no record but is flagged by the rule, such as an
  /// outside partner.
  private func requireSubjects(in portfolio: Portfolio) throws {
    let records = portfolio.subjectIDs
    guard !waiver.subjects.allSatisfy(records.contains) else { return }
    let findings = Check(select: [waiver.rule]).run(Snapshot(portfolio, asOf: .today)).findings
    let known = records.union(findings.flatMap(\.subjects).map(\.id))
    for id in waiver.subjects where !known.contains(id) {
      throw UnknownName(
        kind: BilingualText(de: "Eintrag", en: "record"), name: id, known: known.sorted())
    }
  }
}

extension Portfolio {
  /// The ids of everything that a finding can be about and that has a record.
  fileprivate var subjectIDs: Set<String> {
    let projects = projects + mergedProjects
    var ids = Set(projects.map(\.id)).union(projects.flatMap(\.formerly))
    ids.formUnion(departments.map(\.id))
    ids.formUnion(subStrategies.map(\.id))
    ids.formUnion(measures.map(\.id))
    ids.formUnion(participations.flatMap(\.contributions).map(\.id))
    if let strategy {
      ids.insert(strategy.id)
      ids.formUnion(strategy.guidelines.map(\.id))
      ids.formUnion(strategy.themes.map(\.id))
      ids.formUnion(strategy.services.map(\.id))
    }
    return ids
  }
}
