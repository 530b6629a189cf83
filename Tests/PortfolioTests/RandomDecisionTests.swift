import Portfolio
import TestSupport
import Testing

@Suite("Random sequences of decisions")
struct RandomDecisionTests {
  @Test("no id is lost, every id leads to a project in use, and nothing merged is altered")
  func invariants() throws {
    let seed = UInt64.random(in: .min ... .max)
    var city = RandomCity(seed: seed)
    let ids = city.portfolio.projects.map(\.id)
    for step in 0..<2000 {
      let before = city.portfolio
      let operation = city.step(edits: true)
      let portfolio = city.portfolio
      let note = Comment(rawValue: "seed \(seed), step \(step): \(operation)")
      let live = Set(portfolio.projects.map(\.id))
      let survivors = portfolio.survivors()
      let all = portfolio.projects + portfolio.mergedProjects
      #expect(Set(all.map(\.id)).count == all.count, note)
      #expect(ids.allSatisfy { live.contains($0) || live.contains(survivors[$0] ?? "") }, note)
      for merged in portfolio.mergedProjects {
        guard
          var earlier = (before.projects + before.mergedProjects).first(where: {
            $0.id == merged.id
          })
        else { continue }
        // Undoing a bundling takes its link from a merged part, too.
        (earlier.merged, earlier.links) = (merged.merged, merged.links)
        #expect(earlier == merged, note)
      }
      let primaries = portfolio.projects.map { $0.alignments.count { $0.role == .primary } }
      #expect(primaries.allSatisfy { $0 <= 1 }, note)
    }
  }

  @Test("without edits, undoing everything in any order brings everything back")
  func restores() throws {
    let seed = UInt64.random(in: .min ... .max)
    for round in 0..<200 {
      var city = RandomCity(seed: seed &+ UInt64(round))
      let before = city.portfolio
      var log: [String] = []
      for _ in 0..<15 { log.append(city.step(edits: false)) }
      log += city.undoAll()
      let note = Comment(rawValue: "seed \(seed &+ UInt64(round)): \(log)")
      #expect(city.portfolio.mergedProjects.isEmpty, note)
      #expect(city.portfolio.verdicts.isEmpty, note)
      let changed = Set(city.portfolio.projects).symmetricDifference(before.projects).map(\.id)
      #expect(changed == [], note)
    }
  }
}

/// A handful of projects with few values to choose from, so that they often agree and often
/// contradict each other.
private struct RandomCity {
  private static let ids = (0..<7).map { "p\($0)" }

  private var random: SeededRandom
  private(set) var portfolio = Portfolio()
  private var titles = 0

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    portfolio.projects = Self.ids.map { project($0, among: Self.ids) }
  }

  private mutating func project(_ id: String, among ids: [String]) -> Project {
    var project = Project(id: id, formerly: maybe("\(id)-alt").map { [$0] } ?? [], title: id)
    project.summary = maybe(one(["x", "y"]))
    project.department = maybe(one(["d", "e"]))
    project.office = project.department.flatMap { maybe("\($0)-amt") }
    project.status = maybe(one([.idea, .running]))
    project.period = maybe(
      Period(start: PartialDate("2024"), end: maybe(PartialDate("2025")) ?? nil))
    project.budget = maybe(Budget(cents: one([100, 200]), funding: maybe("Land")))
    project.audience = some(["Alle", "alle", "Familien"])
    project.themes = some(["t", "u"])
    project.provides = some(["s"])
    project.requires = some(["s", "r"])
    project.notes = some(["n", "m"])
    project.partners = some(["Verein", "Hochschule"]).map { Partner(name: $0) }
    project.sources = some(["a", "b"]).map { SourceReference(url: "https://example.org/\($0)") }
    project.alignments = some(["g", "h", "i"]).enumerated().map { index, guideline in
      Alignment(
        guideline: guideline, role: index == 0 && maybe(true) != nil ? .primary : .secondary)
    }
    project.links = some(ids.filter { $0 != id }).map {
      Link(project: $0, kind: one([.buildsOn, .coordinatesWith]))
    }
    return project
  }

  /// One random step; those that are not possible change nothing.
  mutating func step(edits: Bool) -> String {
    switch Int.random(in: 0..<(edits ? 6 : 5), using: &random) {
    case 0, 1:
      let (one, other) = (self.one(Self.ids), self.one(Self.ids))
      let taking = Set(some(MergeField.single.filter { $0 != .office && $0 != .department }))
      let done = try? portfolio.merge(one, into: other, taking: taking)
      return "merge \(one) into \(other): \(done != nil)"
    case 2:
      let id = one(portfolio.mergedProjects.map(\.id) + ["p0"])
      return "unmerge \(id): \((try? portfolio.unmerge(id)) != nil)"
    case 3: return bundle()
    case 4: return unbundle(Int.random(in: 0..<8, using: &random))
    default: return edit()
    }
  }

  /// Joint projects are not bundled themselves: they would stay, being used.
  private mutating func bundle() -> String {
    let parts = portfolio.projects.map(\.id).filter(Self.ids.contains)
    let (one, other) = (self.one(parts), self.one(parts))
    titles += 1
    let parent: Portfolio.BundleParent =
      maybe(true) != nil
      ? .registered(self.one(Self.ids)) : .new(title: "Gemeinsam \(titles)", department: nil)
    let date = PartialDate(year: 1000 + titles)
    guard let done = try? portfolio.bundle(one, other, under: parent, date: date) else {
      return "bundle \(one) \(other): false"
    }
    portfolio.verdicts.append(
      Verdict(
        first: one, second: other, outcome: .bundle, date: date, bundle: done.parent,
        createdBundle: done.isNew))
    return "bundle \(one) \(other) under \(done.parent)"
  }

  private mutating func unbundle(_ place: Int) -> String {
    guard place < portfolio.verdicts.count else { return "unbundle nothing" }
    let verdict = portfolio.verdicts.remove(at: place)
    portfolio.unbundle(verdict)
    return "unbundle \(verdict.first) \(verdict.second) from \(verdict.bundle ?? "")"
  }

  private mutating func edit() -> String {
    let place = Int.random(in: portfolio.projects.indices, using: &random)
    var edited = project(portfolio.projects[place].id, among: ["p0", "p1"])
    edited.formerly = portfolio.projects[place].formerly
    edited.links = edited.links.filter { $0.project != edited.id }
    portfolio.projects[place] = edited
    return "edit \(edited.id)"
  }

  /// Takes every decision back, in random order as far as there is one.
  mutating func undoAll() -> [String] {
    var log: [String] = []
    while !portfolio.mergedProjects.isEmpty {
      let id = one(portfolio.mergedProjects.map(\.id))
      if (try? portfolio.unmerge(id)) != nil { log.append("unmerge \(id)") }
    }
    while let place = portfolio.verdicts.indices.randomElement(using: &random) {
      log.append(unbundle(place))
    }
    return log
  }

  private mutating func one<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  private mutating func maybe<Value>(_ value: Value) -> Value? {
    Bool.random(using: &random) ? value : nil
  }

  private mutating func some<Value>(_ values: [Value]) -> [Value] {
    var chosen: [Value] = []
    for value in values where Bool.random(using: &random) { chosen.append(value) }
    return chosen
  }
}
