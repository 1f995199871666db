/// Procedures, one-stop shops, digital services, safety on line.
extension FamilyTexts {
    static let reform = """
        === cat-giam-thu-tuc
        for: main so
        by: so-tai-chinh so-xay-dung so-nong-nghiep-va-moi-truong so-y-te so-cong-thuong so-tu-phap so-noi-vu
        section: cai-cach-hanh-chinh
        pictures: city hall
        tags: cắt giảm thủ tục; cải cách hành chính
        let tt = 12..48
        let pt = 32..55
        let gio = 1200..6800/50
        let qd = doc QĐ-UBND -3
        T: {coquan} đề xuất cắt giảm {pt}% thời gian giải quyết {tt} thủ tục
        T: Rút ngắn thời gian giải quyết {tt} thủ tục hành chính thuộc lĩnh vực của {coquan}
        T: Bớt giấy tờ, bớt đi lại: {tt} thủ tục của {coquan} được đơn giản hóa
        S: {coquan} vừa hoàn thành rà soát, đề xuất đơn giản hóa {tt} thủ tục hành chính, cắt giảm {pt}% thời gian giải quyết so với quy định.
        S: Từ ngày {d+5}, {tt} thủ tục hành chính do {coquan} phụ trách được giải quyết theo quy trình mới, ngắn hơn và ít giấy tờ hơn.
        P: Nội dung đơn giản hóa tập trung vào ba việc: bỏ giấy tờ đã có trong cơ sở dữ liệu, gộp các bước thẩm định trùng nhau và trả kết quả bản điện tử có chữ ký số.
        | Qua rà soát, {coquan} loại bỏ các giấy tờ mà cơ quan nhà nước tự tra cứu được, thay việc nộp bản sao có chứng thực bằng dữ liệu điện tử, đồng thời rút bớt một cấp trình ký.
        P: Ước tính phương án mới tiết kiệm mỗi năm khoảng {gio} giờ đi lại, chờ đợi cho người dân và doanh nghiệp.
        | Theo tính toán, mỗi năm người dân, doanh nghiệp tiết kiệm được khoảng {gio} giờ công.
        Q: Trước đây tôi phải đi ba lần mới xong một bộ hồ sơ, nay chỉ nộp một lần trên máy và nhận kết quả ngay tại xã. >> {ong}, {xa}
        P: {coquan} công khai quy trình mới trên trang thông tin điện tử và tại bộ phận một cửa, đồng thời bố trí người hướng dẫn trong tháng đầu áp dụng.
        | Quy trình nội bộ, thời hạn từng bước và tên người phụ trách được niêm yết công khai để người dân theo dõi. Hồ sơ quá hạn phải có thư xin lỗi và hẹn lại thời gian trả kết quả.
        D: Quyết định phê duyệt phương án đơn giản hóa thủ tục hành chính >> {qd}

        === mot-cua-cap-xa
        for: main commune government
        by: xa
        section: cai-cach-hanh-chinh
        pictures: city fields
        event: one-stop
        tags: một cửa; phục vụ hành chính công
        let hoso = 860..4200/10
        let dunghan = 95%..99% of hoso
        let tructuyen = 62%..93% of hoso
        let hl = 96..99
        T: Trung tâm Phục vụ hành chính công {xa} tiếp nhận {hoso} hồ sơ trong tháng
        T: {xa}: {hl}% người dân hài lòng khi đến giao dịch
        T: Một tháng ở bộ phận một cửa {xa}
        S: Trong tháng qua, Trung tâm Phục vụ hành chính công {xa} tiếp nhận {hoso} hồ sơ, trong đó {tructuyen} hồ sơ nộp trực tuyến.
        S: Nhờ phân luồng hợp lý và có người hướng dẫn tận nơi, Trung tâm Phục vụ hành chính công {xa} giải quyết đúng hạn {dunghan} trong số {hoso} hồ sơ.
        P: Ngay từ cửa vào, người dân được hướng dẫn lấy số, chọn quầy và kiểm tra giấy tờ. Trung tâm bố trí bàn hỗ trợ riêng cho người cao tuổi, người khuyết tật và phụ nữ mang thai.
        | Trung tâm mở cửa sớm 15 phút, bố trí hai công chức hướng dẫn nộp hồ sơ trực tuyến và một quầy ưu tiên cho người cao tuổi, người khuyết tật.
        TB: Kết quả tiếp nhận, giải quyết hồ sơ trong tháng
        TH: Chỉ tiêu ;; Số hồ sơ
        TR: Tổng số tiếp nhận ;; {hoso}
        TR: Nộp trực tuyến ;; {tructuyen}
        TR: Giải quyết đúng hạn và trước hạn ;; {dunghan}
        P: Qua phiếu đánh giá điện tử, {hl}% lượt người dân hài lòng và rất hài lòng. Góp ý nhiều nhất là đề nghị có thêm chỗ để xe và máy in tự phục vụ.
        | Kết quả khảo sát ngay sau giao dịch cho thấy {hl}% người dân hài lòng; một số ý kiến đề nghị kéo dài giờ làm việc buổi chiều và bổ sung ghế ngồi chờ.
        Q: Cán bộ nói năng nhẹ nhàng, chỉ từng bước trên điện thoại, người già như tôi cũng tự làm được. >> {ong}, {thon}
        P?: Thời gian tới, địa phương đưa điểm hỗ trợ lưu động về các {cum} ở xa vào ngày cuối tuần.
        let cum = khu dân cư | nhà văn hóa cộng đồng
        C: Người dân được hướng dẫn nộp hồ sơ tại Trung tâm Phục vụ hành chính công {xa}.

        === tap-huan-chu-ky-so
        for: main dept unit commune
        by: so-khoa-hoc-va-cong-nghe xa
        section: chuyen-doi-so
        pictures: hall
        topic: an-son-so
        event: signature
        tags: chữ ký số; chuyển đổi số
        let hocvien = 60..240/5
        let ngay = 2..3
        T: {coquan} tập huấn sử dụng chữ ký số cho {hocvien} công chức, viên chức
        T: {hocvien} học viên thực hành ký số trên thiết bị di động
        T: Tập huấn ký số và lập hồ sơ điện tử tại {coquan}
        S: [Sáng|Chiều] {d}, {coquan} khai mạc lớp tập huấn kỹ năng ký số, lập hồ sơ điện tử cho {hocvien} học viên.
        S: Lớp tập huấn kéo dài {ngay} ngày, dành hai phần ba thời lượng cho thực hành ký số ngay trên hồ sơ công việc hằng ngày.
        P: Học viên được hướng dẫn cách ký số trên máy tính và điện thoại, kiểm tra hiệu lực chứng thư, xử lý lỗi thường gặp và bảo quản thiết bị ký.
        | Nội dung gồm quy định về giá trị pháp lý của văn bản điện tử, thao tác ký số cá nhân, ký số cơ quan, kiểm tra chữ ký và nộp lưu hồ sơ điện tử.
        P: Theo {coquan}, mục tiêu đến cuối năm {nam} là toàn bộ văn bản đi được ký số và gửi qua trục liên thông, trừ văn bản mật theo quy định.
        | {coquan} đặt mục tiêu trong quý tới chấm dứt việc gửi song song bản giấy đối với văn bản đã có bản điện tử ký số.
        P: Giảng viên lưu ý học viên không cho mượn thiết bị ký, không lưu mật khẩu trên máy dùng chung và báo ngay cho bộ phận quản trị khi nghi ngờ lộ khóa.
        Q: Điều khó nhất không phải thao tác mà là bỏ thói quen in ra rồi mới ký. >> Một học viên của lớp tập huấn
        P?: Kết thúc khóa học, học viên làm bài kiểm tra trực tuyến và được cấp giấy chứng nhận điện tử.
        C: Học viên thực hành ký số trên hệ thống thử nghiệm.

        === to-cong-nghe-so
        for: main commune science youthunit union
        by: xa so-khoa-hoc-va-cong-nghe tinh-doan
        section: chuyen-doi-so
        pictures: fields city terraces
        topic: an-son-so
        tags: tổ công nghệ số cộng đồng; kỹ năng số
        let to = 8..26
        let luot = 420..1900/10
        T: Tổ công nghệ số cộng đồng {xa} đến từng nhà hướng dẫn bà con
        T: {luot} lượt người dân {xa} được hướng dẫn kỹ năng số
        T: Cầm tay chỉ việc: chuyện chuyển đổi số ở {thon}, {xa}
        S: Mỗi tối thứ Bảy, tổ công nghệ số cộng đồng ở {xa} lại đến nhà văn hóa hướng dẫn bà con nộp hồ sơ trực tuyến, thanh toán hóa đơn và nhận biết lừa đảo.
        S: {to} tổ công nghệ số cộng đồng của {xa} đã hướng dẫn {luot} lượt người dân sử dụng dịch vụ số thiết yếu.
        P: Thành viên của tổ là đoàn viên thanh niên, giáo viên và người có uy tín ở cơ sở. Mỗi người nhận giúp một nhóm hộ, ưu tiên hộ có người cao tuổi sống một mình.
        | Cách làm của tổ là đi từng ngõ, gõ từng nhà, hướng dẫn trên chính chiếc điện thoại của người dân và quay lại kiểm tra sau một tuần.
        P: Tại {thon}, nhiều hộ đã quen với việc đặt lịch khám bệnh, tra cứu bảo hiểm y tế và bán nông sản qua mạng. Có hộ mỗi tháng bán thêm được vài tạ rau, quả nhờ livestream.
        | Ở {thon}, bà con đã tự thanh toán tiền điện, tra cứu điểm học tập của con và theo dõi thông báo của chính quyền trên điện thoại.
        Q: Lúc đầu tôi ngại, cứ sợ bấm nhầm. Được các cháu chỉ vài lần thì thấy cũng dễ. >> {ong}, {thon}
        P: Thời gian tới, tổ công nghệ số sẽ tập trung hướng dẫn cách đặt mật khẩu, nhận biết cuộc gọi mạo danh và gửi phản ánh hiện trường.
        | Địa phương dự kiến lắp thêm điểm truy cập internet miễn phí tại nhà văn hóa và bổ sung tài liệu hướng dẫn bằng hình ảnh cho người khó đọc chữ.
        C: Đoàn viên thanh niên hướng dẫn người dân {xa} sử dụng dịch vụ công trực tuyến.

        === dien-tap-an-toan-thong-tin
        for: main security science scienceunit
        by: so-khoa-hoc-va-cong-nghe cong-an-tinh
        section: chuyen-doi-so
        pictures: city hall
        tags: an toàn thông tin; diễn tập
        let doi = 12..34
        let nguoi = 80..180/5
        T: Diễn tập ứng cứu sự cố an toàn thông tin với {doi} đội tham gia
        T: {nguoi} cán bộ kỹ thuật diễn tập phòng, chống tấn công mạng
        T: Tình huống giả định: cổng thông tin điện tử bị chèn nội dung lạ
        S: [Sáng|Chiều] {d}, {coquan} tổ chức diễn tập ứng cứu sự cố an toàn thông tin mạng cho các cơ quan nhà nước trên địa bàn tỉnh.
        S: Cuộc diễn tập đặt ra tình huống một trang thông tin thành phần bị chèn liên kết lạ, các đội phải phát hiện, cô lập và khôi phục trong bốn giờ.
        P: Tham gia diễn tập có {doi} đội với {nguoi} cán bộ kỹ thuật. Các đội được đánh giá theo thời gian phát hiện, cách lưu giữ dấu vết và chất lượng báo cáo sự cố.
        | {doi} đội với {nguoi} thành viên lần lượt xử lý ba tình huống: thư điện tử giả mạo, máy chủ bị mã hóa dữ liệu và trang thông tin bị thay đổi nội dung.
        P: Ban tổ chức nhấn mạnh nguyên tắc: gỡ nội dung xấu là chưa đủ, phải tìm ra nguyên nhân, vá lỗ hổng và kiểm tra lại toàn bộ hệ thống liên quan.
        | Bài học rút ra là bản sao lưu phải được thử khôi phục định kỳ, tài khoản quản trị phải bật xác thực nhiều lớp và không dùng chung giữa các cơ quan.
        P: Sau diễn tập, từng cơ quan phải cập nhật phương án ứng cứu, danh bạ đầu mối trực và báo cáo về {coquan} trước ngày {d+15}.
        C: Các đội xử lý tình huống tại buổi diễn tập.

        === dich-vu-cong-truc-tuyen
        for: main so government
        by: van-phong-ubnd-tinh so-noi-vu so-xay-dung trung-tam-phuc-vu-hanh-chinh-cong so-tu-phap so-tai-chinh
        section: cai-cach-hanh-chinh
        pictures: city
        topic: an-son-so
        tags: dịch vụ công trực tuyến
        let hoso = 8200..36400/20
        let toantrinh = 58%..86% of hoso
        let motphan = hoso - toantrinh
        let so = 88..97
        T: {hoso} hồ sơ trực tuyến được tiếp nhận trong tháng {thangtruoc}
        T: {coquan}: {so}% kết quả giải quyết thủ tục được trả bằng bản điện tử
        T: Tháng {thangtruoc}, hồ sơ trực tuyến toàn trình đạt {toantrinh} hồ sơ
        S: Trong tháng {thangtruoc}, hệ thống thông tin giải quyết thủ tục hành chính tiếp nhận {hoso} hồ sơ trực tuyến thuộc lĩnh vực {coquan} theo dõi.
        S: {toantrinh} hồ sơ được giải quyết hoàn toàn trên môi trường mạng trong tháng {thangtruoc}, người dân không phải đến cơ quan nhà nước lần nào.
        TB: Hồ sơ trực tuyến tháng {thangtruoc}
        TH: Hình thức ;; Số hồ sơ
        TR: Toàn trình ;; {toantrinh}
        TR: Một phần ;; {motphan}
        TR: Tổng cộng ;; {hoso}
        P: Nhóm thủ tục có tỷ lệ trực tuyến cao là hộ tịch, đăng ký kinh doanh và cấp đổi giấy phép. Nhóm còn thấp là đất đai, do hồ sơ kèm nhiều bản vẽ khổ lớn.
        | Hộ tịch, bảo hiểm và đăng ký kinh doanh tiếp tục là ba lĩnh vực có nhiều hồ sơ trực tuyến nhất; lĩnh vực đất đai tăng nhanh nhờ dữ liệu địa chính được làm sạch.
        P: {coquan} lưu ý người dân chỉ nộp hồ sơ qua địa chỉ chính thức, không cung cấp mã xác thực cho bất kỳ ai, kể cả người tự xưng là cán bộ.
        | {coquan} khuyến nghị người dân kiểm tra kỹ tệp đính kèm trước khi gửi, chụp rõ bốn góc giấy tờ và theo dõi thông báo trong tài khoản của mình.

        === bao-tri-he-thong
        for: main so government scienceunit
        by: so-khoa-hoc-va-cong-nghe trung-tam-phuc-vu-hanh-chinh-cong van-phong-ubnd-tinh
        section: thong-bao
        pictures: city
        tags: bảo trì hệ thống; thông báo
        let he = hệ thống thông tin giải quyết thủ tục hành chính | hệ thống thư điện tử công vụ | cổng dữ liệu mở của tỉnh | hệ thống quản lý văn bản và điều hành | hệ thống tiếp nhận phản ánh hiện trường
        let tb = doc TB-CQ -1
        let gio = 4..9
        T: Thông báo tạm dừng {he} để bảo trì từ 22 giờ ngày {dy+12}
        T: {coquan}: bảo trì, nâng cấp {he}
        T: Tạm dừng {he} trong {gio} giờ, đêm {d+12}
        S: {coquan} thông báo tạm dừng {he} từ 22 giờ ngày {dy+12} trong khoảng {gio} giờ để bảo trì, nâng cấp.
        P: Trong thời gian bảo trì, người dùng không đăng nhập, nộp hoặc xử lý được hồ sơ trên {he}. Dữ liệu đã lưu không bị ảnh hưởng.
        | Việc bảo trì nhằm thay thế thiết bị lưu trữ, cập nhật bản vá bảo mật và kiểm tra phương án dự phòng của {he}.
        P: Hồ sơ đến hạn trong thời gian tạm dừng được cộng thêm thời gian tương ứng. Trường hợp khẩn cấp, tổ chức, cá nhân liên hệ bộ phận trực của {coquan} để được hỗ trợ.
        | Thông tin thiết yếu vẫn được cung cấp tại trang dự phòng. Tổ trực kỹ thuật làm việc suốt đêm; mọi vướng mắc đề nghị gọi số điện thoại ghi ở cuối trang.
        P: Nếu hoàn thành sớm, hệ thống sẽ hoạt động trở lại trước thời gian dự kiến. {coquan} mong nhận được sự thông cảm của người dân và doanh nghiệp.
        D: Thông báo về việc tạm dừng hệ thống để bảo trì >> {tb}

        === khao-sat-hai-long
        for: main authority commune hospital
        by: so-noi-vu so-tu-phap so-xay-dung trung-tam-phuc-vu-hanh-chinh-cong xa
        section: cai-cach-hanh-chinh
        pictures: hall fields
        tags: mức độ hài lòng; khảo sát
        let phieu = 480..2600/20
        let hl = 86.0..96.8
        T: {hl}% người được hỏi hài lòng với sự phục vụ của {coquan}
        T: {coquan} công bố kết quả khảo sát mức độ hài lòng
        T: Người dân mong gì ở {coquan}: kết quả từ {phieu} phiếu hỏi
        S: Kết quả khảo sát với {phieu} phiếu hợp lệ cho thấy {hl}% người được hỏi hài lòng với sự phục vụ của {coquan}.
        S: Khảo sát được thực hiện độc lập, không ghi tên người trả lời; {phieu} phiếu hợp lệ được đưa vào tổng hợp.
        P: Các tiêu chí được đánh giá cao là thái độ phục vụ, sự rõ ràng của hướng dẫn và việc trả kết quả đúng hẹn. Tiêu chí thấp điểm nhất là thời gian chờ đợi vào đầu tuần.
        | Người trả lời ghi nhận tiến bộ về thái độ giao tiếp và công khai thông tin; đồng thời mong có thêm chỗ ngồi chờ, biển chỉ dẫn dễ đọc và đường dây điện thoại luôn có người trực.
        P: Phần góp ý tự do có ba nhóm nội dung chính: giảm số lần yêu cầu bổ sung giấy tờ, thông báo sớm khi hồ sơ có khả năng trễ và mở thêm khung giờ ngoài hành chính.
        P: {coquan} cam kết công khai kế hoạch khắc phục trước ngày {d+30} và khảo sát lại sau sáu tháng.
        | Từ kết quả này, {coquan} phân công từng bộ phận chịu trách nhiệm cải thiện một tiêu chí cụ thể và báo cáo tiến độ hằng tháng.

        === canh-bao-lua-dao
        for: main security commune finance insurance
        by: cong-an-tinh ngan-hang-nha-nuoc-khu-vuc bao-hiem-xa-hoi-tinh
        section: quoc-phong-an-ninh
        pictures: city
        tags: cảnh báo lừa đảo; an toàn mạng
        let chieu = mạo danh cán bộ thuế yêu cầu cài ứng dụng lạ | giả danh nhân viên điện lực dọa cắt điện | mời đầu tư sinh lời cao qua nhóm kín | gọi điện báo người thân gặp tai nạn cần chuyển tiền gấp | giả trang bán vé, đặt phòng giá rẻ | mạo danh cơ quan bảo hiểm để lấy thông tin cá nhân
        let vu = 6..21
        T: Cảnh báo thủ đoạn {chieu}
        T: Người dân {xa} cảnh giác trước chiêu trò {chieu}
        T: {vu} người trình báo vì bị lừa: thủ đoạn {chieu}
        S: Thời gian gần đây, trên địa bàn tỉnh xuất hiện thủ đoạn {chieu}; đã có {vu} trường hợp trình báo.
        S: {coquan} đề nghị người dân không làm theo yêu cầu qua điện thoại, không bấm vào đường dẫn lạ và báo ngay cho công an nơi gần nhất.
        P: Đối tượng thường gọi vào giờ trưa hoặc buổi tối, đọc đúng họ tên, địa chỉ của nạn nhân để tạo lòng tin, sau đó dẫn dắt làm theo từng bước.
        | Điểm chung của các vụ việc là đối tượng thúc ép thời gian, yêu cầu giữ bí mật và dùng hình ảnh, con dấu giả để tạo lòng tin.
        H: Bốn điều cần nhớ
        L: Cơ quan nhà nước không yêu cầu chuyển tiền hay đọc mã xác thực qua điện thoại ;; Không cài ứng dụng từ đường dẫn gửi qua tin nhắn ;; Gọi lại số điện thoại công khai của cơ quan để kiểm chứng ;; Khi lỡ chuyển tiền, báo ngay ngân hàng và công an
        P: {coquan} phối hợp với {ubndxa} và các trường học tuyên truyền trực tiếp cho người cao tuổi, công nhân và học sinh.
        | Tại {xa}, lực lượng bảo đảm an ninh, trật tự ở cơ sở đã phát tờ rơi đến từng hộ và dán cảnh báo tại các điểm giao dịch.
        """
}
