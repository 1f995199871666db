/// First path segments that the program uses itself. Creating a section or a site refuses them.
public enum ReservedSegments {
    /// The addresses of the contract, whether or not a feature answers for them yet: a section that took one would have to go later.
    public static let program: Set<String> = [
        "_", "api", "desk", "files", "tep", "log", "witness", "websub", "oai", "healthz", "metrics", "tim-kiem", "feed", "sitemap", "robots",
        "manifest", "gioi-thieu", "van-ban", "cong-bao", "gop-y-du-thao", "thu-tuc-hanh-chinh", "hoi-dap", "phan-anh-kien-nghi", "tra-cuu", "trang",
        "chuyen-trang", "tu-khoa", "tac-gia", "luu-tru", "so-do-trang", "doi-thoai", "hop-bao", "diem-bao", "cai-chinh", "tiep-can-thong-tin",
        "kiem-chung", "favicon", "well-known",
    ]

    /// Whether a section may not be called so, given the features in use.
    public static func contains(_ segment: String, features: [any PortalFeature] = []) -> Bool {
        program.contains(segment) || features.contains { $0.reservedSegments.contains(segment) }
    }
}
