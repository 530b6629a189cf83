import Foundation
import Glibc

@testable import RegistryDatabase

/// A server on a TCP port of this machine that takes encrypted connections with a password alone.
/// Its certificate, for `localhost`, vouches for itself.
struct EncryptedServer {
  let port: UInt16
  /// Of the server.
  let certificate: String
  /// Of somebody else.
  let otherCertificate: String
  private let process: pid_t

  /// - Parameters:
  ///   - home: With a private server, which is stopped; its cluster and its logins are served.
  init(_ home: TemporaryHome) throws {
    _ = try home.server().stopAndWait()
    let data = home.home + "/data"
    let account = try ServerAccount.choose(dataFolder: data)
    func makeCertificate(_ name: String) throws -> (certificate: String, key: String) {
      let (certificate, key) = ("\(data)/\(name).crt", "\(data)/\(name).key")
      let made = try ChildProcess(
        arguments: [
          "/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
          "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost",
          "-addext", "subjectAltName=DNS:localhost", "-out", certificate, "-keyout", key,
        ], environment: ["PATH": "/usr/bin:/bin", "HOME": data]
      ).run()
      guard made.code == 0, chown(key, account.user, account.group) == 0,
        chown(certificate, account.user, account.group) == 0
      else { throw Failure(description: made.output) }
      return (certificate, key)
    }
    let (certificate, key) = try makeCertificate("server")
    self.certificate = certificate
    otherCertificate = try makeCertificate("other").certificate
    try "hostssl all all 127.0.0.1/32 scram-sha-256\n".write(
      toFile: data + "/pg_hba.conf", atomically: false, encoding: .utf8)

    // A port that was free just now.
    let probe = try UnencryptedServer()
    port = probe.port
    probe.stop()
    guard let programs = ServerPrograms.installed(environment: home.environment()).first else {
      throw Failure(description: "no PostgreSQL server is installed")
    }
    let settings = [
      "listen_addresses=127.0.0.1", "port=\(port)", "unix_socket_directories=", "ssl=on",
      "ssl_cert_file=\(certificate)", "ssl_key_file=\(key)", "logging_collector=off",
    ]
    let log = open(home.path + "/tls.log", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(log) }
    let server = ChildProcess(
      arguments: try account.prefix() + [programs.postgres, "-D", data]
        + settings.flatMap { ["-c", $0] },
      environment: ["PATH": "/usr/bin:/bin"])
    process = try server.start(log: log)
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  func stop() {
    kill(process, SIGINT)
    while ChildProcess.exitCode(of: process) == nil { usleep(20_000) }
  }
}
