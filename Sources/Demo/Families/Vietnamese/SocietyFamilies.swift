/// Work, welfare, gratitude, safety, neighbours.
extension FamilyTexts {
    static let society = """
        === dien-tap-chay-no
        for: main security commune defence hospital highschool enterpriseunit
        by: cong-an-tinh xa
        section: quoc-phong-an-ninh
        pictures: city hall
        tags: phòng cháy chữa cháy; diễn tập
        let nguoi = 120..420/5
        let phut = 18..42
        let noi = chợ trung tâm | khu nhà trọ công nhân | kho hàng trong khu công nghiệp | trường học bán trú | bệnh viện | khu phố có ngõ hẹp
        T: Diễn tập chữa cháy và cứu nạn, cứu hộ với tình huống cháy {noi}
        T: {nguoi} người tham gia diễn tập chữa cháy tại {xa}
        T: Diễn tập chữa cháy ở {xa}: dập tắt đám cháy giả định sau {phut} phút
        S: [Sáng|Chiều] {d}, cuộc diễn tập chữa cháy và cứu nạn, cứu hộ với tình huống cháy {noi} được tổ chức tại {xa}.
        P: Tình huống giả định: lửa bùng lên do chập điện, khói lan nhanh, nhiều người mắc kẹt. Lực lượng tại chỗ cắt điện, báo động, dùng bình chữa cháy và hướng dẫn mọi người cúi thấp thoát ra ngoài.
        | Ngay khi phát hiện cháy, tổ liên gia an toàn phòng cháy gọi 114, phá khóa lối thoát thứ hai, đưa người già và trẻ nhỏ ra trước.
        P: Sau {phut} phút, đám cháy giả định được dập tắt, người bị nạn được sơ cứu và chuyển đến trạm y tế. Toàn bộ {nguoi} người tham gia thực hiện đúng hiệu lệnh.
        | Xe chữa cháy tiếp cận hiện trường, lực lượng chuyên nghiệp phối hợp cùng dân phòng khống chế đám cháy; cuộc diễn tập kết thúc sau {phut} phút, bảo đảm an toàn.
        P: Ban chỉ đạo rút kinh nghiệm về đường cho xe chữa cháy, họng nước và biển chỉ dẫn thoát nạn; yêu cầu tháo dỡ lồng sắt bịt kín ban công.
        L: Mỗi gia đình có ít nhất một bình chữa cháy và lối thoát thứ hai ;; Không để xe điện sạc qua đêm dưới gầm cầu thang ;; Kiểm tra bếp, bàn thờ, cầu dao trước khi ra khỏi nhà
        C: Lực lượng chữa cháy xử lý tình huống giả định.

        === nghia-vu-quan-su
        for: main defence commune
        by: bo-chi-huy-quan-su-tinh xa
        section: quoc-phong-an-ninh
        months: 8-3
        pictures: hall festival
        tags: nghĩa vụ quân sự; quốc phòng
        let tn = 24..160
        let tl = 82..97
        T: {xa} gặp mặt, động viên {tn} thanh niên chuẩn bị lên đường nhập ngũ
        T: Công khai kết quả sơ tuyển nghĩa vụ quân sự năm {namsau} ở {xa}
        T: {xa} chuẩn bị chu đáo công tác tuyển quân
        S: Công tác tuyển chọn công dân nhập ngũ ở {xa} được thực hiện dân chủ, công khai, đúng luật, đúng thời gian.
        S: {tn} thanh niên {xa} đã qua khám sức khỏe, sẵn sàng thực hiện nghĩa vụ bảo vệ Tổ quốc.
        P: Danh sách gọi khám, tạm hoãn, miễn được niêm yết tại trụ sở và nhà văn hóa theo đúng thời hạn quy định để Nhân dân giám sát, sau đó được gỡ để bảo vệ thông tin cá nhân.
        | Hội đồng nghĩa vụ quân sự phân công từng thành viên bám cơ sở, thâm nhập ba gặp, bốn biết với từng gia đình có con em trong diện.
        P: Tỷ lệ thanh niên có đơn tình nguyện nhập ngũ đạt {tl}%. Địa phương tặng quà, thăm hỏi gia đình có hoàn cảnh khó khăn và hẹn việc làm cho quân nhân xuất ngũ.
        | {tl}% thanh niên trong diện tự nguyện viết đơn nhập ngũ; nhiều doanh nghiệp trên địa bàn cam kết nhận lại lao động khi hoàn thành nghĩa vụ.
        Q: Em muốn thử sức, rèn tính kỷ luật và nối tiếp truyền thống của gia đình. >> Một thanh niên ở {thon}
        C: Gặp mặt thanh niên chuẩn bị lên đường nhập ngũ.

        === den-on-dap-nghia
        for: main home commune union care
        by: so-noi-vu mat-tran-to-quoc
        section: lao-dong-an-sinh
        months: 6-7 12 1-2
        pictures: hall flowers
        tags: đền ơn đáp nghĩa; người có công
        let qua = 140..960/5
        let nha = 3..22
        T: {xa} thăm hỏi, tặng quà gia đình người có công
        T: Tri ân người có công: {nha} căn nhà tình nghĩa được khởi công
        T: Trao {qua} suất quà tặng người có công với cách mạng ở {xa}
        S: {ubndxa} tổ chức thăm hỏi, tặng {qua} suất quà cho thương binh, bệnh binh, thân nhân liệt sĩ và người có công trên địa bàn.
        S: Phong trào đền ơn đáp nghĩa ở {xa} được duy trì bằng những việc làm cụ thể: sửa nhà, chăm sóc sức khỏe, giữ gìn nghĩa trang liệt sĩ.
        P: Các đoàn đến từng gia đình, ân cần hỏi thăm sức khỏe, đời sống; với người già yếu, trạm y tế cử cán bộ theo dõi tại nhà.
        | Tại các gia đình đến thăm, đại diện địa phương bày tỏ lòng biết ơn trước những hy sinh, cống hiến và mong các gia đình tiếp tục nêu gương sáng.
        P: Trong năm, {nha} căn nhà tình nghĩa được xây mới, sửa chữa từ ngân sách và nguồn vận động. Đoàn viên thanh niên góp ngày công san nền, chở vật liệu.
        Q: Được quan tâm thế này, gia đình tôi ấm lòng. Con cháu trong nhà luôn bảo nhau sống cho xứng đáng. >> {ong}, {thon}
        P: Nghĩa trang liệt sĩ được chỉnh trang, trồng thêm hoa; học sinh các trường thay nhau chăm sóc phần mộ vào sáng thứ Bảy.
        C: Thăm hỏi gia đình người có công ở {xa}.

        === phien-giao-dich-viec-lam
        for: main home labourunit enterprises union commune
        by: so-noi-vu trung-tam-dich-vu-viec-lam
        section: lao-dong-an-sinh, enterprises=ho-tro-doanh-nghiep
        pictures: hall city
        event: jobs
        tags: việc làm; tuyển dụng lao động
        let dn = 18..64
        let chitieu = 620..4200/10
        let nhan = 22%..46% of chitieu
        T: Phiên giao dịch việc làm: {dn} doanh nghiệp tuyển {chitieu} lao động
        T: Hơn {nhan} lao động có hẹn phỏng vấn ngay tại phiên giao dịch việc làm
        T: Tìm việc gần nhà ở phiên giao dịch việc làm {xa}
        S: Phiên giao dịch việc làm ngày {d} tại {xa} có {dn} doanh nghiệp tham gia với {chitieu} vị trí tuyển dụng.
        P: Nhu cầu tuyển dụng tập trung ở may mặc, linh kiện điện tử, chế biến thực phẩm, kho vận và dịch vụ. Mức lương khởi điểm được niêm yết rõ tại từng gian.
        | Ngoài lao động phổ thông, nhiều doanh nghiệp tìm kỹ thuật viên, kế toán, nhân viên bán hàng trực tuyến; có chỗ ở và xe đưa đón.
        P: Kết thúc phiên, {nhan} lao động được phỏng vấn sơ bộ hoặc hẹn thử việc. Người chưa tìm được việc được tư vấn học nghề ngắn hạn miễn phí.
        | Ban tổ chức bố trí bàn tư vấn pháp luật lao động, bảo hiểm thất nghiệp và khu phỏng vấn trực tuyến với doanh nghiệp ngoài tỉnh.
        P: {coquan} lưu ý người lao động kiểm tra kỹ hợp đồng, không đóng tiền cọc cho trung gian và phản ánh ngay khi bị thu phí trái quy định.
        Q: Tôi được gọi đi làm ở nhà máy cách nhà tám cây số, tối về vẫn kịp đón con. >> {ong}, {xa}
        C: Người lao động tìm hiểu thông tin tại phiên giao dịch việc làm.

        === giam-ngheo-ben-vung
        for: main commune agriculture ethnic union finance
        by: so-nong-nghiep-va-moi-truong so-dan-toc-va-ton-giao ngan-hang-chinh-sach-xa-hoi
        terrain: upland midland coast plain
        section: lao-dong-an-sinh
        pictures: terraces fields
        tags: giảm nghèo; sinh kế
        let ho = 24..180
        let giong = bò cái sinh sản | dê giống | gà đồi | cây dược liệu | cây ăn quả | lợn bản địa
        let con = 12..64
        T: {xa} trao {giong} giúp {ho} hộ nghèo, cận nghèo
        T: Thêm {ho} hộ ở {xa} viết đơn xin ra khỏi danh sách hộ nghèo
        T: Vốn nhỏ, đổi thay lớn ở {thon}, {xa}
        S: {ho} hộ nghèo, cận nghèo ở {xa} được hỗ trợ {giong} kèm hướng dẫn kỹ thuật và cam kết tiêu thụ sản phẩm.
        S: Từ nguồn vốn vay ưu đãi và sự chịu khó của người dân, nhiều hộ ở {thon}, {xa} đã thoát nghèo bền vững.
        P: Việc chọn hộ được bình xét công khai tại thôn. Mỗi hộ ký cam kết chăm sóc đúng kỹ thuật, không bán sớm và chuyển giao lại một phần cho hộ khác khi có lãi.
        | Cán bộ khuyến nông đến tận nhà chỉ cách làm chuồng trại, ủ phân, phòng bệnh. Hộ làm tốt hướng dẫn lại cho hộ bên cạnh.
        P: Ngân hàng Chính sách xã hội giải ngân tại điểm giao dịch xã, lãi suất ưu đãi, không phải thế chấp. Tổ tiết kiệm và vay vốn nhắc nhau trả lãi đúng hạn.
        Q: Có vốn thì phải có cách làm. Nhà tôi học cách ghi sổ thu chi nên biết đồng nào nên đầu tư, đồng nào để dành. >> {ong}, {thon}
        P: Đến nay, {xa} còn {con} hộ nghèo, chủ yếu là hộ già yếu, neo đơn; địa phương vận động các đoàn thể nhận đỡ đầu từng hộ.
        C: Người dân {xa} chăm sóc vật nuôi, cây trồng được hỗ trợ.

        === bao-hiem-toan-dan
        for: main insurance commune health union
        by: bao-hiem-xa-hoi-tinh
        section: lao-dong-an-sinh
        pictures: city fields
        tags: bảo hiểm xã hội; bảo hiểm y tế
        let nguoi = 180..1600/10
        let tl = 93.2..98.4
        let so = 40..320/2
        T: Thêm {nguoi} người dân {xa} tham gia bảo hiểm xã hội tự nguyện
        T: Tỷ lệ bao phủ bảo hiểm y tế đạt {tl}% dân số
        T: Tặng {so} sổ bảo hiểm xã hội, thẻ bảo hiểm y tế cho người khó khăn ở {xa}
        S: Nhờ tuyên truyền theo nhóm nhỏ, đến từng khu chợ, bến cá, {xa} có thêm {nguoi} người tham gia bảo hiểm xã hội tự nguyện.
        S: {coquan} cho biết tỷ lệ bao phủ bảo hiểm y tế của tỉnh đạt {tl}% dân số; {so} sổ, thẻ được trao tặng người có hoàn cảnh khó khăn.
        P: Cán bộ bảo hiểm giải thích quyền lợi bằng ví dụ cụ thể: đóng bao nhiêu, nhà nước hỗ trợ bao nhiêu, về già nhận bao nhiêu.
        | Người tham gia được hướng dẫn chọn mức đóng phù hợp thu nhập, cài ứng dụng theo dõi quá trình đóng và đổi nơi khám bệnh ban đầu.
        P: {coquan} phối hợp với ngành thuế, công an làm sạch dữ liệu, rà soát đơn vị chậm đóng để bảo vệ quyền lợi người lao động.
        Q: Tôi bán hàng ở chợ, mỗi tháng bớt một khoản nhỏ để sau này có lương hưu, con cái đỡ lo. >> {ong}, {xa}
        C: Nhân viên tư vấn bảo hiểm cho người dân tại chợ.

        === ngay-hoi-dai-doan-ket
        for: main commune union ethnic
        by: mat-tran-to-quoc
        section: tin-co-so
        months: 11
        pictures: festival
        tags: đại đoàn kết; khu dân cư
        let ho = 86..320/2
        let vanhoa = 88%..98% of ho
        T: Ngày hội Đại đoàn kết ở {thon}, {xa}
        T: {xa}: ấm áp ngày hội Đại đoàn kết toàn dân tộc
        T: {thon} có {vanhoa} hộ đạt danh hiệu gia đình văn hóa
        S: [Sáng|Chiều] {d}, người dân {thon}, {xa} tổ chức Ngày hội Đại đoàn kết toàn dân tộc với cả phần lễ và phần hội.
        P: Trong năm, {thon} có {vanhoa} trên tổng số {ho} hộ đạt danh hiệu gia đình văn hóa; không có người vi phạm pháp luật, trẻ em trong độ tuổi đều đến trường.
        | Báo cáo tại ngày hội cho thấy {vanhoa} trong số {ho} hộ đạt gia đình văn hóa; quỹ khuyến học, quỹ vì người nghèo đều tăng so với năm trước.
        P: Phần hội có thi gói bánh, kéo co, hát giao duyên. Bữa cơm chung do các gia đình cùng góp, mỗi nhà một món.
        | Sau phần lễ, người dân thi đấu bóng chuyền, biểu diễn văn nghệ và cùng ăn bữa cơm đoàn kết.
        P: Dịp này, khu dân cư trao nhà, tặng quà cho hộ khó khăn và biểu dương những gia đình hiến đất mở đường, hòa giải mâu thuẫn tốt.
        Q: Tối lửa tắt đèn có nhau, đó là điều quý nhất của thôn mình. >> {ong}, trưởng ban công tác Mặt trận
        C: Người dân {thon} trong ngày hội Đại đoàn kết.

        === nha-tinh-thuong
        for: main commune union association defence
        by: mat-tran-to-quoc hoi-lien-hiep-phu-nu hoi-cuu-chien-binh
        section: lao-dong-an-sinh
        pictures: terraces fields
        tags: mái ấm tình thương; an sinh xã hội
        let trieu = 80..160/5
        let ngay = 45..90/5
        let cong = 60..220/5
        T: Bàn giao mái ấm tình thương tại {thon}, {xa}
        T: Căn nhà mới của một gia đình khó khăn ở {xa}
        T: {coquan} trao {trieu} triệu đồng hỗ trợ xây nhà ở {xa}
        S: Sau {ngay} ngày thi công, căn nhà tình thương trị giá {trieu} triệu đồng và nhiều ngày công đã được bàn giao cho một hộ nghèo ở {thon}, {xa}.
        P: Căn nhà xây kiên cố, có bếp và công trình phụ khép kín. Ngoài tiền hỗ trợ, bà con trong thôn góp {cong} ngày công, người cho gạch, người cho cát.
        | Nhà được thiết kế tránh bão, lũ với gác lửng cao. Cựu chiến binh, thanh niên trong thôn giúp {cong} ngày công đào móng, vận chuyển vật liệu.
        Q: Mưa to tôi không còn phải thức trắng đêm hứng nước. Cả nhà biết ơn mọi người nhiều lắm. >> Chủ nhà mới
        P: Cùng với nhà ở, gia đình được hỗ trợ sinh kế và thẻ bảo hiểm y tế; con nhỏ được nhận đỡ đầu đến năm 18 tuổi.
        | {coquan} tiếp tục phân công hội viên giúp đỡ gia đình trồng rau, nuôi gà để sớm ổn định cuộc sống.
        C: Bàn giao nhà cho gia đình khó khăn ở {xa}.

        === tuyen-truyen-phap-luat
        for: main justice commune justiceunit highschool
        by: so-tu-phap
        section: phap-luat
        pictures: hall fields
        tags: phổ biến giáo dục pháp luật; hòa giải ở cơ sở
        let nguoi = 90..380/5
        let luat = Luật Đất đai | Luật Bảo vệ dữ liệu cá nhân | Luật Hôn nhân và gia đình | Luật Trật tự, an toàn giao thông đường bộ | Luật Phòng, chống bạo lực gia đình | Luật Thực hiện dân chủ ở cơ sở
        T: Phổ biến {luat} cho {nguoi} người dân {xa}
        T: Phiên tòa giả định: cách đưa {luat} đến gần người dân {xa}
        T: {nguoi} người dân {xa} được tư vấn pháp luật miễn phí
        S: [Sáng|Chiều] {d}, tại {xa}, {coquan} tổ chức buổi phổ biến {luat} kết hợp tư vấn miễn phí cho {nguoi} người dân.
        P: Báo cáo viên dùng tình huống gần gũi để giải thích quy định, dành nhiều thời gian đối thoại. Nhiều câu hỏi xoay quanh thủ tục, mức xử phạt và quyền của người dân.
        | Thay cho việc đọc văn bản, ban tổ chức dựng phiên tòa giả định với các vai do chính người dân đảm nhận, sau đó luật sư phân tích đúng, sai.
        P: Các tổ hòa giải ở cơ sở được tặng sổ tay tình huống; mỗi năm hòa giải thành phần lớn vụ việc, không để mâu thuẫn nhỏ thành chuyện lớn.
        P: Người thuộc diện trợ giúp pháp lý có thể gọi điện, gửi yêu cầu trực tuyến hoặc đến trụ sở để được luật sư hỗ trợ không mất phí.
        C: Người dân {xa} đặt câu hỏi tại buổi tuyên truyền.

        === dong-bao-dan-toc
        for: main ethnic commune
        by: so-dan-toc-va-ton-giao
        terrain: upland
        section: van-hoa-xa-hoi
        pictures: terraces mountains festival
        tags: dân tộc; người có uy tín
        let nguoi = 28..120
        let lop = 3..9
        T: Gặp mặt, biểu dương {nguoi} người có uy tín tiêu biểu ở {xa}
        T: Mở {lop} lớp truyền dạy chữ viết, dân ca cho lớp trẻ {xa}
        T: {xa} giữ tiếng nói, nghề dệt và điệu múa của dân tộc mình
        S: {coquan} tổ chức gặp mặt {nguoi} người có uy tín, nghệ nhân tiêu biểu ở {xa} để lắng nghe ý kiến và biểu dương những đóng góp cho cộng đồng.
        S: {lop} lớp truyền dạy chữ viết, dân ca, nghề dệt được mở ở {xa} do chính các nghệ nhân đứng lớp.
        P: Người có uy tín là cầu nối đưa chính sách đến từng bếp lửa, vận động bà con bỏ hủ tục, cho con đi học, giữ rừng đầu nguồn.
        | Buổi tối, tiếng khèn, tiếng hát lại vang lên ở nhà văn hóa. Học viên nhỏ nhất lên tám, người lớn tuổi nhất đã ngoài sáu mươi.
        P: Địa phương hỗ trợ trang phục, nhạc cụ và đưa tiết dạy tiếng dân tộc vào hoạt động ngoại khóa của trường bán trú.
        Q: Giữ được tiếng nói là giữ được hồn của bản. Mình già rồi, phải truyền lại cho con cháu kẻo muộn. >> {ong}, nghệ nhân ở {thon}
        P: Tại buổi gặp, bà con kiến nghị hỗ trợ nước sinh hoạt, sóng điện thoại ở bản xa và đường vào khu sản xuất; {coquan} ghi nhận, trả lời từng nội dung.
        C: Nghệ nhân truyền dạy nghề dệt cho lớp trẻ ở {xa}.

        === tet-vi-nguoi-ngheo
        for: main commune union association dept
        by: mat-tran-to-quoc hoi-chu-thap-do lien-doan-lao-dong
        section: lao-dong-an-sinh
        months: 1
        pictures: flowers festival
        topic: tet-nguyen-dan
        tags: Tết Nguyên đán; an sinh xã hội
        let qua = 220..2600/10
        let dong = 300..800/50
        T: Trao {qua} suất quà Tết cho người dân có hoàn cảnh khó khăn
        T: Chợ Tết 0 đồng ở {xa}: ai cũng có Tết
        T: {coquan} mang Tết ấm đến với người dân {xa}
        S: Trước thềm Tết Nguyên đán, {qua} suất quà, mỗi suất {dong} nghìn đồng, được trao cho hộ nghèo, người khuyết tật, công nhân mất việc ở {xa}.
        S: Phiên chợ Tết 0 đồng tại {xa} giúp {qua} gia đình khó khăn có thêm bánh, giò, gạo nếp và áo mới đón xuân.
        P: Hàng hóa do doanh nghiệp, nhà hảo tâm và người dân đóng góp. Mỗi gia đình nhận phiếu, tự chọn thứ mình cần, có tình nguyện viên mang giúp ra xe.
        | Khu chợ có gian gói bánh chưng, cắt tóc, viết chữ và sửa xe miễn phí. Trẻ nhỏ được tặng sách, bóng bay và chụp ảnh lấy ngay.
        P: Cùng với tặng quà, {ubndxa} rà soát không để sót trường hợp nào thiếu đói giáp hạt; phân công người đến chúc Tết các cụ già neo đơn.
        P: Lực lượng chức năng bảo đảm điện, nước, an ninh trật tự và nhắc người dân không đốt pháo nổ.
        Q: Nhà có hai bà cháu, nhận được cặp bánh chưng với ít gạo nếp là thấy Tết về rồi. >> {ong}, {thon}
        C: Trao quà Tết cho người dân {xa}.

        === cho-hoa-xuan
        for: main commune tourism trade ward
        by: xa so-cong-thuong
        section: tin-tuc, tourism=le-hoi-su-kien
        months: 1
        terrain: urban coast
        pictures: flowers festival
        topic: tet-nguyen-dan
        tags: chợ hoa xuân; Tết Nguyên đán
        let ho = 60..320/5
        T: Mở chợ hoa xuân tại {phokhu}
        T: {ho} hộ kinh doanh tham gia chợ hoa xuân {xa}
        T: Chợ hoa xuân {xa}: hoa đẹp, giá vừa phải
        S: Chợ hoa xuân ở {xa} mở cửa từ ngày {d} với {ho} hộ kinh doanh; chỗ bán được bốc thăm, không thu phí trong năm ngày đầu.
        P: Năm nay thời tiết thuận, đào và quất nở đều; nhiều nhà vườn đưa hoa thẳng từ {xa2} về bán, giá không tăng so với năm trước.
        | Ngoài đào, quất, mai, chợ có thêm lan rừng trồng trong vườn, hoa sim và các loại cây ăn quả thế nhỏ, hợp với nhà phố.
        P: Ban quản lý kẻ vạch lối đi, bố trí bãi gửi xe có niêm yết giá, thùng rác và tổ tuần tra đêm. Người bán cam kết không chặt cành đào rừng.
        P: Chợ hoạt động đến 12 giờ trưa ngày cuối năm để người bán kịp về nhà; hoa còn lại được mua tặng trạm y tế, trường học và các chốt trực Tết.
        C: Người dân chọn hoa tại chợ hoa xuân.
        """
}
