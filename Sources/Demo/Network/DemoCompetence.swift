public import Vietnamese

/// Who is competent for what in the invented province, as tables that the program reads (`caunoi competence import`): the province's own, and what communes
/// answer themselves. Acts and their numbers are invented.
public enum DemoCompetence {
    /// The code of a portal, and its table.
    public static func tables(on today: CivilDate) -> [(site: String, csv: String)] {
        let since = "\(today.adding(days: -400))"
        let head = "field,territory,track,agency,basis,from,until,priority\n"
        let fields = rows.map { row in "\(row.field),vn,,\(row.agency),\"Quyết định \(row.act)/QĐ-UBND của UBND tỉnh\",\(since),," }
        let general = [
            "*,vn,,van-phong-ubnd-tinh,\"Quy chế tiếp nhận, xử lý phản ánh, kiến nghị của tỉnh, Điều 6\",\(since),,",
            "*,vn,information-request,van-phong-ubnd-tinh,\"Quy chế cung cấp thông tin của tỉnh, Điều 4\",\(since),,",
            "tax,vn,question,thue-tinh,\"Quy chế phối hợp trả lời công dân của tỉnh, Điều 9\",\(since),,",
        ]
        let province = (DemoNetwork.mainCode, head + (fields + general).joined(separator: "\n") + "\n")
        let communes = DemoNetwork.sites.filter { $0.kind == .commune }.map { plan -> (site: String, csv: String) in
            let basis = "\"Quyết định 31/QĐ-UBND của UBND tỉnh về phân cấp cho xã, phường, đặc khu\""
            let own = ["civil-status,vn,", "notary,vn,", "social,vn,", "*,vn,site-report"].map { "\($0),\(plan.code),\(basis),\(since),," }
            return (plan.code, head + own.joined(separator: "\n") + "\n")
        }
        return [province] + communes
    }

    private static let rows: [(field: String, agency: String, act: String)] = table.split(separator: "\n").map { line in
        let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        return (cells[0], cells[1], cells[2])
    }

    /// Field, portal of the agency, number of the act that set up the agency.
    private static let table = """
        civil-status | so-tu-phap | 23/2025
        notary | so-tu-phap | 23/2025
        legal-services | so-tu-phap | 23/2025
        enforcement | thi-hanh-an-dan-su-tinh | 27/2025
        land | so-nong-nghiep-va-moi-truong | 21/2025
        environment | so-nong-nghiep-va-moi-truong | 21/2025
        resources | so-nong-nghiep-va-moi-truong | 21/2025
        agriculture | so-nong-nghiep-va-moi-truong | 21/2025
        livestock | so-nong-nghiep-va-moi-truong | 21/2025
        fisheries | so-nong-nghiep-va-moi-truong | 21/2025
        forestry | so-nong-nghiep-va-moi-truong | 21/2025
        irrigation | so-nong-nghiep-va-moi-truong | 21/2025
        construction | so-xay-dung | 25/2025
        urban | so-xay-dung | 25/2025
        housing | so-xay-dung | 25/2025
        roads | so-xay-dung | 25/2025
        waterways | cang-vu-hang-hai | 12/2025
        aviation | so-xay-dung | 25/2025
        traffic | cong-an-tinh | 13/2025
        identity | cong-an-tinh | 13/2025
        immigration | cong-an-tinh | 13/2025
        security | cong-an-tinh | 13/2025
        fire | cong-an-tinh | 13/2025
        cyber | cong-an-tinh | 13/2025
        business | so-tai-chinh | 22/2025
        investment | so-tai-chinh | 22/2025
        finance | so-tai-chinh | 22/2025
        capital | so-tai-chinh | 22/2025
        tax | thue-tinh | 28/2025
        customs | hai-quan-khu-vuc | 14/2025
        banking | ngan-hang-nha-nuoc-khu-vuc | 15/2025
        social-insurance | bao-hiem-xa-hoi-tinh | 10/2025
        health-insurance | bao-hiem-xa-hoi-tinh | 10/2025
        health | so-y-te | 26/2025
        food-safety | so-y-te | 26/2025
        social | so-y-te | 26/2025
        education | so-giao-duc-va-dao-tao | 18/2025
        labour | so-noi-vu | 20/2025
        merit | so-noi-vu | 20/2025
        interior | so-noi-vu | 20/2025
        trade | so-cong-thuong | 16/2025
        culture | so-van-hoa-the-thao-va-du-lich | 24/2025
        press | so-van-hoa-the-thao-va-du-lich | 24/2025
        digital | so-khoa-hoc-va-cong-nghe | 19/2025
        science | so-khoa-hoc-va-cong-nghe | 19/2025
        religion | so-dan-toc-va-ton-giao | 17/2025
        defence | bo-chi-huy-quan-su-tinh | 11/2025
        administration | van-phong-ubnd-tinh | 29/2025
        """
}
