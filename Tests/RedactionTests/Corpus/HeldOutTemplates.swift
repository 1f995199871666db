/// More of the same, written before the redactor was tuned and never looked at while it was: what is measured on them is what a new letter meets.
enum HeldOutTemplates {
    static let all = text.split(separator: "\n---\n").map(String.init)

    private static let text = #"""
        Thưa quý cơ quan, tôi là {n1}, công dân thường trú {house}, phường Hà Tu. Ngày 17/02/2026 tôi làm thủ tục sang tên xe mang biển kiểm soát {plate} nhưng bị trả lại hồ sơ. Số điện thoại liên hệ của tôi là {phone}.
        ---
        Gia đình tôi mua đất của vợ chồng ông {n1} và bà {n2} năm 2004 bằng giấy viết tay, đất thuộc thửa {plot}, tờ bản đồ {sheet}. Nay muốn làm sổ thì ông {g1} đòi thêm 200 triệu đồng. Vậy tôi phải làm sao theo Luật Đất đai 2024?
        ---
        Họ tên: {n1}. Ngày sinh: {dob}. Số CCCD: {cccd}. Điện thoại: {phone}. Câu hỏi: Thời hạn giải quyết hồ sơ cấp phiếu lý lịch tư pháp số 2 là bao nhiêu ngày?
        ---
        Xin được hỏi, chồng em tên {n1} bị {health:viêm gan B}, đi xuất khẩu lao động Nhật Bản có được không. Em cảm ơn. Mail em {mail}
        ---
        Tôi phản ánh quán karaoke trên đường Lê Hồng Phong mở nhạc quá 23 giờ. Chủ quán là {n1}, số máy {phone}. Tôi đã báo công an phường 2 lần vào ngày 1/3 và 8/3.
        ---
        Nhờ bộ phận kế toán chuyển tiền trợ cấp về STK {stk} Agribank mang tên {n1}. Số CMND cũ {cmnd}, số CCCD mới {cccd}.
        ---
        Con gái tôi cháu {n1} sinh ngày {dob} bị {health:bại não}, hiện học tại nhà. Xin hỏi chế độ trợ cấp theo Nghị định 20/2021/NĐ-CP và Thông tư 02/2021/TT-BLĐTBXH.
        ---
        Bí thư Đảng ủy xã Lê Văn Bình đã đối thoại với dân ngày 20/4. Chúng tôi đề nghị công khai kết luận số 45-KL/ĐU. Thay mặt bà con: {n1}.
        ---
        Ai cho tôi hỏi hồ sơ {dossier} nộp từ 12/5 sao vẫn báo "đang xử lý"? Người nộp {n1}, đt {phone}.
        ---
        Tôi muốn tố giác đối tượng {n1} (fb: {fb}) bán hàng giả, nhận tiền qua tài khoản {stk} ngân hàng BIDV.
        ---
        Cô giáo chủ nhiệm là cô {n1}, trường THPT Hòn Gai, ép học thêm mỗi tháng 800.000 đồng. Tôi là phụ huynh cháu {n2}, xin không nêu tên.
        ---
        Đèn tín hiệu ở nút giao Nguyễn Văn Cừ - Trần Quốc Nghiễn hỏng 3 ngày nay. Vị trí {gps}. Đề nghị sửa.
        ---
        Sổ hộ nghèo nhà tôi cấp năm 2023, chủ hộ {n1}, {hamlet}, xã Lương Minh. Mẹ tôi {n2} {health:liệt nửa người} chưa được hưởng bảo trợ.
        ---
        Doanh nghiệp tư nhân của tôi, MST {mst}, bị xử phạt 25.000.000 đồng theo quyết định 456/QĐ-XPHC ngày 11/11/2025. Giám đốc: {n1}. Tôi không đồng ý vì đã khắc phục xong.
        ---
        Tôi sinh năm {year}, tham gia BHXH từ 1/1998, mã số BHXH {bhxh}, làm thợ lò 19 năm. Tỷ lệ hưởng lương hưu của tôi là 45% hay 55%?
        ---
        Hàng xóm tôi bà {n1} ở {house} nuôi chó thả rông cắn cháu {n2}. Bà {g1} không chịu bồi thường.
        ---
        Cầu Trần Phú trên tuyến đường Hùng Vương bị bong tróc mặt đường, xe chở gỗ dăm quá tải chạy suốt ngày đêm về cảng Vạn Gia. Đề nghị Sở Giao thông kiểm tra tải trọng theo Thông tư 39/2024/TT-BGTVT.
        ---
        Kính gửi: Chi cục Thuế. Người nộp thuế: {n1}; mã số thuế cá nhân: {mst}; địa chỉ: {house}, đường Cao Thắng. Tôi đề nghị hoàn thuế TNCN năm 2025 số tiền 4.215.000 đồng vào tài khoản {stk} mở tại Techcombank.
        ---
        Tôi cần xác nhận tình trạng hôn nhân, tôi tên {n1}, bạn gái tôi là {n2} người Lào, số hộ chiếu {passport}. Xin hướng dẫn.
        ---
        Trạm y tế xã tiêm nhầm vắc xin cho con tôi là bé {n1}, thẻ BHYT {bhyt}. Bác sĩ {n2} nói sẽ xử lý nhưng chưa thấy. Gọi tôi số {phone}
        ---
        Đất nhà tôi có bìa đỏ {serial} đứng tên bố tôi {n1} đã mất năm 2018. Anh em tôi 4 người, trong đó {n2} ở nước ngoài. Thủ tục thừa kế ra sao?
        ---
        Mình ở {house}, muốn hỏi lịch cắt điện tuần này. Cảm ơn. {n1}
        ---
        Tổ 5 khu 3 phường Hồng Hải đề nghị lắp gờ giảm tốc trên đường Tô Hiệu, đoạn trước Trường Mầm non Hoa Hồng; kinh phí dự kiến 15 triệu đồng do dân góp 50%.
        ---
        Xin hỏi Điều 12 Thông tư 04/2024/TT-BNV áp dụng cho trưởng thôn kiêm nhiệm không? Mức hỗ trợ 1,5 lần lương cơ sở (2.340.000 đồng) tính từ 01/7/2024?
        ---
        Người khiếu nại: {n1}
        Thường trú: {hamlet}, xã Thống Nhất
        Nội dung: không đồng ý phương án bồi thường 1.250.000.000 đồng cho diện tích 412,5 m2 đất ở.
        ---
        E tên {n1}, e bị mất sim {phone} ạ, e muốn đổi số trên dịch vụ công, gmail của e là {mail}
        """#
}
