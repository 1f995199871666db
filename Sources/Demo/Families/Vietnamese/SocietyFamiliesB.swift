/// Health and schools: what is told again and again on the portals of the province, its hospitals and schools.
extension FamilyTexts {
    static let societyB = """
        === tiem-chung-bo-sung
        for: main health commune
        by: so-y-te trung-tam-kiem-soat-benh-tat xa
        section: y-te
        pictures: city fields
        tags: tiêm chủng; y tế dự phòng
        let vacxin, doituong = vắc xin sởi - rubella / trẻ từ 18 tháng đến 5 tuổi | vắc xin bại liệt / trẻ dưới 5 tuổi | vắc xin uốn ván - bạch hầu giảm liều / học sinh lớp 2 | vắc xin viêm não Nhật Bản / trẻ từ 1 đến 5 tuổi
        let tre = 640..3800/10
        let datiem = 88%..98% of tre
        let hoan = tre - datiem
        let diem = 3..9
        let kh = doc KH-CQ -12
        T: {xa} tiêm {vacxin} cho {datiem} trẻ
        T: {datiem} trẻ được tiêm {vacxin} trong đợt bổ sung
        T: {coquan} triển khai tiêm bổ sung {vacxin} cho {doituong}
        K: Tiêm chủng
        K: Y tế cơ sở
        S: Đợt tiêm bổ sung {vacxin} cho {doituong} đang được triển khai tại {diem} điểm tiêm trên địa bàn {xa}; đến hết ngày {d-1}, đã có {datiem} trẻ được tiêm an toàn.
        S: Từ ngày {d-3}, {coquan} triển khai tiêm bổ sung {vacxin} cho {doituong}; {datiem} trong số {tre} trẻ thuộc diện đã đến tiêm.
        P: Trước đợt tiêm, nhân viên y tế [thôn bản, tổ dân phố|cơ sở] đến từng hộ rà danh sách, đối chiếu với dữ liệu dân cư, không bỏ sót trẻ mới chuyển đến hoặc trẻ theo cha mẹ đi làm ăn xa. Kết quả rà soát có {tre} trẻ thuộc diện tiêm.
        | Danh sách {tre} trẻ được lập từ dữ liệu tiêm chủng điện tử và được đối chiếu lần nữa với danh sách học sinh của các trường mầm non, tiểu học trên địa bàn.
        P: Tại mỗi điểm tiêm, trẻ được đo thân nhiệt, khám sàng lọc trước khi tiêm và theo dõi ít nhất 30 phút sau khi tiêm. {hoan} trẻ tạm hoãn do đang ốm hoặc vắng mặt sẽ được tiêm vét trước ngày {d+10}.
        | Mỗi điểm bố trí một bàn khám sàng lọc, một bàn tiêm và khu theo dõi riêng; đội cấp cứu lưu động luôn sẵn sàng. Với {hoan} trẻ phải hoãn tiêm, trạm y tế hẹn lịch tiêm bù từ ngày {d+7}.
        P?: Đợt này, ngành y tế bố trí một tổ tiêm lưu động đến {thon} để trẻ ở xa trạm không phải đi lại nhiều.
        H: Cha mẹ cần lưu ý
        L: Mang theo sổ tiêm chủng hoặc mã định danh của trẻ ;; Báo với nhân viên y tế nếu trẻ đang sốt, đang dùng thuốc hoặc từng dị ứng ;; Theo dõi trẻ tại nhà ít nhất 24 giờ sau tiêm ;; Đưa trẻ đến cơ sở y tế ngay khi sốt cao, khó thở, li bì
        Q?: Trạm nhắn lịch trước ba hôm nên tôi sắp xếp được việc đồng áng để đưa cháu đi tiêm. >> {ong}, {thon}
        D: Kế hoạch tiêm bổ sung {vacxin} năm {nam} >> {kh}
        C: Trẻ được khám sàng lọc trước khi tiêm tại một điểm tiêm ở {xa}.

        === kham-suc-khoe-hoc-sinh
        for: main health education commune
        by: so-y-te so-giao-duc-va-dao-tao xa
        section: y-te
        months: 9-12, 2-5
        pictures: school
        tags: y tế trường học; khám sức khỏe học sinh
        let tr = Trường Tiểu học {tenxa} | Trường Trung học cơ sở {tenxa} | Trường Tiểu học và Trung học cơ sở {tenxa}
        let hs = 520..2600/10
        let matcan = 18%..31% of hs
        let ranh = 24%..42% of hs
        let thuacan = 6%..14% of hs
        T: Khám sức khỏe cho {hs} học sinh ở {xa}
        T: {tr}: khám sức khỏe định kỳ, phát hiện sớm tật khúc xạ ở học sinh
        T: {matcan} học sinh có tật khúc xạ được tư vấn sau đợt khám sức khỏe
        S: Trong hai ngày {d-1} và {d}, đoàn bác sĩ khám sức khỏe định kỳ cho {hs} học sinh các trường trên địa bàn {xa}.
        S: {hs} học sinh ở {xa} vừa được khám mắt, răng miệng, cột sống và đo thể lực trong đợt khám sức khỏe định kỳ năm học {namhoc}.
        P: Học sinh được đo chiều cao, cân nặng, huyết áp, khám mắt, răng - hàm - mặt, tai - mũi - họng và cột sống. Kết quả của từng em được cập nhật vào hồ sơ sức khỏe điện tử, phụ huynh xem được trên điện thoại.
        | Nội dung khám gồm thể lực, thị lực, răng miệng, tim phổi và cơ xương khớp. Mỗi em có một phiếu kết quả gửi về gia đình, kèm lời khuyên của bác sĩ.
        TB: Kết quả bước đầu của đợt khám
        TH: Nội dung ;; Số học sinh
        TR: Được khám ;; {hs}
        TR: Có tật khúc xạ ;; {matcan}
        TR: Sâu răng, viêm lợi ;; {ranh}
        TR: Thừa cân, béo phì ;; {thuacan}
        P: Từ kết quả khám, bác sĩ khuyến nghị nhà trường [xếp lại chỗ ngồi, bổ sung đèn cho lớp học thiếu sáng|tăng thời gian hoạt động ngoài trời|tổ chức súc miệng tại lớp mỗi tuần một lần] và phối hợp với gia đình hạn chế thời gian trẻ nhìn màn hình.
        | Đoàn khám đề nghị gia đình cho các em có tật khúc xạ đeo kính đúng số, tái khám sau sáu tháng; bếp ăn bán trú giảm món chiên, nước ngọt và tăng rau xanh.
        P: {coquan} yêu cầu các trường lưu đủ hồ sơ, bố trí nhân viên phụ trách y tế trường học và mời cha mẹ học sinh có kết quả bất thường đến trao đổi riêng, không công khai tình trạng sức khỏe của từng em.
        Q?: Cháu kêu nhìn bảng không rõ đã lâu mà gia đình cứ nghĩ cháu lười. May có đợt khám này. >> Một phụ huynh {tr}
        C: Bác sĩ kiểm tra thị lực cho học sinh {tr}.

        === truyen-thong-suc-khoe
        for: main healthcentre
        by: trung-tam-kiem-soat-benh-tat chi-cuc-an-toan-ve-sinh-thuc-pham chi-cuc-dan-so trung-tam-cap-cuu-115
        section: y-te
        pictures: hall fields
        tags: truyền thông y tế; chăm sóc sức khỏe
        let chude, dieu1, dieu2, dieu3 = sơ cứu ban đầu khi gặp tai nạn / Gọi 115, nói rõ địa điểm và tình trạng người bị nạn / Không di chuyển nạn nhân nghi gãy cột sống khi chưa cố định / Ép cầm máu bằng vải sạch, không đắp lá, đắp thuốc lào lên vết thương | an toàn thực phẩm ở bếp ăn đông người / Mua thực phẩm có nguồn gốc rõ ràng, giữ lại hóa đơn / Để riêng dao, thớt dùng cho đồ sống và đồ chín / Lưu mẫu thức ăn đủ 24 giờ, ghi rõ giờ lấy mẫu | dùng thuốc kháng sinh đúng cách / Chỉ dùng khi có đơn của bác sĩ / Uống đủ liều, đủ ngày, không tự ý dừng khi vừa đỡ / Không dùng lại đơn thuốc cũ, không lấy đơn của người khác | chăm sóc sức khỏe người cao tuổi tại nhà / Đo huyết áp mỗi ngày vào một giờ cố định / Đi lại trong nhà có tay vịn, sàn không trơn / Khám sức khỏe định kỳ ít nhất một lần mỗi năm | phòng bệnh hô hấp khi giao mùa / Giữ ấm cổ, ngực vào sáng sớm và đêm khuya / Rửa tay bằng xà phòng trước khi ăn và sau khi về nhà / Đeo khẩu trang khi ho, sốt và đi khám nếu sốt quá hai ngày
        let nguoi = 80..320/5
        let buoi2 = 4..12
        T: Truyền thông về {chude} cho {nguoi} người dân {xa}
        T: {coquan} về {xa} nói chuyện chuyên đề {chude}
        T: Chuyên đề {chude}: nghe ít chữ, làm được ngay
        S: {buoi} {d}, {coquan} tổ chức buổi nói chuyện chuyên đề {chude} cho {nguoi} người dân tại nhà văn hóa {thon}, {xa}.
        S: Thay cho đọc tài liệu, buổi truyền thông của {coquan} về {chude} dành phần lớn thời gian để người dân thực hành và đặt câu hỏi.
        P: Mở đầu, báo cáo viên nêu một số tình huống có thật ở cơ sở, mời bà con nói cách mình vẫn làm rồi cùng phân tích chỗ đúng, chỗ chưa đúng.
        | Báo cáo viên dùng tranh lật, mô hình và đoạn phim ngắn có lời tiếng dân tộc để người nghe dễ nhớ. Phần hỏi đáp kéo dài gần một giờ với {buoi2} câu hỏi.
        H: Ba điều nên nhớ
        L: {dieu1} ;; {dieu2} ;; {dieu3}
        P: Cuối buổi, người tham dự nhận tờ rơi có mã QR dẫn đến bài hướng dẫn đầy đủ; cán bộ y tế {xa} tiếp tục nhắc lại nội dung trên loa truyền thanh trong hai tuần.
        | Sau buổi nói chuyện, {coquan} bàn giao bộ tài liệu cho trạm y tế {xa} để dùng trong các buổi sinh hoạt của chi hội người cao tuổi, phụ nữ và thanh niên.
        P?: Từ nay đến cuối quý, {coquan} tổ chức thêm {buoi2} buổi tương tự, ưu tiên {xa2} và {xa3}.
        Q?: Nghe bác sĩ nói rồi tự tay làm thử một lần thì nhớ lâu hơn xem trên mạng. >> {ong}, {thon}
        C: Người dân {xa} thực hành tại buổi truyền thông.

        === dat-lich-kham-truc-tuyen
        for: main hospital
        by: benh-vien-da-khoa-tinh benh-vien-san-nhi benh-vien-mat
        section: y-te
        pictures: city
        tags: đặt lịch khám; chuyển đổi số y tế
        let luot = 1800..9600/20
        let sang = 22%..46% of luot
        let phut = 25..55/5
        let phutcu = 90..140/5
        let kenh = trang thông tin điện tử của bệnh viện | ứng dụng trên điện thoại | tổng đài đặt lịch
        T: {coquan}: mỗi tháng {sang} lượt người bệnh đặt lịch khám trước
        T: Đặt lịch khám trước, thời gian chờ còn {phut} phút
        T: {coquan} mở thêm khung giờ khám hẹn trước
        S: Sau một thời gian áp dụng đặt lịch khám trước, thời gian chờ trung bình tại khoa Khám bệnh của {coquan} giảm từ {phutcu} phút xuống còn {phut} phút.
        S: Trong tháng {thangtruoc}, {coquan} tiếp nhận {luot} lượt khám, trong đó {sang} lượt được hẹn trước.
        P: Người bệnh chọn chuyên khoa, ngày và khung giờ qua {kenh}; trước giờ khám một ngày, hệ thống nhắn tin nhắc lịch. Khi đến, người bệnh chỉ cần xuất trình căn cước hoặc tài khoản định danh điện tử, không phải lấy số lại.
        | Khung giờ khám được chia theo từng 15 phút, mỗi khung tiếp nhận một số lượng nhất định. Người bệnh đặt qua {kenh}, trả phí không dùng tiền mặt và đến thẳng phòng khám.
        P: Bệnh viện vẫn dành một phần số khám cho người đến trực tiếp, người cao tuổi, trẻ nhỏ và trường hợp cấp cứu; bàn hướng dẫn có người trực từ 6 giờ 30.
        | Với người không dùng điện thoại thông minh, nhân viên công tác xã hội hỗ trợ đăng ký ngay tại sảnh; trường hợp cấp cứu luôn được tiếp nhận không cần lịch hẹn.
        P?: Kết quả xét nghiệm và chẩn đoán hình ảnh được trả trên hồ sơ sức khỏe điện tử; người bệnh ở xa không phải quay lại chỉ để lấy phiếu.
        Q: Nhà cách bệnh viện hơn bốn mươi cây số, có giờ hẹn tôi chủ động xe cộ, trưa đã về đến nhà. >> Một người bệnh ở {xa}
        | Số người chờ vào đầu giờ sáng giảm rõ, bác sĩ có thêm thời gian hỏi bệnh và dặn dò. >> Đại diện khoa Khám bệnh
        P: {coquan} đề nghị người bệnh hủy lịch trước ít nhất hai giờ nếu không đến được để nhường khung giờ cho người khác.
        C: Người bệnh được hướng dẫn đặt lịch khám tại sảnh bệnh viện.

        === kham-benh-tinh-nguyen
        for: main hospital commune ethnic
        by: benh-vien-da-khoa-tinh benh-vien-y-duoc-co-truyen benh-vien-mat hoi-chu-thap-do
        section: y-te
        terrain: upland midland island
        pictures: mountains terraces fields
        tags: khám bệnh tình nguyện; an sinh xã hội
        let nguoi = 180..640/5
        let bs = 12..34
        let qua = 40..120/5
        let trieu = 60..240/5
        let benh = tăng huyết áp | đục thủy tinh thể | thoái hóa khớp | đái tháo đường | viêm phổi mạn tính
        T: Khám bệnh, cấp thuốc miễn phí cho {nguoi} người dân {xa}
        T: Đoàn thầy thuốc tình nguyện về với {thon}, {xa}
        T: {nguoi} người dân {xa} được khám, tư vấn sức khỏe miễn phí
        K: Thầy thuốc tình nguyện
        S: Ngày {d}, đoàn {bs} y, bác sĩ tình nguyện đã khám, cấp thuốc miễn phí cho {nguoi} người dân tại {xa}.
        S: Từ sáng sớm, {nguoi} người dân ở {thon} và các khu dân cư lân cận của {xa} đã có mặt để được thầy thuốc khám, siêu âm và cấp thuốc miễn phí.
        P: Người dân được đo huyết áp, đường huyết, siêu âm ổ bụng, khám mắt và tư vấn dinh dưỡng. Những trường hợp phát hiện {benh} được lập phiếu chuyển tuyến và hẹn lịch điều trị.
        | Đoàn mang theo máy siêu âm, máy điện tim và máy xét nghiệm nhanh. Qua khám, nhiều trường hợp {benh} lần đầu được phát hiện, được hướng dẫn cách theo dõi tại nhà và lịch tái khám.
        P: Dịp này, đoàn trao {qua} suất quà cho người cao tuổi neo đơn, hộ nghèo và trẻ mồ côi; tổng trị giá thuốc và quà khoảng {trieu} triệu đồng.
        | Cùng với cấp thuốc, {qua} phần quà gồm màn chống muỗi, chăn ấm, sữa và dầu ăn đã đến tay các gia đình khó khăn. Kinh phí khoảng {trieu} triệu đồng do các thầy thuốc và nhà hảo tâm đóng góp.
        P?: Các bác sĩ còn hướng dẫn nhân viên trạm y tế {xa} cách dùng máy điện tim và hội chẩn từ xa khi gặp ca khó.
        Q: Đường ra bệnh viện xa, có khi đau cũng cố chịu. Nay bác sĩ đến tận nơi, bà con mừng lắm. >> {ong}, {thon}, {xa}
        P: Theo kế hoạch, đoàn sẽ tiếp tục đến {xa2} trong tháng {thangsau}, đồng thời giữ liên lạc với trạm y tế để theo dõi những người bệnh mạn tính vừa được phát hiện.
        C: Thầy thuốc khám bệnh cho người cao tuổi ở {xa}.

        === ngay-hoi-hien-mau
        for: main union commune school youthunit association
        by: hoi-chu-thap-do tinh-doan lien-doan-lao-dong
        section: lao-dong-an-sinh
        pictures: festival hall
        tags: hiến máu tình nguyện; nhân đạo
        let dk = 260..920/5
        let donvi = 78%..92% of dk
        let lan = 21..46
        let ten = Giọt hồng An Sơn | Hành trình đỏ | Lễ hội Xuân hồng | Chủ nhật đỏ | Trái tim nhân ái
        T: Ngày hội “{ten}” tiếp nhận {donvi} đơn vị máu
        T: {dk} người đăng ký hiến máu trong ngày hội “{ten}”
        T: {coquan} tổ chức ngày hội hiến máu tình nguyện “{ten}”
        K: Hiến máu tình nguyện
        S: {buoi} {d}, ngày hội hiến máu tình nguyện “{ten}” do {coquan} phối hợp tổ chức thu hút {dk} người đăng ký, tiếp nhận {donvi} đơn vị máu.
        S: {donvi} đơn vị máu được tiếp nhận tại ngày hội “{ten}”, góp phần bảo đảm nguồn máu cho cấp cứu và điều trị trên địa bàn tỉnh.
        P: Từ đầu giờ, đông đảo đoàn viên, công chức, công nhân và người dân đã đến làm thủ tục. Người hiến máu được khám, xét nghiệm nhanh, nghỉ ngơi, ăn nhẹ trước và sau khi hiến.
        | Quy trình đăng ký được thực hiện trên điện thoại, mỗi lượt chỉ mất vài phút; kết quả xét nghiệm được trả qua tin nhắn và lưu trong hồ sơ người hiến máu.
        P: Trong số người tham gia có {ong}, đã {lan} lần hiến máu. Nhiều gia đình đi cả hai thế hệ, nhiều cặp vợ chồng trẻ cùng đăng ký.
        | Ngày hội ghi nhận nhiều tấm gương hiến máu thường xuyên; {ong} là một trong số đó, với lần hiến máu thứ {lan}.
        Q?: Mỗi lần hiến máu xong tôi thấy mình khỏe ra, vì biết có ai đó đang cần. >> {ong}
        P: Theo Ban tổ chức, nhu cầu máu thường tăng vào dịp nghỉ dài ngày. Người dân từ đủ 18 tuổi, đủ cân nặng và sức khỏe có thể đăng ký hiến máu tại điểm hiến máu cố định vào sáng thứ Bảy hằng tuần.
        | Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh duy trì danh sách người hiến máu dự bị, nhất là nhóm máu hiếm, để huy động khi có ca cấp cứu.
        P?: Đợt tiếp theo dự kiến tổ chức ngày {d+28} tại {xa2}.
        C: Người dân tham gia ngày hội hiến máu “{ten}”.

        === le-khai-giang
        for: main education commune
        by: so-giao-duc-va-dao-tao xa
        section: giao-duc
        months: 9
        pictures: school
        topic: nam-hoc-moi
        tags: khai giảng; năm học mới
        let tr = Trường Tiểu học {tenxa} | Trường Trung học cơ sở {tenxa} | Trường Tiểu học và Trung học cơ sở {tenxa}
        let hs = 480..1900/5
        let lop1 = 16%..24% of hs
        let phong = 4..14
        let sach = 60..260/5
        T: {tr} khai giảng năm học {namhoc}
        T: {hs} học sinh {tr} bước vào năm học mới
        T: {xa} vui ngày hội đến trường
        T: Ngày khai trường ở {tr}: phần lễ gọn, phần hội vui
        K: Khai giảng năm học {namhoc}
        S: Hòa chung không khí ngày khai trường, {hs} học sinh {tr} ({xa}) dự lễ khai giảng năm học {namhoc}.
        S: Lễ khai giảng năm học {namhoc} tại {tr} diễn ra gọn gàng, lấy học sinh làm trung tâm, dành phần nghi thức trang trọng nhất để đón {lop1} em học sinh đầu cấp.
        P: Sau lễ chào cờ, nhà trường đọc thư của Chủ tịch nước gửi ngành giáo dục nhân dịp khai giảng; đại diện giáo viên và học sinh hứa thi đua dạy tốt, học tốt.
        | Tiếng trống khai trường vang lên sau phần đọc thư của Chủ tịch nước gửi thầy cô giáo, học sinh cả nước. Học sinh đầu cấp được các anh chị lớp trên dắt tay qua cổng hoa.
        P: Chuẩn bị cho năm học mới, địa phương đã sửa chữa {phong} phòng học, làm mới nhà vệ sinh, sân chơi và lắp thêm quạt, đèn cho các lớp.
        | Trong dịp hè, {phong} phòng học đã được sửa chữa, thư viện được bổ sung đầu sách mới, bếp ăn bán trú được kiểm tra an toàn thực phẩm.
        P: Không để học sinh nào phải bỏ học vì thiếu sách vở, nhà trường và các đoàn thể đã trao {sach} bộ sách giáo khoa cùng xe đạp, áo ấm cho học sinh hoàn cảnh khó khăn.
        | {sach} bộ sách giáo khoa được trao tận tay học sinh khó khăn; tủ sách dùng chung của trường tiếp tục cho các em mượn trong cả năm học.
        P?: {coquan} đề nghị nhà trường công khai các khoản thu ngay từ đầu năm, không vận động đóng góp trái quy định và giữ an toàn giao thông khu vực cổng trường.
        Q?: Cháu lớn dắt cháu bé qua cổng hoa, cả nhà đứng ngoài nhìn vào mà vui lây. >> Một phụ huynh {tr}
        C: Học sinh {tr} trong ngày khai giảng.

        === khai-giang-trung-hoc
        for: highschool
        section: giao-duc
        months: 8-9
        pictures: school
        tags: khai giảng; năm học mới
        let hs = 420..1400/5
        let moi = 30%..36% of hs
        let gv = 32..86
        let giai = 6..38
        T: {coquan} khai giảng năm học {namhoc}
        T: {coquan} đón {moi} học sinh mới
        T: Năm học {namhoc} ở {coquan}: kỷ cương, thân thiện, sáng tạo
        S: {coquan} chuẩn bị đầy đủ về đội ngũ, lớp học và kế hoạch giáo dục cho năm học {namhoc} với {hs} học sinh, trong đó {moi} em mới vào trường.
        S: Trong không khí của những ngày đầu năm học, {coquan} đón {moi} học sinh mới, nâng tổng số học sinh năm học {namhoc} lên {hs} em.
        P: Năm học này, đơn vị có {gv} cán bộ, giáo viên, nhân viên. Chủ đề năm học được xác định là tự học, trung thực và giúp nhau cùng tiến.
        | Với {gv} cán bộ, giáo viên, nhân viên, đơn vị phân công giáo viên chủ nhiệm từ sớm để nắm hoàn cảnh, sức khỏe và nguyện vọng của từng em.
        P: Năm học {namtruoc} - {nam}, học sinh của trường đạt {giai} giải cấp tỉnh ở các cuộc thi văn hóa, thể thao và sáng tạo.
        | Năm học vừa qua, {giai} học sinh được khen thưởng cấp tỉnh; nhiều em từng có kết quả thấp đã tiến bộ rõ nhờ các buổi phụ đạo không thu tiền.
        H: Việc trong tuần đầu
        L: Sinh hoạt nội quy, làm quen thầy cô và bạn mới ;; Nhận thời khóa biểu, tài khoản học tập trực tuyến ;; Đăng ký câu lạc bộ học thuật, thể thao, nghệ thuật ;; Tập huấn phòng cháy, phòng đuối nước và an toàn giao thông
        P: Nhà trường mời cha mẹ học sinh dự cuộc họp đầu năm vào {thu+9}, ngày {d+9}, để thống nhất kế hoạch phối hợp giữa gia đình và nhà trường.
        | Mọi khoản thu được thỏa thuận, công khai bằng văn bản tại cuộc họp cha mẹ học sinh ngày {d+9}; nhà trường không thu ngoài danh mục.
        C: Học sinh {coquan} trong những ngày đầu năm học.

        === on-thi-tot-nghiep
        for: highschool
        section: giao-duc
        months: 2-5
        pictures: school hall
        tags: thi tốt nghiệp; ôn tập
        let hs = 130..420/5
        let nhom = 6..16
        let diem = 6.1..7.6
        T: {coquan} tăng tốc ôn tập cho {hs} học sinh lớp 12
        T: {coquan}: chia {nhom} nhóm ôn thi tốt nghiệp theo sức học
        T: Ôn thi tốt nghiệp ở {coquan}: thiếu đâu bù đó
        S: Kỳ thi tốt nghiệp trung học phổ thông năm {nam} đang đến gần, {coquan} tổ chức ôn tập cho {hs} học sinh lớp 12 theo từng nhóm năng lực.
        S: Từ kết quả khảo sát tháng {thangtruoc}, {coquan} chia {hs} học sinh lớp 12 thành {nhom} nhóm để ôn tập sát sức, đúng môn lựa chọn.
        P: Bài khảo sát gần nhất có điểm trung bình {diem}. Giáo viên bộ môn phân tích từng câu sai, lập danh sách kiến thức hổng và giao bài riêng cho từng em.
        | Sau bài khảo sát với điểm trung bình {diem}, mỗi nhóm có một giáo viên phụ trách, mỗi tuần kiểm tra một bài ngắn để điều chỉnh cách dạy.
        P: Ngoài giờ lên lớp, nhà trường mở phòng tự học buổi tối có giáo viên trực, kho đề trực tuyến và nhóm bạn cùng tiến.
        | Thư viện mở cửa đến 20 giờ 30; học sinh ở xa được bố trí chỗ nghỉ trưa. Các buổi ôn cho học sinh cần hỗ trợ thêm không thu tiền.
        P: Cùng với ôn tập, nhà trường tổ chức tư vấn tâm lý, hướng dẫn cách nghỉ ngơi hợp lý và chọn nguyện vọng phù hợp với sức học, điều kiện gia đình.
        | Giáo viên chủ nhiệm trao đổi với cha mẹ để giảm áp lực điểm số; mỗi tuần có một buổi tư vấn chọn ngành, chọn nghề với sự tham gia của cựu học sinh.
        Q?: Em yếu môn Toán, được học nhóm nhỏ nên dám hỏi hơn, giờ em tự tin hơn nhiều. >> Một học sinh lớp 12
        P?: Nhà trường lưu ý thí sinh kiểm tra kỹ thông tin dự thi trên hệ thống và hoàn thành đăng ký đúng hạn.
        C: Giờ tự học của học sinh lớp 12.

        === ky-thi-tot-nghiep
        for: main education media
        by: so-giao-duc-va-dao-tao
        section: giao-duc
        months: 6-7
        pictures: school
        tags: thi tốt nghiệp; giáo dục
        let ts = 11200..14800/10
        let diemthi = 28..36
        let phong = 480..640
        let canbo = 1900..2600/10
        T: {ts} thí sinh An Sơn dự thi tốt nghiệp trung học phổ thông năm {nam}
        T: Kỳ thi tốt nghiệp trung học phổ thông: {diemthi} điểm thi sẵn sàng
        T: Chuẩn bị chu đáo cho kỳ thi tốt nghiệp trung học phổ thông năm {nam}
        S: Kỳ thi tốt nghiệp trung học phổ thông năm {nam}, toàn tỉnh có {ts} thí sinh đăng ký dự thi tại {diemthi} điểm thi với {phong} phòng thi.
        S: {buoi} {d}, Ban Chỉ đạo thi cấp tỉnh kiểm tra công tác tổ chức thi tại một số điểm thi trên địa bàn {xa} và {xa2}.
        P: Theo Sở Giáo dục và Đào tạo, khoảng {canbo} cán bộ, giáo viên được huy động làm nhiệm vụ. Mỗi điểm thi có phương án dự phòng về điện, nước, y tế và thời tiết xấu.
        | Các điểm thi đều có máy phát điện dự phòng, tổ y tế, lực lượng công an và thanh niên tình nguyện; {canbo} cán bộ, giáo viên đã được tập huấn quy chế thi.
        P: Thí sinh ở xa, thí sinh là người khuyết tật và con hộ nghèo được bố trí chỗ ở, bữa ăn miễn phí; các đội hình tình nguyện nhận đưa đón thí sinh gặp khó khăn.
        | Tỉnh đoàn tổ chức các đội tiếp sức mùa thi, hỗ trợ chỗ trọ, nước uống và xe đưa đón; không để thí sinh nào phải bỏ thi vì hoàn cảnh khó khăn hoặc giao thông cách trở.
        L?: Có mặt tại phòng thi đúng giờ, mang theo căn cước hoặc tài khoản định danh ;; Không mang điện thoại, thiết bị thu phát vào phòng thi ;; Báo ngay cho cán bộ coi thi khi đề thi bị mờ, thiếu trang
        P: Ngành giáo dục đề nghị phụ huynh không tập trung đông trước cổng điểm thi và không chia sẻ thông tin chưa kiểm chứng về đề thi, đáp án.
        | Mọi thông tin chính thức về kỳ thi được đăng trên trang của Sở Giáo dục và Đào tạo; số điện thoại trực thi hoạt động suốt ngày đêm.
        C: Thí sinh làm thủ tục tại một điểm thi.

        === trao-hoc-bong
        for: main education highschool school association commune
        by: hoi-khuyen-hoc so-giao-duc-va-dao-tao lien-doan-lao-dong hiep-hoi-doanh-nghiep
        section: giao-duc
        pictures: school hall flowers
        tags: học bổng; khuyến học
        let suat = 32..180/2
        let trieu = 2..5
        let ten = Chắp cánh ước mơ | Vượt khó học giỏi | Tiếp bước đến trường | Hoa sim | Đường đến trường gần hơn
        let xe = 12..48
        T: Trao {suat} suất học bổng “{ten}” cho học sinh, sinh viên
        T: Học bổng “{ten}” đến với học sinh vượt khó
        T: {coquan} trao {suat} suất học bổng “{ten}”
        K: Khuyến học
        S: {buoi} {d}, {coquan} trao {suat} suất học bổng “{ten}”, mỗi suất {trieu} triệu đồng, cho học sinh, sinh viên có hoàn cảnh khó khăn vươn lên trong học tập.
        S: {suat} học sinh, sinh viên được nhận học bổng “{ten}” tại chương trình do {coquan} tổ chức ngày {d}.
        P: Các em nhận học bổng đều là con hộ nghèo, hộ cận nghèo, mồ côi hoặc gia đình có người mắc bệnh hiểm nghèo. Danh sách được bình xét công khai từ lớp học, niêm yết bảy ngày trước khi trao.
        | Tiêu chí xét chọn gồm hoàn cảnh, kết quả học tập và sự tiến bộ so với năm học trước; danh sách được niêm yết công khai để học sinh, phụ huynh góp ý.
        P: Ngoài học bổng, {xe} em ở xa trường được tặng xe đạp. Kinh phí do [doanh nghiệp trên địa bàn tỉnh|cựu học sinh và nhà hảo tâm|quỹ khuyến học các cấp] đóng góp.
        | Dịp này, các nhà tài trợ còn tặng {xe} chiếc xe đạp và nhiều sách vở, đồ dùng học tập.
        Q: Em sẽ dùng số tiền này mua sách và phụ mẹ đóng tiền trọ. Em muốn trở thành giáo viên để về dạy ở quê. >> Một học sinh nhận học bổng
        | Món quà không lớn nhưng nhắc các em rằng bên cạnh mình luôn có người dõi theo. >> {ong}, đại diện nhà tài trợ
        P: Qua {namhoc2} năm duy trì, chương trình đã giúp hàng nghìn lượt học sinh không phải bỏ học giữa chừng; nhiều em nay đã ra trường, quay lại góp quỹ.
        let namhoc2 = 5..14
        | Ban tổ chức cho biết sẽ theo dõi kết quả học tập của từng em, tiếp tục hỗ trợ cho đến hết cấp học nếu các em giữ được thành tích.
        C: Trao học bổng “{ten}” cho học sinh vượt khó.
        """
}
