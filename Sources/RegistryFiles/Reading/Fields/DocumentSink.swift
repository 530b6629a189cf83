import Portfolio

/// Takes what reading a document brings to light besides its values: faults, and the ids that it
/// mentions.
final class DocumentSink {
  let file: String
  let limit: Int
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var mentions: [Mention] = []
  /// Where the first fault stands behind which ids may be given that could not be read.
  private(set) var gap: TextPlace?
  /// How many faults were found, including those beyond the limit.
  private(set) var faults = 0

  /// - Parameter limit: how many faults to keep.
  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
  }

  var isFull: Bool { faults >= limit }

  /// Counts a fault that is not kept.
  func count() { faults += 1 }

  func report(
    line: Int, column: Int, severity: Diagnostic.Severity = .error, code: String,
    _ message: BilingualText, hint: BilingualText? = nil
  ) {
    faults += 1
    guard faults <= limit else { return }
    diagnostics.append(
      Diagnostic(
        file: file, line: line, column: column, severity: severity, code: code, message: message,
        hint: hint))
  }

  /// Adds what is to be said beyond the limit.
  func appendSummary(_ message: BilingualText, hint: BilingualText) {
    diagnostics.append(
      Diagnostic(
        file: file, line: 0, column: 0, code: "further-faults", message: message, hint: hint))
  }

  func report(_ fault: SyntaxFault) {
    report(
      line: fault.place.line, column: fault.place.column, code: fault.code, fault.message,
      hint: fault.hint)
  }

  func noteGap(at place: TextPlace) {
    if gap == nil { gap = place }
  }

  func noteGap(at node: Node) {
    noteGap(at: TextPlace(line: Int(node.line), column: Int(node.column)))
  }

  /// The same for a fault of the file as a whole.
  func noteGapOfFile() { noteGap(at: TextPlace(line: 0, column: 0)) }

  func mention(_ mention: Mention) {
    mentions.append(mention)
  }

  /// The mentions since the last call.
  func takeMentions() -> [Mention] {
    // Copied, so that the list grows once and not for each record.
    defer { mentions.removeAll(keepingCapacity: true) }
    return Array(mentions[...])
  }

  /// The faults since the last call.
  func takeDiagnostics() -> [Diagnostic] {
    var taken: [Diagnostic] = []
    swap(&taken, &diagnostics)
    return taken
  }
}
