/// A short form that official texts use, with what it stands for.
public struct Abbreviation: Hashable, Sendable {
    /// As written: "UBND", "KT-XH".
    public let short: String
    /// Every expansion, the most frequent first.
    public let expansions: [String]

    /// More than one expansion: search may use it only with context.
    public var isAmbiguous: Bool { expansions.count > 1 }

    /// What a short form may stand for, compared without case and accents' placement; nil when unknown.
    public static func named(_ short: String) -> Abbreviation? { byKey[key(short)] }

    /// The short forms of an expansion ("Ủy ban nhân dân" → "UBND"), compared like `named(_:)`.
    public static func shortForms(of expansion: String) -> [Abbreviation] { byExpansion[key(expansion)] ?? [] }

    private static func key(_ text: String) -> String { toneNormalised(text) }
    private static let byKey = Dictionary(all.map { (key($0.short), $0) }, uniquingKeysWith: { first, _ in first })
    private static let byExpansion: [String: [Abbreviation]] = {
        var table: [String: [Abbreviation]] = [:]
        for entry in all {
            for expansion in entry.expansions { table[key(expansion), default: []].append(entry) }
        }
        return table
    }()

    public static let all: [Abbreviation] = rows.split(separator: "\n").compactMap { row in
        guard let colon = row.firstIndex(of: ":") else { return nil }
        let expansions = row[row.index(after: colon)...].split(separator: "|").map { $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed() }
        return Abbreviation(short: String(row[..<colon]), expansions: expansions.map { String($0) })
    }

    private static let rows = """
        UBND: Ủy ban nhân dân
        HĐND: Hội đồng nhân dân
        VP: văn phòng
        VPCP: Văn phòng Chính phủ
        VPUBND: Văn phòng Ủy ban nhân dân
        TTHC: thủ tục hành chính
        CTTĐT: cổng thông tin điện tử
        TTĐT: thông tin điện tử
        ĐBQH: đại biểu Quốc hội
        ĐB: đại biểu
        QH: Quốc hội | quy hoạch
        UBTVQH: Ủy ban Thường vụ Quốc hội
        CP: Chính phủ | cổ phần
        TTg: Thủ tướng Chính phủ
        VBQPPL: văn bản quy phạm pháp luật
        QPPL: quy phạm pháp luật
        VBHN: văn bản hợp nhất
        PAKN: phản ánh, kiến nghị
        DVC: dịch vụ công
        DVCTT: dịch vụ công trực tuyến
        CNTT: công nghệ thông tin
        CĐS: chuyển đổi số
        CCHC: cải cách hành chính
        GPMB: giải phóng mặt bằng
        KT-XH: kinh tế - xã hội
        QP-AN: quốc phòng - an ninh
        ANTT: an ninh trật tự
        TTATXH: trật tự an toàn xã hội
        ATGT: an toàn giao thông
        ATTP: an toàn thực phẩm
        PCCC: phòng cháy, chữa cháy
        CNCH: cứu nạn, cứu hộ
        PCTT: phòng, chống thiên tai
        TKCN: tìm kiếm cứu nạn
        BHXH: bảo hiểm xã hội
        BHYT: bảo hiểm y tế
        BHTN: bảo hiểm thất nghiệp
        GCN: giấy chứng nhận
        GCNQSDĐ: giấy chứng nhận quyền sử dụng đất
        QSDĐ: quyền sử dụng đất
        HTX: hợp tác xã
        DN: doanh nghiệp
        DNNVV: doanh nghiệp nhỏ và vừa
        TNHH: trách nhiệm hữu hạn
        MTV: một thành viên
        NTM: nông thôn mới
        OCOP: mỗi xã một sản phẩm
        KCN: khu công nghiệp
        KKT: khu kinh tế
        CCN: cụm công nghiệp
        KHCN: khoa học và công nghệ
        KH&CN: khoa học và công nghệ
        KHĐT: kế hoạch và đầu tư
        TNMT: tài nguyên và môi trường
        NNMT: nông nghiệp và môi trường
        NN&PTNT: nông nghiệp và phát triển nông thôn
        GTVT: giao thông vận tải
        GDĐT: giáo dục và đào tạo
        GD&ĐT: giáo dục và đào tạo
        LĐTBXH: lao động - thương binh và xã hội
        LĐ-TB&XH: lao động - thương binh và xã hội
        VHTTDL: văn hóa, thể thao và du lịch
        TTTT: thông tin và truyền thông
        TT&TT: thông tin và truyền thông
        MTTQ: Mặt trận Tổ quốc
        UBMTTQ: Ủy ban Mặt trận Tổ quốc
        LĐLĐ: Liên đoàn Lao động
        CCB: cựu chiến binh
        LHPN: Liên hiệp Phụ nữ
        HND: Hội Nông dân
        TNCS: Thanh niên Cộng sản
        ĐTN: Đoàn Thanh niên
        CHXHCN: Cộng hòa xã hội chủ nghĩa
        XHCN: xã hội chủ nghĩa
        BCĐ: Ban Chỉ đạo
        BTV: Ban Thường vụ | biên tập viên
        BCH: Ban Chấp hành | Bộ Chỉ huy
        BTC: Ban Tổ chức | Bộ Tài chính
        BTG: Ban Tuyên giáo
        TU: Tỉnh ủy | Trung ương
        TW: Trung ương
        TP: thành phố
        TPHCM: Thành phố Hồ Chí Minh
        TP.HCM: Thành phố Hồ Chí Minh
        TX: thị xã
        TT: thông tư | thị trấn | trung tâm
        TTr: tờ trình
        TTLT: thông tư liên tịch
        CĐ: công điện | cao đẳng | công đoàn
        CT: chỉ thị | chủ tịch | chương trình
        PCT: phó chủ tịch
        QĐ: quyết định | quân đội
        NĐ: nghị định
        NQ: nghị quyết
        KH: kế hoạch | khoa học
        BC: báo cáo
        TB: thông báo
        CV: công văn | chuyên viên
        HD: hướng dẫn | hợp đồng
        GP: giấy phép
        QLNN: quản lý nhà nước
        CBCC: cán bộ, công chức
        CBCCVC: cán bộ, công chức, viên chức
        CCVC: công chức, viên chức
        NSNN: ngân sách nhà nước
        NSTW: ngân sách trung ương
        NSĐP: ngân sách địa phương
        TNCN: thu nhập cá nhân
        TNDN: thu nhập doanh nghiệp
        GTGT: giá trị gia tăng
        XDCB: xây dựng cơ bản
        ĐTC: đầu tư công
        ĐTXD: đầu tư xây dựng
        BQL: ban quản lý
        BQLDA: ban quản lý dự án
        QLDA: quản lý dự án
        QSH: quyền sở hữu
        SXKD: sản xuất, kinh doanh
        XNK: xuất nhập khẩu
        VSMT: vệ sinh môi trường
        BVMT: bảo vệ môi trường
        KCB: khám bệnh, chữa bệnh
        TYT: trạm y tế
        THPT: trung học phổ thông
        THCS: trung học cơ sở
        TH: tiểu học
        MN: mầm non
        HSSV: học sinh, sinh viên
        CCCD: căn cước công dân
        CMND: chứng minh nhân dân
        GPLX: giấy phép lái xe
        ĐKKD: đăng ký kinh doanh
        VPĐK: văn phòng đăng ký
        TAND: Tòa án nhân dân
        TANDTC: Tòa án nhân dân tối cao
        VKSND: Viện kiểm sát nhân dân
        THADS: thi hành án dân sự
        CAND: Công an nhân dân
        QĐND: Quân đội nhân dân
        LLVT: lực lượng vũ trang
        ĐVHC: đơn vị hành chính
        TDP: tổ dân phố
        KDC: khu dân cư
        """
}
