/// The province's own pages, in Vietnamese.
enum ProvincePages {
    static func pages(of site: DemoSite) -> [DemoPage] { [introduction(of: site), history(of: site), structure(of: site)] }

    private static func introduction(of site: DemoSite) -> DemoPage {
        let wards = DemoPlace.all.count { $0.kind == .ward }
        let communes = DemoPlace.all.count { $0.kind == .commune }
        let zones = DemoPlace.all.count { $0.kind == .specialZone }
        return DemoPage(
            "gioi-thieu",
            role: "introduction",
            on: site,
            title: "Giới thiệu tỉnh An Sơn",
            summary: "Vị trí, điều kiện tự nhiên, dân cư, kinh tế và những giá trị văn hóa của tỉnh An Sơn.",
            body: [
                .paragraph(
                    "An Sơn trải từ dãy núi Lũng Mây ở phía tây xuống đồng bằng sông Lam Giang và bờ biển phía đông. Trung tâm hành chính của tỉnh đặt tại phường Bình Sa."
                ),
                .table(
                    caption: "An Sơn qua những con số",
                    head: ["Chỉ tiêu", "Số liệu"],
                    rows: [
                        ["Diện tích tự nhiên", "8.640 km²"], ["Dân số trung bình", "1,86 triệu người"], ["Chiều dài bờ biển", "112 km"],
                        ["Tỷ lệ che phủ rừng", "52,4%"],
                        ["Đơn vị hành chính cấp xã", "\(DemoPlace.all.count) (\(wards) phường, \(communes) xã, \(zones) đặc khu)"],
                    ]
                ),
                .heading("Điều kiện tự nhiên"),
                .paragraph(
                    "Địa hình thấp dần từ tây sang đông, chia thành vùng núi, trung du, đồng bằng, ven biển và hải đảo. Mùa mưa từ tháng 5 đến tháng 10; mùa khô có sương mù"
                        + " ở vùng cao. Bão thường ảnh hưởng từ tháng 8 đến tháng 10."
                ),
                .heading("Kinh tế"),
                .paragraph(
                    "Công nghiệp chế biến, chế tạo, nông nghiệp chất lượng cao, kinh tế biển và du lịch là bốn trụ cột. Cảng Cửa Lam, các khu công nghiệp Phú Sa, Lam Trung,"
                        + " Hải Lũy và Khu công nghệ cao Bình Sa là động lực tăng trưởng."
                ),
                .heading("Văn hóa và du lịch"),
                .paragraph(
                    "Cộng đồng các dân tộc ở An Sơn gìn giữ nhiều lễ hội và nghề truyền thống như gốm, dệt thổ cẩm, đan tre. Du khách biết đến ruộng bậc thang Lũng Mây, phố cổ Chợ"
                        + " Vàng, thành cổ Thành Vọng và đảo Hòn Mây."
                ),
                .heading("Về Cổng thông tin điện tử tỉnh"),
                .paragraph(
                    "Cổng là kênh thông tin chính thức của Ủy ban nhân dân tỉnh trên môi trường mạng: công bố thông tin chỉ đạo, điều hành, văn bản, thông báo; liên kết các trang thành"
                        + " phần của sở, ngành, xã, phường, đặc khu; tiếp nhận góp ý của tổ chức, cá nhân."
                ),
            ]
        )
    }

    private static func history(of site: DemoSite) -> DemoPage {
        DemoPage(
            "lich-su",
            on: site,
            title: "Lịch sử, tự nhiên và truyền thống văn hóa",
            summary: "Những chặng đường hình thành và phát triển của vùng đất An Sơn.",
            body: [
                .heading("Đất cũ bên sông Lam Giang"),
                .paragraph(
                    "Dấu vết cư trú sớm nhất được tìm thấy ở các hang đá đầu nguồn Nậm Lam. Đồ gốm, lưỡi rìu và hạt lúa cháy trưng bày tại Bảo tàng tỉnh cho thấy cư dân"
                        + " ở đây sớm biết trồng lúa và làm gốm."
                ),
                .heading("Thành, chợ và bến"),
                .paragraph(
                    "Thành Vọng từng là lỵ sở của vùng; Chợ Vàng là nơi hàng xuôi gặp hàng ngược; bến Cửa Lam đón thuyền buôn vào mùa gió. Ba địa danh ấy nay vẫn là"
                        + " ba điểm tựa của không gian văn hóa An Sơn."
                ),
                .heading("Từ ngày lập tỉnh"),
                .list([
                    "Những năm sau chiến tranh: khôi phục đê điều, khai hoang ruộng muối, mở đường lên vùng cao.",
                    "Thời kỳ đổi mới: hình thành các vùng chè, vùng lúa hàng hóa, khu công nghiệp đầu tiên ở Phú Sa.",
                    "Giai đoạn hội nhập: nâng cấp cảng Cửa Lam, thành lập Vườn quốc gia Lũng Mây, phát triển du lịch cộng đồng.",
                    "Từ ngày 01/7/2025: tổ chức chính quyền địa phương hai cấp, gồm cấp tỉnh và cấp xã.",
                ]),
                .heading("Truyền thống"),
                .paragraph(
                    "Người An Sơn trọng chữ tín, hiếu học, giữ rừng đầu nguồn như giữ nước trong nhà. Lễ hội Hoa sim, Lễ hội Cầu ngư, hội đua thuyền trên sông Lam Giang"
                        + " là dịp con cháu trở về."
                ),
            ]
        )
    }

    private static func structure(of site: DemoSite) -> DemoPage {
        DemoPage(
            "co-cau",
            on: site,
            title: "Tổ chức bộ máy",
            summary: "Các cơ quan cấp tỉnh, đơn vị trực thuộc và chính quyền cấp xã của tỉnh An Sơn.",
            body: [
                .paragraph(
                    "Chính quyền địa phương ở tỉnh An Sơn gồm Hội đồng nhân dân và Ủy ban nhân dân. Hội đồng nhân dân là cơ quan quyền lực nhà nước ở địa phương;"
                        + " Ủy ban nhân dân là cơ quan chấp hành của Hội đồng nhân dân, cơ quan hành chính nhà nước ở địa phương."
                ),
                .heading("Ủy ban nhân dân tỉnh"),
                .list([
                    "Chủ tịch: lãnh đạo, điều hành chung công việc của Ủy ban nhân dân tỉnh.",
                    "Các Phó Chủ tịch: phụ trách từng khối công việc theo phân công (kinh tế tổng hợp; nông nghiệp, môi trường; công nghiệp, xây dựng; văn hóa - xã hội).",
                    "Các Ủy viên: người đứng đầu sở, ngành, chỉ huy quân sự và công an tỉnh.",
                ]),
                .heading("Cơ quan chuyên môn"),
                .list(
                    DemoAgency.departments.filter { $0.name.hasPrefix("Sở ") || $0.traits.contains("inspection") || $0.code == "van-phong-ubnd-tinh" }
                        .map(\.name)
                ),
                .heading("Xã, phường, đặc khu"),
                .list(DemoPlace.all.map(\.title)),
            ]
        )
    }
}

/// Pages of the portals on one subject: tourism and enterprises.
enum ThematicPages {
    static func introduction(of site: DemoSite) -> DemoPage {
        let isTourism = site.traits.contains("tourism")
        let offers =
            isTourism
            ? [
                "Điểm đến, tour, tuyến được kiểm tra thông tin trước khi đăng.", "Lịch lễ hội, sự kiện và giờ mở cửa của di tích, bảo tàng.",
                "Gợi ý ẩm thực, quà tặng của từng vùng.", "Lưu ý an toàn: thời tiết, bãi tắm, đường núi, số điện thoại khẩn cấp.",
            ]
            : [
                "Danh mục dự án kêu gọi đầu tư, quỹ đất và hạ tầng khu, cụm công nghiệp.", "Chính sách hỗ trợ và cách nộp hồ sơ.",
                "Lịch đối thoại, kết quả trả lời kiến nghị của doanh nghiệp.", "Thông tin thị trường, quy định xuất nhập khẩu.",
            ]
        return DemoPage(
            "gioi-thieu",
            role: "introduction",
            on: site,
            title: "Giới thiệu \(site.name)",
            summary: isTourism
                ? "Mọi điều cần biết cho một chuyến đi An Sơn, từ một nguồn chính thức."
                : "Đầu mối thông tin chính thức cho nhà đầu tư và doanh nghiệp tại An Sơn.",
            body: [
                .paragraph(
                    "\(site.name) do \(site.agency) quản lý, là trang thành phần của Cổng thông tin điện tử tỉnh An Sơn. Tin bài do đội ngũ biên tập của cổng thực hiện và được duyệt"
                        + " trước khi đăng."
                ),
                .heading("Bạn tìm thấy gì ở đây"), .list(offers),
                .heading("Nguyên tắc"),
                .paragraph(
                    "Cổng không bán quảng cáo, không nhận tiền để xếp hạng cơ sở dịch vụ. Thông tin sai được đính chính công khai ngay tại bài đã đăng. Phản ánh xin gửi về \(site.contact.email)."
                ),
            ]
        )
    }
}
