/// Menus of the demo portals, one arrangement for each kind of portal.
enum DemoMenus {
    static let main = [
        DemoMenuItem(
            "Giới thiệu",
            .page("gioi-thieu"),
            [DemoMenuItem("Lịch sử, tự nhiên", .page("lich-su")), DemoMenuItem("Bộ máy", .page("co-cau"))]
        ),
        DemoMenuItem(
            "Tin tức",
            .section("tin-tuc"),
            [DemoMenuItem("Trong tỉnh", .section("trong-tinh")), DemoMenuItem("Cơ sở", .section("tin-co-so"))]
        ),
        DemoMenuItem("Chỉ đạo, điều hành", .section("chi-dao-dieu-hanh")),
        DemoMenuItem("Kinh tế", .section("kinh-te")),
        DemoMenuItem("Văn hóa - Xã hội", .section("van-hoa-xa-hoi")),
        DemoMenuItem(
            "Cải cách, chuyển đổi số",
            .section("cai-cach-hanh-chinh"),
            [
                DemoMenuItem("Cải cách hành chính", .section("cai-cach-hanh-chinh")), DemoMenuItem("Chuyển đổi số", .section("chuyen-doi-so")),
                DemoMenuItem("Góp ý dự thảo", .section("lay-y-kien")),
            ]
        ),
        DemoMenuItem("Thông báo", .section("thong-bao")),
        DemoMenuItem(
            "Chuyên trang",
            .path("/chuyen-trang/"),
            [
                DemoMenuItem("Phòng, chống thiên tai", .topic("phong-chong-thien-tai")), DemoMenuItem("Mỗi xã một sản phẩm", .topic("ocop")),
                DemoMenuItem("Chuyển đổi số", .topic("an-son-so")), DemoMenuItem("Du lịch", .site("du-lich")),
                DemoMenuItem("Doanh nghiệp", .site("doanh-nghiep")),
            ]
        ),
        DemoMenuItem("Liên hệ", .page("lien-he")),
    ]
    static let english = [
        DemoMenuItem(
            "About An Son",
            .page("about"),
            [DemoMenuItem("History", .page("history")), DemoMenuItem("Government", .page("structure"))]
        ),
        DemoMenuItem("News", .section("news")), DemoMenuItem("Business", .section("business")), DemoMenuItem("Society", .section("society")),
        DemoMenuItem("Travel", .section("travel")), DemoMenuItem("Notices", .section("notices")), DemoMenuItem("Contact", .page("contact")),
    ]
    static let chinese = [
        DemoMenuItem("安山概况", .page("about"), [DemoMenuItem("历史沿革", .page("history")), DemoMenuItem("组织机构", .page("structure"))]),
        DemoMenuItem("新闻", .section("xinwen")), DemoMenuItem("经济", .section("jingji")), DemoMenuItem("社会", .section("shehui")),
        DemoMenuItem("旅游", .section("luyou")), DemoMenuItem("通知", .section("tongzhi")), DemoMenuItem("联系我们", .page("contact")),
    ]
    static let tourism = [
        DemoMenuItem("Giới thiệu", .page("gioi-thieu")), DemoMenuItem("Điểm đến", .section("diem-den")),
        DemoMenuItem("Lễ hội, sự kiện", .section("le-hoi-su-kien")), DemoMenuItem("Ẩm thực, quà tặng", .section("am-thuc-qua-tang")),
        DemoMenuItem("Tour, tuyến", .section("tour-tuyen")), DemoMenuItem("Tin du lịch", .section("tin-du-lich")),
        DemoMenuItem("Liên hệ", .page("lien-he")),
    ]
    static let enterprises = [
        DemoMenuItem("Giới thiệu", .page("gioi-thieu")), DemoMenuItem("Tin doanh nghiệp", .section("tin-doanh-nghiep")),
        DemoMenuItem("Đầu tư", .section("dau-tu")), DemoMenuItem("Hỗ trợ doanh nghiệp", .section("ho-tro-doanh-nghiep")),
        DemoMenuItem("Xuất nhập khẩu", .section("xuat-nhap-khau")), DemoMenuItem("Thông báo", .section("thong-bao")),
        DemoMenuItem("Liên hệ", .page("lien-he")),
    ]
    static let unit = [
        DemoMenuItem(
            "Giới thiệu",
            .page("gioi-thieu"),
            [DemoMenuItem("Quá trình phát triển", .page("lich-su")), DemoMenuItem("Cơ cấu tổ chức", .page("co-cau"))]
        ),
        DemoMenuItem("Tin hoạt động", .section("tin-hoat-dong")), DemoMenuItem("Chuyên ngành", .section("chuyen-nganh")),
        DemoMenuItem("Cải cách, chuyển đổi số", .section("cai-cach-hanh-chinh")), DemoMenuItem("Thông báo", .section("thong-bao")),
        DemoMenuItem("Công khai", .section("cong-khai")), DemoMenuItem("Cổng tỉnh", .site(DemoNetwork.mainCode)),
        DemoMenuItem("Liên hệ", .page("lien-he")),
    ]
    static let commune = [
        DemoMenuItem(
            "Giới thiệu",
            .page("gioi-thieu"),
            [DemoMenuItem("Lịch sử, truyền thống", .page("lich-su")), DemoMenuItem("Bộ máy", .page("co-cau"))]
        ),
        DemoMenuItem("Tin hoạt động", .section("tin-hoat-dong")), DemoMenuItem("Kinh tế", .section("kinh-te")),
        DemoMenuItem("Văn hóa - Xã hội", .section("van-hoa-xa-hoi")), DemoMenuItem("Thông báo", .section("thong-bao")),
        DemoMenuItem("Công khai", .section("cong-khai")), DemoMenuItem("Cổng tỉnh", .site(DemoNetwork.mainCode)),
        DemoMenuItem("Liên hệ", .page("lien-he")),
    ]
}
