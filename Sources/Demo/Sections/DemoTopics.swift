/// A topic site (*chuyên trang*) inside a portal: a front of its own, from one day to another, then kept as an archive.
public struct DemoTopic: Sendable, Hashable {
    public let code: String
    public let site: String
    public let name: String
    public let standfirst: String
    /// Days from today; negative ones lie in the past.
    public let startsAfterDays: Int
    /// Nil where no end is set.
    public let endsAfterDays: Int?
    /// Sections of the front in order.
    public let blocks: [String]
    public let picture: PictureRecipe
}

extension DemoTopic {
    public static let all: [DemoTopic] = [
        DemoTopic(
            code: "phong-chong-thien-tai",
            site: DemoNetwork.mainCode,
            name: "Phòng, chống thiên tai",
            standfirst: "Tin cảnh báo, hướng dẫn ứng phó và việc khắc phục hậu quả bão, lũ, sạt lở đất trên địa bàn tỉnh.",
            startsAfterDays: -540,
            endsAfterDays: nil,
            blocks: ["lead", "tag:bao", "tag:sat-lo", "documents"],
            picture: PictureRecipe(scene: .storm, seed: 11)
        ),
        DemoTopic(
            code: "ocop",
            site: DemoNetwork.mainCode,
            name: "Mỗi xã một sản phẩm",
            standfirst: "Sản vật của các xã, phường, câu chuyện người làm ra sản vật và lịch hội chợ trong năm.",
            startsAfterDays: -500,
            endsAfterDays: nil,
            blocks: ["lead", "tag:ocop", "list"],
            picture: PictureRecipe(scene: .terraces, seed: 12)
        ),
        DemoTopic(
            code: "an-son-so",
            site: DemoNetwork.mainCode,
            name: "Chuyển đổi số An Sơn",
            standfirst: "Dịch vụ công trực tuyến, tổ công nghệ số cộng đồng và kỹ năng an toàn trên môi trường mạng.",
            startsAfterDays: -420,
            endsAfterDays: 365,
            blocks: ["lead", "tag:dich-vu-cong-truc-tuyen", "list"],
            picture: PictureRecipe(scene: .city, seed: 13)
        ),
        DemoTopic(
            code: "tet-nguyen-dan",
            site: DemoNetwork.mainCode,
            name: "Tết Nguyên đán",
            standfirst: "Chăm lo Tết cho người dân, hàng hóa, giao thông và các hoạt động đón xuân.",
            startsAfterDays: -320,
            endsAfterDays: -250,
            blocks: ["lead", "list"],
            picture: PictureRecipe(scene: .flowers, seed: 14)
        ),
        DemoTopic(
            code: "nam-hoc-moi",
            site: DemoNetwork.mainCode,
            name: "Năm học mới",
            standfirst: "Tuyển sinh, khai giảng và những việc phụ huynh cần biết trước ngày tựu trường.",
            startsAfterDays: -150,
            endsAfterDays: -30,
            blocks: ["lead", "list"],
            picture: PictureRecipe(scene: .school, seed: 15)
        ),
        DemoTopic(
            code: "mua-he-bien-goi",
            site: "du-lich",
            name: "Mùa hè biển gọi",
            standfirst: "Bãi tắm, đảo Hòn Mây, đường đi và những lưu ý an toàn cho một chuyến nghỉ hè ở An Sơn.",
            startsAfterDays: -210,
            endsAfterDays: -60,
            blocks: ["lead", "list"],
            picture: PictureRecipe(scene: .sea, seed: 16)
        ),
    ]
}
