/// Colours, slogans and home pages of the demo portals: one family of deep hues, each at least 4.5:1 against white, so that white letters on a
/// band and coloured letters on paper can both be read.
enum DemoLooks {
    private static let footer = [
        "Mạng lưới cổng thông tin minh họa của tỉnh An Sơn hư cấu: mọi cơ quan, nhân vật và số liệu đều do chương trình đặt ra."
    ]

    static let main = DemoLook(
        primary: "#9b1c1c",
        accent: "#8a5300",
        slogan: "An Sơn: từ đại ngàn ra biển lớn",
        footer: footer,
        blocks: [
            "lead", "services", "section:tin-tuc", "section:chi-dao-dieu-hanh", "section:kinh-te", "topics", "documents:lay-y-kien",
            "notices:thong-bao",
            "section:van-hoa-xa-hoi", "section:chuyen-doi-so", "section:cai-cach-hanh-chinh", "links",
        ],
        arrangement: "province",
        services: DemoEntries.province
    )
    static let english = DemoLook(
        primary: "#0b4f6c",
        accent: "#8a5300",
        slogan: "An Son: from the forest to the open sea",
        footer: ["A demonstration network of the fictional province of An Son. All bodies, people and figures are invented."],
        blocks: ["lead", "figures", "section:news", "section:business", "section:society", "pictures:travel", "notices:notices", "links"],
        arrangement: "province",
        figures: DemoEntries.englishFigures
    )
    static let chinese = DemoLook(
        primary: "#9b1c1c",
        accent: "#6b4e00",
        slogan: "安山：从林海走向大海",
        footer: ["虚构的安山省演示门户网络，所有机构、人物和数据均为虚构。"],
        blocks: ["lead", "section:xinwen", "section:jingji", "section:shehui", "pictures:luyou", "notices:tongzhi", "links"],
        arrangement: "province"
    )
    static let tourism = DemoLook(
        primary: "#0f6b5c",
        accent: "#a33b12",
        slogan: "Chạm vào mây, nghe sóng hát",
        footer: nil,
        blocks: [
            "lead", "pictures:diem-den", "notices:le-hoi-su-kien", "section:tin-du-lich", "pictures:am-thuc-qua-tang", "section:tour-tuyen",
            "notices:thong-bao", "contact", "links",
        ],
        arrangement: "tourism"
    )
    static let enterprises = DemoLook(
        primary: "#1f3f77",
        accent: "#8a5300",
        slogan: "Cùng doanh nghiệp đi tới",
        footer: nil,
        blocks: [
            "figures", "lead", "notices:thong-bao", "services", "documents:ho-tro-doanh-nghiep", "section:dau-tu", "section:tin-doanh-nghiep",
            "section:xuat-nhap-khau", "links",
        ],
        arrangement: "enterprises",
        services: DemoEntries.enterprises,
        figures: DemoEntries.enterpriseFigures
    )

    private static let unitBlocks = [
        "services", "contact", "documents:cong-khai", "notices:thong-bao", "lead", "section:chuyen-nganh", "section:tin-hoat-dong",
        "section:cai-cach-hanh-chinh", "links",
    ]
    private static let communeBlocks = [
        "contact", "services", "notices:thong-bao", "officials", "lead", "section:kinh-te", "section:van-hoa-xa-hoi", "documents:cong-khai", "links",
    ]

    private static let colours: [String: (primary: String, accent: String)] = [
        "health": ("#0a6b6f", "#a33b12"), "hospital": ("#0a6b6f", "#a33b12"), "healthcentre": ("#0c6478", "#a33b12"), "care": ("#6a3d7c", "#8a5300"),
        "education": ("#1d4e89", "#9b1c1c"), "highschool": ("#1d4e89", "#9b1c1c"), "specialschool": ("#2f5fa0", "#9b1c1c"),
        "school": ("#23467a", "#8a5300"), "agriculture": ("#2e6b34", "#8a5300"), "agriunit": ("#33703a", "#8a5300"), "forest": ("#245c2c", "#8a5300"),
        "culture": ("#8c2f5a", "#8a5300"), "library": ("#7a3e48", "#8a5300"), "museum": ("#6e4a2f", "#9b1c1c"), "arts": ("#8c2f5a", "#8a5300"),
        "sports": ("#b0341a", "#1d4e89"), "security": ("#1b5e3a", "#9b1c1c"), "defence": ("#2f5d2b", "#9b1c1c"), "justice": ("#5b3a29", "#9b1c1c"),
        "finance": ("#1f3f77", "#8a5300"), "trade": ("#7a4500", "#1d4e89"), "science": ("#28507e", "#0f6b5c"), "construction": ("#8a4b12", "#1d4e89"),
        "union": ("#a3261d", "#1d4e89"), "association": ("#4a5a1e", "#9b1c1c"), "port": ("#0b4f6c", "#a33b12"), "investment": ("#234a85", "#8a5300"),
    ]
    private static let spare: [(primary: String, accent: String)] = [
        ("#0b4f6c", "#a33b12"), ("#9b1c1c", "#1d4e89"), ("#4b3f8f", "#8a5300"), ("#0f6b5c", "#8a5300"), ("#7a3e48", "#1d4e89"),
    ]
    private static let slogans: [String: String] = [
        "health": "Sức khỏe của Nhân dân là trên hết", "hospital": "Tận tâm với người bệnh", "education": "Dạy tốt, học tốt",
        "highschool": "Học để hiểu, học để làm", "agriculture": "Giữ đất, giữ nước, giữ rừng", "finance": "Minh bạch, kịp thời, tiết kiệm",
        "culture": "Giữ hồn quê, mở lối mới", "library": "Mở sách ra, mở đường đi", "museum": "Chuyện kể từ hiện vật",
        "science": "Dữ liệu dẫn đường", "justice": "Đúng pháp luật, gần Nhân dân", "union": "Gắn bó với đoàn viên, hội viên",
        "government": "Phục vụ là trách nhiệm và niềm vui",
    ]

    static func unit(_ agency: DemoAgency, _ number: Int) -> DemoLook {
        let colour = agency.traits.compactMap { colours[$0] }.first ?? spare[number % spare.count]
        return DemoLook(
            primary: colour.primary,
            accent: colour.accent,
            slogan: agency.traits.compactMap { slogans[$0] }.first,
            footer: nil,
            blocks: unitBlocks,
            arrangement: "department",
            // Bodies that publish lists rather than stories.
            density: Set(agency.traits).isDisjoint(with: ["finance", "justice"]) ? nil : "compact",
            services: DemoEntries.unit
        )
    }

    static func commune(_ place: DemoPlace, _ number: Int) -> DemoLook {
        let colour: (primary: String, accent: String) =
            switch place.terrain {
            case .upland: ("#2e6b34", "#a33b12")
            case .midland: ("#4a5a1e", "#9b1c1c")
            case .plain: ("#6b5200", "#2e6b34")
            case .coast: ("#0b5c7a", "#a33b12")
            case .island: ("#0a5f74", "#a33b12")
            case .urban: spare[number % spare.count]
            }
        let slogan =
            switch place.terrain {
            case .upland: "\(place.name): xanh rừng, ấm bản"
            case .midland: "\(place.name): đất lành, người thân"
            case .plain: "\(place.name): lúa trĩu bông, làng thêm mới"
            case .coast: "\(place.name): bám biển, giữ làng"
            case .island: "\(place.name): vững vàng giữa trùng khơi"
            case .urban: "\(place.name): phố xanh, nếp sống văn minh"
            }
        return DemoLook(
            primary: colour.primary,
            accent: colour.accent,
            slogan: slogan,
            footer: nil,
            blocks: communeBlocks,
            arrangement: "commune",
            services: DemoEntries.commune,
            officials: DemoEntries.officials(number)
        )
    }
}
