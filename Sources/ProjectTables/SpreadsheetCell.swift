/// Limits of cells that spreadsheet programs have.
public enum SpreadsheetCell {
  /// Excel's limit for the text of a cell, in UTF-16 units.
  public static let longestText = 32_767

  /// The text, cut with an ellipsis where it is longer than a cell may be.
  public static func fitting(_ text: String) -> String {
    guard text.utf16.count > longestText else { return text }
    var (cut, units) = ("", 1)
    for character in text {
      units += character.utf16.count
      if units > longestText { break }
      cut.append(character)
    }
    return cut + "…"
  }
}
