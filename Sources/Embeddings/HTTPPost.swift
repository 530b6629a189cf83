internal import CCurl
internal import Dispatch
internal import Synchronization

/// One HTTP request with a body, by libcurl (https://curl.se/libcurl/c/).
///
/// No redirection is followed and no proxy asked: either could carry the body to a machine that
/// nobody has allowed.
struct HTTPPost: Sendable {
  let address: String
  /// `Name: value`
  let headers: [String]
  let body: [UInt8]
  /// In bytes; a longer answer is given up.
  let largestAnswer: Int
  /// In seconds, from the first byte to the last.
  let patience: Int

  struct Response: Sendable {
    let status: Int
    let body: [UInt8]
  }

  enum Failure: Error {
    case unreachable, timeout, tooLong
  }

  /// - Throws: `Failure`, or `CancellationError`.
  func send() async throws -> Response {
    let isCancelled = Flag()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        // curl blocks its thread for as long as the server takes.
        Self.queue.async { continuation.resume(with: Result { try perform(isCancelled) }) }
      }
    } onCancel: {
      isCancelled.set()
    }
  }

  private static let queue = DispatchQueue(label: "dach.http", attributes: .concurrent)
  /// Made once, before the first request.
  private static let isInitialized = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private func perform(_ isCancelled: Flag) throws -> Response {
    guard Self.isInitialized, let handle = curl_easy_init() else { throw Failure.unreachable }
    defer { curl_easy_cleanup(handle) }
    var list: UnsafeMutablePointer<curl_slist>?
    defer { curl_slist_free_all(list) }
    // Else curl asks first whether the body is welcome, and waits for the answer.
    for header in headers + ["Expect:"] {
      guard let longer = curl_slist_append(list, header) else { throw Failure.unreachable }
      list = longer
    }
    let transfer = Transfer(limit: largestAnswer, isCancelled: isCancelled)
    let code = withExtendedLifetime(transfer) {
      body.withUnsafeBytes { perform(handle, headers: list, body: $0, transfer) }
    }
    if isCancelled.isSet { throw CancellationError() }
    if transfer.isTooLong { throw Failure.tooLong }
    if code == CURLE_OPERATION_TIMEDOUT { throw Failure.timeout }
    var status = 0
    guard code == CURLE_OK, dach_curl_status(handle, &status) == CURLE_OK else {
      throw Failure.unreachable
    }
    return Response(status: status, body: transfer.received)
  }

  /// - Parameters: that curl reads until it is done.
  private func perform(
    _ handle: UnsafeMutableRawPointer, headers: UnsafeMutablePointer<curl_slist>?,
    body: UnsafeRawBufferPointer, _ transfer: Transfer
  ) -> CURLcode {
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    let settings = [
      dach_curl_set_text(handle, CURLOPT_URL, address),
      dach_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
      dach_curl_set_text(handle, CURLOPT_PROXY, ""),
      dach_curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0),
      dach_curl_set_number(handle, CURLOPT_NOSIGNAL, 1),
      dach_curl_set_number(handle, CURLOPT_TIMEOUT, patience),
      dach_curl_set_number(handle, CURLOPT_POST, 1),
      dach_curl_set_number(handle, CURLOPT_POSTFIELDSIZE, body.count),
      dach_curl_set_pointer(
        handle, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: body.baseAddress)),
      dach_curl_set_pointer(handle, CURLOPT_HTTPHEADER, headers),
      dach_curl_set_pointer(handle, CURLOPT_WRITEDATA, context),
      dach_curl_set_writer(handle) { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
          .receive(UnsafeRawBufferPointer(start: bytes, count: size * count))
      },
      dach_curl_set_number(handle, CURLOPT_NOPROGRESS, 0),
      dach_curl_set_pointer(handle, CURLOPT_XFERINFODATA, context),
      dach_curl_set_progress(handle) { context, _, _, _, _ in
        guard let context else { return 1 }
        return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().isCancelled.isSet
          ? 1 : 0
      },
    ]
    return settings.first { $0 != CURLE_OK } ?? curl_easy_perform(handle)
  }
}

/// What has arrived of an answer; used by the thread alone that makes the request.
private final class Transfer {
  private(set) var received: [UInt8] = []
  private(set) var isTooLong = false
  let isCancelled: Flag
  private let limit: Int

  init(limit: Int, isCancelled: Flag) {
    self.limit = limit
    self.isCancelled = isCancelled
  }

  /// - Returns: how many bytes were taken; fewer than all end the request.
  func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard received.count + bytes.count <= limit else {
      isTooLong = true
      return 0
    }
    received.append(contentsOf: bytes)
    return bytes.count
  }
}

/// Set once, by one thread for another.
private final class Flag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .relaxed) }
  func set() { value.store(true, ordering: .relaxed) }
}
