/// Introduction, history and structure of the departments, unions, associations and public units.
enum AgencyPages {
    static func pages(of site: DemoSite) -> [DemoPage] {
        guard let field = AgencyField.of(site) else { return [] }
        return [introduction(of: site, field), history(of: site), structure(of: site, field)]
    }

    private static func introduction(of site: DemoSite, _ field: AgencyField) -> DemoPage {
        DemoPage(
            "gioi-thieu",
            role: "introduction",
            on: site,
            title: "Giới thiệu \(site.agency)",
            summary: "Vị trí, chức năng, nhiệm vụ và quyền hạn của \(site.agency).",
            body: [
                .heading("Vị trí, chức năng"), .paragraph("\(site.agency) là \(standing(of: site)). Lĩnh vực hoạt động chính: \(field.matter)."),
                .heading("Nhiệm vụ, quyền hạn"), .paragraph("Trong phạm vi pháp luật quy định, \(site.agency) thực hiện các nhóm nhiệm vụ:"),
                .list(field.duties + common(of: site)),
                .heading("Cam kết phục vụ"),
                .list([
                    "Công khai quy trình, thời hạn giải quyết công việc và thông tin người phụ trách.",
                    "Trả lời phản ánh, kiến nghị đúng hạn; việc không thuộc thẩm quyền được chuyển đến nơi giải quyết và báo cho người gửi.",
                    "Cập nhật thông tin trên trang ngay khi có thay đổi.",
                ]),
                .heading("Liên hệ"),
                .paragraph("Địa chỉ: \(site.contact.address). Điện thoại: \(site.contact.phone). Thư điện tử: \(site.contact.email)."),
            ]
        )
    }

    private static func history(of site: DemoSite) -> DemoPage {
        var random = DemoPages.random(site)
        let founded = random.number(in: site.level == 2 ? 1955...1976 : 1978...1994)
        let turn = founded + random.number(in: 9...14)
        let digital = min(max(turn + 9, 2012), 2018)
        return DemoPage(
            "lich-su",
            on: site,
            title: "Quá trình hình thành và phát triển",
            summary: "Những mốc chính trong quá trình hình thành và phát triển của \(site.agency).",
            body: [
                .paragraph(
                    "Tiền thân của \(site.agency) được thành lập năm \(founded), với \(random.number(in: 7...26)) cán bộ và cơ sở vật chất còn đơn sơ."
                ),
                .list([
                    "Năm \(founded): thành lập, vừa ổn định tổ chức vừa triển khai nhiệm vụ.",
                    "Năm \(turn): mở rộng quy mô, chuyển về trụ sở kiên cố; bắt đầu đào tạo đội ngũ chuyên sâu.",
                    "Năm \(digital): đưa hồ sơ, sổ sách lên môi trường điện tử.",
                    "Năm 2025: kiện toàn tổ chức cùng việc sắp xếp bộ máy và mô hình chính quyền địa phương hai cấp.",
                ]),
                .paragraph(
                    "Qua các thời kỳ, tập thể cán bộ, người lao động luôn giữ truyền thống đoàn kết, gần dân, tận tâm với công việc. Tư liệu, kỷ vật về quá trình phát triển"
                        + " do các thế hệ đi trước trao lại được lưu giữ tại phòng truyền thống của cơ quan."
                ),
            ]
        )
    }

    private static func structure(of site: DemoSite, _ field: AgencyField) -> DemoPage {
        let leaders = leadership(of: site)
        return DemoPage(
            "co-cau",
            on: site,
            title: "Cơ cấu tổ chức",
            summary: "Lãnh đạo, các bộ phận và nhiệm vụ của từng bộ phận thuộc \(site.agency).",
            body: [
                .heading("Lãnh đạo"), .list(leaders),
                .table(caption: "Các bộ phận", head: ["Bộ phận", "Nhiệm vụ chính"], rows: field.divisions.map { [$0.name, $0.task] }),
            ] + below(site)
                + [.paragraph("Danh sách người phát ngôn và đầu mối cung cấp thông tin: liên hệ \(site.contact.phone) hoặc \(site.contact.email).")]
        )
    }

    /// The units of a department that have portals of their own.
    private static func below(_ site: DemoSite) -> [DemoBlock] {
        let units = DemoAgency.publicUnits.filter { $0.parent == site.code }.map(\.name)
        return units.isEmpty ? [] : [.heading("Đơn vị trực thuộc"), .list(units)]
    }

    private static func leadership(of site: DemoSite) -> [String] {
        let heads: (String, String) =
            if site.agency.hasPrefix("Sở ") || site.agency.hasPrefix("Bệnh viện") || site.agency.hasPrefix("Trung tâm")
                || site.agency.hasPrefix("Bảo tàng")
                || site.agency.hasPrefix("Thư viện") || site.agency.hasPrefix("Nhà ") || site.agency.hasPrefix("Quỹ")
                || site.agency.hasPrefix("Cung ")
            {
                ("Giám đốc", "Các Phó Giám đốc")
            } else if site.agency.hasPrefix("Trường") {
                ("Hiệu trưởng", "Các Phó Hiệu trưởng")
            } else if site.agency.hasPrefix("Hội") || site.agency.hasPrefix("Liên ") || site.agency.hasPrefix("Hiệp hội")
                || site.agency.hasPrefix("Ủy ban Mặt trận")
            {
                ("Chủ tịch", "Các Phó Chủ tịch")
            } else if site.agency.hasPrefix("Chi cục") {
                ("Chi cục trưởng", "Các Phó Chi cục trưởng")
            } else {
                ("Người đứng đầu", "Các cấp phó")
            }
        return [
            "\(heads.0): lãnh đạo, điều hành chung, chịu trách nhiệm về toàn bộ hoạt động.",
            "\(heads.1): phụ trách lĩnh vực, địa bàn theo phân công.",
        ]
    }

    private static let vertical: Set<String> = [
        "cong-an-tinh", "bo-chi-huy-quan-su-tinh", "ban-chi-huy-bo-doi-bien-phong", "toa-an-nhan-dan-tinh", "vien-kiem-sat-nhan-dan-tinh",
        "thi-hanh-an-dan-su-tinh", "thue-tinh", "hai-quan-khu-vuc", "kho-bac-nha-nuoc-khu-vuc", "bao-hiem-xa-hoi-tinh", "thong-ke-tinh",
        "ngan-hang-nha-nuoc-khu-vuc",
        "ngan-hang-chinh-sach-xa-hoi", "cang-vu-hang-hai",
    ]

    /// What kind of body it is, as a clause.
    private static func standing(of site: DemoSite) -> String {
        if site.level == 3 {
            let parent = DemoAgency.departments.first { $0.code == site.parent }?.name ?? "Ủy ban nhân dân tỉnh"
            if site.agency.hasPrefix("Chi cục") { return "tổ chức hành chính trực thuộc \(parent), có con dấu và tài khoản riêng" }
            return "đơn vị trực thuộc \(parent), có tư cách pháp nhân, con dấu và tài khoản riêng"
        }
        if vertical.contains(site.code) {
            return
                "cơ quan thuộc hệ thống ngành dọc đặt tại tỉnh An Sơn, chịu sự chỉ đạo của cơ quan cấp trên trong ngành và phối hợp với chính quyền địa phương"
        }
        if site.traits.contains("union") { return "tổ chức chính trị - xã hội ở cấp tỉnh" }
        if site.traits.contains("association") { return "tổ chức của những người tự nguyện tham gia, hoạt động theo điều lệ và pháp luật về hội" }
        if site.code == "van-phong-doan-dbqh-va-hdnd" {
            return "cơ quan tham mưu, giúp việc, phục vụ Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"
        }
        if site.agency.hasPrefix("Sở ") || ["van-phong-ubnd-tinh", "thanh-tra-tinh"].contains(site.code) {
            return
                "cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, tham mưu, giúp Ủy ban nhân dân tỉnh thực hiện chức năng quản lý nhà nước theo quy định của pháp luật"
        }
        return "cơ quan, đơn vị thuộc tỉnh An Sơn, có tư cách pháp nhân, con dấu và tài khoản riêng"
    }

    private static func common(of site: DemoSite) -> [String] {
        let isPublicOffice = site.level == 2 && site.traits.isDisjoint(with: ["union", "association", "school", "media"])
        return isPublicOffice
            ? [
                "Cải cách hành chính, chuyển đổi số; tiếp công dân, giải quyết khiếu nại, tố cáo theo thẩm quyền",
                "Thực hiện nhiệm vụ khác được cấp có thẩm quyền giao",
            ]
            : ["Quản lý tổ chức, nhân sự, tài chính, tài sản theo quy định", "Thực hiện nhiệm vụ khác được giao"]
    }
}
