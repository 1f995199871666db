/// Harvests, forests, storms, animals, the sea, what villages make.
extension FamilyTexts {
    static let agriculture = """
        === thu-hoach-lua
        for: main agriculture commune crops
        by: so-nong-nghiep-va-moi-truong
        terrain: upland midland plain
        section: nong-nghiep
        months: 5-6 9-11
        pictures: fields terraces
        event: rice-harvest
        tags: thu hoạch lúa; nông nghiệp
        let ha = 420..3600/20
        let xong = 42%..94% of ha
        let ns = 54.0..66.8
        let giong = nếp nương | tẻ thơm | tám xoan | lúa thuần chất lượng cao
        T: {xa} thu hoạch {xong} ha lúa, năng suất ước {ns} tạ/ha
        T: Lúa được mùa, nông dân {xa} tranh thủ nắng ráo gặt nhanh
        T: Năng suất {giong} ở {xa} ước đạt {ns} tạ/ha
        S: Đến ngày {d}, nông dân {xa} đã thu hoạch {xong} ha trong tổng số {ha} ha lúa; năng suất ước đạt {ns} tạ/ha.
        S: Trên các cánh đồng của {xa}, máy gặt làm việc từ sáng sớm. Bà con khẩn trương thu hoạch theo phương châm xanh nhà hơn già đồng.
        P: Vụ này, địa phương gieo cấy {ha} ha, trong đó giống {giong} chiếm phần lớn diện tích. Nhờ chủ động nước tưới và phòng trừ sâu bệnh sớm, lúa trỗ tập trung, tỷ lệ hạt chắc cao.
        | Ngay từ đầu vụ, {coquan} khuyến cáo cơ cấu giống hợp lý, gieo cấy đúng khung thời vụ; các đội dịch vụ nông nghiệp lo khâu làm đất và thu hoạch cho hộ thiếu lao động.
        P: Tại {thon}, thóc tươi được thương lái thu mua ngay chân ruộng. {htxlua} ký hợp đồng bao tiêu cho phần lớn diện tích lúa chất lượng cao.
        | Giá thóc tươi bán tại ruộng nhích nhẹ so với vụ trước. {htxlua} bố trí máy sấy phục vụ xã viên và các hộ liên kết ở {thon}.
        Q: Năm nay trời thuận, nhà tôi làm sáu sào, trừ chi phí vẫn để dành được một khoản lo cho các cháu đi học. >> {ong}, {thon}
        P: Cùng với thu hoạch, bà con cày vùi gốc rạ, vệ sinh đồng ruộng, chuẩn bị cây vụ tiếp theo. Địa phương yêu cầu không đốt rơm rạ để tránh khói bụi ảnh hưởng giao thông.
        | Sau thu hoạch, rơm được cuộn lại làm thức ăn chăn nuôi và trồng nấm; việc đốt rơm rạ trên đồng bị nhắc nhở, xử lý theo quy ước.
        C: Nông dân {xa} thu hoạch lúa bằng máy gặt đập liên hợp.

        === trong-rung
        for: main agriculture commune forest defence
        by: so-nong-nghiep-va-moi-truong
        terrain: upland midland
        section: moi-truong-thien-tai, commune=kinh-te
        months: 1-4 8-10
        pictures: forest mountains
        event: planting
        tags: trồng rừng; bảo vệ rừng
        let cay = 6..58
        let ha = 24..380/2
        let loai = lim, dổi, giổi | quế và hồi | trám đen, sấu | thông mã vĩ | keo lai nuôi cấy mô
        T: Phát động trồng {ha} ha rừng tại {xa}
        T: {xa} trồng mới {ha} ha rừng gỗ lớn
        T: Thêm {cay} nghìn cây xanh cho những triền đồi {xa}
        S: [Sáng|Chiều] {d}, lễ phát động trồng cây, trồng rừng được tổ chức tại {thon}, {xa}; ngay trong ngày, hơn {cay} nghìn cây giống đã được đưa xuống hố.
        S: {xa} đặt mục tiêu trồng mới {ha} ha rừng gỗ lớn trong năm {nam}, ưu tiên cây bản địa như {loai}.
        P: Cây giống được chọn là {loai}, có nguồn gốc rõ ràng, được cán bộ kiểm lâm hướng dẫn đào hố, bón lót và chăm sóc ba năm đầu.
        | Lực lượng tham gia gồm cán bộ kiểm lâm, bộ đội, đoàn viên thanh niên và bà con địa phương; cây trồng chủ yếu là {loai}.
        P: Theo {coquan}, rừng gỗ lớn vừa giữ đất, giữ nước vừa cho thu nhập cao hơn rừng trồng chu kỳ ngắn. Hộ tham gia được hỗ trợ cây giống và vay vốn ưu đãi.
        | {coquan} khuyến khích chủ rừng liên kết nhóm hộ, xin cấp chứng chỉ quản lý rừng bền vững để gỗ bán được giá và tiến tới tham gia thị trường các-bon.
        P: Cùng với trồng mới, địa phương khoanh nuôi tái sinh diện tích rừng nghèo, tuần tra các khu vực giáp ranh và tuyên truyền không đốt nương trong mùa khô.
        Q: Giữ được rừng thì suối mới có nước, ruộng mới cấy được hai vụ. Bà con hiểu điều đó nên ai cũng tự giác. >> {ong}, {thon}
        C: Lực lượng tham gia trồng rừng tại {xa}.

        === cong-dien-bao
        for: main agriculture defence commune water fishery port
        by: tinh ban-chi-huy-phong-thu-dan-su
        terrain: coast island urban plain
        section: moi-truong-thien-tai, commune=thong-bao, unit=thong-bao
        months: 6-11
        pictures: storm
        topic: phong-chong-thien-tai
        event: storm
        tags: bão; phòng chống thiên tai
        let so = 3..11
        let cap = 8..12
        let mua = 120..280/10
        let tau = 1240..2860/5
        let cd = doc CĐ-UBND
        T: Chủ động ứng phó bão số {so} ({bao})
        T: Công điện ứng phó bão số {so}: {tau} tàu thuyền khẩn trương vào nơi tránh trú
        T: Bão số {so} giật cấp {cap}, {xa} sẵn sàng phương án sơ tán dân
        S: Trước diễn biến phức tạp của bão số {so} ({bao}), {coquan} yêu cầu các địa phương, đơn vị triển khai ngay các biện pháp ứng phó, đặt an toàn tính mạng của Nhân dân lên trên hết.
        S: Dự báo từ đêm {d+1}, vùng biển của tỉnh có gió mạnh, giật cấp {cap}; trên đất liền mưa to đến rất to, lượng mưa phổ biến {mua} mm.
        P: Đến 10 giờ ngày {d}, lực lượng chức năng đã thông báo, kiểm đếm {tau} phương tiện; các tàu còn hoạt động ngoài khơi đang được hướng dẫn di chuyển vào bờ.
        | Theo báo cáo nhanh, {tau} tàu, thuyền đã nhận được tin bão. Bộ đội Biên phòng bắn pháo hiệu, duy trì liên lạc với các tàu ở xa và kiểm tra việc neo đậu.
        L: Cấm biển từ 12 giờ ngày {d+1} cho đến khi có thông báo mới ;; Hoàn thành sơ tán người dân ở nhà yếu, vùng trũng, ven kè trước 17 giờ ngày {d+1} ;; Chằng chống nhà cửa, cắt tỉa cây xanh, hạ thấp bảng quảng cáo ;; Tiêu nước đệm, vận hành hồ chứa đúng quy trình, báo trước cho vùng hạ du ;; Học sinh nghỉ học theo thông báo của ngành giáo dục
        P: Tại {xa}, phương án sơ tán được rà lại đến từng hộ; nhà văn hóa, trường học kiên cố được bố trí làm nơi tránh trú, có sẵn nước uống, lương khô và tủ thuốc.
        | {ubndxa} đã phân công cán bộ phụ trách từng khu dân cư, lập danh sách người già neo đơn, phụ nữ mang thai cần đưa đi trước.
        P: Người dân theo dõi bản tin trên đài truyền thanh, Cổng thông tin điện tử tỉnh và gọi số 112, 114 khi cần cứu nạn, cứu hộ.
        D: Công điện về việc chủ động ứng phó bão số {so} >> {cd}
        C: Tàu thuyền vào khu neo đậu tránh trú bão.

        === khac-phuc-sau-mua-lu
        for: main agriculture commune defence union construction
        by: tinh so-nong-nghiep-va-moi-truong mat-tran-to-quoc
        section: moi-truong-thien-tai
        months: 7-11
        pictures: river storm
        topic: phong-chong-thien-tai
        tags: khắc phục thiên tai; mưa lũ
        let nha = 18..160
        let ha = 60..540/5
        let km = 2.4..14.5
        let nguoi = 260..980/10
        T: {xa} khẩn trương khắc phục hậu quả mưa lũ
        T: {nguoi} người dầm mưa dọn bùn, thông đường ở {xa}
        T: Thông tuyến vào {thon} sau {ngay} ngày bị chia cắt
        let ngay = 2..4
        S: Ngay sau khi nước rút, {nguoi} cán bộ, chiến sĩ, đoàn viên thanh niên đã về {xa} giúp người dân dọn bùn đất, sửa nhà, thông đường.
        S: Đợt mưa lớn những ngày qua làm {nha} ngôi nhà ở {xa} bị ngập, hư hỏng, {ha} ha lúa và hoa màu bị ảnh hưởng; địa phương đang tập trung khắc phục.
        P: Thống kê ban đầu tại {xa}: {nha} ngôi nhà bị ngập hoặc tốc mái, {ha} ha lúa và hoa màu bị thiệt hại, {km} km đường bị sạt lở. Không có thiệt hại về người.
        | Mưa lũ khiến {km} km đường giao thông trên địa bàn bị sạt lở, {ha} ha cây trồng bị ngập, {nha} hộ phải di chuyển tạm thời. Rất may không có người bị nạn.
        P: Phương châm được đặt ra là nước rút đến đâu vệ sinh đến đó. Ngành y tế phun khử khuẩn, cấp thuốc xử lý nước giếng; ngành điện kiểm tra an toàn trước khi đóng điện trở lại.
        | Trước mắt, địa phương ưu tiên dựng lại nhà cho hộ mất chỗ ở, bảo đảm nước sạch, thuốc men và đưa học sinh trở lại lớp sớm nhất.
        P: {coquan} đã cấp phát giống ngô, rau ngắn ngày để bà con khôi phục sản xuất, đồng thời rà soát các điểm có nguy cơ sạt lở để cắm biển cảnh báo.
        Q: Có bộ đội, thanh niên về giúp, chỉ hai ngày là nhà tôi dọn xong bùn, đồ đạc được kê lại gọn gàng. >> {ong}, {thon}
        C: Lực lượng xung kích giúp người dân {xa} dọn dẹp sau mưa lũ.

        === sat-lo-dat
        for: main agriculture commune water construction
        by: so-nong-nghiep-va-moi-truong so-xay-dung ban-chi-huy-phong-thu-dan-su
        terrain: upland midland
        section: moi-truong-thien-tai
        months: 5-11
        pictures: mountains river
        topic: phong-chong-thien-tai
        tags: sạt lở đất; cảnh báo
        let diem = 4..19
        let ho = 12..76
        T: Cảnh báo nguy cơ sạt lở đất tại {diem} điểm ở {xa}
        T: {xa} di dời {ho} hộ khỏi vùng có nguy cơ sạt lở
        T: Mưa kéo dài, {coquan} khuyến cáo người dân {xa} đề phòng sạt lở
        S: Đất ngấm nước nhiều ngày, {diem} điểm trên địa bàn {xa} có nguy cơ sạt lở cao; {ho} hộ được vận động di dời tạm thời.
        S: {coquan} đề nghị người dân {xa} không đi qua các taluy dương trong lúc mưa lớn và báo ngay cho chính quyền khi thấy vết nứt, nước suối đục bất thường.
        P: Qua kiểm tra thực địa tại {thon}, cơ quan chuyên môn phát hiện vết nứt dài trên sườn đồi phía sau khu dân cư. Chính quyền đã cắm biển cảnh báo, cử người trực ngày đêm.
        | Những ngày qua, mưa liên tục khiến đất đá ở khu vực {thon} rời rạc. Tổ xung kích đã căng dây, lập rào chắn và lắp thiết bị đo mưa tự động.
        H: Dấu hiệu cần rời đi ngay
        L: Xuất hiện vết nứt mới trên tường nhà, mặt đất hoặc sườn dốc ;; Cây cối, cột điện bỗng nghiêng ;; Nước suối đang trong chuyển sang đục, mang theo cành lá ;; Có tiếng động lạ từ phía đồi
        P: {ho} hộ trong vùng nguy hiểm được bố trí ở tạm tại nhà văn hóa và nhà người thân; mỗi hộ được hỗ trợ gạo, nước uống, chăn màn.
        | Địa phương bố trí nơi ở tạm cho {ho} hộ, có điện, nước và nhà bếp chung; phương án tái định cư lâu dài đang được khảo sát.
        C: Lực lượng chức năng kiểm tra khu vực có nguy cơ sạt lở ở {xa}.

        === tiem-phong-gia-suc
        for: main agriculture commune livestock
        by: so-nong-nghiep-va-moi-truong
        section: nong-nghiep
        months: 3-5 8-10
        pictures: fields terraces
        tags: chăn nuôi; tiêm phòng vật nuôi
        let lieu = 4200..38600/100
        let tl = 78..96
        T: {xa} tiêm phòng vắc xin cho đàn vật nuôi
        T: Triển khai tiêm {lieu} liều vắc xin phòng bệnh gia súc, gia cầm ở {xa}
        T: {tl}% đàn vật nuôi trong diện ở {xa} đã được tiêm phòng
        S: Đợt tiêm phòng vật nuôi năm {nam} ở {xa} bắt đầu từ ngày {d}, sử dụng {lieu} liều vắc xin các loại.
        S: Sau hai tuần triển khai, {tl}% đàn gia súc, gia cầm trong diện tiêm ở {xa} đã được tiêm phòng.
        P: Cán bộ thú y chia thành nhiều tổ, đến từng hộ tiêm lưu động và hướng dẫn phun khử trùng chuồng trại, khai báo tăng, giảm đàn.
        | Lịch tiêm được thông báo trên loa truyền thanh trước ba ngày để các hộ nhốt giữ vật nuôi. Cán bộ thú y ghi sổ, cấp giấy xác nhận ngay sau khi tiêm.
        P: {coquan} khuyến cáo bà con không giấu dịch, không bán chạy, không vứt xác vật nuôi ra môi trường; khi thấy vật nuôi ốm, chết bất thường phải báo ngay cho cán bộ thú y.
        P: Tại {thon}, nhiều hộ đã chuyển sang nuôi an toàn sinh học, làm hố sát trùng ở cổng trại và ghi nhật ký chăn nuôi.
        | Mô hình nuôi an toàn sinh học ở {thon} cho thấy chi phí thuốc thú y giảm rõ rệt, vật nuôi khỏe, dễ bán.
        C: Cán bộ thú y tiêm phòng cho đàn gia súc tại {xa}.

        === hoi-cho-ocop
        for: main trade agriculture enterprises tourism association
        by: so-cong-thuong lien-minh-hop-tac-xa hoi-nong-dan
        section: cong-thuong, tourism=le-hoi-su-kien, enterprises=tin-doanh-nghiep
        months: 8-12 1 4
        pictures: festival fields
        topic: ocop
        event: fair
        tags: OCOP; hội chợ; nông sản
        let gian = 80..260/2
        let khach = 18..62
        let dt = 6..24
        T: Hội chợ sản phẩm OCOP An Sơn thu hút {gian} gian hàng
        T: {gian} gian hàng tham gia hội chợ OCOP tại {phokhu}
        T: Hội chợ nông sản, OCOP: doanh thu ước đạt {dt} tỷ đồng
        S: Từ ngày {d} đến ngày {d+4}, hội chợ giới thiệu sản phẩm OCOP và nông sản An Sơn diễn ra tại {phokhu} với {gian} gian hàng.
        S: Hội chợ OCOP năm {nam} ở {phokhu} là nơi nhà vườn, hợp tác xã gặp trực tiếp người mua, người phân phối.
        P: Khách tham quan được nếm thử {monan}, xem trình diễn nghề thủ công và quét mã để biết nguồn gốc từng sản phẩm.
        | Điểm mới năm nay là khu trải nghiệm: khách tự tay làm {monan}, xem thợ dệt, thợ gốm làm việc và nghe câu chuyện của người làm ra sản phẩm.
        P: {htx} mang đến bốn sản phẩm đạt hạng từ ba sao trở lên. Chỉ trong ngày đầu, gian hàng đã ký được hai hợp đồng cung ứng cho siêu thị.
        | Tại gian hàng của {htx}, sản phẩm được đóng gói nhỏ gọn, phù hợp làm quà; đơn đặt qua mạng tăng gấp đôi ngày thường.
        P: Theo ban tổ chức, hội chợ đón khoảng {khach} nghìn lượt khách, doanh thu trực tiếp ước đạt {dt} tỷ đồng, chưa kể các hợp đồng được ký kết sau đó.
        P?: {coquan} cho biết sẽ tiếp tục hỗ trợ chủ thể hoàn thiện bao bì, đăng ký nhãn hiệu và bán hàng trên sàn thương mại điện tử.
        C: Gian hàng giới thiệu sản phẩm OCOP tại {phokhu}.

        === cong-nhan-ocop
        for: main commune agriculture enterprises
        by: xa so-nong-nghiep-va-moi-truong
        section: nong-nghiep, enterprises=tin-doanh-nghiep
        pictures: terraces fields
        topic: ocop
        tags: OCOP; sản phẩm địa phương
        let sp, ten, htxsp = mật ong rừng / mật ong / Hợp tác xã Mật ong Khe Trúc | chè xanh búp ngọn / chè / Hợp tác xã Chè Đồi Sim | nước mắm cá cơm / nước mắm / Hợp tác xã Nước mắm Bãi Ngang | măng khô / măng / Hợp tác xã Nông nghiệp Ban Mai | gạo nếp nương / gạo nếp / Hợp tác xã Gạo Lúa Vàng | miến dong / miến / Hợp tác xã Miến Gò Sim | tinh dầu sim / tinh dầu / Hợp tác xã Dược liệu Lũng Mây | vải thổ cẩm dệt tay / thổ cẩm / Hợp tác xã Dệt thổ cẩm Bản Vãng | cam sành / cam / Hợp tác xã Cây ăn quả Trại Mơ | ruốc hàu / ruốc hàu / Hợp tác xã Thủy sản Vũng Sò
        let sao = 3..4
        let ho = 24..130
        let tang = 15..38
        T: Sản phẩm {sp} của {xa} đạt chứng nhận OCOP {sao} sao
        T: {xa} có thêm sản phẩm OCOP: {sp}
        T: Từ {thon} ra thị trường: hành trình của sản phẩm {sp}
        S: Sản phẩm {sp} của {xa} vừa được hội đồng đánh giá công nhận đạt hạng {sao} sao, mở thêm đường tiêu thụ cho {ho} hộ liên kết.
        S: Sau hơn một năm hoàn thiện quy trình, nhãn mác, sản phẩm {sp} ở {xa} đã được công nhận OCOP {sao} sao.
        P: Sản phẩm do {htxsp} làm ra trên nguyên liệu của {ho} hộ ở {xa}. Mỗi lô hàng đều có mã truy xuất, ghi rõ nơi trồng, ngày thu hái và người đóng gói.
        | Để đạt chuẩn, {htxsp} đầu tư nhà xưởng sạch, máy đóng gói và thống nhất quy trình với {ho} hộ cung cấp nguyên liệu.
        P: Từ ngày có chứng nhận, giá bán {ten} tăng khoảng {tang}%, hàng làm ra đến đâu hết đến đó. Một số cửa hàng ở thành phố lớn đã đặt mua đều hằng tháng.
        | So với trước, thu nhập từ {ten} tăng khoảng {tang}%. Nhiều lao động nữ ở {thon} có việc làm quanh năm ngay tại quê.
        Q: Làm OCOP không phải để treo giấy chứng nhận mà để mỗi gói hàng mình bán ra đều yên tâm. >> {ong}, đại diện {htxsp}
        P: Địa phương định hướng gắn sản phẩm với du lịch, xây dựng điểm tham quan vùng nguyên liệu và dạy nghề cho lớp trẻ.
        C: Người dân {xa} hoàn thiện sản phẩm {sp}.

        === nuoi-bien
        for: main agriculture commune fishery port
        by: so-nong-nghiep-va-moi-truong
        terrain: coast island
        section: nong-nghiep
        pictures: sea harbour
        tags: thủy sản; kinh tế biển
        let long = 120..860/10
        let sl = 340..2400/10
        let vat = cá mú, cá vược | hàu, vẹm xanh | tôm hùm xanh | rong sụn | cá bớp
        T: Nghề nuôi {vat} ở {xa} chuyển sang lồng bè vật liệu mới
        T: {xa} thu {sl} tấn thủy sản nuôi biển
        T: Nuôi {vat}, ngư dân {xa} có thu nhập ổn định
        S: {xa} hiện có {long} ô lồng nuôi {vat}; sản lượng {luyke} ước đạt {sl} tấn.
        S: Thay phao xốp bằng phao nhựa bền, lắp thiết bị đo môi trường nước, nghề nuôi {vat} ở {xa} đang đổi khác.
        P: Theo {coquan}, việc sắp xếp lại vùng nuôi giúp luồng lạch thông thoáng, nước lưu thông tốt, vật nuôi ít bệnh. Mỗi hộ được giao khu vực biển cụ thể và có trách nhiệm thu gom rác.
        | {coquan} đã hướng dẫn các hộ đăng ký khu vực biển, dùng vật liệu nổi bền vững và ghi nhật ký nuôi để bán hàng vào siêu thị.
        P: Nhiều chủ bè lắp cảm biến nhiệt độ, độ mặn, nhận cảnh báo qua điện thoại để kịp hạ lồng khi nước đổi màu hoặc có tin gió mạnh.
        Q: Ngày trước trông trời mà làm, nay mở điện thoại ra là biết nước thế nào. >> {ong}, {xa}
        P: Thời gian tới, địa phương kết hợp nuôi biển với du lịch trải nghiệm, cho khách theo ngư dân ra bè cho cá ăn và thưởng thức hải sản tại chỗ.
        | Hướng đi sắp tới là liên kết thành tổ hợp tác, cùng mua con giống có kiểm dịch và cùng bán để không bị ép giá.
        C: Khu nuôi biển của ngư dân {xa}.

        === chong-khai-thac-iuu
        for: main agriculture commune fishery defence
        by: so-nong-nghiep-va-moi-truong ban-chi-huy-bo-doi-bien-phong
        terrain: coast island
        section: nong-nghiep
        pictures: harbour sea
        tags: chống khai thác IUU; tàu cá
        let tau = 420..1860/5
        let tl = 97..100
        T: {tl}% tàu cá từ 15 m trở lên của tỉnh duy trì kết nối giám sát hành trình
        T: Kiểm soát chặt tàu cá ra vào cảng ở {xa}
        T: {coquan} kiểm tra việc chấp hành quy định chống khai thác IUU tại {xa}
        S: {coquan} vừa kiểm tra {tau} lượt tàu cá xuất, nhập bến tại {xa}, tập trung vào thiết bị giám sát hành trình và nhật ký khai thác.
        S: Ngư dân {xa} cam kết không khai thác ở vùng biển nước ngoài, không tắt thiết bị giám sát hành trình khi đang trên biển.
        P: Tại cảng cá, tổ liên ngành kiểm tra giấy tờ, thiết bị an toàn, sản lượng lên bến và đối chiếu dữ liệu hành trình trước khi xác nhận nguồn gốc thủy sản.
        | Mỗi chuyến biển đều được theo dõi trên hệ thống. Tàu mất kết nối quá sáu giờ được gọi điện nhắc nhở, quá mười ngày phải đưa tàu về bờ.
        P: Trong đợt cao điểm, các đoàn công tác đến từng nhà chủ tàu tuyên truyền, hướng dẫn ghi nhật ký điện tử và ký cam kết.
        P: Ban Quản lý cảng cá cho biết nhờ truy xuất được nguồn gốc, hải sản của địa phương được doanh nghiệp thu mua với giá tốt hơn.
        | Theo các chủ tàu, làm đúng quy định giúp hàng bán thuận lợi, nhất là các lô hàng phục vụ chế biến xuất khẩu.
        C: Cán bộ kiểm tra tàu cá tại cảng.

        === dieu-tiet-nuoc-tuoi
        for: main agriculture commune water crops
        by: so-nong-nghiep-va-moi-truong
        terrain: midland plain upland
        section: nong-nghiep, commune=thong-bao
        months: 12-5
        pictures: fields river
        tags: thủy lợi; nước tưới
        let ha = 640..5200/20
        let tl = 68..94
        let dot = 2..4
        T: {ho} xả nước phục vụ gieo cấy {ha} ha
        T: Lịch lấy nước đợt {dot} phục vụ sản xuất vụ Xuân ở {xa}
        T: Đã đủ nước cho {tl}% diện tích gieo cấy
        S: Từ ngày {d+2} đến ngày {d+7}, {ho} xả nước đợt {dot} phục vụ gieo cấy; các địa phương chủ động lấy nước, không để thất thoát.
        S: Tính đến ngày {d}, {tl}% trong tổng số {ha} ha gieo cấy vụ Xuân đã có nước, tiến độ nhanh hơn cùng kỳ năm trước.
        P: {coquan} đề nghị các địa phương nạo vét kênh mương nội đồng, đắp bờ giữ nước và bố trí người điều tiết cả ban đêm để nước đến được chân ruộng cao.
        | Mực nước {ho} hiện đạt {tl}% dung tích thiết kế. Các trạm bơm vận hành tối đa vào giờ thấp điểm để tiết kiệm điện.
        P: Tại {xa}, mỗi thôn cử một tổ dẫn nước, ưu tiên những chân ruộng ở cuối kênh. Diện tích khó khăn về nước được chuyển sang trồng ngô, lạc.
        P: Trong thời gian xả nước, dòng chảy phía hạ lưu tăng nhanh; người dân không tắm giặt, đánh bắt cá gần cửa xả.
        C: Kênh chính dẫn nước về các cánh đồng của {xa}.

        === ve-sinh-moi-truong
        for: main agriculture commune union youthunit environment coast tourism
        by: so-nong-nghiep-va-moi-truong tinh-doan hoi-lien-hiep-phu-nu
        section: moi-truong-thien-tai, tourism=tin-du-lich
        pictures: river sea city
        tags: môi trường; ngày Chủ nhật xanh
        let nguoi = 160..1200/10
        let tan = 3..28
        T: {nguoi} người ra quân thu gom rác, làm sạch {xa}
        T: Ngày Chủ nhật xanh ở {xa}: thu gom {tan} tấn rác
        T: {xa} giữ sạch đường làng, bờ kênh, bãi biển
        S: Hưởng ứng Ngày Chủ nhật xanh, {nguoi} cán bộ, đoàn viên, hội viên và người dân {xa} đã thu gom khoảng {tan} tấn rác thải.
        S: [Sáng|Chiều] {d}, lễ ra quân tổng vệ sinh môi trường diễn ra tại {xa} với sự tham gia của {nguoi} người.
        P: Các nhóm chia nhau dọn rác ven đường, khơi thông cống rãnh, phát quang bụi rậm và trồng hoa dọc lối đi. Rác nhựa được phân loại, chuyển đến điểm tái chế.
        | Sau lễ phát động, lực lượng tham gia thu gom rác thải nhựa, tẩy xóa quảng cáo trái phép và trồng thêm hàng cây bóng mát.
        P: Tại {thon}, hội viên phụ nữ duy trì mô hình đổi phế liệu lấy cây xanh; tiền bán phế liệu được dùng mua sách vở tặng học sinh khó khăn.
        | Mô hình ngôi nhà thu gom phế liệu ở {thon} mỗi tháng góp được vài triệu đồng cho quỹ khuyến học.
        P: Ban tổ chức đề nghị các hộ phân loại rác tại nhà, hạn chế túi ni lông và không đốt rác ngoài trời.
        C: Người dân {xa} tham gia tổng vệ sinh môi trường.

        === cap-giay-chung-nhan-dat
        for: main agriculture commune land
        by: so-nong-nghiep-va-moi-truong
        section: cai-cach-hanh-chinh
        pictures: fields city
        tags: đất đai; dữ liệu địa chính
        let giay = 120..940/5
        let thua = 12..68
        T: Trao {giay} giấy chứng nhận quyền sử dụng đất cho người dân {xa}
        T: {xa}: làm sạch dữ liệu {thua} nghìn thửa đất
        T: Tổ lưu động về tận {thon} nhận hồ sơ đất đai
        S: Trong một ngày làm việc tại {xa}, tổ lưu động đã trao {giay} giấy chứng nhận và tiếp nhận thêm nhiều hồ sơ của người dân.
        S: {coquan} cùng {ubndxa} hoàn thành đối soát dữ liệu {thua} nghìn thửa đất, làm cơ sở giải quyết hồ sơ nhanh hơn.
        P: Người dân mang theo giấy chứng nhận cũ và căn cước để cán bộ đối chiếu. Thông tin sai lệch được ghi nhận, chỉnh lý miễn phí.
        | Việc đối soát được thực hiện theo từng thôn, có sự tham gia của người am hiểu ranh giới. Trường hợp còn tranh chấp được lập danh sách riêng để hòa giải.
        P: Với hồ sơ đủ điều kiện, thời gian giải quyết rút xuống còn một nửa so với quy định nhờ luân chuyển điện tử giữa các cơ quan.
        Q: Nhà tôi ở xa, đi lại trung tâm mất nửa ngày. Cán bộ về tận thôn làm thế này thì đỡ cho bà con quá. >> {ong}, {thon}
        P: {coquan} lưu ý người dân không nhờ người lạ làm dịch vụ, không nộp thêm khoản nào ngoài phí, lệ phí có biên lai.
        C: Cán bộ hướng dẫn người dân {xa} kê khai hồ sơ đất đai.

        === phong-chay-rung
        for: main agriculture commune forest
        by: so-nong-nghiep-va-moi-truong
        terrain: upland midland
        section: moi-truong-thien-tai, commune=thong-bao
        months: 11-4 6-7
        pictures: forest mountains
        tags: phòng cháy rừng; kiểm lâm
        let cap = IV | V
        let km = 18..96
        let chot = 4..16
        T: Cảnh báo cháy rừng cấp {cap} trên địa bàn {xa}
        T: {xa} lập {chot} chốt trực phòng cháy rừng
        T: Nắng hanh kéo dài, chủ rừng ở {xa} làm {km} km đường băng cản lửa
        S: Nguy cơ cháy rừng ở {xa} đang ở cấp {cap}; {coquan} yêu cầu trực 24/24 giờ và tạm dừng đốt nương, xử lý thực bì.
        S: Để giữ rừng qua đợt khô hanh, {xa} bố trí {chot} chốt trực và phát dọn {km} km đường băng cản lửa.
        P: Tổ bảo vệ rừng ở cơ sở tuần tra theo ca, mang theo bình nước, dao phát, bộ đàm. Người vào rừng được nhắc không mang vật dễ cháy và phải đăng ký tại chốt.
        | Camera giám sát đặt trên đồi cao cho phép phát hiện khói sớm; lực lượng tại chỗ có thể tiếp cận đám cháy trong vòng 30 phút.
        P: {coquan} đề nghị bà con {thon} không đốt dọn nương rẫy vào giờ nắng gắt, không đốt tổ ong, hút thuốc trong rừng; phát hiện cháy gọi ngay cho kiểm lâm hoặc số 114.
        P: Phương án hiệp đồng giữa kiểm lâm, công an, quân đội và dân quân được diễn tập trước mùa khô, lấy bốn tại chỗ làm chính.
        C: Lực lượng bảo vệ rừng tuần tra tại {xa}.
        """
}
