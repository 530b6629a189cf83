extension Diagnostic {
  /// By file, line and column; then by code, so that the order is always the same.
  static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.file != right.file { return left.file < right.file }
    return (left.line, left.column, left.code) < (right.line, right.column, right.code)
  }
}
