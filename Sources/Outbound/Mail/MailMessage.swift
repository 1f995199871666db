import Foundation

/// A letter as mail carries it (RFC 5322, RFC 2047): plain text and HTML beside each other, in UTF-8.
public struct MailMessage: Sendable, Hashable {
    public struct Mailbox: Sendable, Hashable {
        public let name: String?
        public let address: String

        public init(_ address: String, name: String? = nil) {
            self.address = address
            self.name = name
        }
    }

    public var from: Mailbox
    public var to: Mailbox
    public var subject: String
    public var text: String
    public var html: String?
    /// What stands before the `@` of `Message-ID`: the same letter tried again bears the same.
    public var id: String
    /// Epoch milliseconds.
    public var milliseconds: Int64
    /// `vi`, `en`, `zh`.
    public var language: String

    public init(from: Mailbox, to: Mailbox, subject: String, text: String, html: String?, id: String, milliseconds: Int64, language: String) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.id = id
        self.milliseconds = milliseconds
        self.language = language
    }

    /// An address that needs SMTPUTF8 on its way.
    var isInternational: Bool { !(from.address + to.address).utf8.allSatisfy { $0 < 0x80 } }

    /// The bytes of the letter, with lines of at most 78 characters that end in CRLF.
    func encoded() throws(MailFault) -> [UInt8] {
        for mailbox in [from, to] where !Self.isWritable(mailbox.address) { throw .unwritable }
        guard !id.isEmpty, id.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>@".utf8.contains($0) }) else { throw .unwritable }
        let domain = from.address.split(separator: "@").last.map(String.init) ?? "localhost"
        var lines = [
            "Date: " + Self.date(milliseconds),
            "From: " + Self.mailbox(from),
            "To: " + Self.mailbox(to),
            "Subject: " + Self.words(subject),
            "Message-ID: <\(id)@\(domain)>",
            "Content-Language: " + Self.words(language),
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ]
        guard let html else { return Array((lines + Self.part("plain", text)).joined(separator: "\r\n").utf8) }
        // Base64 never holds two hyphens in a row, so no part can hold the boundary.
        let boundary = "--caunoi-\(id.filter { $0.isLetter || $0.isNumber })"
        lines += ["Content-Type: multipart/alternative;", " boundary=\"\(boundary)\"", ""]
        for (type, body) in [("plain", text), ("html", html)] { lines += ["--" + boundary] + Self.part(type, body) }
        return Array((lines + ["--\(boundary)--", ""]).joined(separator: "\r\n").utf8)
    }

    private static func part(_ type: String, _ body: String) -> [String] {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let coded = Data(lines.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        return ["Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: base64", "", coded]
    }

    /// Nothing that would end the line or the brackets it stands in.
    static func isWritable(_ address: String) -> Bool {
        guard (3...254).contains(address.utf8.count), address.contains("@") else { return false }
        return address.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !(0x80...0xA0).contains($0.value) && !"<>(),;:\\\"[]".unicodeScalars.contains($0)
        }
    }

    private static func mailbox(_ mailbox: Mailbox) -> String {
        let address = "<\(mailbox.address)>"
        guard let name = mailbox.name, !name.isEmpty else { return address }
        // On a line of its own, so that neither the name nor the address makes the other's line too long.
        return words(name) + "\r\n " + address
    }

    /// Text of a header: as it is where it is plain and short, else in encoded words of whole characters, one a line.
    static func words(_ text: String) -> String {
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
        let isAtoms = plain.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x20 || byte == 0x2D
        }
        if isAtoms, plain.utf8.count <= 60, !plain.isEmpty, !plain.hasPrefix(" "), !plain.hasSuffix(" ") { return plain }
        var pieces: [String] = []
        var piece = ""
        for character in plain {
            if piece.utf8.count + character.utf8.count > 42, !piece.isEmpty {
                pieces.append(piece)
                piece = ""
            }
            // A character of many marks is cut between them rather than let grow without end.
            for scalar in character.unicodeScalars {
                if piece.utf8.count + 4 > 45 {
                    pieces.append(piece)
                    piece = ""
                }
                piece.unicodeScalars.append(scalar)
            }
        }
        pieces.append(piece)
        return pieces.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// In Vietnamese time, as RFC 5322 writes it.
    static func date(_ milliseconds: Int64) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        return formatter.string(from: Date(timeIntervalSince1970: Double(milliseconds / 1000)))
    }
}
