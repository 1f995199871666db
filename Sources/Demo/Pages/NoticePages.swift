/// Contact, protection of personal data and accessibility: the pages that every portal in Vietnamese has.
enum NoticePages {
    static func pages(of site: DemoSite) -> [DemoPage] { [contact(of: site), privacy(of: site), accessibility(of: site)] }

    private static func contact(of site: DemoSite) -> DemoPage {
        DemoPage(
            "lien-he",
            role: "contact",
            on: site,
            title: "Liên hệ",
            summary: "Địa chỉ, điện thoại, thư điện tử và giờ làm việc của \(site.agency).",
            body: [
                .table(
                    caption: "Thông tin liên hệ",
                    head: ["Nội dung", "Chi tiết"],
                    rows: [
                        ["Cơ quan chủ quản", site.agency], ["Địa chỉ", site.contact.address], ["Điện thoại", site.contact.phone],
                        ["Thư điện tử", site.contact.email], ["Chịu trách nhiệm nội dung", site.contact.responsible],
                    ]
                ),
                .heading("Giờ làm việc"),
                .paragraph(hours(of: site)),
                .heading("Gửi phản ánh, kiến nghị"),
                .paragraph(
                    "Tổ chức, cá nhân có thể gửi ý kiến trực tiếp tại trụ sở, qua bưu chính hoặc thư điện tử nói trên. Để được trả lời nhanh, đề nghị nêu rõ sự việc,"
                        + " địa điểm, thời gian và cách liên hệ lại."
                ),
                .paragraph(
                    "Hồ sơ thủ tục hành chính được nộp qua Cổng Dịch vụ công quốc gia hoặc tại trung tâm phục vụ hành chính công gần nhất, không nộp qua thư điện tử."
                ),
                .heading("Yêu cầu cung cấp thông tin"),
                .paragraph(
                    "Yêu cầu cung cấp thông tin theo Luật Tiếp cận thông tin số 104/2016/QH13 được tiếp nhận tại địa chỉ trên. Yêu cầu cần ghi rõ họ tên, nơi cư trú,"
                        + " tên tài liệu và hình thức nhận; người yêu cầu được thông báo nếu phải bổ sung."
                ),
            ]
        )
    }

    private static func hours(of site: DemoSite) -> String {
        if !site.traits.isDisjoint(with: ["hospital", "healthcentre"]) {
            return
                "Cấp cứu: 24 giờ mỗi ngày, kể cả ngày lễ. Bộ phận hành chính: sáng từ 7 giờ đến 11 giờ 30, chiều từ 13 giờ 30 đến 17 giờ, từ thứ Hai đến thứ Sáu."
        }
        if !site.traits.isDisjoint(with: ["library", "museum"]) {
            return "Phục vụ bạn đọc, khách tham quan từ 8 giờ đến 17 giờ, từ thứ Ba đến Chủ nhật; nghỉ thứ Hai để bảo quản tài liệu, hiện vật."
        }
        return "Sáng từ 7 giờ đến 11 giờ 30, chiều từ 13 giờ 30 đến 17 giờ, từ thứ Hai đến thứ Sáu, trừ ngày nghỉ lễ, Tết."
    }

    private static func privacy(of site: DemoSite) -> DemoPage {
        DemoPage(
            "privacy",
            role: "privacy",
            on: site,
            title: "Bảo vệ dữ liệu cá nhân",
            summary: "\(site.agency) xử lý dữ liệu cá nhân của người dùng như thế nào, và người dùng có những quyền gì.",
            body: [
                .paragraph(
                    "\(site.agency) xử lý dữ liệu cá nhân trên \(inSentence(site)) theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"
                        + " và Nghị định số 356/2025/NĐ-CP, có hiệu lực từ ngày 01/01/2026. Có thể đọc mọi nội dung công khai mà không cần đăng nhập hay khai báo."
                ),
                .heading("Dữ liệu được thu thập"),
                .list([
                    "Khi xem trang: địa chỉ mạng, thời điểm và trang được mở, ghi trong nhật ký hệ thống để bảo đảm an ninh mạng.",
                    "Khi gửi ý kiến, góp ý dự thảo hoặc liên hệ: họ tên, cách liên hệ và nội dung do người gửi tự cung cấp.",
                    "Chỉ dùng cookie cần thiết cho hoạt động của trang; không dùng cookie quảng cáo, không theo dõi người dùng qua trang khác.",
                ]),
                .heading("Mục đích và căn cứ xử lý"),
                .paragraph(
                    "Dữ liệu chỉ được dùng để tiếp nhận, trả lời ý kiến và bảo đảm an toàn hệ thống. Việc xử lý dựa trên sự đồng ý của người dùng cho từng mục đích"
                        + " hoặc trên quy định của pháp luật về hoạt động của cơ quan nhà nước. Im lặng không được coi là đồng ý; không có ô nào được đánh dấu sẵn."
                ),
                .paragraph(
                    "Họ tên, địa chỉ, điện thoại và thư điện tử của người gửi không được công khai, trừ khi người đó đồng ý hoặc pháp luật quy định."
                ),
                .heading("Thời hạn lưu trữ"),
                .list([
                    "Nhật ký truy cập: không quá 12 tháng, trừ trường hợp phải giữ để xử lý sự cố.",
                    "Ý kiến, kiến nghị và kết quả trả lời: theo thời hạn lưu trữ hồ sơ của cơ quan.",
                    "Dữ liệu không còn cần cho mục đích đã nêu được xóa hoặc hủy.",
                ]),
                .heading("Quyền của người dùng"),
                .list([
                    "Được biết dữ liệu nào của mình đang được xử lý và vì sao.", "Đồng ý, không đồng ý hoặc rút lại sự đồng ý.",
                    "Xem, chỉnh sửa hoặc yêu cầu chỉnh sửa dữ liệu của mình.",
                    "Yêu cầu cung cấp, xóa, hạn chế xử lý dữ liệu; phản đối việc xử lý.",
                    "Khiếu nại, tố cáo, khởi kiện, yêu cầu bồi thường thiệt hại theo quy định của pháp luật.",
                ]),
                .paragraph(
                    "Yêu cầu gửi về \(site.contact.email) hoặc \(site.contact.address). Cơ quan xác nhận đã nhận yêu cầu trong 02 ngày làm việc và thực hiện trong thời hạn"
                        + " pháp luật quy định cho từng loại yêu cầu."
                ),
                .heading("Khi xảy ra sự cố"),
                .paragraph(
                    "Nếu phát hiện vi phạm về bảo vệ dữ liệu cá nhân thuộc trường hợp phải báo, cơ quan thông báo cho cơ quan chuyên trách chậm nhất 72 giờ, đồng thời áp dụng"
                        + " biện pháp ngăn chặn và thông tin cho người bị ảnh hưởng."
                ),
            ]
        )
    }

    private static func accessibility(of site: DemoSite) -> DemoPage {
        DemoPage(
            "accessibility",
            role: "accessibility",
            on: site,
            title: "Tuyên bố về khả năng tiếp cận",
            summary: "Những gì đã làm để ai cũng đọc được \(inSentence(site)), những gì còn hạn chế và cách phản ánh.",
            body: [
                .paragraph(
                    "\(site.agency) mong muốn mọi người, kể cả người khuyết tật, người cao tuổi, người dùng điện thoại cũ hoặc đường truyền chậm, đều tiếp cận được thông tin."
                        + " Trang được xây dựng theo Hướng dẫn về khả năng tiếp cận nội dung web WCAG 2.1, mức AA."
                ),
                .heading("Những hỗ trợ hiện có"),
                .list([
                    "Dùng được hoàn toàn bằng bàn phím; có liên kết bỏ qua phần điều hướng.",
                    "Tiêu đề, danh sách, bảng và biểu mẫu được đánh dấu đúng cấu trúc để trình đọc màn hình đọc được.",
                    "Độ tương phản giữa chữ và nền không thấp hơn 4,5:1; phóng chữ đến 200% không mất nội dung.", "Hình ảnh có mô tả thay thế.",
                    "Đọc được tin bài khi trình duyệt tắt JavaScript.",
                ]),
                .heading("Những hạn chế đã biết"),
                .list([
                    "Một số tài liệu cũ được quét từ bản giấy chưa có lớp chữ để trình đọc màn hình đọc.",
                    "Một số bảng số liệu rộng phải cuộn ngang trên màn hình nhỏ.", "Video do nơi khác cung cấp có thể chưa có phụ đề.",
                ]),
                .paragraph("Nếu cần một tài liệu ở dạng khác, đề nghị liên hệ để được cung cấp bản có thể đọc được."),
                .heading("Phản ánh"),
                .paragraph(
                    "Gặp khó khăn khi sử dụng trang, xin gửi thư đến \(site.contact.email) hoặc gọi \(site.contact.phone), nêu địa chỉ trang và thiết bị đang dùng."
                        + " Kết quả tự đánh giá được cập nhật trên trang này."
                ),
            ]
        )
    }

    /// "Trang thông tin điện tử …" inside a sentence.
    private static func inSentence(_ site: DemoSite) -> String { site.name.prefix(1).lowercased() + site.name.dropFirst() }
}
