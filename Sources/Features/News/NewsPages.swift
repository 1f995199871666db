import HTTPTypes
public import Hummingbird
import PortalNetwork
public import Publishing
import Vietnamese
public import Web

/// The public pages of news. Each page is a file beside this one.
public struct NewsPages: Sendable {
    let reader: Reader
    let addresses: Addresses
    let sections: @Sendable () -> SectionIndex
    static let size = 20

    public init(reader: Reader, addresses: Addresses, sections: @escaping @Sendable () -> SectionIndex) {
        self.reader = reader
        self.addresses = addresses
        self.sections = sections
    }

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("tu-khoa/:tag") { request, context in
            try await tag(try context.parameters.require("tag"), page: Self.page(request), for: context.visit)
        }
        routes.get("tac-gia/:author") { request, context in
            try await author(try context.parameters.require("author"), page: Self.page(request), for: context.visit)
        }
        routes.get("luu-tru") { _, context in
            let today = context.visit.now.civilDate
            return try Redirect.found(Self.monthPath(today.year, today.month))
        }
        routes.get("luu-tru/:year/:month") { _, context in
            try await month(try context.parameters.require("year"), try context.parameters.require("month"), for: context.visit)
        }
        routes.get("luu-tru/:year/:month/:day") { request, context in
            let parts = try ["year", "month", "day"].map { try context.parameters.require($0) }
            return try await day(parts.joined(separator: "-"), page: Self.page(request), for: context.visit)
        }
        routes.get("cai-chinh") { request, context in try await corrections(page: Self.page(request), for: context.visit) }
        routes.get("so-do-trang") { _, context in try await siteMap(for: context.visit) }
        routes.get("chuyen-trang/:topic") { request, context in
            try await topic(try context.parameters.require("topic"), page: Self.page(request), for: context.visit)
        }
    }

    func maker(_ visit: Visit) -> CardMaker { CardMaker(visit: visit, index: sections(), addresses: addresses) }

    /// Lists that go on over pages. What is not named here has one page for the page cache, whatever was asked for.
    static let queryParameters: [String: Set<String>] = Dictionary(
        uniqueKeysWithValues: ["/tu-khoa/{tag}", "/tac-gia/{author}", "/luu-tru/{year}/{month}/{day}", "/cai-chinh", "/chuyen-trang/{topic}"]
            .map { ($0, ["trang"]) }
    )

    /// `?trang=N`; anything else than a number from 1 is a page that does not exist.
    private static func page(_ request: Request) throws -> Int {
        guard let text = request.uri.queryParameters["trang"] else { return 1 }
        guard let page = Int(text), (1...PublicAddress.lastPage).contains(page) else { throw PageError.notFound }
        return page
    }

    static func monthPath(_ year: Int, _ month: Int) -> String { "/luu-tru/\(year)/\(month < 10 ? "0" : "")\(month)/" }
}

/// A temporary redirect to a path of the same portal.
enum Redirect {
    static func found(_ path: String) throws -> Response {
        guard Link.isSafe(path), path.hasPrefix("/") else { throw PageError.notFound }
        return Response(status: .found, headers: [.location: path, .cacheControl: "public, max-age=30"])
    }
}
