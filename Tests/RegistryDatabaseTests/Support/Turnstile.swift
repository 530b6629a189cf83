/// Lets only so many through at a time; the others wait in line.
///
/// Swift Testing starts all tests at once, and the server takes a limited number of connections.
actor Turnstile {
  private var free: Int
  private var line: [CheckedContinuation<Void, Never>] = []

  init(width: Int) {
    free = width
  }

  func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { line.append($0) }
  }

  func leave() {
    if line.isEmpty {
      free += 1
    } else {
      line.removeFirst().resume()
    }
  }
}
