internal import Portfolio

extension FunctionFigures {
  init(_ snapshot: Snapshot) {
    bundling = FunctionFigure(
      function: .bundling, numerator: 0, denominator: 0, reviewed: nil,
      sentence: BilingualText(de: "", en: ""))
    orientation = bundling
    networking = bundling
    visibility = bundling
  }
}
