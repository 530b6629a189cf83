/// The constants of `ProfileModel`, chosen once on 274 described projects (see docs/alignment.md).
enum ProfileWeights {
  /// Turns a cosine into log-odds.
  static let slope: Float = 6
  /// The cosine at which a profile that excludes no other is as likely as not.
  static let evenCosine: Float = 0.3
  /// How much the texts that a profile attracts count beside its own words.
  static let attraction: Float = 8
  /// Counts as so many texts without any feature, so that few texts move little.
  static let shrinkage: Float = 2
  /// How sharply the first guess divides a text among profiles that exclude each other.
  static let firstGuessSlope: Float = 20
  /// The cosines from which and up to which the first guess rises from 0 to 1.
  static let firstGuess: ClosedRange<Float> = 0.1...(0.1 + 1 / 3)
  /// How far one reviewed text moves a profile.
  static let learningRate: Float = 0.3
  /// How often all reviewed texts are gone through.
  static let epochs = 2
}
