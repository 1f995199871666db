import Casework
import HTTPTypes
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese
import Web

@testable import Questions

@Suite("Answers that become public") struct AnsweredTests {
    private static let text = """
        Tôi tên là Nguyễn Văn Khánh, trú tại số 12 ngõ 34 đường Lê Lợi. Điện thoại của tôi là 0912 345 678.
        Xin hỏi thủ tục cấp lại giấy khai sinh cần những giấy tờ gì?
        """

    private static let decree = "Nghị định số 123/2015/NĐ-CP, Điều 3"

    /// A case that was answered, and the path of its screen.
    private static func answered(_ place: DeskPlace, wish: Wish = .anonymised) async throws -> (receipt: Receipt, path: String, secretary: Visitor) {
        let track = try #require(place.portal.casework.tracks["question"])
        var submission = Submission(track: track, name: "Nguyễn Văn Khánh", title: "Cấp lại giấy khai sinh", text: text)
        submission.wish = wish
        let receipt = try await place.portal.casework.receive(submission, on: place.portal.province)
        try await place.person("thu-ky", .deskSecretary, on: place.portal.province)
        try await place.person("truong-ban", .editorInChief, on: place.portal.province)
        let (secretary, chief) = (try await place.signedIn("thu-ky"), try await place.signedIn("truong-ban"))
        let path = "/desk/cong/an-son/ho-so/\(receipt.id)"
        for (visitor, verb, words) in [
            (secretary, "accept", ""), (secretary, "take", ""),
            (secretary, "submit", "Ông Khánh mang căn cước đến Ủy ban nhân dân phường; lệ phí 8.000 đồng."),
            (chief, "approve", ""), (chief, "answer", ""),
        ] {
            let version = try await Self.version(secretary, path)
            let answer = try await visitor.post(
                path + "/viec",
                ["viec": verb, "ban": version, "loi": words, "so": "15/UBND", "can-cu": "Luật Hộ tịch 2014\n\(Self.decree)", "khop": "1"]
            )
            try #require(answer.status == 303, "\(verb): \(answer.status)")
        }
        return (receipt, path, secretary)
    }

    private static func version(_ visitor: Visitor, _ path: String) async throws -> String {
        let page = try await visitor.get(path)
        return String(try #require(page.body.firstMatch(of: #/name="ban" value="(\d+)"/#)).output.1)
    }

    /// The names of ticked boxes on a page.
    private static func ticked(_ page: String) -> [String] {
        page.matches(of: #/name="(bo\.[0-9-]+)" value="1" checked/#).map { String($0.output.1) }
    }

    @Test("a letter becomes a page that does not say who wrote it", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            // On the day of the answer it holds; what happens to it later does not change what was published.
            let law = try await LawRoom.add(
                LawDraft(
                    number: "123/2015/NĐ-CP",
                    title: "Quy định chi tiết Luật Hộ tịch",
                    effectiveOn: CivilDate(year: 2016, month: 1, day: 1),
                    address: "https://\(TestPortal.host)/van-ban/123"
                ),
                place
            )
            let (receipt, path, secretary) = try await Self.answered(place)
            let today = place.portal.clock.now.civilDate
            try await LawRoom.end(law, on: today, by: nil, place)
            #expect(try await secretary.get(path).body.contains(path + "/ban-cong-khai"))
            let choice = try await secretary.post(path + "/ban-cong-khai", [:])
            #expect(choice.status == 200 && choice.body.contains("0912 345 678</del>") && choice.body.contains("[số điện thoại]"))
            var form = Dictionary(uniqueKeysWithValues: Self.ticked(choice.body).map { ($0, "1") })
            #expect(form.count >= 3)
            form["ban"] = try await Self.version(secretary, path)

            let texts = try await secretary.post(path + "/ban-cong-khai/van-ban", form)
            #expect(texts.status == 200 && texts.body.contains("[số điện thoại]") && texts.body.contains("value=\"N.V.K\""))
            form.merge(["tieu-de": "Cấp lại giấy khai sinh", "nguoi-hoi": "Ông N.V.K", "tra-loi": "Mang căn cước đến phường; lệ phí 8.000 đồng."]) {
                $1
            }

            // Something that was to be left out is written in again.
            let slipped = try await secretary.post(path + "/ban-cong-khai/luu", form.merging(["cau-hoi": "Gọi ông Khánh, o912345678."]) { $1 })
            #expect(slipped.status == 422 && slipped.body.contains("912345678”") && slipped.body.contains("da-xem"))
            let empty = try await secretary.post(path + "/ban-cong-khai/luu", form.merging(["cau-hoi": " "]) { $1 })
            #expect(empty.status == 422 && empty.body.contains("Câu hỏi"))

            let kept = try await secretary.post(path + "/ban-cong-khai/luu", form.merging(["cau-hoi": "Xin hỏi cần giấy tờ gì?\nCảm ơn."]) { $1 })
            #expect(kept.status == 303)
            let item = try #require(kept.location?.firstMatch(of: #/bai/([0-9a-z]{13})/#).flatMap { ItemID(String($0.output.1)) })
            #expect(try await secretary.get(path).body.contains("/bai/\(item)"))
            #expect(try await secretary.post(path + "/ban-cong-khai", [:]).status == 404, "there is one already")
            let mine = ["ma": "\(receipt.code)", "bi-mat": "\(receipt.pin)"]
            #expect(try await !CasePageTests.post(place.portal, "/tra-cuu", mine).body.contains("/-/\(item)"), "a draft is nobody's business")

            let publishing = place.portal.publishing
            try await publishing.submit(item, by: place.by("thu-ky"))
            try await publishing.approve(item, by: place.by("truong-ban"))
            try await publishing.publish(item, by: place.by("truong-ban"))
            #expect(try await CasePageTests.post(place.portal, "/tra-cuu", mine).body.contains("/-/\(item)"))

            let list = try await place.portal.get("/hoi-dap")
            #expect(list.body.contains("Cấp lại giấy khai sinh") && RegionAudit.findings(in: list.body).isEmpty)
            let page = try await place.portal.get("/hoi-dap/cap-lai-giay-khai-sinh-\(item)")
            #expect(page.status == 200 && RegionAudit.findings(in: page.body).isEmpty, "\(RegionAudit.findings(in: page.body))")
            for seen in [
                "Ông N.V.K", "Xin hỏi cần giấy tờ gì?", "lệ phí 8.000 đồng", "Luật Hộ tịch 2014", "15/UBND", "\"QAPage\"", "\"acceptedAnswer\"",
                "https://\(TestPortal.host)/van-ban/123", "(Quy định chi tiết Luật Hộ tịch; ", "\"legislationIdentifier\":\"123/2015/NĐ-CP\"",
            ] {
                #expect(page.body.contains(seen), "\(seen)")
            }
            for hidden in ["Khánh", "0912", "ngõ 34", "\(receipt.code)"] {
                #expect(!page.body.contains(hidden) && !list.body.contains(hidden), "\(hidden)")
            }
            #expect(try await place.portal.get("/phan-anh-kien-nghi").body.contains("Cấp lại giấy") == false)
            #expect(try await place.portal.get("/hoi-dap?trang=2").status == 404)
        }
    }

    @Test("who does not want it is not made public; who wants to be named is", arguments: Backend.available, [Wish.closed, .open])
    func wishes(_ backend: Backend, _ wish: Wish) async throws {
        try await DeskPlace.with(backend) { place in
            let (receipt, path, secretary) = try await Self.answered(place, wish: wish)
            let choice = try await secretary.post(path + "/ban-cong-khai", [:])
            if wish == .closed {
                #expect(choice.status == 404)
                let writer = try await place.by("thu-ky")
                let person = try await place.portal.database.read { try People.person(writer.actor.person, in: $0) }
                let by = Casework.By(writer.actor, person, in: place.portal.tree, from: DeskPlace.caller)
                let version = try #require(Int(try await Self.version(secretary, path)))
                await #expect(throws: CaseRefusal.keptPrivate) {
                    try await place.portal.casework.publish(
                        Casework.Seen(receipt.id, version: version),
                        as: ItemID(rawValue: 1),
                        on: place.portal.province.id,
                        by: by
                    )
                }
            } else {
                let form = Dictionary(uniqueKeysWithValues: Self.ticked(choice.body).map { ($0, "1") })
                let texts = try await secretary.post(path + "/ban-cong-khai/van-ban", form)
                #expect(texts.body.contains("value=\"Nguyễn Văn Khánh\"") && texts.body.contains("[số điện thoại]"))
            }
        }
    }

    @Test("texts of a page are what is committed to, in the page's order")
    func blocks() {
        let whole = AnsweredQuestion(
            title: "Tiêu đề",
            question: RichText([.paragraph([.text("Hỏi?")])]),
            asker: "Bà T.",
            answer: RichText([.paragraph([.text("Đáp.")])]),
            agency: "Sở Tư pháp",
            letter: "1/STP",
            signer: "Lê Thị Thử",
            basis: ["Luật A", " "],
            askedOn: CivilDate(year: 2026, month: 5, day: 4),
            answeredOn: CivilDate(year: 2026, month: 5, day: 9)
        )
        #expect(
            PlainText.of(RichText(whole.publicBlocks)).split(separator: "\n").map(String.init) == [
                "Tiêu đề", "Bà T.", "04/05/2026", "Hỏi?", "Sở Tư pháp", "09/05/2026", "Đáp.", "Luật A", "1/STP · Lê Thị Thử",
            ]
        )
        for (page, list) in [("phan-anh-kien-nghi", "phan-anh-kien-nghi"), ("/ac.example", "hoi-dap"), ("tra-cuu", "hoi-dap")] {
            var listed = whole
            listed.page = page
            #expect(listed.listedOn == list && listed.lists == [ListEntry(AnsweredQuestion.list(list))], "\(page)")
        }
        var early = whole
        early.answeredOn = CivilDate(year: 2026, month: 5, day: 3)
        #expect(whole.review().isEmpty && early.review().map(\.key) == ["answered-before-asked"])
    }
}
