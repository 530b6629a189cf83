/// How much room text takes in a drawing. Fonts differ between machines, so this is the mean width
/// of a letter in common sans-serif fonts, with room to spare.
enum TextExtent {
  private static let widthOfLetter = 0.58

  static func width(characters: Int, fontSize: Double) -> Double {
    Double(characters) * fontSize * widthOfLetter
  }

  static func characters(width: Double, fontSize: Double) -> Int {
    Int(width / (fontSize * widthOfLetter))
  }
}
