import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server on this machine that answers each request as a test tells it to.
final class CannedServer: Sendable {
  struct Request: Sendable {
    let path: String
    let authorization: String?
    let body: Data

    /// The texts that vectors are asked for.
    var input: [String] {
      let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any]
      return object?["input"] as? [String] ?? []
    }
  }

  struct Answer: Sendable {
    var status = HTTPResponseStatus.ok
    var headers: [String: String] = [:]
    var body = ""
  }

  private let channel: any Channel
  private let received: Received

  private final class Received: Sendable {
    let requests = Mutex<[Request]>([])
  }

  var requests: [Request] { received.requests.withLock { $0 } }
  var address: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)/v1" }

  init(answer: @escaping @Sendable (Request) -> Answer) async throws {
    let received = Received()
    self.received = received
    channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(
            Handler { request in
              received.requests.withLock { $0.append(request) }
              return answer(request)
            })
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  func stop() async throws { try await channel.close() }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let answer: @Sendable (Request) -> Answer
    private var head: HTTPRequestHead?
    private var body = Data()

    init(_ answer: @escaping @Sendable (Request) -> Answer) { self.answer = answer }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        self.head = head
        body = Data()
      case .body(let part): body.append(contentsOf: part.readableBytesView)
      case .end:
        guard let head else { return }
        let answer = answer(
          Request(
            path: head.uri, authorization: head.headers.first(name: "Authorization"), body: body))
        write(answer, context)
      }
    }

    private func write(_ answer: Answer, _ context: ChannelHandlerContext) {
      var headers = HTTPHeaders(answer.headers.map { ($0.key, $0.value) })
      headers.add(name: "Content-Length", value: String(answer.body.utf8.count))
      context.write(
        wrapOutboundOut(
          .head(HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers))),
        promise: nil)
      context.write(
        wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: answer.body)))), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
  }
}

extension CannedServer {
  /// Lends a server to a test, and stops it afterwards.
  static func with<Value>(
    answer: @escaping @Sendable (Request) -> Answer,
    _ body: (CannedServer) async throws -> Value
  ) async throws -> Value {
    let server = try await CannedServer(answer: answer)
    do {
      let value = try await body(server)
      try await server.stop()
      return value
    } catch {
      try await server.stop()
      throw error
    }
  }
}
