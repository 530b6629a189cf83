import Foundation
import Portfolio

extension CalendarDay {
  /// Today in the local time zone; the day that `SOURCE_DATE_EPOCH` names where it is set
  /// (https://reproducible-builds.org/specs/source-date-epoch), so that a report can be repeated.
  static var today: CalendarDay {
    if let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"],
      let seconds = Int(text)
    {
      return CalendarDay(daysSinceEpoch: Int32(clamping: seconds / 86_400))
    }
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let day = CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return day ?? CalendarDay(daysSinceEpoch: Int32(clamping: now / 86_400))
  }
}

extension PartialDate {
  /// The same, as records hold it.
  static var today: PartialDate? {
    let (year, month, day) = CalendarDay.today.components
    return PartialDate(year: year, month: month, day: day)
  }
}
