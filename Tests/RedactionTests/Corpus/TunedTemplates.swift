/// Letters with places for invented persons and numbers, on which the redactor was worked out. `{n1}` is the first person's name, `{g1}` their given
/// name, `{health:…}` a secret that stands there as it is; all others are made by `SecretMaker`. What is not in braces is to stay.
enum TunedTemplates {
    static let all = text.split(separator: "\n---\n").map(String.init)

    private static let text = #"""
        Kính gửi UBND phường. Tôi tên là {n1}, sinh năm {yob}, CCCD số {cccd}, hiện trú tại {house}, phường Hồng Hà. Tôi nộp hồ sơ cấp giấy chứng nhận từ ngày 12/03/2026 đến nay chưa có kết quả. Mong quý cơ quan trả lời qua số {phone}. Trân trọng cảm ơn.
        ---
        Tôi là {n1}, thường trú tại {hamlet}, xã Bình Minh. Gia đình tôi có thửa đất số {plot}, tờ bản đồ số {sheet}, diện tích 350 m2, đã được cấp giấy chứng nhận số {serial} năm 2009. Nay tôi muốn tách thửa cho con trai là {n2} thì cần thủ tục gì?
        ---
        Xin hỏi: mẹ tôi là bà {n1}, {yob_said}, bị {health:tai biến mạch máu não}, đang hưởng trợ cấp người cao tuổi 500.000 đồng/tháng. Theo Nghị định số 20/2021/NĐ-CP thì mẹ tôi có được hưởng thêm chế độ không? Liên hệ: {phone}, email {mail}.
        ---
        Phản ánh: xe tải biển số {plate} thường xuyên đỗ trên vỉa hè đường Nguyễn Trãi, trước cổng trường THCS Lê Quý Đôn, từ 6h30 đến 7h30 sáng. Đề nghị công an phường xử lý theo Nghị định 168/2024/NĐ-CP.
        ---
        Ông {n1} ở cạnh nhà tôi xây tường lấn sang đất nhà tôi 0,5 m. Tôi đã nói chuyện với ông {g1} nhiều lần nhưng ông {g1} không hợp tác. Đề nghị UBND xã giải quyết. Người viết đơn: {n2}, SĐT {phone}.
        ---
        Em tên {n1}, sinh ngày {dob}, sinh viên Trường Đại học Hạ Long. Em bị mất thẻ căn cước số {cccd}, em muốn cấp lại thì đến Công an phường hay Công an tỉnh ạ? Sđt của em: {phone}
        ---
        Tôi đề nghị hoàn trả tiền vào tài khoản số {stk} tại ngân hàng Vietcombank, chủ tài khoản {n1}. Số tiền 3.500.000 đồng đã nộp ngày 05/04/2026 theo biên lai thu lệ phí.
        ---
        Công ty tôi có mã số thuế {mst}, kế toán là chị {n1}, điện thoại {phone}, mail {mail}. Công ty kê khai thuế quý I/2026 bị lỗi, mã lỗi 404. Xin hướng dẫn theo Thông tư 80/2021/TT-BTC.
        ---
        Bà {n1} (Hà Nội) hỏi: Tôi đóng BHXH được 21 năm 5 tháng, số sổ BHXH {bhxh}. Nay tôi nghỉ việc do {health:suy thận mạn} thì có được hưởng lương hưu sớm không?
        ---
        Cháu {n1}, {yob_said}, học sinh lớp 7A trường THCS Trần Phú, bị {health:tự kỷ}, gia đình xin xác nhận mức độ khuyết tật. Bố cháu là anh {n2}, làm công nhân mỏ, số điện thoại {phone}.
        ---
        Đường dây nóng 1022 báo tôi chờ 5 ngày làm việc. Tôi gọi lại tổng đài 1900 1234 cũng không ai nghe. Hồ sơ của tôi mã {dossier}, tên {n1}.
        ---
        Kính gửi ông Nguyễn Văn Thành, Chủ tịch UBND tỉnh. Người dân chúng tôi ở đường Trần Hưng Đạo, phường Bãi Cháy kiến nghị sửa vỉa hè. Đại diện: {n1}, {phone}.
        ---
        Chúng tôi gồm các hộ: {n1}, {n2}, {n3} cùng trú tại {hamlet}, xã Quảng La đề nghị sửa đường liên thôn bị hỏng nặng dài 1,2 km.
        ---
        Vợ tôi là {n1} đang {health:mang thai} tháng thứ 6, làm việc tại khu công nghiệp Việt Hưng. Công ty cho nghỉ việc từ tháng 2/2026. Vợ tôi có được hưởng trợ cấp thất nghiệp theo Luật Việc làm 2013 không?
        ---
        Anh {n1} hàng xóm nuôi lợn gây ô nhiễm, nước thải chảy ra kênh N2. Nhà anh {g1} ở {house}. Tôi xin giấu tên, nếu cần xin gọi {phone}.
        ---
        Tôi bị người tên {n1} lừa chuyển khoản 15 triệu đồng vào stk {stk} MB bank, số zalo {phone}, facebook {fb}. Tôi phải trình báo ở đâu?
        ---
        Ông {n1}, cán bộ địa chính xã, hẹn tôi 3 lần và đòi bồi dưỡng riêng 2 triệu đồng. Tôi có ghi âm. Tôi tên {n2}, ở {hamlet}.
        ---
        Thủ tục đăng ký xe: xe máy BKS {plate} mua lại của ông {n1} từ năm 2019, nay ông {g1} đã mất. Theo Thông tư 79/2024/TT-BCA tôi cần giấy tờ gì? Tôi là {n2}, CMND {cmnd}.
        ---
        Hộ chiếu số {passport} của tôi hết hạn ngày 10/10/2025. Tôi là {n1}, đang ở nước ngoài, email: {mail}. Xin hỏi cách gia hạn.
        ---
        Đề nghị làm rõ việc ông Trần Văn Hòa - Phó Giám đốc Sở Xây dựng trả lời tại công văn số 1234/SXD-QLN ngày 02/02/2026. Khu đất nằm trên đường Lê Lợi và Nguyễn Huệ, gần cầu Bãi Cháy, dự án 250 tỷ đồng.
        ---
        Cột điện tại ngã tư Lê Thánh Tông - Trần Quốc Nghiễn bị nghiêng, tọa độ {gps}. Đề nghị Điện lực xử lý gấp. Người báo {n1}, {phone}.
        ---
        Số thẻ BHYT của con tôi: {bhyt}. Cháu tên {n1}, {yob_said}, bị {health:hen phế quản}, khám trái tuyến tại Bệnh viện Sản Nhi thì được thanh toán bao nhiêu phần trăm?
        ---
        HỌ VÀ TÊN: {n1}
        ĐỊA CHỈ: {house}, đường Hai Bà Trưng, phường Cẩm Thành
        ĐIỆN THOẠI: {phone}
        NỘI DUNG: Đề nghị lắp đèn chiếu sáng ngõ, hiện tối rất nguy hiểm.
        ---
        Tôi xin hỏi về mức phạt nồng độ cồn theo Điều 6 Nghị định 168/2024/NĐ-CP. Mức phạt từ 18.000.000 đồng đến 20.000.000 đồng áp dụng từ ngày 01/01/2025 đúng không?
        ---
        Quốc lộ 18 đoạn qua phường Mông Dương, ĐT 326 và đường tránh phía Nam xuống cấp. Đề nghị Sở Xây dựng trả lời dứt điểm trong quý III/2026, kinh phí khoảng 12,5 tỷ đồng, tỷ lệ giải ngân đạt 45%.
        ---
        Nhà tôi ở {house} bị cắt nước từ 15/6. Mã khách hàng {dossier}. Tôi gọi Công ty Cấp nước số 0203.3825.115 không ai nghe. {n1} {phone}
        ---
        Tôi tên là {n1}. Con tôi {n2} {yob_said} chưa có giấy khai sinh vì mẹ cháu là {n3} bỏ đi từ lúc sinh con. Tôi phải làm gì?
        ---
        Nguyên đơn {n1} kiện bị đơn {n2} về tranh chấp thửa {plot} tờ {sheet}. Tòa án đã xử ngày 20/11/2025. Bản án số 15/2025/DS-ST. Tôi muốn xin bản sao.
        ---
        alo cho hỏi làm lại bằng lái xe ở đâu ạ, mình là {n1}, sn {year}, ib zalo {phone} giúp mình
        ---
        Liên hệ: {n1} - {phone} - {mail}
        ---
        Kính đơn
        (Ký, ghi rõ họ tên)
        {n1}
        ---
        Theo biên bản ngày 3/4/2026, ông {n1} và bà {n2} chuyển nhượng cho tôi lô đất số {plot}, giá 850 triệu đồng. Ông {g1} không chịu ra công chứng.
        ---
        Trang facebook {fb} đăng tin sai về dịch bệnh. Người đăng là {n1}, trú {hamlet}, xã Đầm Hà. Đề nghị xử lý theo quy định.
        ---
        Bố tôi là thương binh {n1}, thương binh hạng 3/4, {health:mất một chân}, nay muốn chuyển hồ sơ từ Thái Bình về Quảng Ninh. Thủ tục theo Nghị định 131/2021/NĐ-CP thế nào?
        ---
        Chị {n1} ở phòng Một cửa rất nhiệt tình. Xin cảm ơn. {n2}, {address:căn hộ 1205} chung cư Green Bay.
        ---
        Xe khách {plate} chạy ẩu, vượt đèn đỏ. Lúc đó khoảng 14h20 ngày 5/5, tại km 25+300 QL18.
        ---
        Em là {n1}, quê Nghệ An, đang thuê trọ ở {house}. Em muốn đăng ký tạm trú qua VNeID nhưng chủ nhà là bà {n2} không đồng ý.
        ---
        Tôi gửi kèm ảnh chụp CCCD của tôi ({cccd}) và của vợ tôi {n1} ({cccd}). Đề nghị cập nhật lại nhân khẩu.
        ---
        Mức lương tối thiểu vùng I từ 01/07/2024 là 4.960.000 đồng/tháng theo Nghị định 74/2024/NĐ-CP. Vậy lương cơ bản của tôi 5.200.000 đồng thì đóng BHXH bao nhiêu?
        ---
        Trường Tiểu học Võ Thị Sáu thu quỹ lớp 1.500.000đ/em là đúng hay sai? Phụ huynh lớp 2A3, năm học 2025-2026.
        ---
        Gia đình bà {n1} gồm 5 khẩu, thuộc hộ nghèo, bà {g1} bị {health:ung thư vú giai đoạn 3}, con trai {n2} bị {health:tâm thần}. Đề nghị xem xét hỗ trợ theo chính sách.
        """#
}
