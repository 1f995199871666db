/// Business: investors, exports, dialogue, taxes, small firms.
extension FamilyTexts {
    static let enterprises = """
        === giay-chung-nhan-dau-tu
        for: main enterprises investment finance
        by: ban-quan-ly-khu-kinh-te so-tai-chinh
        section: dau-tu
        pictures: harbour city
        event: investment
        tags: thu hút đầu tư; khu công nghiệp
        let von = 24..380/2
        let ld = 420..3200/20
        let ha = 4..36
        let nganh = sản xuất linh kiện điện tử | chế biến thủy sản xuất khẩu | may mặc công nghệ cao | vật liệu xây dựng không nung | sản xuất thiết bị năng lượng tái tạo | kho lạnh và dịch vụ hậu cần
        T: Trao giấy chứng nhận đầu tư dự án {nganh} vốn {von} triệu USD
        T: {kcn} đón thêm dự án {nganh}
        T: Dự án {nganh} tại {kcn} dự kiến tạo {ld} việc làm
        S: [Sáng|Chiều] {d}, {coquan} trao giấy chứng nhận đăng ký đầu tư cho dự án {nganh} tại {kcn}, tổng vốn {von} triệu USD.
        P: Dự án sử dụng {ha} ha đất, áp dụng dây chuyền tự động, tuần hoàn nước và dự kiến tạo việc làm cho {ld} lao động khi hoạt động hết công suất.
        | Trên diện tích {ha} ha, nhà đầu tư xây dựng nhà xưởng đạt tiêu chuẩn công trình xanh; khi đi vào sản xuất, dự án cần khoảng {ld} lao động, ưu tiên người địa phương.
        P: Từ lúc nộp hồ sơ đến khi được cấp giấy chứng nhận, nhà đầu tư chỉ làm việc với một đầu mối. Thủ tục môi trường, xây dựng, phòng cháy được giải quyết song song.
        | {coquan} lập tổ hỗ trợ riêng, họp giao ban hằng tuần với nhà đầu tư để gỡ vướng về điện, nước, tuyển dụng và nhà ở công nhân.
        P: Tại lễ trao, đại diện tỉnh đề nghị nhà đầu tư triển khai đúng tiến độ, giữ cam kết về môi trường và liên kết với doanh nghiệp trong tỉnh để cung ứng nguyên liệu, dịch vụ.
        C: Lễ trao giấy chứng nhận đăng ký đầu tư.

        === kim-ngach-xuat-khau
        for: main enterprises trade finance
        by: so-cong-thuong hai-quan-khu-vuc
        section: cong-thuong, enterprises=xuat-nhap-khau
        pictures: harbour
        event: exports
        tags: xuất khẩu; kinh tế
        let kn = 180..620/2
        let nk = 120..480/2
        let tang = 4.6..18.9
        let mat = thủy sản chế biến | đồ gỗ | hàng may mặc | linh kiện điện tử | chè và nông sản khô
        T: Xuất khẩu tháng {thangtruoc} đạt {kn} triệu USD, tăng {tang}%
        T: {mat} dẫn đầu nhóm hàng xuất khẩu của tỉnh trong tháng {thangtruoc}
        T: Doanh nghiệp An Sơn mở thêm thị trường cho {mat}
        S: Theo {coquan}, kim ngạch xuất khẩu tháng {thangtruoc} của tỉnh ước đạt {kn} triệu USD, tăng {tang}% so với cùng kỳ năm trước.
        TB: Kim ngạch hàng hóa tháng {thangtruoc} (triệu USD)
        TH: Chỉ tiêu ;; Giá trị
        TR: Xuất khẩu ;; {kn}
        TR: Nhập khẩu ;; {nk}
        P: Mặt hàng tăng mạnh nhất là {mat}. Doanh nghiệp cho biết đơn hàng đã ký đến hết quý sau, song chi phí vận chuyển và tiêu chuẩn xanh của thị trường nhập khẩu là thách thức.
        | Nhóm hàng {mat} tiếp tục giữ đà tăng nhờ tận dụng ưu đãi thuế quan; một số doanh nghiệp đầu tư phòng kiểm nghiệm riêng để rút ngắn thời gian giao hàng.
        P: Cảng Cửa Lam tăng chuyến tàu công-te-nơ hằng tuần, giúp hàng hóa của tỉnh không phải đi vòng qua cảng khác.
        | Cơ quan hải quan làm thủ tục ngoài giờ với lô hàng nông, thủy sản tươi sống; thời gian thông quan luồng xanh tính bằng giây.
        P: {coquan} sẽ tổ chức các lớp hướng dẫn quy tắc xuất xứ, truy xuất nguồn gốc và kết nối với hệ thống thương vụ để tìm thêm người mua.
        C: Bốc xếp hàng xuất khẩu tại cảng Cửa Lam.

        === doi-thoai-doanh-nghiep
        for: main enterprises finance trade investment
        by: so-tai-chinh so-cong-thuong hai-quan-khu-vuc hiep-hoi-doanh-nghiep thue-tinh ban-quan-ly-khu-kinh-te
        section: kinh-te, enterprises=tin-doanh-nghiep
        pictures: hall
        event: dialogue
        tags: đối thoại doanh nghiệp; môi trường kinh doanh
        let dn = 60..240/2
        let yk = 22..68
        let ngay = 62%..88% of yk
        T: Đối thoại với {dn} doanh nghiệp: {ngay} kiến nghị được trả lời ngay
        T: {coquan} lắng nghe và gỡ vướng cho doanh nghiệp
        T: Doanh nghiệp kiến nghị {kn}
        let kn = rút ngắn thủ tục thuê đất | sớm có nhà ở cho công nhân | ổn định nguồn điện mùa cao điểm | công khai giá vật liệu theo tháng | giảm số cuộc thanh tra, kiểm tra trùng lặp
        S: [Sáng|Chiều] {d}, {coquan} tổ chức đối thoại với {dn} doanh nghiệp, hợp tác xã, hộ kinh doanh trên địa bàn tỉnh.
        S: Trong {yk} kiến nghị gửi đến hội nghị đối thoại, {ngay} kiến nghị được trả lời trực tiếp, số còn lại có thời hạn xử lý cụ thể.
        P: Doanh nghiệp tập trung kiến nghị {kn}. Nhiều ý kiến đề nghị mỗi thủ tục có một người chịu trách nhiệm đến cùng.
        | Nổi bật trong các ý kiến là đề nghị {kn}; bên cạnh đó là chuyện vay vốn, tuyển lao động có nghề và kết nối với nhà cung ứng.
        P: Đại diện các cơ quan đã trả lời từng câu hỏi, nêu căn cứ, thời hạn và số điện thoại của người phụ trách. Nội dung trả lời được đăng công khai để doanh nghiệp khác tham khảo.
        P: Kết luận đối thoại, {coquan} cam kết lập bảng theo dõi kiến nghị, cập nhật tiến độ vào thứ Sáu hằng tuần.
        Q: Điều chúng tôi cần nhất là sự ổn định và dự báo được: bao giờ xong, ai trả lời. >> Đại diện {congty}
        C: Doanh nghiệp phát biểu tại hội nghị đối thoại.

        === ho-tro-doanh-nghiep-nho
        for: enterprises enterpriseunit finance scienceunit
        section: kinh-te, enterprises=ho-tro-doanh-nghiep
        pictures: city hall
        tags: doanh nghiệp nhỏ và vừa; hỗ trợ
        let dn = 24..120
        let noidung = quản trị tài chính | bán hàng trên sàn thương mại điện tử | áp dụng phần mềm kế toán, hóa đơn điện tử | xây dựng thương hiệu | tiêu chuẩn chất lượng và truy xuất nguồn gốc | tiết kiệm năng lượng trong sản xuất
        T: Hỗ trợ {dn} doanh nghiệp nhỏ và vừa về {noidung}
        T: Khai giảng khóa tư vấn {noidung} cho doanh nghiệp
        T: {dn} chủ doanh nghiệp học {noidung}
        S: Chương trình tư vấn {noidung} dành cho {dn} doanh nghiệp nhỏ và vừa, hộ kinh doanh khởi động từ ngày {d}, học phí được hỗ trợ toàn bộ.
        P: Mỗi doanh nghiệp được chuyên gia khảo sát, chỉ ra ba điểm yếu lớn nhất và cùng lập kế hoạch cải thiện trong chín mươi ngày.
        | Học viên mang bài toán của chính mình đến lớp, làm việc theo nhóm và được chuyên gia theo sát sau khóa học.
        P: {congty}, đơn vị tham gia khóa trước, cho biết đã giảm được hàng tồn kho và mở thêm hai kênh bán mới.
        P: Doanh nghiệp đăng ký trực tuyến, không phải nộp bản sao giấy tờ đã có trong cơ sở dữ liệu. Hạn đăng ký đợt tiếp theo là ngày {dy+25}.
        C: Chuyên gia tư vấn cho các chủ doanh nghiệp.

        === ho-kinh-doanh-thue
        for: enterprises finance commune main
        by: thue-tinh
        section: tai-chinh-ngan-sach, enterprises=ho-tro-doanh-nghiep
        pictures: city festival
        tags: thuế; hộ kinh doanh
        let ho = 420..3600/20
        let tl = 84..97
        T: Hướng dẫn {ho} hộ kinh doanh kê khai thuế điện tử
        T: {tl}% hộ kinh doanh ở {xa} đã dùng hóa đơn điện tử từ máy tính tiền
        T: Cán bộ thuế xuống chợ hướng dẫn tiểu thương {xa}
        S: {coquan} cử cán bộ đến từng chợ, khu phố hướng dẫn {ho} hộ kinh doanh đăng ký tài khoản, kê khai và nộp thuế điện tử.
        S: Đến nay, {tl}% hộ kinh doanh thuộc diện ở {xa} đã sử dụng hóa đơn điện tử khởi tạo từ máy tính tiền.
        P: Tại {cho}, các tổ hướng dẫn mở quầy từ sáng sớm, chỉ cách lập hóa đơn trên điện thoại, ghi sổ đơn giản và tra cứu nghĩa vụ thuế.
        | Tiểu thương ở {cho} được cài phần mềm dùng thử miễn phí, có nhóm hỗ trợ trả lời ngay cả buổi tối.
        P: {coquan} khẳng định không phạt lỗi nhỏ trong giai đoạn làm quen, đồng thời cảnh báo tin giả về việc truy thu hàng loạt.
        Q: Mới đầu thấy rối, làm vài hôm quen tay, cuối tháng biết rõ lãi lỗ bao nhiêu. >> {ong}, tiểu thương ở {cho}
        P: Hộ kinh doanh cần hỗ trợ có thể gọi tổng đài hoặc đến bàn tư vấn đặt tại {ubndxa} vào sáng thứ Ba, thứ Năm.
        C: Cán bộ thuế hướng dẫn tiểu thương tại {cho}.

        === cum-cong-nghiep
        for: main enterprises trade tradeunit commune
        by: so-cong-thuong
        terrain: midland plain urban
        section: cong-thuong, enterprises=dau-tu
        pictures: harbour city
        tags: cụm công nghiệp; khuyến công
        let ha = 28..75
        let lap = 46..92
        let ld = 800..4600/50
        T: {ccn} lấp đầy {lap}% diện tích
        T: Hoàn thành hạ tầng giai đoạn một của {ccn}
        T: {ccn} tạo việc làm cho {ld} lao động ở {xa}
        S: Với {ha} ha, {ccn} đã lấp đầy {lap}% diện tích cho thuê, giải quyết việc làm cho {ld} lao động {xa} và các xã lân cận.
        P: Hạ tầng gồm đường nội bộ, trạm xử lý nước thải, hệ thống chữa cháy và cây xanh đã hoàn thành giai đoạn một. Cơ sở sản xuất trong khu dân cư được vận động di dời vào cụm.
        | Chủ đầu tư hạ tầng đã vận hành trạm xử lý nước thải tập trung, dữ liệu quan trắc truyền về cơ quan quản lý.
        P: {congty} là một trong những đơn vị đầu tiên thuê đất tại đây, hiện có ba dây chuyền sản xuất và nhận đào tạo nghề cho lao động địa phương.
        P: {coquan} hỗ trợ các cơ sở công nghiệp nông thôn mua máy móc mới từ nguồn khuyến công, ưu tiên chế biến nông sản và nghề truyền thống.
        C: Một góc {ccn}.

        === khoi-nghiep-sang-tao
        for: enterprises science scienceunit school youthunit main
        by: so-khoa-hoc-va-cong-nghe tinh-doan
        section: kinh-te, enterprises=ho-tro-doanh-nghiep
        pictures: hall city
        tags: khởi nghiệp; đổi mới sáng tạo
        let da = 32..140/2
        let tien = 100..400/50
        let yt = bao bì từ bã mía | phần mềm đặt máy gặt | thiết bị cảnh báo lũ cho suối nhỏ | trà sim hòa tan | nền tảng cho thuê ngư cụ | sách nói tiếng dân tộc
        T: Ý tưởng “{yt}” giành giải Nhất cuộc thi khởi nghiệp
        T: {da} dự án dự thi khởi nghiệp đổi mới sáng tạo năm {nam}
        T: Người trẻ An Sơn khởi nghiệp với “{yt}”
        S: Cuộc thi khởi nghiệp đổi mới sáng tạo năm {nam} nhận {da} dự án; giải Nhất thuộc về ý tưởng “{yt}” của nhóm bạn trẻ đến từ {xa}.
        P: Ban giám khảo đánh giá cao dự án “{yt}” vì giải quyết việc thật của địa phương, có khách hàng thử nghiệm và chi phí thấp.
        | Ở vòng chung kết, mỗi nhóm có bảy phút trình bày và mười phút trả lời. “{yt}” thuyết phục nhờ mô hình chạy thử ngay tại hội trường.
        P: Ngoài giải thưởng {tien} triệu đồng, nhóm được ươm tạo sáu tháng, dùng chung phòng thí nghiệm và kết nối với {congty}.
        P: {coquan} cho biết những dự án chưa đoạt giải vẫn được tư vấn hoàn thiện, giới thiệu với quỹ đầu tư và ngân hàng.
        C: Nhóm tác giả dự án “{yt}” thuyết trình.
        """
}
