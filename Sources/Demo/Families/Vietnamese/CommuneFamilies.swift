/// What a commune tells its own people: meetings, lists, roads, loudspeakers, offices.
extension FamilyTexts {
    static let commune = """
        === hop-dan-gop-y
        for: commune main
        by: xa
        section: lay-y-kien, portal=tin-co-so
        pictures: hall fields
        tags: dân chủ ở cơ sở; lấy ý kiến Nhân dân
        let ho = 86..260/2
        let thuan = 82%..97% of ho
        let viec = mức đóng góp làm đường ngõ | phương án xây nhà văn hóa | vị trí điểm tập kết rác | quy ước không đốt rơm rạ | kế hoạch chỉnh trang chợ | việc đặt tên đường, ngõ
        T: Họp dân {thon} bàn {viec}
        T: {thuan} hộ đồng thuận với {viec} ở {thon}
        T: {xa} lấy ý kiến Nhân dân về {viec}
        S: Tối {d}, đại diện {ho} hộ dân {thon}, {xa} họp bàn, biểu quyết công khai {viec}.
        P: Trước cuộc họp, phương án được gửi đến từng hộ ít nhất năm ngày, niêm yết tại nhà văn hóa và đọc trên loa truyền thanh.
        | Tài liệu được phát trước cho các hộ; người đi làm xa góp ý qua nhóm của thôn và được ghi vào biên bản.
        P: Không khí cuộc họp thẳng thắn. Có ý kiến đề nghị giảm mức đóng cho hộ nghèo, có ý kiến đề nghị thi công sau vụ gặt để không ảnh hưởng sản xuất.
        P: Kết quả, {thuan} trên tổng số {ho} hộ biểu quyết đồng ý. Biên bản được công khai trong năm ngày làm việc; ban giám sát đầu tư của cộng đồng theo dõi việc thực hiện.
        | Với {thuan} phiếu đồng ý trong tổng số {ho} hộ, phương án được thông qua. Những ý kiến chưa được tiếp thu đều có giải trình kèm theo biên bản.
        Q: Việc của thôn thì thôn bàn, bàn kỹ rồi làm là êm. >> {ong}, {thon}
        C: Người dân {thon} thảo luận tại nhà văn hóa.

        === cong-khai-danh-sach
        for: commune
        section: cong-khai
        pictures: fields city
        tags: công khai thông tin; niêm yết
        let nd = kết quả rà soát hộ nghèo, hộ cận nghèo | các khoản vận động, đóng góp và quyết toán quỹ | kế hoạch sử dụng đất năm {namsau} | mức thu phí, lệ phí tại bộ phận một cửa | danh mục công trình đầu tư từ ngân sách xã | kết quả tiếp thu ý kiến cử tri
        let ngay = 30..45/15
        let tb = doc TB-CQ -1
        T: {ubndxa} công khai {nd}
        T: Niêm yết công khai {nd} tại {xa}
        S: Thực hiện Luật Thực hiện dân chủ ở cơ sở, {ubndxa} công khai {nd} để Nhân dân biết, bàn, kiểm tra, giám sát.
        P: Tài liệu được niêm yết tại trụ sở UBND, nhà văn hóa các thôn, tổ dân phố trong {ngay} ngày, kể từ ngày {dy}, đồng thời đăng trên trang thông tin điện tử.
        | Nội dung công khai được đăng toàn văn trên trang này, niêm yết tại trụ sở trong {ngay} ngày và thông báo ba ngày liên tục trên hệ thống truyền thanh.
        P: Phần có thông tin cá nhân chỉ nêu những gì pháp luật yêu cầu và được gỡ khi hết thời hạn niêm yết.
        P: Ý kiến phản ánh gửi về bộ phận tiếp nhận trong giờ hành chính, qua hòm thư góp ý hoặc mục Liên hệ. {ubndxa} trả lời trong mười ngày làm việc.
        D: Thông báo công khai {nd} >> {tb}

        === hien-dat-mo-duong
        for: commune main rural
        by: xa mat-tran-to-quoc
        section: tin-co-so, commune=tin-hoat-dong
        pictures: fields terraces
        tags: hiến đất làm đường; nông thôn mới
        let ho = 18..96
        let m2 = 420..3800/10
        let m = 380..2400/10
        T: {ho} hộ dân {thon} hiến {m2} m² đất mở rộng đường
        T: {xa}: đường mới từ sự đồng lòng
        T: Con đường dài {m} m ở {thon} và câu chuyện lùi hàng rào
        S: Không chờ đền bù, {ho} hộ dân {thon}, {xa} tự nguyện hiến {m2} m² đất, tháo dỡ tường rào để mở rộng tuyến đường dài {m} m.
        P: Tuyến đường trước đây hẹp, hai xe tránh nhau phải lùi cả đoạn dài. Sau khi mở rộng, mặt đường rộng năm mét, có rãnh thoát nước và điện chiếu sáng.
        | Đường cũ lầy lội mỗi khi mưa, xe cứu thương không vào được. Nay đường bê tông thẳng tắp, hai bên trồng hoa.
        P: Người đi đầu là đảng viên, cán bộ thôn. Nhà hiến đất, nhà góp công; hộ khó khăn được bà con giúp xây lại tường, di chuyển cổng.
        Q: Mình lùi một mét hàng rào, cả thôn tiến thêm một bước. Nghĩ thế nên tôi làm trước. >> {ong}, {thon}
        P: {ubndxa} hỗ trợ xi măng, thiết kế và giám sát kỹ thuật; mọi khoản thu chi được công khai trên bảng tin của thôn.
        C: Tuyến đường mới mở ở {thon}, {xa}.

        === truyen-thanh-thong-minh
        for: commune
        section: chuyen-doi-so
        pictures: fields city
        tags: truyền thanh thông minh; thông tin cơ sở
        let cum = 14..52
        T: {xa} đưa vào sử dụng {cum} cụm loa truyền thanh thông minh
        T: Loa thông minh về {thon}
        T: Tin nhanh đến từng ngõ nhờ {cum} cụm loa ở {xa}
        S: {cum} cụm loa truyền thanh ứng dụng công nghệ thông tin đã được lắp đặt tại các khu dân cư của {xa}, điều khiển từ xa qua mạng.
        P: Bản tin được soạn một lần, chuyển thành giọng đọc và phát theo khung giờ, có thể phát riêng cho từng khu vực khi có tin khẩn cấp.
        | So với loa cũ, hệ thống mới ít hỏng, âm thanh rõ, phát được cảnh báo thiên tai ngay cả ban đêm.
        P: Sau khi nghe góp ý, địa phương điều chỉnh giờ phát: sáng từ 6 giờ, chiều từ 17 giờ, mỗi buổi không quá 20 phút, giảm âm lượng gần trường học và trạm y tế.
        P: Người dân có thể nghe lại bản tin trên trang thông tin điện tử; nội dung phát được lưu và duyệt theo quy trình.
        C: Cụm loa truyền thanh thông minh ở {thon}.

        === lam-viec-sang-thu-bay
        for: commune
        section: thong-bao
        pictures: city
        tags: một cửa; thông báo
        let tb = doc TB-CQ -1
        T: Bộ phận một cửa {xa} làm việc cả sáng thứ Bảy
        T: {ubndxa} thông báo thời gian tiếp nhận hồ sơ
        T: Thêm giờ tiếp nhận hồ sơ tại {xa} từ ngày {d+5}
        S: Để người đi làm xa, học sinh, công nhân thuận tiện giải quyết thủ tục, Trung tâm Phục vụ hành chính công {xa} tiếp nhận hồ sơ cả sáng thứ Bảy từ ngày {dy+5}.
        P: Thời gian làm việc từ 7 giờ 30 đến 11 giờ 30. Các thủ tục được tiếp nhận gồm hộ tịch, chứng thực, bảo trợ xã hội và xác nhận cư trú.
        | Sáng thứ Bảy, Trung tâm bố trí ba quầy tiếp nhận hộ tịch, chứng thực, người có công; các lĩnh vực khác hướng dẫn nộp trực tuyến.
        P: Người dân nên đặt lịch trước qua mạng để không phải chờ. Trẻ sơ sinh được liên thông khai sinh, cư trú và thẻ bảo hiểm y tế trong một lần nộp.
        D: Thông báo thời gian làm việc của Trung tâm Phục vụ hành chính công >> {tb}

        === ra-quan-do-thi
        for: ward main
        by: xa
        terrain: urban coast
        section: tin-co-so, commune=tin-hoat-dong
        pictures: city
        tags: trật tự đô thị; nếp sống văn minh
        let tuyen = 6..22
        let bien = 40..260/2
        T: {xa} ra quân lập lại trật tự vỉa hè trên {tuyen} tuyến phố
        T: Vỉa hè thông thoáng ở {xa} sau một tháng ra quân
        T: {xa}: vận động trước, xử lý sau trong lập lại trật tự đô thị
        S: Từ đầu tháng, {xa} kiểm tra {tuyen} tuyến phố, nhắc nhở, vận động các hộ tự thu dọn mái che, biển quảng cáo lấn chiếm vỉa hè.
        P: Tổ công tác đến từng nhà, phát bản cam kết và cho thời hạn tự tháo dỡ. Sau thời hạn, {bien} biển hiệu, mái che vi phạm mới bị lập biên bản.
        | Phường kẻ vạch để xe, bố trí khu bán hàng rong theo giờ ở {cho}, nhờ đó người bán có chỗ làm ăn mà người đi bộ vẫn có lối đi.
        P: Trên {duong}, đoạn trước cổng trường đã thông thoáng hơn hẳn. Phụ huynh đón con đúng vạch, không còn cảnh ùn tắc kéo dài.
        Q: Dọn gọn vào thì khách đến mua cũng dễ chịu, chúng tôi ủng hộ miễn là làm công bằng với mọi nhà. >> {ong}, tiểu thương ở {cho}
        P: {ubndxa} duy trì kiểm tra vào giờ cao điểm, giao từng tổ dân phố tự quản tuyến phố và công khai số điện thoại nhận phản ánh.
        C: Một tuyến phố ở {xa} sau khi được chỉnh trang.

        === cho-que-ngay-xuan
        for: commune tourism
        terrain: upland midland plain
        section: cong-thuong, tourism=le-hoi-su-kien
        pictures: festival fields
        tags: chợ phiên; nông sản
        let gian = 40..180/2
        T: Phiên chợ cuối tuần ở {xa} bày bán nông sản sạch
        T: {gian} gian hàng họp chợ phiên {xa}
        T: Đi chợ phiên {xa}, mua rau nhà trồng
        S: Chợ phiên {xa} họp vào sáng Chủ nhật với {gian} gian hàng, phần lớn do người dân tự trồng, tự nuôi mang đến.
        P: Từ tờ mờ sáng, người bán gùi măng, mật ong, rau rừng xuống chợ. Mặt hàng nào cũng có giá ghi trên bảng nhỏ; người mua có thể trả tiền bằng mã quét.
        | Hàng hóa ở chợ phong phú theo mùa, từ {monan} đến vải dệt tay. Ai chưa quen thanh toán qua điện thoại đã có đoàn viên thanh niên giúp.
        P: {ubndxa} xây thêm nhà vệ sinh, mái che và bố trí cân đối chứng ở cổng chợ. Hàng cấm, động vật hoang dã bị kiểm tra, thu giữ.
        P: Chợ không chỉ là chỗ mua bán mà còn là nơi gặp gỡ, nghe khèn, uống chén trà nóng. Vì vậy, nhiều khách phố cũng hẹn nhau lên đây mỗi cuối tuần.
        C: Chợ phiên {xa} buổi sớm.

        === an-ninh-co-so
        for: commune main security
        by: cong-an-tinh xa
        section: quoc-phong-an-ninh
        pictures: city fields
        tags: an ninh trật tự; cơ sở
        let mat = 46..210/2
        let vu = 3..14
        T: Camera an ninh giúp {xa} giữ yên bình
        T: {xa} lắp {mat} mắt camera từ nguồn xã hội hóa
        T: Tổ bảo vệ an ninh, trật tự ở cơ sở của {xa} phát huy hiệu quả
        S: {mat} mắt camera cùng các tổ bảo vệ an ninh, trật tự ở cơ sở đã giúp {xa} phòng ngừa vi phạm, giải quyết nhanh việc mất trật tự.
        P: Kinh phí lắp camera do người dân và doanh nghiệp đóng góp, thu chi công khai. Hình ảnh chỉ được xem khi có yêu cầu đúng thẩm quyền, lưu trong thời hạn nhất định.
        | Vị trí lắp camera được người dân bàn bạc, tránh hướng vào nhà riêng. Việc khai thác hình ảnh có sổ ghi và người chịu trách nhiệm.
        P: Trong sáu tháng qua, lực lượng chức năng hòa giải, giải quyết {vu} vụ việc ngay từ cơ sở, không để phát sinh điểm nóng.
        P: Mỗi tuần hai buổi, tổ bảo vệ an ninh, trật tự tuần tra khép kín địa bàn, nhắc hộ dân khóa cổng, cất xe và tắt bếp trước khi ngủ.
        C: Tổ bảo vệ an ninh, trật tự ở cơ sở tuần tra tại {xa}.
        """
}
