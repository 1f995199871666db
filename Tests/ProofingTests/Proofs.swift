import Proofing
import RichText
import Testing
import Vietnamese

/// A small register and short ways to ask.
enum Proofs {
    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }
    static let today = day("2026-11-28")
    static let first = day("2025-07-01")
    static let last = day("2025-06-30")
    static let old = day("1990-01-01")

    static let names = NameRegister([
        .init(kind: .province, name: "Quảng Ninh", fullName: "tỉnh Quảng Ninh", from: old),
        .init(kind: .province, name: "Quảng Bình", fullName: "tỉnh Quảng Bình", from: old, to: last, successors: ["tỉnh Quảng Trị"]),
        .init(kind: .province, name: "Quảng Trị", fullName: "tỉnh Quảng Trị", from: old),
        .init(
            kind: .province,
            name: "Bà Rịa - Vũng Tàu",
            fullName: "tỉnh Bà Rịa - Vũng Tàu",
            from: old,
            to: last,
            successors: ["Thành phố Hồ Chí Minh"]
        ),
        .init(kind: .province, name: "Hòa Bình", fullName: "tỉnh Hòa Bình", from: old, to: last, successors: ["tỉnh Phú Thọ"]),
        .init(kind: .province, name: "Đắk Lắk", fullName: "tỉnh Đắk Lắk", from: old),
        .init(kind: .centralCity, name: "Hải Phòng", fullName: "thành phố Hải Phòng", from: old),
        .init(kind: .centralCity, name: "Huế", fullName: "thành phố Huế", from: old),
        .init(kind: .centralCity, name: "Hồ Chí Minh", fullName: "Thành phố Hồ Chí Minh", from: old),
        .init(kind: .city, name: "Hạ Long", fullName: "thành phố Hạ Long", from: old, to: last),
        .init(kind: .ward, name: "Hạ Long", fullName: "phường Hạ Long", from: first),
        .init(kind: .ward, name: "Hồng Gai", fullName: "phường Hồng Gai", from: first),
        .init(kind: .commune, name: "Tân Hòa", fullName: "xã Tân Hòa", from: old),
        .init(kind: .commune, name: "Hải Hòa", fullName: "xã Hải Hòa", from: old, to: last, successors: ["xã Hải Ninh"]),
        .init(kind: .commune, name: "Ea H'Leo", fullName: "xã Ea H'Leo", from: old),
    ])

    static let people = PeopleRegister([
        .init(name: "Nguyễn Văn An", title: "Chủ tịch Ủy ban nhân dân tỉnh"),
        .init(name: "Trần Thị Bình Minh", title: "Phó Chủ tịch Thường trực Hội đồng nhân dân tỉnh"),
        .init(name: "Đỗ Thị Hoa", title: "Chủ tịch Ủy ban nhân dân tỉnh", to: day("2025-06-30")),
        .init(name: "Lê Văn Cường", title: "Giám đốc Sở Y tế", to: day("2025-12-31")),
        .init(name: "Lê Văn Cường", title: "Phó Chủ tịch Ủy ban nhân dân tỉnh", from: day("2026-01-01")),
    ])

    static func report(_ text: String, style: HouseStyle = HouseStyle(), on date: CivilDate = today) -> ProofReport {
        var manuscript = Manuscript()
        manuscript.add("body", RichText([.paragraph([.text(text)])]))
        return Proofreader(names: names, people: people, style: style).read(manuscript, on: date)
    }

    static func report(_ blocks: [Block]) -> ProofReport {
        var manuscript = Manuscript()
        manuscript.add("body", RichText(blocks))
        return Proofreader(names: names, people: people).read(manuscript, on: today)
    }

    /// "kind “quote” → suggestion"
    static func told(_ report: ProofReport) -> [String] {
        report.findings.map { finding in
            "\(finding.kind.rawValue) “\(finding.quote)”" + (finding.suggestions.first.map { " → \($0)" } ?? "")
        }
    }
}
