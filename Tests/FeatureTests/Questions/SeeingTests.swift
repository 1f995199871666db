import Casework
import HTTPTypes
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese
import Web

@Suite("Seeing cases: the board, the list, many at once, figures for everybody") struct SeeingTests {
    private static let list = "/desk/cong/an-son/ho-so"

    private static func receive(_ place: DeskPlace, _ count: Int, title: String = "Đèn đường hỏng") async throws -> [CaseID] {
        var ids: [CaseID] = []
        for number in 0..<count {
            ids.append(try await CasesDeskTests.receive(place, title: "\(title) số \(number)").id)
            place.portal.clock.advance(seconds: 60)
        }
        return ids
    }

    @Test("the board in every period, its files, and what is no period", arguments: Backend.available)
    func board(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            _ = try await Self.receive(place, 3)
            try await place.person("truong-ban", .editorInChief, on: place.portal.province)
            let chief = try await place.signedIn("truong-ban")
            let now = place.portal.clock.now.civilDate
            for length in CasePeriod.Length.allCases {
                let page = try await chief.get(Self.list + "/bang?ky=" + CasePeriod(length, of: now).text)
                #expect(page.status == 200 && page.body.contains("<dd>3</dd>") && page.body.contains("board-shade-"), "\(length)")
                #expect(!page.body.contains("ZAMQUYNH") && !page.body.contains("Trần Thị") && !page.body.contains("⟦"), "\(length)")
            }
            #expect(try await chief.get(Self.list + "/bang").status == 200)
            for wrong in ["abc", "2026-13", "2026-Q5"] { #expect(try await chief.get(Self.list + "/bang?ky=" + wrong).status == 404, "\(wrong)") }
            let book = try await chief.get(Self.list + "/bang/tai-xuong?dang=xlsx")
            #expect(book.status == 200 && book.headers[.contentDisposition]?.contains(".xlsx") == true && book.body.hasPrefix("PK"))
            let table = try await chief.get(Self.list + "/bang/tai-xuong?dang=csv")
            #expect(table.body.hasPrefix("\u{FEFF}Phân theo,") && table.body.contains("Chung,Tổng số,0,3,"))
            #expect(try await chief.get(Self.list + "/bang/tai-xuong?dang=exe").status == 404)
            let report = try await chief.get(Self.list + "/bang/quy-dinh-hanh-chinh?dang=csv")
            #expect(report.status == 200 && report.body.contains("Tổng số"))
        }
    }

    @Test("the list: views, filters, pages both ways, the file without a word of who wrote", arguments: Backend.available)
    func inbox(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let ids = try await Self.receive(place, 43)
            try await place.person("thu-ky", .deskSecretary, on: place.portal.province)
            let secretary = try await place.signedIn("thu-ky")
            let first = try await secretary.get(Self.list)
            func next(_ page: Browser.Answer, _ rel: Substring) throws -> String {
                let found = page.body.matches(of: #/rel="(prev|next)" href="([^"]+)"/#).first { $0.output.1 == rel }
                return String(try #require(found).output.2).replacing("&amp;", with: "&")
            }
            #expect(first.body.matches(of: #/name="chon\./#).count == 40 && !first.body.contains("rel=\"prev\""))
            let second = try await secretary.get(try next(first, "next"))
            #expect(second.body.matches(of: #/name="chon\./#).count == 3 && !second.body.contains("rel=\"next\""))
            let back = try await secretary.get(try next(second, "prev"))
            #expect(back.body.matches(of: #/name="chon\./#).count == 40 && back.body.contains("\(ids[0])"))
            for view in CaseQuery.View.allCases {
                let page = try await secretary.get(Self.list + "?xem=" + view.rawValue)
                #expect(page.status == 200 && !page.body.contains("⟦"), "\(view)")
            }
            #expect(try await secretary.get(Self.list + "?luong=petition").body.contains("Không tìm thấy hồ sơ nào khớp"))
            #expect(try await secretary.get(Self.list + "?luong=question&trang-thai=received&kenh=page").body.contains("Đèn đường hỏng"))
            #expect(try await secretary.get(Self.list + "?linh-vuc=land&co-quan=x&trang-thai=x").status == 200)
            let table = try await secretary.get(Self.list + "/tai-xuong?dang=csv")
            #expect(table.body.hasPrefix("\u{FEFF}") && table.body.split(separator: "\r\n").count == 44)
            #expect(!table.body.contains("Đèn đường") && !table.body.contains("Trần Thị"))
            #expect(try await secretary.get(Self.list + "/tai-xuong?dang=xlsx&xem=ended").body.hasPrefix("PK"))
        }
    }

    @Test("many at once, in forms: looked at once more, done, told case by case", arguments: Backend.available)
    func bulk(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let ids = try await Self.receive(place, 3)
            try await place.person("van-thu", .recordsClerk, on: place.portal.province)
            try await place.person("thu-ky", .deskSecretary, on: place.portal.province)
            let (clerk, secretary) = (try await place.signedIn("van-thu"), try await place.signedIn("thu-ky"))
            _ = try await clerk.get(Self.list)
            let nothing = try await clerk.post(Self.list + "/hang-loat", ["viec": "accept"])
            #expect(nothing.location == Self.list + "?da=seeing.nothing-chosen")
            let chosen = ["chon.\(ids[0])": "1", "chon.\(ids[1])": "1", "viec": "accept"]
            let asked = try await clerk.post(Self.list + "/hang-loat", chosen)
            #expect(asked.status == 200 && asked.body.contains("name=\"lam\" value=\"1\"") && asked.body.contains("chon.\(ids[1])"))
            // Before the second look was confirmed, somebody else was quicker with one.
            _ = try await secretary.get(Self.list)
            _ = try await secretary.post(Self.list + "/\(ids[1])/viec", ["viec": "accept", "ban": "1"])
            let done = try await clerk.post(Self.list + "/hang-loat", chosen.merging(["lam": "1"]) { $1 })
            let account = try #require(done.location)
            let told = try await clerk.get(account)
            #expect(told.body.contains("Đã làm 1 trên 2 hồ sơ") && told.body.contains("Không làm được"))
            #expect(try await secretary.get(account).status == 404)
            let missing = try await clerk.post(Self.list + "/hang-loat", ["chon.\(ids[2])": "1", "viec": "transfer", "loi": "ngắn", "lam": "1"])
            #expect(missing.status == 422 && missing.body.contains("ngắn"))
            // A clerk may hand to who works on cases there, and to nobody else.
            let hand = ["chon.\(ids[0])": "2", "viec": "hand", "lam": "1"]
            #expect(try await clerk.post(Self.list + "/hang-loat", hand).status == 422)
            let to = try await place.by("thu-ky").actor.person
            let given = hand.merging(["nguoi": "\(to)"]) { $1 }
            let handed = try #require(try await clerk.post(Self.list + "/hang-loat", given).location)
            #expect(try await clerk.get(handed).body.contains("Đã làm 1 trên 1 hồ sơ"))
        }
    }

    @Test("figures for everybody: months there are, no small row, no name or code of anybody", arguments: Backend.available)
    func statistics(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let path = "/phan-anh-kien-nghi/thong-ke"
            func receive(_ track: String, _ count: Int) async throws -> [Receipt] {
                var receipts: [Receipt] = []
                for _ in 0..<count {
                    let letter = Submission(
                        track: try #require(portal.casework.tracks[track]),
                        name: "Trần Thị Thử",
                        unit: "00001",
                        address: "Số 5",
                        phone: "0912 345 678",
                        title: "Tiêu đề ZAMQUYNH",
                        text: "ZAMQUYNH: nội dung lá thư đủ dài để được tiếp nhận.",
                        place: "Đầu ngõ"
                    )
                    receipts.append(try await portal.casework.receive(letter, on: portal.province))
                }
                return receipts
            }
            _ = try await receive("question", 4)
            let few = try await portal.get(path)
            PageAudit.check(few, "too few")
            #expect(few.body.contains("quá ít hồ sơ") && !few.body.contains("<table"))
            let receipts = try await receive("question", 5) + receive("site-report", 2)
            let page = try await portal.get(path)
            PageAudit.check(page, "a month")
            #expect(page.headers[.cacheControl] == "public, max-age=30, stale-if-error=86400" && page.headers[.setCookie] == nil)
            // Two reports alone would tell of their senders: they are one row with the questions.
            #expect(page.body.contains("Các loại khác") && !page.body.contains(">Phản ánh hiện trường<"))
            #expect(page.body.contains("<td data-r=\"l\">11</td>"))
            for part in ["ZAMQUYNH", "Trần Thị", "\(receipts[0].code)", "0912"] { #expect(!page.body.contains(part), "\(part)") }
            let month = CasePeriod(.month, of: portal.clock.now.civilDate)
            for wrong in ["abc", "2026-13", try #require(month.next).text, try #require(month.previous).text, "2026", "2026-Q4", ""] {
                #expect(try await portal.get(path + "?thang=" + wrong).status == 404, "\(wrong)")
            }
            #expect(try await portal.get(path + "?thang=" + month.text).status == 200)
            let table = try await portal.get(path + ".csv")
            #expect(table.status == 200 && table.body.hasPrefix("\u{FEFF}") && table.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(!table.body.contains("ZAMQUYNH"))
            for way in ["/hoi-dap", "/phan-anh-kien-nghi"] { #expect(try await portal.get(way).body.contains("href=\"\(path)\""), "\(way)") }
            // A month later, with everything past its time, it can be seen that it is.
            portal.clock.advance(seconds: 60 * 86_400)
            let later = try await portal.get(path)
            PageAudit.check(later, "overdue")
            #expect(later.body.contains("id=\"qua-han\"") && later.body.contains("Trên 30 ngày"))
            #expect(try await portal.get(path + "?thang=" + month.text).body.contains("rel=\"next\""))
            #expect(try await portal.get(path, host: TestPortal.englishHost).status == 200)
        }
    }
}
