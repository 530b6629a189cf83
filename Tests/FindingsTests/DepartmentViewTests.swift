import Findings
import Portfolio
import TestSupport
import Testing

@Suite("Findings and links by department")
struct DepartmentViewTests {
  private static func finding(
    _ name: String, _ rule: String = "gap/project-stale", of departments: [String],
    severity: Severity = .warning
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, subjects: [Subject(.project, name)],
      departments: departments, message: BilingualText(de: name, en: name),
      action: BilingualText(de: name, en: name),
      fingerprint: Fingerprint.make(rule: rule, subjects: [Subject(.project, name)]))
  }

  private static func snapshot(departments: Int) -> Snapshot {
    Snapshot(
      Portfolio(departments: (0..<departments).map { Department(id: "d\($0)", name: "D\($0)") }),
      asOf: Sample.today)
  }

  private static func result(_ findings: [Finding], in snapshot: Snapshot) -> CheckResult {
    var result = Check(rules: []).run(snapshot)
    result.findings = findings
    return result
  }

  @Test("a finding stands under each of its departments, under nobody, or once for many")
  func addressees() {
    let snapshot = Self.snapshot(departments: 8)
    let all = (0..<8).map { "d\($0)" }
    let result = Self.result(
      [
        Self.finding("two", of: ["d3", "d1"]), Self.finding("none", of: []),
        Self.finding("all", of: all), Self.finding("five", of: Array(all.prefix(5))),
      ], in: snapshot)
    let views = DepartmentFindings.make(result, in: snapshot)
    let told = Dictionary(
      uniqueKeysWithValues: views.map { ($0.addressee, $0.findings.map(\.message.german)) })
    #expect(
      told == [
        .many: ["all"], .department(0): ["five"], .department(1): ["two", "five"],
        .department(2): ["five"], .department(3): ["two", "five"], .department(4): ["five"],
        .nobody: ["none"],
      ])
    #expect(views.first?.addressee == .many)
    #expect(views.last?.addressee == .nobody)
  }

  @Test("gaps and errors are all shown, of other findings the best few; the rest is counted")
  func limits() throws {
    let snapshot = Self.snapshot(departments: 1)
    let limit = CheckSettings().findingsPerDepartment
    let gaps = (0..<20).map { Self.finding("g\($0)", of: ["d0"]) }
    let pairs = (0..<20).map {
      Self.finding(
        "n\($0)", "network/missing-link", of: ["d0"], severity: $0 == 19 ? .error : .note)
    }
    let views = DepartmentFindings.make(Self.result(gaps + pairs, in: snapshot), in: snapshot)
    let view = try #require(views.first)
    #expect(
      view.shown.map(\.message.german)
        == (gaps + pairs.prefix(limit) + [pairs[19]]).map(\.message.german))
    #expect(view.shown.count + view.hidden == view.findings.count)
    #expect(view.count(.error) == 1)
  }

  @Test("no finding is lost, whatever the departments")
  func random() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let snapshot = Self.snapshot(departments: 9)
      let findings = (0..<Int.random(in: 0..<60, using: &random)).map { number in
        let count = Int.random(in: 0...9, using: &random)
        return Self.finding(
          "f\(number)",
          of: (0..<9).map { "d\($0)" }.shuffled(using: &random).prefix(count).map { $0 })
      }
      let views = DepartmentFindings.make(Self.result(findings, in: snapshot), in: snapshot)
      let told = Set(views.flatMap { $0.findings.map(\.fingerprint) })
      #expect(told == Set(findings.map(\.fingerprint)), "seed \(seed)")
      for case let view in views {
        guard case .department(let index) = view.addressee else { continue }
        let own = findings.filter {
          $0.departments.contains("d\(index)")
            && $0.departments.count <= DepartmentFindings.mostRepetitions
        }
        #expect(view.findings == own, "seed \(seed)")
      }
    }
  }
}
