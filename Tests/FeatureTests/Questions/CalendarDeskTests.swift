import Casework
import PortalNetwork
import PortalTesting
import Testing
import Web

@Suite("The calendar of working days on the desk") struct CalendarDeskTests {
    @Test("a year is looked at, tried, confirmed, and changed only with a reason", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("quan-tri", .administrator, on: place.portal.province)
            try await place.person("don-vi", .editorInChief, on: place.portal.department)
            let path = "/desk/cong/an-son/lich-lam-viec"
            let admin = try await place.signedIn("quan-tri")
            let known = try await admin.get(path + "?nam=2026")
            #expect(known.status == 200 && known.body.contains("16/02/2026") && known.body.contains("Làm bù cho ngày"))
            let open = try await admin.get(path + "?nam=2027")
            #expect(open.body.contains("Chưa có thông báo"))
            let tet = String(try #require(open.body.firstMatch(of: #/name="tet" type="date" value="([0-9-]+)"/#)).output.1)
            let form = ["nam": "2027", "tet": tet, "quoc-khanh": "sau", "nguon": "", "nghi-1": "2027-04-29", "lam-1": ""]
            let half = try await admin.post(path, form.merging(["viec": "xem"]) { $1 })
            #expect(half.status == 422 && half.body.contains("cần cả ngày nghỉ và ngày làm bù") && half.body.contains("2027-04-29"))
            let silent = try await admin.post(path, form.merging(["viec": "xac-nhan", "lam-1": "2027-05-08"]) { $1 })
            #expect(silent.status == 422 && silent.body.contains("văn bản thông báo"))
            let whole = form.merging(["lam-1": "2027-05-08", "nguon": "Thông báo số 9/TB-BNV ngày 20/10/2026"]) { $1 }
            let trial = try await admin.post(path, whole.merging(["viec": "xem"]) { $1 })
            #expect(trial.status == 200 && trial.body.contains("ngày sẽ đổi"))
            #expect(try await admin.get(path + "?nam=2027").body.contains("Chưa có thông báo"))
            #expect(try await admin.post(path, whole.merging(["viec": "xac-nhan"]) { $1 }).status == 303)
            let confirmed = try await admin.get(path + "?nam=2027")
            #expect(confirmed.body.contains("quan-tri đã xác nhận") && confirmed.body.contains("08/05/2027"))
            let again = try await admin.post(path, whole.merging(["viec": "xac-nhan", "quoc-khanh": "truoc"]) { $1 })
            #expect(again.status == 422 && again.body.contains("lý do thay đổi"))
            let wrong = try await admin.post(path, whole.merging(["viec": "xem", "tet": "2027-06-01"]) { $1 })
            #expect(wrong.status == 422 && wrong.body.contains("ba ngày đầu năm âm lịch"))
            // Below the top one may look, and is told where it is signed for.
            let unit = try await place.signedIn("don-vi")
            let below = try await unit.get("/desk/cong/so-y-te/lich-lam-viec")
            #expect(below.status == 200 && below.body.contains("cổng cấp trên cùng") && !below.body.contains("name=\"tet\""))
            #expect(try await unit.post("/desk/cong/so-y-te/lich-lam-viec", whole.merging(["viec": "xac-nhan"]) { $1 }).status == 403)
        }
    }
}
