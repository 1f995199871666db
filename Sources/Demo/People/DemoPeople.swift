import Vietnamese

/// The newsroom of the province, the newsrooms of its other portals of the first level, and one correspondent for each body and commune.
public enum DemoPeople {
    public static let all: [DemoPerson] = newsroom + correspondents

    private static let newsroom: [DemoPerson] = [
        person("truong-ban", "Lâm Thạch Ngàn", nil, "editorInChief"),
        person("pho-ban-1", "Cao Thu Vọng", "Thu Vọng", "deputyChief"),
        person("pho-ban-2", "Đinh Khê Trúc", "Khê Trúc", "deputyChief"),
        person("thu-ky-1", "Tạ Lam Mai", "Lam Mai", "deskSecretary"),
        person("thu-ky-2", "Vi Quang Mộc", nil, "deskSecretary"),
        person("bien-tap-1", "Hà Sơn Nương", "Sơn Nương", "editor"),
        person("bien-tap-2", "Lương Điền An", "Điền An", "editor"),
        person("bien-tap-3", "Mạc Thủy Sa", "Thủy Sa", "editor"),
        person("bien-tap-4", "Nông Ban Trắng", "Ban Trắng", "editor"),
        person("phong-vien-1", "Triệu Ngàn Dâu", "Ngàn Dâu", "reporter"),
        person("phong-vien-2", "Phùng Hải Vãn", "Hải Vãn", "reporter"),
        person("phong-vien-3", "Lò Suối Cát", "Suối Cát", "reporter"),
        person("phong-vien-4", "Kiều Lúa Thơm", "Lúa Thơm", "reporter"),
        person("phong-vien-5", "Giang Bến Nứa", "Bến Nứa", "reporter"),
        person("phong-vien-6", "Quách Sim Tím", "Sim Tím", "reporter"),
        person("phong-vien-7", "Ninh Đồng Mây", "Đồng Mây", "reporter"),
        person("phong-vien-8", "Ma Khánh Vãng", "Khánh Vãng", "reporter"),
        person("cong-tac-vien", "Tô Nguyệt Hà", "Nguyệt Hà", "contributor"),
        person("ky-thuat", "Thạch Minh Lũy", nil, "operator"),
        person("quan-tri", "Bế Hòa Vân", nil, "administrator"),
        person("ke-toan", "Chử Yên Sa", nil, "accountant"),
        person("van-thu", "Âu Lam Hạ", nil, "recordsClerk"),
        person("en-editor", "Tống Mai Lâm", "Mai Lam", "editor", "en"),
        person("en-reporter", "Khổng Bình Nguyên", "Binh Nguyen", "reporter", "en"),
        person("zh-editor", "Lưu Vân Khê", "云溪", "editor", "zh"),
        person("zh-reporter", "Diệp Thanh Sơn", "青山", "reporter", "zh"),
        person("du-lich-bien-tap", "Sầm Hoa Ban", "Hoa Ban", "editor", "du-lich"),
        person("du-lich-phong-vien", "Lục Biển Xanh", "Biển Xanh", "reporter", "du-lich"),
        person("doanh-nghiep-bien-tap", "Hứa Cảng Lam", "Cảng Lam", "editor", "doanh-nghiep"),
        person("doanh-nghiep-phong-vien", "Đàm Phú Sa", "Phú Sa", "reporter", "doanh-nghiep"),
    ]

    /// A correspondent for each portal of the second and third level; the chiefs of the main portal approve what they send.
    private static let correspondents: [DemoPerson] = {
        let families = ["Lò", "Vi", "Hà", "Ma", "Bế", "Cao", "Tạ", "Mạc", "Lưu", "Kiều", "Sầm", "Ninh", "Đinh", "Triệu", "Quách", "Giang"]
        let middles = ["Lam", "Ngàn", "Thạch", "Khê", "Vân", "Hải", "Điền", "Sơn", "Mộc", "Thu", "Yên"]
        let givens = ["Mây", "Suối", "Trúc", "Sa", "Vọng", "Nương", "Bến", "Lúa", "Sim", "Đá", "Dâu", "Sóng", "Ngọc Lam"]
        return DemoNetwork.sites.filter { $0.level >= 2 }.enumerated().map { i, site in
            let given = givens[(i * 7 + i / 13) % givens.count]
            let middle = middles[(i * 3 + i / 11) % middles.count]
            let name = "\(families[(i * 5 + i / 16) % families.count]) \(middle) \(given)"
            let role = i.isMultiple(of: 3) ? "unitLiaison" : "reporter"
            // A sign-in name has at most 32 characters.
            let handle = site.code.count <= 32 ? site.code : "\(site.code.prefix(27))-\(i)"
            return person(handle, name, "\(middle) \(given)", role, site.code)
        }
    }()

    private static func person(_ handle: String, _ name: String, _ penName: String?, _ role: String, _ site: String = DemoNetwork.mainCode)
        -> DemoPerson
    {
        DemoPerson(handle: handle, name: name, penName: penName, email: "\(handle)@anson.example", role: role, site: site)
    }

    /// Who may sign an article of a portal: its own writers, or the reporters of the newsroom above it.
    static func writers(of site: String) -> [DemoPerson] { writersBySite[site] ?? [] }

    private static let writersBySite: [String: [DemoPerson]] = Dictionary(
        grouping: all.filter { ["reporter", "unitLiaison", "editor"].contains($0.role) && $0.penName != nil },
        by: \.site
    )
}
