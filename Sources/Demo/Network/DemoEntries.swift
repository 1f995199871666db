/// What the editors of the demo portals wrote into their front pages: services, figures, officials. Invented like everything else.
enum DemoEntries {
    private static let national = "site:lien-ket-dich-vu-cong"

    static let province: [DemoEntry] = [
        DemoEntry("Nộp hồ sơ trực tuyến", note: "Dịch vụ công của các sở, ngành, xã, phường", target: national, icon: "document"),
        DemoEntry(
            "Trung tâm Phục vụ hành chính công",
            note: "Địa điểm, giờ tiếp nhận",
            target: "site:trung-tam-phuc-vu-hanh-chinh-cong",
            icon: "home"
        ),
        DemoEntry("Góp ý dự thảo", note: "Văn bản đang lấy ý kiến Nhân dân", target: "/lay-y-kien/", icon: "chat"),
        DemoEntry("Công khai thông tin", note: "Ngân sách, quy hoạch, mua sắm", target: "/cong-khai/", icon: "chart"),
        DemoEntry(
            "Phòng, chống thiên tai",
            note: "Chỉ đạo, hướng dẫn, số điện thoại trực",
            target: "/chuyen-trang/phong-chong-thien-tai/",
            icon: "storm"
        ),
        DemoEntry("Văn bản pháp luật", note: "Cơ sở dữ liệu quốc gia", target: "site:lien-ket-van-ban-phap-luat", icon: "certificate"),
        DemoEntry("Tra cứu quy hoạch", note: "Bản đồ quy hoạch, kế hoạch sử dụng đất", target: "site:lien-ket-tra-cuu-quy-hoach", icon: "land"),
        DemoEntry("Thông tin doanh nghiệp", note: "Đầu tư, hỗ trợ, xuất nhập khẩu", target: "site:doanh-nghiep", icon: "business"),
    ]

    static let unit: [DemoEntry] = [
        DemoEntry("Nộp hồ sơ trực tuyến", note: "Thủ tục thuộc thẩm quyền của cơ quan", target: national, icon: "document"),
        DemoEntry("Cải cách hành chính", note: "Thời hạn, thành phần hồ sơ đã thay đổi", target: "/cai-cach-hanh-chinh/", icon: "clock"),
        DemoEntry("Lấy ý kiến dự thảo", note: "Gửi ý kiến trước khi văn bản được ban hành", target: "/lay-y-kien/", icon: "chat"),
        DemoEntry("Công khai thông tin", note: "Ngân sách, kết quả giải quyết hồ sơ", target: "/cong-khai/", icon: "chart"),
        DemoEntry("Phổ biến pháp luật", note: "Văn bản mới, hỏi và đáp", target: "/phap-luat/", icon: "certificate"),
        DemoEntry("Thông báo", note: "Lịch tiếp công dân, tuyển dụng, mời thầu", target: "/thong-bao/", icon: "calendar"),
    ]

    static let commune: [DemoEntry] = [
        DemoEntry("Khai sinh, kết hôn, khai tử", note: "Làm tại bộ phận một cửa hoặc trực tuyến", target: national, icon: "family"),
        DemoEntry("Chứng thực giấy tờ", note: "Bản sao, chữ ký, hợp đồng", target: national, icon: "certificate"),
        DemoEntry("Đất đai, xây dựng", note: "Đăng ký biến động, giấy phép nhà ở riêng lẻ", target: national, icon: "land"),
        DemoEntry("Chính sách, trợ cấp", note: "Người có công, người cao tuổi, hộ nghèo", target: national, icon: "health"),
        DemoEntry("Lấy ý kiến Nhân dân", note: "Việc dân biết, dân bàn, dân kiểm tra", target: "/lay-y-kien/", icon: "chat"),
        DemoEntry("Công khai", note: "Ngân sách, khoản đóng góp, quy hoạch", target: "/cong-khai/", icon: "chart"),
    ]

    static let enterprises: [DemoEntry] = [
        DemoEntry("Đăng ký doanh nghiệp", note: "Thành lập, thay đổi, tạm ngừng", target: "site:lien-ket-dang-ky-doanh-nghiep", icon: "business"),
        DemoEntry("Đấu thầu qua mạng", note: "Thông báo mời thầu, kết quả", target: "site:lien-ket-dau-thau", icon: "document"),
        DemoEntry(
            "Xúc tiến đầu tư",
            note: "Trung tâm Xúc tiến đầu tư, thương mại và du lịch",
            target: "site:trung-tam-xuc-tien-dau-tu",
            icon: "chart"
        ),
        DemoEntry("Khu kinh tế", note: "Quỹ đất, hạ tầng, ưu đãi", target: "site:ban-quan-ly-khu-kinh-te", icon: "place"),
    ]

    static let enterpriseFigures: [DemoEntry] = [
        DemoEntry("doanh nghiệp đang hoạt động", value: "18.640", note: "Số liệu minh họa, quý III/2026"),
        DemoEntry("vốn đăng ký mới", value: "42.300 tỷ đồng", note: "Mười tháng đầu năm 2026"),
        DemoEntry("kim ngạch xuất khẩu", value: "3,15 tỷ USD", note: "Tăng 11,2% so với cùng kỳ"),
        DemoEntry("thời gian cấp đăng ký", value: "0,8 ngày", note: "Theo quy định: 3 ngày làm việc"),
    ]

    static let englishFigures: [DemoEntry] = [
        DemoEntry("people", value: "1.42 million", note: "Invented, mid-2026"),
        DemoEntry("square kilometres", value: "6,870", note: "From the forest to the sea"),
        DemoEntry("communes, wards and one special zone", value: "98", note: "Since the mergers of 2025"),
        DemoEntry("export value", value: "USD 3.15 billion", note: "January to October 2026"),
    ]

    /// The names are made by turns; no real person is meant.
    static func officials(_ number: Int) -> [DemoEntry] {
        let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"]
        let names = ["Thị Hằng", "Văn Sơn", "Minh Đức", "Thu Thủy", "Quang Vinh", "Ngọc Ánh", "Hữu Lộc", "Thanh Bình", "Kim Oanh", "Đình Trọng"]
        let offices = [
            ("Bí thư Đảng ủy", "Tiếp công dân: sáng thứ Năm"), ("Chủ tịch Ủy ban nhân dân", "Tiếp công dân: sáng thứ Ba"),
            ("Phó Chủ tịch Ủy ban nhân dân", "Kinh tế, đất đai, xây dựng"),
            ("Giám đốc Trung tâm Phục vụ hành chính công", "Trực tiếp nhận hồ sơ hằng ngày"),
        ]
        return offices.enumerated().map { place, office in
            let name = "\(families[(number * 3 + place * 7) % families.count]) \(names[(number * 7 + place * 3) % names.count])"
            return DemoEntry(name, value: office.0, note: office.1)
        }
    }
}
