/// How the province is run: meetings, plans, budgets, drafts, reception of citizens.
extension FamilyTexts {
    static let government = """
        === phien-hop-thuong-ky
        for: main government
        by: van-phong-ubnd-tinh
        section: chi-dao-dieu-hanh
        pictures: hall city
        tags: phiên họp thường kỳ; kinh tế - xã hội
        let tang = 5.8..9.4
        let thu = 1240..2380/5
        let giaingan = 34..88
        let dn = 64..142
        let tb = doc TB-UBND +2
        T: UBND tỉnh họp phiên thường kỳ tháng {thang}/{nam}
        T: Phiên họp UBND tỉnh tháng {thang}/{nam}: {trongtam}
        T: Kinh tế {luyke} giữ đà tăng trưởng, UBND tỉnh yêu cầu {viec}
        let trongtam = dồn sức giải ngân vốn đầu tư công | gỡ vướng cho sản xuất, kinh doanh | siết kỷ luật, kỷ cương hành chính | chủ động phương án phòng, chống thiên tai
        let viec = không chủ quan trước khó khăn | rà từng dự án chậm tiến độ | bám sát từng chỉ tiêu được giao
        K: Phiên họp thường kỳ
        S: [Sáng|Chiều] {d}, UBND tỉnh họp phiên thường kỳ, đánh giá tình hình kinh tế - xã hội {luyke} và bàn nhiệm vụ trọng tâm thời gian tới.
        S: Phiên họp thường kỳ tháng {thang} của UBND tỉnh tập trung vào ba việc: sản xuất công nghiệp, giải ngân vốn đầu tư công và cải cách thủ tục hành chính.
        P: Theo báo cáo tại phiên họp, {luyke}, giá trị sản xuất công nghiệp trên địa bàn tỉnh ước tăng {tang}% so với cùng kỳ năm trước; thu ngân sách nội địa đạt {thu} tỷ đồng; toàn tỉnh có thêm {dn} doanh nghiệp đăng ký thành lập mới.
        | Báo cáo của Sở Tài chính cho thấy {luyke}, công nghiệp tăng {tang}% so với cùng kỳ; thu nội địa đạt {thu} tỷ đồng; {dn} doanh nghiệp thành lập mới, phần lớn trong lĩnh vực chế biến nông sản và thương mại.
        P: Điểm còn hạn chế là tỷ lệ giải ngân vốn đầu tư công mới đạt {giaingan}% kế hoạch, thấp hơn yêu cầu đề ra; một số công trình vướng mặt bằng kéo dài, nhất là trên địa bàn {xa} và {xa2}.
        | Bên cạnh kết quả đạt được, giải ngân vốn đầu tư công mới đạt {giaingan}% kế hoạch. Các vướng mắc chủ yếu nằm ở khâu bồi thường, giải phóng mặt bằng tại {xa}, {xa2} và nguồn vật liệu san lấp.
        P?: Thảo luận tại phiên họp, các ý kiến đề nghị ưu tiên bố trí vốn cho công trình chuyển tiếp, đồng thời công khai tiến độ từng dự án trên Cổng thông tin điện tử tỉnh để người dân theo dõi.
        H: Năm nhóm việc trong tháng tới
        L: Hoàn thành giao mặt bằng sạch cho các dự án đã có phương án bồi thường được duyệt ;; Rút ngắn ít nhất 30% thời gian giải quyết thủ tục thuộc thẩm quyền cấp tỉnh ;; Theo dõi sát giá cả, không để khan hàng dịp cao điểm ;; Kiểm tra an toàn hồ chứa, kè, bến bãi trước các đợt mưa lớn ;; Đối thoại định kỳ với doanh nghiệp, hợp tác xã
        P: Kết luận phiên họp, lãnh đạo UBND tỉnh yêu cầu người đứng đầu từng cơ quan chịu trách nhiệm về tiến độ công việc được giao, việc nào quá hạn phải báo cáo rõ nguyên nhân trước ngày {d+10}.
        | Lãnh đạo UBND tỉnh giao Văn phòng UBND tỉnh theo dõi từng đầu việc, hằng tuần công bố danh sách nhiệm vụ quá hạn; các sở, ngành không chuyển việc khó sang tháng sau.
        D: Thông báo kết luận phiên họp thường kỳ tháng {thang}/{nam} >> {tb}
        C: Quang cảnh phiên họp thường kỳ tháng {thang}/{nam} của UBND tỉnh.

        === giai-ngan-dau-tu-cong
        for: main finance project
        by: so-tai-chinh
        section: dau-tu
        pictures: bridge city
        tags: đầu tư công; giải ngân vốn
        let von = 1820..4260/10
        let dagn = 38%..79% of von
        let conlai = von - dagn
        let duan = 46..128
        let kh = doc KH-UBND -3
        T: Giải ngân {dagn} tỷ đồng vốn đầu tư công, còn {conlai} tỷ đồng phải hoàn thành
        T: Đôn đốc tiến độ {duan} dự án đầu tư công trước ngày {d+45}
        T: {coquan}: điều chuyển vốn từ dự án chậm sang dự án có khối lượng
        S: Tính đến ngày {d-2}, các chủ đầu tư trên địa bàn tỉnh đã giải ngân {dagn} tỷ đồng trong tổng số {von} tỷ đồng kế hoạch vốn đầu tư công năm {nam}.
        S: {coquan} vừa tổng hợp tiến độ {duan} dự án đầu tư công và kiến nghị điều chuyển vốn của những dự án không thể giải ngân hết trong năm.
        P: Theo {coquan}, nhóm dự án giao thông và thủy lợi có tỷ lệ giải ngân cao nhất, trong khi nhóm dự án mới khởi công chậm do phải điều chỉnh thiết kế và chờ xác định giá đất cụ thể.
        | {coquan} cho biết khối lượng thi công trên công trường đang tăng nhanh, song hồ sơ thanh toán của nhiều gói thầu chưa được hoàn thiện, khiến số giải ngân thấp hơn thực tế.
        TB: Tiến độ giải ngân vốn đầu tư công năm {nam} (tỷ đồng)
        TH: Chỉ tiêu ;; Số liệu đến {dy-2}
        TR: Kế hoạch vốn được giao ;; {von}
        TR: Đã giải ngân ;; {dagn}
        TR: Còn phải giải ngân ;; {conlai}
        P: Các chủ đầu tư được yêu cầu lập hồ sơ thanh toán trong vòng bốn ngày làm việc kể từ khi có khối lượng nghiệm thu, không dồn thanh toán vào cuối năm.
        | UBND tỉnh yêu cầu mỗi chủ đầu tư cam kết tiến độ theo từng tuần; lấy kết quả giải ngân làm căn cứ đánh giá, xếp loại người đứng đầu.
        P?: Tại {xa}, công tác kiểm đếm đã hoàn thành; địa phương phấn đấu bàn giao toàn bộ mặt bằng trước ngày {d+20}.
        D: Kế hoạch đẩy mạnh giải ngân vốn đầu tư công năm {nam} >> {kh}
        C: Công trường một dự án giao thông trọng điểm của tỉnh.

        === lich-tiep-cong-dan
        for: main authority commune
        by: tinh xa thanh-tra-tinh so-noi-vu so-xay-dung so-nong-nghiep-va-moi-truong
        section: thong-bao
        pictures: hall
        tags: tiếp công dân; thông báo
        let tb = doc TB-CQ -2
        let hopthu = hộp thư góp ý đặt tại nơi tiếp công dân | Cổng Dịch vụ công quốc gia | số điện thoại đường dây nóng niêm yết tại trụ sở
        T: Thông báo lịch tiếp công dân định kỳ tháng {thangsau} của {coquan}
        T: {coquan} thông báo lịch tiếp công dân tháng {thangsau}
        T: Lịch lãnh đạo {coquan} tiếp công dân tháng {thangsau}
        S: {coquan} thông báo thời gian, địa điểm lãnh đạo cơ quan tiếp công dân định kỳ trong tháng {thangsau} để tổ chức, cá nhân biết và đăng ký.
        S: Người dân có nhu cầu gặp lãnh đạo {coquan} có thể đăng ký theo lịch dưới đây; trường hợp khẩn cấp được bố trí tiếp đột xuất.
        P: Buổi tiếp công dân được tổ chức từ 7 giờ 30 đến 11 giờ 30, tại phòng tiếp công dân của {coquan}. Trường hợp lịch trùng ngày nghỉ, buổi tiếp được chuyển sang ngày làm việc liền kề.
        | Thời gian tiếp buổi sáng từ 7 giờ 30 đến 11 giờ 30, buổi chiều từ 13 giờ 30 đến 17 giờ, tại phòng tiếp công dân của {coquan}. Nếu có thay đổi, cơ quan sẽ thông báo trước ít nhất một ngày làm việc.
        TB: Lịch tiếp công dân định kỳ
        TH: Đợt ;; Ngày ;; Người chủ trì
        TR: Đợt 1 ;; {dy+16} ;; Thủ trưởng cơ quan
        TR: Đợt 2 ;; {dy+30} ;; Cấp phó được phân công
        P: Công dân đến nơi tiếp xuất trình giấy tờ tùy thân hoặc tài khoản định danh điện tử, trình bày trung thực sự việc và cung cấp tài liệu liên quan (nếu có).
        | Khi đến, công dân mang theo giấy tờ tùy thân hoặc tài khoản định danh điện tử mức độ 2; vụ việc đông người cử không quá năm người đại diện trình bày.
        P: Ngoài lịch tiếp trực tiếp, ý kiến phản ánh, kiến nghị có thể gửi qua {hopthu}; kết quả giải quyết được trả lời bằng văn bản theo quy định.
        D: Thông báo lịch tiếp công dân định kỳ >> {tb}
        C: Phòng tiếp công dân được bố trí ở tầng một, thuận tiện cho người cao tuổi và người khuyết tật.

        === lay-y-kien-du-thao
        for: main so
        by: so-tai-chinh so-xay-dung so-nong-nghiep-va-moi-truong so-giao-duc-va-dao-tao so-y-te so-noi-vu so-van-hoa-the-thao-va-du-lich
        section: lay-y-kien
        pictures: city hall
        tags: lấy ý kiến; dự thảo văn bản
        let noidung = quy định mức hỗ trợ đào tạo nghề cho lao động nông thôn | quy định quản lý, sử dụng nhà văn hóa thôn, tổ dân phố | quy chế phối hợp quản lý hoạt động vận tải hành khách | quy định chính sách khuyến khích phát triển kinh tế tập thể | quy định tiêu chí xét tặng danh hiệu thi đua của tỉnh | quy định định mức hoạt động của đội văn nghệ cơ sở | quy định bảng giá dịch vụ thu gom, vận chuyển rác thải sinh hoạt | quy định quản lý vỉa hè, lòng đường trong khu vực đô thị
        let cap = Quyết định của UBND tỉnh | Nghị quyết của Hội đồng nhân dân tỉnh
        let ngay = 30..45/5
        let cv = doc CQ-VP -1
        T: Lấy ý kiến góp ý dự thảo {cap} {noidung}
        T: Mời tổ chức, cá nhân góp ý dự thảo {noidung}
        T: Đăng tải dự thảo {noidung} để lấy ý kiến Nhân dân
        S: {coquan} đăng tải toàn văn dự thảo {cap} {noidung} để lấy ý kiến rộng rãi của cơ quan, tổ chức và cá nhân.
        S: Người dân, doanh nghiệp có {ngay} ngày để góp ý vào dự thảo {noidung} do {coquan} chủ trì soạn thảo.
        P: Dự thảo gồm {chuong} chương, {dieu} điều, quy định rõ phạm vi điều chỉnh, đối tượng áp dụng, trách nhiệm của cơ quan thực hiện và điều khoản chuyển tiếp.
        let chuong = 3..5
        let dieu = 12..24
        | So với quy định hiện hành, dự thảo bỏ hai loại giấy tờ người dân phải nộp, bổ sung trách nhiệm công khai của UBND cấp xã và cho phép nộp hồ sơ hoàn toàn trực tuyến.
        P: Thời hạn nhận ý kiến là {ngay} ngày kể từ ngày đăng tải. Ý kiến gửi qua mục Lấy ý kiến dự thảo trên Cổng thông tin điện tử tỉnh, bằng văn bản về {coquan} hoặc qua đường bưu chính.
        | Ý kiến góp ý được nhận trong {ngay} ngày, kể từ ngày {dy}, qua mục Lấy ý kiến dự thảo, qua thư điện tử của {coquan} hoặc nộp trực tiếp tại bộ phận văn thư.
        P: Sau khi hết thời hạn, {coquan} tổng hợp, tiếp thu, giải trình từng ý kiến và công khai bảng tổng hợp cùng dự thảo đã chỉnh lý.
        | Bảng tiếp thu, giải trình sẽ được đăng cùng dự thảo hoàn thiện, nêu rõ ý kiến nào được tiếp thu, ý kiến nào chưa và lý do.
        D: Công văn về việc lấy ý kiến đối với dự thảo >> {cv}

        === cong-khai-ngan-sach
        for: main dept unit commune
        by: so-tai-chinh so-y-te so-xay-dung xa
        section: cong-khai
        pictures: city fields
        tags: công khai ngân sách; tài chính
        let dutoan = 4200..9800/10
        let thuchien = 46%..88% of dutoan
        let conlai = dutoan - thuchien
        let qd = doc QĐ-CQ -4
        T: {coquan} công khai tình hình thực hiện dự toán chi ngân sách quý {quytruoc}
        T: Công khai số liệu thực hiện dự toán quý {quytruoc} của {coquan}
        T: Quý {quytruoc}, {coquan} thực hiện {thuchien} triệu đồng dự toán chi
        S: Thực hiện quy định về công khai ngân sách, {coquan} công bố số liệu thực hiện dự toán chi ngân sách nhà nước quý {quytruoc} và lũy kế từ đầu năm.
        S: Số liệu công khai quý {quytruoc} của {coquan} gồm dự toán được giao, số đã thực hiện và phần còn lại chuyển quý sau.
        TB: Thực hiện dự toán chi ngân sách (triệu đồng)
        TH: Nội dung ;; Số tiền
        TR: Dự toán được giao trong năm ;; {dutoan}
        TR: Lũy kế đã thực hiện ;; {thuchien}
        TR: Dự toán còn lại ;; {conlai}
        P: So với cùng kỳ năm trước, chi thường xuyên được sắp xếp theo hướng tiết kiệm hội họp, xăng xe, dành nguồn cho {uutien}.
        let uutien = sửa chữa trụ sở và mua trang thiết bị phục vụ người dân | số hóa hồ sơ lưu trữ | đào tạo, bồi dưỡng công chức, viên chức | các nhiệm vụ an sinh xã hội đột xuất
        | Các khoản chi cho con người được bảo đảm đủ, đúng hạn; kinh phí tiết kiệm được ưu tiên cho {uutien}.
        P: Tài liệu được niêm yết tại trụ sở trong 30 ngày và đăng trên trang thông tin điện tử của cơ quan. Mọi ý kiến liên quan đến số liệu gửi về bộ phận tài chính - kế toán trong giờ hành chính.
        | Số liệu công khai được niêm yết tại trụ sở và lưu trên trang thông tin điện tử để tổ chức, cá nhân tra cứu, giám sát. Ý kiến phản hồi được tiếp nhận bằng văn bản hoặc qua thư điện tử công vụ.
        D: Quyết định công bố công khai thực hiện dự toán quý {quytruoc} >> {qd}

        === kiem-tra-thuc-dia
        for: main government construction project
        by: van-phong-ubnd-tinh so-xay-dung
        section: trong-tinh
        pictures: bridge river harbour
        tags: kiểm tra thực địa; công trình trọng điểm
        let congtrinh = nâng cấp {tinhlo} | hồ chứa nước thuộc {xa} | trường liên cấp tại {xa} | kè chống sạt lở {song} | khu tái định cư {xa} | đường nối {kcn} với cảng Cửa Lam
        let kl = 42..93
        let m = 3..12
        T: Lãnh đạo UBND tỉnh kiểm tra tiến độ công trình {congtrinh}
        T: Công trình {congtrinh} đạt {kl}% khối lượng
        T: Gỡ vướng tại chỗ cho công trình {congtrinh}
        S: [Sáng|Chiều] {d}, lãnh đạo UBND tỉnh kiểm tra thực địa công trình {congtrinh} và làm việc với chủ đầu tư, nhà thầu, chính quyền địa phương.
        S: Công trình {congtrinh} đã đạt {kl}% khối lượng; phần việc còn lại phụ thuộc vào mặt bằng và thời tiết trong những tuần tới.
        P: Tại hiện trường, đại diện chủ đầu tư báo cáo công trình đã thi công {kl}% khối lượng theo hợp đồng. Nhà thầu bố trí {m} mũi thi công, làm ba ca trong những ngày nắng ráo.
        | Theo báo cáo của nhà thầu, đến nay khối lượng thực hiện đạt {kl}%. Công trường duy trì {m} mũi thi công; vật liệu đã tập kết đủ cho 45 ngày tới.
        P: Vướng mắc lớn nhất hiện nay là {vuong}. Lãnh đạo UBND tỉnh giao chính quyền địa phương xử lý dứt điểm trước ngày {d+15}.
        let vuong = còn một số hộ chưa thống nhất phương án bồi thường | chưa di dời xong đường điện trung thế | nguồn đất đắp chưa ổn định | phải điều chỉnh cao độ thoát nước cho phù hợp với khu dân cư
        P: Lãnh đạo UBND tỉnh lưu ý nhà thầu giữ gìn vệ sinh môi trường, che chắn vật liệu, tưới nước chống bụi và trả lại nguyên trạng đường dân sinh sau khi thi công.
        | Yêu cầu đặt ra là bảo đảm chất lượng từng hạng mục, không vì chạy tiến độ mà làm ẩu; kết quả thí nghiệm vật liệu phải được lưu đầy đủ và sẵn sàng cho việc kiểm tra.
        Q: Đường làm xong, bà con đi lại và chở nông sản đỡ vất vả hẳn. Chúng tôi mong công trình về đích đúng hẹn. >> {ong}, {thon}, {xa}
        C: Lãnh đạo UBND tỉnh kiểm tra tại hiện trường.

        === hop-bao-quy
        for: main media government
        by: van-phong-ubnd-tinh
        section: trong-tinh
        pictures: hall
        tags: họp báo; thông tin báo chí
        let cauhoi = 14..36
        let nguoi = 42..88
        T: Họp báo thường kỳ quý {quytruoc}: {cauhoi} câu hỏi được trả lời tại chỗ
        T: UBND tỉnh họp báo, cung cấp thông tin về tình hình kinh tế - xã hội quý {quytruoc}
        T: Báo chí quan tâm {vande} tại buổi họp báo quý {quytruoc}
        let vande = tiến độ các công trình giao thông | việc sắp xếp lại trụ sở dôi dư | giá đất và tái định cư | môi trường làng nghề
        S: [Sáng|Chiều] {d}, UBND tỉnh tổ chức họp báo thường kỳ quý {quytruoc} với sự tham dự của {nguoi} phóng viên, biên tập viên các cơ quan báo chí.
        S: Buổi họp báo dành phần lớn thời gian để các sở, ngành trả lời trực tiếp câu hỏi của báo chí, trong đó nổi lên vấn đề {vande}.
        P: Mở đầu buổi họp báo, đại diện Văn phòng UBND tỉnh thông báo kết quả nổi bật quý {quytruoc} và những nội dung được dư luận quan tâm, trong đó có {vande}.
        P: Đại diện các sở, ngành đã trả lời {cauhoi} câu hỏi; những câu hỏi cần xác minh thêm được ghi nhận và trả lời bằng văn bản trước ngày {d+7}.
        | Có {cauhoi} câu hỏi được giải đáp ngay tại họp báo. Câu hỏi chưa đủ số liệu được giao cho cơ quan chuyên môn trả lời bằng văn bản, thời hạn chậm nhất là ngày {d+7}.
        P?: Tài liệu họp báo, danh sách câu hỏi và nội dung trả lời được đăng toàn văn trên Cổng thông tin điện tử tỉnh ngay trong ngày.
        P: Chủ trì họp báo đề nghị các cơ quan chủ động cung cấp thông tin chính thống, cử người phát ngôn đúng quy chế và không né tránh những vấn đề người dân bức xúc.
        | Kết luận buổi họp báo, người chủ trì yêu cầu các sở, ngành coi việc trả lời báo chí là trách nhiệm giải trình trước Nhân dân, trả lời đúng vấn đề và đúng hạn.
        C: Quang cảnh buổi họp báo thường kỳ quý {quytruoc}.

        === tiep-xuc-cu-tri
        for: main government commune
        by: van-phong-doan-dbqh-va-hdnd xa
        section: trong-tinh
        pictures: hall fields
        tags: tiếp xúc cử tri; Hội đồng nhân dân
        let cutri = 90..260/5
        let ykien = 11..29
        T: Đại biểu HĐND tỉnh tiếp xúc cử tri {xa}
        T: Cử tri {xa} kiến nghị {kn}
        T: {ykien} ý kiến của cử tri {xa} được ghi nhận
        let kn = sớm nâng cấp hệ thống thoát nước | bố trí thêm giáo viên mầm non | cấp nước sạch cho các khu dân cư ở xa | xử lý tình trạng xe quá tải làm hỏng đường | mở rộng diện tích trồng cây dược liệu | tăng chuyến xe buýt vào giờ cao điểm
        S: [Sáng|Chiều] {d}, tổ đại biểu HĐND tỉnh tiếp xúc với {cutri} cử tri {xa} trước kỳ họp HĐND tỉnh.
        S: Hội nghị tiếp xúc cử tri tại {xa} ghi nhận {ykien} lượt ý kiến, trong đó nhiều cử tri kiến nghị {kn}.
        P: Tại hội nghị, đại biểu thông báo dự kiến nội dung, chương trình kỳ họp và kết quả giải quyết các kiến nghị của cử tri từ kỳ họp trước.
        | Mở đầu hội nghị, đại biểu báo cáo kết quả giải quyết kiến nghị kỳ trước: phần lớn đã được trả lời bằng văn bản, một số việc đang trong quá trình bố trí vốn.
        P: Nổi lên trong {ykien} lượt phát biểu là kiến nghị {kn}. Cử tri cũng quan tâm đến chế độ đối với người hoạt động không chuyên trách ở thôn, tổ dân phố.
        Q: Chúng tôi không chỉ mong được lắng nghe mà mong có thời hạn trả lời rõ ràng cho từng việc. >> {ong}, cử tri {thon}
        P: Những vấn đề thuộc thẩm quyền của địa phương được lãnh đạo {ubndxa} giải trình ngay tại hội nghị; các nội dung còn lại được tổng hợp gửi cơ quan có thẩm quyền.
        | Lãnh đạo {ubndxa} đã trực tiếp trả lời nhóm ý kiến về vệ sinh môi trường và hộ tịch. Nhóm ý kiến thuộc thẩm quyền cấp tỉnh được chuyển Thường trực HĐND tỉnh theo dõi, giám sát.
        C: Cử tri {xa} phát biểu tại hội nghị.

        === doi-ngoai-hop-tac
        for: main foreign investment
        by: so-ngoai-vu
        section: trong-tinh
        pictures: hall city
        event: delegation
        tags: đối ngoại; hợp tác quốc tế
        let nguoi = 8..24
        let noidung = đào tạo nghề và thực tập sinh | chế biến nông sản sau thu hoạch | giáo dục phổ thông và giao lưu học sinh | bảo tồn rừng và du lịch sinh thái
        T: Đoàn công tác quốc tế thăm và làm việc tại An Sơn
        T: An Sơn trao đổi với đối tác nước ngoài về hợp tác {noidung}
        T: {coquan} tiếp đoàn đối tác nước ngoài, bàn việc hợp tác {noidung}
        S: [Sáng|Chiều] {d}, đại diện tỉnh An Sơn tiếp đoàn công tác quốc tế gồm {nguoi} thành viên đến tìm hiểu cơ hội hợp tác {noidung}.
        P: Tại buổi tiếp, hai bên giới thiệu thế mạnh của mình và trao đổi cách làm trong lĩnh vực {noidung}. Tỉnh An Sơn bày tỏ mong muốn bắt đầu từ những việc cụ thể, có lộ trình và đầu mối rõ ràng.
        | Đại diện tỉnh An Sơn giới thiệu khái quát điều kiện tự nhiên, nguồn nhân lực và định hướng phát triển; đề nghị hai bên sớm thành lập nhóm công tác chung về {noidung}.
        P: Đoàn đã đi thăm {xa}, tìm hiểu mô hình sản xuất của người dân và giao lưu với học sinh địa phương.
        | Trong khuôn khổ chuyến thăm, đoàn khảo sát thực tế tại {xa} và gặp gỡ một số hợp tác xã, cơ sở đào tạo nghề.
        P: Hai bên thống nhất trao đổi dự thảo biên bản ghi nhớ trước ngày {d+40} và duy trì họp trực tuyến hằng quý.
        C: Quang cảnh buổi tiếp đoàn công tác quốc tế.

        === sap-xep-tru-so
        for: main finance home
        by: so-tai-chinh so-noi-vu
        section: chi-dao-dieu-hanh
        pictures: city school
        tags: tài sản công; sắp xếp trụ sở
        let tong = 64..148
        let xuly = 45%..86% of tong
        let con = tong - xuly
        let qd = doc QĐ-UBND -6
        T: An Sơn đã xử lý {xuly} trụ sở dôi dư sau sắp xếp đơn vị hành chính
        T: Chuyển trụ sở dôi dư thành trường học, trạm y tế, nhà sinh hoạt cộng đồng
        T: Còn {con} cơ sở nhà, đất phải hoàn thành phương án xử lý trước ngày {d+60}
        S: Sau hơn một năm vận hành chính quyền địa phương hai cấp, tỉnh An Sơn đã xử lý {xuly} trong số {tong} cơ sở nhà, đất dôi dư.
        S: Ưu tiên của tỉnh là chuyển trụ sở dôi dư thành cơ sở y tế, giáo dục và thiết chế văn hóa phục vụ Nhân dân, hạn chế thấp nhất việc bỏ trống.
        P: Theo {coquan}, trong số {tong} cơ sở nhà, đất dôi dư, {xuly} cơ sở đã có quyết định xử lý; {con} cơ sở còn lại đang hoàn thiện hồ sơ pháp lý về đất đai.
        | {coquan} cho biết {xuly} cơ sở đã được điều chuyển, bố trí công năng mới. Với {con} cơ sở còn lại, khó khăn chủ yếu là ranh giới đất chưa rõ và công trình xuống cấp.
        P: Tại {xa}, trụ sở cũ được sửa chữa thành trường mầm non; tại {xa2}, khu nhà làm việc được bàn giao cho trạm y tế và bộ phận một cửa.
        | Trụ sở cũ ở {xa} nay là nhà sinh hoạt cộng đồng kết hợp thư viện; khu nhà ở {xa2} được cải tạo thành nơi làm việc của lực lượng bảo đảm an ninh, trật tự ở cơ sở.
        P: UBND tỉnh yêu cầu các địa phương phân công người trông coi, không để lấn chiếm, hư hỏng tài sản trong thời gian chờ xử lý.
        D: Quyết định phê duyệt phương án sắp xếp lại, xử lý nhà, đất >> {qd}
        """
}
