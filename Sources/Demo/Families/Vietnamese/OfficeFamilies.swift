/// What happens in every office and unit: staff meetings, training, inspection of duties, recruiting, contests.
extension FamilyTexts {
    static let office = """
        === hoi-nghi-can-bo
        for: dept unit
        section: tin-tuc
        months: 12-3
        pictures: hall
        tags: hội nghị cán bộ, công chức, viên chức; dân chủ cơ sở
        let nguoi = 36..180/2
        let yk = 8..22
        T: {coquan} tổ chức hội nghị cán bộ, công chức, viên chức năm {nam}
        T: Phát huy dân chủ, kỷ cương tại hội nghị cán bộ, công chức, viên chức của {coquan}
        T: {coquan} bàn mục tiêu, việc làm cụ thể cho năm {nam}
        S: [Sáng|Chiều] {d}, {coquan} tổ chức hội nghị cán bộ, công chức, viên chức năm {nam} với sự tham dự của {nguoi} đại biểu.
        P: Hội nghị nghe báo cáo kết quả công tác, việc thực hiện quy chế dân chủ, công khai tài chính và hoạt động của ban thanh tra nhân dân.
        | Các báo cáo tại hội nghị được gửi trước cho đại biểu nghiên cứu; phần lớn thời gian dành cho thảo luận.
        P: {yk} ý kiến phát biểu tập trung vào cải tiến lề lối làm việc, giảm họp, tăng làm việc trên môi trường số và chăm lo đời sống người lao động.
        P: Hội nghị bầu ban thanh tra nhân dân, ký giao ước thi đua và khen thưởng các tập thể, cá nhân xuất sắc.
        | Kết thúc hội nghị, các đại biểu biểu quyết thông qua nghị quyết với sáu chỉ tiêu, mỗi chỉ tiêu có người chịu trách nhiệm.
        C: Quang cảnh hội nghị cán bộ, công chức, viên chức.

        === so-ket-quy
        for: dept unit
        section: tin-tuc
        months: 4 7 10 1
        pictures: hall city
        tags: sơ kết; nhiệm vụ trọng tâm
        let nv = 38..140
        let xong = 88%..98% of nv
        let con = nv - xong
        T: {coquan} sơ kết công tác quý {quytruoc}
        T: Quý {quytruoc}, {coquan} hoàn thành {xong} trên {nv} nhiệm vụ
        T: {coquan} triển khai nhiệm vụ trọng tâm quý {quy}
        S: Trong quý {quytruoc}, {coquan} hoàn thành {xong} trong tổng số {nv} nhiệm vụ được giao; {con} nhiệm vụ đang thực hiện, còn trong hạn.
        P: Kết quả nổi bật là tham mưu kịp thời, giải quyết hồ sơ đúng hạn và không để tồn đọng đơn thư. Một số việc còn chậm do phải chờ ý kiến phối hợp.
        | Hội nghị thẳng thắn chỉ ra hạn chế: chất lượng một số văn bản chưa cao, phối hợp giữa các bộ phận có lúc chưa nhịp nhàng.
        P: Trong quý {quy}, {coquan} tập trung vào bốn việc: giữ kỷ luật hành chính, hoàn thành số hóa hồ sơ, giải ngân vốn được giao và chuẩn bị phương án cho mùa cao điểm.
        P: Lãnh đạo cơ quan yêu cầu từng bộ phận báo cáo tiến độ vào thứ Sáu hằng tuần, nêu rõ việc khó và đề xuất cách gỡ.
        | Người đứng đầu từng bộ phận đăng ký một việc đổi mới cụ thể, được đánh giá vào cuối quý.
        C: Hội nghị sơ kết công tác quý {quytruoc}.

        === kiem-tra-cong-vu
        for: authority main commune
        by: so-noi-vu xa
        section: cai-cach-hanh-chinh
        pictures: city hall
        tags: kỷ luật, kỷ cương; kiểm tra công vụ
        let dv = 6..24
        let loi = 3..17
        T: {coquan} kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính
        T: Kiểm tra đột xuất công vụ tại {dv} đơn vị
        T: Siết giờ giấc, thái độ phục vụ: nhắc nhở {loi} trường hợp qua kiểm tra
        S: Qua kiểm tra đột xuất tại {dv} bộ phận, đơn vị, {coquan} nhắc nhở {loi} trường hợp chưa chấp hành nghiêm quy định về giờ giấc, đeo thẻ, cập nhật hồ sơ.
        P: Nội dung kiểm tra gồm thời gian làm việc, thái độ giao tiếp, tiến độ xử lý hồ sơ, việc công khai thủ tục và sổ theo dõi phản ánh.
        | Tổ kiểm tra đi không báo trước, đóng vai người dân đến làm thủ tục, xem thời gian chờ và cách hướng dẫn.
        P: Nhìn chung, đa số công chức, viên chức có mặt đúng giờ, hướng dẫn tận tình. Hạn chế nằm ở khâu cập nhật kết quả lên hệ thống chậm và phiếu hẹn ghi chưa đủ.
        P: {coquan} yêu cầu các đơn vị khắc phục trước ngày {d+10}; trường hợp tái phạm bị xem xét khi xếp loại cuối năm.
        C: Tổ kiểm tra làm việc tại bộ phận tiếp nhận hồ sơ.

        === tap-huan-nghiep-vu
        for: dept unit
        section: tin-tuc
        pictures: hall
        tags: tập huấn; bồi dưỡng nghiệp vụ
        let hv = 40..220/2
        let nd = kỹ năng giao tiếp với người dân | soạn thảo và quản lý văn bản điện tử | bảo vệ dữ liệu cá nhân | kỹ năng xử lý tình huống báo chí | sử dụng trí tuệ nhân tạo trong công việc văn phòng | công tác văn thư, lưu trữ số | quản lý tài sản công | phòng ngừa quấy rối tại nơi làm việc
        T: {coquan} tập huấn {nd}
        T: {hv} công chức, viên chức được bồi dưỡng {nd}
        T: Lớp bồi dưỡng {nd} tại {coquan}
        S: [Sáng|Chiều] {d}, {coquan} khai giảng lớp bồi dưỡng {nd} cho {hv} công chức, viên chức, người lao động.
        P: Chương trình được thiết kế theo tình huống, học viên thảo luận nhóm và xử lý bài tập lấy từ chính công việc của cơ quan.
        | Giảng viên dành một nửa thời lượng cho thực hành, sau mỗi chuyên đề có bài kiểm tra ngắn để học viên tự đánh giá.
        P: Nội dung được quan tâm nhiều là những lỗi thường gặp và cách phòng tránh. Tài liệu, video bài giảng được đưa lên kho học liệu dùng chung.
        P: Sau lớp học, mỗi bộ phận chọn một việc để áp dụng ngay và báo cáo kết quả sau ba tháng.
        Q: Học xong có thể làm ngay chứ không phải cất tài liệu vào tủ, đó là điều tôi thích nhất. >> Một học viên
        C: Học viên thảo luận nhóm tại lớp tập huấn.

        === tuyen-dung-vien-chuc
        for: unit school project media so
        section: thong-bao
        pictures: city
        tags: tuyển dụng viên chức; thông báo
        let ct = 4..42
        let tb = doc TB-CQ -1
        T: {coquan} thông báo tuyển dụng {ct} viên chức
        T: Thông báo nhu cầu tuyển dụng viên chức năm {nam} của {coquan}
        T: {coquan} tuyển {ct} chỉ tiêu viên chức bằng hình thức xét tuyển
        S: {coquan} thông báo tuyển dụng {ct} viên chức theo hình thức xét tuyển; thời gian nhận hồ sơ 30 ngày, kể từ ngày {dy}.
        P: Người dự tuyển đủ 18 tuổi, có văn bằng phù hợp vị trí việc làm, lý lịch rõ ràng và đủ sức khỏe. Không phân biệt loại hình đào tạo, nơi cư trú.
        | Điều kiện, tiêu chuẩn của từng vị trí được nêu tại phụ lục kèm thông báo. Người khuyết tật, người dân tộc thiểu số, quân nhân xuất ngũ được ưu tiên theo quy định.
        P: Phiếu đăng ký nộp trực tiếp, qua bưu chính hoặc trực tuyến. Danh sách đủ điều kiện, lịch phỏng vấn và kết quả được công khai trên trang thông tin này.
        P: {coquan} không thu tiền hồ sơ ngoài phí dự tuyển theo quy định; mọi hành vi nhận tiền hứa hẹn xin việc cần được báo ngay cho cơ quan chức năng.
        D: Thông báo tuyển dụng viên chức >> {tb}

        === van-nghe-the-thao-co-quan
        for: dept unit
        section: tin-tuc
        pictures: festival city
        tags: công đoàn; phong trào
        let doi = 4..14
        let vdv = 60..240/5
        T: Sôi nổi hội thao công đoàn {coquan}
        T: {vdv} đoàn viên {coquan} tham gia hội thao, văn nghệ
        T: Công đoàn {coquan} tổ chức hội thi nấu ăn, cắm hoa
        S: Công đoàn {coquan} tổ chức hội thao, văn nghệ với sự tham gia của {vdv} đoàn viên thuộc {doi} tổ công đoàn.
        P: Các nội dung thi đấu gồm cầu lông, kéo co, nhảy bao bố và thi nấu cơm gia đình. Điểm thưởng dành cho đội có người lớn tuổi nhất tham gia.
        | Hội thi có phần chào hỏi, tiểu phẩm về nếp sống công sở và phần thi nấu ăn với nguyên liệu không quá hai trăm nghìn đồng.
        P: Không khí vui vẻ giúp mọi người hiểu nhau hơn sau những ngày làm việc căng thẳng. Tiền giải thưởng được các đội góp lại tặng đoàn viên có hoàn cảnh khó khăn.
        P: Ban chấp hành công đoàn cho biết sẽ duy trì câu lạc bộ thể thao sau giờ làm, khám sức khỏe định kỳ và tủ sách dùng chung.
        C: Một phần thi tại hội thao của công đoàn.

        === so-hoa-ho-so
        for: dept unit
        section: chuyen-doi-so
        pictures: city
        tags: số hóa; lưu trữ
        let trang = 120..980/10
        let tl = 64..98
        T: {coquan} số hóa {trang} nghìn trang hồ sơ
        T: {tl}% hồ sơ của {coquan} đã được số hóa
        T: Hồ sơ số thay hồ sơ giấy ở {coquan}
        S: Đến ngày {d}, {coquan} đã số hóa {trang} nghìn trang hồ sơ, đạt {tl}% kế hoạch; việc tra cứu chỉ mất vài giây thay vì hàng giờ.
        P: Hồ sơ được chỉnh lý, quét hai mặt, nhận dạng chữ và gắn thông tin mô tả. Bản gốc vẫn được bảo quản theo quy định, bản số được ký số và sao lưu hai nơi.
        | Công việc được làm cuốn chiếu: hồ sơ mới số hóa ngay khi tiếp nhận, hồ sơ cũ ưu tiên loại hay phải tra cứu.
        P: Khó khăn lớn nhất là giấy ố, mực phai và hồ sơ thiếu mục lục. Tổ số hóa phải đối chiếu từng trang, đánh dấu chỗ không đọc được để kiểm tra lại.
        P: Dữ liệu sau số hóa được phân quyền chặt chẽ; ai xem, tải về đều được ghi nhật ký.
        C: Cán bộ kiểm tra chất lượng tài liệu số hóa.

        === co-quan-xanh
        for: dept unit
        section: tin-tuc
        pictures: flowers city
        tags: công sở xanh; tiết kiệm năng lượng
        let pt = 8..24
        let cay = 60..420/5
        T: {coquan} xây dựng công sở xanh, sạch, an toàn
        T: Tiết kiệm {pt}% điện năng nhờ thay đổi thói quen ở {coquan}
        T: {coquan} trồng thêm {cay} cây xanh, giảm rác thải nhựa
        S: Sau sáu tháng thực hiện mô hình công sở xanh, {coquan} giảm {pt}% điện năng tiêu thụ, trồng thêm {cay} cây xanh và bỏ hẳn chai nhựa dùng một lần trong cuộc họp.
        P: Cách làm đơn giản: tắt thiết bị khi ra khỏi phòng, dùng ánh sáng tự nhiên, đặt điều hòa không dưới 26 độ và in hai mặt khi thật cần thiết.
        | Mỗi phòng có một người phụ trách nhắc tắt điện, phân loại rác; kết quả được chấm điểm và công khai hằng tháng.
        P: Rác hữu cơ được ủ làm phân bón cho vườn cây sau cơ quan. Pin cũ, thiết bị hỏng được gom riêng để chuyển đến nơi xử lý.
        P: Khoản tiền tiết kiệm được dùng mua ghế ngồi chờ và máy lọc nước miễn phí cho người dân đến làm việc.
        C: Khuôn viên xanh của cơ quan.

        === ho-tro-vung-kho
        for: dept unit union association
        by: tinh-doan hoi-chu-thap-do
        section: tin-tuc
        pictures: terraces mountains
        tags: tình nguyện; hướng về cơ sở
        let trieu = 30..180/5
        let qua = 60..320/5
        T: {coquan} mang quà và việc làm thiết thực đến {xa}
        T: Đoàn tình nguyện của {coquan} về với {thon}, {xa}
        T: {coquan} trao {qua} suất quà cho học sinh {xa}
        S: Cuối tuần qua, đoàn công tác của {coquan} đến {xa} trao {qua} suất quà và công trình trị giá {trieu} triệu đồng cho điểm trường ở {thon}.
        P: Đoàn lắp bể nước, sơn lại lớp học, tặng chăn ấm và tủ thuốc. Buổi chiều, các thành viên cùng bà con trồng rau trong vườn trường.
        | Bên cạnh quà tặng, đoàn tư vấn thủ tục, cắt tóc, sửa điện và khám sức khỏe cho người dân.
        P: Kinh phí do công chức, viên chức, người lao động trích lương đóng góp cùng sự ủng hộ của các nhà hảo tâm; thu chi được công khai.
        Q: Các cháu có nước sạch để dùng, có chăn ấm ngủ trưa, thầy cô chúng tôi cũng yên tâm bám lớp. >> Một cô giáo cắm bản ở {xa}
        P: {coquan} nhận đỡ đầu điểm trường trong ba năm, mỗi học kỳ trở lại một lần.
        C: Trao quà cho học sinh {xa}.

        === hoc-tap-trao-doi
        for: dept unit
        section: tin-tuc
        pictures: hall river
        tags: trao đổi kinh nghiệm; hợp tác
        let nguoi = 10..34
        let nd = xây dựng cơ sở dữ liệu dùng chung | nâng cao chất lượng phục vụ người dân | quản lý tài sản công | truyền thông chính sách | tự chủ tài chính | ứng dụng công nghệ trong chuyên môn
        T: {coquan} trao đổi kinh nghiệm {nd}
        T: Đoàn công tác {coquan} học tập mô hình {nd}
        T: {coquan} tiếp đoàn tỉnh bạn, chia sẻ cách làm về {nd}
        S: [Sáng|Chiều] {d}, {coquan} có buổi trao đổi kinh nghiệm về {nd} với đoàn công tác tỉnh bạn gồm {nguoi} thành viên.
        P: Hai bên giới thiệu mô hình đang thực hiện, chỉ rõ cả việc làm được và việc làm chưa tới. Phần hỏi đáp kéo dài hơn dự kiến vì nhiều chuyện rất cụ thể.
        | Đoàn đi thực tế một cơ sở, xem quy trình, phần mềm và nói chuyện trực tiếp với người đang làm.
        P: Điều rút ra là bắt đầu từ việc nhỏ, chọn đúng khâu người dân đang vướng, đo kết quả bằng con số và công khai con số ấy.
        P: Hai cơ quan thống nhất chia sẻ tài liệu, cử cán bộ luân phiên tham gia chuyên đề và giữ liên lạc qua nhóm làm việc chung.
        C: Quang cảnh buổi trao đổi kinh nghiệm.

        === thi-dua-khen-thuong
        for: dept unit main
        by: so-noi-vu
        section: tin-tuc
        pictures: hall flowers
        tags: thi đua yêu nước; người tốt, việc tốt
        let tt = 8..34
        let cn = 16..96
        T: {coquan} biểu dương {cn} điển hình tiên tiến
        T: Khen thưởng {tt} tập thể, {cn} cá nhân có thành tích xuất sắc
        T: Người tốt, việc tốt ở {coquan}
        S: [Sáng|Chiều] {d}, {coquan} tổ chức biểu dương {tt} tập thể, {cn} cá nhân có thành tích xuất sắc trong phong trào thi đua.
        P: Những gương được biểu dương đến từ nhiều vị trí: người bảo vệ nhặt được của rơi trả lại, nhân viên văn thư có sáng kiến sắp xếp kho, kỹ sư trẻ tự viết phần mềm tra cứu.
        | Điểm mới là việc bình chọn có ý kiến của người dân, doanh nghiệp; người lao động trực tiếp chiếm hơn một nửa số được khen.
        P: Nhiều sáng kiến tiết kiệm thời gian, chi phí đã được nhân rộng. Có sáng kiến chỉ là thay tờ hướng dẫn nhiều chữ bằng một hình vẽ dễ hiểu.
        P: Phong trào thi đua trong thời gian tới tập trung vào chất lượng phục vụ, giảm phiền hà và học tập suốt đời.
        C: Trao thưởng các điển hình tiên tiến.

        === thanh-tra-tiep-dan
        for: inspection main justice
        by: thanh-tra-tinh
        section: phap-luat
        pictures: hall city
        tags: khiếu nại, tố cáo; tiếp công dân
        let don = 120..620/2
        let gq = 82%..95% of don
        let con = don - gq
        T: {coquan} rà soát, giải quyết {gq} đơn khiếu nại, kiến nghị
        T: Tiếp công dân tháng {thangtruoc}: không để vụ việc kéo dài
        T: Còn {con} đơn đang được xem xét, giải quyết trong thời hạn
        S: Trong tháng {thangtruoc}, {coquan} tổng hợp {don} đơn khiếu nại, kiến nghị, phản ánh đủ điều kiện xử lý; {gq} đơn đã được giải quyết.
        P: Nội dung đơn chủ yếu liên quan bồi thường khi thu hồi đất, cấp giấy chứng nhận và môi trường. Số đơn vượt cấp giảm so với tháng trước.
        P: {coquan} yêu cầu người đứng đầu địa phương đối thoại trước khi ban hành quyết định giải quyết, giải thích bằng lời lẽ dễ hiểu và nêu rõ quyền khởi kiện của công dân.
        | Qua đối thoại, nhiều vụ việc được rút đơn vì người dân đã hiểu quy định và được bồi thường bổ sung phần còn thiếu.
        P: {con} đơn còn lại đang trong thời hạn; kết quả giải quyết được gửi đến người gửi đơn, phần công khai được lược bỏ thông tin cá nhân.
        """
}
