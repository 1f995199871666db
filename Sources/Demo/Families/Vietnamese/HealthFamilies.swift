/// Health and schools.
extension FamilyTexts {
    static let health = """
        === tiem-chung-mo-rong
        for: main health commune healthcentre
        by: so-y-te
        section: y-te, commune=thong-bao
        pictures: school city
        tags: tiêm chủng mở rộng; y tế
        event: vaccination
        let tre = 180..1400/10
        let tl = 92.4..98.6
        let vx = sởi - rubella | bại liệt | viêm não Nhật Bản | bạch hầu - ho gà - uốn ván
        T: Lịch tiêm vắc xin {vx} cho trẻ em {xa}
        T: {xa} tiêm bổ sung vắc xin {vx} cho {tre} trẻ
        T: {tl}% trẻ em trong diện được tiêm vắc xin {vx}
        S: Từ ngày {d+3}, trạm y tế {xa} tổ chức tiêm vắc xin {vx} cho {tre} trẻ trong độ tuổi.
        S: Ngành y tế triển khai tiêm bù, tiêm vét vắc xin {vx}; đến nay tỷ lệ trẻ được tiêm đạt {tl}%.
        P: Phụ huynh đưa trẻ đến đúng giờ hẹn, mang theo sổ tiêm và thông báo cho cán bộ y tế nếu trẻ đang sốt, dị ứng hoặc mới ốm dậy. Sau tiêm, trẻ ở lại theo dõi ít nhất 30 phút.
        | Trước khi tiêm, trẻ được khám sàng lọc và phụ huynh được tư vấn. Điểm tiêm bố trí một chiều, có khu chờ thoáng mát và phòng xử trí sự cố.
        P: Trạm y tế rà soát danh sách đến từng {cum}, gọi điện nhắc những gia đình có trẻ bỏ lỡ mũi tiêm, nhất là trẻ theo bố mẹ đi làm xa mới trở về.
        let cum = thôn | khu dân cư | ngõ xóm
        P: {coquan} khẳng định vắc xin được bảo quản đúng dây chuyền lạnh, có nguồn gốc rõ ràng; phụ huynh không nên nghe theo tin đồn trên mạng mà trì hoãn tiêm cho con.
        | {coquan} khuyến cáo tiêm đủ mũi, đúng lịch là cách bảo vệ trẻ tốt nhất; các mũi trong chương trình tiêm chủng mở rộng đều miễn phí.
        C: Cán bộ y tế khám sàng lọc cho trẻ trước khi tiêm.

        === kham-suc-khoe-nguoi-cao-tuoi
        for: main health commune hospital association union
        by: so-y-te hoi-nguoi-cao-tuoi
        section: y-te
        pictures: hall fields
        tags: khám sức khỏe; người cao tuổi
        let nguoi = 140..680/5
        let phathien = 12%..28% of nguoi
        T: Khám, tư vấn sức khỏe cho {nguoi} người cao tuổi {xa}
        T: {nguoi} người cao tuổi ở {xa} được lập hồ sơ sức khỏe điện tử
        T: Bác sĩ về {xa} khám bệnh cho người cao tuổi
        S: [Sáng|Chiều] {d}, đoàn y, bác sĩ tình nguyện khám, tư vấn sức khỏe và cấp thuốc miễn phí cho {nguoi} người cao tuổi ở {xa}.
        P: Người cao tuổi được đo huyết áp, thử đường huyết, điện tim, khám mắt và tư vấn dinh dưỡng. Kết quả được cập nhật vào sổ sức khỏe điện tử.
        | Các cụ được khám nội khoa, mắt, răng, xương khớp; trường hợp cần theo dõi được hẹn tái khám và giới thiệu lên tuyến trên.
        P: Qua khám, các bác sĩ phát hiện {phathien} người có dấu hiệu tăng huyết áp hoặc đái tháo đường chưa được điều trị, đã hướng dẫn cụ thể cách dùng thuốc và chế độ ăn.
        P: {coquan} cho biết chương trình sẽ đến lần lượt các địa bàn xa trung tâm, ưu tiên người sống một mình, người có công và người khuyết tật.
        Q: Tôi đi lại khó, bác sĩ về tận nơi khám rồi dặn dò từng chút, mừng lắm. >> {ong}, {thon}
        C: Bác sĩ khám bệnh cho người cao tuổi ở {xa}.

        === hien-mau-tinh-nguyen
        for: main dept unit association
        by: hoi-chu-thap-do tinh-doan lien-doan-lao-dong
        section: y-te, unit=tin-hoat-dong
        pictures: hall
        event: blood
        tags: hiến máu tình nguyện; hành trình đỏ
        let dv = 120..860/5
        T: Ngày hội hiến máu tình nguyện thu {dv} đơn vị máu
        T: {coquan} vận động được {dv} đơn vị máu an toàn
        T: Giọt máu cho đi: {dv} đơn vị máu từ một ngày hội
        S: Ngày hội hiến máu tình nguyện do {coquan} tổ chức ngày {d} tiếp nhận {dv} đơn vị máu từ cán bộ, đoàn viên, công nhân và người dân.
        S: Từ sáng sớm, nhiều người đã có mặt đăng ký; kết thúc ngày hội, ban tổ chức tiếp nhận {dv} đơn vị máu.
        P: Người tham gia được khám, tư vấn, xét nghiệm nhanh trước khi hiến. Người chưa đủ điều kiện được hướng dẫn chăm sóc sức khỏe để tham gia đợt sau.
        | Khu vực hiến máu bố trí thoáng mát, có nước uống, đồ ăn nhẹ và bác sĩ theo dõi sau khi hiến.
        P: Trong số người hiến máu, nhiều người đã tham gia trên mười lần; không ít gia đình cả hai thế hệ cùng đi. Lượng máu thu được giúp các bệnh viện chủ động cấp cứu, điều trị trong tháng {thangsau}.
        Q: Tôi chỉ nghĩ đơn giản: mất vài phút mà có người được cứu thì nên làm. >> Một tình nguyện viên hiến máu lần thứ mười hai
        P?: Nhân dịp này, ban tổ chức trao kỷ niệm chương cho những cá nhân có nhiều năm gắn bó với phong trào.
        C: Người tham gia hiến máu tại ngày hội.

        === phong-sot-xuat-huyet
        for: main health commune healthcentre
        by: so-y-te
        section: y-te, commune=thong-bao
        months: 5-12
        pictures: city river
        tags: sốt xuất huyết; phòng bệnh
        let ca = 14..96
        let o = 2..11
        T: {xa} ra quân diệt lăng quăng, phòng bệnh sốt xuất huyết
        T: Ghi nhận {ca} ca sốt xuất huyết, ngành y tế khuyến cáo người dân không chủ quan
        T: Xử lý {o} ổ dịch sốt xuất huyết trên địa bàn {xa}
        S: Trong tuần qua, toàn tỉnh ghi nhận {ca} ca mắc sốt xuất huyết; {o} ổ dịch nhỏ đã được khoanh vùng, xử lý.
        S: [Sáng|Chiều] {d}, {ubndxa} phát động chiến dịch diệt lăng quăng, phun hóa chất diệt muỗi tại các khu dân cư có nguy cơ cao.
        P: Lực lượng tham gia đến từng nhà kiểm tra lu, chum, lọ hoa, lốp xe cũ; lật úp vật chứa nước đọng và thả cá vào bể nước sinh hoạt.
        | Kiểm tra nhanh cho thấy chỉ số côn trùng ở một số khu nhà trọ còn cao do nhiều dụng cụ chứa nước không đậy nắp.
        H: Khuyến cáo của ngành y tế
        L: Đậy kín dụng cụ chứa nước, thay nước bình hoa hằng tuần ;; Ngủ màn cả ban ngày, mặc quần áo dài tay ;; Sốt cao đột ngột quá hai ngày phải đến cơ sở y tế ;; Không tự ý dùng thuốc hạ sốt nhóm aspirin, ibuprofen
        P: {coquan} yêu cầu các cơ sở khám bệnh, chữa bệnh phân tuyến hợp lý, chuẩn bị đủ dịch truyền và giường bệnh, không để ca nặng chuyển viện muộn.
        C: Lực lượng tình nguyện kiểm tra vật chứa nước tại khu dân cư.

        === an-toan-thuc-pham
        for: main health commune trade healthcentre tradeunit
        by: so-y-te so-cong-thuong
        section: y-te
        pictures: city hall
        tags: an toàn thực phẩm; kiểm tra
        let coso = 38..260
        let vp = 4%..16% of coso
        let noi = bếp ăn bán trú | cơ sở sản xuất bánh kẹo | quán ăn quanh cổng trường | bếp ăn tập thể khu công nghiệp | cơ sở giết mổ nhỏ lẻ | quầy hàng thực phẩm trong chợ
        T: Kiểm tra an toàn thực phẩm tại {coso} {noi}
        T: Đoàn liên ngành kiểm tra {noi} trên địa bàn {xa}
        T: Phát hiện {vp} cơ sở vi phạm an toàn thực phẩm qua đợt kiểm tra
        S: Qua kiểm tra {coso} {noi}, đoàn liên ngành nhắc nhở, xử lý {vp} cơ sở chưa chấp hành đầy đủ quy định.
        S: {coquan} phối hợp với các địa phương kiểm tra điều kiện an toàn thực phẩm tại {coso} {noi}, lấy mẫu kiểm nghiệm ngẫu nhiên.
        P: Nội dung kiểm tra gồm nguồn gốc nguyên liệu, điều kiện vệ sinh, sức khỏe người chế biến và việc lưu mẫu thức ăn. Kết quả kiểm nghiệm được công khai.
        | Đoàn kiểm tra xem xét hồ sơ nguồn gốc thực phẩm, nơi chế biến, kho bảo quản và lấy mẫu nước, dụng cụ để xét nghiệm nhanh.
        P: Lỗi phổ biến là không mang bảo hộ khi chế biến, để lẫn thực phẩm sống và chín, ghi chép sổ kiểm thực chưa đầy đủ. Cơ sở vi phạm nhiều lần bị xử phạt và công khai tên.
        P: {coquan} khuyên người dân chọn mua thực phẩm có nhãn mác, ăn chín uống sôi và báo ngay cho trạm y tế khi nghi ngờ ngộ độc.
        | Người tiêu dùng được đề nghị giữ lại hóa đơn, mẫu thức ăn khi có dấu hiệu bất thường để cơ quan chức năng truy nguyên.
        C: Đoàn liên ngành kiểm tra thực tế tại cơ sở.

        === ky-thuat-moi-benh-vien
        for: main hospital health
        by: so-y-te
        section: y-te
        pictures: city hall
        event: hospital
        tags: kỹ thuật mới; khám chữa bệnh
        let ky = phẫu thuật nội soi khớp gối | can thiệp mạch vành | mổ thay thủy tinh thể bằng phương pháp phaco | lọc máu liên tục | sàng lọc sơ sinh mở rộng | phục hồi chức năng sau đột quỵ bằng rô-bốt tập đi
        let ca = 24..180
        T: {benhvien} triển khai kỹ thuật {ky}
        T: Thực hiện thành công {ca} ca {ky}
        T: Người bệnh không phải đi xa: {ky} đã làm được tại tỉnh
        S: Sau thời gian chuẩn bị nhân lực và thiết bị, {benhvien} đã làm chủ kỹ thuật {ky}, thực hiện thành công {ca} ca.
        S: Kỹ thuật {ky} được thực hiện thường quy tại {benhvien}, giúp người bệnh giảm chi phí và thời gian đi lại.
        P: Trước khi triển khai, ê-kíp bác sĩ, điều dưỡng của {benhvien} được đào tạo tại bệnh viện tuyến trung ương và thực hành dưới sự giám sát của chuyên gia.
        | {benhvien} đã đầu tư phòng mổ đạt chuẩn, cử nhiều lượt bác sĩ đi học và mời chuyên gia về chuyển giao trực tiếp.
        P: Phần lớn người bệnh được bảo hiểm y tế chi trả theo quy định. Thời gian nằm viện trung bình rút ngắn, biến chứng thấp.
        Q: Tôi nằm viện ít ngày rồi về nhà tập luyện, con cháu không phải nghỉ việc đưa đi xa. >> {ong}, người bệnh ở {xa}
        P: Bệnh viện cho biết sẽ tiếp tục hội chẩn từ xa với tuyến trên, đồng thời hỗ trợ các bệnh viện khu vực trong tỉnh tiếp nhận người bệnh giai đoạn ổn định.
        | Theo kế hoạch, trong năm {namsau}, bệnh viện triển khai thêm ba kỹ thuật chuyên sâu và mở rộng đặt lịch khám qua mạng.
        C: Ê-kíp phẫu thuật của {benhvien} trong một ca mổ.

        === dat-lich-kham
        for: hospital healthcentre health
        section: thong-bao
        pictures: city
        tags: đặt lịch khám; bệnh án điện tử
        let luot = 1200..9800/20
        let phut = 22..48
        T: {coquan} mở rộng đặt lịch khám trực tuyến
        T: Người bệnh giảm {phut} phút chờ khám nhờ đặt lịch trước
        T: {luot} lượt người bệnh đặt lịch khám qua mạng trong tháng {thangtruoc}
        S: Trong tháng {thangtruoc}, {luot} lượt người bệnh đã đặt lịch khám trước; thời gian chờ trung bình giảm {phut} phút.
        S: Từ ngày {d+3}, người bệnh có thể chọn giờ khám, bác sĩ khám và thanh toán không dùng tiền mặt khi đến {coquan}.
        P: Người bệnh đặt lịch qua trang thông tin, tổng đài hoặc quầy tự phục vụ. Đến giờ hẹn chỉ cần xuất trình căn cước hoặc tài khoản định danh để xác nhận.
        | Khi đặt lịch, người bệnh nhập số định danh cá nhân, chọn chuyên khoa, khung giờ; hệ thống gửi tin nhắn nhắc lịch trước một ngày.
        P: Người cao tuổi, người khuyết tật, trẻ dưới sáu tuổi vẫn được ưu tiên khi đến trực tiếp. Tại sảnh có nhân viên hướng dẫn đeo băng tay xanh.
        P: Cùng với đặt lịch, bệnh án điện tử giúp bác sĩ xem lại kết quả lần khám trước, tránh làm lại xét nghiệm không cần thiết.
        | Kết quả xét nghiệm, chẩn đoán hình ảnh được trả trên điện thoại; người bệnh có thể tải về hoặc nhờ in tại quầy.
        C: Người bệnh xác nhận lịch khám tại quầy tự phục vụ.

        === khai-giang
        for: main education highschool commune specialschool
        by: so-giao-duc-va-dao-tao
        section: giao-duc
        months: 9
        pictures: school
        topic: nam-hoc-moi
        event: school-opening
        tags: khai giảng; năm học mới
        let hs = 420..1860/5
        let lop = 14..46
        let moi = 96..420/2
        T: Khai giảng năm học {namhoc}: rộn ràng ngày hội đến trường
        T: Học sinh {xa} dự lễ khai giảng năm học mới
        T: Trống trường điểm, {hs} học sinh bước vào năm học {namhoc}
        S: Hòa trong không khí cả nước khai giảng năm học mới, thầy và trò các trường trên địa bàn {xa} dự lễ khai giảng gọn nhẹ, ấm áp.
        S: Năm học {namhoc}, ngôi trường ở {thon}, {xa} đón {hs} học sinh, trong đó {moi} em đầu cấp.
        P: Buổi lễ diễn ra ngắn gọn: chào cờ, đón học sinh đầu cấp, đánh trống khai trường, sau đó các lớp sinh hoạt, làm quen nội quy.
        | Phần lễ trang trọng với nghi thức chào cờ, đón các em đầu cấp và hồi trống khai trường; phần hội do học sinh tự biên đạo các tiết mục văn nghệ.
        P: Trong hè, nhà trường đã sửa lại phòng học, bổ sung sách thư viện và lắp mái che sân tập. Tổng số {lop} lớp đều đủ phòng học, không phải học ca ba.
        | Để chuẩn bị cho năm học, địa phương huy động phụ huynh và đoàn thanh niên dọn vệ sinh, sơn lại hàng rào, kiểm tra điện và nước.
        P: Ngành giáo dục yêu cầu các trường không thu các khoản ngoài quy định, công khai thực đơn bán trú và bảo đảm an toàn đường đến trường.
        P?: Nhân dịp khai giảng, nhiều suất quà, xe đạp, áo ấm được trao cho học sinh vượt khó.
        C: Học sinh đầu cấp trong ngày khai giảng năm học {namhoc}.

        === thi-tot-nghiep
        for: main education highschool security
        by: so-giao-duc-va-dao-tao
        section: giao-duc
        months: 5-7
        pictures: school
        tags: thi tốt nghiệp trung học phổ thông; thí sinh
        let ts = 9200..14600/10
        let diem = 32..48
        let cb = 1400..2300/10
        T: {ts} thí sinh An Sơn sẵn sàng cho kỳ thi tốt nghiệp trung học phổ thông
        T: Kỳ thi tốt nghiệp: bố trí {diem} điểm thi, {cb} cán bộ coi thi
        T: Tiếp sức mùa thi: không thí sinh nào phải bỏ thi vì khó khăn
        S: Kỳ thi tốt nghiệp trung học phổ thông năm {nam} trên địa bàn tỉnh có {ts} thí sinh đăng ký, bố trí tại {diem} điểm thi.
        S: Công tác chuẩn bị kỳ thi đã cơ bản hoàn tất; {cb} cán bộ, giáo viên được điều động làm nhiệm vụ coi thi, giám sát, phục vụ.
        P: Các điểm thi được kiểm tra về phòng thi, camera, nơi bảo quản đề và phương án điện dự phòng. Mỗi điểm thi có cán bộ y tế trực.
        | Đoàn kiểm tra yêu cầu các điểm thi rà từng khâu: niêm phong cửa, khu vực để vật dụng cá nhân, lối đi cho thí sinh khuyết tật.
        P: Đoàn thanh niên chuẩn bị nước uống, chỗ nghỉ trưa miễn phí và xe đưa đón thí sinh ở {xa}, {xa2} đến điểm thi.
        H: Thí sinh cần lưu ý
        L: Có mặt trước giờ gọi vào phòng thi ít nhất 30 phút ;; Mang căn cước và giấy báo dự thi ;; Không mang điện thoại, đồng hồ thông minh vào phòng thi ;; Kiểm tra kỹ mã đề trước khi làm bài
        P: {coquan} mong phụ huynh giữ tâm lý nhẹ nhàng, không tụ tập đông trước cổng trường và nhắc con ăn uống, nghỉ ngơi điều độ.
        C: Học sinh lớp 12 ôn tập trước kỳ thi.

        === tuyen-sinh-lop-10
        for: main education highschool
        by: so-giao-duc-va-dao-tao
        section: giao-duc
        months: 3-8
        pictures: school
        topic: nam-hoc-moi
        tags: tuyển sinh lớp 10; giáo dục
        let ct = 280..680/10
        let qd = doc QĐ-CQ -1
        T: {coquan} thông báo kế hoạch tuyển sinh vào lớp 10
        T: Tuyển sinh lớp 10: giữ ổn định ba môn thi, nộp hồ sơ trực tuyến
        T: Những điểm mới trong tuyển sinh lớp 10 năm {nam}
        T: Tuyển sinh lớp 10 năm {nam}: {truong} trường, {ct} chỉ tiêu khối chuyên và nội trú
        let truong = 38..46
        S: Kế hoạch tuyển sinh vào lớp 10 trung học phổ thông năm {nam} giữ ổn định cách thi ba môn; riêng khối chuyên và nội trú tuyển {ct} học sinh.
        S: Học sinh lớp 9 bắt đầu đăng ký nguyện vọng vào lớp 10 từ ngày {d+7}; toàn bộ hồ sơ được nộp và xử lý trên mạng.
        P: Học sinh đăng ký nguyện vọng trực tuyến, được điều chỉnh một lần trước khi thi. Diện ưu tiên, tuyển thẳng được xét theo quy định và công khai danh sách.
        | Điểm mới là học sinh nộp hồ sơ hoàn toàn qua mạng, nhà trường tự tra cứu nơi cư trú, phụ huynh không phải xin giấy xác nhận.
        P: Lịch thi, cấu trúc đề minh họa và số điện thoại hỗ trợ được đăng trên trang thông tin của ngành. Phụ huynh cần kiểm tra kỹ thông tin của con trước ngày {d+20}.
        P: {coquan} nhấn mạnh không tổ chức dạy thêm trái quy định trong thời gian ôn thi; các trường phân công giáo viên ôn tập miễn phí cho học sinh khó khăn.
        D: Quyết định phê duyệt kế hoạch tuyển sinh >> {qd}

        === hoc-bong
        for: main association commune highschool education enterprises specialschool
        by: hoi-khuyen-hoc so-giao-duc-va-dao-tao
        section: giao-duc, enterprises=tin-doanh-nghiep
        pictures: school hall
        event: scholarship
        tags: khuyến học; học bổng
        let suat = 40..260/2
        let tien = 1..3
        T: Trao {suat} suất học bổng tiếp bước học sinh vượt khó
        T: {suat} học sinh {xa} nhận học bổng khuyến học
        T: Học bổng nhỏ, niềm vui lớn cho học trò {xa}
        S: [Sáng|Chiều] {d}, {suat} suất học bổng, mỗi suất {tien} triệu đồng cùng sách vở, đã được trao cho học sinh vượt khó học tốt ở {xa}.
        S: Quỹ khuyến học phối hợp với {congty} trao {suat} suất học bổng cho học sinh có hoàn cảnh khó khăn.
        P: Các em nhận học bổng đều có hoàn cảnh đặc biệt: mồ côi cha hoặc mẹ, gia đình đông anh em, bản thân khuyết tật nhưng luôn cố gắng trong học tập.
        | Danh sách được nhà trường và ban khuyến học ở cơ sở bình xét công khai, ưu tiên học sinh mồ côi, học sinh ở vùng đặc biệt khó khăn.
        P: Đại diện {congty} cho biết sẽ đồng hành cùng các em đến hết cấp học nếu kết quả học tập được giữ vững.
        Q: Em sẽ dùng học bổng mua sách tham khảo và góp tiền cho em trai đóng bảo hiểm y tế. >> Một học sinh lớp 9 ở {thon}
        P?: Từ đầu năm đến nay, phong trào xây dựng gia đình, dòng họ học tập ở {xa} phát triển rộng, nhiều dòng họ lập quỹ riêng thưởng cho con cháu.
        C: Trao học bổng cho học sinh {xa}.

        === ky-nang-hoc-duong
        for: highschool education specialschool youthunit
        section: giao-duc
        pictures: school
        tags: giáo dục kỹ năng; học đường
        let hs = 180..1200/10
        let chude = phòng, chống đuối nước | an toàn trên không gian mạng | phòng, chống bạo lực học đường | văn hóa giao thông | hướng nghiệp và khởi nghiệp | chăm sóc sức khỏe tinh thần
        T: {coquan} tổ chức ngoại khóa {chude}
        T: {hs} học sinh tham gia chuyên đề {chude}
        T: Ngoại khóa {chude}: học sinh tự kể, tự diễn, tự rút ra bài học
        S: [Sáng|Chiều] {d}, {coquan} tổ chức hoạt động ngoại khóa với chủ đề {chude} cho {hs} học sinh.
        P: Thay vì nghe giảng một chiều, học sinh đóng vai tình huống, tranh biện và trả lời câu hỏi trên điện thoại. Nhiều câu chuyện thật của các em được đưa lên sân khấu.
        | Chương trình gồm ba phần: tiểu phẩm do học sinh tự viết, trò chơi tìm hiểu kiến thức và giao lưu với chuyên gia.
        P: Giáo viên chủ nhiệm cho biết sau mỗi buổi ngoại khóa, học sinh mạnh dạn chia sẻ hơn; hộp thư góp ý nhận được nhiều lời nhắn chân thành.
        P: {coquan} duy trì sinh hoạt chuyên đề mỗi tháng một lần, có phụ huynh cùng tham gia, nội dung do học sinh bình chọn.
        Q: Em hiểu rằng giúp bạn đúng lúc cũng cần có kỹ năng, không phải cứ liều là được. >> Một học sinh lớp 11
        C: Học sinh tham gia phần thi xử lý tình huống.

        === doi-tuyen-hoc-sinh-gioi
        for: main highschool education
        by: so-giao-duc-va-dao-tao
        section: giao-duc
        months: 1-5
        pictures: school hall
        tags: học sinh giỏi; giáo dục
        let giai = 18..64
        let nhat = 2..6
        let mon = Toán, Vật lí, Hóa học | Ngữ văn, Lịch sử, Địa lí | Tin học, Sinh học | Tiếng Anh
        T: Học sinh An Sơn giành {giai} giải tại kỳ thi học sinh giỏi
        T: {thpt}: nơi nhen lên niềm say mê {mon}
        T: Tuyên dương {giai} học sinh đoạt giải
        S: Tại kỳ thi học sinh giỏi năm học {namhoc}, đội tuyển của tỉnh giành {giai} giải, trong đó có {nhat} giải Nhất.
        S: [Sáng|Chiều] {d}, ngành giáo dục tuyên dương {giai} học sinh đoạt giải và các thầy, cô giáo bồi dưỡng đội tuyển.
        P: Các môn có thành tích nổi bật là {mon}. Nhiều em đến từ vùng khó khăn, phải ở trọ xa nhà để theo học.
        | Thành tích năm nay trải đều hơn ở các trường, trong đó {mon} có bước tiến rõ rệt.
        P: {thpt} có nhiều học sinh đoạt giải nhất. Nhà trường duy trì câu lạc bộ môn học, mời cựu học sinh trở về hướng dẫn và mở phòng thí nghiệm đến tối.
        P: Phát biểu tại buổi tuyên dương, đại diện ngành giáo dục nhắc các em giữ gìn sức khỏe, học đều các môn và rèn ngoại ngữ.
        C: Học sinh đoạt giải được tuyên dương.
        """
}
