import Testing
import Vietnamese

@testable import Triage

@Suite("Similar questions")
struct SimilarTests {
    static let answered = [
        "Thủ tục cấp lại giấy phép lái xe bị mất gồm những giấy tờ gì?", "Điều kiện tách thửa đất ở tại nông thôn là bao nhiêu mét vuông?",
        "Người lao động nghỉ việc khi nào được nhận trợ cấp thất nghiệp?", "Làm thế nào để đăng ký khai sinh cho trẻ bị bỏ rơi?",
        "Đổi giấy phép lái xe sắp hết hạn ở đâu?", "Hồ sơ đăng ký kết hôn với người nước ngoài gồm những gì?",
    ]

    @Test(
        "the right one is first",
        arguments: [
            ("bằng lái mất rồi, cấp lại giấy phép lái xe cần gì", 0), ("dieu kien tach thua dat o nong thon", 1),
            ("nghi viec co duoc nhan tro cap that nghiep khong", 2), ("khai sinh cho trẻ bị bỏ rơi", 3), ("GPLX sắp hết hạn thì đổi ở đâu", 4),
        ]
    )
    func first(_ one: (question: String, index: Int)) {
        let ranked = SimilarQuestions.rank(TermProfile(one.question), among: Self.answered.map { TermProfile($0) })
        #expect(ranked.first?.index == one.index, "\(ranked)")
        #expect(ranked.allSatisfy { (0...1).contains($0.likeness) })
    }

    @Test func theSameTextIsMostAlikeAndStrangersAreNotOffered() {
        let profiles = Self.answered.map { TermProfile($0) }
        #expect((SimilarQuestions.rank(profiles[2], among: profiles).first?.likeness ?? 0) > 0.9)
        #expect(SimilarQuestions.rank(TermProfile("giá vé xe buýt tuyến số 5"), among: profiles).isEmpty)
        #expect(SimilarQuestions.rank(TermProfile(""), among: profiles).isEmpty)
        #expect(SimilarQuestions.rank(profiles[0], among: []).isEmpty)
    }
}

@Suite("The same text again and again")
struct DuplicateTests {
    static let letter = """
        Kính gửi Ủy ban nhân dân phường. Chúng tôi là các hộ dân sống tại tổ 12, khu phố 3. Từ đầu tháng 9 đến nay xưởng tái chế nhựa số 45 đường \
        Trần Phú hoạt động cả ban đêm, khói đen và mùi khét bay vào nhà khiến người già và trẻ em không thể ngủ được. Chúng tôi đã phản ánh nhiều lần \
        nhưng chưa được giải quyết. Đề nghị phường kiểm tra, xử lý và trả lời cho dân biết trước ngày 30/11/2026. Số điện thoại liên hệ 0912345678.
        """

    static let same: [(name: String, text: String)] = [
        ("again", letter), ("without marks", fold(letter)), ("upper case", letter.uppercased()),
        ("other spaces", letter.replacing(" ", with: "  \n")),
        (
            "other numbers",
            letter.replacing("45", with: "112").replacing("30/11/2026", with: "5/12/2026").replacing("0912345678", with: "0988 111 222")
        ),
        ("a signature", letter + "\nNgười viết đơn: Nguyễn Thị Mận, thay mặt 15 hộ dân tổ 12 cùng ký tên"),
        ("other names", letter.replacing("Trần Phú", with: "Lê Hồng Phong").replacing("khu phố 3", with: "khu phố 7")),
        ("a greeting", "Tôi tên là Lê Văn Tám, xin chào anh chị. " + letter),
        (
            "some words",
            letter.replacing("người già và trẻ em", with: "các cụ và các cháu").replacing("chưa được giải quyết", with: "không ai giải quyết")
        ),
        ("a sentence less", letter.replacing("Chúng tôi đã phản ánh nhiều lần nhưng chưa được giải quyết. ", with: "")),
    ]

    @Test("one cluster", arguments: same)
    func together(_ one: (name: String, text: String)) {
        var clusters = DuplicateClusters()
        #expect(clusters.add(DuplicateSignature(text: Self.letter)) == 0)
        let signature = DuplicateSignature(text: one.text)
        #expect(clusters.add(signature) == 0, "\(signature.likeness(to: DuplicateSignature(text: Self.letter)))")
    }

    @Test func lettersOfOtherThingsStayApart() throws {
        var clusters = DuplicateClusters()
        let letters = try LabelledLetter.read("tuned") + LabelledLetter.read("kept")
        for letter in letters { _ = clusters.add(DuplicateSignature(text: letter.text)) }
        #expect(clusters.counts.count == letters.count)
    }

    @Test func fiveHundredAreOne() {
        var clusters = DuplicateClusters()
        let names = ["Mận", "Đào", "Lê", "Tám", "Hoa", "Bưởi", "Na"]
        let found = (0..<500).map { index in
            let text = "\(Self.letter.replacing("0912345678", with: "09\(10_000_000 + index)")) Ký tên: Nguyễn Văn \(names[index % 7]) \(index)"
            return clusters.add(DuplicateSignature(title: "Đơn số \(index)", text: text))
        }
        #expect(Set(found) == [0] && clusters.counts == [500])
    }

    @Test func shortReportsWithOtherNumbersAreOne() {
        var clusters = DuplicateClusters()
        for number in 0..<50 { #expect(clusters.add(DuplicateSignature(text: "Đèn đường trước số nhà \(number) hỏng, đề nghị sửa")) == 0) }
        #expect(clusters.add(DuplicateSignature(text: "Đèn tín hiệu ngã tư chợ không hoạt động")) == 1)
    }

    @Test func textsWithoutWordsAreComparedWhole() {
        let (one, same, other) = (DuplicateSignature(text: "😀😀😀"), DuplicateSignature(text: "😀😀😀"), DuplicateSignature(text: "😡😡"))
        #expect(one == same && one.likeness(to: other) < 0.2)
        #expect(DuplicateSignature(text: "") == DuplicateSignature(text: ""))
    }

    @Test("signatures are the same in every release: they stand in databases")
    func golden() {
        #expect(DuplicateSignature(text: "Đèn đường hỏng").bands.first == Self.band)
    }

    static let band: UInt64 = 0xBCDF_1158_7589_136E
}
