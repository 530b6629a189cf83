import Glibc

/// The values of one document. Its memory is used again for the next.
struct DocumentTree {
  private(set) var nodes: [Node] = []
  private(set) var text: [UInt8] = []
  /// The collections that are open.
  private var open: [Int] = []

  var depth: Int { open.count }
  var isComplete: Bool { open.isEmpty && !nodes.isEmpty }

  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
  }

  mutating func addScalar(_ event: borrowing Event, isPlain: Bool, at place: TextPlace) {
    let bytes = event.text
    nodes.append(
      Node(
        .scalar, textStart: text.count, extent: bytes.count, line: place.line,
        column: place.column, isPlain: isPlain))
    text.append(contentsOf: bytes)
  }

  mutating func addRefused(_ event: borrowing Event) {
    nodes.append(
      Node(.refused, textStart: 0, extent: 0, line: event.line, column: event.column))
  }

  mutating func open(_ kind: Node.Kind, _ event: borrowing Event) {
    open.append(nodes.count)
    nodes.append(Node(kind, textStart: 0, extent: 0, line: event.line, column: event.column))
  }

  mutating func close() {
    guard let index = open.popLast() else { return }
    nodes[index].extent = UInt32(truncatingIfNeeded: nodes.count)
  }

  /// Lends the finished document. Keys are marked as they are asked for, so it can be read once.
  mutating func withDocument<Result>(
    keyStack: KeyStack, _ body: (DocumentView) -> Result
  ) -> Result {
    nodes.withUnsafeMutableBufferPointer { nodes in
      text.withUnsafeBufferPointer { text in
        body(DocumentView(nodes: nodes, text: text, keyStack: keyStack))
      }
    }
  }
}

/// A document as it is lent for reading; valid only inside `DocumentTree.withDocument`.
struct DocumentView {
  let nodes: UnsafeMutableBufferPointer<Node>
  private let text: UnsafeBufferPointer<UInt8>
  let keyStack: KeyStack

  init(
    nodes: UnsafeMutableBufferPointer<Node>, text: UnsafeBufferPointer<UInt8>, keyStack: KeyStack
  ) {
    self.nodes = nodes
    self.text = text
    self.keyStack = keyStack
  }

  /// The index after the node's last member.
  func end(of index: Int) -> Int {
    switch nodes[index].kind {
    case .scalar, .refused: index + 1
    case .sequence, .mapping: Int(nodes[index].extent)
    }
  }

  /// A scalar's bytes.
  func bytes(of index: Int) -> UnsafeBufferPointer<UInt8> {
    let node = nodes[index]
    let start = Int(node.textStart)
    return UnsafeBufferPointer(rebasing: text[start..<start + Int(node.extent)])
  }

  /// Whether a scalar is exactly `text`, which has as many bytes.
  @inline(__always)
  func bytes(of index: Int, equal text: StaticString) -> Bool {
    let own = bytes(of: index)
    guard let start = own.baseAddress else { return true }
    return memcmp(start, text.utf8Start, own.count) == 0
  }

  func string(of index: Int) -> String {
    String(decoding: bytes(of: index), as: UTF8.self)
  }

  /// Whether a scalar means "not given": empty, `~` or `null` without quotation marks.
  func isNull(_ index: Int) -> Bool {
    let node = nodes[index]
    guard node.kind == .scalar, node.isPlain else { return false }
    switch node.extent {
    case 0: return true
    case 1: return bytes(of: index)[0] == UInt8(ascii: "~")
    case 4: return Self.nulls.contains { bytes(of: index).elementsEqual($0.utf8) }
    default: return false
    }
  }

  /// As YAML 1.2 lists them (core schema, 10.3.2).
  private static let nulls = ["null", "Null", "NULL"]
}

/// The keys that the mappings being read were asked for, the innermost last: kept to tell which
/// keys are known when an unknown one turns up.
final class KeyStack {
  private let keys: UnsafeMutablePointer<StaticString>
  private let capacity = 512

  init() {
    keys = .allocate(capacity: capacity)
  }

  deinit {
    keys.deallocate()
  }

  subscript(index: Int) -> StaticString {
    get { keys[index] }
    set {
      // The decoders nest four deep and ask for two dozen keys at most.
      precondition(index < capacity, "decoders ask for too many keys")
      // `StaticString` is trivial, so nothing is there to destroy.
      keys[index] = newValue
    }
  }
}
