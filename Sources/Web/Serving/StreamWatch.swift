import NIOCore
import NIOHTTPTypes

/// Stands below everything else on one stream of HTTP/2 and resets it when its reader does not take what was written for him: a window that stays shut holds no
/// answer for ever.
///
/// Bodies go out in parts, so that somebody on a slow line is seen to take some of a large answer. While the program has written nothing the time is not
/// the reader's.
final class StreamWatch: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Bytes that must be taken within `patience`, at twice that.
    static let part = 16 * 1024

    private let patience: TimeAmount
    private var connection: ConnectionWatch?
    /// Parts that were written and not taken.
    private var waiting = 0
    private var hasMoved = false
    private var check: Scheduled<Void>?

    init(patience: TimeAmount) { self.patience = patience }

    func handlerAdded(context: ChannelHandlerContext) {
        connection = try? context.channel.parent?.pipeline.syncOperations.handler(type: ConnectionWatch.self)
        connection?.streamOpened()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        check?.cancel()
        connection?.streamClosed()
        connection = nil
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .body(var rest) = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        while let part = rest.readSlice(length: min(Self.part, rest.readableBytes)) {
            let taken = context.eventLoop.makePromise(of: Void.self)
            let isLast = rest.readableBytes == 0
            if isLast { taken.futureResult.cascade(to: promise) }
            waiting += 1
            taken.futureResult.assumeIsolated().whenComplete { [self] _ in
                waiting -= 1
                hasMoved = true
                connection?.moved()
            }
            context.write(wrapOutboundOut(.body(part)), promise: taken)
            if isLast { break }
        }
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        if waiting > 0, check == nil { watch(context) }
    }

    private func watch(_ context: ChannelHandlerContext) {
        hasMoved = false
        check = context.eventLoop.assumeIsolated().scheduleTask(in: patience) { [self] in
            check = nil
            guard waiting > 0 else { return }
            if hasMoved { watch(context) } else { context.close(promise: nil) }
        }
    }
}

@available(*, unavailable)
extension StreamWatch: Sendable {}
