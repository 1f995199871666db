/// The plan of the demo network, in the shape of a real province's: five portals of the first level (main, English, Chinese, tourism, enterprises), sixty
/// of the second, a hundred and twenty-eight of the third and twenty-six linked outside sites. The province of An Sơn does not exist.
public enum DemoNetwork {
    public static let mainCode = "anson"
    static let domain = "anson.localhost"

    /// All 219 portals, parents before their children.
    public static let sites: [DemoSite] = firstLevel + secondLevel + communes + publicUnits + linked

    /// A storm warning above every page of every portal, as it stands when the demo is made.
    public static let banners: [DemoBanner] = [
        DemoBanner(
            site: mainCode,
            level: "emergency",
            text: "Tin bão (diễn tập, nội dung minh họa): tàu thuyền vào nơi tránh trú trước 17 giờ hôm nay; người dân vùng ven biển và vùng trũng"
                + " làm theo hướng dẫn của chính quyền cơ sở.",
            reachesChildren: true,
            startsAfterHours: 0,
            lastsHours: 72
        ),
        DemoBanner(
            site: "trung-tam-phuc-vu-hanh-chinh-cong",
            level: "notice",
            text: "Bộ phận tiếp nhận và trả kết quả làm việc cả sáng thứ Bảy hằng tuần, từ 7 giờ 30 đến 11 giờ 30.",
            reachesChildren: false,
            startsAfterHours: 0,
            lastsHours: 720
        ),
    ]

    static func host(_ label: String) -> String { "\(label).\(domain)" }

    /// Numbers of the area code 0200, which no province has.
    static func phone(_ n: Int) -> String { "0200 3\(800 + n) 000" }

    private static let firstLevel: [DemoSite] = [
        DemoSite(
            code: mainCode,
            parent: nil,
            kind: .portal,
            level: 1,
            name: "Cổng thông tin điện tử tỉnh An Sơn",
            shortName: "Tỉnh An Sơn",
            agency: "Ủy ban nhân dân tỉnh An Sơn",
            hosts: [domain, "www.\(domain)"],
            url: nil,
            language: "vi",
            look: DemoLooks.main,
            contact: contact(0, "Số 1, đường Quảng trường, phường Bình Sa, tỉnh An Sơn", mailbox: "congthongtin", responsible: "Trưởng Ban Biên tập"),
            menu: DemoMenus.main,
            position: 0,
            traits: ["main"],
            place: nil
        ),
        DemoSite(
            code: "en",
            parent: mainCode,
            kind: .language,
            level: 1,
            name: "An Son Province Web Portal",
            shortName: "English",
            agency: "Ủy ban nhân dân tỉnh An Sơn",
            hosts: [host("en")],
            url: nil,
            language: "en",
            look: DemoLooks.english,
            contact: contact(
                1,
                "1 Quang Truong Street, Binh Sa Ward, An Son Province",
                mailbox: "en",
                responsible: "Head of the Editorial Board"
            ),
            menu: DemoMenus.english,
            position: 1,
            traits: ["english"],
            place: nil
        ),
        DemoSite(
            code: "zh",
            parent: mainCode,
            kind: .language,
            level: 1,
            name: "安山省门户网站",
            shortName: "中文",
            agency: "Ủy ban nhân dân tỉnh An Sơn",
            hosts: [host("zh")],
            url: nil,
            language: "zh",
            look: DemoLooks.chinese,
            contact: contact(2, "安山省平沙坊广场路1号", mailbox: "zh", responsible: "编辑委员会主任"),
            menu: DemoMenus.chinese,
            position: 2,
            traits: ["chinese"],
            place: nil
        ),
        DemoSite(
            code: "du-lich",
            parent: mainCode,
            kind: .thematic,
            level: 1,
            name: "Cổng thông tin du lịch An Sơn",
            shortName: "Du lịch An Sơn",
            agency: "Sở Văn hóa, Thể thao và Du lịch",
            hosts: [host("dulich")],
            url: nil,
            language: "vi",
            look: DemoLooks.tourism,
            contact: contact(3, "Số 6, đường Hoa Sim, phường Bình Sa, tỉnh An Sơn", mailbox: "dulich", responsible: "Giám đốc Trung tâm Xúc tiến"),
            menu: DemoMenus.tourism,
            position: 3,
            traits: ["tourism"],
            place: nil
        ),
        DemoSite(
            code: "doanh-nghiep",
            parent: mainCode,
            kind: .thematic,
            level: 1,
            name: "Cổng thông tin doanh nghiệp An Sơn",
            shortName: "Doanh nghiệp An Sơn",
            agency: "Sở Tài chính",
            hosts: [host("doanhnghiep")],
            url: nil,
            language: "vi",
            look: DemoLooks.enterprises,
            contact: contact(
                4,
                "Số 12, đường Bến Cảng, phường Phú Sa, tỉnh An Sơn",
                mailbox: "doanhnghiep",
                responsible: "Giám đốc Trung tâm Hỗ trợ doanh nghiệp"
            ),
            menu: DemoMenus.enterprises,
            position: 4,
            traits: ["enterprises"],
            place: nil
        ),
    ]

    private static let secondLevel: [DemoSite] = DemoAgency.departments.enumerated().map { i, agency in
        unit(agency, level: 2, parent: mainCode, position: 10 + i, number: 10 + i)
    }

    private static let publicUnits: [DemoSite] = DemoAgency.publicUnits.enumerated().map { i, agency in
        unit(agency, level: 3, parent: agency.parent ?? mainCode, position: 300 + i, number: 130 + i)
    }

    /// Communes answer to the province itself; their portals are kept by the province's office, which is where the network hangs them.
    private static let communes: [DemoSite] = DemoPlace.all.enumerated().map { i, place in
        DemoSite(
            code: place.code,
            parent: "van-phong-ubnd-tinh",
            kind: .commune,
            level: 3,
            name: "Trang thông tin điện tử \(place.fullName)",
            shortName: place.title,
            agency: "Ủy ban nhân dân \(place.fullName)",
            hosts: [host(place.hostLabel)],
            url: nil,
            language: "vi",
            look: DemoLooks.commune(place, i),
            contact: contact(
                70 + i,
                "Trung tâm hành chính \(place.fullName), tỉnh An Sơn",
                mailbox: place.hostLabel,
                responsible: "Chủ tịch UBND \(place.fullName)"
            ),
            menu: DemoMenus.commune,
            position: 200 + i,
            traits: ["commune", place.terrain.rawValue, place.kind == .ward ? "ward" : "rural"],
            place: place
        )
    }

    private static let linked: [DemoSite] = linkedSites.enumerated().map { i, site in
        DemoSite(
            code: "lien-ket-\(site.label)",
            parent: mainCode,
            kind: .linked,
            level: 0,
            name: site.name,
            shortName: site.shortName,
            agency: site.name,
            hosts: [],
            url: "https://\(site.label).example/",
            language: "vi",
            look: DemoLook(primary: nil, accent: nil, slogan: nil, footer: nil, blocks: nil),
            contact: DemoContact(address: "", phone: "", email: "", responsible: ""),
            menu: [],
            position: 500 + i,
            traits: ["linked"],
            place: nil
        )
    }

    private static func unit(_ agency: DemoAgency, level: Int, parent: String, position: Int, number: Int) -> DemoSite {
        DemoSite(
            code: agency.code,
            parent: parent,
            kind: .unit,
            level: level,
            name: "Trang thông tin điện tử \(agency.name)",
            shortName: agency.shortName,
            agency: agency.name,
            hosts: [host(agency.code)],
            url: nil,
            language: "vi",
            look: DemoLooks.unit(agency, number),
            contact: contact(
                number,
                address(number),
                mailbox: agency.code,
                responsible: agency.traits.contains("association") || agency.traits.contains("union") ? "Thường trực cơ quan" : "Thủ trưởng cơ quan"
            ),
            menu: DemoMenus.unit,
            position: position,
            traits: traits(agency),
            place: nil
        )
    }

    /// Besides what the table says: bodies that serve people at a counter, and the departments of the province's committee.
    private static func traits(_ agency: DemoAgency) -> Set<String> {
        var traits = Set(agency.traits)
        if traits.contains("dept"), traits.isDisjoint(with: ["union", "association", "media", "school", "project"]) { traits.insert("authority") }
        if agency.code.hasPrefix("so-") { traits.insert("so") }
        return traits
    }

    private static func contact(_ number: Int, _ address: String, mailbox: String, responsible: String) -> DemoContact {
        DemoContact(
            address: address,
            phone: number < 200 ? phone(number) : "0200 38\(number) 00",
            email: "\(mailbox)@anson.example",
            responsible: responsible
        )
    }

    private static func address(_ number: Int) -> String {
        let streets = ["Hoa Sim", "Bến Cảng", "Ngọn Hải Đăng", "Suối Ngàn", "Đồi Thông", "Cầu Ngói", "Ban Mai", "Lúa Vàng"]
        let wards = ["Bình Sa", "An Phố", "Lam Giang", "Phú Sa", "Thành Vọng"]
        return "Số \(2 + number * 7 % 180), đường \(streets[number % streets.count]), phường \(wards[number / 3 % wards.count]), tỉnh An Sơn"
    }
}
