import NIOCore
import NIOSSL

/// What a mail server said: a number, and lines of text behind it.
struct SMTPReply: Sendable, Hashable {
    let code: Int
    let lines: [String]
    /// The answer to `STARTTLS` after which everything is encrypted. Not any other 220, however it came here.
    var isTurn = false

    /// Its words on one line of plain ASCII, short enough for a log.
    var text: String {
        let joined = lines.joined(separator: " ").unicodeScalars.map { (0x20..<0x7F).contains($0.value) ? Character($0) : "?" }
        return String(String(joined).prefix(200))
    }
}

/// What is said to a mail server.
enum SMTPSending: Sendable {
    case bytes(ByteBuffer)
    /// `STARTTLS`; from its answer on, everything is encrypted.
    case startTLS
}

/// Reads replies, and turns to TLS in the very step in which the server agrees: nothing that was sent in the clear behind that answer is ever
/// taken for something said under TLS.
final class SMTPWire: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = SMTPReply
    typealias OutboundIn = SMTPSending
    typealias OutboundOut = ByteBuffer

    /// RFC 5321 says 512 bytes a line; some servers are wordier.
    private static let longestLine = 2048
    private static let mostLines = 100

    private let tls: NIOSSLContext
    private let name: String?
    private let trouble: Trouble
    private var bytes: [UInt8] = []
    private var lines: [String] = []
    private var isTurning = false
    private var isBroken = false

    init(tls: NIOSSLContext, name: String?, trouble: Trouble) {
        self.tls = tls
        self.name = name
        self.trouble = trouble
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isBroken else { return }
        bytes += unwrapInboundIn(data).readableBytesView
        while let end = bytes.firstIndex(of: 0x0A) {
            var line = bytes[..<end]
            if line.last == 0x0D { line = line.dropLast() }
            let kept = Array(line)
            bytes.removeSubrange(...end)
            guard take(kept, context) else { return breakOff(context) }
        }
        if bytes.count > Self.longestLine { breakOff(context) }
    }

    /// False for what is no line of a reply.
    private func take(_ line: [UInt8], _ context: ChannelHandlerContext) -> Bool {
        guard line.count >= 3, line.count <= Self.longestLine, lines.count < Self.mostLines, line[..<3].allSatisfy({ (0x30...0x39).contains($0) }),
            let code = Int(String(decoding: line[..<3], as: UTF8.self)), (200...599).contains(code)
        else { return false }
        lines.append(String(decoding: line.dropFirst(4), as: UTF8.self))
        if line.count > 3, line[3] == 0x2D { return true }
        guard line.count == 3 || line[3] == 0x20 else { return false }
        let isAgreed = isTurning && code == 220
        let reply = SMTPReply(code: code, lines: lines, isTurn: isAgreed)
        lines = []
        isTurning = false
        if isAgreed {
            guard bytes.isEmpty, let handler = try? NIOSSLClientHandler(context: tls, serverHostname: name) else { return false }
            do { try context.pipeline.syncOperations.addHandler(handler, position: .first) } catch { return false }
        }
        context.fireChannelRead(wrapInboundOut(reply))
        if isAgreed {
            // The end of this reading now passes through the TLS handler, which has nothing to tell yet and keeps it: it is told here, and reading goes on.
            context.fireChannelReadComplete()
            context.read()
        }
        return true
    }

    private func breakOff(_ context: ChannelHandlerContext) {
        isBroken = true
        trouble.keep(MailFault.malformed)
        context.close(promise: nil)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .bytes(let buffer): context.write(wrapOutboundOut(buffer), promise: promise)
        case .startTLS:
            isTurning = true
            context.write(wrapOutboundOut(ByteBuffer(string: "STARTTLS\r\n")), promise: promise)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        trouble.keep(error)
        context.fireErrorCaught(error)
    }
}
