/// Youth, unions, associations, science and the press: bodies whose work is with their members.
extension FamilyTexts {
    static let membersB = """
        === thieu-nhi-vui-hoc
        for: youthunit union main
        by: tinh-doan cung-van-hoa-thieu-nhi
        section: van-hoa-the-thao
        pictures: school festival flowers
        tags: thiếu nhi; kỹ năng sống
        let em = 160..720/5
        let clb = 8..26
        let mon = bơi an toàn | lập trình trò chơi đơn giản | vẽ tranh khắc gỗ | cờ vua | múa rối que | làm vườn trên sân thượng
        T: {em} em thiếu nhi tham gia ngày hội kỹ năng
        T: Lớp {mon} miễn phí cho trẻ em
        T: Chơi mà học: ngày hội thiếu nhi tại {phokhu}
        S: {buoi} {d}, {em} em thiếu nhi tham gia ngày hội kỹ năng tại {phokhu}, trải nghiệm {clb} câu lạc bộ, trong đó có lớp {mon}.
        S: Lớp {mon} cùng {clb} câu lạc bộ sở thích đang mở cửa đón các em từ 6 đến 15 tuổi vào cuối tuần.
        P: Các em được chia nhóm theo tuổi, lần lượt qua từng trạm: thoát khỏi đám cháy giả định, sơ cứu vết thương nhỏ, xử lý khi bị lạc và từ chối người lạ.
        | Mỗi trạm trò chơi là một tình huống gần gũi như ở nhà một mình, đi thang máy, gặp nước sâu; em nào hoàn thành đều nhận huy hiệu.
        P: Lớp {mon} do giáo viên có kinh nghiệm hướng dẫn, sĩ số không quá 20 em; trẻ em khuyết tật, trẻ mồ côi và con công nhân được miễn học phí.
        | Điểm mới năm nay là lớp {mon}, được mở theo đề nghị của phụ huynh; những em có hoàn cảnh khó khăn được tặng đồ dùng và xe đưa đón.
        Q: Con thích nhất là trò tìm lối thoát trong khói, con sẽ chỉ lại cho bà. >> Một em nhỏ dự ngày hội
        P: Phụ huynh đăng ký qua mạng hoặc trực tiếp trước ngày {d+10}; lịch học từng lớp được đăng trên trang thông tin điện tử.
        C: Thiếu nhi tham gia trò chơi kỹ năng.

        === ho-tro-doan-vien-hoi-vien
        for: unionunit union
        section: lao-dong-an-sinh
        pictures: fields hall festival
        tags: đoàn viên, hội viên; sinh kế
        let nguoi = 60..320/5
        let lop = 2..8
        let nghe = nấu ăn phục vụ đám tiệc | chăm sóc cây cảnh | may gia dụng | bán hàng trực tuyến | pha chế đồ uống từ nông sản | sửa chữa điện dân dụng
        let trieu = 80..420/10
        T: {coquan} khai giảng lớp dạy nghề {nghe}
        T: {nguoi} đoàn viên, hội viên được học nghề miễn phí
        T: Học nghề {nghe}: thêm tay nghề, thêm thu nhập
        S: {coquan} vừa khai giảng {lop} lớp nghề {nghe} cho {nguoi} đoàn viên, hội viên và người lao động, không thu học phí.
        S: Sau ba tháng học nghề {nghe} do {coquan} tổ chức, nhiều học viên đã nhận việc ngay tại địa phương hoặc tự mở cơ sở nhỏ.
        P: Mỗi lớp học ba buổi một tuần, vào buổi tối; phần thực hành chiếm hai phần ba thời lượng. Học viên được cho mượn dụng cụ và hỗ trợ tiền xăng xe nếu ở xa.
        | Lớp học gắn với nơi làm: học viên thực hành tại cơ sở sản xuất, được chủ cơ sở nhận xét và ưu tiên tuyển dụng.
        P: Từ nguồn quỹ {trieu} triệu đồng, các nhóm học viên cùng nghề được vay vốn không lãi để mua dụng cụ, trả dần trong hai năm.
        | Kết thúc khóa học, học viên được hướng dẫn lập phương án làm ăn, vay vốn quay vòng từ quỹ {trieu} triệu đồng.
        Q: Học xong tôi nhận làm tại nhà, vừa trông con vừa có thêm đồng ra đồng vào. >> Một học viên lớp nghề
        P: {coquan} tiếp tục khảo sát nhu cầu ở {xa}, {xa2} và các khu nhà trọ công nhân để mở lớp đúng nghề người lao động cần.
        C: Học viên thực hành tại lớp nghề.

        === do-luong-tieu-chuan
        for: scienceunit science main
        by: chi-cuc-tieu-chuan-do-luong-chat-luong so-khoa-hoc-va-cong-nghe trung-tam-doi-moi-sang-tao
        section: chuyen-nganh, portal=trong-tinh
        pictures: city hall
        tags: khoa học và công nghệ; đổi mới sáng tạo
        let detai, dv = nhân giống cây dược liệu bản địa / hợp tác xã ở vùng cao | cảm biến đo độ mặn giá rẻ cho vùng nuôi / hộ nuôi thủy sản | truy xuất nguồn gốc chè bằng mã điện tử / hợp tác xã chè | bảo quản nông sản bằng màng sinh học / cơ sở sơ chế rau, quả | mô hình dự báo ngập cục bộ đô thị / các phường trung tâm
        let thang = 12..30
        let trieu = 480..1900/10
        let diem = 82..94
        T: Nghiệm thu nhiệm vụ khoa học “{detai}”
        T: Đưa kết quả nghiên cứu {detai} vào thực tế
        T: Từ phòng thí nghiệm ra đồng ruộng: {detai}
        S: {buoi} {d}, hội đồng khoa học cấp tỉnh đánh giá, nghiệm thu nhiệm vụ “{detai}”, xếp loại đạt với {diem}/100 điểm.
        S: Sau {thang} tháng thực hiện, nhiệm vụ khoa học “{detai}” hoàn thành các sản phẩm đã đăng ký, được chuyển giao cho {dv}.
        P: Nhiệm vụ có tổng kinh phí {trieu} triệu đồng, gồm phần nghiên cứu, thử nghiệm và đào tạo người sử dụng. Dữ liệu, quy trình được công bố để các đơn vị khác có thể kiểm chứng.
        | Với kinh phí {trieu} triệu đồng, nhóm thực hiện hoàn thành quy trình kỹ thuật, mô hình trình diễn và tài liệu hướng dẫn; số liệu thô được lưu tại kho dữ liệu khoa học của tỉnh.
        P: Hội đồng đánh giá cao khả năng áp dụng cho {dv}, đồng thời đề nghị nhóm tác giả theo dõi thêm một chu kỳ sản xuất và tính rõ hiệu quả kinh tế.
        | Các thành viên hội đồng góp ý về cỡ mẫu, cách xử lý số liệu và giá thành; nhóm thực hiện tiếp thu, hoàn chỉnh báo cáo trước ngày {d+20}.
        Q?: Đề tài hay là đề tài mà người dùng không cần chúng tôi đứng bên cạnh nữa. >> {ong}, chủ nhiệm nhiệm vụ
        P: Ngành khoa học và công nghệ đang tiếp nhận đề xuất đặt hàng cho năm {namsau}; tổ chức, cá nhân gửi phiếu đề xuất đến hết ngày {d+30}.
        C: Quang cảnh buổi nghiệm thu nhiệm vụ khoa học.

        === bao-chi-dia-phuong
        for: media association
        by: hoi-nha-bao
        section: tin-tuc
        pictures: hall city
        tags: cuộc thi; sáng tác
        let tac = 60..240/2
        let giai = 18..34
        let chude = người tốt, việc tốt ở cơ sở | chuyển đổi số từ làng ra phố | giữ rừng, giữ biển | nông thôn mới nhìn từ nếp nhà | tuổi cao, gương sáng
        T: {tac} tác phẩm dự cuộc thi viết, ảnh về {chude}
        T: {coquan} trao {giai} giải cuộc thi viết về {chude}
        T: Tổng kết cuộc thi sáng tác về chủ đề {chude}
        S: {coquan} tổng kết cuộc thi viết, ảnh về {chude}; {giai} trong số {tac} tác phẩm được trao giải.
        S: Cuộc thi về chủ đề {chude} do {coquan} tổ chức nhận được {tac} tác phẩm của hội viên, cộng tác viên và bạn đọc.
        P: Ban giám khảo nhận xét nhiều tác phẩm đi sâu vào đời sống, chi tiết thật, lời văn giản dị; một số bài còn dài, thiên về kể thành tích.
        | Điểm đáng mừng là có nhiều tác giả trẻ, tác giả ở cơ sở; ảnh chụp bằng điện thoại nhưng giàu cảm xúc và có bối cảnh rõ ràng.
        P: Trước khi trao giải, ban tổ chức đăng danh sách trong mười ngày để tiếp nhận ý kiến về bản quyền, tính xác thực của nhân vật, sự việc.
        | Tác phẩm có dùng công cụ trí tuệ nhân tạo phải ghi rõ; ảnh ghép, dựng cảnh bị loại. Quy định này được tác giả và người đọc đồng tình.
        Q?: Viết về người thật ở ngay xóm mình là khó nhất, vì cả xóm cùng đọc. >> {ong}, tác giả đoạt giải
        P: Các tác phẩm đoạt giải sẽ được in thành tập, trưng bày tại {phokhu} và giới thiệu trong các buổi sinh hoạt cơ sở ở {xa}, {xa2}.
        C: Trao giải cho các tác giả.

        === hoi-vien-cao-tuoi
        for: main commune
        by: hoi-nguoi-cao-tuoi
        section: lao-dong-an-sinh
        pictures: flowers hall
        tags: hội viên; gương sáng
        let nguoi = 60..280/5
        let clb = 6..24
        let viec = trồng cây đầu xuân | giữ sạch đường làng, ngõ phố | dạy con cháu nghề truyền thống | góp quỹ giúp hội viên đau ốm | đọc sách cùng con cháu
        T: Phong trào {viec} lan tỏa trong hội viên
        T: {clb} câu lạc bộ liên thế hệ hoạt động đều đặn ở {xa}
        T: {xa}: hội viên gương mẫu {viec}
        S: Phong trào {viec} ở {xa} thu hút {nguoi} hội viên tham gia, nhiều người đã ngoài bảy mươi vẫn hăng hái.
        S: {clb} câu lạc bộ liên thế hệ tự giúp nhau tại {xa} duy trì sinh hoạt hằng tháng, góp phần để hội viên sống vui, sống khỏe, sống có ích.
        P: Mỗi buổi sinh hoạt bắt đầu bằng kiểm tra huyết áp, tập dưỡng sinh, rồi mới đến trao đổi chuyện làm ăn, chuyện con cháu. Ai vắng mặt, câu lạc bộ cử người đến thăm.
        | Hội viên được chia nhóm theo xóm, mỗi nhóm nhận một việc cụ thể, cuối tháng kể lại việc đã làm. Nhờ vậy, phong trào {viec} không dừng ở khẩu hiệu.
        P: Ở {thon}, {ong} là người khởi xướng. Từ vài nhà ban đầu, đến nay cả xóm cùng làm, trẻ con cũng theo ông bà nhặt rác, tưới cây.
        | Tấm gương được nhắc nhiều nhất là {ong} ở {thon}, người kiên trì vận động, lấy việc mình làm để nói thay lời.
        Q: Già rồi, giúp được việc gì cho xóm thì giúp, ngồi không lại sinh bệnh. >> Một hội viên ở {thon}
        P: Từ kết quả ở {xa}, các cấp hội dự kiến nhân rộng cách làm đến {xa2} và {xa3} trong quý tới.
        C: Sinh hoạt câu lạc bộ liên thế hệ ở {thon}.
        """
}
