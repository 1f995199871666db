import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// What stands on every connection of a listener, made anew for each.
struct ConnectionParts: Sendable {
    let desk: CacheDesk?
    let accounts: ClientAccounts
    let limits: ServerLimits
    let refusals: WireRefusals

    func fastPath() -> FastPath { FastPath(desk: desk, accounts: accounts, limits: limits, refusals: refusals) }
    func connectionGuard() -> ConnectionGuard { ConnectionGuard(limits: limits, refusals: refusals) }
}

/// HTTP/1.1 on a connection: the fast path for pages that are ready, the parser, then Hummingbird as it is.
struct PortalHTTP1: HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let responder: HTTPChannelHandler.Responder
    let parts: ConnectionParts
    var isSecure = false

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            var decoder = NIOHTTPDecoderLimitConfiguration()
            decoder.maxHeaderFieldSize = parts.limits.headerField
            decoder.maxHeaderListSize = parts.limits.headers
            decoder.maxHeaderFieldCount = parts.limits.headerCount
            let pipeline = channel.pipeline.syncOperations
            // One read for each time there is something to read: a second one, to hear that there is no more, costs as much as the first.
            try channel.syncOptions?.setOption(.maxMessagesPerRead, value: 1)
            try channel.syncOptions?.setOption(.autoRead, value: false)
            let fastPath = parts.fastPath()
            try pipeline.addHandler(fastPath)
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false,
                withErrorHandling: false,
                withOutboundHeaderValidation: false,
                withEncoderConfiguration: .init(),
                withDecoderLimitConfiguration: decoder
            )
            try pipeline.addHandler(AnswerWatch(fastPath))
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: isSecure))
            try pipeline.addHandler(parts.connectionGuard())
            // Idle connections are the fast path's to watch: it alone sees everything that happens.
            try pipeline.addHandler(HTTPConnectionStateHandler(idleTimeout: nil, logger: logger))
            return try NIOAsyncChannel(wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    func handle(value: Value, logger: Logger) async { await handleHTTP(asyncChannel: value, logger: logger) }
}
