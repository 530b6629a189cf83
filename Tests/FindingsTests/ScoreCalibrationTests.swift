import Portfolio
import TestSupport
import Testing
import TextMatching

@testable import Findings

@Suite("Score calibration")
struct ScoreCalibrationTests {
  /// A city whose true log-odds are `intercept + slope` times the untrained ones.
  private struct City {
    let intercept: Double
    let slope: Double
    let mean: Double
    let deviation: Double

    func logOdds(_ random: inout SeededRandom) -> Double {
      mean + deviation * normal(&random)
    }

    func truth(_ logOdds: Double) -> Double { probability(intercept + slope * logOdds) }

    func verdicts(_ count: Int, _ random: inout SeededRandom) -> [ScoreCalibration.Judged] {
      (0..<count).map { _ in
        let logOdds = logOdds(&random)
        let isDuplicate = Double.random(in: 0..<1, using: &random) < truth(logOdds)
        return .init(logOdds: logOdds, isDuplicate: isDuplicate)
      }
    }

    /// By how much the expected log loss of new pairs is lower than untrained.
    func gain(_ calibration: ScoreCalibration, _ random: inout SeededRandom) -> Double {
      let pairs = (0..<2000).map { _ in logOdds(&random) }
      return pairs.reduce(0) { sum, logOdds in
        let truth = truth(logOdds)
        let corrected = logOdds + calibration.correction(of: logOdds)
        return sum + loss(logOdds, truth) - loss(corrected, truth)
      } / Double(pairs.count)
    }
  }

  @Test(
    "held out, no simulated city loses more than 0.06, and well calibrated ones lose nothing",
    arguments: [UInt64(71), 72, 73])
  func neverWorse(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var (honest, biased): ([Double], [Double]) = ([], [])
    for number in 0..<300 {
      let isHonest = number % 2 == 0
      let city = City(
        intercept: isHonest ? 0 : 1.5 * normal(&random),
        slope: isHonest ? 1 : exponential(0.4 * normal(&random)),
        mean: Double.random(in: -1...2, using: &random),
        deviation: Double.random(in: 1...2.5, using: &random))
      let verdicts = city.verdicts(Int.random(in: 5...200, using: &random), &random)
      let gain = city.gain(ScoreCalibration(verdicts), &random)
      #expect(gain > -0.06, "seed \(seed), city \(number)")
      if isHonest { honest.append(gain) } else { biased.append(gain) }
    }
    // In the mean, per pair, in natural units of information.
    #expect(honest.reduce(0, +) / Double(honest.count) > -0.002, "seed \(seed)")
    #expect(biased.reduce(0, +) / Double(biased.count) > 0.02, "seed \(seed)")
  }

  @Test("too few verdicts, or hardly any of one kind, change nothing")
  func tooFew() {
    func judged(_ duplicates: Int, _ others: Int) -> [ScoreCalibration.Judged] {
      Array(repeating: .init(logOdds: 3, isDuplicate: false), count: others)
        + Array(repeating: .init(logOdds: 3, isDuplicate: true), count: duplicates)
    }
    #expect(ScoreCalibration([]).isUntrained)
    #expect(ScoreCalibration(judged(8, 21)).isUntrained)
    #expect(ScoreCalibration(judged(7, 200)).isUntrained)
    #expect(!ScoreCalibration(judged(8, 60)).isUntrained)
  }

  @Test("a correction keeps the order of scores, and never raises what is below all verdicts")
  func order() {
    var random = SeededRandom(seed: 74)
    for intercept in [-3.0, 3] {
      let city = City(intercept: intercept, slope: 0.5, mean: 1, deviation: 1)
      let calibration = ScoreCalibration(city.verdicts(400, &random))
      #expect(!calibration.isUntrained, "seed 74")
      let scores = stride(from: -12.0, to: 12, by: 0.25).map { $0 }
      let corrected = scores.map { $0 + calibration.correction(of: $0) }
      #expect(corrected == corrected.sorted(), "seed 74")
      #expect(calibration.correction(of: -12) <= 0, "seed 74")
    }
  }

  @Test("verdicts of a registry correct its scores, and one line of evidence says so")
  func registry() throws {
    var random = SeededRandom(seed: 75)
    var portfolio = Portfolio()
    // Pairs that look alike and, as this city sees it, are different but for a few.
    for number in 0..<60 {
      let letters = (0..<6).map { _ in "abcdefgh".randomElement(using: &random) ?? "a" }
      let word = "Wort" + String(letters)
      for side in ["l", "r"] {
        portfolio.projects.append(
          Project(
            id: "\(side)\(number)", title: "\(word)portal", summary: "\(word) für \(word)haus"))
      }
    }
    let day = CalendarDay(daysSinceEpoch: 19_723)
    let untrained = ExplainedPair(118, 119, in: Snapshot(portfolio, asOf: day))
    for number in 0..<50 {
      portfolio.verdicts.append(
        Verdict(
          first: "l\(number)", second: "r\(number)",
          outcome: number % 5 == 0 ? .duplicate : number % 2 == 0 ? .bundle : .different))
    }
    let trained = ExplainedPair(118, 119, in: Snapshot(portfolio, asOf: day))
    #expect(trained.score < untrained.score - 0.2, "seed 75")
    #expect(!untrained.evidence.contains { $0.field == "verdicts" })
    let line = try #require(trained.evidence.first { $0.field == "verdicts" })
    #expect(line.weight < 0)
    let logOdds = trained.evidence.reduce(0) { $0 + $1.weight }
    #expect(abs(trained.score - probability(logOdds)) < 1e-12)
  }
}

private func probability(_ logOdds: Double) -> Double { 1 / (1 + exponential(-logOdds)) }

private func loss(_ logOdds: Double, _ truth: Double) -> Double {
  -truth * logarithm(max(probability(logOdds), 1e-12))
    - (1 - truth) * logarithm(max(probability(-logOdds), 1e-12))
}

/// The sum of twelve uniform numbers, near enough to a normal one.
private func normal(_ random: inout SeededRandom) -> Double {
  (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
}
