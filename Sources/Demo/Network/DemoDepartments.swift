/// The 60 bodies whose portals make the second level, as a province has them since the mergers of 2025: departments, boards, courts, unions,
/// associations. Code, parent, traits, name, short name, English name.
extension DemoAgency {
    static let departmentTable = """
        van-phong-ubnd-tinh | - | dept government | Văn phòng Ủy ban nhân dân tỉnh | Văn phòng UBND tỉnh | Office of the Provincial People's Committee
        so-noi-vu | - | dept home | Sở Nội vụ | Sở Nội vụ | Department of Home Affairs
        so-tu-phap | - | dept justice | Sở Tư pháp | Sở Tư pháp | Department of Justice
        so-tai-chinh | - | dept finance | Sở Tài chính | Sở Tài chính | Department of Finance
        so-cong-thuong | - | dept trade | Sở Công Thương | Sở Công Thương | Department of Industry and Trade
        so-nong-nghiep-va-moi-truong | - | dept agriculture | Sở Nông nghiệp và Môi trường | Sở Nông nghiệp và Môi trường | Department of Agriculture and Environment
        so-xay-dung | - | dept construction | Sở Xây dựng | Sở Xây dựng | Department of Construction
        so-khoa-hoc-va-cong-nghe | - | dept science | Sở Khoa học và Công nghệ | Sở Khoa học và Công nghệ | Department of Science and Technology
        so-giao-duc-va-dao-tao | - | dept education | Sở Giáo dục và Đào tạo | Sở Giáo dục và Đào tạo | Department of Education and Training
        so-y-te | - | dept health | Sở Y tế | Sở Y tế | Department of Health
        so-van-hoa-the-thao-va-du-lich | - | dept culture | Sở Văn hóa, Thể thao và Du lịch | Sở Văn hóa, Thể thao và Du lịch | Department of Culture, Sports and Tourism
        so-dan-toc-va-ton-giao | - | dept ethnic | Sở Dân tộc và Tôn giáo | Sở Dân tộc và Tôn giáo | Department of Ethnic and Religious Affairs
        so-ngoai-vu | - | dept foreign | Sở Ngoại vụ | Sở Ngoại vụ | Department of Foreign Affairs
        thanh-tra-tinh | - | dept inspection | Thanh tra tỉnh | Thanh tra tỉnh | Provincial Inspectorate
        ban-quan-ly-khu-kinh-te | - | dept investment | Ban Quản lý Khu kinh tế tỉnh | Ban Quản lý Khu kinh tế | Economic Zone Authority
        van-phong-doan-dbqh-va-hdnd | - | dept government | Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh | Văn phòng Đoàn ĐBQH và HĐND tỉnh | Office of the National Assembly Delegation and People's Council
        trung-tam-phuc-vu-hanh-chinh-cong | - | dept government | Trung tâm Phục vụ hành chính công tỉnh | Trung tâm Phục vụ hành chính công | Public Administration Service Centre
        cong-an-tinh | - | dept security | Công an tỉnh | Công an tỉnh | Provincial Police
        bo-chi-huy-quan-su-tinh | - | dept defence | Bộ Chỉ huy Quân sự tỉnh | Bộ Chỉ huy Quân sự tỉnh | Provincial Military Command
        ban-chi-huy-bo-doi-bien-phong | - | dept defence | Ban Chỉ huy Bộ đội Biên phòng tỉnh | Bộ đội Biên phòng tỉnh | Border Guard Command
        toa-an-nhan-dan-tinh | - | dept justice | Tòa án nhân dân tỉnh | Tòa án nhân dân tỉnh | Provincial People's Court
        vien-kiem-sat-nhan-dan-tinh | - | dept justice | Viện kiểm sát nhân dân tỉnh | Viện kiểm sát nhân dân tỉnh | Provincial People's Procuracy
        thi-hanh-an-dan-su-tinh | - | dept justice | Thi hành án dân sự tỉnh | Thi hành án dân sự tỉnh | Civil Judgment Enforcement Agency
        thue-tinh | - | dept finance | Thuế tỉnh An Sơn | Thuế tỉnh | Provincial Tax Office
        hai-quan-khu-vuc | - | dept finance | Chi cục Hải quan khu vực An Sơn | Hải quan khu vực | Regional Customs Office
        kho-bac-nha-nuoc-khu-vuc | - | dept finance | Kho bạc Nhà nước khu vực An Sơn | Kho bạc Nhà nước khu vực | Regional State Treasury
        bao-hiem-xa-hoi-tinh | - | dept insurance | Bảo hiểm xã hội tỉnh | Bảo hiểm xã hội tỉnh | Provincial Social Insurance
        thong-ke-tinh | - | dept finance | Thống kê tỉnh An Sơn | Thống kê tỉnh | Provincial Statistics Office
        ngan-hang-nha-nuoc-khu-vuc | - | dept finance | Ngân hàng Nhà nước khu vực An Sơn | Ngân hàng Nhà nước khu vực | Regional Branch of the State Bank
        ngan-hang-chinh-sach-xa-hoi | - | dept finance | Chi nhánh Ngân hàng Chính sách xã hội tỉnh | Ngân hàng Chính sách xã hội | Bank for Social Policies
        mat-tran-to-quoc | - | dept union | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | Ủy ban MTTQ Việt Nam tỉnh | Fatherland Front Committee
        lien-doan-lao-dong | - | dept union | Liên đoàn Lao động tỉnh | Liên đoàn Lao động tỉnh | Federation of Labour
        hoi-nong-dan | - | dept union | Hội Nông dân tỉnh | Hội Nông dân tỉnh | Farmers' Union
        hoi-lien-hiep-phu-nu | - | dept union | Hội Liên hiệp Phụ nữ tỉnh | Hội Liên hiệp Phụ nữ tỉnh | Women's Union
        tinh-doan | - | dept union | Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh | Tỉnh đoàn | Youth Union
        hoi-cuu-chien-binh | - | dept union | Hội Cựu chiến binh tỉnh | Hội Cựu chiến binh tỉnh | Veterans' Association
        hoi-chu-thap-do | - | dept association | Hội Chữ thập đỏ tỉnh | Hội Chữ thập đỏ tỉnh | Red Cross Society
        lien-minh-hop-tac-xa | - | dept association | Liên minh Hợp tác xã tỉnh | Liên minh Hợp tác xã tỉnh | Cooperative Alliance
        lien-hiep-hoi-khoa-hoc-ky-thuat | - | dept association | Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh | Liên hiệp Hội KH&KT tỉnh | Union of Science and Technology Associations
        hoi-van-hoc-nghe-thuat | - | dept association | Hội Văn học Nghệ thuật tỉnh | Hội Văn học Nghệ thuật tỉnh | Literature and Arts Association
        hoi-nha-bao | - | dept association | Hội Nhà báo tỉnh | Hội Nhà báo tỉnh | Journalists' Association
        hoi-luat-gia | - | dept association | Hội Luật gia tỉnh | Hội Luật gia tỉnh | Lawyers' Association
        hoi-khuyen-hoc | - | dept association | Hội Khuyến học tỉnh | Hội Khuyến học tỉnh | Study Encouragement Association
        hoi-nguoi-cao-tuoi | - | dept association | Hội Người cao tuổi tỉnh | Hội Người cao tuổi tỉnh | Association of the Elderly
        hoi-bao-tro-nguoi-khuyet-tat | - | dept association | Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh | Hội Bảo trợ người khuyết tật | Association for Persons with Disabilities and Orphans
        hoi-dong-y | - | dept association | Hội Đông y tỉnh | Hội Đông y tỉnh | Traditional Medicine Association
        hoi-lam-vuon | - | dept association | Hội Làm vườn tỉnh | Hội Làm vườn tỉnh | Gardeners' Association
        hiep-hoi-doanh-nghiep | - | dept association | Hiệp hội Doanh nghiệp tỉnh | Hiệp hội Doanh nghiệp tỉnh | Business Association
        bao-va-phat-thanh-truyen-hinh | - | dept media | Báo và Phát thanh, Truyền hình An Sơn | Báo và PTTH An Sơn | An Son Newspaper and Radio - Television
        truong-chinh-tri-tinh | - | dept school | Trường Chính trị tỉnh | Trường Chính trị tỉnh | Provincial Political School
        truong-dai-hoc-an-son | - | dept school | Trường Đại học An Sơn | Đại học An Sơn | An Son University
        truong-cao-dang-an-son | - | dept school | Trường Cao đẳng An Sơn | Cao đẳng An Sơn | An Son College
        ban-quan-ly-du-an-dan-dung | - | dept project | Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp tỉnh | Ban QLDA dân dụng và công nghiệp | Civil and Industrial Works Management Board
        ban-quan-ly-du-an-giao-thong | - | dept project | Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh | Ban QLDA giao thông | Transport Works Management Board
        trung-tam-xuc-tien-dau-tu | - | dept investment | Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh | Trung tâm Xúc tiến đầu tư | Investment, Trade and Tourism Promotion Centre
        quy-dau-tu-phat-trien | - | dept finance | Quỹ Đầu tư phát triển tỉnh | Quỹ Đầu tư phát triển | Development Investment Fund
        vuon-quoc-gia-lung-may | - | dept forest | Ban Quản lý Vườn quốc gia Lũng Mây | Vườn quốc gia Lũng Mây | Lung May National Park
        ban-an-toan-giao-thong | - | dept construction | Ban An toàn giao thông tỉnh | Ban An toàn giao thông | Traffic Safety Board
        ban-chi-huy-phong-thu-dan-su | - | dept defence | Ban Chỉ huy Phòng thủ dân sự tỉnh | Ban Chỉ huy Phòng thủ dân sự | Civil Defence Command
        cang-vu-hang-hai | - | dept port | Cảng vụ Hàng hải An Sơn | Cảng vụ Hàng hải | Maritime Port Authority
        """
}
