/// Where a database is, in words that hold no secret.
struct ServerAddress: Sendable, Hashable {
  /// Host names in the order in which they are tried; a path for a Unix socket; empty for libpq's
  /// default socket.
  var hosts: [String]
  var ports: [String]
  var user: String
  var database: String

  /// E.g. `postgresql://anna@db.example:5432/dach`.
  var url: String {
    let userPart = user.isEmpty ? "" : "\(Self.encoded(user))@"
    let places = hosts.indices.map { index in
      let host = hosts[index]
      // A path needs encoding, and brackets tell an IPv6 address from its port.
      let name = host.contains(":") ? "[\(host)]" : Self.encoded(host)
      return ports[index].isEmpty ? name : "\(name):\(ports[index])"
    }
    return "postgresql://\(userPart)\(places.joined(separator: ","))/\(Self.encoded(database))"
  }

  var german: String { place(host: "Rechner", port: "Port", socket: "lokaler Socket") }
  var english: String { place(host: "host", port: "port", socket: "local socket") }

  /// The shell command that makes the missing database.
  var createCommand: String {
    var words = ["createdb"]
    if let host = hosts.first, !host.isEmpty { words += ["-h", Self.quoted(host)] }
    if let port = ports.first, !port.isEmpty { words += ["-p", Self.quoted(port)] }
    if !user.isEmpty { words += ["-U", Self.quoted(user)] }
    return (words + [Self.quoted(database)]).joined(separator: " ")
  }

  private func place(host: String, port: String, socket: String) -> String {
    hosts.indices.map { index in
      let portText = ports[index].isEmpty ? "" : ", \(port) \(ports[index])"
      let name = hosts[index]
      if name.isEmpty { return socket + portText }
      return (name.hasPrefix("/") ? "\(socket) \(name)" : "\(host) \(name)") + portText
    }.joined(separator: "; ")
  }

  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func quoted(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    if plain, !text.isEmpty { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
