/// How much room text takes in a drawing. Fonts differ between machines, so this is the mean width
/// of a letter in common sans-serif fonts, with room to spare.
enum TextExtent {
  private static let widthOfLetter = 0.58

  static func width(characters: Int, fontSize: Double) -> Double {
    Double(characters) * fontSize * widthOfLetter
  }

  /// Bold letters are wider.
  static func boldWidth(characters: Int, fontSize: Double) -> Double {
    width(characters: characters, fontSize: fontSize) * 1.25
  }

  static func characters(width: Double, fontSize: Double) -> Int {
    Int(width / (fontSize * widthOfLetter))
  }
}
