public import Portfolio

/// The four functions that the umbrella strategy names, measured.
public struct FunctionFigures: Sendable, Hashable {
  public let bundling: FunctionFigure
  public let orientation: FunctionFigure
  public let networking: FunctionFigure
  public let visibility: FunctionFigure

  public var all: [FunctionFigure] { [bundling, orientation, networking, visibility] }
}

/// How far one function of the umbrella strategy is fulfilled: a share with both its parts.
public struct FunctionFigure: Sendable, Hashable {
  public enum Function: String, Sendable, CaseIterable {
    case bundling, orientation, networking, visibility

    public var name: BilingualText {
      switch self {
      case .bundling: BilingualText(de: "Bündelung", en: "Bundling")
      case .orientation: BilingualText(de: "Orientierungsrahmen", en: "Orientation")
      case .networking: BilingualText(de: "Vernetzung", en: "Networking")
      case .visibility: BilingualText(de: "Sichtbarkeit", en: "Visibility")
      }
    }
  }

  public let function: Function
  public let numerator: Int
  public let denominator: Int
  /// The numerator as the steward has reviewed it, where review applies (orientation only). It
  /// stands beside the declared figure and is never mixed with it.
  public let reviewed: Int?
  /// What is counted, in one short sentence; `FunctionFigures` defines it exactly.
  public let sentence: BilingualText

  /// The share in 0…1; 0 where there is nothing to count.
  public var value: Double { share(of: numerator) }

  /// The reviewed share in 0…1, where review applies.
  public var reviewedValue: Double? { reviewed.map(share) }

  private func share(of count: Int) -> Double {
    denominator == 0 ? 0 : Double(count) / Double(denominator)
  }
}
