/// What the specialised bodies and public units tell of their own work: each portal has something of its own trade to say.
extension FamilyTexts {
    static let unitsB = """
        === cham-soc-o-trung-tam
        for: care main
        by: trung-tam-bao-tro-xa-hoi trung-tam-dieu-duong-nguoi-co-cong trung-tam-cong-tac-xa-hoi
        section: lao-dong-an-sinh
        pictures: flowers hall
        tags: chăm sóc; an sinh xã hội
        let nguoi = 60..240/2
        let nv = 18..62
        let viec = vườn rau thuốc nam | phòng tập phục hồi chức năng | góc đọc sách, đánh cờ | tủ sách và phòng nghe nhạc | sân dưỡng sinh có mái che
        let doan = 4..16
        T: {coquan} đưa vào sử dụng {viec}
        T: Một ngày ở {coquan}
        T: {coquan} chăm lo chu đáo cho {nguoi} người
        S: {nguoi} người đang được nuôi dưỡng, chăm sóc, nghỉ dưỡng tại {coquan}; đội ngũ {nv} cán bộ, nhân viên thay nhau trực suốt ngày đêm.
        S: {coquan} vừa đưa vào sử dụng {viec}, tạo thêm chỗ sinh hoạt cho {nguoi} người đang được chăm sóc, nghỉ dưỡng tại đây.
        P: Mỗi ngày bắt đầu bằng bài thể dục nhẹ, đo huyết áp và bữa sáng được nấu riêng theo chế độ của từng người. Buổi chiều là giờ phục hồi chức năng, đọc báo, chăm cây.
        | Thực đơn được thay đổi theo ngày, có chế độ riêng cho người tăng huyết áp, đái tháo đường; mỗi người có một sổ theo dõi sức khỏe điện tử.
        P: Từ khi có {viec}, nhiều người đi lại, trò chuyện nhiều hơn. Kinh phí thực hiện do đơn vị tiết kiệm chi thường xuyên và các nhà hảo tâm đóng góp.
        | Trong quý, đơn vị đón {doan} đoàn khách đến thăm, tặng quà; mọi khoản tiếp nhận đều được ghi sổ, công khai tại bảng tin.
        Q: Ở đây có người hỏi han, nhắc uống thuốc, tôi coi như nhà mình. >> Một người đang được chăm sóc tại đơn vị
        | Điều quan trọng nhất là kiên nhẫn, nhớ tên và thói quen của từng người. >> Một nhân viên chăm sóc
        P: Thời gian tới, {coquan} bồi dưỡng thêm cho nhân viên về chăm sóc người cao tuổi sa sút trí tuệ, đồng thời mở đợt tuyển tình nguyện viên cuối tuần.
        P?: Tổ chức, cá nhân muốn đến thăm, tặng quà vui lòng báo trước một ngày để đơn vị sắp xếp, không làm xáo trộn giờ nghỉ.
        C: Giờ sinh hoạt chung tại {coquan}.

        === san-viec-lam
        for: main labourunit enterpriseunit home commune
        by: trung-tam-dich-vu-viec-lam so-noi-vu
        section: lao-dong-an-sinh
        pictures: hall city
        tags: việc làm; phiên giao dịch việc làm
        let dn = 18..64
        let ct = 1240..4800/20
        let nld = 380..1600/10
        let ht = 24%..38% of nld
        let luong = 7..9
        let luongcao = 11..16
        let nghe = may công nghiệp, lắp ráp điện tử | chế biến thủy sản, kho vận | chế biến gỗ, cơ khí | bán hàng, chăm sóc khách hàng | xây dựng, lái máy công trình
        T: Phiên giao dịch việc làm: {dn} doanh nghiệp tuyển {ct} lao động
        T: {nld} lao động tìm việc tại phiên giao dịch ở {xa}
        T: {ct} chỉ tiêu tuyển dụng chờ người lao động
        S: {buoi} {d}, phiên giao dịch việc làm lưu động tại {xa} có {dn} doanh nghiệp tham gia với {ct} chỉ tiêu tuyển dụng, thu hút {nld} người lao động.
        S: {nld} người lao động đến phiên giao dịch việc làm tại {xa}, trong đó {ht} người được hẹn phỏng vấn vòng hai hoặc nhận việc ngay.
        P: Nhu cầu tuyển nhiều nhất là nhóm nghề {nghe}. Mức lương phổ biến từ {luong} đến {luongcao} triệu đồng mỗi tháng, kèm bảo hiểm, tiền ăn ca và xe đưa đón.
        | Doanh nghiệp chủ yếu tuyển lao động {nghe}; ngoài lương {luong} - {luongcao} triệu đồng mỗi tháng, nhiều nơi hỗ trợ nhà trọ, gửi trẻ cho công nhân.
        P: Người lao động được tư vấn chọn nghề, viết hồ sơ, phỏng vấn thử và cách nhận biết tin tuyển dụng lừa đảo. Ứng viên ở xa phỏng vấn trực tuyến ngay tại {ubndxa}.
        | Ngoài gian hàng trực tiếp, ứng viên có thể phỏng vấn trực tuyến; cán bộ tư vấn giải đáp chính sách bảo hiểm thất nghiệp, học nghề và đi làm việc có thời hạn ở nước ngoài.
        Q?: Tôi xin được việc gần nhà, lương không cao hơn nhưng tối về với con là quý rồi. >> {ong}, {xa}
        L?: Kiểm tra tên, địa chỉ doanh nghiệp trước khi nộp hồ sơ ;; Không nộp tiền giữ chỗ, tiền đồng phục ;; Đọc kỹ hợp đồng, giữ lại một bản ;; Báo cơ quan chức năng khi bị ép làm thêm giờ trái quy định
        P: Phiên tiếp theo mở ngày {d+21} tại {xa2}; danh sách vị trí tuyển dụng được cập nhật hằng tuần trên trang thông tin điện tử của Trung tâm Dịch vụ việc làm tỉnh.
        C: Người lao động tìm hiểu thông tin tuyển dụng.

        === tai-lieu-luu-tru
        for: archiveunit home main
        by: trung-tam-luu-tru-lich-su so-noi-vu
        section: van-hoa-the-thao
        pictures: hall city
        tags: lưu trữ; tư liệu
        let met = 320..1800/20
        let trang = 120..760/10
        let yc = 60..280
        let loai = địa bạ, bản đồ giải thửa | ảnh tư liệu về các công trình thủy lợi | hồ sơ người đi chiến trường | hồ sơ tốt nghiệp, học bạ trước năm 1990 | bản vẽ công trình công cộng cũ
        T: {trang} nghìn trang tài liệu lưu trữ được số hóa
        T: {yc} yêu cầu khai thác tài liệu lưu trữ được giải quyết trong tháng {thangtruoc}
        T: Giữ cho trang giấy cũ sống lâu: việc thầm lặng của người làm lưu trữ
        S: Kho lưu trữ lịch sử của tỉnh đang bảo quản {met} mét giá tài liệu; {trang} nghìn trang quý, dễ hư hỏng đã được số hóa.
        S: Trong tháng {thangtruoc}, {yc} yêu cầu khai thác tài liệu lưu trữ được giải quyết, nhiều nhất là nhóm {loai}.
        P: Tài liệu nhận về được khử trùng, vệ sinh từng tờ, vá chỗ rách bằng giấy chuyên dụng rồi mới đưa vào hộp. Kho duy trì nhiệt độ, độ ẩm ổn định suốt ngày đêm.
        | Mỗi trang tài liệu đi qua các bước vệ sinh, tu bổ, quét ảnh, kiểm tra và gắn thông tin mô tả để tra cứu được theo tên người, địa danh, năm.
        P: Người dân tìm tài liệu để làm chế độ, nối lại nguồn gốc đất hoặc viết sử làng; nhóm được hỏi nhiều là {loai}. Bản sao có chứng thực được trả trong vòng ba ngày làm việc.
        | Nhóm {loai} được hỏi nhiều. Từ năm nay, người dân gửi yêu cầu trực tuyến, chỉ đến một lần để nhận bản sao có chứng thực hoặc nhận qua bưu chính.
        Q?: Tìm được tờ giấy có tên cha mình sau mấy chục năm, cả nhà tôi lặng đi. >> {ong}, {xa}
        P: Cơ quan lưu trữ kêu gọi gia đình, dòng họ ký gửi hoặc hiến tặng tài liệu quý; tài liệu ký gửi được bảo quản miễn phí, quyền sở hữu vẫn thuộc gia đình.
        C: Tu bổ tài liệu tại kho lưu trữ lịch sử.

        === lam-sach-du-lieu-dat-dai
        for: main land agriculture commune
        by: van-phong-dang-ky-dat-dai so-nong-nghiep-va-moi-truong
        section: chuyen-doi-so, unit=chuyen-nganh
        pictures: fields city
        tags: đất đai; dữ liệu số
        let thua = 8200..36400/50
        let xong = 52%..93% of thua
        let con = thua - xong
        let to = 8..24
        T: {xa} làm sạch dữ liệu {xong} thửa đất
        T: Dữ liệu đất đai ở {xa}: còn {con} thửa cần đối chiếu
        T: {xa} vận động người dân cung cấp giấy chứng nhận để đối chiếu dữ liệu
        S: Đến ngày {d-2}, {xa} đã đối chiếu, làm sạch dữ liệu {xong} trong tổng số {thua} thửa đất, đạt yêu cầu đúng, đủ, sạch, sống.
        S: {to} tổ công tác ở {xa} đến từng hộ thu nhận bản chụp giấy chứng nhận và căn cước, phục vụ hoàn thiện cơ sở dữ liệu đất đai.
        TB: Kết quả làm sạch dữ liệu đất đai
        TH: Chỉ tiêu ;; Số thửa
        TR: Tổng số thửa đất ;; {thua}
        TR: Đã đối chiếu, cập nhật ;; {xong}
        TR: Chưa đối chiếu ;; {con}
        P: Người dân chỉ cần chụp rõ các trang giấy chứng nhận, không phải nộp bản gốc, không mất phí. Cán bộ đến thu nhận có thẻ và văn bản giới thiệu.
        | Các tổ công tác làm cả buổi tối, ngày nghỉ để không ảnh hưởng đến sản xuất của bà con; việc cung cấp thông tin hoàn toàn miễn phí.
        P: Những thửa chưa đối chiếu chủ yếu do chủ sử dụng đi làm ăn xa, giấy đang thế chấp hoặc ranh giới có biến động. Các trường hợp này được gửi thư mời và hướng dẫn gửi ảnh qua mạng.
        | Khó khăn nằm ở giấy chứng nhận cũ sai tên, thiếu năm sinh hoặc đã tách thửa mà chưa đăng ký; cơ quan đăng ký đất đai cử người về tận {thon} xử lý.
        Q?: Đưa tờ giấy cho chụp cũng lo, nhưng cán bộ giải thích rõ, lại làm ngay trước mặt nên tôi yên tâm. >> {ong}, {thon}
        P: Khi dữ liệu hoàn chỉnh, người dân không phải nộp lại bản sao giấy chứng nhận trong nhiều thủ tục, thời gian giải quyết được rút ngắn.
        C: Tổ công tác đối chiếu thông tin thửa đất tại {thon}.

        === quan-trac-moi-truong
        for: main environment agriculture
        by: chi-cuc-bao-ve-moi-truong so-nong-nghiep-va-moi-truong
        section: moi-truong-thien-tai
        pictures: river sea city
        tags: quan trắc môi trường; môi trường
        let diem = 32..74
        let dat = 84%..97% of diem
        let vuot = diem - dat
        let cs = 6..18
        let ts = độ bụi ở gần công trường | chất rắn lơ lửng sau mưa lớn | chất hữu cơ ở kênh thoát nước khu dân cư | tiếng ồn trên trục đường lớn
        T: Kết quả quan trắc môi trường quý {quytruoc}: {dat}/{diem} điểm đạt quy chuẩn
        T: Công khai số liệu quan trắc môi trường quý {quytruoc}
        T: Môi trường nước, không khí quý {quytruoc}: {vuot} điểm cần theo dõi thêm
        S: Kết quả quan trắc quý {quytruoc} tại {diem} điểm cho thấy chất lượng nước và không khí trên địa bàn tỉnh cơ bản tốt; {dat} điểm đạt quy chuẩn ở mọi thông số.
        S: {dat} trong số {diem} điểm quan trắc đạt quy chuẩn; phần còn lại vượt nhẹ ở thông số {ts}.
        P: Mẫu nước mặt được lấy dọc {song}, các hồ chứa và vùng nuôi; mẫu không khí được lấy ở khu dân cư, khu công nghiệp và nút giao thông. Kết quả do phòng thử nghiệm đủ điều kiện phân tích.
        | Các điểm lấy mẫu trải từ vùng núi ra cửa biển, trong đó {song} có số điểm nhiều nhất; số liệu từng điểm được đăng kèm bản đồ để người dân tra cứu.
        P: {vuot} điểm có thông số vượt ngưỡng, chủ yếu là {ts}. Cơ quan chuyên môn đã lấy mẫu lặp lại và yêu cầu địa phương xác định nguồn thải.
        | Nguyên nhân tại {vuot} điểm chưa đạt được xác định là {ts}; địa phương liên quan phải báo cáo biện pháp khắc phục trước ngày {d+20}.
        P: Song song với quan trắc, đoàn kiểm tra làm việc với {cs} cơ sở có lượng nước thải lớn; các cơ sở thuộc diện phải lắp thiết bị quan trắc tự động đã truyền số liệu liên tục.
        P?: Người dân phát hiện nước đổi màu, có mùi lạ, cá chết bất thường đề nghị báo ngay cho chính quyền nơi gần nhất hoặc đường dây nóng về môi trường.
        C: Lấy mẫu nước trên {song}.

        === bao-ve-rung-tuan-tra
        for: forest main agriculture
        by: chi-cuc-kiem-lam vuon-quoc-gia-lung-may ban-quan-ly-rung-phong-ho
        section: nong-nghiep
        terrain: upland midland
        pictures: forest mountains
        tags: bảo vệ rừng; đa dạng sinh học
        let chuyen = 18..64
        let km = 210..980/10
        let bay = 24..180
        let thu = 3..16
        let loai = khỉ vàng | cầy vòi hương | rùa đất | chim hồng hoàng | tê tê | mèo rừng
        T: {chuyen} chuyến tuần rừng, gỡ bỏ {bay} bẫy thú trong tháng {thangtruoc}
        T: Thả {thu} cá thể động vật hoang dã về rừng
        T: Theo chân tổ tuần rừng ở {xa}
        T: Bẫy ảnh ghi nhận {loai} trong rừng {tenxa}
        S: Trong tháng {thangtruoc}, lực lượng bảo vệ rừng và người dân nhận khoán thực hiện {chuyen} chuyến tuần tra, đi {km} km đường rừng, gỡ {bay} bẫy thú.
        S: {thu} cá thể động vật hoang dã, trong đó có {loai}, vừa được thả về rừng sau thời gian chăm sóc.
        P: Mỗi chuyến tuần tra kéo dài từ hai đến bốn ngày, dữ liệu tọa độ, hình ảnh được ghi bằng ứng dụng trên điện thoại. Những khu vực có nhiều bẫy được đưa vào lịch tuần tra dày hơn.
        | Tổ tuần rừng gồm kiểm lâm viên và người dân {thon}; họ nhớ từng khe suối, từng gốc cây lớn. Kết quả mỗi chuyến được cập nhật lên bản đồ số.
        P: Trước khi thả, thú được kiểm tra sức khỏe, gắn thẻ theo dõi và làm quen với thức ăn tự nhiên. Nơi thả cách xa khu dân cư, có nguồn nước và ít người qua lại.
        | Ảnh từ các trạm bẫy ảnh cho thấy {loai} trở lại vùng lõi; đây là dấu hiệu rừng đang phục hồi tốt.
        Q: Gỡ một cái bẫy là giữ được một mạng sống. Mệt nhưng thấy đáng. >> Một thành viên tổ tuần rừng ở {xa}
        P: {coquan} đề nghị người dân không mua bán, tiêu thụ động vật hoang dã; ai đang nuôi giữ trái phép hãy tự nguyện giao nộp để cứu hộ.
        | Cùng với tuần tra, {coquan} mở các buổi học trong rừng cho học sinh, giúp các em nhận biết cây, con và dấu chân thú.
        C: Tổ tuần rừng ở {xa}.

        === dinh-danh-luu-dong
        for: security main
        by: cong-an-tinh
        section: quoc-phong-an-ninh
        terrain: upland midland coast island
        pictures: mountains sea fields
        tags: căn cước; định danh điện tử
        let can = 180..760/5
        let vne = 46%..88% of can
        let gia = 14..60
        T: Công an tỉnh làm căn cước lưu động tại {xa}
        T: {can} người dân {xa} được làm căn cước ngay tại {thon}
        T: Đến tận nhà làm căn cước cho {gia} người già yếu ở {xa}
        S: Tổ công tác lưu động của Công an tỉnh thu nhận {can} hồ sơ căn cước, kích hoạt {vne} tài khoản định danh điện tử mức độ 2 cho người dân {xa}.
        S: Trong ba ngày làm việc tại {thon}, {xa}, tổ công tác lưu động đã đến tận nhà {gia} người già yếu, người bệnh để thu nhận hồ sơ căn cước.
        P: Tổ công tác mang theo máy thu nhận, máy phát điện và thiết bị truyền dữ liệu qua mạng di động. Người dân được hướng dẫn giờ đến theo từng xóm để không phải chờ lâu.
        | Tranh thủ buổi tối khi bà con đi làm về, tổ công tác mở cửa đến 21 giờ; trẻ em dưới 14 tuổi được bố mẹ đưa đến làm cùng.
        P: Cùng với căn cước, cán bộ hướng dẫn tích hợp thẻ bảo hiểm y tế, giấy phép lái xe vào ứng dụng và cách khóa tài khoản khi mất điện thoại.
        | {vne} người đã kích hoạt tài khoản định danh ngay tại chỗ, được chỉ cách nộp hồ sơ trực tuyến và cảnh giác với cuộc gọi yêu cầu “cập nhật dữ liệu”.
        Q: Chân tôi đau, đi xa không được. Các chú đến tận nhà làm cho, quý lắm. >> {ong}, {thon}
        P: Công an tỉnh lưu ý cơ quan công an không hướng dẫn làm căn cước qua điện thoại, không gửi đường dẫn yêu cầu cài ứng dụng. Lịch lưu động tiếp theo: {xa2} từ ngày {d+6}, {xa3} từ ngày {d+10}.
        C: Thu nhận hồ sơ căn cước lưu động tại {xa}.

        === quan-doi-giup-dan
        for: defence main commune
        by: bo-chi-huy-quan-su-tinh ban-chi-huy-bo-doi-bien-phong
        section: quoc-phong-an-ninh
        pictures: fields mountains
        tags: dân vận; quân dân
        let cs = 40..180/5
        let ngay = 10..20
        let m = 180..1400/20
        let cong = 500%..950% of cs
        let viec = làm {m} m đường bê tông nội đồng | nạo vét {m} m kênh mương | dựng lại nhà cho các hộ bị đổ sập | sửa sân trường, khu vui chơi cho trẻ | thu hoạch lúa chạy mưa
        T: Bộ đội giúp dân {xa} {viec}
        T: {cs} cán bộ, chiến sĩ về {thon}, {xa} làm công tác dân vận
        T: Tình quân dân ở {xa}: {cong} ngày công giúp bà con
        S: Trong {ngay} ngày dã ngoại làm công tác dân vận tại {xa}, {cs} cán bộ, chiến sĩ góp {cong} ngày công giúp dân {viec}.
        S: {cs} cán bộ, chiến sĩ lực lượng vũ trang đang cùng người dân {thon}, {xa} {viec}.
        P: Bộ đội chia thành từng tổ, ăn ở cùng dân, sáng ra công trường, tối sinh hoạt với thanh niên, dạy trẻ học bơi, học hát.
        | Thực hiện phương châm cùng ăn, cùng ở, cùng làm, các tổ công tác vừa giúp dân, vừa tuyên truyền pháp luật về biên giới, phòng cháy và phòng, chống thiên tai.
        P: Quân y đơn vị khám bệnh, phát thuốc cho người cao tuổi; đơn vị tặng quà các gia đình chính sách và tủ sách cho điểm trường.
        | Ngoài phần việc chính, bộ đội giúp các gia đình neo đơn sửa mái nhà, dọn vườn và làm sạch khuôn viên nghĩa trang liệt sĩ.
        Q: Các cháu làm khỏe, ăn nói lễ phép, hết đợt về cả xóm bịn rịn. >> {ong}, {thon}, {xa}
        P: Kết thúc đợt dân vận, đơn vị bàn giao phần việc cho {ubndxa} quản lý, đồng thời giữ liên lạc với tổ dân quân địa phương để hỗ trợ khi có thiên tai.
        C: Bộ đội giúp người dân {xa}.

        === bao-hiem-y-te-hssv
        for: insurance main commune education
        by: bao-hiem-xa-hoi-tinh
        section: lao-dong-an-sinh
        pictures: school city
        tags: bảo hiểm y tế; bảo hiểm xã hội
        let tyle = 93.1..98.6
        let nguoi = 240..1600/10
        let the = 60..380/5
        let nhom = học sinh, sinh viên | lao động tự do | hộ gia đình làm nông nghiệp | người bán hàng ở chợ
        T: {xa}: {tyle}% dân số tham gia bảo hiểm y tế
        T: Vận động {nhom} tham gia bảo hiểm tại {xa}
        T: {the} thẻ bảo hiểm y tế tặng người khó khăn ở {xa}
        S: Đến hết tháng {thangtruoc}, {tyle}% dân số {xa} tham gia bảo hiểm y tế; {nguoi} người tham gia bảo hiểm xã hội tự nguyện.
        S: Cán bộ bảo hiểm xã hội cùng các đoàn thể ở {xa} đến từng nhà vận động {nhom} tham gia bảo hiểm; {the} thẻ bảo hiểm y tế được trao cho người khó khăn.
        P: Tại các buổi gặp nhỏ, cán bộ tính thử mức đóng, mức hưởng cho từng người; nhiều người ngạc nhiên khi biết đã có phần ngân sách hỗ trợ.
        | Cách tuyên truyền được đổi mới: nói bằng câu chuyện của người đã được bảo hiểm chi trả, có bảng tính tiền cụ thể, không hứa quá những gì luật quy định.
        P: Người dân dùng căn cước hoặc ứng dụng thay thẻ giấy khi đi khám bệnh; có thể gia hạn trực tuyến và nhận nhắc hạn qua tin nhắn.
        | Thẻ sắp hết hạn được nhắc trước 30 ngày. Việc gia hạn, tra cứu quá trình đóng đều làm được trên điện thoại.
        Q?: Mổ xong xem viện phí mới thấy tấm thẻ quý. Giờ nhà tôi không ai để đứt quãng. >> {ong}, {thon}
        P: Cơ quan bảo hiểm xã hội lưu ý không có nhân viên nào gọi điện yêu cầu cung cấp mã OTP để “hoàn tiền bảo hiểm”; người dân chỉ đóng tiền tại điểm thu được ủy quyền và nhận biên lai.
        C: Tư vấn chính sách bảo hiểm cho người dân {xa}.

        === tiep-doan-quoc-te
        for: foreign main investment school
        by: so-ngoai-vu
        section: trong-tinh
        pictures: hall city harbour
        tags: đối ngoại; hợp tác quốc tế
        let linh = đào tạo nhân lực | trao đổi học sinh, sinh viên | bảo tồn rừng ngập mặn | nông nghiệp thông minh | thích ứng với biến đổi khí hậu | khám, chữa bệnh từ xa
        let nguoi = 8..32
        T: {coquan} tiếp đoàn công tác quốc tế, trao đổi hợp tác về {linh}
        T: Mở hướng hợp tác quốc tế trong lĩnh vực {linh}
        T: Đoàn khách quốc tế tìm hiểu cơ hội hợp tác về {linh} ở An Sơn
        S: {buoi} {d}, {coquan} tiếp đoàn công tác quốc tế gồm {nguoi} thành viên đến tìm hiểu cơ hội hợp tác về {linh}.
        S: Trong chương trình làm việc tại An Sơn, đoàn khách quốc tế {nguoi} thành viên trao đổi với {coquan} về hợp tác trong lĩnh vực {linh}.
        P: Phát biểu chào mừng, đại diện {coquan} giới thiệu tiềm năng của tỉnh và những việc đã làm trong lĩnh vực {linh}, đồng thời nêu các nhu cầu cụ thể.
        | Hai bên chia sẻ kinh nghiệm, xem lại kết quả các hoạt động trước đây và thống nhất ưu tiên lĩnh vực {linh} trong giai đoạn tới.
        P: Đoàn khách đánh giá cao sự chuẩn bị của phía An Sơn, đề xuất bắt đầu bằng một chương trình thí điểm kéo dài {thang2} tháng, sau đó đánh giá rồi mới mở rộng.
        let thang2 = 6 | 9 | 12
        | Phía bạn đề nghị cử chuyên gia sang khảo sát trong quý tới, cùng lập đề cương và xác định phần đóng góp của mỗi bên.
        P: Sau buổi làm việc, đoàn tham quan {diemden} và gặp gỡ người dân địa phương.
        | Nhân dịp này, đoàn đã đến thăm {diemden}, tìm hiểu văn hóa, đời sống của người dân địa phương.
        P?: Mọi thỏa thuận được thực hiện theo đúng quy định về đối ngoại và công khai sau khi ký kết.
        C: Quang cảnh buổi tiếp đoàn.

        === sinh-vien-hoc-vien
        for: school main
        by: truong-dai-hoc-an-son truong-cao-dang-an-son truong-chinh-tri-tinh
        section: giao-duc
        pictures: school hall
        tags: đào tạo; học viên
        let hv = 240..1180/5
        let lop = 6..24
        let detai = 12..46
        let chude = kỹ năng số trong công việc | phương pháp nghiên cứu thực tiễn | kỹ năng xử lý tình huống ở cơ sở | khởi nghiệp từ sản vật quê hương | đạo đức nghề nghiệp
        T: {coquan} khai giảng {lop} lớp với {hv} người học
        T: {coquan} tổ chức tọa đàm về {chude}
        T: {detai} đề tài được trình bày tại hội nghị khoa học của {coquan}
        S: {buoi} {d}, {coquan} khai giảng các lớp mới với {hv} người học, đồng thời tổ chức tọa đàm về {chude}.
        S: Với {detai} đề tài được trình bày, hội nghị khoa học của {coquan} tập trung vào những vấn đề thiết thực của địa phương, trong đó có {chude}.
        P: Chương trình học được điều chỉnh theo hướng giảm giờ nghe giảng, tăng thảo luận và đi thực tế cơ sở; học viên tự chọn vấn đề, viết báo cáo và bảo vệ trước hội đồng.
        | {lop} lớp mới được bố trí giảng viên chủ nhiệm, thư viện điện tử và lịch đi thực tế tại {xa}, {xa2} ngay trong học phần đầu.
        P: Nhiều đề tài đã được địa phương áp dụng như cách tổ chức họp dân trực tuyến, mô hình thu gom rác ở chợ hay tài liệu hướng dẫn du khách bằng tranh.
        | Hội đồng khoa học chọn những đề tài có thể làm ngay, chi phí thấp để hỗ trợ thử nghiệm trong sáu tháng.
        Q: Đi thực tế một tuần, em hiểu ra nhiều điều sách không viết. >> Một học viên {coquan}
        P: {coquan} cho biết sẽ mở thêm các khóa ngắn hạn vào cuối tuần, học trực tuyến kết hợp trực tiếp, phục vụ người vừa làm, vừa học.
        P?: Ký túc xá, học phí và chính sách miễn giảm được công khai trên trang thông tin điện tử; người học thuộc hộ nghèo nộp hồ sơ trước ngày {d+20}.
        C: Một buổi học tại {coquan}.

        === ben-xe-dang-kiem
        for: transportunit
        section: xay-dung-giao-thong
        pictures: city bridge
        tags: vận tải; phục vụ hành khách
        let luot = 1800..7200/20
        let phut = 12..35
        let phancong = 2..6
        T: {coquan} thêm khung giờ phục vụ, giảm chờ đợi
        T: Tháng {thangtruoc}, {coquan} phục vụ {luot} lượt phương tiện
        T: {coquan} thông báo điều chỉnh giờ làm việc từ ngày {d+5}
        S: Trong tháng {thangtruoc}, {coquan} phục vụ {luot} lượt phương tiện; thời gian chờ trung bình giảm còn {phut} phút.
        S: Từ ngày {dy+5}, {coquan} kéo dài giờ làm việc, nhận đặt lịch trực tuyến để chủ phương tiện và hành khách đỡ phải chờ đợi.
        P: Chủ phương tiện đặt lịch trước qua mạng hoặc qua điện thoại, đến đúng khung giờ được vào ngay. Giá dịch vụ niêm yết tại quầy, thanh toán không dùng tiền mặt.
        | Đơn vị bố trí thêm {phancong} nhân viên vào giờ cao điểm, mở lối riêng cho người khuyết tật và công khai số điện thoại tiếp nhận phản ánh.
        P: Qua theo dõi, lỗi thường gặp của phương tiện là lốp mòn, đèn yếu, phanh không đều và thiếu dụng cụ thoát hiểm. Lái xe nên tự kiểm tra trước mỗi chuyến đi.
        | {coquan} đề nghị lái xe, chủ xe kiểm tra lốp, phanh, đèn, bình chữa cháy; không tự ý cải tạo, lắp thêm thiết bị làm sai thiết kế.
        P: Vào dịp cao điểm, {coquan} làm việc cả ngày nghỉ; mọi thay đổi được báo trước ít nhất ba ngày trên trang thông tin điện tử.
        Q?: Đặt lịch tối hôm trước, sáng ra hai mươi phút là xong, không phải chầu chực như mọi năm. >> {ong}, lái xe ở {xa}
        C: Phương tiện vào làm thủ tục tại {coquan}.

        === kiem-dinh-xay-dung
        for: buildunit construction
        section: xay-dung-giao-thong
        pictures: city bridge
        tags: chất lượng công trình; quy hoạch
        let ct = 12..46
        let mau = 180..960/10
        let truong = 6..24
        let loi = bê tông lót chưa đủ chiều dày | thoát nước mái chưa tốt | lan can thấp hơn quy định | khe lún chưa xử lý kín | cốt thép chờ bị gỉ
        T: Kiểm định {ct} công trình công cộng trước mùa mưa bão
        T: {mau} mẫu vật liệu được thí nghiệm trong quý {quytruoc}
        T: Chất lượng công trình: phát hiện sớm, sửa kịp thời
        S: Trong quý {quytruoc}, {coquan} kiểm tra chất lượng {ct} công trình, thí nghiệm {mau} mẫu vật liệu; phần lớn đạt yêu cầu thiết kế.
        S: Kết quả kiểm tra {ct} công trình cho thấy chất lượng cơ bản bảo đảm; một số điểm như {loi} đã được yêu cầu khắc phục.
        P: Đoàn kiểm tra dùng thiết bị siêu âm, súng bật nẩy và khoan lấy mẫu tại vị trí ngẫu nhiên. Kết quả được lập biên bản tại chỗ, gửi chủ đầu tư trong năm ngày làm việc.
        | Mẫu được lấy có sự chứng kiến của các bên, mã hóa trước khi đưa vào phòng thí nghiệm; người thí nghiệm không biết mẫu thuộc công trình nào.
        P: Tồn tại phổ biến là {loi}. Chủ đầu tư, nhà thầu phải khắc phục bằng chi phí của mình và báo cáo trước ngày {d+15}.
        | Với lỗi {loi}, đoàn yêu cầu làm lại hạng mục, chụp ảnh trước và sau khi sửa để lưu hồ sơ.
        P: Đợt này, {truong} trường học, trạm y tế ở vùng hay ngập, vùng sạt lở được kiểm tra mái, tường rào và hệ thống điện trước tiên, trong đó có các công trình tại {xa}, {xa2}.
        P?: Người dân phát hiện công trình nứt, lún, nghiêng bất thường có thể gửi ảnh qua mục phản ánh hiện trường để được kiểm tra trong ba ngày.
        C: Kiểm tra chất lượng công trình tại hiện trường.
        """
}
