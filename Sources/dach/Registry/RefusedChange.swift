import Portfolio

/// A change that would break the registry's rules. Nothing has been stored.
struct RefusedChange: PresentableError {
  /// What is wrong, one sentence or two each.
  let faults: [BilingualText]
  let exitCode: Int32

  /// - Parameter exitCode: 65 for a value that cannot be, 64 for one that names nothing.
  init(_ faults: [BilingualText], exitCode: Int32 = 65) {
    self.faults = faults
    self.exitCode = exitCode
  }

  init(de german: String, en english: String) {
    self.init([BilingualText(de: german, en: english)])
  }

  var text: BilingualText {
    BilingualText(
      de: faults.map(\.german).joined(separator: "\ndach: "),
      en: faults.map(\.english).joined(separator: "\ndach: "))
  }
}
