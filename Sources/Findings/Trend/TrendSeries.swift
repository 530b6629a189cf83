public import Portfolio

/// One figure over the stored checks.
public struct TrendSeries: Sendable, Hashable {
  public let name: BilingualText
  /// One for each point of the trend; nil where the check did not store the figure.
  public let values: [Double?]
  /// Whether it is a share in 0…1; a count else.
  public let isShare: Bool

  /// The greatest value that a scale needs; 1 for a share.
  public var top: Double { isShare ? 1 : values.compactMap { $0 }.max() ?? 0 }

  public var first: Double? { values.compactMap { $0 }.first }
  public var last: Double? { values.compactMap { $0 }.last }
}

/// Names of figures that a check stores beside the four functions.
public enum TrendFigure: String, Sendable, CaseIterable {
  /// Share of the guidelines to which somebody contributes, as declared and as reviewed.
  case guidelinesCovered, guidelinesCoveredReviewed
}

extension Trend {
  /// The four functions, coverage as declared and as reviewed, and the findings by kind.
  public var series: [TrendSeries] {
    let functions = FunctionFigure.Function.allCases.map { function in
      TrendSeries(name: function.name, values: points.map { $0.figure(function) }, isShare: true)
    }
    let coverage = TrendFigure.allCases.map { figure in
      TrendSeries(
        name: figure.name, values: points.map { $0.figures[figure.rawValue] }, isShare: true)
    }
    let kinds = RuleCategory.allCases.map { category in
      TrendSeries(
        name: category.plural, values: points.map { Double($0.byCategory[category] ?? 0) },
        isShare: false)
    }
    // What checks of earlier releases did not store is left out until there is something to show.
    return functions + coverage.filter { $0.last != nil } + kinds
  }
}

extension TrendFigure {
  public var name: BilingualText {
    switch self {
    case .guidelinesCovered:
      BilingualText(de: "Leitlinien mit Projekten", en: "Guidelines with projects")
    case .guidelinesCoveredReviewed:
      BilingualText(
        de: "Leitlinien mit Projekten, geprüft", en: "Guidelines with projects, reviewed")
    }
  }

  /// The figure of a registry.
  public func value(_ coverage: CoverageOverview) -> Double {
    let covered = coverage.guidelines.count { row in
      switch self {
      case .guidelinesCovered: !row.declared.all.isEmpty
      case .guidelinesCoveredReviewed: !row.reviewed.all.isEmpty
      }
    }
    return coverage.guidelines.isEmpty ? 0 : Double(covered) / Double(coverage.guidelines.count)
  }
}

extension RuleCategory {
  fileprivate var plural: BilingualText {
    switch self {
    case .gap: BilingualText(de: "Lücken", en: "Gaps")
    case .duplicate: BilingualText(de: "Dubletten", en: "Duplicates")
    case .network: BilingualText(de: "Fehlende Vernetzung", en: "Missing networking")
    }
  }
}
