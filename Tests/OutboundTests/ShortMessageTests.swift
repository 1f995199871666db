import Foundation
import PortalTesting
import Testing

@testable import Outbound

/// The doors for short messages, against real programs and a real server of this machine.
@Suite("Short messages", .timeLimit(.minutes(10)))
struct ShortMessageTests {
    static let message = ShortMessage(to: "+84912345678", text: "An Son: da tiep nhan ho so; $(touch x) 'y'", id: "0s9wez8p00005")

    static func endpoint(_ port: Int, token: String? = "bi-mat") throws -> ShortMessageEndpoint {
        let caller = try EndpointCaller(agent: "CauNoi/test", limits: FetchLimits.endpoint.slower(by: 20))
        return try #require(ShortMessageEndpoint(try ForeignAddress("http://127.0.0.1:\(port)/gui"), token: token, caller: caller))
    }

    @Test("a command gets number and text on its input and nowhere else")
    func command() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-sms-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let command = ShortMessageCommand(
            "{ cat; echo \"$CAUNOI_MESSAGE_ID $# $*\"; tr '\\0' ' ' </proc/$$/cmdline; } >\(file)",
            patience: .seconds(120)
        )
        try await command.send(Self.message)
        let said = try String(contentsOfFile: file, encoding: .utf8)
        #expect(said.hasPrefix(Self.message.to + "\n" + Self.message.text + "\n\(Self.message.id) 0 \n"))
        let parts = said.components(separatedBy: Self.message.to)
        #expect(parts.count == 2, "the number stands on the input alone")
    }

    @Test(
        "a command that fails, is missing, or hangs",
        arguments: [("exit 3", false), ("khong-co-lenh-nay", false), ("sleep 60", true)]
    )
    func failing(_ line: String, _ isSlow: Bool) async throws {
        let command = ShortMessageCommand(line, patience: isSlow ? .milliseconds(300) : .seconds(120))
        do {
            try await command.send(Self.message)
            Issue.record("it was taken")
        } catch let fault as ShortMessageFault {
            #expect(isSlow == (fault == .tooSlow) && !fault.isFinal)
            #expect(!"\(fault)".contains("912345678"))
        }
    }

    @Test("an endpoint gets JSON and the token, and no redirect is followed")
    func posting() async throws {
        try await ScriptedServer.with { _ in
            ScriptedServer.answer("202 Accepted", [], "")
        } _: { server in
            try await Self.endpoint(server.port).send(Self.message)
            let heard = try #require(server.requests.first)
            let body = try #require(try JSONSerialization.jsonObject(with: Data(heard.body)) as? [String: String])
            #expect(body == ["id": Self.message.id, "text": Self.message.text, "to": Self.message.to])
            #expect(heard.headers["authorization"] == "Bearer bi-mat" && heard.target == "/gui")
        }
    }

    @Test(
        "what an endpoint says",
        arguments: [("400 Bad Request", true), ("429 Too Many Requests", false), ("503 Service Unavailable", false), ("302 Found", false)]
    )
    func refusals(_ status: String, _ isFinal: Bool) async throws {
        try await ScriptedServer.with { _ in
            ScriptedServer.answer(status, ["Location: http://127.0.0.1:1/"], "")
        } _: { server in
            do {
                try await Self.endpoint(server.port).send(Self.message)
                Issue.record("it was taken")
            } catch let fault as ShortMessageFault { #expect(fault.isFinal == isFinal) }
        }
    }

    @Test(
        "a number goes over no open wire",
        arguments: [("http://sms.example/", false), ("https://sms.example/", true), ("http://localhost:9/", true)]
    )
    func addresses(_ address: String, _ isTaken: Bool) throws {
        let caller = try EndpointCaller(agent: "CauNoi/test")
        #expect((ShortMessageEndpoint(try ForeignAddress(address), token: nil, caller: caller) != nil) == isTaken)
    }
}
