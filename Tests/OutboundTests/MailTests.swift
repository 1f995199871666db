import Foundation
import PortalTesting
import Subprocess
import Testing

@testable import Outbound

/// Letters handed to a real mail server, which is sometimes out of order.
@Suite("Mail", .timeLimit(.minutes(15)), .enabled(if: PythonPeer.isHere, "no aiosmtpd here: script/python-tools installs it"))
struct MailTests {
    static func message(to: String = "lan.tn@anson.test", _ change: (inout MailMessage) -> Void = { _ in }) -> MailMessage {
        var message = MailMessage(
            from: .init("ban-lam-viec@anson.test", name: "Bàn làm việc tỉnh An Sơn"),
            to: .init(to, name: "Trần Thị Ngọc Lan"),
            subject: "Bài “Lễ hội Cầu Ngư năm 2026 tại xã Hải Triều” đã được Ban biên tập trả lại kèm ý kiến",
            text: "Kính gửi bà Lan,\n.\n..một dòng bắt đầu bằng dấu chấm\n",
            html: "<p>Kính gửi bà Lan</p>",
            id: "0abc",
            milliseconds: 1_795_843_822_000,
            language: "vi"
        )
        change(&message)
        return message
    }

    struct Taken: Decodable {
        let from: String
        let to: [String]
        let options: [String]
        let data: String
        let tls: Bool
        let user: String?
        let hello: String
    }

    static func sender(_ url: String, password: String? = nil, roots: String? = nil, total: Duration = .seconds(300)) throws -> MailSender {
        var limits = MailSender.Limits()
        limits.connect = .seconds(300)
        limits.total = total
        return try MailSender(MailServer(url, password: password), name: "desk.anson.test", roots: roots, resolver: Names.loopback, limits: limits)
    }

    private static func taken(_ peer: PythonPeer, count: Int = 1) async throws -> [Taken] {
        try await peer.said(atLeast: count).map { try JSONDecoder().decode(Taken.self, from: Data($0.utf8)) }
    }

    @Test("a Vietnamese letter arrives as it was written")
    func whole() async throws {
        try await PythonPeer.with("mail/server.py") { peer in
            try await Self.sender("smtp://127.0.0.1:\(peer.port)").send(Self.message())
            let letter = try #require(try await Self.taken(peer).first)
            #expect(
                letter.from == "ban-lam-viec@anson.test" && letter.to == ["lan.tn@anson.test"] && !letter.tls && letter.hello == "desk.anson.test"
            )
            let head = letter.data.components(separatedBy: "\n\n")[0].replacingOccurrences(of: "\r", with: "").components(separatedBy: "\n\n")[0]
            #expect(head.contains("Auto-Submitted: auto-generated") && head.contains("Message-ID: <0abc@anson.test>"))
            #expect(letter.data.contains("Date: Sat, 28 Nov 2026 ") && letter.data.contains("+0700"))
            #expect(letter.data.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
            // What another program reads in it.
            let read = try await Self.read(letter.data)
            #expect(read["subject"] == Self.message().subject)
            #expect(read["from"] == "Bàn làm việc tỉnh An Sơn <ban-lam-viec@anson.test>")
            #expect(read["to"] == "Trần Thị Ngọc Lan <lan.tn@anson.test>")
            #expect(read["plain"] == "Kính gửi bà Lan,\n.\n..một dòng bắt đầu bằng dấu chấm\n")
            #expect(read["html"] == "<p>Kính gửi bà Lan</p>")
        }
    }

    /// By Python's own reader of mail.
    static func read(_ data: String) async throws -> [String: String] {
        let program = """
            import sys, json, email, email.policy
            m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
            parts = {p.get_content_subtype(): p.get_content().replace("\\r\\n", "\\n") for p in m.walk() if not p.is_multipart()}
            print(json.dumps({"subject": m["subject"], "from": str(m["from"]), "to": str(m["to"]), "defects": str(m.defects), "keys": ",".join(m.keys()), **parts}))
            """
        let result = try await run(
            .name("python3"),
            arguments: ["-c", program],
            input: .string(data),
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20)
        )
        return try JSONDecoder().decode([String: String].self, from: Data(result.standardOutput.utf8))
    }

    @Test("nothing that is written into a letter becomes a header of it")
    func injection() async throws {
        let evil = "Chào\r\nBcc: ke-gian@evil.test\r\n\r\nthân thư giả"
        let message = Self.message {
            $0.subject = evil
            $0.to = .init("lan.tn@anson.test", name: evil)
            $0.from = .init("a@anson.test", name: "=?utf-8?q?x?= \"\\<b@evil.test>,")
        }
        let read = try await Self.read(String(decoding: try message.encoded(), as: UTF8.self))
        #expect(read["keys"] == "Date,From,To,Subject,Message-ID,Content-Language,Auto-Submitted,MIME-Version,Content-Type")
        #expect(read["subject"]?.hasPrefix("Chào  Bcc: ke-gian@evil.test") == true && read["defects"] == "[]")
        for address in [
            "a@b.test>\r\nRCPT TO:<x@evil.test", "a b@c.test", "a@b.test\n", "", "a", "\"a\"@b.test", "a@b.test>", "a\u{0}@b.test", "a@b.test\u{85}",
        ] {
            #expect(throws: MailFault.unwritable) { try Self.message(to: address).encoded() }
            #expect(throws: MailFault.unwritable) { try Self.message { $0.from = .init(address) }.encoded() }
        }
        for id in ["", "a>b", "a\r\nb", "a@b", "a b"] { #expect(throws: MailFault.unwritable) { try Self.message { $0.id = id }.encoded() } }
    }

    @Test(
        "encoded words keep characters whole and lines short",
        arguments: [
            "", " ", "Tin", String(repeating: "ế", count: 300), String(repeating: "a\u{323}\u{302}", count: 90),
            "👨‍👩‍👧‍👦" + String(repeating: "😀", count: 60),
        ]
    )
    func words(_ text: String) async throws {
        let coded = MailMessage.words(text)
        #expect(coded.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
        let read = try await Self.read("Subject: \(coded)\r\n\r\n")
        #expect(read["subject"]?.trimmingCharacters(in: .whitespaces) == text.trimmingCharacters(in: .whitespaces))
    }

    @Test("TLS from the first byte, or asked for; and the sign-in, in both ways", arguments: ["--implicit", "--starttls"], [false, true])
    func secure(_ kind: String, _ isLogin: Bool) async throws {
        try await TLSTests.certificate { key, certificate in
            let arguments = ["--cert", certificate, "--key", key, kind, "--auth", "may@anson.test", "mật khẩu"] + (isLogin ? ["--no-plain"] : [])
            try await PythonPeer.with("mail/server.py", arguments) { peer in
                func url(_ host: String, user: String = "may%40anson.test@") -> String {
                    (kind == "--implicit" ? "smtps" : "smtp") + "://\(user)\(host):\(peer.port)"
                }
                try await Self.sender(url("mail.test"), password: "mật khẩu", roots: certificate).send(Self.message())
                let letter = try #require(try await Self.taken(peer).first)
                #expect(letter.tls && letter.user == "may@anson.test")
                // A certificate nobody vouches for; one for another name; the wrong password, which no sentence repeats.
                await #expect(throws: MailFault.insecure) { try await Self.sender(url("mail.test"), password: "mật khẩu").send(Self.message()) }
                await #expect(throws: MailFault.insecure) {
                    try await Self.sender(url("other.test"), password: "mật khẩu", roots: certificate).send(Self.message())
                }
                let fault = await #expect(throws: MailFault.self) {
                    try await Self.sender(url("mail.test"), password: "sai", roots: certificate).send(Self.message())
                }
                #expect(fault?.isFinal == false && "\(fault.map { "\($0)" } ?? "")".contains("sign-in (535)"))
            }
        }
    }

    @Test("TLS is insisted on, and nothing said before it is believed under it")
    func stripped() async throws {
        let hello = "250-mail.test\r\n250 SIZE 1000000\r\n"
        for (script, fault) in [
            (["220 mail.test ESMTP\r\n", hello], MailFault.insecure),
            (["220 mail.test ESMTP\r\n", "250-mail.test\r\n250 STARTTLS\r\n", "454 not now\r\n"], .insecure),
            // Sent before it was asked for, so that what follows would go in the clear.
            (["220 mail.test ESMTP\r\n", "250-mail.test\r\n250 STARTTLS\r\n220 go\r\n", "", "250 AUTH PLAIN\r\n", "235 ok\r\n"], .insecure),
            (["220 mail.test ESMTP\r\n", "250-mail.test\r\n250 STARTTLS\r\n", "220 go\r\n250-evil\r\n250 AUTH PLAIN\r\n"], .malformed),
        ] {
            try await PythonPeer.with("mail/server.py", ["--raw", String(decoding: try JSONEncoder().encode(script), as: UTF8.self)]) { peer in
                await #expect(throws: fault) { try await Self.sender("smtp://mail.test:\(peer.port)").send(Self.message()) }
            }
        }
    }

    @Test(
        "a server that says no: for now, or for good",
        arguments: [("later", 451, false), ("gone", 550, true), ("full", 452, false), ("spam", 554, true)]
    )
    func refused(_ name: String, _ code: Int, _ isFinal: Bool) async throws {
        try await PythonPeer.with("mail/server.py") { peer in
            let fault = await #expect(throws: MailFault.self) {
                try await Self.sender("smtp://127.0.0.1:\(peer.port)").send(Self.message(to: "\(name)@anson.test"))
            }
            guard case .refused(_, code: code, _)? = fault else { throw fault ?? MailFault.malformed }
            #expect(fault?.isFinal == isFinal)
            #expect(peer.said.isEmpty)
        }
    }

    @Test("a server that hangs, breaks off, lies or is not there", arguments: ["hang", "hangdata", "cut"])
    func broken(_ name: String) async throws {
        try await PythonPeer.with("mail/server.py", ["--size", "5000"]) { peer in
            let patience: Duration = name == "cut" ? .seconds(300) : .milliseconds(600)
            let sender = try Self.sender("smtp://127.0.0.1:\(peer.port)", total: patience)
            let fault = name == "cut" ? MailFault.brokenOff : .tooSlow
            await #expect(throws: fault) { try await sender.send(Self.message(to: "\(name)@anson.test")) }
            #expect(!fault.isFinal && peer.said.isEmpty)
            await #expect(throws: MailFault.tooLarge) {
                try await Self.sender("smtp://127.0.0.1:\(peer.port)").send(Self.message { $0.text = String(repeating: "dài ", count: 5000) })
            }
        }
        // Port 1 of this machine: nobody listens there.
        await #expect(throws: MailFault.unreachable) { try await Self.sender("smtp://127.0.0.1:1").send(Self.message()) }
    }

    @Test(
        "what is not SMTP is not taken for it",
        arguments: [
            ["HTTP/1.1 400 Bad Request\r\n"], ["220-" + String(repeating: "x", count: 5000)], [String(repeating: "220-wait\r\n", count: 500)],
            ["220 hi\r\n", "garbage\r\n"], ["99 hi\r\n"], ["220_hi\r\n"], ["\u{0}\u{1}\r\n"], ["2200 hi\r\n"],
        ]
    )
    func rubbish(_ script: [String]) async throws {
        try await PythonPeer.with("mail/server.py", ["--raw", String(decoding: try JSONEncoder().encode(script), as: UTF8.self)]) { peer in
            await #expect(throws: MailFault.malformed) { try await Self.sender("smtp://127.0.0.1:\(peer.port)").send(Self.message()) }
        }
    }

    @Test("an address beyond ASCII goes only where SMTPUTF8 is known")
    func international() async throws {
        let message = Self.message(to: "lân@tỉnh.test")
        try await PythonPeer.with("mail/server.py") { peer in
            try await Self.sender("smtp://127.0.0.1:\(peer.port)").send(message)
            #expect(try await Self.taken(peer).first?.options.contains("SMTPUTF8") == true)
        }
        let script = ["220 mail.test\r\n", "250 mail.test\r\n"]
        try await PythonPeer.with("mail/server.py", ["--raw", String(decoding: try JSONEncoder().encode(script), as: UTF8.self)]) { peer in
            await #expect(throws: MailFault.needsInternational) { try await Self.sender("smtp://127.0.0.1:\(peer.port)").send(message) }
        }
    }

    @Test("a mail server is named in one way, without its password")
    func servers() throws {
        let server = try MailServer("smtps://may%40tinh.vn@Mail.Tinh.gov.vn", password: "x")
        #expect(server.port == 465 && server.user == "may@tinh.vn" && server.host == "mail.tinh.gov.vn" && server.security == .implicit)
        #expect(server.shown == "smtps://may@tinh.vn@mail.tinh.gov.vn:465")
        #expect(try MailServer("smtp://mail.tinh.gov.vn").security == .startTLS && MailServer("smtp://mail.tinh.gov.vn").port == 587)
        for here in ["smtp://127.0.0.1:1025", "smtp://127.0.0.1:1025/", "smtp://[::1]:1025"] { #expect(try MailServer(here).security == .plain) }
        for wrong in [
            "", "mail.tinh.gov.vn", "http://a", "smtp://", "smtp://a:0", "smtp://a:99999", "smtp://a b", "smtp://a/b", "smtp://[::1", "smtp://a?x",
            "smtp://%0d%0a@a",
        ] {
            #expect(throws: MailServer.Fault.notAnAddress) { try MailServer(wrong) }
        }
        #expect(throws: MailServer.Fault.passwordInAddress) { try MailServer("smtp://a:b@c.test") }
        #expect(throws: MailServer.Fault.passwordWithoutUser) { try MailServer("smtp://c.test", password: "x") }
        #expect(throws: MailServer.Fault.userWithoutPassword) { try MailServer("smtp://a@c.test") }
    }
}
