import Foundation
import HTTPTypes
import Library
import Media
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@Suite("The library on the desk")
struct LibraryDeskTests {
    private static let list = "/desk/cong/so-y-te/thu-vien"
    private static let offset = HTTPField.Name("Upload-Offset")

    private struct Room {
        let place: DeskPlace
        let visitor: Visitor
        let door: WorkerDoor

        func process() async throws {
            let runner = JobRunner(
                database: place.portal.database,
                workers: [ProcessFile(place.library, scanner: nil, door: door, logger: TestPortal.logger)],
                owner: 3,
                clock: place.portal.clock.clock,
                logger: TestPortal.logger
            )
            _ = try await runner.runDue()
        }

        static func with(_ backend: Backend, _ role: Role = .editor, _ body: (Room) async throws -> Void) async throws {
            try await DeskPlace.with(backend) { place in
                try await place.person("lan", role, on: place.portal.department)
                let door = WorkerDoor(TestPortal.worker, logger: TestPortal.logger)
                defer { door.close() }
                let visitor = try await place.signedIn("lan")
                _ = try await visitor.get("/desk/")
                try await body(Room(place: place, visitor: visitor, door: door))
            }
        }
    }

    @Test("a form without script brings files, says what is wrong with each, and leads to the file", arguments: Backend.available)
    func form(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let empty = try await room.visitor.get(Self.list)
            #expect(empty.status == 200 && empty.body.contains("Thư viện chưa có tệp nào"))
            #expect(empty.body.contains("chưa nối với bộ quét vi-rút"))
            let page = try await room.visitor.get(Self.list + "/tai-len")
            #expect(page.status == 200 && page.body.contains("multipart/form-data"))
            let two = try await room.visitor.upload(
                Self.list + "/tai-len",
                [("Hội nghị.png", LibraryPlace.picture()), ("chay.png", Array("#!/bin/sh".utf8))]
            )
            #expect(two.status == 422 && two.body.contains("Hội nghị.png") && two.body.contains("“chay.png” là chương trình"))
            let none = try await room.visitor.upload(Self.list + "/tai-len", [])
            #expect(none.status == 422 && none.body.contains("Hãy chọn ít nhất một tệp"))
            let one = try await room.visitor.upload(Self.list + "/tai-len", [("Kế hoạch.txt", Array("Nội dung".utf8))])
            let location = try #require(one.location)
            #expect(one.status == 303)
            #expect(try await room.visitor.get(location).body.contains("đang được kiểm tra"))
            try await room.process()
            let shown = try await room.visitor.get(Self.list)
            #expect(shown.body.contains("Hội nghị") && shown.body.contains("Kế hoạch") && shown.body.contains("Thiếu mô tả"))
            #expect(try await room.visitor.get(Self.list + "?kieu=bang&q=hoi+nghi").body.contains("Kế hoạch") == false)
            let thumb = try #require(shown.body.firstMatch(of: #/src="([^"]+/anh[^"]*)"/#)?.output.1)
            let picture = try await room.visitor.get(String(thumb).replacing("&amp;", with: "&"))
            #expect(picture.status == 200 && picture.headers[.contentType]?.hasPrefix("image/") == true)
            #expect(picture.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
        }
    }

    @Test("a form with files that no page of ours sent is taken by nobody")
    func forged() async throws {
        try await Room.with(.sqlite) { room in
            let body = Array("--BIEN\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"a.txt\"\r\n\r\na\r\n--BIEN--\r\n".utf8)
            let type: HTTPFields = [.contentType: "multipart/form-data; boundary=BIEN"]
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            #expect(try await room.visitor.send(Self.list + "/tai-len", .post, bytes: body, headers: type).status == 403)
            var foreign = type
            foreign[site] = "same-origin"
            foreign[.origin] = "https://evil.test"
            #expect(try await room.visitor.send(Self.list + "/tai-len", .post, bytes: body, headers: foreign).status == 403)
            foreign[.origin] = DeskPlace.origin
            #expect(try await room.visitor.send(Self.list + "/tai-len", .post, bytes: body, headers: foreign).status == 303)
            // Broken forms are answered, whatever they are.
            for broken in ["", "--BIEN", "--BIEN\r\n\r\n", "--BIEN\r\nContent-Disposition: form-data\r\n\r\nx", "rác", "--BIEN--"] {
                let answer = try await room.visitor.send(Self.list + "/tai-len", .post, bytes: Array(broken.utf8), headers: foreign)
                #expect(answer.status == 400 || answer.status == 422, "\(broken): \(answer.status)")
            }
        }
    }

    @Test("pieces: announced, sent, gone on with, refused at once where they are too much", arguments: Backend.available)
    func pieces(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let offset = try #require(Self.offset)
            let huge = try await room.visitor.post(Self.list + "/lan-gui", ["ten": "phim.mp4", "co": "\(Int64(2) << 30)"])
            #expect(huge.status == 422 && huge.body.contains("2048 MB") && huge.body.contains("1024 MB"))
            let bytes = LibraryPlace.picture()
            let begun = try await room.visitor.post(Self.list + "/lan-gui", ["ten": "ảnh.png", "co": "\(bytes.count)"])
            #expect(begun.status == 201)
            let address = try #require(begun.location)
            let first = try await room.visitor.send(address, .patch, bytes: Array(bytes[..<50]), headers: [offset: "0"])
            #expect(first.status == 200 && first.headers[offset] == "50")
            let wrong = try await room.visitor.send(address, .patch, bytes: Array(bytes[..<50]), headers: [offset: "0"])
            #expect(wrong.status == 409 && wrong.body.contains("\"offset\":50"))
            #expect(try await room.visitor.get(address).headers[offset] == "50")
            let done = try await room.visitor.send(address, .patch, bytes: Array(bytes[50...]), headers: [offset: "50"])
            #expect(done.status == 201 && done.body.contains("\"state\":\"waiting\""))
            #expect(try await room.visitor.send(address, .patch, bytes: [1], headers: [offset: "0"]).status == 404)
            let other = try await room.visitor.post(Self.list + "/lan-gui", ["ten": "b.png", "co": "9"])
            #expect(try await room.visitor.send(try #require(other.location), .delete).status == 204)
            #expect(try await room.visitor.send(try #require(other.location), .patch, bytes: [1], headers: [offset: "0"]).status == 404)
            let tooLong = try await room.visitor.post(Self.list + "/lan-gui", ["ten": "b.txt", "co": "3"])
            #expect(
                try await room.visitor.send(try #require(tooLong.location), .patch, bytes: Array("quá dài".utf8), headers: [offset: "0"]).status
                    == 422
            )
        }
    }

    @Test("one file: described, shared, deleted and had back; nothing typed is lost", arguments: Backend.available)
    func file(_ backend: Backend) async throws {
        try await Room.with(backend) { room in
            let answer = try await room.visitor.upload(Self.list + "/tai-len", [("a.png", LibraryPlace.picture())])
            try await room.process()
            let file = String(try #require(answer.location).prefix { $0 != "?" })
            let id = String(try #require(file.split(separator: "/").last))
            let page = try await room.visitor.get(file)
            let version = try #require(page.body.firstMatch(of: #/name="ban" value="(\d+)"/#)?.output.1)
            let fields = [
                "ten": "Hội nghị tổng kết", "thay-the": "Toàn cảnh", "tac-gia": "Người lan", "quyen": "own", "the": "Hội nghị, 2026",
                "diem-x": "33,3", "diem-y": "10",
            ]
            let wrong = try await room.visitor.post(file, fields.merging(["ten": " ", "ban": String(version)]) { $1 })
            #expect(wrong.status == 422 && wrong.body.contains("Hãy nhập tên gọi") && wrong.body.contains("Toàn cảnh"))
            let saved = try await room.visitor.post(file, fields.merging(["ban": String(version)]) { $1 })
            #expect(saved.status == 303 && saved.location?.hasPrefix(file) == true)
            let stale = try await room.visitor.post(file, fields.merging(["ten": "Bản khác", "ban": String(version)]) { $1 })
            #expect(stale.status == 422 && stale.body.contains("Có người vừa sửa") && stale.body.contains("Bản khác"))
            let rows = try await room.visitor.get(Self.list + ".json?q=tong+ket&loai=picture")
            #expect(rows.headers[.contentType]?.hasPrefix("application/json") == true)
            let row = try #require(try JSONSerialization.jsonObject(with: Data(rows.bytes)) as? [String: Any])["rows"] as? [[String: Any]]
            let first = try #require(row?.first)
            #expect(first["id"] as? String == id && first["alt"] as? String == "Toàn cảnh" && first["width"] as? Int == 400)
            #expect((first["focus"] as? [String: Int]) == ["x": 333, "y": 100])
            #expect((first["href"] as? String)?.hasPrefix("/files/") == true && first["thumb"] is String)
            #expect(try await room.visitor.get(Self.list + "/chon?q=tong").body.contains("data-pick=\"\(id)\""))
            let shared = try await room.visitor.post(Self.list + "/chia-se", ["viec": "chia-se", "chon.\(id)": "1"])
            #expect(shared.location?.contains("hoan=thoi-chia-se&tep=\(id)") == true)
            #expect(try await room.visitor.get("/desk/cong/tram-y-te/thu-vien/tep/\(id)").body.contains("do cổng cấp trên chia sẻ"))
            #expect(try await room.visitor.post("/desk/cong/tram-y-te/thu-vien/tep/\(id)", fields).status == 404, "only its own portal changes it")
            #expect(try await room.visitor.get("/desk/cong/an-son/thu-vien/tep/\(id)").status == 403)
            let deleted = try await room.visitor.post(Self.list + "/hang-loat", ["viec": "xoa", "chon.\(id)": "1"])
            #expect(try await room.visitor.get(try #require(deleted.location)).body.contains("Hoàn tác"))
            #expect(try await room.visitor.get(Self.list + ".json").body.contains(id) == false)
            #expect(try await room.visitor.get(file).body.contains("Tệp đã xóa"))
            _ = try await room.visitor.post(Self.list + "/hang-loat", ["viec": "khoi-phuc", "chon.\(id)": "1"])
            #expect(try await room.visitor.get(Self.list + ".json").body.contains(id))
            let replaced = try await room.visitor.upload(file + "/thay", [("moi.png", LibraryPlace.picture(2))], fields: ["ghi-chu": "Ảnh nét hơn"])
            #expect(replaced.status == 303)
            #expect(try await room.visitor.get(file).body.contains("Ảnh nét hơn"))
        }
    }

    @Test("a reporter keeps their own files in order and nobody else's")
    func own() async throws {
        try await Room.with(.sqlite, .reporter) { room in
            let mine = try await room.visitor.upload(Self.list + "/tai-len", [("cua-toi.txt", Array("của tôi".utf8))])
            try await room.place.person("minh", .editor, on: room.place.portal.department)
            let editor = try await room.place.signedIn("minh")
            _ = try await editor.get("/desk/")
            let theirs = try await editor.upload(Self.list + "/tai-len", [("cua-ban.txt", Array("của bạn".utf8))])
            let own = String(try #require(mine.location).prefix { $0 != "?" })
            let other = String(try #require(theirs.location).prefix { $0 != "?" })
            #expect(try await room.visitor.get(own).body.contains("name=\"ban\""))
            #expect(try await room.visitor.get(other).body.contains("name=\"ban\"") == false)
            #expect(try await room.visitor.post(other, ["ten": "Chiếm"]).status == 403)
            #expect(try await room.visitor.upload(other + "/thay", [("x.txt", Array("x".utf8))]).status == 403)
            let id = try #require(other.split(separator: "/").last)
            #expect(try await room.visitor.post(Self.list + "/hang-loat", ["viec": "xoa", "chon.\(id)": "1"]).status == 403)
            #expect(try await room.visitor.post(own, ["ten": "Tên mới"]).status == 303)
            #expect(try await editor.post(own, ["ten": "Biên tập sửa"]).status == 303)
        }
    }
}
