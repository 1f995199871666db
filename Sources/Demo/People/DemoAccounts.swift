public import PortalNetwork
public import Store

/// Those of the demo's people who can sign in: one for each role (domain notes 7.1), so that the desk shows what each may do.
public enum DemoAccounts {
    /// What all of them know. Their second factor's code `caunoi user code NAME` prints, on this machine alone.
    public static let password = "cầu nối minh họa"

    public static let handles: [String] =
        ["quan-tri", "truong-ban", "pho-ban-1", "thu-ky-1", "bien-tap-1", "phong-vien-1", "cong-tac-vien", "van-thu", "ke-toan", "ky-thuat"] + liaison

    private static let liaison = DemoPeople.all.first { $0.role == "unitLiaison" }.map { [$0.handle] } ?? []

    /// A name and what its role is.
    public struct Line: Sendable, Codable {
        public let handle: String
        public let name: String
        public let role: String
        public let site: String
    }

    public static var lines: [Line] {
        handles.compactMap { handle in
            DemoPeople.all.first { $0.handle == handle }.map { Line(handle: $0.handle, name: $0.name, role: $0.role, site: $0.site) }
        }
    }

    /// Gives them their accounts, once the people are there.
    public static func make(_ access: Access) async throws {
        let hash = try await access.hashForDemo(password)
        for handle in handles {
            guard let person = try await access.database.read({ try People.find(handle: handle, in: $0) }) else {
                throw PeopleRefusal.unknown(handle)
            }
            try await access.makeDemoAccount(for: person.id, hash: hash)
        }
    }
}
