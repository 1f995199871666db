import NIOCore
import NIOHTTP2

/// Stands on a connection of HTTP/2 and closes it when nothing comes of it any more. The library says goodbye to an idle connection and then waits for the
/// client to agree, however long that takes; and it reads on from a client that takes no answers.
///
/// What a single stream may hold on to is `StreamWatch`'s.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTP2Frame
    typealias InboundOut = HTTP2Frame
    typealias OutboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    /// A connection on which nothing has moved from one look to the next is closed; so long it is between them.
    private let idle: TimeAmount
    private var streams = 0
    private var hasMoved = true
    private var wantsRead = false
    private var check: Scheduled<Void>?

    init(idle: TimeAmount) { self.idle = idle }

    func handlerAdded(context: ChannelHandlerContext) { watch(context) }
    func handlerRemoved(context: ChannelHandlerContext) { check?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        check?.cancel()
        context.fireChannelInactive()
    }

    func streamOpened() {
        streams += 1
        hasMoved = true
    }

    func streamClosed() {
        streams -= 1
        hasMoved = true
    }

    /// Parts of answers that readers have taken, on all streams.
    private(set) var partsTaken = 0

    func partTaken() {
        partsTaken += 1
        hasMoved = true
    }

    /// Who does not take what he asked for is not read from either, so that his answers do not pile up.
    func read(context: ChannelHandlerContext) {
        if context.channel.isWritable { context.read() } else { wantsRead = true }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        hasMoved = true
        if wantsRead, context.channel.isWritable {
            wantsRead = false
            context.read()
        }
        context.fireChannelWritabilityChanged()
    }

    private func watch(_ context: ChannelHandlerContext) {
        check = context.eventLoop.assumeIsolated().scheduleTask(in: idle) { [self] in
            // Streams have bounds of their own as long as what they write goes out.
            guard hasMoved || streams > 0 && context.channel.isWritable else { return context.close(promise: nil) }
            hasMoved = false
            watch(context)
        }
    }
}

@available(*, unavailable)
extension ConnectionWatch: Sendable {}
