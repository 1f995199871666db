import Testing
import Vietnamese

@Suite struct AbbreviationTests {
    @Test(arguments: [
        ("UBND", "Ủy ban nhân dân", false), ("TTHC", "thủ tục hành chính", false), ("KT-XH", "kinh tế - xã hội", false), ("TT", "thông tư", true),
        ("ct", "chỉ thị", true), ("GCNQSDĐ", "giấy chứng nhận quyền sử dụng đất", false),
    ])
    func known(_ short: String, _ first: String, _ isAmbiguous: Bool) throws {
        let entry = try #require(Abbreviation.named(short))
        #expect(entry.expansions.first == first)
        #expect(entry.isAmbiguous == isAmbiguous)
    }

    @Test func bothWays() {
        #expect(Abbreviation.shortForms(of: "Uỷ ban Nhân dân").map(\.short) == ["UBND"])
        #expect(Abbreviation.named("XYZ") == nil)
    }

    @Test("every row is whole, no short form twice")
    func table() {
        #expect(Abbreviation.all.count > 120)
        #expect(Set(Abbreviation.all.map { lowercase($0.short) }).count == Abbreviation.all.count)
        for entry in Abbreviation.all {
            #expect(
                !entry.expansions.isEmpty
                    && entry.expansions.allSatisfy { !$0.isEmpty && bytes(nfc($0)) == bytes($0) && !$0.hasSuffix(" ") && !$0.hasPrefix(" ") }
            )
        }
    }
}
