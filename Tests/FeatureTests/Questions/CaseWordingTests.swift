import HTTPTypes
import PortalNetwork
import PortalTesting
import Publishing
import Questions
import Store
import Testing
import Web

@testable import Casework

@Suite("What who asked is told") struct CaseWordingTests {
    /// Casework of a portal that tells by these ways.
    static func telling(_ portal: TestPortal) -> Casework {
        Casework(
            database: portal.database,
            keyring: portal.keyring,
            clock: portal.clock.clock,
            ids: portal.casework.ids,
            tracks: portal.casework.tracks,
            times: portal.casework.times,
            telling: CaseTelling([.mail, .sms]),
            termKey: Array(repeating: 7, count: 32)
        )
    }

    @Test("every letter and message, in every language: the code and where to look, no hole, never what was written", arguments: Language.allCases)
    func words(_ language: Language) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let casework = Self.telling(portal)
            let track = try #require(casework.tracks["question"])
            var letter = Submission(
                track: track,
                language: language,
                name: "Trần Thị Thử",
                phone: "0912 345 678",
                email: "thu@example.vn",
                title: "Tiêu đề ZAMQUYNH",
                text: "ZAMQUYNH: nội dung lá thư đủ dài để được tiếp nhận."
            )
            letter.consents = [.contact]
            let receipt = try await casework.receive(letter, on: portal.province)
            let wording = CaseWording(face: portal.face)
            let first = try #require(try await casework.letters(of: receipt.id).first)
            for about in CaseTelling.About.allCases {
                let message = CaseMessage(
                    letter: CaseLetter(
                        id: first.id,
                        caseID: receipt.id,
                        way: .mail,
                        about: about,
                        state: .waiting,
                        fault: nil,
                        createdAt: portal.clock.now
                    ),
                    language: language,
                    site: portal.province.id,
                    code: receipt.code,
                    place: "thu@example.vn",
                    due: receipt.due?.at,
                    agency: "Sở Xây dựng",
                    reason: "hồ sơ phức tạp",
                    stop: casework.stopMark(of: receipt.id)
                )
                let mail = try #require(try wording.letter(message))
                let short = try #require(wording.shortMessage(message))
                for text in [mail.subject, mail.plain, mail.html ?? "", short] {
                    #expect(!text.isEmpty && !text.contains("{") && !text.contains("case-letter") && !text.contains("case-sms"), "\(text)")
                    #expect(!text.contains("ZAMQUYNH") && !text.contains("\(receipt.pin)") && !text.contains("Thử"), "\(text)")
                }
                #expect(mail.subject.contains("\(receipt.code)") && short.contains("\(receipt.code)"))
                #expect(mail.plain.contains("https://anson.test/tra-cuu\n") && mail.plain.contains("/tra-cuu/thoi-thu?ho-so=\(message.stop)"))
                if language == .vi { #expect(short.utf8.count == short.count, "\(short)") }
                #expect(short.count <= 300)
                if about == .extend { #expect(mail.plain.contains("hồ sơ phức tạp")) }
                if about == .transfer { #expect(mail.plain.contains("Sở Xây dựng")) }
            }
        }
    }

    @Test("the foot of a letter: opening it changes nothing, one press ends letters", arguments: Backend.available)
    func stop(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let casework = Self.telling(portal)
            let track = try #require(casework.tracks["question"])
            let letter = Submission(
                track: track,
                name: "Trần Thị Thử",
                phone: "0912 345 678",
                title: "Đèn đường hỏng",
                text: "Nội dung lá thư đủ dài để được tiếp nhận.",
                consents: [.contact]
            )
            let receipt = try await casework.receive(letter, on: portal.province)
            let path = "/tra-cuu/thoi-thu?ho-so=\(casework.stopMark(of: receipt.id))"
            let page = try await portal.get(path)
            #expect(page.status == 200 && page.headers[.cacheControl] == "no-store" && page.body.contains("<form"))
            #expect(try await casework.tells(receipt.id))
            #expect(try await portal.get("/tra-cuu/thoi-thu?ho-so=xyz").status == 404)
            let done = try await CasePageTests.post(portal, "/tra-cuu/thoi-thu", ["ho-so": casework.stopMark(of: receipt.id)])
            #expect(done.status == 200 && !done.body.contains("Đèn đường"))
            #expect(try await !casework.tells(receipt.id))
            // From one's own case, too.
            let other = try await casework.receive(letter, on: portal.province)
            let fields = ["ma": "\(other.code)", "bi-mat": "\(other.pin)"]
            #expect(try await CasePageTests.post(portal, "/tra-cuu", fields).body.contains("stop-letters"))
            _ = try await CasePageTests.post(portal, "/tra-cuu", fields.merging(["viec": "stop-letters"]) { $1 })
            #expect(try await !casework.tells(other.id))
        }
    }
}
