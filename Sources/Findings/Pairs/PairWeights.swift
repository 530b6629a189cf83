/// How much each kind of evidence weighs, in log-odds (natural logarithm).
///
/// Set by hand and rounded, after trying them on 274 projects of an invented city with all
/// duplicates known, so that a reader can follow each figure. A score is the logistic function of
/// the sum; see I. P. Fellegi, A. B. Sunter, "A Theory for Record Linkage" (JASA 1969).
enum PairWeights {
  /// For "both are the same undertaking".
  enum Duplicate {
    /// Two projects taken at random are hardly ever the same.
    static let base = -9.5
    /// Further doubt for each doubling of the portfolio beyond `referenceCount`: in a larger one
    /// there is more that is alike by chance.
    static let perDoubling = -0.35
    static let referenceCount = 300.0
    /// Times the cosine of title and summary.
    static let text = 25.0
    /// Times the cosine of the titles alone; small, because different things bear like names.
    static let title = 1.0
    /// Times the cosine of the lists, lowered where what they share is common.
    static let audience = 3.0
    static let technologies = 3.0
    static let partners = 2.7
    static let sameTheme = 1.2
    static let otherTheme = -0.8
    static let sameGuideline = 0.2
    static let bothProvide = 1.5
    /// One provides what the other requires: customer and supplier.
    static let supply = -2.0
    /// Where no start is recorded, nothing confirms that both are meant.
    static let startUnknown = -0.5
    static let startsWithinYear = 1.5
    static let startsWithinThreeYears = -1.0
    static let startsFarApart = -2.5
    /// The periods have no day in common.
    static let missesInTime = -4.0
    /// One is over, the other is not.
    static let otherPhase = -2.0
    static let sameDepartment = -1.0
  }

  /// For "their departments should know of each other's project".
  enum Contact {
    static let base = -8.2
    static let supply = 8.0
    /// Times the square root of the cosine of title and summary.
    static let text = 7.0
    static let title = 1.0
    /// Times the cosine of the lists and the rarity of what they share.
    static let audience = 2.0
    static let technologies = 2.0
    static let partners = 4.0
    static let sameTheme = 1.0
    static let sameGuideline = 0.5
  }
}
