internal import Portfolio
internal import RegistryFiles

extension CellReading {
  func setAmount(
    _ value: SheetValue, unit: Int64, of project: inout Project
  ) throws(CellRefusal) {
    guard let cents = try cents(value, unit: unit) else { return }
    project.budget = Budget(
      cents: cents, currency: project.budget?.currency ?? "EUR", funding: project.budget?.funding)
  }

  private func cents(_ value: SheetValue, unit: Int64) throws(CellRefusal) -> Int64? {
    if case .number(let number) = value {
      let cents = (number * 100 * Double(unit)).rounded()
      guard cents >= 0, let exact = Int64(exactly: cents) else { throw .notAnAmount(value.text) }
      return exact
    }
    let text = value.text
    if NotStated.isMeant(by: text) { return nil }
    guard let cents = HandwrittenAmount.cents(Self.withoutCirca(text)) else {
      throw .notAnAmount(text)
    }
    // "2 Mio." in a column of thousands says its unit itself.
    let hasOwnUnit = Self.withoutCirca(text).lowercased().replacing("eur", with: "")
      .replacing("o", with: "").contains(where: \.isLetter)
    let (scaled, overflows) = cents.multipliedReportingOverflow(by: hasOwnUnit ? 1 : unit)
    guard !overflows else { throw .notAnAmount(text) }
    return scaled
  }

  /// Budgets are estimates, whether the cell says so or not.
  private static func withoutCirca(_ text: String) -> String {
    let lowered = text.lowercased()
    let circa = ["ca.", "ca ", "circa ", "rd.", "rund ", "etwa ", "approx. "]
    guard let word = circa.first(where: lowered.hasPrefix) else { return text }
    return String(text.dropFirst(word.count))
  }

  func setCurrency(_ text: String, of project: inout Project) throws(CellRefusal) {
    guard project.budget != nil else { throw .needs(.budget, for: .currency) }
    let code = ["€", "euro"].contains(text.lowercased()) ? "EUR" : text.uppercased()
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw .notACurrency(text)
    }
    project.budget?.currency = code
  }
}
