/// Museum, library, festivals, stage and sports: what is on, and how it went.
extension FamilyTexts {
    static let cultureB = """
        === trung-bay-chuyen-de
        for: main culture museum tourism archiveunit
        by: bao-tang-tinh ban-quan-ly-di-tich-va-danh-thang trung-tam-luu-tru-lich-su
        section: van-hoa-the-thao, tourism=le-hoi-su-kien
        pictures: hall city festival
        tags: trưng bày chuyên đề; di sản
        let ten = Ký ức một dòng sông | Sắc chàm trên núi | Gốm Bến Gốm xưa và nay | Người An Sơn đi biển | Chuyện kể từ ruộng bậc thang | Nghề dệt của bà, của mẹ | Làng cổ trong lòng phố | Những bức thư từ hậu phương
        let hv = 120..380/5
        let anh = 40..110/5
        T: Khai mạc trưng bày chuyên đề “{ten}”
        T: “{ten}”: {hv} hiện vật, tài liệu kể chuyện đất và người An Sơn
        T: Xem gì ở trưng bày “{ten}”?
        K: Trưng bày chuyên đề
        S: {buoi} {d}, trưng bày chuyên đề “{ten}” do {coquan} thực hiện chính thức mở cửa đón khách, giới thiệu {hv} hiện vật, tài liệu và {anh} bức ảnh.
        S: Với {hv} hiện vật, tài liệu, trưng bày “{ten}” đưa người xem đi qua một hành trình gần gũi, nhiều chi tiết lần đầu được công bố.
        P: Không gian được chia thành ba phần, mỗi phần là một câu chuyện do chính người trong cuộc kể qua hiện vật, băng ghi âm và phim tư liệu ngắn.
        | Người xem có thể quét mã tại từng tủ trưng bày để nghe thuyết minh bằng tiếng Việt, tiếng Anh và tiếng Trung; trẻ em có bộ câu hỏi khám phá riêng.
        P: Nhiều hiện vật do người dân {xa} và {xa2} hiến tặng sau các đợt sưu tầm. Mỗi hiện vật đều ghi rõ tên người trao, năm và hoàn cảnh sử dụng.
        | Để có trưng bày này, nhóm thực hiện đã nhiều lần về {xa}, {xa2} gặp nhân chứng, đối chiếu tư liệu và phục chế những hiện vật hư hỏng.
        Q?: Kỷ vật này theo cha mẹ tôi cả đời. Đặt ở đây, con cháu sẽ biết ông bà đã sống thế nào. >> {ong}, {xa}
        P: Trưng bày mở cửa đến hết ngày {dy+45}, từ 8 giờ đến 17 giờ, trừ thứ Hai; miễn phí vé tham quan cho học sinh, người cao tuổi và người khuyết tật.
        | Khách tham quan được vào cửa tự do trong tuần đầu tiên. Trường học có thể đăng ký tiết học tại trưng bày trước ba ngày làm việc; trưng bày kéo dài đến hết ngày {dy+45}.
        C: Khách tham quan trưng bày chuyên đề “{ten}”.

        === ngay-hoi-doc-sach
        for: main culture library commune education
        by: thu-vien-tinh so-van-hoa-the-thao-va-du-lich
        section: van-hoa-the-thao
        pictures: school hall
        tags: văn hóa đọc; thư viện
        let ban = 1200..4600/20
        let tr = Trường Tiểu học {tenxa} | Trường Trung học cơ sở {tenxa} | Trường Tiểu học và Trung học cơ sở {tenxa}
        let hs = 280..960/5
        let the = 60..240/5
        let chude = Sách mở lối tương lai | Đọc sách cùng con | Trang sách quê hương | Một cuốn sách, một điều hay | Đọc để lớn khôn
        T: “{chude}”: ngày hội đọc sách ở {tr}
        T: Xe thư viện lưu động đưa {ban} cuốn sách về {xa}
        T: {hs} học sinh {xa} dự ngày hội đọc sách
        S: {buoi} {d}, ngày hội đọc sách với chủ đề “{chude}” diễn ra tại {tr}, {xa}, với sự tham gia của {hs} học sinh, giáo viên và phụ huynh.
        S: Mang theo {ban} cuốn sách, xe thư viện lưu động đã đến {xa}, mở ra một ngày đọc sách, kể chuyện và vẽ tranh cho {hs} học sinh.
        P: Sau phần khai mạc ngắn, các em tự chọn sách và tìm cho mình một góc đọc dưới bóng cây. Nhóm khác tham gia kể chuyện theo sách, giải đố và làm dấu trang từ lá khô.
        | Sách được xếp theo lứa tuổi, có góc sách khoa học, truyện tranh, sách nói cho người khiếm thị và sách song ngữ. Nhiều em lần đầu được nghe thủ thư hướng dẫn cách tra mục lục trực tuyến.
        P: Kết thúc ngày hội, {the} thẻ bạn đọc được cấp mới, không thu phí. Thư viện để lại một tủ sách luân chuyển, ba tháng đổi sách một lần.
        | {the} em được cấp thẻ bạn đọc ngay tại chỗ; số sách để lại trường sẽ được luân chuyển giữa các điểm trường ở {xa} và {xa2}.
        Q: Con thích nhất cuốn về các loài cá ở biển, con sẽ kể cho em ở nhà nghe. >> Một học sinh {tr}
        | Cho các em sách hay và một chỗ ngồi mát, các em sẽ tự đọc. >> {ong}, giáo viên {tr}
        P?: Từ tháng {thangsau}, phòng đọc thiếu nhi mở cửa cả ngày Chủ nhật; phụ huynh có thể mượn sách về nhà bằng mã trên điện thoại.
        C: Học sinh đọc sách tại ngày hội.

        === dieu-kien-thu-vien
        for: library
        section: van-hoa-the-thao
        pictures: hall city
        tags: thư viện; bạn đọc
        let luot = 2400..8600/20
        let moi = 140..620/10
        let so = 26..74
        let loai = sách thiếu nhi | sách về lịch sử, địa chí An Sơn | sách kỹ thuật nông nghiệp | sách ngoại ngữ | truyện, tiểu thuyết trong nước
        T: Tháng {thangtruoc}: {luot} lượt bạn đọc đến với {coquan}
        T: {coquan} bổ sung {moi} đầu sách mới
        T: {coquan} kéo dài giờ mở cửa phòng đọc
        S: Trong tháng {thangtruoc}, {coquan} phục vụ {luot} lượt bạn đọc tại chỗ và trực tuyến; {moi} đầu sách mới đã được đưa ra phục vụ.
        S: Đáp ứng đề nghị của bạn đọc, {coquan} bổ sung {moi} đầu sách, nhiều nhất là {loai}, và mở phòng đọc đến 20 giờ vào thứ Ba, thứ Năm.
        P: Nhóm bạn đọc đông nhất là học sinh, sinh viên; số người cao tuổi đến đọc báo, tạp chí buổi sáng cũng tăng. Loại sách được mượn nhiều nhất là {loai}.
        | Theo thống kê mượn trả, {loai} đứng đầu danh sách được hỏi nhiều nhất. Giờ cao điểm là sau 16 giờ và cả ngày Chủ nhật.
        P: Thư viện đã số hóa thêm {so} tài liệu địa chí, gồm hương ước, gia phả và bản đồ cũ; tài liệu được đọc miễn phí trên trang của thư viện.
        | {so} tài liệu quý về An Sơn vừa hoàn thành số hóa. Bạn đọc xem trực tuyến, trích dẫn ghi rõ nguồn, không phải đến tận nơi.
        L?: Làm thẻ bạn đọc bằng căn cước, không thu phí với người dưới 18 tuổi và người từ 60 tuổi ;; Mượn tối đa năm cuốn trong 21 ngày ;; Gia hạn qua điện thoại hoặc trên trang thư viện
        P: {coquan} mong nhận được danh mục sách đề nghị của bạn đọc qua sổ góp ý và thư điện tử để kịp đưa vào đợt bổ sung quý tới.
        C: Một góc phòng đọc của {coquan}.

        === hoi-vung-cao
        for: main culture tourism commune arts
        by: so-van-hoa-the-thao-va-du-lich
        section: van-hoa-the-thao, tourism=le-hoi-su-kien
        months: 1-4, 8-10
        terrain: upland midland
        pictures: festival terraces flowers
        tags: lễ hội; văn hóa truyền thống
        let khach = 6200..38000/100
        let ngay = 2..4
        let doi = 8..24
        let le = Lễ hội Mừng lúa mới | Lễ hội Hoa sim | Lễ hội Xuống đồng | Lễ hội Hát bên suối
        let tro = kéo co, đẩy gậy, tung còn | bắn nỏ, tó má lẹ, đánh quay | đi cà kheo, bịt mắt bắt vịt, hát đối | vật dân tộc, leo cột, giã bánh dày
        T: {le}: {ngay} ngày hội, {khach} lượt người về dự
        T: Tưng bừng {le} năm {nam}
        T: {le} năm {nam}: giữ lễ xưa, thêm hội mới
        K: Lễ hội
        S: {le} năm {nam} khai mạc {buoi} {d} tại {xa}, kéo dài {ngay} ngày với nhiều nghi lễ, trò chơi và đêm diễn dân gian.
        S: Sau phần lễ trang nghiêm, phần hội của {le} tại {xa} thu hút {doi} đội tham gia thi đấu và hàng nghìn người cổ vũ.
        P: Nghi lễ do các bậc cao niên trong vùng chủ trì theo nếp cũ: rước nước, dâng hương, cầu cho mưa thuận gió hòa, mùa màng tươi tốt.
        | Phần lễ giữ nguyên trình tự được cha ông truyền lại, với lễ rước và dâng hương, tưởng nhớ công lao các bậc tiền nhân khai mở đất này.
        P: Phần hội có các trò {tro} cùng hội thi ẩm thực, trình diễn trang phục. {doi} đội đến từ các bản, thôn và xã lân cận tranh tài.
        | {doi} đội so tài ở các trò {tro}. Buổi tối, đêm hát giao duyên kéo dài đến khuya với sự góp giọng của cả chủ và khách.
        P: Ban tổ chức ước tính có {khach} lượt người dự hội. Bãi đỗ xe, niêm yết giá, thu gom rác và phòng cháy được chuẩn bị từ sớm; không để xảy ra tình trạng chèo kéo khách.
        | Lễ hội năm nay không dùng đồ nhựa một lần, có tổ công tác nhắc nhở nếp sống văn minh, điểm sơ cứu và chỗ nghỉ cho người cao tuổi. Ước tính {khach} lượt người đã về dự.
        Q?: Con cháu đi xa mấy cũng nhớ ngày hội mà về. Còn hội là còn làng. >> {ong}, {xa}
        C: Quang cảnh {le} tại {xa}.

        === giai-the-thao-quan-chung
        for: main culture sports commune union unionunit
        by: so-van-hoa-the-thao-va-du-lich trung-tam-huan-luyen-the-thao lien-doan-lao-dong
        section: van-hoa-the-thao
        pictures: festival city
        tags: thể thao quần chúng; thi đấu thể thao
        let giai = Giải bóng chuyền hơi người cao tuổi | Giải việt dã Bước chân An Sơn | Giải bóng đá thanh niên | Giải cầu lông gia đình | Giải kéo co nam nữ phối hợp | Giải bơi cứu đuối học sinh | Giải đẩy gậy, bắn nỏ các dân tộc | Giải bóng bàn công nhân, viên chức, lao động
        let doi = 14..42
        let vdv = doi + doi + doi + doi + doi + doi + doi + doi + doi + doi + doi + doi
        let ngay = 2..5
        let nhat = 4..12
        T: {giai} năm {nam}: {vdv} vận động viên tranh tài
        T: Khai mạc {giai} năm {nam}
        T: Sôi nổi {giai}
        S: {buoi} {d}, {coquan} khai mạc {giai} năm {nam} với sự tham gia của {vdv} vận động viên thuộc {doi} đội.
        S: {vdv} vận động viên của {doi} đội bước vào {giai} năm {nam} trong tiếng cổ vũ của đông đảo khán giả.
        P: Giải diễn ra trong {ngay} ngày, thi đấu {nhat} nội dung theo lứa tuổi, thể thức chia bảng, chọn đội nhất, nhì vào vòng trong. Mục đích của giải là rèn luyện sức khỏe, gắn kết cộng đồng và phát hiện nhân tố mới.
        | Các đội tranh {nhat} bộ huy chương ở các lứa tuổi trong {ngay} ngày thi đấu. Ban tổ chức bố trí đầy đủ trọng tài, y tế, nước uống và chỗ ngồi cho khán giả.
        P: Ngay ngày đầu, các trận đấu diễn ra sôi nổi, chơi đẹp; đội của {xa} và {xa2} để lại nhiều ấn tượng nhờ lối chơi đồng đội.
        | Bất ngờ của ngày khai mạc là đội {xa}, lần đầu dự giải đã thắng liền hai trận; đội {xa2} tiếp tục cho thấy sức mạnh của đội chủ lực nhiều năm.
        Q?: Thắng thua là phụ, được gặp anh em các nơi, chạy nhảy ra mồ hôi là vui rồi. >> {ong}, vận động viên dự giải
        P: Giải bế mạc ngày {d+3}; kết quả từng trận được cập nhật trên trang thông tin điện tử của đơn vị tổ chức.
        | Lễ bế mạc và trao thưởng dự kiến diễn ra chiều ngày {d+3}. Sau giải, những gương mặt nổi bật được chọn tập huấn cho đội tuyển của tỉnh.
        C: Một trận đấu tại giải.

        === dem-dien-vung-cao
        for: arts culture main
        by: nha-hat-ca-mua-nhac trung-tam-van-hoa-nghe-thuat
        section: van-hoa-the-thao
        pictures: festival mountains terraces
        terrain: upland midland
        tags: biểu diễn nghệ thuật; văn hóa cơ sở
        let tiet = 10..18
        let khan = 400..1600/50
        let km = 46..118
        let ten = Nơi dòng suối bắt đầu | Gửi lại mùa hoa | Khúc hát lên nương | An Sơn trong tôi | Tiếng gọi từ biển
        T: Chương trình “{ten}” đến với bà con {xa}
        T: Đêm diễn “{ten}” giữa sân {thon}
        T: {coquan} đưa {tiet} tiết mục về {xa}
        S: Tối {d}, chương trình nghệ thuật “{ten}” do {coquan} dàn dựng đã đến với khoảng {khan} người dân {xa}.
        S: Vượt chặng đường {km} km, diễn viên và nhạc công mang chương trình “{ten}” với {tiet} tiết mục về phục vụ bà con {xa}.
        P: Chương trình gồm {tiet} tiết mục ca, múa, nhạc và tiểu phẩm, xen kẽ những câu đố vui về an toàn giao thông, phòng, chống tảo hôn và bảo vệ rừng.
        | {tiet} tiết mục được dàn dựng gọn nhẹ để diễn được trên sân đất, không cần sân khấu lớn; nhiều tiết mục dùng chất liệu dân ca của chính địa phương.
        P: Điều khiến khán giả thích thú là phần giao lưu, khi đội văn nghệ {thon} lên hát cùng diễn viên chuyên nghiệp.
        | Cuối chương trình, diễn viên và bà con nắm tay trong vòng xòe, không khí ấm áp giữa tiết trời vùng cao se lạnh.
        Q: Cả năm mới có một đêm diễn thế này, trẻ con háo hức từ sáng. >> {ong}, {thon}
        P: Từ nay đến cuối năm, {coquan} tiếp tục biểu diễn tại {xa2}, {xa3} và các điểm đồn, trạm, trường bán trú.
        | Nằm trong kế hoạch phục vụ cơ sở năm {nam}, đoàn sẽ đến {xa2} và {xa3} trong tháng {thangsau}, đồng thời hướng dẫn dàn dựng cho các đội văn nghệ quần chúng.
        C: Đêm diễn “{ten}” tại {xa}.
        """
}
