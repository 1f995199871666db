/// The sections of each kind of portal, and how what stands in one portal's section is filed in another's.
public enum DemoSections {
    /// The sections of a portal; none for linked sites.
    public static func sections(of site: DemoSite) -> [DemoSection] {
        switch site.kind {
        case .portal: main
        case .language: site.language == "zh" ? chinese : english
        case .thematic: site.traits.contains("tourism") ? tourism : enterprises
        case .unit: unit
        case .commune: commune
        case .linked: []
        }
    }

    static let main = [
        DemoSection("tin-tuc", "Tin tức - Sự kiện", [DemoSection("trong-tinh", "Tin trong tỉnh"), DemoSection("tin-co-so", "Tin cơ sở")]),
        DemoSection("chi-dao-dieu-hanh", "Chỉ đạo, điều hành"),
        DemoSection(
            "kinh-te",
            "Kinh tế",
            [
                DemoSection("nong-nghiep", "Nông nghiệp, nông thôn"), DemoSection("cong-thuong", "Công nghiệp, thương mại"),
                DemoSection("dau-tu", "Đầu tư"), DemoSection("tai-chinh-ngan-sach", "Tài chính, ngân sách"),
            ]
        ),
        DemoSection(
            "van-hoa-xa-hoi",
            "Văn hóa - Xã hội",
            [
                DemoSection("y-te", "Y tế"), DemoSection("giao-duc", "Giáo dục"), DemoSection("lao-dong-an-sinh", "Lao động, an sinh"),
                DemoSection("van-hoa-the-thao", "Văn hóa, thể thao"), DemoSection("du-lich", "Du lịch"),
            ]
        ),
        DemoSection("xay-dung-giao-thong", "Xây dựng, giao thông"),
        DemoSection("moi-truong-thien-tai", "Môi trường, thiên tai"),
        DemoSection("quoc-phong-an-ninh", "Quốc phòng, an ninh"),
        DemoSection("cai-cach-hanh-chinh", "Cải cách hành chính"),
        DemoSection("chuyen-doi-so", "Chuyển đổi số"),
        DemoSection("phap-luat", "Phổ biến pháp luật"),
        DemoSection("lay-y-kien", "Lấy ý kiến dự thảo"),
        DemoSection("cong-khai", "Công khai thông tin"),
        DemoSection("thong-bao", "Thông báo"),
    ]
    static let unit = [
        DemoSection("tin-hoat-dong", "Tin hoạt động"), DemoSection("chuyen-nganh", "Tin chuyên ngành"),
        DemoSection("cai-cach-hanh-chinh", "Cải cách hành chính"), DemoSection("chuyen-doi-so", "Chuyển đổi số"),
        DemoSection("phap-luat", "Phổ biến pháp luật"), DemoSection("lay-y-kien", "Lấy ý kiến dự thảo"),
        DemoSection("cong-khai", "Công khai thông tin"),
        DemoSection("thong-bao", "Thông báo"),
    ]
    static let commune = [
        DemoSection("tin-hoat-dong", "Tin hoạt động"), DemoSection("kinh-te", "Kinh tế"), DemoSection("van-hoa-xa-hoi", "Văn hóa - Xã hội"),
        DemoSection("quoc-phong-an-ninh", "Quốc phòng, an ninh"), DemoSection("cai-cach-hanh-chinh", "Cải cách hành chính, chuyển đổi số"),
        DemoSection("phap-luat", "Phổ biến pháp luật"), DemoSection("lay-y-kien", "Lấy ý kiến Nhân dân"),
        DemoSection("cong-khai", "Công khai thông tin"),
        DemoSection("thong-bao", "Thông báo"),
    ]
    static let tourism = [
        DemoSection("diem-den", "Điểm đến"), DemoSection("le-hoi-su-kien", "Lễ hội, sự kiện"), DemoSection("am-thuc-qua-tang", "Ẩm thực, quà tặng"),
        DemoSection("tour-tuyen", "Tour, tuyến"), DemoSection("tin-du-lich", "Tin du lịch"), DemoSection("thong-bao", "Lưu ý với du khách"),
    ]
    static let enterprises = [
        DemoSection("tin-doanh-nghiep", "Tin doanh nghiệp"), DemoSection("dau-tu", "Đầu tư"),
        DemoSection("ho-tro-doanh-nghiep", "Hỗ trợ doanh nghiệp"),
        DemoSection("xuat-nhap-khau", "Xuất nhập khẩu"), DemoSection("thong-bao", "Thông báo"),
    ]
    static let english = [
        DemoSection("news", "News"), DemoSection("business", "Business"), DemoSection("society", "Society"), DemoSection("travel", "Travel"),
        DemoSection("notices", "Notices"),
    ]
    static let chinese = [
        DemoSection("xinwen", "新闻"), DemoSection("jingji", "经济"), DemoSection("shehui", "社会"), DemoSection("luyou", "旅游"),
        DemoSection("tongzhi", "通知"),
    ]

    /// Where an article that belongs in `section` of the main portal stands on another kind of portal.
    static func section(_ section: String, on site: DemoSite) -> String {
        let own = sections(of: site).flatMap(\.codes)
        if own.contains(section) { return section }
        switch site.kind {
        case .unit:
            return ["tin-tuc", "trong-tinh", "tin-co-so", "chi-dao-dieu-hanh"].contains(section) ? "tin-hoat-dong" : "chuyen-nganh"
        case .commune:
            switch section {
            case "nong-nghiep", "cong-thuong", "dau-tu", "tai-chinh-ngan-sach", "xay-dung-giao-thong": return "kinh-te"
            case "y-te", "giao-duc", "lao-dong-an-sinh", "van-hoa-the-thao", "du-lich": return "van-hoa-xa-hoi"
            case "chuyen-doi-so": return "cai-cach-hanh-chinh"
            default: return "tin-hoat-dong"
            }
        case .thematic:
            return site.traits.contains("tourism") ? "tin-du-lich" : "tin-doanh-nghiep"
        case .portal, .language, .linked:
            return own.first ?? section
        }
    }
}
