/// Roads, water, power, building: what people must know before they leave the house.
extension FamilyTexts {
    static let notices = """
        === thi-cong-duong
        for: main construction commune project transportunit
        by: so-xay-dung ban-quan-ly-du-an-giao-thong
        section: thong-bao
        pictures: bridge city
        event: roadworks
        tags: phân luồng giao thông; thi công
        let ngay = 12..60
        let hm = thảm lại mặt đường | lắp đặt cống thoát nước | nâng cấp vỉa hè, cây xanh | sửa chữa khe co giãn cầu | cải tạo nút giao | hạ ngầm cáp điện, viễn thông
        T: Phân luồng giao thông phục vụ {hm} trên {duong}
        T: Hạn chế phương tiện lưu thông qua {duong} từ ngày {d+3}
        T: {duong} thi công {hm} trong {ngay} ngày
        S: Để phục vụ thi công {hm}, từ ngày {dy+3}, các phương tiện lưu thông qua {duong} được phân luồng theo hướng dẫn dưới đây.
        S: {coquan} thông báo hạn chế phương tiện qua {duong} trong {ngay} ngày để thi công {hm}.
        P: Ô tô con, xe khách dưới 16 chỗ và xe máy đi theo {duong2}; xe tải trên 3,5 tấn đi đường tránh từ 22 giờ hôm trước đến 5 giờ hôm sau. Xe ưu tiên được bố trí làn riêng.
        | Phương tiện từ hướng cầu vào trung tâm rẽ qua {duong2}; xe tải nặng không vào khu vực thi công trong giờ cao điểm sáng và chiều.
        P: Nhà thầu lắp rào chắn, đèn cảnh báo, bố trí người điều tiết và thi công cuốn chiếu để các hộ mặt đường vẫn ra vào được.
        | Đơn vị thi công có trách nhiệm tưới nước chống bụi, trả lại mặt đường êm thuận sau mỗi ca và không để vật liệu lấn chiếm lối đi bộ.
        P: Người tham gia giao thông giảm tốc độ, chấp hành biển báo tạm thời và chọn lộ trình phù hợp. Phản ánh gửi về {coquan} hoặc {ubndxa}.
        C: Sơ đồ phân luồng được đặt ở hai đầu đoạn đường thi công.

        === tam-ngung-cap-nuoc
        for: main commune construction water
        by: so-xay-dung
        section: thong-bao
        pictures: city river
        tags: cấp nước; thông báo
        let gio = 5..14
        let lydo = súc rửa bể chứa | đấu nối tuyến ống mới | sửa chữa ống truyền tải bị rò rỉ | thay đồng hồ tổng
        T: Tạm ngừng cấp nước tại {xa} để {lydo}
        T: Thông báo lịch ngừng cấp nước ngày {dy+2} ở {xa}
        T: {xa}: nước yếu hoặc mất nước trong {gio} giờ, ngày {d+2}
        S: Do {lydo}, việc cấp nước cho một số khu dân cư thuộc {xa} tạm ngừng khoảng {gio} giờ, bắt đầu từ 8 giờ ngày {dy+2}.
        P: Khu vực bị ảnh hưởng gồm {thon}, {thon2} và các hộ dọc {duong}. Những khu vực cuối nguồn có thể có nước muộn hơn.
        | Phạm vi ảnh hưởng: các hộ thuộc {thon}, {thon2}; một số ngõ trên {duong} nước yếu trước và sau thời gian thi công.
        P: Khách hàng chủ động trữ nước sạch trong dụng cụ có nắp đậy, khóa vòi khi không sử dụng để tránh tràn nước lúc cấp trở lại.
        | Đề nghị các hộ dự trữ đủ nước sinh hoạt; trường học, trạm y tế, cơ sở chăm sóc người cao tuổi được xe bồn tiếp nước miễn phí theo yêu cầu.
        P: Khi có nước trở lại, nên xả bỏ phần nước đục vài phút đầu. Mọi thắc mắc liên hệ tổng đài của đơn vị cấp nước, hoạt động cả ngày và đêm.
        C: Công nhân sửa chữa đường ống cấp nước.

        === lich-cat-dien
        for: main commune trade
        by: so-cong-thuong
        section: thong-bao
        pictures: city fields
        tags: lịch tạm ngừng cung cấp điện; thông báo
        let cv = bảo dưỡng trạm biến áp | thay dây dẫn xuống cấp | nâng công suất máy biến áp chống quá tải | di chuyển cột điện phục vụ mở rộng đường | phát quang hành lang lưới điện
        T: Lịch tạm ngừng cung cấp điện tại {xa} ngày {dy+3}
        T: {xa}: tạm ngừng cấp điện để {cv}
        T: Thông báo tạm ngừng cung cấp điện phục vụ {cv}
        S: Để {cv}, đơn vị điện lực tạm ngừng cung cấp điện tại một số khu vực thuộc {xa} trong ngày {dy+3}.
        TB: Khu vực và thời gian tạm ngừng cung cấp điện
        TH: Khu vực ;; Bắt đầu ;; Dự kiến có điện lại
        TR: {thon} ;; 6 giờ 30 ;; 10 giờ 30
        TR: {thon2} ;; 7 giờ ;; 11 giờ 30
        TR: Trạm bơm, khu tiểu thủ công nghiệp ;; 12 giờ 30 ;; 16 giờ
        P: Nếu công việc hoàn thành sớm, điện sẽ được đóng lại trước thời gian nêu trên; vì vậy đề nghị người dân coi lưới điện luôn có điện, không tự ý trèo cột, sửa chữa.
        | Trường hợp mưa giông không bảo đảm an toàn, lịch được dời sang ngày khác và thông báo lại trước 24 giờ.
        P: Các cơ sở y tế, chăn nuôi, nuôi trồng thủy sản chủ động máy phát dự phòng. Người bệnh dùng thiết bị thở tại nhà báo trước cho tổng đài để được bố trí nguồn tạm.
        C: Công nhân điện lực làm việc trên lưới.

        === khoi-cong-cau
        for: main construction project enterprises
        by: so-xay-dung ban-quan-ly-du-an-giao-thong
        section: xay-dung-giao-thong, enterprises=dau-tu
        pictures: bridge
        event: bridge
        tags: hạ tầng giao thông; khởi công
        let m = 240..980/5
        let ty = 180..960/5
        T: Khởi công xây dựng {cau}
        T: {cau} dài {m} m chính thức được khởi công
        T: Nối đôi bờ {song}: khởi công {cau}
        S: [Sáng|Chiều] {d}, lễ khởi công {cau} bắc qua {song} diễn ra tại {xa}; công trình có tổng mức đầu tư {ty} tỷ đồng.
        S: {cau} dài {m} m, tổng mức đầu tư {ty} tỷ đồng, được kỳ vọng rút ngắn quãng đường từ {xa} đến trung tâm tỉnh.
        P: Công trình gồm cầu chính dài {m} m, đường dẫn hai đầu, hệ thống chiếu sáng tiết kiệm điện và lối đi bộ, đi xe đạp tách riêng. Thời gian thi công dự kiến {thangthi} tháng.
        let thangthi = 14..28
        | Theo thiết kế, cầu rộng bốn làn xe, có lối đi bộ hai bên, chịu được lũ tần suất 1%. Nhà thầu cam kết hoàn thành trong {thangthi} tháng.
        P: Việc giải phóng mặt bằng được người dân {xa} đồng thuận cao; nhiều hộ bàn giao đất trước hạn.
        | Để có mặt bằng, chính quyền {xa} đã đối thoại với từng hộ, công khai phương án bồi thường và bố trí tái định cư trước khi thu hồi đất.
        P: Lãnh đạo UBND tỉnh yêu cầu chủ đầu tư, tư vấn và nhà thầu đặt chất lượng, an toàn lên hàng đầu, bảo đảm giao thông thủy thông suốt trong thời gian thi công.
        Q: Có cầu rồi, học sinh không phải qua đò, nông sản cũng bán được giá hơn. >> {ong}, {thon}
        C: Phối cảnh {cau} sau khi hoàn thành.

        === cong-bo-quy-hoach
        for: main construction commune buildunit investment
        by: so-xay-dung
        section: xay-dung-giao-thong, commune=cong-khai
        pictures: city
        tags: quy hoạch; công bố công khai
        let ha = 86..640/2
        let dan = 6..38
        let qd = doc QĐ-UBND -8
        T: Công bố quy hoạch chung {xa} đến năm 2045
        T: {xa} công khai bản đồ quy hoạch để người dân tra cứu
        T: Quy hoạch {xa}: thêm đất cho trường học, công viên và bãi đỗ xe
        S: [Sáng|Chiều] {d}, {coquan} cùng {ubndxa} tổ chức hội nghị công bố quy hoạch chung {xa} với quy mô {ha} ha.
        P: Đồ án dự báo dân số khoảng {dan} nghìn người vào cuối kỳ; bố trí các trục giao thông chính, khu ở mới, cụm trường học, công viên và hành lang thoát lũ.
        | Theo đồ án, {xa} phát triển theo hướng xanh, gọn, dành đất cho không gian công cộng, bãi đỗ xe và hồ điều hòa; khu dân cư cũ được cải tạo thay vì giải tỏa.
        P: Bản đồ quy hoạch được niêm yết tại trụ sở, nhà văn hóa và đăng trên mạng để người dân tra cứu đến từng thửa đất, miễn phí.
        | Người dân có thể tra cứu bằng số tờ, số thửa trên trang quy hoạch; bản in khổ lớn đặt tại bộ phận một cửa.
        P: Chính quyền lưu ý người dân thận trọng trước tin đồn thổi giá đất; mọi giao dịch nên kiểm tra thông tin quy hoạch chính thức trước khi đặt cọc.
        D: Quyết định phê duyệt đồ án quy hoạch chung >> {qd}

        === nha-o-xa-hoi
        for: main construction enterprises union
        by: so-xay-dung lien-doan-lao-dong
        section: xay-dung-giao-thong, enterprises=tin-doanh-nghiep
        pictures: city
        event: housing
        tags: nhà ở xã hội; an sinh
        let can = 180..920/2
        let gia = 12.6..16.8
        T: Tiếp nhận hồ sơ mua {can} căn nhà ở xã hội tại {xa}
        T: {can} căn nhà ở xã hội gần {kcn} đủ điều kiện mở bán
        T: Thêm {can} căn nhà cho công nhân, người thu nhập thấp
        S: Dự án nhà ở xã hội tại {xa} với {can} căn hộ bắt đầu tiếp nhận hồ sơ từ ngày {dy+10}, giá bán dự kiến {gia} triệu đồng/m².
        S: {can} căn nhà ở xã hội gần {kcn} sẽ được bốc thăm công khai, có sự giám sát của công đoàn và cơ quan báo chí.
        P: Đối tượng được mua gồm người có công, người thu nhập thấp, công nhân, lực lượng vũ trang và cán bộ, công chức, viên chức theo quy định.
        P: Hồ sơ nộp trực tiếp tại văn phòng chủ đầu tư hoặc trực tuyến; mỗi hộ chỉ nộp một bộ. Danh sách người nộp được công khai để tránh trùng lặp, trục lợi.
        | Chủ đầu tư không được thu tiền giữ chỗ, không nhận hồ sơ qua môi giới. {coquan} kiểm tra đối tượng trước khi tổ chức bốc thăm.
        P: Người mua có thể vay vốn ưu đãi tại Ngân hàng Chính sách xã hội. Khu nhà có trường mầm non, phòng khám và tuyến xe buýt đi qua.
        C: Khu nhà ở xã hội tại {xa} đang hoàn thiện.

        === xe-buyt
        for: main construction commune transportunit tourism
        by: so-xay-dung
        section: xay-dung-giao-thong, tourism=tin-du-lich
        pictures: city bridge
        tags: xe buýt; giao thông công cộng
        let so = 2..19
        let phut = 15..40/5
        let chuyen = 36..84/2
        T: Mở tuyến xe buýt số {so} từ {xa} đến {xa2}
        T: Xe buýt điện số {so} chạy thử, miễn phí vé tháng đầu
        T: {chuyen} chuyến xe buýt mỗi ngày nối {xa} với {xa2}
        S: Từ ngày {dy+5}, tuyến xe buýt số {so} nối {xa} với {xa2} chính thức hoạt động, tần suất {phut} phút một chuyến.
        P: Lộ trình tuyến đi qua {duong}, {duong2}, bệnh viện, chợ và khu dân cư mới. Xe có sàn thấp cho xe lăn, camera và thông báo điểm dừng bằng giọng nói.
        | Tuyến có {chuyen} chuyến mỗi ngày, bắt đầu lúc 5 giờ 30 và kết thúc lúc 20 giờ. Xe đạp gấp được mang theo ngoài giờ cao điểm.
        P: Tháng đầu, hành khách được đi miễn phí. Sau đó, học sinh, người cao tuổi, người khuyết tật, người có công tiếp tục được miễn, giảm giá vé theo quy định.
        P: {coquan} tiếp nhận góp ý về vị trí điểm dừng trong hai tháng đầu để điều chỉnh cho phù hợp.
        C: Xe buýt điện trên tuyến số {so}.

        === dang-kiem-an-toan-giao-thong
        for: main construction security transportunit commune
        by: ban-an-toan-giao-thong cong-an-tinh
        section: xay-dung-giao-thong
        pictures: city bridge
        tags: an toàn giao thông
        let vu = 6..28
        let giam = 8..35
        let luot = 120..760/10
        T: Tai nạn giao thông tháng {thangtruoc} giảm {giam}% so với cùng kỳ
        T: Ra quân bảo đảm trật tự an toàn giao thông trên {tinhlo}
        T: Xử lý {luot} trường hợp vi phạm giao thông trong đợt cao điểm
        S: Trong tháng {thangtruoc}, toàn tỉnh xảy ra {vu} vụ tai nạn giao thông, giảm {giam}% so với cùng kỳ năm trước.
        S: Lực lượng chức năng xử lý {luot} trường hợp vi phạm trong đợt cao điểm bảo đảm trật tự an toàn giao thông.
        P: Nguyên nhân chủ yếu của các vụ tai nạn là không làm chủ tốc độ, chuyển hướng không quan sát và sử dụng điện thoại khi lái xe.
        | Các lỗi vi phạm phổ biến gồm chạy quá tốc độ, vi phạm nồng độ cồn, chở hàng quá tải và học sinh đi xe máy khi chưa đủ tuổi.
        P: {coquan} kiến nghị bổ sung gờ giảm tốc, gương cầu lồi và đèn cảnh báo tại các điểm tiềm ẩn nguy cơ trên địa bàn {xa}.
        P: Các trường học duy trì mô hình cổng trường an toàn; phụ huynh được nhắc dừng xe đúng vạch, đội mũ bảo hiểm cho trẻ.
        C: Lực lượng chức năng tuần tra, kiểm soát trên tuyến.
        """
}
