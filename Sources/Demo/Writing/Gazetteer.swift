/// Names of things in the invented province, by the slot that asks for them.
enum Gazetteer {
    static func knows(_ slot: String) -> Bool { vietnamese[slot] != nil || english[slot] != nil || slot == "ong" || slot == "ong2" }

    static func pick(_ slot: String, language: String, _ random: inout DemoRandom) -> String? {
        if slot == "ong" || slot == "ong2" { return person(&random) }
        switch language {
        case "en": return random.pick(english[slot] ?? [])
        case "zh": return random.pick(chinese[slot] ?? [])
        default: return random.pick(vietnamese[slot] ?? [])
        }
    }

    /// Invented people: given names are words for things of the land, which nobody is called together.
    private static func person(_ random: inout DemoRandom) -> String {
        let families = ["Lò", "Vi", "Hà", "Ma", "Bế", "Cao", "Tạ", "Mạc", "Lưu", "Kiều", "Sầm", "Ninh", "Đinh", "Quách", "Giang", "Lâm"]
        let isWoman = random.chance(45)
        let middle = isWoman ? random.pick(["Thị", "Thị Mai", "Thị Lam", "Thu", "Thị Yên"]) : random.pick(["Văn", "Quang", "Khắc", "Thạch", "Đình"])
        let given =
            isWoman
            ? random.pick(["Suối", "Nương", "Sim", "Mây", "Lúa", "Dâu", "Bến", "Trúc Ngàn"])
            : random.pick(["Ngàn", "Thạch", "Vãng", "Khê", "Mộc", "Bãi", "Đá", "Lũy"])
        return "\(isWoman ? "bà" : "ông") \(random.pick(families) ?? "") \(middle ?? "") \(given ?? "")"
    }

    private static let vietnamese: [String: [String]] = [
        "hamlet": [
            "Đồng Cọ", "Suối Cát", "Bến Đá", "Gò Dền", "Khe Ngang", "Đầu Làng", "Trại Cau", "Bãi Dâu", "Nà Lúa", "Phai Đá", "Đồi Chè", "Cây Sấu",
            "Giếng Ngọc",
            "Cầu Đất", "Lũng Sim", "Ruộng Cả", "Bờ Tre", "Ao Sen", "Mỏ Nước", "Đồng Vàng", "Sườn Đồi", "Bến Gốm",
        ],
        "truong": [
            "Trường Tiểu học Ban Mai", "Trường Tiểu học Lam Giang", "Trường Trung học cơ sở Bến Nứa", "Trường Trung học cơ sở Hòa Thủy",
            "Trường Tiểu học và Trung học cơ sở Nậm Lam", "Trường Trung học cơ sở Thạch Lam", "Trường Tiểu học Đồng Mây",
            "Trường Phổ thông dân tộc bán trú Lũng Mây", "Trường Trung học cơ sở Phú Điền", "Trường Tiểu học Vũng Sò", "Trường Mầm non Hoa Sim",
        ],
        "thpt": [
            "Trường THPT Chuyên An Sơn", "Trường THPT Bình Sa", "Trường THPT Lam Giang", "Trường THPT Suối Ngàn", "Trường THPT Thạch Lam",
            "Trường THPT Hòa Điền", "Trường THPT Hải Vãn",
        ],
        "benhvien": [
            "Bệnh viện Đa khoa tỉnh An Sơn", "Bệnh viện Sản - Nhi An Sơn", "Bệnh viện Đa khoa khu vực Lam Thượng",
            "Bệnh viện Đa khoa khu vực Suối Ngàn", "Bệnh viện Đa khoa khu vực Hải Vãn",
        ],
        "htx": [
            "Hợp tác xã Nông nghiệp Ban Mai", "Hợp tác xã Chè Đồi Sim", "Hợp tác xã Dược liệu Lũng Mây", "Hợp tác xã Rau an toàn Lam Hạ",
            "Hợp tác xã Mật ong Khe Trúc", "Hợp tác xã Nước mắm Bãi Ngang", "Hợp tác xã Gạo Lúa Vàng", "Hợp tác xã Dệt thổ cẩm Bản Vãng",
        ],
        "htxlua": [
            "Hợp tác xã Gạo Lúa Vàng", "Hợp tác xã Nông nghiệp Ban Mai", "Hợp tác xã Dịch vụ nông nghiệp Đồng Cọ",
            "Hợp tác xã Nông nghiệp Lam Hạ",
        ],
        "congty": [
            "Công ty Cổ phần Chế biến gỗ Lam Sa", "Công ty TNHH May mặc Ban Mai", "Công ty Cổ phần Thủy sản Cửa Lam",
            "Công ty TNHH Linh kiện Bình Sa",
            "Công ty Cổ phần Vật liệu xanh An Sơn", "Công ty TNHH Thực phẩm Đồng Vàng", "Công ty Cổ phần Chè Trà Nương", "Công ty TNHH Bao bì Phú Sa",
        ],
        "duong": [
            "đường Hoa Sim", "đường Bến Cảng", "đường Lúa Vàng", "đường Ngọn Hải Đăng", "đường Đồi Thông", "đường Ban Mai", "đường Sông Lam",
            "đường Thành Vọng",
        ],
        "duong2": ["đường Cầu Ngói", "đường Hàng Dừa", "đường Quảng trường", "đường Vườn Dâu", "đường Suối Ngàn", "đường Chợ Cũ"],
        "tinhlo": ["đường tỉnh 9301", "đường tỉnh 9302B", "đường tỉnh 9305", "đường tỉnh 9308", "tuyến đường ven biển đoạn Cát Vọng - Bãi Ngang"],
        "cau": ["cầu Bến Nứa", "cầu Lam Giang 2", "cầu Ngọc Sa", "cầu Phai Đá", "cầu Khe Ngang", "cầu Tây Ngạn"],
        "song": ["sông Lam Giang", "sông Nậm Lam", "sông Thủy Lam", "sông Bến Lau"],
        "ho": ["hồ Đồng Mây", "hồ Khe Trúc", "hồ Gò Sim", "hồ Phai Đá", "hồ Trại Mơ"],
        "bien": ["bãi biển Cát Vọng", "bãi biển Hải Vãn", "bãi tắm Ngọc Sa", "bãi Sao trên đảo Hòn Mây"],
        "kcn": ["Khu công nghiệp Phú Sa", "Khu công nghiệp Lam Trung", "Khu công nghiệp Hải Lũy", "Khu công nghệ cao Bình Sa"],
        "ccn": ["Cụm công nghiệp Tân Khê", "Cụm công nghiệp Gò Sim", "Cụm công nghiệp Cầu Ngói", "Cụm công nghiệp Đồng Nứa"],
        "cho": ["chợ Bến Nứa", "chợ Vàng", "chợ phiên Mường Vãng", "chợ trung tâm Bình Sa", "chợ cá Hải Vãn"],
        "lehoi": [
            "Lễ hội Hoa sim", "Lễ hội Cầu ngư", "Lễ hội Xuống đồng", "Lễ hội Đình làng Lam Hạ", "Lễ hội Mừng lúa mới",
            "Lễ hội Đua thuyền sông Lam Giang",
        ],
        "ditich": [
            "đình Lam Hạ", "thành cổ Thành Vọng", "chùa Cầu Ngói", "đền Cửa Lam", "nhà cổ Chợ Vàng", "bia đá Đá Dựng", "hải đăng Hòn Mây",
        ],
        "diemden": [
            "ruộng bậc thang Lũng Mây", "thác Nậm Lam", "đảo Hòn Mây", "làng gốm Bến Gốm", "đồi chè Trà Nương", "phố cổ Chợ Vàng",
            "rừng trúc Khe Trúc",
        ],
        "monan": [
            "cá kho niêu Lam Hạ", "bánh sim tím", "xôi nếp nương", "gỏi cá Hải Vãn", "chè xanh Trà Nương", "măng muối Khe Trúc", "bún cua Bến Lau",
        ],
        "bao": ["Cầu Vồng", "Sóng Bạc", "Hải Âu", "Mây Trắng", "Đuốc Biển"],
        "phokhu": ["phố đi bộ Bến Nứa", "quảng trường Bình Sa", "công viên Sông Lam", "sân vận động tỉnh"],
    ]

    private static let english: [String: [String]] = [
        "bridge": ["Ben Nua Bridge", "Lam Giang 2 Bridge", "Ngoc Sa Bridge", "Tay Ngan Bridge"],
        "river": ["Lam Giang River", "Nam Lam River", "Thuy Lam River"],
        "beach": ["Cat Vong Beach", "Hai Van Beach", "Ngoc Sa Beach"],
        "park": ["Phu Sa Industrial Park", "Lam Trung Industrial Park", "Hai Luy Industrial Park", "Binh Sa High-Tech Park"],
        "school": ["Binh Sa High School", "An Son High School for the Gifted", "Suoi Ngan High School", "Hai Van High School"],
        "hospital": ["An Son General Hospital", "An Son Maternity and Children's Hospital", "Lam Thuong Regional Hospital"],
        "sight": ["the Lung May rice terraces", "Nam Lam waterfall", "Hon May Island", "the Tra Nuong tea hills", "the old quarter of Cho Vang"],
        "dish": ["clay-pot fish of Lam Ha", "purple sim berry cake", "upland sticky rice", "Hai Van raw fish salad"],
        "festival": ["Sim Flower Festival", "Whale Worship Festival", "New Rice Festival", "Lam Giang Boat Race"],
        "heritage": ["Lam Ha communal house", "the old citadel of Thanh Vong", "Cau Ngoi pagoda", "the Hon May lighthouse"],
        "road": ["Hoa Sim Street", "Ben Cang Street", "Ban Mai Street", "Lua Vang Street"],
        "storm": ["Cau Vong", "Song Bac", "Hai Au", "May Trang"],
    ]

    private static let chinese: [String: [String]] = [
        "bridge": ["竹渡桥", "岚江二桥", "玉沙桥", "西岸桥"],
        "river": ["岚江", "水岚河", "石溪河"],
        "beach": ["玉沙海滩", "海晚海滩", "永沙海滩"],
        "park": ["富沙工业园区", "岚中工业园区", "海垒工业园区", "平沙高新技术园区"],
        "school": ["平沙高中", "安山重点高中", "海晚高中"],
        "hospital": ["安山省综合医院", "安山省妇幼医院", "岚上区域综合医院"],
        "sight": ["云谷梯田", "岚溪瀑布", "云岛", "茶娘茶山", "金市古街"],
        "dish": ["岚下砂锅鱼", "紫桃金娘糕", "山地糯米饭", "海晚鱼生"],
        "festival": ["桃金娘花节", "祭海节", "新米节", "岚江龙舟赛"],
        "heritage": ["岚下古亭", "城望古城", "瓦桥寺", "云岛灯塔"],
        "road": ["桃金娘路", "港湾路", "晨曦路", "金稻路"],
        "storm": ["彩虹", "银浪", "海鸥", "白云"],
    ]
}
