import NIOCore
import NIOHTTPTypes

/// Stands below everything else on one stream of HTTP/2 and resets it when its reader does not take what was written for him: a window that stays shut holds no
/// answer for ever.
///
/// Bodies go out in parts, so that somebody on a slow line is seen to take some of a large answer; while other streams of his connection move, this one may
/// be behind them and waits longer. While the program has written nothing the time is not the reader's.
final class StreamWatch: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Bytes: so many must be taken between one look and the next.
    static let part = 16 * 1024

    private let patience: TimeAmount
    private var connection: ConnectionWatch?
    /// Parts that were written and not taken.
    private var waiting = 0
    private var hasMoved = false
    /// How often it was looked and nothing had been taken, one time after the other.
    private var stalls = 0
    /// On a slow line a stream waits while those before it go out: so many looks.
    private static let mostStalls = 10
    private var check: Scheduled<Void>?

    /// - Parameter connection: found on the stream's parent where none is given.
    init(patience: TimeAmount, connection: ConnectionWatch? = nil) {
        self.patience = patience
        self.connection = connection
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if connection == nil { connection = try? context.channel.parent?.pipeline.syncOperations.handler(type: ConnectionWatch.self) }
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
                connection?.partTaken()
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
        let others = connection?.partsTaken
        check = context.eventLoop.assumeIsolated().scheduleTask(in: patience) { [self] in
            check = nil
            stalls = hasMoved ? 0 : stalls + 1
            guard waiting > 0 else { return }
            guard hasMoved || connection?.partsTaken != others && stalls < Self.mostStalls else { return context.close(promise: nil) }
            watch(context)
        }
    }
}

@available(*, unavailable)
extension StreamWatch: Sendable {}
