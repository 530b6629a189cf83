public import Portfolio

extension PartialDate {
  /// As people write it: `15.03.2021`, `März 2021`, `2021`; `15 March 2021`, `March 2021`, `2021`.
  public var wording: BilingualText {
    guard let month else { return BilingualText(de: "\(year)", en: "\(year)") }
    let english = Self.englishMonths[Int(month) - 1]
    guard let day else {
      return BilingualText(
        de: "\(Self.germanMonths[Int(month) - 1]) \(year)", en: "\(english) \(year)")
    }
    let padded = { (number: Int8) in number < 10 ? "0\(number)" : "\(number)" }
    return BilingualText(
      de: "\(padded(day)).\(padded(month)).\(year)", en: "\(day) \(english) \(year)")
  }

  private static let germanMonths = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
