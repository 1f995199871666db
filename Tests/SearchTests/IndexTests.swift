import Foundation
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@testable import Search

/// The index by itself, filled by hand.
@Suite("The search index")
struct IndexTests {
    static let now = Instant(seconds: 1_795_219_200)
    static let (province, health, other) = (SiteID(rawValue: 1), SiteID(rawValue: 2), SiteID(rawValue: 3))
    static let flat = Surroundings(sites: { $0 == health ? [health, province] : [$0] }, sections: { [$0] })

    static func document(_ number: Int64, _ title: String, _ body: String = "", site: SiteID = province, days: Int64 = 0, tags: [String] = [])
        -> SearchDocument
    {
        SearchDocument(
            item: ItemID(rawValue: number),
            edition: 1,
            site: site,
            section: SectionID(rawValue: number % 2 + 1),
            kind: number % 5 == 0 ? "legal-document" : "news",
            language: .vi,
            publishedAt: now.adding(seconds: -days * 86_400 - number * 60),
            title: title,
            summary: "",
            body: body,
            tags: tags.map { .init(slug: slug($0), name: $0) }
        )
    }

    static func find(_ text: String, in index: SearchIndex, _ change: (inout SearchRequest) -> Void = { _ in }) async throws -> [Int64] {
        var request = SearchRequest(text, scope: .everything)
        change(&request)
        let answer = try await index.search(request, now: now)
        let found = answer.hits.map(\.item), items = try await index.items(request, now: now)
        // Of many, fewer are ranked where only the items are asked for.
        if answer.count.number <= 50 {
            #expect(items == found, "the items alone are the same in the same order")
        } else {
            #expect(items.count == found.count)
            if request.page == 1, let best = found.first { #expect(items.contains(best), "the best find is among the items") }
        }
        return found.map(\.rawValue)
    }

    static let library = [
        document(1, "Lễ hội hoa tam giác mạch Hà Giang", "Du khách đến Hà Giang."),
        document(2, "Thuỷ điện Hạ Giang hoà lưới", "Kỹ sư Mỹ khảo sát."),
        document(3, "Uỷ ban nhân dân tỉnh họp phiên thường kỳ", "Chủ tịch chủ trì."),
        document(4, "Nghị định số 42/2022/NĐ-CP có hiệu lực", "Về cung cấp thông tin trên môi trường mạng."),
        document(5, "Công bố thủ tục hành chính mới", "Quyết định 0123/QĐ-UBND ban hành thủ tục."),
        document(6, "Chính quyền hành động", "Tục lệ cũ, bước thủ công, chính sách."),
        document(7, "UBND xã tiếp dân", "Lịch tiếp công dân."),
        document(8, "Tin y tế", "Tiêm chủng mở rộng tại trạm y tế.", site: health, tags: ["Tiêm chủng"]),
        document(9, "越南新闻", "河江省举行节日"),
    ]

    @Test(
        "what finds what, the best first",
        arguments: [
            ("Hà Giang", [1, 2]), ("Hạ Giang", [2, 1]), ("ha giang", nil), ("hòa lưới", [2]), ("hoa luoi", [2]), ("kĩ sư mĩ", [2]), ("ky su my", [2]),
            ("uỷ ban nhân dân", [3, 7, 5]), ("ủy ban nhân dân tỉnh", [3]), ("ubnd", [7, 3, 5]), ("42/2022/NĐ-CP", [4]), ("nd 42", [4]),
            ("42/2022", [4]),
            ("nghi dinh 42 nam 2022", [4]), ("123/QĐ-UBND", [5]), ("thủ tục hành chính", [5, 6]), ("\"thu tuc hanh chinh\"", [5]),
            ("tiem chung", [8]),
            ("河江", [9]), ("không-có-gì-như-vậy", []), ("Hà Giang".decomposedStringWithCanonicalMapping, [1, 2]),
        ] as [(String, [Int64]?)]
    )
    func finds(_ text: String, _ expected: [Int64]?) async throws {
        try await withIndex { index in
            try await index.add(Self.library, Self.flat)
            let found = try await Self.find(text, in: index)
            if let expected { #expect(found == expected) } else { #expect(Set(found) == [1, 2]) }
        }
    }

    /// Eight words, of which the index says how many documents hold each.
    static let long = "mot hai ba bon nam sau bay tam"

    static func frequencies(_ counts: [Int], in index: SearchIndex) async throws {
        try await index.write { db in
            for (word, count) in zip(long.split(separator: " "), counts) {
                try db.execute("INSERT INTO word (word, n) VALUES (\(String(word)), \(count)) ON CONFLICT (word) DO UPDATE SET n = excluded.n")
            }
        }
    }

    @Test(
        "a long query narrows by its rarest words, by fewer where their lists are long",
        arguments: [
            ([10, 10, 10, 10, 10, 10, 10, 10], 5), ([1, 2, 3, 4, 300_000, 300_000, 300_000, 300_000], 4),
            ([100_000, 100_000, 100_000, 100_000, 100_000, 100_000, 100_000, 100_000], 3),
            ([900_000, 900_000, 900_000, 900_000, 900_000, 900_000, 900_000, 900_000], 3),
            ([60_000, 60_000, 60_000, 60_000, 60_000, 60_000, 60_000, 60_000], 5),
        ]
    )
    func narrowing(_ counts: [Int], _ lists: Int) async throws {
        try await withIndex { index in
            try await Self.frequencies(counts, in: index)
            let (query, short) = try await index.read { db in
                (
                    try SearchQuery(Self.long, synonyms: .standard).rarestFirst(db),
                    try SearchQuery("mot hai ba bon nam", synonyms: .standard).rarestFirst(db)
                )
            }
            #expect(query.narrowingWords.count == lists)
            #expect(query.narrowingPairs.count == lists)
            #expect(query.words.count == 8, "all words rank")
            #expect(short.narrowingWords.count == 5, "of a short query every word must occur")
        }
    }

    @Test("who typed a whole headline finds it first, also where three words narrow")
    func headline() async throws {
        try await withIndex { index in
            let documents = [
                Self.document(1, "Một hai ba bốn năm sáu bảy tám", days: 400), Self.document(2, "Tin khác", "Một hai ba."),
                Self.document(3, "Bốn năm sáu bảy tám"),
            ]
            try await index.add(documents, Self.flat)
            try await Self.frequencies([100_001, 100_002, 100_003, 400_000, 400_000, 400_000, 400_000, 400_000], in: index)
            #expect(try await Self.find("Một hai ba bốn năm sáu bảy tám", in: index) == [1, 2])
            #expect(try await Self.find(Self.long, in: index) == [1, 2])
        }
    }

    @Test("filters intersect")
    func filters() async throws {
        try await withIndex { index in
            try await index.add(Self.library, Self.flat)
            func find(_ text: String, _ change: @escaping (inout SearchRequest) -> Void) async throws -> Set<Int64> {
                Set(try await Self.find(text, in: index, change))
            }
            #expect(try await find("tiem chung") { $0.scope = .site(Self.province) } == [])
            #expect(try await find("tiem chung") { $0.scope = .subtree(Self.province) } == [8])
            #expect(try await find("tiem chung") { $0.scope = .site(Self.health) } == [8])
            #expect(try await find("thu tuc") { $0.kind = "legal-document" } == [5])
            #expect(try await find("thu tuc") { $0.section = SectionID(rawValue: 1) } == [6])
            #expect(try await find("thu tuc") { $0.language = .en } == [])
            let day = Self.now.civilDate
            #expect(try await find("thu tuc") { $0.to = day.adding(days: -1) } == [])
            #expect(try await find("thu tuc") { ($0.from, $0.to) = (day.adding(days: -1), day) } == [5, 6])
            #expect(try await find("thu tuc") { ($0.from, $0.to) = (day, day.adding(days: -1)) } == [])
            #expect(try await Self.find("giang", in: index) { $0.order = .newest } == [1, 2])
            #expect(try await Self.find("giang", in: index) { $0.order = .oldest } == [2, 1])
        }
    }

    @Test(
        "did you mean",
        arguments: [
            ("thur tucj", "thủ tục"), ("thu3 tuc5", "thủ tục"), ("thutuc", "thu tuc"), ("thuj tuc", "thụ tuc"), ("hanhh chinh", "hanh chinh"),
            ("xyzw", nil),
            ("tiêm chungg", "tiêm chung"),
        ] as [(String, String?)]
    )
    func meant(_ text: String, _ suggestion: String?) async throws {
        try await withIndex { index in
            try await index.add(Self.library, Self.flat)
            let answer = try await index.search(SearchRequest(text, scope: .everything), now: Self.now)
            #expect(answer.suggestion == suggestion)
            // What is suggested finds something.
            if let suggestion { #expect(try await Self.find(suggestion, in: index) != []) }
        }
    }

    @Test("pages go on without a repeat, first ranked, then by date; counts are bounded")
    func pages() async throws {
        try await withIndex { index in
            let many = (1...400).map {
                Self.document(Int64($0), $0 % 40 == 0 ? "Họp bàn số \($0)" : "Tin \($0)", "Cuộc họp bàn về việc \($0).", days: Int64($0))
            }
            try await index.add(many, Self.flat)
            var seen: [Int64] = []
            for page in 1...40 { seen += try await Self.find("họp bàn", in: index) { $0.page = page } }
            #expect(seen.count == 400 && Set(seen).count == 400)
            #expect(Set(seen.prefix(10)).isSubset(of: Set(stride(from: Int64(40), through: 400, by: 40))))
            #expect(seen.suffix(100).elementsEqual(seen.suffix(100).sorted()))
            #expect(try await Self.find("họp bàn", in: index) { $0.page = 41 } == [])
            let answer = try await index.search(SearchRequest("hop ban", scope: .everything), now: Self.now)
            #expect(answer.count == .init(number: 400, isBounded: false))
            #expect(answer.facets.kinds.map(\.1).reduce(0, +) == 400)
        }
    }

    @Test("extracts show what was found, as it was written, and no more")
    func extracts() async throws {
        try await withIndex { index in
            let filler = String(repeating: "Câu chuyện dài không liên quan gì. ", count: 40)
            let body = (filler + "Đoàn khảo sát Thuỷ điện <b>Hạ Giang</b> & nghỉ đêm. " + filler).decomposedStringWithCanonicalMapping
            try await index.add([Self.document(1, "Tin ngắn", body)], Self.flat)
            for text in ["thủy điện hạ giang", "thuy dien ha giang"] {
                let hit = try #require(try await index.search(SearchRequest(text, scope: .everything), now: Self.now).hits.first)
                #expect(hit.extract.filter(\.isHit).map(\.text) == ["Thuỷ điện", "Hạ Giang"])
                #expect(hit.extract.map(\.text).joined().contains("<b>"))
                #expect(hit.extract.map(\.text).joined().count < 400)
                #expect(hit.title.map(\.text).joined() == "Tin ngắn")
            }
        }
    }

    @Test("suggestions: words to be finished, titles and tags")
    func completions() async throws {
        try await withIndex { index in
            try await index.add(Self.library, Self.flat)
            func titles(_ text: String) async throws -> [Int64] { try await index.completions(of: text, on: Self.province).items.map(\.rawValue) }
            #expect(try await titles("thu tuc ha") == [5])
            #expect(try await titles("thủ tục hà") == [5])
            // Marks that were typed are meant, unless nothing is written so.
            try await index.add([Self.document(91, "Thú cưng ở phố", ""), Self.document(92, "Thủ cưng", "")], Self.flat)
            #expect(try await titles("thú c") == [91])
            #expect(try await titles("thụ cư").sorted() == [91, 92])
            #expect(try await titles("gia") == [1, 2])
            #expect(try await titles("gia ") == [])
            #expect(try await titles("") == [])
            #expect(try await titles("42") == [4])
            #expect(try await index.completions(of: "tiem", on: Self.health).tags == [.init(slug: "tiem-chung", name: "Tiêm chủng")])
            #expect(try await index.completions(of: "tiem", on: Self.province).tags == [])
        }
    }

    @Test(
        "hostile queries do bounded work",
        .timeLimit(.minutes(15)),
        arguments: [
            "", " ", "...", "\"", "\"\"", "AND", "OR NOT", "NEAR/3", "a*", "(((", "'; DROP TABLE doc; --", String(repeating: "a", count: 100_000),
            String(repeating: "thủ ", count: 25_000), String(repeating: "\"", count: 9_999), "và của là", "\u{202E}abc", "😀",
            String(repeating: "\u{301}", count: 5_000),
            "\u{FFFD}\u{FFFD}", "xs0000000000001", "~", "a~b~c",
        ]
    )
    func hostile(_ text: String) async throws {
        try await withIndex { index in
            try await index.add(Self.library, Self.flat)
            let answer = try await index.search(SearchRequest(text, scope: .everything), now: Self.now)
            #expect(answer.hits.count <= 10 && answer.count.number <= Self.library.count)
            #expect(try await index.completions(of: text, on: Self.province).items.count <= 6)
        }
    }

    @Test("what was put twice is there once, what was taken out leaves nothing")
    func replaces() async throws {
        try await withIndex { index in
            try await index.add(Self.library + Self.library, Self.flat)
            #expect(try await index.statistics().documents == Self.library.count)
            try await index.add([Self.document(1, "Tên khác hẳn", "Nội dung khác.")], Self.flat)
            #expect(try await Self.find("tam giac mach", in: index) == [])
            #expect(try await Self.find("ten khac", in: index) == [1])
            _ = try await index.apply(
                Self.library.map { IndexChange(item: $0.item, document: nil) },
                from: .start,
                to: IndexCursor(sequence: 5, mark: "x"),
                purging: false,
                Self.flat
            )
            let left = try await index.statistics()
            #expect(left.documents == 0 && left.words == 0 && left.tags == 0 && left.cursor == 5)
            #expect(try await index.read { try $0.value("SELECT count(*) FROM posting WHERE posting MATCH 'ftin'", as: Int.self) } == 0)
        }
    }

    @Test("two at once: the second finds the cursor moved and does nothing")
    func cursor() async throws {
        try await withIndex { index in
            let to = IndexCursor(sequence: 1, mark: "a")
            let change = [IndexChange(item: ItemID(rawValue: 1), document: Self.library[0])]
            let first = try await index.apply(change, from: .start, to: to, purging: false, Self.flat)
            let second = try await index.apply(change, from: .start, to: to, purging: false, Self.flat)
            #expect(first && !second)
            #expect(try await index.cursor() == to)
        }
    }

    @Test("after an erasure the words are in no byte of the file")
    func erases() async throws {
        try await withIndexFolder { folder in
            let index = try await openIndex(folder + "/search.db")
            // Enough around it that the index has several segments and levels.
            for part in 0..<12 {
                try await index.add(
                    (0..<20).map { Self.document(Int64(part * 20 + $0 + 10), "Tin thường \(part) \($0)", "Nội dung thường số \($0).") },
                    Self.flat
                )
                if part == 3 {
                    try await index.add([Self.document(1, "Bí mật zanzibarxq", "Ông Quyxotezzz ở ngõ kmnpqrst.", tags: ["Vuvuzelaxx"])], Self.flat)
                }
            }
            #expect(try await Self.find("zanzibarxq", in: index) == [1])
            _ = try await index.apply(
                [IndexChange(item: ItemID(rawValue: 1), document: nil)],
                from: .start,
                to: IndexCursor(sequence: 0, mark: "x"),
                purging: true,
                Self.flat
            )
            var steps = 0
            while !(try await index.purgeStep()) {
                steps += 1
                #expect(steps < 1_000)
            }
            #expect(try await index.statistics().isPurging == false)
            for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let bytes = try Data(contentsOf: URL(filePath: folder + "/" + file))
                for word in ["zanzibarxq", "anzibarx", "quyxotezzz", "uyxotezz", "kmnpqrst", "vuvuzelaxx", "uvuzelax"] {
                    #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) is in \(file)")
                }
            }
            #expect(try await Self.find("thuong", in: index).count == 10)
            await index.close()
        }
    }

    @Test("sites that move take their documents along")
    func moves() async throws {
        try await withIndex { index in
            try await index.add(Self.library, Self.flat)
            let moved = Surroundings(sites: { $0 == Self.health ? [Self.health, Self.other] : [$0] }, sections: { [$0] })
            try await index.refile(moved)
            #expect(try await Self.find("tiem chung", in: index) { $0.scope = .subtree(Self.province) } == [])
            #expect(try await Self.find("tiem chung", in: index) { $0.scope = .subtree(Self.other) } == [8])
            #expect(try await Self.find("tiem chung", in: index) { $0.scope = .site(Self.health) } == [8])
            // And may go away afterwards: the terms of its new place are known.
            _ = try await index.apply(
                [IndexChange(item: ItemID(rawValue: 8), document: nil)],
                from: .start,
                to: .init(sequence: 1, mark: ""),
                purging: false,
                moved
            )
            #expect(try await Self.find("tiem chung", in: index) == [])
        }
    }

    @Test("many in one minute have places of their own, and the order of days stays")
    func crowded() async throws {
        try await withIndex { index in
            let crowd = (1...300).map { number -> SearchDocument in
                var document = Self.document(Int64(number), "Tin đông \(number)")
                document.publishedAt = Self.now
                return document
            }
            try await index.add(crowd, Self.flat)
            #expect(try await index.statistics().documents == 300)
            let day = Self.now.civilDate
            let answer = try await index.search(SearchRequest("tin dong", scope: .everything, from: day, to: day), now: Self.now)
            #expect(answer.count.number == 300)
        }
    }

    @Test("a file that is found damaged while it is read is replaced once, and fills again")
    func damagedWhileOpen() async throws {
        try await withIndex { index in
            try await index.add(Self.library, Self.flat)
            // As if a text had lost its last bytes on the disk.
            try await index.write { try $0.execute("UPDATE body SET packed = substr(packed, 1, 9)") }
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 { group.addTask { (try? await Self.find("giang", in: index)) == nil } }
                for await _ in group {}
            }
            #expect(try await index.statistics().documents == 0)
            #expect(try await index.cursor() == .start)
            try await index.add(Self.library, Self.flat)
            #expect(try await Self.find("tam giac mach", in: index) == [1])
        }
    }

    enum Damage: CaseIterable { case garbage, otherVersion, missing, cut }

    @Test("a file that is damaged, of another version or gone is made anew", arguments: Damage.allCases)
    func remade(_ damage: Damage) async throws {
        try await withIndexFolder { folder in
            let path = folder + "/search.db"
            let first = try await openIndex(path)
            try await first.add(Self.library, Self.flat)
            if damage == .otherVersion { try await first.write { try Meta.write("version", "0", $0) } }
            await first.close()
            switch damage {
            case .garbage: try Data(repeating: 0x41, count: 20_000).write(to: URL(filePath: path))
            case .missing: try FileManager.default.removeItem(atPath: path)
            case .cut: try Data(contentsOf: URL(filePath: path)).prefix(5_000).write(to: URL(filePath: path))
            case .otherVersion: break
            }
            let second = try await openIndex(path)
            #expect(try await second.cursor() == .start)
            try await second.add(Self.library, Self.flat)
            #expect(try await Self.find("tam giac mach", in: second) == [1])
            await second.close()
        }
    }
}
