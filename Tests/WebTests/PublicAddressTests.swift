import Store
import Testing

@testable import Web

@Suite("The grammar of public addresses")
struct PublicAddressTests {
    private static let id = "03gw0m8y7jkt1"

    @Test(
        arguments: [
            ("/", nil, "/"), ("/tin-tuc/", nil, "/tin-tuc/"), ("/tin-tuc/", "trang=2", "/tin-tuc/?trang=2"),
            ("/tin-tuc/\(id)", nil, "/tin-tuc/\(id)"), ("/tin-tuc/ky-hop-thu-10-\(id)", nil, "/tin-tuc/ky-hop-thu-10-\(id)"),
            ("/tin-tuc/ky-hop-\(id)", "in=1", "/tin-tuc/ky-hop-\(id)?in=1"), ("/trang/gioi-thieu-\(id)", nil, "/trang/gioi-thieu-\(id)"),
            ("/tin-tuc/", "utm_source=zalo&trang=3&fbclid=x", "/tin-tuc/?trang=3"),
        ] as [(String, String?, String)]
    )
    func addresses(path: String, query: String?, printed: String) {
        guard case .address(let address) = PublicAddress.read(path: path, query: query) else {
            Issue.record("not read: \(PublicAddress.read(path: path, query: query))")
            return
        }
        #expect(address.path == printed)
    }

    @Test(
        arguments: [
            ("/tin-tuc", nil, "/tin-tuc/"), ("/tin-tuc", "trang=2", "/tin-tuc/?trang=2"), ("/tin-tuc/", "trang=1", "/tin-tuc/"),
            ("/tin-tuc/x-\(id)/", nil, "/tin-tuc/x-\(id)"), ("/tin-tuc/X-\(id.uppercased())", nil, "/tin-tuc/x-\(id)"),
            ("/Tin-Tuc/", nil, "/tin-tuc/"),
            ("/tin%2Dtuc/", nil, "/tin-tuc/"), ("/tin-tuc/K%E1%BB%B3-h%E1%BB%8Dp-\(id)", nil, "/tin-tuc/\(id)"),
            ("/tin-tuc/a--b-\(id)", nil, "/tin-tuc/\(id)"),
        ] as [(String, String?, String)]
    )
    func otherSpellings(path: String, query: String?, printed: String) {
        #expect(PublicAddress.read(path: path, query: query) == .elsewhere(Self.address(printed)))
    }

    @Test(
        arguments: [
            ("", nil), ("tin-tuc/", nil), ("//", nil), ("/tin-tuc//", nil), ("/a/b/c", nil), ("/tin_tuc/", nil), ("/-tin/", nil), ("/tin-/", nil),
            ("/tin--tuc/", nil), ("/tin-tuc/", "trang=0"), ("/tin-tuc/", "trang=-1"), ("/tin-tuc/", "trang=02"), ("/tin-tuc/", "trang=1e3"),
            ("/tin-tuc/", "trang="), ("/tin-tuc/", "trang"), ("/tin-tuc/", "trang=100001"), ("/tin-tuc/", "trang=99999999999999999999"),
            ("/tin-tuc/", "trang=2&trang=3"), ("/tin-tuc/", "trang=%32"), ("/tin-tuc/x-\(id)", "in=2"), ("/tin-tuc/x-\(id)", "in=1&in=1"),
            ("/tin-tuc/x-03gw0m8y7jkt", nil), ("/tin-tuc/x\(id)", nil), ("/tin-tuc/x-03gw0m8y7jktu", nil), ("/tin-tuc/x-zzzzzzzzzzzzz", nil),
            ("/tin-tuc/%00", nil), ("/tin-tuc/%zz-\(id)", nil), ("/tin-tuc/%C3-\(id)", nil), ("/tin-tuc%2Fx-\(id)", nil),
            ("/\(String(repeating: "a", count: 65))/", nil),
        ] as [(String, String?)]
    )
    func nothings(path: String, query: String?) {
        #expect(PublicAddress.read(path: path, query: query) == .none)
    }

    /// What is printed is read back as itself.
    @Test func printedAddressesAreRead() {
        var random = SeededGenerator(state: 11)
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        func word() -> String { String((0..<Int.random(in: 1...8, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" }) }
        func slug(_ most: Int) -> String { (0..<Int.random(in: 1...most, using: &random)).map { _ in word() }.joined(separator: "-") }
        for _ in 0..<3000 {
            let address: PublicAddress =
                switch Int.random(in: 0...3, using: &random) {
                case 0: .section(slug(4), page: Int.random(in: 1...PublicAddress.lastPage, using: &random))
                case 1: .item(section: slug(3), slug: "", id: Int64.random(in: 0...Int64.max, using: &random), isPrint: Bool.random(using: &random))
                default:
                    .item(section: slug(3), slug: slug(12), id: Int64.random(in: 0...Int64.max, using: &random), isPrint: Bool.random(using: &random))
                }
            #expect(Self.read(address.path) == .address(address))
        }
    }

    /// Reading is total: rubbish has a reading, and what a redirect leads to is written as we write it.
    @Test func redirectsLeadHome() {
        var random = SeededGenerator(state: 13)
        let pieces = ["/", "tin-tuc", "%", "2f", "%2F", "..", Self.id, "-", "?", "trang=", "1", "in=1", "&", "Đ", "\u{0}", "A", "%C4%90"]
        for _ in 0..<5000 {
            let text = "/" + (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            if case .elsewhere(let address) = Self.read(text) {
                #expect(Self.read(address.path) == .address(address), "\(text)")
            }
        }
    }

    private static func read(_ text: String) -> PublicAddress.Reading {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return PublicAddress.read(path: parts[0], query: parts.count > 1 ? parts[1] : nil)
    }

    private static func address(_ text: String) -> PublicAddress {
        if case .address(let address) = read(text) { return address }
        return .home
    }
}
