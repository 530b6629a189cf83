/// How much each kind of evidence weighs for "their departments should work together", in log-odds
/// (natural logarithm).
///
/// Set by hand and rounded, close to what a logistic regression gives on 274 projects of an
/// invented city whose missing links are known. Where those say nothing (guidelines, declared
/// links), a weight is small. `docs/networking.md` shows what each brings out of sample.
enum LinkWeights {
  /// Two projects taken at random hardly ever need each other.
  static let base = -6.5
  /// Further doubt for each doubling of the portfolio beyond `referenceCount`: in a larger one
  /// there is more that is alike by chance.
  static let perDoubling = -0.35
  static let referenceCount = 300.0
  /// Times the cosine of all that is written about either.
  static let profile = 36.0
  /// Times the likeness of either text to its nearest ones: who resembles many needs none of them
  /// in particular.
  static let neighbours = -20.0
  /// Times the square of how like one's required and the other's provided service are: one
  /// provides what the other requires.
  static let supply = 7.0
  /// The same for two services that both provide, lowered where many do.
  static let provision = 5.0
  /// Times the likeness to a project that is linked with, supplies or uses the other one.
  static let likeProject = 10.0
  /// Times 2 / the number of projects that have the rarest partner both share.
  static let partners = 4.0
  static let sameTheme = 1.0
  static let sameGuideline = 0.5
  /// Times the sum, over the projects that both are linked with, of 1 / the number of its links:
  /// resource allocation (T. Zhou, L. Lü, Y.-C. Zhang, "Predicting missing links via local
  /// information", European Physical Journal B 71, 2009).
  static let commonLinks = 2.0
  /// The periods have no day in common.
  static let missesInTime = -3.0
}
