import PortalNetwork
import Testing

/// Every refusal is found in the catalogues by its own key, and the samples name each once.
@Suite struct RefusalTests {
    private func check(_ samples: [any Refusal], prefix: String, count: Int) {
        let keys = samples.map(\.key)
        #expect(Set(keys).count == keys.count, "two refusals have one key")
        #expect(keys.count == count, "a case was added or taken away: keep the samples and this figure in step")
        for sample in samples {
            #expect(sample.key.hasPrefix(prefix))
            let isPlain = sample.key.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x2E }
            #expect(isPlain, "\(sample.key)")
        }
    }

    @Test func keys() {
        check(SiteRefusal.samples, prefix: "site.", count: 62)
        check(LeaderRefusal.samples, prefix: "leader.", count: 10)
        check(HostRefusal.samples, prefix: "host.", count: 10)
        check(PeopleRefusal.samples, prefix: "people.", count: 17)
        check(AgencyRefusal.samples, prefix: "agency.", count: 9)
        check(UnitRefusal.samples, prefix: "unit.", count: 12)
        check(AuthorizationRefusal.samples, prefix: "network.", count: 2)
    }

    @Test func everySegmentOfTheContractIsReserved() {
        for segment in [
            "tim-kiem", "feed.atom", "feed.json", "sitemap.xml", "robots.txt", ".well-known", "manifest.webmanifest", "gioi-thieu", "van-ban",
            "cong-bao",
            "gop-y-du-thao", "thu-tuc-hanh-chinh", "hoi-dap", "phan-anh-kien-nghi", "tra-cuu", "trang", "chuyen-trang", "tu-khoa", "tac-gia",
            "luu-tru",
            "so-do-trang", "feed.rss", "oai", "websub", "doi-thoai", "hop-bao", "diem-bao", "cai-chinh", "tiep-can-thong-tin", "api", "files", "tep",
            "log",
            "kiem-chung", "witness", "desk", "healthz", "metrics", "congbao", "tukhoa", "ngoai-tuyen", "sw.js",
        ] {
            #expect(ReservedSegments.reservesPath(segment), "\(segment)")
        }
        for segment in ["tin-tuc", "su-kien", "thoi-su", "van-hoa"] { #expect(!ReservedSegments.reservesPath(segment)) }
    }
}
