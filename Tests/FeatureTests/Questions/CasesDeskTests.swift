import Casework
import HTTPTypes
import PortalNetwork
import PortalTesting
import Store
import Testing
import Web

@Suite("Cases on the desk") struct CasesDeskTests {
    static func receive(_ place: DeskPlace, title: String = "Đèn đường hỏng") async throws -> Receipt {
        let track = try #require(place.portal.casework.tracks["question"])
        return try await place.portal.casework.receive(
            Submission(track: track, name: "Trần Thị Thử", title: title, text: "ZAMQUYNH: nội dung lá thư đủ dài để được tiếp nhận."),
            on: place.portal.province
        )
    }

    @Test("from the list to the answer, in forms", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let receipt = try await Self.receive(place)
            try await place.person("thu-ky", .deskSecretary, on: place.portal.province)
            try await place.person("truong-ban", .editorInChief, on: place.portal.province)
            let (secretary, chief) = (try await place.signedIn("thu-ky"), try await place.signedIn("truong-ban"))
            let path = "/desk/cong/an-son/ho-so"
            let list = try await secretary.get(path)
            #expect(list.status == 200 && list.body.contains("Đèn đường hỏng") && !list.body.contains("ZAMQUYNH"))
            #expect(try await secretary.get(path + "?q=" + "\(receipt.code)").location == path + "/\(receipt.id)")
            let one = path + "/\(receipt.id)"
            #expect(try await !secretary.get(one).body.contains("ZAMQUYNH"))
            #expect(try await secretary.post(one + "/mo", [:]).body.contains("ZAMQUYNH"))
            func version() async throws -> String {
                let page = try await secretary.get(one)
                return String(try #require(page.body.firstMatch(of: #/name="ban" value="(\d+)"/#)).output.1)
            }
            func act(_ visitor: Visitor, _ verb: String, _ more: [String: String] = [:]) async throws -> Browser.Answer {
                try await visitor.post(one + "/viec", ["viec": verb, "ban": try await version()].merging(more) { $1 })
            }
            #expect(try await act(secretary, "accept").status == 303)
            #expect(try await act(secretary, "take").status == 303)
            let short = try await secretary.post(one + "/soan", ["lam": "submit", "ban": try await version(), "loi": "ngắn"])
            #expect(short.status == 422 && short.body.contains("ngắn"))
            #expect(try await act(secretary, "submit", ["loi": "Đơn vị đã cử người sửa, đèn sáng lại từ tối nay.", "so": "12/SXD"]).status == 303)
            #expect(try await act(secretary, "approve", ["khop": "1"]).status == 403)
            // Whoever approves says that the answer fits the question, or does not approve.
            let silent = try await act(chief, "approve")
            #expect(silent.status == 422 && silent.body.contains("Hãy xác nhận câu trả lời"))
            #expect(try await act(chief, "approve", ["khop": "1"]).status == 303)
            #expect(try await act(chief, "answer").status == 303)
            let mine = try await CasePageTests.post(place.portal, "/tra-cuu", ["ma": "\(receipt.code)", "bi-mat": "\(receipt.pin)"])
            #expect(mine.body.contains("đèn sáng lại từ tối nay") && mine.body.contains("12/SXD"))
            let stale = try await chief.post(one + "/viec", ["viec": "note", "ban": "1", "loi": "x"])
            #expect(stale.status == 422)
            #expect(try await chief.post(one + "/viec", ["viec": "không có", "ban": "1"]).status == 400)
        }
    }

    @Test("a case of another portal is not found below this one, and its files are nobody's", arguments: Backend.available)
    func foreign(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let receipt = try await Self.receive(place)
            try await place.person("y-te", .editorInChief, on: place.portal.department)
            let visitor = try await place.signedIn("y-te")
            for path in ["/desk/cong/so-y-te/ho-so/\(receipt.id)", "/desk/cong/so-y-te/ho-so/\(receipt.id)/tep/1"] {
                let answer = try await visitor.get(path)
                #expect([403, 404].contains(answer.status) && !answer.body.contains("Đèn đường"), "\(path): \(answer.status)")
            }
        }
    }

    @Test("what was written is destroyed on request, by who may, with the code typed", arguments: Backend.available)
    func erased(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let receipt = try await Self.receive(place)
            try await place.person("thu-ky", .deskSecretary, on: place.portal.province)
            try await place.person("truong-ban", .editorInChief, on: place.portal.province)
            let (secretary, chief) = (try await place.signedIn("thu-ky"), try await place.signedIn("truong-ban"))
            let one = "/desk/cong/an-son/ho-so/\(receipt.id)"
            #expect(try await !secretary.get(one).body.contains("Xóa vĩnh viễn"))
            #expect(try await secretary.post(one + "/xoa", ["ban": "1", "ma": "\(receipt.code)"]).status == 403)
            let page = try await chief.get(one)
            let version = String(try #require(page.body.firstMatch(of: #/name="ban" value="(\d+)"/#)).output.1)
            #expect(page.body.contains("Xóa vĩnh viễn"))
            for typed in ["", "khong-phai", "HD-2001-1"] {
                let wrong = try await chief.post(one + "/xoa", ["ban": version, "ma": typed])
                #expect(wrong.status == 422 && wrong.body.contains("chưa xóa gì"), "\(typed)")
            }
            #expect(try await chief.post(one + "/xoa", ["ban": "99", "ma": "\(receipt.code)"]).status == 422)
            #expect(try await chief.post(one + "/mo", [:]).body.contains("ZAMQUYNH"))
            let done = try await chief.post(one + "/xoa", ["ban": version, "ma": "\(receipt.code)".lowercased()])
            #expect(done.status == 303 && done.location == one + "?da=case-erased")
            let after = try await chief.post(one + "/mo", [:]).body
            #expect(after.contains("Nội dung đã được xóa") && !after.contains("ZAMQUYNH") && !after.contains("Xóa vĩnh viễn"))
            let mine = try await CasePageTests.post(place.portal, "/tra-cuu", ["ma": "\(receipt.code)", "bi-mat": "\(receipt.pin)"])
            #expect(!mine.body.contains("ZAMQUYNH") && !mine.body.contains("Đèn đường"))
        }
    }
}
