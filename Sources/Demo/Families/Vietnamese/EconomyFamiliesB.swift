/// Fields, sea, factories, markets and money: what is told on the portals of the economy and of the communes that live by it.
extension FamilyTexts {
    static let economyB = """
        === danh-gia-ocop
        for: main agriculture crops tradeunit enterprises
        by: so-nong-nghiep-va-moi-truong
        section: nong-nghiep, enterprises=tin-doanh-nghiep
        pictures: terraces fields
        topic: ocop
        tags: OCOP; nông sản
        let hx, sp1, sp2, sp3 = Hợp tác xã Chè Đồi Sim / chè xanh sao tay / mật ong rừng / gạo nếp nương | Hợp tác xã Nước mắm Bãi Ngang / nước mắm cốt nhĩ / mực một nắng / sứa muối lá sim | Hợp tác xã Nông nghiệp Ban Mai / bưởi da xanh / tinh dầu sả / bánh sim tím | Hợp tác xã Mật ong Khe Trúc / mật ong hoa rừng / măng khô / miến dong | Hợp tác xã Gạo Lúa Vàng / gạo thơm Lúa Vàng / rượu nếp hạ thổ / bún khô | Hợp tác xã Dược liệu Lũng Mây / trà túi lọc giảo cổ lam / cao chè vằng / nấm linh chi
        let sp = 14..52
        let bon = 20%..36% of sp
        let ba = sp - bon
        let qd = doc QĐ-UBND -3
        T: {sp} sản phẩm được đề nghị công nhận đạt chuẩn OCOP
        T: {hx} nâng hạng sản phẩm {sp1}
        T: Chấm điểm OCOP: {bon} sản phẩm đạt 4 sao, {ba} sản phẩm đạt 3 sao
        T: Thêm {sp} sản phẩm OCOP, thêm đường ra cho nông sản
        K: Mỗi xã một sản phẩm
        S: {buoi} {d}, Hội đồng đánh giá, phân hạng sản phẩm OCOP họp chấm điểm {sp} sản phẩm, trong đó nổi bật có {sp1}, {sp2} và {sp3}.
        S: Sau hai ngày làm việc, hội đồng đánh giá đề nghị công nhận {bon} sản phẩm OCOP 4 sao và {ba} sản phẩm 3 sao.
        P: Các sản phẩm được chấm theo ba nhóm tiêu chí: sức mạnh cộng đồng, khả năng tiếp thị và chất lượng. Thành viên hội đồng xem hồ sơ, nếm thử và đặt câu hỏi trực tiếp cho chủ thể.
        | Hội đồng kiểm tra hồ sơ nguyên liệu, kết quả kiểm nghiệm, nhãn mác và thử sản phẩm tại chỗ; chủ thể giải trình về vùng nguyên liệu, giá bán và kế hoạch mở rộng.
        P: {hx} mang đến sản phẩm {sp1} với bao bì mới, có mã truy xuất đến từng hộ làm nguyên liệu. Đơn vị hiện liên kết với {ho} hộ, bảo đảm thu mua ổn định.
        let ho = 24..140
        | Từ {ho} hộ liên kết, {hx} đã chuẩn hóa khâu thu hái, sơ chế, đóng gói; {sp1} nay có mặt tại nhiều cửa hàng trong và ngoài tỉnh.
        Q: Trước bán theo cân cho thương lái, nay có nhãn, có chỗ bày, giá hơn mà mình cũng phải kỹ hơn. >> {ong}, {hx}
        | Được sao đã khó, giữ sao còn khó hơn. Mỗi mẻ hàng đều phải như mẻ mang đi chấm. >> {ong}, {hx}
        P: {coquan} hỗ trợ chủ thể hoàn thiện mẫu mã, đăng ký nhãn hiệu, đưa hàng lên sàn thương mại điện tử và kiểm tra lại những sản phẩm đã hết hạn công nhận.
        | Sản phẩm được công nhận có giá trị trong 36 tháng; trong thời gian này, {coquan} kiểm tra định kỳ, kiên quyết thu hồi nếu chất lượng không giữ được.
        P?: Các sản phẩm mới được giới thiệu tại phiên chợ cuối tuần ở {phokhu} từ ngày {d+10}.
        D: Quyết định công nhận kết quả đánh giá, phân hạng sản phẩm OCOP đợt {dot} năm {nam} >> {qd}
        let dot = 1 | 2 | 3
        C: Sản phẩm {sp1} tại buổi đánh giá.

        === tiep-nha-dau-tu
        for: main investment enterprises foreign
        by: so-tai-chinh ban-quan-ly-khu-kinh-te trung-tam-xuc-tien-dau-tu
        section: dau-tu
        pictures: city harbour hall
        tags: xúc tiến đầu tư; thu hút đầu tư
        let nganh = sản xuất linh kiện điện tử | chế biến gỗ xuất khẩu | năng lượng tái tạo | chế biến nông, thủy sản | kho bãi và dịch vụ cảng | vật liệu xây dựng không nung | khu nghỉ dưỡng sinh thái
        let ha = 12..86
        let ty = 420..2800/20
        let ld = 350..2400/50
        let dn = 18..64
        T: {dn} doanh nghiệp tìm hiểu cơ hội đầu tư tại An Sơn
        T: Nhà đầu tư khảo sát dự án {nganh} tại {kcn}
        T: An Sơn mời gọi đầu tư lĩnh vực {nganh}
        T: {coquan} làm việc với nhà đầu tư trong lĩnh vực {nganh}
        K: Xúc tiến đầu tư
        S: {buoi} {d}, {coquan} làm việc với đoàn nhà đầu tư quan tâm đến lĩnh vực {nganh}, trong đó có đề xuất dự án quy mô {ha} ha, vốn dự kiến {ty} tỷ đồng.
        S: Tại hội nghị gặp gỡ nhà đầu tư ngày {d}, {dn} doanh nghiệp trong và ngoài nước đã tìm hiểu cơ hội đầu tư lĩnh vực {nganh} trên địa bàn tỉnh.
        P: Theo đề xuất ban đầu, dự án đặt tại {kcn}, sử dụng {ha} ha đất, tổng vốn khoảng {ty} tỷ đồng, khi hoạt động ổn định tạo việc làm cho khoảng {ld} lao động.
        | Nhà đầu tư mong muốn triển khai dự án trên diện tích {ha} ha tại {kcn}; vốn dự kiến {ty} tỷ đồng, thu hút khoảng {ld} lao động, trong đó ưu tiên lao động địa phương.
        P: Đại diện {coquan} giới thiệu quy hoạch, hạ tầng giao thông, cấp điện, xử lý nước thải và chính sách hỗ trợ đào tạo nghề; đồng thời đề nghị nhà đầu tư làm rõ công nghệ, phương án bảo vệ môi trường.
        | {coquan} khẳng định tỉnh không thu hút đầu tư bằng mọi giá, ưu tiên dự án công nghệ sạch, sử dụng ít đất, đóng góp rõ cho ngân sách và việc làm.
        H?: Cam kết của tỉnh
        L?: Một đầu mối hướng dẫn từ khảo sát đến khởi công ;; Trả kết quả chủ trương đầu tư trước ít nhất một phần ba thời hạn ;; Công khai quỹ đất sạch trên Cổng thông tin doanh nghiệp ;; Lãnh đạo tỉnh tiếp nhà đầu tư vào ngày làm việc đầu tiên của tuần
        P: Hai bên thống nhất thành lập tổ công tác chung, hoàn thiện hồ sơ đề xuất trước ngày {d+30}. Đoàn cũng đã khảo sát thực địa tại {kcn} và tuyến đường nối ra cảng Cửa Lam.
        | Sau buổi làm việc, đoàn khảo sát thực địa tại {kcn}, trao đổi với các doanh nghiệp đang hoạt động; hồ sơ chính thức dự kiến nộp trước ngày {d+30}.
        Q?: Điều chúng tôi cần nhất là sự rõ ràng: cần giấy tờ gì, bao lâu, ai trả lời. Ở đây chúng tôi nhận được cả ba. >> Đại diện một nhà đầu tư
        C: Quang cảnh buổi làm việc với nhà đầu tư.

        === ha-tang-khu-cong-nghiep
        for: main investment enterprises trade
        by: ban-quan-ly-khu-kinh-te so-cong-thuong
        section: cong-thuong, enterprises=dau-tu
        pictures: city harbour
        tags: khu công nghiệp; hạ tầng
        let lapday = 52..91
        let da = 24..78
        let ld = 6200..21400/100
        let m3 = 3000..8000/500
        T: {kcn} lấp đầy {lapday}% diện tích đất công nghiệp
        T: {kcn}: {da} dự án, {ld} lao động
        T: Vận hành trạm xử lý nước thải {m3} m³/ngày đêm tại {kcn}
        S: Đến ngày {d-3}, {kcn} có {da} dự án còn hiệu lực, lấp đầy {lapday}% diện tích đất công nghiệp, giải quyết việc làm cho {ld} lao động.
        S: {coquan} cho biết trạm xử lý nước thải công suất {m3} m³/ngày đêm của {kcn} đã hoàn thành giai đoạn chạy thử; tỷ lệ lấp đầy của khu đạt {lapday}%.
        P: Trong số {da} dự án, nhóm ngành chế biến, chế tạo chiếm hơn một nửa. Nhiều doanh nghiệp như {congty} đã đầu tư thêm dây chuyền, nâng công suất trong năm {nam}.
        | {congty} và nhiều doanh nghiệp trong khu đang tuyển thêm lao động, chủ yếu ở các vị trí vận hành máy, kiểm tra chất lượng và kho vận.
        P: Hệ thống đường nội khu, chiếu sáng, cây xanh cơ bản hoàn chỉnh; trạm xử lý nước thải {m3} m³/ngày đêm có quan trắc tự động, truyền số liệu liên tục về cơ quan quản lý môi trường.
        | Chủ đầu tư hạ tầng đã hoàn thành {m3} m³/ngày đêm công suất xử lý nước thải; số liệu quan trắc được truyền trực tuyến và công khai tại cổng khu công nghiệp.
        P: Khó khăn lớn nhất hiện nay là nhà ở cho công nhân. {coquan} đang cùng địa phương rà quỹ đất xây nhà ở xã hội, nhà trẻ gần khu công nghiệp, trước hết tại {xa}.
        | Trước đề nghị của doanh nghiệp về tuyến xe buýt và nhà trẻ cho con công nhân, {coquan} giao bộ phận chuyên môn trả lời bằng văn bản trước ngày {d+15}.
        Q?: Có nhà trẻ gần xưởng thì công nhân trẻ mới yên tâm ở lại lâu dài. >> {ong}, đại diện {congty}
        C: Một góc {kcn}.

        === xuat-khau-thang
        for: main trade enterprises
        by: so-cong-thuong hai-quan-khu-vuc thong-ke-tinh
        section: cong-thuong, enterprises=xuat-nhap-khau
        pictures: harbour city
        tags: xuất khẩu; thương mại
        let trieu = 142..386
        let tang = 3.2..14.6
        let go = 22%..34% of trieu
        let may = 18%..27% of trieu
        let ts = 12%..20% of trieu
        let khac = trieu - go - may - ts
        T: Xuất khẩu tháng {thangtruoc} đạt {trieu} triệu USD
        T: Kim ngạch xuất khẩu tháng {thangtruoc} tăng {tang}%
        T: Xuất khẩu tăng {tang}%: gỗ, may mặc và thủy sản dẫn đầu
        S: Theo {coquan}, kim ngạch xuất khẩu trên địa bàn tỉnh trong tháng {thangtruoc} ước đạt {trieu} triệu USD, tăng {tang}% so với cùng kỳ năm trước.
        S: Với {trieu} triệu USD trong tháng {thangtruoc}, xuất khẩu của tỉnh tăng {tang}% so với cùng kỳ; đồ gỗ, hàng may mặc và thủy sản tiếp tục là ba nhóm hàng chủ lực.
        TB: Kim ngạch xuất khẩu tháng {thangtruoc} (triệu USD)
        TH: Nhóm hàng ;; Kim ngạch
        TR: Gỗ và sản phẩm gỗ ;; {go}
        TR: Hàng may mặc ;; {may}
        TR: Thủy sản ;; {ts}
        TR: Nhóm hàng khác ;; {khac}
        TR: Tổng cộng ;; {trieu}
        P: Các đơn hàng phục hồi nhờ doanh nghiệp chủ động tìm thị trường ngách, tận dụng ưu đãi thuế theo các hiệp định thương mại. {congty} cho biết đã có đơn hàng đến hết quý tới.
        | Nhiều doanh nghiệp đã đáp ứng yêu cầu về truy xuất nguồn gốc, phát thải thấp của khách hàng. {congty} là một trong những đơn vị có mức tăng cao.
        P: Tuy vậy, chi phí vận tải biển và yêu cầu kỹ thuật của các thị trường lớn vẫn là thách thức, nhất là với doanh nghiệp nhỏ. Giá nguyên liệu đầu vào tăng cũng làm giảm lợi nhuận.
        | Khó khăn còn ở phía trước khi cước vận tải biến động, tiêu chuẩn môi trường của nước nhập khẩu ngày càng chặt; doanh nghiệp nhỏ thiếu người am hiểu thủ tục.
        P: {coquan} tiếp tục cung cấp thông tin thị trường, hướng dẫn khai chứng từ điện tử và tổ chức buổi đối thoại với doanh nghiệp xuất khẩu trong tuần đầu tháng {thangsau}.
        | Trong tháng {thangsau}, một buổi tư vấn về quy tắc xuất xứ và phòng vệ thương mại sẽ được tổ chức; doanh nghiệp đăng ký dự với {coquan} trước ngày {d+10}.
        C: Hàng xuất khẩu chờ xếp lên tàu tại cảng Cửa Lam.

        === hang-qua-cang
        for: main port enterprises
        by: cang-vu-hang-hai hai-quan-khu-vuc
        section: cong-thuong, enterprises=xuat-nhap-khau
        pictures: harbour sea
        tags: cảng biển; hàng hải
        let tau = 86..240
        let ngoai = 28%..46% of tau
        let noi = tau - ngoai
        let tan = 240..820/10
        let teu = 3200..11800/50
        T: {tau} lượt tàu qua cảng Cửa Lam trong tháng {thangtruoc}
        T: Cảng Cửa Lam thông qua {tan} nghìn tấn hàng trong tháng {thangtruoc}
        T: Bảo đảm an toàn luồng hàng hải vào cảng Cửa Lam
        S: Tháng {thangtruoc}, cảng Cửa Lam đón {tau} lượt tàu, thông qua {tan} nghìn tấn hàng hóa và {teu} TEU công-ten-nơ.
        S: Số liệu của {coquan} cho thấy lượng hàng qua cảng Cửa Lam tháng {thangtruoc} đạt {tan} nghìn tấn; {ngoai} lượt tàu nước ngoài vào, rời cảng an toàn.
        P: Trong {tau} lượt tàu có {noi} lượt tàu nội địa và {ngoai} lượt tàu quốc tế. Mặt hàng chủ yếu là dăm gỗ, xi măng, thức ăn chăn nuôi, linh kiện và nông sản đông lạnh.
        | {noi} lượt tàu nội địa, {ngoai} lượt tàu nước ngoài đã làm thủ tục điện tử; thời gian giải quyết thủ tục cho một tàu trung bình dưới một giờ.
        P: {coquan} duy trì trực 24/24 giờ, điều phối giao thông trên luồng, kiểm tra phao tiêu và thông báo kịp thời độ sâu đến chủ tàu, đại lý.
        | Việc điều phối tàu theo con nước, kết hợp giám sát qua hệ thống nhận dạng tự động, giúp không để xảy ra va chạm trên luồng trong tháng.
        P: {coquan} lưu ý tàu cá, phương tiện thủy nội địa không neo đậu, thả lưới trong phạm vi luồng; chủ phương tiện giữ liên lạc vô tuyến khi có gió mạnh từ cấp 6.
        | Trước mùa gió, chủ tàu cần kiểm tra dây neo, thiết bị cứu sinh và đăng ký nơi neo đậu; mọi sự cố báo ngay cho đài trực canh.
        P?: Dự án nạo vét, nâng độ sâu luồng dự kiến hoàn thành trong quý tới, cho phép tàu trọng tải lớn hơn vào làm hàng.
        C: Tàu hàng làm hàng tại cảng Cửa Lam.

        === nuoi-trong-thuy-san
        for: main agriculture fishery commune
        by: so-nong-nghiep-va-moi-truong chi-cuc-thuy-san-va-kiem-ngu xa
        section: nong-nghiep
        terrain: coast island
        pictures: sea harbour
        tags: nuôi trồng thủy sản; kinh tế biển
        let con, donvi = tôm thẻ chân trắng / ha | cá biển lồng bè / lồng | hàu sữa / ha | nghêu / ha
        let dt = 84..360/2
        let sl = 180%..420% of dt
        let ho = 36..220
        let loi = 80..240/10
        T: Người nuôi {con} ở {xa} vào vụ mới
        T: {xa}: {dt} {donvi} nuôi {con}, sản lượng {sl} tấn
        T: Nuôi {con} theo hướng an toàn sinh học ở {xa}
        S: Tại {xa}, {ho} hộ đang nuôi {con} trên quy mô {dt} {donvi}, sản lượng mỗi năm khoảng {sl} tấn.
        S: Mô hình nuôi {con} theo hướng an toàn sinh học ở {xa} cho thu nhập ổn định, giảm rủi ro dịch bệnh và giữ sạch vùng nước ven bờ.
        P: Trước khi thả giống, bà con xử lý nước, phơi đáy hoặc vệ sinh lồng lưới, chọn giống có kiểm dịch. Lịch thời vụ được thông báo trước để cả vùng thả giống cùng đợt.
        | Cán bộ khuyến ngư hướng dẫn từng hộ ghi nhật ký nuôi, đo độ mặn, độ pH mỗi ngày; khi môi trường biến động, tin nhắn cảnh báo được gửi đến chủ cơ sở.
        P: {ong} ở {thon} cho biết vụ vừa qua gia đình lãi khoảng {loi} triệu đồng nhờ thả giống đúng vụ và giảm được tỷ lệ hao hụt.
        | Nhờ nuôi thưa hơn và theo dõi môi trường nước đều đặn, gia đình {ong} ở {thon} thu lãi khoảng {loi} triệu đồng một vụ, cao hơn cách nuôi cũ.
        P: {coquan} khuyến cáo người nuôi không mở rộng ngoài vùng quy hoạch, đăng ký cơ sở nuôi, thu gom bao bì, phao xốp hỏng và chủ động di chuyển lồng bè khi có bão.
        | Địa phương kiên quyết sắp xếp lại lồng bè lấn luồng lạch; khuyến khích thay phao xốp bằng phao nhựa bền để giảm rác trên biển.
        P?: Trong tháng {thangsau}, một lớp tập huấn về quan trắc môi trường nước sẽ mở tại nhà văn hóa {thon}.
        C: Vùng nuôi thủy sản ở {xa}.

        === lua-vu-mua
        for: main agriculture crops commune
        by: so-nong-nghiep-va-moi-truong chi-cuc-trong-trot-va-bvtv xa
        section: nong-nghiep
        months: 7-9
        terrain: plain midland
        pictures: fields
        tags: vụ mùa; trồng trọt
        let ha = 310..920/5
        let xong = 72%..97% of ha
        let giong = Lam Hương 6 | Nếp AS2 | Lúa Vàng 18 | Hòa Điền 5
        let sau = sâu cuốn lá nhỏ | rầy nâu | bệnh bạc lá | sâu đục thân hai chấm | ốc bươu vàng
        let ta = 54..63
        T: {xa} gieo cấy {xong}/{ha} ha lúa vụ mùa
        T: Chủ động phòng trừ {sau} trên lúa vụ mùa
        T: {xa} chăm sóc {ha} ha lúa vụ mùa
        T: {ha} ha lúa vụ mùa ở {xa} sinh trưởng tốt
        S: Vụ mùa năm {nam}, {xa} có kế hoạch gieo cấy {ha} ha lúa; đến ngày {d-1}, {xong} ha đã được chăm sóc, làm cỏ, bón phân đúng kỳ.
        S: Thời tiết nắng, mưa xen kẽ thuận cho {sau} phát sinh; nông dân {xa} được hướng dẫn thăm đồng thường xuyên, phòng trừ đúng ngưỡng.
        P: Cơ cấu giống năm nay chủ yếu là {giong} và các giống ngắn ngày, chống đổ tốt. Nhiều cánh đồng được cấy bằng máy, mạ khay, giảm đáng kể công lao động.
        | Giống {giong} chiếm phần lớn diện tích nhờ cơm ngon, dễ bán. Hợp tác xã Gạo Lúa Vàng đứng ra ký hợp đồng bao tiêu cho các hộ trong vùng.
        P: Qua điều tra, {sau} xuất hiện với mật độ thấp, rải rác ở các trà lúa muộn. Nông dân cần giữ mực nước vừa phải, không bón thừa đạm và chỉ phun thuốc khi tới ngưỡng.
        | Cán bộ kỹ thuật khuyến cáo ưu tiên biện pháp sinh học, bảo vệ thiên địch; khi buộc phải phun trừ {sau}, thực hiện nguyên tắc bốn đúng và thu gom vỏ bao thuốc.
        P: Nước tưới được điều tiết luân phiên từ {ho}; các tổ thủy nông nạo vét kênh mương, khơi thông điểm ách tắc ở {thon}, {thon2}.
        | Hợp tác xã phân công người trực trạm bơm, mở nước theo lịch công khai; kênh mương đoạn qua {thon} vừa được nạo vét.
        P?: Nếu thời tiết thuận, năng suất bình quân ước đạt {ta} tạ/ha.
        Q?: Cấy máy xong trong một buổi, phần thời gian còn lại tôi chăm vườn, nuôi gà. >> {ong}, {thon}
        C: Cánh đồng lúa vụ mùa ở {xa}.

        === trong-rung-go-lon
        for: main agriculture forest commune
        by: so-nong-nghiep-va-moi-truong chi-cuc-kiem-lam
        section: nong-nghiep
        terrain: upland midland
        pictures: forest mountains
        tags: trồng rừng; lâm nghiệp
        let ha = 85..460/5
        let gl = 24%..52% of ha
        let cay = 12..48
        let loai = keo lai giâm hom | lát hoa | quế | giổi xanh | thông nhựa | sa mộc
        T: {xa} trồng mới {ha} ha rừng
        T: Trồng rừng gỗ lớn ở {xa}: chờ thêm vài năm, thu thêm mấy lần
        T: {xa} chuẩn bị {cay} vạn cây giống cho vụ trồng rừng
        S: Vụ trồng rừng năm {nam}, {xa} phấn đấu trồng {ha} ha, trong đó có {gl} ha rừng gỗ lớn.
        S: Tranh thủ mưa ẩm, người dân {xa} đã xuống giống {ha} ha rừng, chủ yếu là {loai}.
        P: Các vườn ươm trên địa bàn chuẩn bị khoảng {cay} vạn cây giống có nguồn gốc rõ ràng. Trước khi xuất vườn, kiểm lâm kiểm tra chiều cao, bộ rễ và sâu bệnh.
        | {cay} vạn cây {loai} được ươm tại chỗ, giúp bà con bớt chi phí vận chuyển và cây bén rễ nhanh hơn.
        P: Thay vì khai thác non bán dăm, nhiều hộ ở {thon} cam kết giữ rừng từ mười năm trở lên, tỉa thưa đúng kỹ thuật và tham gia nhóm hộ có chứng chỉ quản lý rừng bền vững.
        | Tính toán của kiểm lâm cho thấy để rừng đến năm thứ mười hai, giá trị mỗi héc-ta cao gấp hai đến ba lần so với khai thác ở năm thứ năm.
        Q: Rừng là của để dành. Ngày trước thiếu tiền phải bán non, nay có vốn vay nên chờ được. >> {ong}, {thon}, {xa}
        P: Cùng với trồng mới, địa phương làm đường băng cản lửa, cắm biển cấm chăn thả ở rừng non và giao tổ bảo vệ rừng {thon2} tuần tra hằng tuần.
        | {coquan} hướng dẫn các hộ đăng ký mã số vùng trồng rừng nguyên liệu, chuẩn bị cho yêu cầu chứng minh gỗ hợp pháp của các nước nhập khẩu.
        C: Người dân {xa} trồng rừng đầu vụ.

        === gap-go-doanh-nghiep
        for: main finance enterprises enterpriseunit investment trade
        by: so-tai-chinh thue-tinh hiep-hoi-doanh-nghiep
        section: dau-tu, enterprises=ho-tro-doanh-nghiep
        pictures: hall city
        tags: đối thoại doanh nghiệp; môi trường kinh doanh
        let dn = 54..190
        let yk = 22..68
        let ngay = 58%..78% of yk
        let con = yk - ngay
        let vd = tiếp cận mặt bằng sản xuất | thủ tục hoàn thuế | vay vốn ưu đãi | tuyển dụng lao động có tay nghề | chi phí vận chuyển | phòng cháy và chữa cháy nhà xưởng | hóa đơn điện tử của hộ kinh doanh
        T: Đối thoại với {dn} doanh nghiệp: {ngay}/{yk} kiến nghị được trả lời ngay
        T: Doanh nghiệp kiến nghị nhiều nhất về {vd}
        T: Gỡ vướng {vd} cho doanh nghiệp
        T: {coquan} đối thoại với doanh nghiệp, hợp tác xã, hộ kinh doanh
        S: {buoi} {d}, {coquan} tổ chức hội nghị đối thoại với {dn} doanh nghiệp, hợp tác xã và hộ kinh doanh; {yk} kiến nghị được nêu, nhiều nhất là về {vd}.
        S: Tại hội nghị đối thoại do {coquan} tổ chức, {ngay} trong tổng số {yk} kiến nghị được trả lời ngay, số còn lại có thời hạn trả lời cụ thể.
        P: Đại diện doanh nghiệp thẳng thắn nêu khó khăn về {vd}, đề nghị cơ quan quản lý hướng dẫn thống nhất, tránh mỗi nơi hiểu một cách.
        | Nhiều ý kiến cho rằng vướng mắc về {vd} không hẳn do quy định mà do cách làm; doanh nghiệp mong có một đầu mối trả lời đến cùng.
        P: Tiếp thu ý kiến, {coquan} giải thích căn cứ từng nội dung, chỉ rõ bộ phận xử lý. {con} kiến nghị liên quan nhiều ngành được trả lời bằng văn bản trước ngày {d+12}.
        | {coquan} nhận trách nhiệm về một số hồ sơ chậm, cam kết rút ngắn thời gian; {con} kiến nghị còn lại được công khai tiến độ xử lý trên trang thông tin điện tử.
        Q: Chúng tôi không xin ưu tiên, chỉ mong biết trước và biết chắc để tính toán. >> {ong}, {congty}
        P?: Từ tháng {thangsau}, đối thoại được tổ chức định kỳ hai tháng một lần, luân phiên tại {kcn} và {ccn}.
        P: Lãnh đạo tỉnh nhấn mạnh quan điểm đồng hành, lấy mức độ hài lòng của doanh nghiệp làm thước đo, không hình sự hóa quan hệ kinh tế và không tổ chức kiểm tra trùng lặp.
        | Kết luận hội nghị nêu rõ mỗi kiến nghị phải có một địa chỉ chịu trách nhiệm, một thời hạn và một câu trả lời rõ ràng.
        C: Doanh nghiệp nêu kiến nghị tại hội nghị.

        === phong-dich-vat-nuoi
        for: main agriculture livestock commune
        by: chi-cuc-chan-nuoi-va-thu-y so-nong-nghiep-va-moi-truong xa
        section: nong-nghiep
        terrain: upland midland plain
        pictures: fields mountains
        tags: chăn nuôi; thú y
        let benh, vatnuoi = dịch tả lợn châu Phi / lợn | cúm gia cầm / gia cầm | lở mồm long móng / trâu, bò | viêm da nổi cục / trâu, bò
        let con = 2400..18600/50
        let tyle = 78..94
        let lit = 120..480/10
        T: {xa} tiêm phòng cho {con} con {vatnuoi}
        T: Chủ động phòng bệnh {benh} trên đàn vật nuôi
        T: {coquan} chỉ đạo phòng, chống bệnh {benh}
        S: Trước nguy cơ bệnh {benh} phát sinh khi thời tiết thay đổi, {coquan} tập trung tiêm phòng, khử trùng và kiểm soát vận chuyển {vatnuoi}.
        S: Đợt tiêm phòng này, {xa} tiêm cho {con} con {vatnuoi}, đạt {tyle}% tổng đàn thuộc diện tiêm.
        P: Cán bộ thú y cùng {thon} và các khu dân cư lập danh sách từng hộ, hẹn lịch tiêm tại nhà. Vắc xin được bảo quản lạnh từ kho đến nơi tiêm, người nuôi ký xác nhận ngay trên phiếu.
        | Tổ tiêm phòng làm việc cả ngày nghỉ, ưu tiên nơi từng có dịch, nơi nuôi tập trung và các hộ giáp ranh. Tỷ lệ tiêm đến nay đạt {tyle}%.
        P: {lit} lít hóa chất đã được cấp để khử trùng chợ, điểm giết mổ, đường làng và chuồng trại. Các hộ được khuyến cáo rắc vôi bột lối ra vào, hạn chế người lạ vào khu nuôi.
        | Cùng với phun {lit} lít thuốc khử trùng, địa phương đặt chốt kiểm tra tạm thời trên các tuyến đường chính, kiểm tra giấy kiểm dịch của xe chở {vatnuoi}.
        L?: Không mua bán, giết mổ vật nuôi ốm, chết ;; Không vứt xác vật nuôi ra kênh mương ;; Báo ngay cho thú y cơ sở khi vật nuôi bỏ ăn, sốt, chết bất thường ;; Chỉ tái đàn khi đủ điều kiện an toàn
        P: {coquan} khẳng định nguồn cung thực phẩm vẫn ổn định; người dân chọn sản phẩm có dấu kiểm soát giết mổ và không quay lưng với thực phẩm an toàn.
        | Hộ giấu dịch, bán chạy vật nuôi mắc bệnh bị xử lý theo quy định và không được hỗ trợ thiệt hại. Đường dây nóng tiếp nhận thông tin suốt ngày đêm.
        C: Cán bộ thú y tiêm phòng cho vật nuôi ở {xa}.

        === kiem-tra-thi-truong
        for: main trade tradeunit enterprises
        by: chi-cuc-quan-ly-thi-truong so-cong-thuong
        section: cong-thuong, enterprises=tin-doanh-nghiep
        pictures: city
        tags: quản lý thị trường; bình ổn giá
        let vu = 42..160
        let vipham = 18%..44% of vu
        let trieu = 180..960/10
        let hang = mỹ phẩm không rõ nguồn gốc | bánh kẹo quá hạn sử dụng | phụ tùng xe máy giả nhãn hiệu | đồ chơi trẻ em không có dấu hợp quy | phân bón kém chất lượng | quần áo giả nhãn hiệu
        T: Kiểm tra {vu} vụ, xử lý {vipham} vụ vi phạm trong tháng {thangtruoc}
        T: Phát hiện lô hàng {hang} tại {xa}
        T: Tăng cường kiểm tra, giữ ổn định thị trường trên địa bàn tỉnh
        S: Tháng {thangtruoc}, lực lượng quản lý thị trường kiểm tra {vu} vụ, xử lý {vipham} vụ vi phạm, thu nộp ngân sách {trieu} triệu đồng.
        S: Qua kiểm tra một cơ sở kinh doanh tại {xa}, lực lượng chức năng tạm giữ số hàng là {hang}; chủ cơ sở không xuất trình được hóa đơn, chứng từ.
        P: Vi phạm chủ yếu là không niêm yết giá, kinh doanh {hang} và bán hàng trên mạng không công khai thông tin người bán. Hàng vi phạm bị tịch thu, tiêu hủy theo quy định.
        | Trong các vụ bị xử lý, đáng chú ý là nhóm hàng {hang} được rao bán qua mạng xã hội, giao tận nhà, khiến người mua khó đối chiếu nguồn gốc.
        P: Bên cạnh xử lý, lực lượng chức năng vận động hơn {ho2} hộ kinh doanh ở {cho} ký cam kết không bán hàng giả, hàng cấm, cân đo đúng.
        let ho2 = 60..240/10
        | Tại {cho}, tổ công tác đặt cân đối chứng để người mua tự kiểm tra; {ho2} hộ kinh doanh đã ký cam kết bán hàng đúng giá niêm yết.
        P: Cơ quan quản lý thị trường đề nghị người dân giữ hóa đơn, quay phim lúc mở gói hàng mua qua mạng và phản ánh qua đường dây nóng khi nghi hàng giả.
        | Người tiêu dùng khi phát hiện dấu hiệu găm hàng, tăng giá bất hợp lý có thể gửi ảnh, địa chỉ đến cơ quan quản lý thị trường; thông tin người phản ánh được giữ kín.
        C: Lực lượng chức năng kiểm tra hàng hóa tại {cho}.

        === khuyen-cong-may-moi
        for: main trade tradeunit science scienceunit
        by: so-cong-thuong trung-tam-khuyen-cong so-khoa-hoc-va-cong-nghe
        section: cong-thuong
        pictures: city fields
        tags: khuyến công; đổi mới công nghệ
        let may, viec, cs = máy sấy lạnh / sấy nông sản / Hợp tác xã Nông nghiệp Ban Mai | máy cắt khắc tự động / chế tác đồ gỗ / cơ sở mộc Đồng Nứa | dây chuyền chiết rót / đóng chai nước mắm / Hợp tác xã Nước mắm Bãi Ngang | máy sao chè bằng điện / chế biến chè / Hợp tác xã Chè Đồi Sim | khung dệt bán tự động / dệt thổ cẩm / Hợp tác xã Dệt thổ cẩm Bản Vãng | lò nung khí hóa / nung gốm / cơ sở gốm Bến Gốm
        let trieu = 180..640/10
        let hotro = 30%..45% of trieu
        let tang = 25..60/5
        let ld = 8..36
        T: {cs} đưa {may} vào sản xuất
        T: Hỗ trợ {hotro} triệu đồng giúp cơ sở sản xuất nông thôn đổi mới máy móc
        T: Nghiệm thu mô hình ứng dụng {may} trong {viec}
        S: Với {hotro} triệu đồng hỗ trợ từ nguồn kinh phí khuyến khích phát triển sản xuất, {cs} đầu tư {may} phục vụ {viec}, năng suất tăng khoảng {tang}%.
        S: {buoi} {d}, hội đồng nghiệm thu đánh giá mô hình ứng dụng {may} trong {viec} tại {cs}, tổng kinh phí {trieu} triệu đồng.
        P: Tổng kinh phí đầu tư là {trieu} triệu đồng, trong đó Nhà nước hỗ trợ {hotro} triệu đồng, phần còn lại do cơ sở đối ứng. Sau chạy thử, thiết bị hoạt động ổn định, tiêu hao điện giảm rõ.
        | Trước đây khâu {viec} phụ thuộc vào thời tiết và tay nghề từng người. Có {may}, sản phẩm đồng đều hơn, năng suất tăng {tang}%, giữ việc làm cho {ld} lao động.
        Q: Máy làm nhanh hơn, anh em bớt việc nặng, hàng ra đều nên khách quen quay lại nhiều. >> {ong}, {cs}
        P: Hội đồng lưu ý cơ sở vận hành đúng quy trình, bảo dưỡng định kỳ và sẵn sàng đón các cơ sở khác đến học hỏi trong thời gian hai năm.
        | Sau nghiệm thu, ngành công thương tổ chức cho các cơ sở ở {xa2}, {xa3} đến xem tận nơi trước khi quyết định đầu tư.
        P?: Hồ sơ đề nghị hỗ trợ năm {namsau} được tiếp nhận từ nay đến ngày {dy+40}.
        C: Vận hành {may} tại {cs}.

        === dau-gia-dat
        for: main commune
        by: trung-tam-phat-trien-quy-dat xa
        section: thong-bao
        pictures: city fields
        tags: đấu giá quyền sử dụng đất; thông báo
        let lo = 8..42
        let m2 = 90..180/5
        let gia = 3.2..14.6
        let bn = 10 | 15 | 20
        let tb = doc TB-CQ -1
        T: Thông báo đấu giá quyền sử dụng đất {lo} lô đất ở tại {xa}
        T: {coquan} thông báo đấu giá {lo} lô đất tại {thon}, {xa}
        T: Đấu giá {lo} lô đất ở tại {thon}: những điều cần biết
        S: {coquan} thông báo tổ chức đấu giá quyền sử dụng đất đối với {lo} lô đất ở tại {thon}, {xa}.
        S: Phiên đấu giá {lo} lô đất ở tại {thon}, {xa} dự kiến tổ chức vào ngày {dy+32} theo hình thức bỏ phiếu kín trực tiếp, phương thức trả giá lên.
        TB: Thông tin tài sản đấu giá
        TH: Nội dung ;; Chi tiết
        TR: Số lô đất ;; {lo} lô
        TR: Diện tích mỗi lô ;; từ {m2} m² trở lên, theo bản đồ phân lô được duyệt
        TR: Giá khởi điểm ;; từ {gia} triệu đồng/m²
        TR: Tiền đặt trước ;; {bn}% giá khởi điểm của lô đất
        TR: Thời gian xem đất ;; từ ngày {d+8} đến ngày {d+12}, trong giờ hành chính
        P: Hồ sơ mời tham gia đấu giá được phát hành từ ngày {dy+5} đến 16 giờ ngày {dy+28}. Khách hàng nộp tiền đặt trước qua tài khoản ngân hàng; không nhận tiền mặt tại nơi đấu giá.
        | Tổ chức, cá nhân có nhu cầu mua và nộp hồ sơ trong giờ hành chính, chậm nhất 16 giờ ngày {dy+28}; nộp khoản tiền đặt trước bằng chuyển khoản và giữ lại chứng từ.
        P: Người tham gia phải đủ điều kiện theo quy định của pháp luật về đất đai và pháp luật về đấu giá tài sản; người trúng đấu giá nộp tiền đúng hạn, quá hạn sẽ bị hủy kết quả và mất tiền đặt trước.
        | Quy chế cuộc đấu giá, bản đồ phân lô và mức bước giá được niêm yết tại trụ sở {ubndxa} và nơi tổ chức đấu giá.
        P: {coquan} khuyến cáo người dân tìm hiểu kỹ giá đất trong khu vực, không tham gia trả giá hộ, không tin lời rao “bao trúng” của môi giới. Mọi hành vi thông đồng, dìm giá bị xử lý nghiêm.
        D: Thông báo đấu giá quyền sử dụng đất >> {tb}

        === tin-dung-chinh-sach
        for: main finance commune union unionunit ethnic
        by: ngan-hang-chinh-sach-xa-hoi hoi-nong-dan hoi-lien-hiep-phu-nu
        section: lao-dong-an-sinh
        terrain: upland midland plain
        pictures: fields terraces
        tags: tín dụng chính sách; giảm nghèo
        let ty = 18..74
        let ho = 320..1280/5
        let to = 14..42
        let vay = 50..100/10
        let mh = nuôi bò sinh sản | trồng cây ăn quả | nuôi gà đồi | trồng dâu nuôi tằm | dệt thổ cẩm | trồng rau trong nhà lưới | nuôi ong lấy mật
        T: {xa}: {ho} hộ vay vốn ưu đãi phát triển sản xuất
        T: Đồng vốn chính sách giúp bà con {thon} mở hướng làm ăn
        T: Dư nợ tín dụng chính sách ở {xa} đạt {ty} tỷ đồng
        S: Đến cuối tháng {thangtruoc}, dư nợ tín dụng chính sách tại {xa} đạt {ty} tỷ đồng với {ho} hộ còn vay vốn qua {to} tổ tiết kiệm và vay vốn.
        S: Từ nguồn vốn vay ưu đãi, nhiều hộ ở {thon}, {xa} đầu tư mô hình {mh}, có thu nhập ổn định và từng bước thoát nghèo.
        P: Việc bình xét cho vay được thực hiện ngay tại tổ tiết kiệm và vay vốn, có trưởng thôn, tổ trưởng dân phố chứng kiến. Ngày giao dịch cố định hằng tháng tại trụ sở xã, phường giúp bà con không phải đi xa.
        | Mỗi tháng, ngân hàng giao dịch một ngày cố định tại xã, phường; người vay nhận tiền, trả lãi, gửi tiết kiệm tại chỗ, mọi thông tin đều niêm yết công khai.
        P: Gia đình {ong} ở {thon} vay {vay} triệu đồng đầu tư {mh}. Sau gần hai năm, gia đình đã trả được một phần gốc và sửa lại nhà.
        | Với {vay} triệu đồng vốn vay, {ong} ở {thon} chọn mô hình {mh}; thu nhập mỗi tháng tăng thêm vài triệu đồng, con cái được học hành đầy đủ.
        Q: Vay được vốn là một chuyện, được chỉ cách làm lại là chuyện khác. Có cả hai mới dám nghĩ lớn. >> {ong}, {thon}
        P: Các đoàn thể nhận ủy thác tăng cường kiểm tra sử dụng vốn, lồng ghép tập huấn kỹ thuật và hướng dẫn bà con mua bảo hiểm cho vật nuôi, cây trồng.
        | Thời gian tới, ngân hàng phối hợp với {ubndxa} rà nhu cầu vay vốn tạo việc làm, nhà ở xã hội, nước sạch và vệ sinh môi trường, không để vốn chờ dân.
        C: Người dân {xa} giao dịch vốn vay ưu đãi.
        """
}
