/// Works, safety, weather and public services: what people look up before they leave the house, and how bodies serve them.
extension FamilyTexts {
    static let serviceB = """
        === phan-luong-sua-duong
        for: main construction project commune buildunit
        by: so-xay-dung ban-quan-ly-du-an-giao-thong xa
        section: xay-dung-giao-thong, unit=thong-bao, commune=thong-bao
        pictures: bridge city
        tags: phân luồng giao thông; thông báo
        let km = 2..6
        let m = 180..940/20
        let ngay = 15..60/5
        let viec = thảm lại mặt đường | sửa khe co giãn và lan can | mở rộng cống thoát nước ngang đường | xử lý lún, bù vênh mặt đường | làm lại vỉa hè và hệ thống chiếu sáng
        let tb = doc TB-CQ -2
        T: Phân luồng giao thông phục vụ {viec} trên {tinhlo}
        T: Hạn chế phương tiện trên {tinhlo} từ ngày {d+3}
        T: Thông báo tổ chức giao thông khi {viec} tại {xa}
        S: Để phục vụ {viec}, từ ngày {dy+3}, phương tiện lưu thông trên {tinhlo}, đoạn qua {xa}, đi theo hướng dẫn phân luồng dưới đây.
        S: {tinhlo}, đoạn qua {xa} dài {km} km, được thi công trong {ngay} ngày; xe tải trên 10 tấn và xe khách từ 29 chỗ hạn chế lưu thông vào giờ cao điểm.
        P: Đơn vị thi công làm nửa mặt đường, nửa còn lại bảo đảm giao thông; thời gian thi công từ 8 giờ đến 16 giờ 30, không làm vào thứ Bảy, Chủ nhật tại đoạn gần chợ và trường học.
        | Việc thi công được chia thành từng đoạn không quá {m} m, làm đến đâu gọn đến đó; hai đầu có người điều tiết và biển báo phản quang.
        L: Xe máy, xe con: đi nửa đường còn lại theo tín hiệu của người điều tiết ;; Xe tải trên 10 tấn: đi theo hướng phân luồng trên biển báo, không vào đoạn thi công từ 6 giờ đến 8 giờ và từ 16 giờ 30 đến 18 giờ 30 ;; Xe khách: đón, trả khách tại điểm tạm ở đầu {thon} ;; Xe ưu tiên được nhường đường ở mọi thời điểm
        P: Người dân chú ý quan sát biển báo, giảm tốc độ và nhường đường cho người đi bộ, học sinh. Phản ánh về bụi, tiếng ồn hoặc hư hỏng đường dân sinh gửi về {ubndxa} hoặc số điện thoại ghi trên biển công trường.
        | {coquan} đề nghị người tham gia giao thông đi chậm, giữ khoảng cách và chọn hướng đi khác vào giờ cao điểm; doanh nghiệp vận tải thông báo trước cho hành khách.
        P?: Trường hợp mưa kéo dài, thời gian hoàn thành có thể lùi tối đa năm ngày và sẽ được thông báo lại.
        D: Thông báo tổ chức giao thông phục vụ thi công >> {tb}
        C: Biển báo phân luồng trên {tinhlo}.

        === tam-ngung-cap-dien
        for: main commune
        by: xa
        section: thong-bao
        pictures: city fields
        tags: lịch cắt điện; thông báo
        let lydo = thay dây dẫn, cân pha lưới hạ áp | bảo dưỡng trạm biến áp | chặt tỉa cây trong hành lang lưới điện | di dời cột điện phục vụ thi công đường | nâng công suất máy biến áp
        let ho = 240..1400/10
        T: Thông báo tạm ngừng cung cấp điện tại {xa} ngày {dy+4}
        T: Lịch tạm ngừng cung cấp điện tại {thon} và {thon2}, {xa}
        T: {xa}: tạm ngừng cấp điện để {lydo}
        S: Ngành điện thông báo tạm ngừng cung cấp điện tại một số khu vực của {xa} vào ngày {dy+4} để {lydo}; khoảng {ho} hộ bị ảnh hưởng.
        S: Người dân {thon}, {thon2} thuộc {xa} chủ động sắp xếp sinh hoạt, sản xuất trong thời gian tạm ngừng cung cấp điện ngày {dy+4}.
        TB: Lịch tạm ngừng cung cấp điện
        TH: Thời gian ;; Khu vực ;; Lý do
        TR: 7 giờ 30 - 11 giờ ;; {thon} ;; {lydo}
        TR: 13 giờ 30 - 16 giờ 30 ;; {thon2} ;; {lydo}
        P: Nếu công việc hoàn thành sớm, điện có thể được cấp lại trước giờ dự kiến mà không báo thêm; người dân coi lưới điện luôn có điện, không tự ý trèo cột, thả diều gần đường dây.
        | Điện sẽ được khôi phục ngay khi xong việc. Để bảo đảm an toàn, đề nghị ngắt thiết bị công suất lớn, giữ khoảng cách với khu vực công nhân đang làm việc.
        P: Cơ sở nuôi trồng, ấp trứng, kho lạnh, phòng khám và hộ có người bệnh dùng máy thở chuẩn bị nguồn dự phòng và báo cho điện lực để được hỗ trợ.
        | {ubndxa} đề nghị trạm y tế, trường học, đài truyền thanh và các hộ sản xuất bố trí máy phát dự phòng; trẻ em không đến gần máy phát đang chạy.
        P?: Lịch được nhắc lại trên loa truyền thanh của {xa} vào 17 giờ ngày {d+3}.

        === lich-ngung-cap-nuoc
        for: main commune water
        by: trung-tam-nuoc-sach-nong-thon xa
        section: thong-bao
        pictures: river city
        tags: cấp nước; thông báo
        let lydo = súc rửa bể chứa và đường ống | thay van, đồng hồ tổng | đấu nối tuyến ống mới | sửa chữa đường ống bị vỡ | bảo dưỡng trạm bơm cấp hai
        let gio = 4..10
        let ho = 320..2600/10
        T: Thông báo tạm ngừng cấp nước sạch tại {xa} ngày {dy+3}
        T: {xa}: nước sạch tạm ngừng {gio} giờ trong ngày {d+3}
        T: Tạm ngừng cấp nước để {lydo}
        S: Từ 20 giờ ngày {dy+3}, việc cấp nước sạch cho khoảng {ho} hộ ở {xa} tạm ngừng trong {gio} giờ để {lydo}.
        S: Người dân {thon}, {thon2} và khu vực lân cận của {xa} cần trữ nước trước 20 giờ ngày {dy+3} để dùng trong thời gian đơn vị cấp nước {lydo}.
        P: Trong giờ đầu sau khi có nước trở lại, nước có thể đục hoặc có bọt khí; người dân xả bỏ vài phút đến khi nước trong rồi mới trữ, chưa dùng ngay cho máy lọc và máy giặt.
        | Khi cấp nước trở lại, áp lực có thể yếu ở khu vực cao và cuối nguồn. Đề nghị mở vòi từ từ, kiểm tra phao bể để tránh thất thoát.
        P: Đơn vị cấp nước bố trí xe bồn tại nhà văn hóa {thon} phục vụ trường học, trạm y tế và các hộ không có bể chứa.
        | Trường hợp ngừng cấp nước kéo dài hơn dự kiến, nước được chở bằng xe bồn đến {thon} và {thon2}, không thu tiền.
        P: Người dân phát hiện rò rỉ, vỡ ống đề nghị gọi số điện thoại trực sửa chữa in trên hóa đơn tiền nước; người báo tin không mất phí.

        === an-toan-giao-thong-cao-diem
        for: main security construction commune transportunit
        by: cong-an-tinh ban-an-toan-giao-thong
        section: quoc-phong-an-ninh
        pictures: city bridge
        tags: an toàn giao thông; trật tự giao thông
        let dot = ban đêm và cuối tuần | trên các tuyến trọng điểm | tại khu vực đông dân cư
        let xe = 1240..5600/20
        let vp = 9%..16% of xe
        let con = 28%..42% of vp
        let sv = 12..48
        T: Kiểm tra {xe} phương tiện, xử lý {vp} trường hợp vi phạm
        T: Ra quân bảo đảm trật tự, an toàn giao thông {dot}
        T: Tăng cường kiểm soát nồng độ cồn {dot}
        S: Sau hai tuần ra quân bảo đảm an toàn giao thông {dot}, lực lượng chức năng kiểm tra {xe} phương tiện, lập biên bản {vp} trường hợp vi phạm, trong đó {con} trường hợp vi phạm nồng độ cồn.
        S: Đợt cao điểm bảo đảm trật tự, an toàn giao thông {dot} tập trung vào nồng độ cồn, tốc độ, chở quá tải và xe khách dừng, đỗ sai quy định.
        P: Các tổ công tác làm nhiệm vụ suốt ngày đêm trên {tinhlo}, {duong} và khu vực cổng trường, bến xe. Toàn bộ quá trình kiểm tra được ghi hình.
        | Trên các tuyến như {tinhlo}, {duong}, lực lượng chức năng vừa xử lý vi phạm, vừa hướng dẫn người đi đường; trường hợp vi phạm lần đầu, lỗi nhẹ được nhắc nhở, ký cam kết.
        P: Qua rà soát, {sv} điểm tiềm ẩn tai nạn được kiến nghị xử lý như phát quang tầm nhìn, bổ sung gờ giảm tốc, biển báo và đèn chiếu sáng, trước hết ở địa bàn {xa}.
        | {xa} đã phối hợp phát quang, lắp gương cầu lồi và dẹp điểm họp chợ lấn đường; {sv} vị trí khác sẽ được xử lý trong tháng {thangsau}.
        L?: Đã uống rượu, bia thì không lái xe ;; Đội mũ bảo hiểm cài quai, kể cả trẻ em ;; Giảm tốc độ khi qua cổng trường, chợ, đường ngang ;; Kiểm tra phanh, lốp, đèn trước khi đi xa
        P: Lực lượng chức năng kêu gọi mỗi gia đình nhắc nhau không giao xe cho người chưa đủ tuổi; nhà trường ký cam kết với phụ huynh và học sinh.
        | Người dân có thể gửi hình ảnh, đoạn phim phản ánh vi phạm qua kênh tiếp nhận chính thức; thông tin người gửi được bảo mật.
        C: Lực lượng chức năng làm nhiệm vụ trên {duong}.

        === tap-huan-chua-chay-co-quan
        for: unit dept
        by: cong-an-tinh
        section: quoc-phong-an-ninh, unit=tin-hoat-dong
        pictures: hall city
        tags: phòng cháy, chữa cháy; an toàn cơ quan
        let nguoi = 40..180/5
        let phut = 6..14
        let binh = 24..96
        let noi = kho hồ sơ ở tầng hai | phòng máy chủ | nhà để xe | bếp ăn tập thể | phòng điện tầng một
        T: {coquan} diễn tập chữa cháy, cứu nạn
        T: {nguoi} cán bộ, nhân viên {coquan} thực hành chữa cháy
        T: Tình huống cháy giả định tại {noi} của {coquan}
        S: {buoi} {d}, {coquan} phối hợp với Cảnh sát phòng cháy, chữa cháy tổ chức tập huấn và diễn tập cho {nguoi} cán bộ, nhân viên.
        S: Giả định đám cháy bùng phát tại {noi}, lực lượng tại chỗ của {coquan} đã báo động, cắt điện, hướng dẫn thoát nạn và khống chế ngọn lửa trong {phut} phút.
        P: Người tham dự được hướng dẫn nhận biết nguyên nhân cháy thường gặp như chập điện, sạc pin qua đêm, để vật dễ cháy gần ổ cắm; cách dùng bình chữa cháy và thoát nạn trong khói.
        | Sau phần lý thuyết ngắn, từng nhóm lần lượt thực hành dùng bình bột, bình khí, chăn dập lửa và bò thấp thoát nạn qua lều khói.
        P: Dịp này, {coquan} kiểm tra, thay mới {binh} bình chữa cháy, tháo bỏ vật cản lối thoát hiểm và dán sơ đồ thoát nạn ở từng tầng.
        | {binh} bình chữa cháy được kiểm tra áp suất; các ổ cắm kéo dài quá tải bị thu hồi; cửa thoát hiểm được mở thử và gắn đèn chỉ dẫn.
        Q?: Làm thử mới biết trong khói tìm cửa khó thế nào. Từ mai tôi sẽ để ý lối thoát hiểm ở mọi nơi mình đến. >> Một nhân viên dự tập huấn
        P: Kết luận buổi diễn tập, {coquan} yêu cầu người cuối cùng rời phòng phải tắt thiết bị điện, không sạc xe điện qua đêm trong nhà để xe và tự kiểm tra an toàn vào ngày đầu mỗi tháng.
        C: Thực hành dùng bình chữa cháy.

        === phong-chay-khu-dan-cu
        for: main security commune
        by: cong-an-tinh xa
        section: quoc-phong-an-ninh
        pictures: city
        tags: phòng cháy, chữa cháy; tổ liên gia
        let to = 6..28
        let ho = 90..420/5
        let chuong = 120..560/10
        T: {xa} ra mắt {to} tổ liên gia an toàn phòng cháy
        T: Mỗi nhà một bình chữa cháy: cách làm ở {thon}
        T: {ho} hộ ở {xa} lắp chuông báo cháy nối các nhà
        S: {xa} vừa ra mắt {to} tổ liên gia an toàn phòng cháy, mỗi tổ gồm từ 5 đến 15 hộ liền kề, được lắp chuông báo cháy nối với nhau.
        S: Tại {thon}, {xa}, {ho} hộ đã trang bị bình chữa cháy, mở lối thoát nạn thứ hai và kết nối chuông báo cháy giữa các nhà.
        P: Khi một nhà nhấn chuông, tất cả các hộ trong tổ cùng nghe và mang bình chữa cháy đến hỗ trợ trong những phút đầu, trước khi xe chữa cháy tới nơi.
        | Nguyên tắc của tổ là nhà gần nhất đến trước, người khỏe giúp người già, trẻ nhỏ ra ngoài, người còn lại cắt điện và gọi 114.
        P: Kinh phí do các hộ đóng góp và nguồn xã hội hóa. Đến nay, {chuong} bình chữa cháy đã đến tay người dân; Công an {xa} hướng dẫn cách kiểm tra, sử dụng từng bình.
        | Công an {xa} đi từng nhà tư vấn tháo bớt khung sắt, làm cửa thoát hiểm ở ban công; {chuong} bình chữa cháy được mua chung để có giá tốt.
        Q: Có chuông rồi, đêm hôm cũng yên tâm, biết bên mình luôn có hàng xóm. >> {ong}, {thon}
        P: Mô hình sẽ được nhân rộng ở {thon2} và các khu nhà trọ, chợ dân sinh; mỗi quý tổ chức diễn tập một lần.
        | Địa phương đặt mục tiêu trước cuối năm {nam}, mọi khu dân cư có ngõ nhỏ đều có điểm chữa cháy công cộng.
        C: Tổ liên gia an toàn phòng cháy ở {thon} diễn tập.

        === dien-tap-chay-rung
        for: main forest agriculture defence security commune
        by: chi-cuc-kiem-lam bo-chi-huy-quan-su-tinh
        section: moi-truong-thien-tai
        months: 1-6, 11-12
        terrain: upland midland
        pictures: forest mountains
        tags: phòng cháy, chữa cháy rừng; diễn tập
        let nguoi = 140..420/5
        let ha = 2.5..8.4
        let gio = 2..4
        let ranh = 4..18
        T: Diễn tập chữa cháy rừng tại {xa} với {nguoi} người tham gia
        T: {nguoi} người diễn tập chữa cháy rừng cấp xã ở {xa}
        T: Giả định {ha} ha rừng bốc cháy: {xa} diễn tập ứng phó
        K: Phòng cháy, chữa cháy rừng
        S: {buoi} {d}, tại {thon}, {xa} diễn ra cuộc diễn tập chữa cháy rừng và tìm kiếm, cứu nạn với sự tham gia của {nguoi} người.
        S: Tình huống đặt ra là người dân đốt nương để lửa lan vào {ha} ha rừng trồng ở {thon}, {xa}; lực lượng tại chỗ phải khống chế đám cháy trước khi lan sang rừng phòng hộ.
        P: Theo kịch bản, ngay khi camera phát hiện khói, ban chỉ huy cấp xã huy động dân quân, kiểm lâm, công an và tổ bảo vệ rừng theo phương châm bốn tại chỗ: chỉ huy, lực lượng, phương tiện và hậu cần tại chỗ.
        | Lực lượng tại chỗ tiếp cận trước, phát đường băng cản lửa, dùng máy thổi gió và cành cây dập lửa; lực lượng tăng cường vào sau theo từng hướng, người dân được sơ tán khỏi khu vực nguy hiểm.
        P: Sau {gio} giờ, tình huống được xử lý xong. Ban tổ chức đánh giá các lực lượng phối hợp nhịp nhàng, thông tin thông suốt; cần bổ sung bộ đàm và nước uống cho tổ đi bộ đường dài.
        | Cuộc diễn tập kéo dài {gio} giờ, bảo đảm an toàn tuyệt đối về người và trang bị. Điểm cần rút kinh nghiệm là đường tiếp cận hẹp và liên lạc ở khe sâu.
        P: {xa} hiện có {ranh} km đường băng cản lửa. Trong mùa khô, tổ bảo vệ rừng trực 24/24 giờ vào những ngày cảnh báo cháy cấp IV, cấp V.
        | Chủ rừng, hộ nhận khoán cần phát dọn thực bì, làm mới {ranh} km đường băng cản lửa; việc đốt nương phải báo trước và có người canh lửa.
        Q?: Giữ rừng là giữ nguồn nước của bản làng. Diễn tập để khi có việc thật không ai lúng túng. >> {ong}, {thon}
        C: Các lực lượng tham gia diễn tập chữa cháy rừng ở {xa}.

        === chong-han
        for: main agriculture water commune
        by: so-nong-nghiep-va-moi-truong chi-cuc-thuy-loi-va-pctt
        section: moi-truong-thien-tai
        months: 2-7
        terrain: upland midland plain
        pictures: fields river
        tags: chống hạn; thủy lợi
        let dt = 28..61
        let ha = 120..840/10
        let may = 14..62
        let m3 = 60..240/5
        T: Dung tích {ho} còn {dt}%, {xa} chủ động chống hạn
        T: {xa}: {ha} ha lúa, màu có nguy cơ thiếu nước
        T: Tưới luân phiên, tiết kiệm nước trong mùa khô
        S: Nắng nóng kéo dài khiến mực nước {ho} xuống còn {dt}% dung tích thiết kế; khoảng {ha} ha cây trồng ở {xa} có nguy cơ thiếu nước.
        S: Trước dự báo ít mưa trong những tuần tới, {xa} lắp đặt {may} máy bơm dã chiến, tưới luân phiên và chuyển đổi cây trồng trên diện tích cuối nguồn.
        P: Đơn vị quản lý công trình điều tiết nước theo thứ tự: nước sinh hoạt, chăn nuôi, lúa trỗ bông rồi đến cây trồng khác. Lịch mở nước được gửi trước ba ngày đến từng tổ thủy nông.
        | Nước được mở luân phiên theo tuyến kênh; tổ thủy nông ở {thon}, {thon2} cử người canh cống cả ban đêm, không để thất thoát.
        P: {may} máy bơm đã được đưa đến các điểm dọc {song}; nhiều đoạn kênh bồi lắng được nạo vét, đập tạm được đắp để giữ nước.
        | Các địa phương nạo vét cửa lấy nước, nối dài ống hút và huy động {may} máy bơm của hợp tác xã, hộ dân để bơm chuyền từ {song}.
        P: Đối với khu dân cư ở xa nguồn, mỗi ngày xe bồn chở khoảng {m3} m³ nước đến {thon}; người già, trẻ nhỏ và trạm y tế được ưu tiên.
        | {coquan} hướng dẫn bà con chuyển diện tích lúa cuối kênh sang ngô, đậu, rau màu ít nước và phủ gốc giữ ẩm cho vườn cây.
        Q?: Cả xóm thống nhất nhà nào tưới trước, nhà nào tưới sau, không ai tranh nước của ai. >> {ong}, {thon}
        C: Máy bơm dã chiến bên {song}.

        === canh-bao-sat-lo
        for: main agriculture water defence commune construction
        by: chi-cuc-thuy-loi-va-pctt ban-chi-huy-phong-thu-dan-su so-nong-nghiep-va-moi-truong
        section: moi-truong-thien-tai
        months: 6-11
        terrain: upland midland
        topic: phong-chong-thien-tai
        pictures: mountains storm river
        tags: sạt lở; phòng, chống thiên tai
        let tl = đường tỉnh 9301 | đường tỉnh 9302B | đường tỉnh 9305 | đường tỉnh 9308
        let mm = 90..260/10
        let ho = 12..64
        let nguoi = ho + ho + ho + ho
        let diem = 3..14
        let m3 = 300..2400/50
        T: {xa} di dời {ho} hộ khỏi khu vực có nguy cơ sạt lở
        T: Mưa {mm} mm, {diem} điểm sạt lở trên {tl}
        T: Cảnh báo nguy cơ lũ quét, sạt lở đất tại {xa} và {xa2}
        S: Mưa lớn từ đêm {d-1} với lượng phổ biến {mm} mm gây sạt lở tại {diem} điểm ở {xa}; {ho} hộ với khoảng {nguoi} người đã được đưa đến nơi an toàn.
        S: Trước nguy cơ lũ quét, sạt lở đất, {xa} chủ động di dời {ho} hộ ở {thon} ngay trong đêm; không có thiệt hại về người.
        P: Theo báo cáo nhanh của {ubndxa}, khoảng {m3} m³ đất đá tràn xuống {tl}, làm tắc đường một đoạn. Lực lượng tại chỗ đặt rào chắn, cử người canh gác và dùng máy xúc thông tuyến một làn.
        | Tại {diem} điểm sạt lở với khoảng {m3} m³ đất đá, đơn vị quản lý đường đã cắm biển cảnh báo, cấm xe tải qua lại cho đến khi mái ta-luy ổn định.
        P: Người dân di dời được bố trí ở tạm tại nhà văn hóa, trường học, có bếp ăn chung, chăn màn và thuốc men. Công an, dân quân thay nhau trông giữ tài sản cho bà con.
        | {ubndxa} bố trí chỗ ở tạm tại trường học, chuẩn bị gạo, mì, nước uống đủ dùng ít nhất năm ngày; nhân viên y tế trực tại chỗ.
        H: Dấu hiệu cần rời đi ngay
        L: Đất nứt thành vệt dài, cây nghiêng bất thường ;; Nước suối đột ngột đục, dâng nhanh hoặc cạn hẳn ;; Có tiếng động lạ từ sườn núi ;; Tường nhà nứt, cửa kẹt sau đêm mưa to
        P: {coquan} đề nghị các địa phương kiểm tra lại toàn bộ khu dân cư ven suối, dưới ta-luy; kiên quyết không để người dân quay lại nhà khi chưa an toàn.
        | Cơ quan phòng, chống thiên tai nhận định mưa còn kéo dài; người dân không vớt củi, đánh cá khi lũ về, không đi qua ngầm tràn khi nước chảy xiết.
        C: Lực lượng chức năng khắc phục điểm sạt lở trên {tl}.

        === ung-pho-bao
        for: main agriculture defence commune port fishery water
        by: ban-chi-huy-phong-thu-dan-su so-nong-nghiep-va-moi-truong
        section: moi-truong-thien-tai
        months: 6-11
        terrain: coast island
        topic: phong-chong-thien-tai
        pictures: storm sea
        tags: bão; phòng, chống thiên tai
        let so = 3 | 4 | 5 | 6 | 7 | 8
        let tau = 640..1860/10
        let ld = tau + tau + tau + tau
        let long = 42..260/2
        let cap = 10 | 11 | 12
        let cd = doc CĐ-UBND -1
        T: Ứng phó bão số {so} ({bao}): {tau} tàu cá đã vào nơi tránh trú
        T: {xa} chằng chống nhà cửa, sẵn sàng ứng phó bão số {so}
        T: Bão số {so}: kêu gọi toàn bộ tàu thuyền vào bờ trước 17 giờ ngày {d}
        T: Bám sát diễn biến bão số {so}, bảo vệ dân là trên hết
        K: Tin bão
        S: Đến {buoi} {d}, {tau} tàu cá với khoảng {ld} lao động đã nhận được thông tin về bão số {so} (tên gọi {bao}) và vào nơi tránh trú an toàn.
        S: Trước diễn biến phức tạp của bão số {so} (tên gọi {bao}), {xa} và các địa phương ven biển khẩn trương gia cố nhà cửa, lồng bè và sơ tán người dân vùng trũng thấp.
        P: Dự báo vùng biển An Sơn có gió mạnh cấp 8, cấp 9, vùng gần tâm bão cấp {cap}, giật trên hai cấp. Từ trưa ngày {d}, tàu thuyền không được ra khơi, dịch vụ trên biển tạm dừng.
        | Cơ quan khí tượng nhận định bão gây mưa to đến rất to, nước dâng ven bờ kèm sóng lớn; gió gần tâm bão có thể đạt cấp {cap}.
        P: Tại {xa}, bộ đội biên phòng, dân quân giúp dân chằng chống mái tôn, đưa thuyền nhỏ lên bờ và gia cố {long} lồng bè. Người trên lồng bè, chòi canh phải vào bờ trước giờ quy định.
        | {ubndxa} đến từng nhà vận động người trên {long} lồng bè lên bờ, chuẩn bị điểm sơ tán tại trường học, nhà văn hóa kiên cố.
        L?: Tích trữ nước uống, thực phẩm đủ ba ngày ;; Sạc đầy điện thoại, đèn pin ;; Cắt điện khi nước vào nhà ;; Không ra ngoài khi gió đang mạnh, kể cả khi thấy lặng gió bất thường
        P: Công điện của UBND tỉnh yêu cầu người đứng đầu các địa phương có mặt ở cơ sở, quyết định việc sơ tán trước khi bão vào ít nhất sáu giờ và báo cáo ba giờ một lần.
        | Các hồ chứa vận hành theo quy trình, thông báo trước khi xả nước; lực lượng vũ trang sẵn sàng xe, xuồng và lương khô để ứng cứu.
        D: Công điện về việc tập trung ứng phó bão số {so} >> {cd}
        C: Tàu thuyền vào nơi tránh trú tại {xa}.

        === nuoc-sach-nong-thon
        for: main agriculture water commune
        by: trung-tam-nuoc-sach-nong-thon so-nong-nghiep-va-moi-truong
        section: nong-nghiep
        terrain: upland midland plain coast
        pictures: river mountains fields
        tags: nước sạch nông thôn; nông thôn mới
        let m3 = 400..3600/50
        let ho = 460..2900/10
        let ty = 8..46
        let tyle = 74..97
        T: Công trình nước sạch {xa} cấp nước cho {ho} hộ
        T: {tyle}% hộ dân {xa} dùng nước sạch đạt quy chuẩn
        T: Nước sạch về {thon}, {xa}
        S: Công trình cấp nước tập trung {xa}, công suất {m3} m³/ngày đêm, chính thức đưa vào khai thác, phục vụ {ho} hộ dân.
        S: Nhờ nâng cấp trạm xử lý và nối thêm đường ống, {tyle}% hộ dân {xa} được dùng nước sạch đạt quy chuẩn.
        P: Tổng vốn đầu tư {ty} tỷ đồng, gồm trạm bơm, bể lắng, bể lọc và hệ thống khử trùng. Mẫu nước được kiểm nghiệm hằng tuần, kết quả niêm yết tại nhà văn hóa và đăng trên trang thông tin điện tử.
        | Với {ty} tỷ đồng, công trình thay thế hệ thống cũ đã xuống cấp, lấy nước từ {song}, xử lý qua ba bước và giám sát tự động độ đục, lượng clo dư.
        Q: Ngày trước mùa khô phải gánh nước từ khe, giờ vặn vòi là có. Bọn trẻ tắm táp cũng sạch sẽ hơn. >> {ong}, {thon}, {xa}
        P: Hộ nghèo, hộ gia đình chính sách được miễn phí đấu nối. Các hộ khác có thể trả dần tiền lắp đồng hồ trong sáu tháng.
        | Đơn vị quản lý công khai giá nước, lịch ghi số và số điện thoại sửa chữa; người dân thanh toán bằng mã QR trên hóa đơn.
        P?: Khó khăn hiện nay là các hộ ở xa tuyến ống. Giai đoạn tới, tuyến nhánh dẫn về {thon2} sẽ được ưu tiên.
        C: Trạm xử lý nước sạch ở {xa}.

        === phan-loai-rac
        for: main agriculture environment commune
        by: so-nong-nghiep-va-moi-truong chi-cuc-bao-ve-moi-truong xa
        section: moi-truong-thien-tai
        pictures: city fields
        tags: phân loại rác; môi trường
        let tan = 2.1..8.6
        let ho = 420..2400/10
        let thung = 140..680/10
        let kg = 320..1900/10
        T: {xa} phân loại rác tại nguồn ở {ho} hộ
        T: Lịch thu gom rác mới tại {xa} từ ngày {d+7}
        T: Đổi rác lấy cây xanh: {xa} thu {kg} kg nhựa, giấy
        S: Sau ba tháng phân loại rác tại nguồn, {ho} hộ ở {xa} đã quen với việc để riêng rác hữu cơ, rác tái chế và rác còn lại; lượng rác phải chở đi xử lý giảm rõ.
        S: Từ ngày {dy+7}, {xa} thực hiện lịch thu gom rác mới: rác hữu cơ gom hằng ngày, rác còn lại gom ba ngày mỗi tuần.
        P: Mỗi ngày, {xa} phát sinh khoảng {tan} tấn rác sinh hoạt. Để bà con dễ làm, địa phương phát {thung} thùng ủ rác hữu cơ và dán hướng dẫn bằng tranh tại từng ngõ.
        | Với {thung} thùng ủ được cấp, nhiều gia đình biến rác bếp thành phân bón vườn. Lượng rác phải vận chuyển giảm so với mức {tan} tấn mỗi ngày trước đây.
        TB: Lịch thu gom rác
        TH: Loại rác ;; Ngày thu gom ;; Giờ
        TR: Rác hữu cơ ;; hằng ngày ;; 17 giờ - 19 giờ
        TR: Rác còn lại ;; thứ Ba, thứ Năm, Chủ nhật ;; 18 giờ - 20 giờ
        TR: Rác tái chế, rác cồng kềnh ;; thứ Bảy tuần đầu của tháng ;; 7 giờ 30 - 10 giờ
        P: Hội Phụ nữ {xa} nhận gom rác tái chế gây quỹ; trong tháng {thangtruoc} thu được {kg} kg nhựa, giấy, vỏ lon, giúp thêm nhiều phụ nữ khó khăn.
        | Từ {kg} kg rác tái chế thu trong tháng {thangtruoc}, các chi hội phụ nữ mua thẻ bảo hiểm y tế tặng hội viên nghèo.
        P: Hành vi đổ trộm rác, đốt rác gây khói bị nhắc nhở, xử phạt theo quy định. {coquan} khuyến khích người dân chụp ảnh gửi về để xử lý kịp thời.
        | Tổ tự quản của {thon}, {thon2} nhắc nhau đổ rác đúng giờ, quét đường vào sáng thứ Bảy; nơi làm tốt được biểu dương trên loa truyền thanh.
        C: Người dân {xa} phân loại rác tại nhà.

        === xet-tuyen-vien-chuc
        for: unit hospital school
        section: thong-bao
        pictures: city hall
        tags: tuyển dụng viên chức; thông báo
        let chitieu = 6..48
        let tb = doc TB-CQ -1
        let kh = doc KH-CQ -12
        let le = 300 | 400 | 500
        T: {coquan} thông báo tuyển dụng {chitieu} viên chức năm {nam}
        T: Thông báo xét tuyển {chitieu} viên chức làm việc tại {coquan}
        T: {coquan}: nhận hồ sơ tuyển dụng viên chức đến ngày {d+30}
        S: {coquan} thông báo tuyển dụng {chitieu} viên chức năm {nam} theo kế hoạch đã được cấp có thẩm quyền phê duyệt.
        S: Thời gian nhận phiếu đăng ký dự tuyển viên chức vào {coquan} từ ngày {dy+1} đến 17 giờ ngày {dy+30}.
        TB: Thông tin tuyển dụng
        TH: Nội dung ;; Chi tiết
        TR: Số lượng ;; {chitieu} chỉ tiêu, theo từng vị trí việc làm trong phụ lục
        TR: Hình thức ;; xét tuyển, gồm kiểm tra điều kiện và phỏng vấn hoặc thực hành
        TR: Hạn nhận phiếu đăng ký ;; 17 giờ ngày {dy+30}
        TR: Lệ phí ;; {le}.000 đồng/thí sinh
        P: Người đăng ký dự tuyển phải đủ điều kiện về quốc tịch, độ tuổi, văn bằng, chứng chỉ phù hợp với vị trí việc làm và đủ sức khỏe để thực hiện nhiệm vụ. Mỗi người chỉ đăng ký một vị trí.
        | Điều kiện dự tuyển được nêu tại phụ lục kèm theo; người dự tuyển chịu trách nhiệm về tính chính xác của thông tin kê khai, chỉ nộp bản sao văn bằng sau khi trúng tuyển.
        P: Phiếu đăng ký nộp trực tiếp tại bộ phận tổ chức của {coquan}, qua đường bưu chính hoặc qua Cổng Dịch vụ công quốc gia. Danh sách đủ điều kiện dự xét được công khai chậm nhất ngày {dy+45}.
        | Thí sinh có thể nộp phiếu đăng ký trực tuyến; kết quả kiểm tra điều kiện, lịch phỏng vấn và kết quả cuối cùng đều được đăng trên trang thông tin điện tử của đơn vị.
        P: {coquan} không ủy quyền cho bất kỳ cá nhân, trung tâm nào nhận hồ sơ hoặc ôn tập; mọi thắc mắc gọi về bộ phận tổ chức trong giờ hành chính.
        D: Kế hoạch tuyển dụng viên chức năm {nam} >> {kh}
        D: Thông báo tuyển dụng viên chức >> {tb}

        === tro-giup-phap-ly-luu-dong
        for: main justice justiceunit commune inspection
        by: so-tu-phap trung-tam-tro-giup-phap-ly hoi-luat-gia
        section: phap-luat
        pictures: hall fields mountains
        tags: phổ biến pháp luật; trợ giúp pháp lý
        let nguoi = 60..240/5
        let vu = 12..46
        let luat = pháp luật về đất đai | pháp luật về hôn nhân và gia đình | pháp luật về hòa giải ở cơ sở | pháp luật về khiếu nại, tố cáo | pháp luật về trật tự, an toàn giao thông | pháp luật về phòng, chống bạo lực gia đình | pháp luật về lao động
        T: {nguoi} người dân {xa} được tư vấn {luat}
        T: Tuyên truyền {luat} tại {xa}
        T: Về {thon} nghe giải đáp {luat}
        S: {buoi} {d}, {nguoi} người dân {xa} dự buổi phổ biến {luat} kết hợp tư vấn pháp luật miễn phí tại nhà văn hóa {thon}.
        S: Thay vì đọc điều luật, báo cáo viên tại buổi phổ biến {luat} ở {xa} kể lại các vụ việc có thật rồi cùng người dân tìm cách giải quyết.
        P: {vu} lượt người dân được tư vấn riêng; những việc phức tạp được lập hồ sơ, cử trợ giúp viên theo đến cùng, không thu phí đối với hộ nghèo, người có công, trẻ em và người khuyết tật.
        | Báo cáo viên giải đáp {vu} câu hỏi, phần lớn liên quan đến ranh giới đất, thừa kế và vay mượn; một số vụ được hẹn tư vấn tiếp tại trụ sở.
        P: Qua câu chuyện hòa giải thành ở {thon2}, báo cáo viên nhấn mạnh vai trò của hòa giải viên: nghe đủ hai bên, không phán xét, giữ kín việc nhà người khác.
        | Tờ gấp song ngữ, dễ đọc, được phát đến từng hộ; hòa giải viên của {thon}, {thon2} nhận thêm sổ tay tình huống.
        Q: Nghe nói đến tòa là ngại, nay biết có người giúp không mất tiền nên cũng yên tâm. >> {ong}, {thon}
        P: Người có yêu cầu trợ giúp pháp lý có thể gọi đường dây nóng, đến trụ sở hoặc đề nghị ngay tại bộ phận một cửa của {xa}.
        | Tháng {thangsau}, đoàn sẽ tiếp tục về {xa2} và {xa3}; lịch cụ thể được thông báo trên loa truyền thanh.
        C: Người dân {xa} nghe tư vấn pháp luật.
        """
}
