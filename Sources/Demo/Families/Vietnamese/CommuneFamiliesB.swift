/// Life in communes, wards and on the island: neighbours, hamlets' halls, councils, festivals of the sea.
extension FamilyTexts {
    static let communeB = """
        === to-tu-quan
        for: main commune
        by: xa
        section: quoc-phong-an-ninh
        pictures: city fields
        tags: tự quản; an ninh, trật tự
        let nhom = 12..48
        let ho = 2200%..3800% of nhom
        let vu = 6..28
        let thang = 3..18
        T: Nhóm hộ tự quản ở {xa}: nhà này nhắc nhà kia
        T: {xa} có {nhom} nhóm hộ tự quản về an ninh, trật tự
        T: {thon} giữ được {thang} tháng liền không có vụ việc phức tạp
        S: {nhom} nhóm hộ tự quản với {ho} hộ tham gia đang là cánh tay nối dài của chính quyền {xa} trong giữ gìn an ninh, trật tự, vệ sinh và hòa giải.
        S: Nhờ cách làm tự quản, {thon}, {xa} đã {thang} tháng liền không xảy ra trộm cắp, gây rối; các mâu thuẫn nhỏ được hòa giải ngay từ nhóm hộ.
        P: Mỗi nhóm có từ 20 đến 40 hộ, bầu một nhóm trưởng có uy tín. Quy ước do các hộ tự bàn, ngắn gọn, dễ nhớ: không ồn ào sau 22 giờ, không đỗ xe chắn ngõ, không vứt rác ra đường.
        | Bản quy ước của nhóm chỉ dài một trang, được mọi hộ ký tên; nhóm trưởng lập nhóm trò chuyện trên điện thoại để báo tin về người lạ, mất điện, hàng xóm ốm đau.
        P: Trong {thang} tháng qua, các nhóm hòa giải thành {vu} vụ mâu thuẫn, cung cấp nhiều tin có giá trị cho công an và giúp các gia đình có người ở xa trông nhà.
        | {vu} mâu thuẫn về ranh giới, tiếng ồn, vật nuôi được hòa giải thành ngay tại nhóm; đội tuần tra ban đêm có sự góp mặt của cựu chiến binh và thanh niên.
        Q: Cùng ngõ với nhau, nói một câu nhẹ nhàng hơn là gửi đơn lên trên. >> {ong}, {thon}
        P: {ubndxa} hỗ trợ đèn pin, còi, sổ ghi chép và tập huấn kỹ năng cho nhóm trưởng; mỗi quý chọn một nhóm tiêu biểu để biểu dương.
        | Từ kết quả này, {xa} sẽ mở rộng mô hình ra {thon2} và khu nhà trọ, gắn với chấm điểm gia đình văn hóa.
        C: Nhóm hộ tự quản ở {thon} họp định kỳ.

        === nha-van-hoa-moi
        for: main commune
        by: xa
        section: van-hoa-the-thao
        pictures: festival fields hall
        tags: nhà văn hóa; thiết chế văn hóa
        let m2 = 120..320/10
        let trieu = 680..2400/20
        let dan = 18%..42% of trieu
        let ngan = trieu - dan
        let cho = 80..220/10
        T: Khánh thành nhà văn hóa {thon}, {xa}
        T: {thon} có nhà văn hóa mới từ đóng góp của người dân
        T: Nhà văn hóa {thon}: sáng đèn mỗi tối
        S: {buoi} {d}, {xa} khánh thành nhà văn hóa {thon} rộng {m2} m², có sân thể thao, phòng đọc và {cho} chỗ ngồi.
        S: Với {dan} triệu đồng do người dân đóng góp, nhà văn hóa {thon} được xây mới, trở thành nơi hội họp, đọc sách, tập luyện của cả cộng đồng.
        P: Công trình có tổng kinh phí {trieu} triệu đồng, trong đó ngân sách hỗ trợ {ngan} triệu đồng, người dân và con em xa quê đóng góp {dan} triệu đồng. Ban giám sát cộng đồng theo dõi từ khi đào móng đến khi hoàn thành.
        | Tổng kinh phí xây dựng là {trieu} triệu đồng. Ngoài {dan} triệu đồng đóng góp, bà con còn góp hàng trăm ngày công san nền, trồng cây, lát sân.
        P: Nhà văn hóa mở cửa từ 17 giờ đến 21 giờ các ngày trong tuần; lịch sử dụng của từng câu lạc bộ được dán ở cửa. Ai làm hỏng đồ dùng chung phải sửa hoặc thay mới.
        | Buổi sáng, nơi đây là chỗ tập dưỡng sinh; chiều dành cho trẻ em; tối là giờ của đội văn nghệ, lớp kỹ năng số và các cuộc họp dân.
        Q: Trước họp phải ngồi nhờ sân nhà dân. Giờ có chỗ đàng hoàng, ai cũng muốn đến. >> {ong}, {thon}
        P: {xa} hiện còn một số nhà văn hóa xuống cấp, sẽ được sửa chữa theo hình thức Nhà nước hỗ trợ vật liệu, Nhân dân góp công; trước mắt là nhà văn hóa {thon2}.
        C: Nhà văn hóa {thon} trong ngày khánh thành.

        === doi-thoai-voi-dan
        for: main commune
        by: xa
        section: trong-tinh
        pictures: hall
        tags: đối thoại; dân chủ ở cơ sở
        let nguoi = 80..260/5
        let yk = 18..54
        let ngay = 62%..84% of yk
        let con = yk - ngay
        let vd = đường ngõ hư hỏng, thoát nước kém | giá đất và tái định cư | nước sinh hoạt yếu | rác thải và mùi hôi gần khu dân cư | hỗ trợ sản xuất sau thiên tai | thủ tục cấp giấy chứng nhận
        T: Chủ tịch UBND {xa} đối thoại với Nhân dân
        T: {yk} ý kiến tại buổi đối thoại ở {xa}: trả lời ngay {ngay} ý kiến
        T: {xa}: đối thoại thẳng vào chuyện {vd}
        S: {buoi} {d}, Chủ tịch UBND {xa} chủ trì buổi đối thoại với {nguoi} đại diện hộ dân; {yk} ý kiến được nêu, nhiều nhất là về {vd}.
        S: Buổi đối thoại giữa người đứng đầu chính quyền {xa} với Nhân dân diễn ra cởi mở, kéo dài hơn ba giờ, xoay quanh {vd} và các việc dân sinh khác.
        P: Trước đối thoại mười ngày, câu hỏi được nhận qua thôn, tổ và hộp thư điện tử, phân loại theo nhóm việc để trả lời có số liệu, không chung chung.
        | Không có bài phát biểu dài, buổi đối thoại vào thẳng phần hỏi đáp; người dân được hỏi lại nếu chưa thỏa đáng.
        P: Về {vd}, lãnh đạo địa phương nêu rõ việc nào làm ngay, việc nào phải xin ý kiến cấp trên và thời hạn trả lời. {con} ý kiến còn lại được trả lời bằng văn bản trước ngày {d+15}.
        | Trong {yk} ý kiến, {ngay} ý kiến được trả lời tại chỗ; {con} ý kiến cần khảo sát thực tế sẽ có kết quả trước ngày {d+15} và được thông báo đến người hỏi.
        Q: Tôi hỏi ba năm nay về cái cống, hôm nay có người hẹn ngày làm. Tôi sẽ chờ đúng ngày đó. >> {ong}, {thon}
        P: Bảng theo dõi việc thực hiện kết luận đối thoại được đăng trên trang thông tin điện tử và niêm yết tại trụ sở, cập nhật mỗi tháng.
        | {ubndxa} giao Mặt trận Tổ quốc và đại biểu Hội đồng nhân dân giám sát, đưa kết quả vào kỳ đối thoại sau.
        C: Người dân nêu ý kiến tại buổi đối thoại.

        === ky-hop-hdnd-xa
        for: commune
        section: tin-hoat-dong
        months: 3, 6-7, 10-12
        pictures: hall
        tags: Hội đồng nhân dân; kỳ họp
        let nq = 5..12
        let ch = 6..18
        let thu = 18..64
        let tyle = 52..96
        T: Hội đồng nhân dân {xa} thông qua {nq} nghị quyết
        T: Kỳ họp Hội đồng nhân dân {xa}: chất vấn đến cùng
        T: Cử tri {xa} theo dõi trực tiếp kỳ họp Hội đồng nhân dân
        S: Sau một ngày làm việc, kỳ họp Hội đồng nhân dân {xa} hoàn thành chương trình, thông qua {nq} nghị quyết về kinh tế - xã hội, ngân sách và đầu tư công.
        S: Kỳ họp Hội đồng nhân dân {xa} ngày {d} dành nửa thời gian cho chất vấn với {ch} câu hỏi, được truyền thanh trực tiếp đến các khu dân cư.
        P: Báo cáo tại kỳ họp cho thấy thu ngân sách trên địa bàn đạt {thu} tỷ đồng, bằng {tyle}% dự toán năm; các chỉ tiêu về việc làm, bảo hiểm y tế, môi trường đều đạt tiến độ.
        | Theo báo cáo của {ubndxa}, thu ngân sách đạt {thu} tỷ đồng ({tyle}% dự toán năm); sản xuất ổn định, an ninh, trật tự được giữ vững.
        P: Các câu hỏi chất vấn tập trung vào việc quản lý đất công, tiến độ sửa đường, trật tự xây dựng và xử lý kiến nghị của cử tri. Người trả lời phải nêu thời hạn cụ thể.
        | {ch} câu hỏi được nêu, trong đó có chất vấn về tuyến đường qua {thon} sửa nhiều lần vẫn ngập. Chủ tịch UBND nhận trách nhiệm và hẹn hoàn thành trước ngày {d+45}.
        P: Các nghị quyết được đăng toàn văn trên trang thông tin điện tử trong ba ngày làm việc, kèm bảng phân công thực hiện.
        | Thường trực Hội đồng nhân dân yêu cầu đại biểu báo cáo kết quả kỳ họp với cử tri, bắt đầu từ {thon} và {thon2}.
        C: Quang cảnh kỳ họp Hội đồng nhân dân {xa}.

        === hoi-cau-ngu
        for: main culture tourism commune arts
        by: xa
        section: van-hoa-the-thao, tourism=le-hoi-su-kien
        months: 1-4
        terrain: coast island
        pictures: festival sea harbour
        tags: lễ hội; văn hóa biển
        let thuyen = 24..120
        let khach = 4200..21000/100
        let le = Lễ hội Cầu ngư | Lễ hội Nghinh Ông | Lễ hội Ra khơi đầu xuân
        let tro = lắc thúng, đan lưới, kéo co trên cát | đua thuyền thúng, bơi vượt sóng, gánh cá | hát bả trạo, thi vá lưới, nấu món biển
        T: {le} ở {xa}: {thuyen} tàu thuyền rước trên biển
        T: Rộn ràng {le} năm {nam}
        T: {xa} mở {le}, cầu cho trời yên biển lặng
        S: {buoi} {d}, ngư dân {xa} mở {le}, cầu trời yên biển lặng, tôm cá đầy khoang.
        S: {thuyen} tàu thuyền treo cờ hoa rước quanh vịnh trong {le} của ngư dân {xa}, thu hút khoảng {khach} lượt người tham dự.
        P: Sau lễ tế ở lăng, đoàn rước ra biển trong tiếng trống, tiếng hò bả trạo. Các chủ tàu thả vòng hoa tưởng nhớ người đi biển không trở về.
        | Nghi lễ do các bậc cao niên vạn chài chủ trì; mỗi chủ tàu mang một lễ vật nhỏ, đọc lời nguyện đi biển nghĩa tình, giúp nhau khi hoạn nạn.
        P: Phần hội trên bãi cát có các trò {tro}; gian hàng ẩm thực bán gỏi cá, cháo hàu và hải sản mới cập bến, niêm yết giá rõ ràng.
        | Trên bãi cát, các đội thi {tro}, người xem cổ vũ kín bờ. Buổi tối có hát dân ca, bài chòi và giao lưu với bộ đội biên phòng.
        Q: Biển cho mình cái ăn, mình phải biết ơn và giữ cho biển sạch. >> {ong}, chủ tàu ở {thon}
        P: Trong dịp lễ hội, ngư dân ký cam kết không khai thác bất hợp pháp, không dùng ngư cụ hủy diệt và mang rác vào bờ.
        | Ban tổ chức bố trí tàu cứu nạn, áo phao cho người dự lễ rước; thanh niên dọn sạch bãi biển ngay sau lễ hội.
        C: Đoàn thuyền rước trong {le} ở {xa}.

        === tau-ra-dao
        for: island tourism main
        by: xa
        section: thong-bao, portal=tin-co-so
        terrain: island
        pictures: sea harbour
        tags: Hòn Mây; vận tải biển
        let cap = 6 | 7
        let khach = 1800..9600/50
        let ly = có gió mùa | sóng cao trên 2 m | bảo dưỡng cầu tàu
        T: Lịch tàu ra đặc khu Hòn Mây từ ngày {d+2}
        T: Điều chỉnh lịch tàu khách Hòn Mây do {ly}
        T: {khach} lượt khách ra đảo Hòn Mây trong tháng {thangtruoc}
        S: Từ ngày {dy+2}, tàu khách giữa cảng Cửa Lam và đặc khu Hòn Mây chạy hai chuyến mỗi ngày ở mỗi chiều; lịch có thể thay đổi khi gió từ cấp {cap} trở lên.
        S: Đơn vị vận tải thông báo điều chỉnh lịch tàu ra đặc khu Hòn Mây do {ly}; trong tháng {thangtruoc}, tuyến này phục vụ {khach} lượt khách.
        TB: Giờ tàu xuất bến
        TH: Chiều ;; Chuyến sáng ;; Chuyến chiều
        TR: Cửa Lam - Hòn Mây ;; 7 giờ 30 ;; 13 giờ 30
        TR: Hòn Mây - Cửa Lam ;; 9 giờ 45 ;; 15 giờ 45
        P: Người dân đảo, bệnh nhân chuyển tuyến, học sinh và hàng thiết yếu được ưu tiên. Khách mua vé trước qua mạng, mang căn cước khi lên tàu, có mặt trước giờ chạy 30 phút.
        | Hành khách phải mặc áo phao trong suốt hành trình; hàng dễ cháy, vật nuôi gửi ở khoang riêng. Vé cho người dân đảo được giảm theo quy định.
        P: Khi biển động, tàu tạm ngừng và vé được đổi ngày không mất phí. Tin về tàu chạy hay ngừng được đăng trước 18 giờ hôm trước.
        | Trường hợp tàu hủy chuyến vì thời tiết, khách được hoàn tiền hoặc đổi vé; khách đang ở đảo được hỗ trợ chỗ nghỉ giá niêm yết.
        P?: Đặc khu nhắc du khách không mang túi ni lông ra đảo, không bẻ san hô, không tự ý bơi ngoài khu vực có phao.
        C: Tàu khách rời cầu cảng ra đảo Hòn Mây.

        === vuon-mau-ngo-dep
        for: main agriculture rural union
        by: xa hoi-nong-dan hoi-lien-hiep-phu-nu
        section: nong-nghiep
        terrain: upland midland plain coast
        pictures: flowers fields terraces
        tags: nông thôn mới; đường hoa
        let m = 400..3200/50
        let vuon = 12..84
        let ho = 60..320/5
        let cay = 180..1600/10
        T: {xa} có {vuon} vườn mẫu, {m} m đường hoa
        T: {thon} thay áo mới nhờ phong trào vườn mẫu, ngõ đẹp
        T: Đường hoa dài {m} m ở {thon}, {xa}
        S: Phong trào cải tạo vườn tạp, làm vườn mẫu, ngõ đẹp ở {xa} thu hút {ho} hộ tham gia, hình thành {vuon} vườn mẫu và {m} m đường hoa.
        S: Về {thon}, {xa} hôm nay, dễ nhận ra sự đổi thay từ những con đường hoa dài {m} m, hàng rào cây xanh và vườn nhà gọn gàng.
        P: Cách làm đơn giản: mỗi nhà tự dọn trước cổng, hội viên nông dân giúp công, phụ nữ góp cây giống, thanh niên vẽ tường. {cay} cây xanh bóng mát đã được trồng dọc các lối.
        | {ho} hộ ký cam kết chỉnh trang nhà, vườn, ngõ; mỗi tháng họp xóm chấm điểm chéo. {cay} cây xanh được giao cho từng nhà chăm sóc.
        P: Vườn mẫu không chỉ để ngắm mà phải có thu. {ong} ở {thon} thay vườn tạp bằng cây ăn quả và rau sạch, mỗi năm thêm vài chục triệu đồng.
        | Nhiều hộ như gia đình {ong} ở {thon} trồng cây ăn quả, nuôi gà thả vườn, làm hệ thống tưới tiết kiệm, có thu nhập quanh năm.
        Q: Làm đẹp cho nhà mình trước, thấy hay nên hàng xóm làm theo, chẳng ai phải nhắc ai. >> {ong}, {thon}
        P: Cuối năm nay, {xa} sẽ tổ chức tham quan chéo giữa các khu dân cư và chọn {thon2} làm điểm tiếp theo.
        C: Đường hoa ở {thon}, {xa}.

        === tra-ket-qua-tai-nha
        for: main commune
        by: xa
        section: cai-cach-hanh-chinh
        pictures: fields city
        tags: thủ tục hành chính; phục vụ người dân
        let hs = 120..680/10
        let nguoi = 24..140
        let phut = 15..35/5
        T: {xa} trả kết quả thủ tục hành chính tận nhà cho người già yếu
        T: Công chức {xa} mang dấu xanh đến tận {thon}
        T: {hs} hồ sơ được tiếp nhận, trả kết quả lưu động ở {xa}
        S: Mỗi tháng hai buổi, công chức {xa} mang máy tính, máy in đến {thon}, {thon2} tiếp nhận hồ sơ và trả kết quả tại chỗ; đã có {hs} hồ sơ được giải quyết.
        S: Để người già yếu, khuyết tật và hộ ở xa không phải đi lại, {xa} tổ chức trả kết quả tại nhà cho {nguoi} trường hợp, hoàn toàn miễn phí.
        P: Người dân gọi điện hoặc nhờ trưởng khu dân cư đăng ký; công chức hẹn giờ, đến nhà hướng dẫn, chụp giấy tờ, ký nhận điện tử. Trung bình mỗi hồ sơ hết {phut} phút.
        | Những việc được làm tại nhà gồm chứng thực chữ ký, hộ tịch, chế độ bảo trợ và bảo hiểm. Hồ sơ đơn giản được trả ngay trong buổi.
        P: Ông bà nào không có điện thoại thông minh thì được hỗ trợ qua thành viên tổ công nghệ số; mật khẩu, mã xác thực do chính người dân giữ.
        | Các trường hợp không có điện thoại thông minh được hỗ trợ qua người thân, công chức không giữ tài khoản, mật khẩu của người dân.
        Q: Tôi liệt chân đã lâu, không ngờ có người mang giấy tờ đến tận giường. >> {ong}, {thon}
        P: {ubndxa} công khai danh sách thủ tục được phục vụ tại nhà và số điện thoại đăng ký; người dân đánh giá thái độ phục vụ bằng mã QR ngay khi nhận kết quả.
        C: Công chức {xa} hướng dẫn người dân tại {thon}.

        === ra-soat-ho-ngheo
        for: commune
        section: lao-dong-an-sinh
        months: 9-12
        pictures: fields city
        tags: rà soát hộ nghèo; giảm nghèo
        let ho = 420..1680/10
        let hn = 18..86
        let cn = 28..120
        let thoat = 6..32
        T: {xa} rà soát hộ nghèo, hộ cận nghèo năm {nam}
        T: {xa}: {thoat} hộ thoát nghèo sau rà soát
        T: Họp dân công khai kết quả rà soát hộ nghèo ở {thon}
        S: Từ ngày {d-10} đến ngày {d}, {xa} rà soát {ho} hộ, sơ bộ xác định {hn} hộ nghèo, {cn} hộ cận nghèo theo chuẩn hiện hành.
        S: Tại cuộc họp dân ở {thon}, kết quả rà soát hộ nghèo, hộ cận nghèo năm {nam} được đọc công khai, lấy ý kiến từng trường hợp.
        P: Điều tra viên chấm điểm từng hộ theo phiếu, hỏi cả thu nhập và mức độ tiếp cận nhà ở, nước sạch, học hành, việc làm. Kết quả niêm yết ba ngày để góp ý trước khi trình phê duyệt.
        | Mỗi hộ được hai điều tra viên đến nhà, đối chiếu với dữ liệu bảo hiểm, đất đai. Hộ nào không đồng ý được phúc tra trong năm ngày làm việc.
        TB: Kết quả sơ bộ
        TH: Nội dung ;; Số hộ
        TR: Số hộ được rà soát ;; {ho}
        TR: Hộ nghèo ;; {hn}
        TR: Hộ cận nghèo ;; {cn}
        TR: Hộ thoát nghèo trong năm ;; {thoat}
        P: Trong {thoat} hộ thoát nghèo có hộ làm đơn tự nguyện ra khỏi danh sách để nhường hỗ trợ cho người khó hơn.
        Q?: Nhà tôi giờ đủ ăn rồi, nhận nữa thì phần của người khó hơn bị mất. >> {ong}, {thon}
        P: {ubndxa} nhắc các khu dân cư tuyệt đối không nể nang, không để sót hộ khó khăn; mọi phản ánh gửi về trước ngày {d+7}.
        C: Họp dân công khai kết quả rà soát ở {thon}.
        """
}
