/// A share drawn as a bar of `width` cells, e.g. `██████░░░░`.
func bar(_ share: Double, width: Int) -> String {
  let filled = Int((min(max(share, 0), 1) * Double(width)).rounded())
  return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
}

/// A share as a whole percentage, e.g. `81 %`. It says 100 % or 0 % only when nothing or
/// everything is missing, so that rounding never hides a rest.
func percentage(_ share: Double) -> String {
  let rounded = Int((share * 100).rounded())
  let honest =
    if share < 1 { min(rounded, 99) } else { rounded }
  return "\(share > 0 ? max(honest, 1) : honest) %"
}
