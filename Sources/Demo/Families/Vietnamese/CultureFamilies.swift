/// Festivals, heritage, sights, food, sports, books.
extension FamilyTexts {
    static let culture = """
        === le-hoi-truyen-thong
        for: main culture tourism commune arts
        by: so-van-hoa-the-thao-va-du-lich
        section: van-hoa-the-thao, tourism=le-hoi-su-kien
        months: 1-4 8-10
        pictures: festival
        event: festival
        tags: lễ hội; di sản văn hóa
        let khach = 8..46
        let ngay = 2..4
        T: Khai mạc {lehoi} tại {xa}
        T: {lehoi} ở {xa} đón hơn {khach} nghìn lượt khách
        T: Về {xa} trẩy hội: giữ nếp xưa, thêm nét mới
        S: [Sáng|Tối] {d}, {lehoi} khai mạc tại {xa}, mở đầu {ngay} ngày hội với nhiều nghi lễ và trò chơi dân gian.
        S: {lehoi} năm {nam} ở {xa} được tổ chức trang trọng, tiết kiệm, do chính người dân làm chủ thể.
        P: Phần lễ gồm rước nước, dâng hương, đọc chúc văn do các cụ cao niên trong làng thực hiện. Phần hội có kéo co, đẩy gậy, thi nấu cơm và hát đối đáp.
        | Từ mờ sáng, đoàn rước với cờ hội, chiêng trống đi quanh làng trước khi vào lễ chính. Sau phần lễ, các đội thi kéo co, bắt vịt, gói bánh tranh tài sôi nổi.
        P: Ban tổ chức bố trí điểm gửi xe miễn phí, tổ y tế, tổ nhắc nhở trang phục và phân loại rác. Hàng quán niêm yết giá, không chèo kéo khách.
        | Năm nay, lễ hội không đốt nhiều vàng mã, không bán vé vào khu vực làm lễ; các gian hàng đặt xa khu thờ tự.
        P: Điểm nhấn của hội là đêm diễn của các câu lạc bộ dân ca, nơi nghệ nhân lớn tuổi và các cháu thiếu nhi cùng hát trên một chiếu.
        | Nhiều người trẻ xa quê trở về dự hội, tự tay quay phim, giới thiệu nét đẹp quê mình với bạn bè.
        Q: Hội làng là dịp con cháu biết mình từ đâu đến. Chúng tôi truyền nghề, truyền lời ca cũng từ những ngày này. >> {ong}, {thon}
        C: Đoàn rước trong ngày khai hội tại {xa}.

        === mua-du-lich
        for: main tourism culture
        by: so-van-hoa-the-thao-va-du-lich trung-tam-xuc-tien-dau-tu
        section: du-lich, tourism=tin-du-lich
        pictures: sea mountains flowers terraces
        topic: mua-he-bien-goi
        event: tourism-season
        tags: du lịch; khách du lịch
        let khach = 120..960/5
        let quocte = 4%..14% of khach
        let dt = 140..1280/5
        let tang = 8.2..24.6
        T: An Sơn đón {khach} nghìn lượt khách trong tháng {thangtruoc}
        T: Doanh thu du lịch tháng {thangtruoc} ước đạt {dt} tỷ đồng
        T: Du lịch An Sơn tăng {tang}%, khách ở lại lâu hơn
        S: Trong tháng {thangtruoc}, các điểm đến của An Sơn đón {khach} nghìn lượt khách, trong đó có {quocte} nghìn lượt khách quốc tế.
        S: Lượng khách đến An Sơn tháng {thangtruoc} tăng {tang}% so với cùng kỳ; tổng thu từ khách du lịch ước đạt {dt} tỷ đồng.
        P: Theo {coquan}, khách tập trung nhiều ở {diemden}, {bien} và các làng có dịch vụ lưu trú cộng đồng. Thời gian lưu trú trung bình tăng lên gần hai ngày.
        | Số liệu của {coquan} cho thấy các tour trải nghiệm như cấy lúa, đi bè, làm gốm được khách gia đình ưa chuộng; công suất phòng cuối tuần luôn ở mức cao.
        P: Để giữ chân khách, các cơ sở lưu trú niêm yết giá, cam kết không tăng giá dịp lễ; đường dây nóng tiếp nhận phản ánh hoạt động 24/24 giờ.
        | Ngành du lịch phối hợp với lực lượng chức năng kiểm tra an toàn tàu khách, phòng cháy tại khách sạn và vệ sinh thực phẩm ở khu ẩm thực.
        P: Trong tháng tới, tỉnh tổ chức {lehoi} và tuần lễ ẩm thực, kỳ vọng tạo cao điểm mới cho mùa du lịch.
        C: Du khách tham quan {diemden}.

        === diem-den-moi
        for: tourism culture
        by: so-van-hoa-the-thao-va-du-lich
        section: du-lich, tourism=diem-den
        pictures: mountains terraces forest river flowers sea
        tags: điểm đến; khám phá An Sơn
        let km = 18..74
        let mua = mùa lúa chín | mùa nước đổ | mùa hoa sim | những ngày cuối thu | buổi sớm mù sương
        T: Một ngày ở {diemden}
        T: {diemden} vào {mua}
        T: Gợi ý hành trình: từ phường Bình Sa đến {diemden}
        T: {diemden}: đi chậm để thấy nhiều hơn
        S: Cách trung tâm tỉnh khoảng {km} km, {diemden} hợp với những ai muốn rời phố một ngày để nghe gió, nghe suối và chuyện trò với người dân bản địa.
        S: Nếu chọn {mua} để đến {diemden}, bạn nên dậy thật sớm: cảnh đẹp nhất thường chỉ kéo dài trong một giờ đầu ngày.
        P: Từ phường Bình Sa, xe chạy chừng hơn một giờ trên con đường men theo sông. Đoạn cuối dốc và nhiều khúc cua, tay lái mới nên đi xe khách hoặc thuê xe có tài xế người địa phương.
        | Đường đến {diemden} đã được trải nhựa, có biển chỉ dẫn và điểm dừng ngắm cảnh. Đi xe máy nên kiểm tra phanh trước khi xuống dốc.
        P: Buổi trưa, ghé nhà dân ăn bữa cơm có {monan}, rau hái sau vườn và bát canh chua. Muốn ở lại đêm, khách có thể nghỉ tại nhà dân đã đăng ký lưu trú cộng đồng.
        | Món nên thử là {monan}. Chủ nhà thường nấu theo số khách, vì vậy hãy gọi điện đặt trước ít nhất nửa ngày.
        H: Mang theo gì, lưu ý gì
        L: Giày đế bám, áo mưa mỏng và bình nước dùng lại nhiều lần ;; Hỏi ý kiến trước khi chụp ảnh người dân ;; Mang rác về điểm tập kết ;; Không hái hoa, bẻ cành, giẫm lên ruộng
        P: Chiều xuống, mây sà thấp, tiếng mõ trâu lẫn trong khói bếp. Có lẽ vì thế mà nhiều người đã đến {diemden} vẫn hẹn ngày trở lại.
        | Rời {diemden}, thứ mang về nhiều nhất thường không phải ảnh đẹp mà là câu chuyện của những người đã gặp.
        C: Một góc {diemden} vào {mua}.

        === am-thuc
        for: tourism
        section: du-lich, tourism=am-thuc-qua-tang
        pictures: festival harbour fields
        tags: ẩm thực; quà quê
        let tuoi = 12..45
        let chuyen = quán nhỏ ở góc chợ | gian bếp sàn gỗ | chiếc bếp than đầu ngõ | ngôi nhà ven sông
        T: {monan}: hương vị của {chuyen}
        T: Ăn gì ở An Sơn: {monan}
        T: Chuyện người giữ nghề làm {monan} ở {xa}
        S: Có những món ăn chỉ ngon khi ngồi đúng chỗ của nó; {monan} ở {xa} là một món như thế.
        S: {tuoi} năm đứng bếp, {ong} ở {xa} vẫn làm {monan} theo cách mẹ truyền cho.
        P: Nguyên liệu được chọn từ sớm, thứ nào vào mùa thứ ấy. Người nấu bảo bí quyết nằm ở lửa: đầu to, sau nhỏ, cuối cùng chỉ còn than ủ.
        | Món ăn không cầu kỳ nhưng tốn thời gian. Từ khâu sơ chế đến khi bày ra mâm mất gần nửa ngày, không bước nào vội được.
        P: Khách ghé {xa} có thể ăn tại chỗ hoặc mua về làm quà. Cơ sở sản xuất trong xã đã đóng gói, dán nhãn truy xuất để khách đi xa mang theo thuận tiện.
        P: Mùa nào thức nấy: đầu năm có bánh sim, giữa năm có cá biển tươi, cuối năm là măng muối và chè xanh đậm vị.
        | Ngồi ăn, nghe chuyện cũ của làng, khách mới hiểu vì sao người An Sơn đi xa vẫn nhớ gian bếp của mẹ.
        C: Mâm cơm với món {monan}.

        === tour-trai-nghiem
        for: tourism enterprises
        section: du-lich, tourism=tour-tuyen, enterprises=tin-doanh-nghiep
        pictures: river sea terraces forest
        tags: tour du lịch; trải nghiệm
        let gia = 350..1450/50
        let ngay = hai ngày một đêm | một ngày | ba ngày hai đêm
        let chude = theo chân ngư dân ra khơi | một ngày làm nông dân | đi bộ xuyên rừng | làm gốm và ngủ nhà cổ | đạp xe dọc triền sông | ngắm chim mùa di cư
        T: Ra mắt tour {ngay}: {chude}
        T: Tour mới ở {xa}: {chude}
        T: {chude}: cách làm du lịch của người dân {xa}
        S: Sản phẩm du lịch mới với chủ đề “{chude}” do người dân {xa} cùng các doanh nghiệp lữ hành xây dựng, giá từ {gia} nghìn đồng một khách.
        S: Hành trình {ngay} tại {xa} đưa du khách sống cùng nhịp sinh hoạt của người dân với chủ đề “{chude}”.
        P: Mỗi đoàn không quá mười hai khách để giữ chất lượng và không làm xáo trộn đời sống của làng. Người dẫn đường là người địa phương đã qua lớp nghiệp vụ.
        | Khách được chia thành nhóm nhỏ, có người địa phương dẫn đường, được trang bị áo phao, bộ đàm hoặc giày phù hợp với từng chặng.
        P: Điểm dừng chân gồm {diemden}, nhà sàn của gia đình {ong} và khu chợ quê họp buổi sớm.
        P: Một phần doanh thu được góp vào quỹ chung của cộng đồng để sửa đường, mua thùng rác và dạy ngoại ngữ cho lớp trẻ.
        | Nhờ có tour, các hộ tham gia có thêm thu nhập từ lưu trú, nấu ăn, chở khách mà vẫn giữ nghề chính.
        C: Du khách trải nghiệm tại {xa}.

        === luu-y-du-khach
        for: tourism commune
        terrain: coast island upland
        by: so-van-hoa-the-thao-va-du-lich
        section: thong-bao
        pictures: sea mountains
        tags: lưu ý du khách; an toàn
        let viec = tạm dừng tàu khách ra đảo do biển động | điều chỉnh giờ đón khách tại khu du lịch | hạn chế xe trên 29 chỗ vào đường đèo | phân luồng xe dịp cuối tuần | tạm đóng đường mòn lên đỉnh do mưa trơn trượt
        T: Lưu ý với du khách: {viec}
        T: {xa} thông báo: {viec}
        T: Từ ngày {d+1}: {viec}
        S: Để bảo đảm an toàn cho người dân và du khách, {xa} thông báo {viec}, áp dụng từ ngày {dy+1}.
        P: Thời gian áp dụng từ 6 giờ ngày {d+1} cho đến khi có thông báo mới. Du khách đã mua vé được hoàn tiền hoặc đổi ngày theo nguyện vọng.
        | Đơn vị khai thác có trách nhiệm thông báo cho khách đã đặt chỗ, bố trí nơi chờ và hoàn tiền trong vòng ba ngày làm việc.
        P: Lực lượng chức năng chốt tại các điểm đầu tuyến để hướng dẫn. Người dân địa phương có việc cần thiết được tạo điều kiện đi lại theo khung giờ.
        P: Mọi thông tin được cập nhật trên Cổng thông tin du lịch An Sơn; du khách cần hỗ trợ xin liên hệ đường dây nóng của địa phương.
        C: Lực lượng chức năng hướng dẫn du khách.

        === giai-the-thao
        for: main culture commune sports youthunit unionunit
        by: so-van-hoa-the-thao-va-du-lich lien-doan-lao-dong tinh-doan
        section: van-hoa-the-thao
        pictures: festival city river
        tags: thể thao; giải đấu
        let mon = bóng chuyền hơi | cầu lông | bóng đá thanh niên | đẩy gậy, kéo co | chạy việt dã | bơi thuyền | cờ tướng | bóng bàn
        let doi = 8..32
        let vdv = 120..480/5
        T: Sôi nổi giải {mon} tại {xa} với {doi} đội tranh tài
        T: {vdv} vận động viên tham dự giải {mon} năm {nam}
        T: Bế mạc giải {mon}: {xa} nhất toàn đoàn
        S: Sau ba ngày thi đấu sôi nổi, giải {mon} năm {nam} đã khép lại với nhiều trận đấu đẹp, công bằng và thân ái.
        S: Giải {mon} năm {nam} quy tụ {vdv} vận động viên của {doi} đội đến từ các địa phương, cơ quan, trường học.
        P: Các trận đấu thu hút đông người xem. Tổ trọng tài làm việc nghiêm túc, không có khiếu nại phải xử lý.
        | Ngay từ vòng loại, không khí đã nóng lên bởi tiếng trống cổ vũ của các cổ động viên. Nhiều vận động viên là công nhân, nông dân tập luyện sau giờ làm.
        P: Kết thúc giải, ban tổ chức trao giải Nhất cho đội {xa}, giải Nhì cho đội {xa2}, đồng giải Ba cho hai đội có thành tích tiếp theo và giải phong cách cho đội trẻ nhất.
        | Chung cuộc, đội {xa} giành giải Nhất, đội {xa2} về Nhì. Giải dành cho vận động viên xuất sắc thuộc về một nữ công nhân lần đầu dự giải.
        P: Qua giải, {coquan} tuyển chọn những gương mặt triển vọng để tập luyện, chuẩn bị cho đại hội thể thao cấp tỉnh.
        C: Một trận đấu tại giải {mon}.

        === trung-bay-bao-tang
        for: main museum culture
        by: so-van-hoa-the-thao-va-du-lich
        section: van-hoa-the-thao, unit=tin-hoat-dong
        pictures: city festival
        event: exhibition
        tags: bảo tàng; trưng bày
        let hv = 80..420/2
        let chude = Nghề biển xưa và nay | Dấu gốm trên đất An Sơn | Sắc chàm vùng cao | Những bức thư thời chiến | Ấn phẩm cũ, phố xưa | Nông cụ trong đời sống
        T: Khai mạc trưng bày “{chude}” tại {coquan2}
        let coquan2 = Bảo tàng tỉnh An Sơn
        T: {hv} hiện vật kể chuyện trong trưng bày “{chude}”
        T: Xem trưng bày “{chude}”: gặp lại một thời
        S: Trưng bày chuyên đề “{chude}” giới thiệu {hv} tài liệu, hiện vật, phần lớn do người dân hiến tặng, mở cửa từ ngày {d} đến hết ngày {dy+60}.
        S: Không gian trưng bày “{chude}” đưa người xem đi qua ba chặng với {hv} hiện vật, ảnh và đoạn ghi âm lời kể nhân chứng.
        P: Ngoài hiện vật gốc, ban tổ chức dùng bản đồ số và mô hình để người xem tự tìm hiểu. Người khiếm thị có thể sờ bản sao và nghe thuyết minh.
        | Cách trưng bày mở giúp người xem chạm vào bản sao, quét mã nghe thuyết minh bằng ba thứ tiếng và ghi cảm nhận ngay tại chỗ.
        P: Mỗi cuối tuần có buổi trình diễn nghề và giờ học lịch sử dành cho học sinh; các trường có thể đăng ký trước theo lớp.
        Q: Gia đình tôi giữ kỷ vật này đã lâu, nay trao lại bảo tàng để nhiều người được xem. >> {ong}, {xa}
        P?: Sau đợt trưng bày tại phường Bình Sa, bộ ảnh và phiên bản hiện vật sẽ được đưa lưu động đến các trường vùng cao.
        C: Khách xem trưng bày “{chude}”.

        === thu-vien-luu-dong
        for: main library culture commune highschool
        by: so-van-hoa-the-thao-va-du-lich
        section: van-hoa-the-thao, unit=tin-hoat-dong
        pictures: school
        tags: thư viện lưu động; văn hóa đọc
        let sach = 1200..6400/20
        let hs = 220..960/10
        T: Xe thư viện lưu động mang {sach} cuốn sách về {xa}
        T: Ngày hội đọc sách của học trò {xa}
        T: {hs} học sinh {xa} tham gia ngày hội đọc sách
        S: [Sáng|Chiều] {d}, xe thư viện lưu động với {sach} cuốn sách và máy tính kết nối mạng đã đến phục vụ học sinh {xa}.
        S: Ngày hội đọc sách ở {xa} thu hút {hs} học sinh với phần thi kể chuyện, vẽ tranh theo sách và đổi sách lấy cây.
        P: Sân trường thành phòng đọc: chỗ truyện tranh, chỗ sách khoa học, chỗ xem phim tư liệu. Các em mượn sách bằng thẻ điện tử, hẹn trả vào chuyến xe sau.
        | Cán bộ thư viện hướng dẫn các em cách chọn sách, ghi sổ tay đọc và tra cứu tài liệu số. Góc sách nói dành cho học sinh khiếm thị luôn kín chỗ.
        P: Từ đầu năm, chuyến xe đã đến nhiều điểm trường lẻ; mỗi điểm được để lại một tủ sách nhỏ do lớp trưởng giữ chìa khóa.
        P: Thư viện tỉnh kêu gọi các gia đình tặng lại sách cũ còn tốt; mỗi tháng sách được phân loại, khử khuẩn và chuyển về vùng khó khăn.
        C: Học sinh {xa} đọc sách bên xe thư viện lưu động.

        === tu-bo-di-tich
        for: main culture museum commune tourism
        by: so-van-hoa-the-thao-va-du-lich
        section: van-hoa-the-thao, tourism=diem-den
        pictures: festival city
        tags: di tích; bảo tồn
        let ty = 4.2..28.5
        T: Khởi công tu bổ {ditich}
        T: Tu bổ {ditich}: giữ tối đa cấu kiện gốc
        T: {ditich} được lắp hệ thống thuyết minh tự động
        S: Dự án tu bổ {ditich} có tổng kinh phí {ty} tỷ đồng, trong đó một phần do người dân và con em xa quê đóng góp.
        S: Công việc tu bổ {ditich} được tiến hành thận trọng, mỗi cấu kiện gỗ, mỗi viên ngói đều được đánh số trước khi hạ giải.
        P: Theo {coquan}, nguyên tắc đặt ra là giữ tối đa cấu kiện gốc, chỉ thay phần hư hỏng nặng bằng vật liệu cùng loại và có đánh dấu để phân biệt.
        | Trước khi thi công, các chuyên gia đã quét ba chiều toàn bộ công trình, lập hồ sơ vẽ ghi và lấy ý kiến cộng đồng.
        P: Thời gian thi công dự kiến {thang2} tháng. Trong thời gian này, khách vẫn có thể tham quan khu vực bên ngoài và xem thợ chạm khắc làm việc vào sáng thứ Bảy.
        let thang2 = 8..14
        P: Ban quản lý lắp camera, hệ thống báo cháy và cử người trông coi ngày đêm; nội dung thuyết minh được biên soạn lại bằng ba thứ tiếng.
        Q: Đình làng là của chung, mỗi nhà góp một ngày công cũng là góp phần giữ lại cho con cháu. >> {ong}, người cao tuổi ở {xa}
        C: Thợ mộc phục chế cấu kiện gỗ của di tích.

        === bieu-dien-nghe-thuat
        for: main arts culture tourism
        by: so-van-hoa-the-thao-va-du-lich
        section: van-hoa-the-thao, tourism=le-hoi-su-kien, unit=tin-hoat-dong
        pictures: festival hall
        tags: nghệ thuật biểu diễn; văn hóa cơ sở
        let ten = Đường về bến cũ | Gọi mùa | Tiếng khèn bên suối | Khúc hát người đi biển | Đêm phố cổ
        let khan = 400..2600/50
        T: Chương trình nghệ thuật “{ten}” phục vụ người dân {xa}
        T: {khan} khán giả thưởng thức chương trình “{ten}”
        T: Sân khấu ngoài trời ở {phokhu}: đêm diễn “{ten}”
        S: Tối {d}, chương trình nghệ thuật “{ten}” được biểu diễn miễn phí tại {phokhu}, thu hút khoảng {khan} khán giả.
        S: Các nghệ sĩ, diễn viên mang chương trình “{ten}” đến với người dân {xa}, mở đầu chuỗi biểu diễn phục vụ cơ sở.
        P: Hơn một giờ biểu diễn gồm hát, múa, hòa tấu nhạc cụ dân tộc và hoạt cảnh về đời sống lao động của người dân miền núi, miền biển.
        | Chương trình đan xen làn điệu dân ca với phối khí mới; nhiều tiết mục do nghệ nhân làng tham gia cùng diễn viên chuyên nghiệp.
        P: Điều đáng mừng là khán giả trẻ đến xem ngày một đông, nhiều bạn ở lại sau buổi diễn để thử chơi nhạc cụ.
        P: Lịch biểu diễn tháng {thangsau} được đăng trên trang thông tin; các xã, phường có nhu cầu đăng ký trước ngày 25 hằng tháng.
        C: Một tiết mục trong chương trình “{ten}”.
        """
}
