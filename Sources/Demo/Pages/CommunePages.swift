/// Introduction, history and structure of a commune, ward or special zone.
enum CommunePages {
    static func pages(of site: DemoSite) -> [DemoPage] {
        guard let place = site.place else { return [] }
        return [introduction(of: place, site), history(of: place, site), structure(of: place, site)]
    }

    private static func introduction(of place: DemoPlace, _ site: DemoSite) -> DemoPage {
        var random = DemoPages.random(site)
        let (area, people) = size(of: place, &random)
        let units = random.number(in: 9...34)
        let land = lie(of: place)
        return DemoPage(
            "gioi-thieu",
            role: "introduction",
            on: site,
            title: "Giới thiệu \(place.fullName)",
            summary: "Vị trí, điều kiện tự nhiên, dân cư, kinh tế và chức năng, nhiệm vụ của chính quyền \(place.fullName).",
            body: [
                .paragraph("\(place.title) \(land.position) của tỉnh An Sơn. \(land.nature)"),
                .table(
                    caption: "\(place.title) qua những con số",
                    head: ["Chỉ tiêu", "Số liệu"],
                    rows: [
                        ["Diện tích tự nhiên", "\(Figures.tenths(area, language: "vi")) km²"],
                        ["Dân số", "\(Figures.whole(people, language: "vi")) người"],
                        [place.kind == .ward ? "Tổ dân phố" : "Thôn, bản, khu dân cư", String(units)],
                        ["Tỷ lệ hộ dùng nước sạch", "\(Figures.tenths(random.number(in: 862...994), language: "vi"))%"],
                    ]
                ),
                .heading("Kinh tế - xã hội"), .paragraph(land.economy),
                .heading("Chức năng, nhiệm vụ"),
                .paragraph(
                    "Chính quyền \(place.fullName) thực hiện nhiệm vụ, quyền hạn của chính quyền địa phương cấp xã theo quy định của pháp luật về tổ chức chính quyền địa phương,"
                        + " từ ngày 01/7/2025 bao gồm cả những việc trước đây do cấp huyện giải quyết được chuyển về cấp xã."
                ),
                .list([
                    "Tổ chức thi hành Hiến pháp, pháp luật và nghị quyết của Hội đồng nhân dân trên địa bàn.",
                    "Giải quyết thủ tục hành chính về hộ tịch, chứng thực, đất đai, xây dựng, kinh doanh, bảo trợ xã hội tại trung tâm phục vụ hành chính công.",
                    "Quản lý ngân sách, tài sản công; phát triển kinh tế, hạ tầng theo quy hoạch.",
                    "Chăm lo giáo dục, y tế cơ sở, văn hóa, an sinh xã hội.",
                    "Giữ gìn quốc phòng, an ninh, trật tự; phòng, chống thiên tai.",
                ]),
            ]
        )
    }

    private static func history(of place: DemoPlace, _ site: DemoSite) -> DemoPage {
        var random = DemoPages.random(site)
        let parts = random.number(in: 2...4)
        let tradition =
            switch place.terrain {
            case .upland:
                "Nếp nhà sàn, khung dệt bên cửa sổ, tục cúng rừng đầu năm và tiếng khèn ngày chợ phiên vẫn được giữ trong đời sống hằng ngày."
            case .midland: "Người dân quen với đồi chè, vườn quả, tục mừng cơm mới và những buổi hát giao duyên sau mùa gặt."
            case .plain: "Đình làng, bến nước, hội xuống đồng đầu xuân và nghề thủ công lúc nông nhàn làm nên nếp sống của vùng lúa."
            case .coast: "Lăng thờ cá Ông, lễ hội Cầu ngư và những chuyến biển đêm là ký ức chung của các thế hệ ngư dân."
            case .urban: "Phố cũ, chợ sớm, mái đình giữa lòng phố và những trường học lâu năm tạo nên cốt cách của cư dân đô thị bên sông."
            case .island: "Ngọn hải đăng, nghề lặn biển, những ngôi nhà đá chắn gió và tình quân dân là niềm tự hào của người dân đảo."
            }
        return DemoPage(
            "lich-su",
            on: site,
            title: "Lịch sử, truyền thống \(place.fullName)",
            summary: "Quá trình hình thành và truyền thống của \(place.fullName).",
            body: [
                .heading("Quá trình hình thành"),
                .paragraph(
                    "\(place.title) hiện nay được hình thành trên cơ sở sắp xếp \(parts) đơn vị hành chính cấp xã liền kề, hoạt động từ ngày 01/7/2025 cùng với mô hình"
                        + " chính quyền địa phương hai cấp."
                ),
                .paragraph(
                    "Tên gọi \(place.name) đã có từ lâu trong cách gọi của người dân địa phương và được chọn để đặt cho đơn vị hành chính mới sau khi lấy ý kiến cử tri."
                ),
                .heading("Truyền thống văn hóa"), .paragraph(tradition),
                .heading("Chặng đường mới"),
                .paragraph(
                    "Sau sắp xếp, \(place.fullName) tập trung ổn định bộ máy, đưa dịch vụ hành chính về gần dân, sử dụng hiệu quả trụ sở cũ làm trường học, trạm y tế và nhà sinh hoạt cộng đồng."
                ),
            ]
        )
    }

    private static func structure(of place: DemoPlace, _ site: DemoSite) -> DemoPage {
        let economy = place.kind == .commune ? "Phòng Kinh tế" : "Phòng Kinh tế, Hạ tầng và Đô thị"
        return DemoPage(
            "co-cau",
            on: site,
            title: "Tổ chức bộ máy \(place.fullName)",
            summary: "Hội đồng nhân dân, Ủy ban nhân dân và các đơn vị chuyên môn của \(place.fullName).",
            body: [
                .heading("Hội đồng nhân dân \(place.fullName)"),
                .list(["Thường trực Hội đồng nhân dân: Chủ tịch, Phó Chủ tịch và trưởng các ban.", "Ban Pháp chế; Ban Kinh tế - Xã hội."]),
                .heading("Ủy ban nhân dân \(place.fullName)"),
                .list([
                    "Chủ tịch: lãnh đạo, điều hành chung; chịu trách nhiệm về quốc phòng, an ninh, tài chính, tổ chức bộ máy.",
                    "Phó Chủ tịch phụ trách kinh tế: nông nghiệp, môi trường, đất đai, xây dựng, công thương.",
                    "Phó Chủ tịch phụ trách văn hóa - xã hội: giáo dục, y tế, văn hóa, an sinh, cải cách hành chính, chuyển đổi số.",
                ]),
                .table(
                    caption: "Cơ quan, đơn vị chuyên môn",
                    head: ["Đơn vị", "Nhiệm vụ chính"],
                    rows: [
                        ["Văn phòng HĐND và UBND", "Tham mưu tổng hợp, tư pháp, đối ngoại, quản trị công sở"],
                        [economy, "Tài chính, kế hoạch, xây dựng, giao thông, nông nghiệp, môi trường, đất đai, công thương"],
                        ["Phòng Văn hóa - Xã hội", "Nội vụ, giáo dục, y tế, văn hóa, khoa học, chuyển đổi số, dân tộc, tôn giáo"],
                        ["Trung tâm Phục vụ hành chính công", "Tiếp nhận hồ sơ, hướng dẫn và trả kết quả thủ tục hành chính"],
                        ["Ban Chỉ huy quân sự", "Quốc phòng, dân quân tự vệ"],
                        ["Công an \(place.fullName)", "An ninh, trật tự, cư trú, phòng cháy, chữa cháy"],
                    ]
                ),
                .paragraph("Mọi ý kiến về hoạt động của cán bộ, công chức xin gửi về \(site.contact.email) hoặc điện thoại \(site.contact.phone)."),
            ]
        )
    }

    /// Area in tenths of a square kilometre and inhabitants.
    private static func size(of place: DemoPlace, _ random: inout DemoRandom) -> (area: Int, people: Int) {
        switch place.terrain {
        case .urban: (random.number(in: 84...386), random.number(in: 31_200...68_900))
        case .coast: (random.number(in: 242...784), random.number(in: 18_400...36_800))
        case .plain: (random.number(in: 386...842), random.number(in: 19_600...38_400))
        case .midland: (random.number(in: 624...1480), random.number(in: 14_200...26_300))
        case .upland: (random.number(in: 1240...3860), random.number(in: 6_800...15_400))
        case .island: (random.number(in: 186...264), random.number(in: 4_100...6_900))
        }
    }

    private static func lie(of place: DemoPlace) -> (position: String, nature: String, economy: String) {
        switch place.terrain {
        case .urban:
            (
                "nằm ở khu vực đô thị trung tâm", "Địa hình bằng phẳng, có sông Lam Giang chảy qua, giao thông thuận lợi đến mọi vùng trong tỉnh.",
                "Thương mại, dịch vụ, tiểu thủ công nghiệp là ngành chính; chỉnh trang đô thị, thoát nước và không gian xanh là những việc được ưu tiên."
            )
        case .coast:
            (
                "nằm ở vùng ven biển phía đông", "Địa bàn có bãi cát, đầm phá, rừng phi lao chắn gió và cửa lạch cho tàu thuyền ra vào.",
                "Khai thác, nuôi trồng, chế biến thủy sản và du lịch biển là nguồn thu chính; phòng, chống bão và sạt lở bờ biển là việc làm thường xuyên."
            )
        case .plain:
            (
                "nằm ở vùng đồng bằng hạ lưu sông Lam Giang",
                "Đất phù sa màu mỡ, kênh mương chia đồng ruộng thành những ô lớn thuận lợi cho cơ giới hóa.",
                "Lúa chất lượng cao, rau màu, chăn nuôi và làng nghề tạo việc làm tại chỗ; nhiều thôn đã đạt chuẩn nông thôn mới kiểu mẫu."
            )
        case .midland:
            (
                "nằm ở vùng trung du", "Đồi thấp xen thung lũng, đất hợp với chè, cây ăn quả và rừng trồng.",
                "Chè, cây ăn quả, rừng gỗ lớn và chăn nuôi là thế mạnh; các hợp tác xã liên kết với doanh nghiệp trong chế biến, tiêu thụ."
            )
        case .upland:
            (
                "nằm ở vùng núi phía tây", "Núi cao, suối dốc, rừng tự nhiên còn nhiều; mùa đông có sương mù, mùa mưa cần đề phòng lũ quét, sạt lở.",
                "Trồng rừng, dược liệu, chăn nuôi đại gia súc và du lịch cộng đồng đang thay dần lối canh tác cũ; đường đến các bản từng bước được cứng hóa."
            )
        case .island:
            (
                "nằm ngoài khơi", "Đảo có núi đá, bãi cát, rạn san hô và nguồn nước ngọt hạn chế, cần được giữ gìn.",
                "Khai thác, nuôi biển và du lịch sinh thái là sinh kế chính; đảo hạn chế rác thải nhựa và giới hạn lượng khách mỗi ngày."
            )
        }
    }
}
