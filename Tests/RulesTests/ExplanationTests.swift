import Rules
import Testing
import Vietnamese

@Suite("How a deadline was computed")
struct ExplanationTests {
    /// Complex information, asked for online on a Friday, lengthened.
    static let request = ClockRequest(
        Facts("information-request.provide", channel: "online", variant: "complex"),
        start: moment("2026-11-20T09:25"),
        events: [.extended(at: moment("2026-12-10T10:00"), by: Term(10, .day), reason: "more-time-to-collect")]
    )

    @Test("in Vietnamese")
    func vietnamese() throws {
        let clock = try #require(Clocks.standard)
        #expect(
            try clock.explanation(of: Self.request).text(.vi, in: clock) == """
                Cung cấp thông tin phức tạp qua mạng điện tử: chậm nhất 15 ngày làm việc kể từ ngày nhận được yêu cầu hợp lệ. Căn cứ: khoản 4 Điều 30 Luật Tiếp cận thông tin số 104/2016/QH13.
                Thời điểm bắt đầu (ngày nhận được yêu cầu hợp lệ): 09:25, Thứ Sáu, ngày 20/11/2026.
                Ngày đầu tiên không tính vào thời hạn: Thứ Sáu, ngày 20/11/2026 (khoản 2 Điều 147 Bộ luật Dân sự số 91/2015/QH13).
                Thời hạn được gia hạn thêm 10 ngày.
                Thứ Bảy, ngày 21/11/2026 đến Chủ nhật, ngày 22/11/2026: không tính (nghỉ hằng tuần).
                Thứ Hai, ngày 23/11/2026: ngày làm việc thứ 1.
                Thứ Ba, ngày 24/11/2026: không tính (Ngày Văn hóa Việt Nam).
                Thứ Tư, ngày 25/11/2026 đến Thứ Sáu, ngày 27/11/2026: ngày làm việc thứ 2 đến thứ 4.
                Thứ Bảy, ngày 28/11/2026 đến Chủ nhật, ngày 29/11/2026: không tính (nghỉ hằng tuần).
                Thứ Hai, ngày 30/11/2026 đến Thứ Sáu, ngày 04/12/2026: ngày làm việc thứ 5 đến thứ 9.
                Thứ Bảy, ngày 05/12/2026 đến Chủ nhật, ngày 06/12/2026: không tính (nghỉ hằng tuần).
                Thứ Hai, ngày 07/12/2026 đến Thứ Sáu, ngày 11/12/2026: ngày làm việc thứ 10 đến thứ 14.
                Thứ Bảy, ngày 12/12/2026 đến Chủ nhật, ngày 13/12/2026: không tính (nghỉ hằng tuần).
                Thứ Hai, ngày 14/12/2026: ngày làm việc thứ 15.
                Thứ Ba, ngày 15/12/2026 đến Thứ Năm, ngày 24/12/2026: ngày thứ 16 đến thứ 25.
                Thời hạn kết thúc: hết Thứ Năm, ngày 24/12/2026.
                """
        )
    }

    @Test("in English and Chinese")
    func others() throws {
        let clock = try #require(Clocks.standard)
        let request = ClockRequest(Facts("disclosure.answer-claim"), start: moment("2026-12-20T20:00"))
        #expect(
            try clock.explanation(of: request).text(.en, in: clock) == """
                Check and answer a claim that public information is wrong: within 15 days from receipt of the claim. Basis: Article 22(4) of Luật Tiếp cận thông tin (104/2016/QH13).
                Start (receipt of the claim): 20:00, Sunday, 20 December 2026.
                The first day is not counted: Sunday, 20 December 2026 (Article 147(2) of the Civil Code, 91/2015/QH13).
                Monday, 21 December 2026 to Monday, 4 January 2027: day 1 to 15.
                The term ends with the end of Monday, 4 January 2027.
                Provisional: the days off of 2027 are not announced, or not confirmed here, so this date may change.
                """
        )
        #expect(
            try clock.explanation(of: ClockRequest(Facts("petition.transfer"), start: moment("2025-04-24T08:00"))).text(.zh, in: clock) == """
                将意见建议转送主管机关：自收到之日起最迟5个工作日。依据：《Nghị định về tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức về quy định hành chính (20/2008/NĐ-CP)》第9条第1款第d项。
                起算时间（收到之日）：08:00 2025年4月24日 星期四。
                首日不计入期限：2025年4月24日 星期四（越南《民法典》91/2015/QH13第147条第2款）。
                2025年4月25日 星期五至2025年4月26日 星期六：第1至第2个工作日。
                2025年4月27日 星期日：不计算（每周休息日）。
                2025年4月28日 星期一至2025年4月29日 星期二：第3至第4个工作日。
                2025年4月30日 星期三：不计算（统一日）。
                2025年5月1日 星期四：不计算（国际劳动节）。
                2025年5月2日 星期五：不计算（调休，2025-04-26补班）。
                2025年5月3日 星期六至2025年5月4日 星期日：不计算（每周休息日）。
                2025年5月5日 星期一：第5个工作日。
                期限届满：2025年5月5日 星期一结束时。
                """
        )
    }

    @Test("a last day on a day of rest, and a clock that stood still, are told")
    func moved() throws {
        let clock = try #require(Clocks.standard)
        let request = ClockRequest(
            Facts("on-site-report.answer"),
            start: moment("2026-02-10T08:00"),
            events: [.suspended(at: moment("2026-02-11T08:00"), reason: "more-information"), .resumed(at: moment("2026-02-12T08:00"))]
        )
        let text = try clock.explanation(of: request).text(.vi, in: clock)
        for sentence in [
            "Đây là quy định nội bộ, áp dụng khi pháp luật không quy định thời hạn.",
            "Thời hạn tạm dừng từ 08:00, Thứ Tư, ngày 11/02/2026 đến 08:00, Thứ Năm, ngày 12/02/2026.",
            "Thứ Tư, ngày 11/02/2026: không tính (thời hạn đang tạm dừng).",
            "Thứ Năm, ngày 12/02/2026 đến Thứ Hai, ngày 16/02/2026: ngày thứ 1 đến thứ 5.",
            "Ngày cuối cùng Thứ Hai, ngày 16/02/2026 là ngày nghỉ (Tết Âm lịch) nên chuyển sang ngày làm việc: Thứ Hai, ngày 23/02/2026 "
                + "(khoản 5 Điều 148 Bộ luật Dân sự số 91/2015/QH13).",
            "Tạm thời: thời hạn này do cổng tự đặt ra, cần được cơ quan xem xét.",
        ] {
            #expect(text.split(separator: "\n").contains { $0 == sentence }, "\(sentence)\n\(text)")
        }
    }

    @Test("before an event, days are counted back")
    func before() throws {
        let clock = try #require(Clocks.standard)
        let text = try clock.explanation(of: ClockRequest(Facts("outage.announce"), start: moment("2026-11-30T22:00"))).text(.vi, in: clock)
        #expect(
            text.contains(
                "ít nhất 07 ngày làm việc trước thời điểm tạm ngừng. Căn cứ: Điều 13 Nghị định quy định chi tiết Luật Chuyển đổi số số 224/2026/NĐ-CP."
            )
        )
        #expect(text.contains("Thứ Ba, ngày 24/11/2026: không tính (Ngày Văn hóa Việt Nam)."))
        #expect(text.contains("Phải thực hiện chậm nhất: 23:59, Thứ Tư, ngày 18/11/2026."))
    }

    @Test(
        "how much is left, in the rule's own unit",
        arguments: [
            (Facts("petition.transfer"), "2026-11-20T09:00", "2026-11-20T10:00", Remaining.left(Term(5, .workingDay)), "còn 05 ngày làm việc"),
            (Facts("petition.transfer"), "2026-11-20T09:00", "2026-11-28T10:00", .left(Term(1, .workingDay)), "còn 01 ngày làm việc"),
            (Facts("petition.transfer"), "2026-11-20T09:00", "2026-11-30T23:00", .left(Term(0, .workingDay)), "hết hạn trong hôm nay"),
            (Facts("petition.transfer"), "2026-11-20T09:00", "2026-12-01T00:00", .over(Term(1, .workingDay)), "quá hạn 01 ngày làm việc"),
            (Facts("petition.transfer"), "2026-11-20T09:00", "2026-12-05T00:00", .over(Term(4, .workingDay)), "quá hạn 04 ngày làm việc"),
            (Facts("disclosure.answer-claim"), "2026-11-02T09:00", "2026-11-02T09:00", .left(Term(15, .day)), "còn 15 ngày"),
            (Facts("disclosure.answer-claim"), "2026-11-02T09:00", "2026-11-20T09:00", .over(Term(3, .day)), "quá hạn 03 ngày"),
            (Facts("spokesperson.publish"), "2026-11-02T09:00", "2026-11-02T10:30", .left(Term(22, .hour)), "còn 22 giờ"),
            (Facts("spokesperson.publish"), "2026-11-02T09:00", "2026-11-03T08:30", .left(Term(0, .hour)), "sắp hết hạn"),
            (Facts("spokesperson.publish"), "2026-11-02T09:00", "2026-11-03T09:30", .over(Term(0, .hour)), "vừa quá hạn"),
            (Facts("spokesperson.publish"), "2026-11-02T09:00", "2026-11-05T09:00", .over(Term(48, .hour)), "quá hạn 48 giờ"),
        ]
    )
    func remaining(_ facts: Facts, _ start: String, _ now: String, _ remaining: Remaining, _ text: String) throws {
        let clock = try #require(Clocks.standard)
        let deadline = try clock.deadline(ClockRequest(facts, start: moment(start)))
        #expect(clock.remaining(of: deadline, at: moment(now)) == remaining)
        #expect(remaining.text() == text)
    }

    @Test("people are told before and after, on working days when offices open")
    func escalations() throws {
        let clock = try #require(Clocks.standard)
        let deadline = try clock.deadline(ClockRequest(Facts("petition.transfer"), start: moment("2026-11-20T09:00")))
        let due = try #require(deadline.due)
        #expect(
            clock.escalations(of: deadline).map { "\($0.at.rfc3339.prefix(16)) \($0.step.to)" }
                == [
                    "2026-11-26T07:30 handler", "\(due.rfc3339.prefix(16)) unit-head", "2026-12-01T07:30 office-head", "2026-12-07T07:30 office-head",
                ]
        )
        // What would lie before the start is left out.
        let short = try clock.deadline(
            ClockRequest(Facts("petition.transfer", tenants: ["agency:bo-cong-thuong"]), start: moment("2026-11-20T09:00"))
        )
        #expect(clock.escalations(of: short).first?.at == moment("2026-11-23T07:30"))
        let hours = try clock.deadline(ClockRequest(Facts("feed.push"), start: moment("2026-11-20T09:00")))
        #expect(clock.escalations(of: hours).map(\.step.offset) == [0])
        let calendarDays = try clock.deadline(ClockRequest(Facts("disclosure.answer-claim"), start: moment("2026-11-16T09:00")))
        // Due on Tuesday 1 December; two days before is a Sunday, so Friday 27 November.
        #expect(clock.escalations(of: calendarDays).first?.at == moment("2026-11-27T07:30"))
    }
}
