import Foundation
import Glibc

@testable import RegistryDatabase

/// A server on this machine that answers the request for encryption, and hangs up.
///
/// "To initiate an SSL-encrypted connection, the frontend initially sends an SSLRequest message …
/// The server then responds with a single byte containing S or N, indicating that it is willing or
/// unwilling to perform SSL" (https://www.postgresql.org/docs/current/protocol-flow.html).
struct UnencryptedServer {
  let port: UInt16
  private let listener: Int32

  init(answer: Unicode.Scalar = "N") throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { throw SystemError.last }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 4) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isOpen else {
      close(listener)
      throw SystemError.last
    }
    port = UInt16(bigEndian: address.sin_port)
    self.listener = listener
    let byte = UInt8(answer.value)
    Thread.detachNewThread { Self.serve(listener, byte) }
  }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private static func serve(_ listener: Int32, _ answer: UInt8) {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { return }
      var request = [UInt8](repeating: 0, count: 8)
      if recv(client, &request, request.count, Int32(MSG_WAITALL)) == request.count {
        var byte = answer
        send(client, &byte, 1, Int32(MSG_NOSIGNAL))
      }
      close(client)
    }
  }
}
