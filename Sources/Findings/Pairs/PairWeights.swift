/// How much each kind of evidence weighs, in log-odds (natural logarithm).
///
/// Set by hand and rounded, close to what a logistic regression gives on 274 projects of an invented
/// city with all duplicates known, so that a reader can follow each figure. A score is the logistic
/// function of the sum; see I. P. Fellegi, A. B. Sunter, "A Theory for Record Linkage" (JASA 1969).
enum PairWeights {
  /// For "both are the same undertaking".
  enum Duplicate {
    /// Two projects taken at random are hardly ever the same.
    static let base = -11.5
    /// Further doubt for each doubling of the portfolio beyond `referenceCount`: in a larger one
    /// there is more that is alike by chance.
    static let perDoubling = -0.35
    static let referenceCount = 300.0
    /// Times the cosine of title and summary.
    static let text = 48.0
    /// Times the likeness of either text to its nearest ones.
    static let neighbours = -12.0
    /// Where a model of language is in use: a text whose nearest ones lie two standard deviations
    /// above the usual says nothing for one that lies there, too.
    static let meaning = 2.0
    /// Times the standard deviations by which the meanings are closer than usual.
    static let closeness = 1.5
    /// Times those of the texts nearest to either.
    static let meaningNeighbours = -2.5
    /// In a short list the nearest texts are simply all the others; a meaning that is no closer than
    /// usual says nothing there either.
    static let leastMeaningNeighbours = 0.8
    /// Times the cosine of the titles alone; below 0, because it is in the text already, and
    /// different things bear like names.
    static let title = -2.0
    /// Times how telling the numbers are that both state.
    static let figures = 3.0
    /// Times the cosine of the lists, lowered where what they share is common.
    static let audience = 2.5
    static let technologies = 2.5
    static let partners = 2.0
    static let sameTheme = 1.5
    static let otherTheme = 0.0
    static let sameGuideline = 0.2
    static let bothProvide = 1.5
    /// One provides what the other requires: customer and supplier.
    static let supply = -4.0
    /// Where others record their start and one of the two does not, nothing confirms that both are
    /// meant; better to keep silent than to guess.
    static let startMissing = -3.5
    /// Where nobody records a start, as in a plain list of titles, its absence says nothing.
    static let startUnrecorded = 0.5
    static let startsWithinQuarter = 3.5
    static let startsWithinYear = 1.7
    static let startsFarApart = -1.5
    static let endsWithinHalfYear = 0.7
    static let onlyOneEnds = -0.8
    static let endsFarApart = -1.5
    /// The periods have no day in common.
    static let missesInTime = -4.0
    /// One is over, the other is not.
    static let otherPhase = -0.5
    static let sameDepartment = -2.0
  }
}
