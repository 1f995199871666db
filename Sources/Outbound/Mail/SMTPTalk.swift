import Foundation
import NIOCore

/// One conversation with a mail server, word by word.
struct SMTPTalk {
    var replies: NIOAsyncChannelInboundStream<SMTPReply>.AsyncIterator
    let outbound: NIOAsyncChannelOutboundWriter<SMTPSending>

    mutating func deliver(_ message: MailMessage, _ bytes: [UInt8], to server: MailServer, as name: String) async throws {
        try await expect(220...220, .greeting)
        var offers = try await hello(name)
        if server.security == .startTLS {
            guard offers["STARTTLS"] != nil else { throw MailFault.insecure }
            try await outbound.write(.startTLS)
            // An answer sent before it was asked for is no answer: the password must not follow it in the clear.
            guard try await next().isTurn else { throw MailFault.insecure }
            // What was offered in the clear may have been somebody else's word.
            offers = try await hello(name)
        }
        if let user = server.user, let password = server.password { try await signIn(user, password, offers["AUTH"] ?? "") }
        if let most = offers["SIZE"].flatMap({ Int($0) }), most > 0, bytes.count > most { throw MailFault.tooLarge }
        if message.isInternational, offers["SMTPUTF8"] == nil { throw MailFault.needsInternational }
        let more = (offers["SIZE"] == nil ? "" : " SIZE=\(bytes.count)") + (message.isInternational ? " SMTPUTF8" : "")
        try await say("MAIL FROM:<\(message.from.address)>\(more)")
        try await expect(250...250, .sender)
        try await say("RCPT TO:<\(message.to.address)>")
        try await expect(250...251, .recipient)
        try await say("DATA")
        try await expect(354...354, .content)
        try await outbound.write(.bytes(ByteBuffer(bytes: Self.stuffed(bytes) + Array("\r\n.\r\n".utf8))))
        try await expect(250...250, .content)
        // It is taken. Whether the server still says goodbye changes nothing.
        try? await say("QUIT")
    }

    private mutating func hello(_ name: String) async throws -> [String: String] {
        try await say("EHLO \(name)")
        let reply = try await next()
        guard reply.code == 250 else { throw MailFault.refused(.hello, code: reply.code, text: reply.text) }
        var offers: [String: String] = [:]
        for line in reply.lines.dropFirst() {
            let words = line.split(separator: " ", maxSplits: 1)
            if let name = words.first { offers[name.uppercased()] = words.count > 1 ? String(words[1]) : "" }
        }
        return offers
    }

    private mutating func signIn(_ user: String, _ password: String, _ offered: String) async throws {
        let ways = Set(offered.uppercased().split(separator: " ").map(String.init))
        func coded(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
        if ways.contains("PLAIN") {
            try await say("AUTH PLAIN " + coded("\0\(user)\0\(password)"))
        } else if ways.contains("LOGIN") {
            try await say("AUTH LOGIN")
            try await expect(334...334, .signIn)
            try await say(coded(user))
            try await expect(334...334, .signIn)
            try await say(coded(password))
        } else {
            throw MailFault.noSignIn
        }
        try await expect(235...235, .signIn)
    }

    private func say(_ line: String) async throws { try await outbound.write(.bytes(ByteBuffer(string: line + "\r\n"))) }

    private mutating func next() async throws -> SMTPReply {
        guard let reply = try await replies.next() else { throw MailFault.brokenOff }
        return reply
    }

    private mutating func expect(_ codes: ClosedRange<Int>, _ stage: MailFault.Stage) async throws {
        let reply = try await next()
        guard codes.contains(reply.code) else { throw MailFault.refused(stage, code: reply.code, text: reply.text) }
    }

    /// A line that begins with a dot gets a second one (RFC 5321, 4.5.2).
    static func stuffed(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 16)
        var isLineStart = true
        for byte in bytes {
            if isLineStart, byte == 0x2E { out.append(0x2E) }
            out.append(byte)
            isLineStart = byte == 0x0A
        }
        return out
    }
}
