import FileStore
import Foundation
import HTTPTypes
import Hummingbird
import Library
import News
import Newsroom
import PortalNetwork
import PortalTesting
import Publishing
import Questions
import Redaction
import Search
import Store
import Synchronization
import Vietnamese
import Watch
import Web

/// The desk of the test province, behind the real router.
struct DeskPlace: Sendable {
    static let host = "desk.anson.test"
    static let origin = "https://desk.anson.test"
    static let password = "bến đò cũ 47"
    static let caller = PortalNetwork.Access.Caller(address: "192.0.2.7", agent: "test")

    let portal: TestPortal
    let access: PortalNetwork.Access
    let notices: Notices
    let browser: Browser
    let routes: [DeskRoute]
    /// Below the department.
    let station: Site
    let library: FileLibrary

    static func with<T>(
        _ backend: Backend,
        sendsMail: Bool = false,
        providers: ProviderBook = .none,
        _ body: (DeskPlace) async throws -> T
    ) async throws -> T {
        try await withDatabase(backend, migrations: KeySafe.migrations) { keys in
            try await TestPortal.with(backend) { portal in
                let clock = portal.clock.clock
                let ids = IdentifierMaker(node: 3, clock: clock)
                let settings = SiteSettings(name: "Trạm Y tế", shortName: "Trạm Y tế", hosts: ["tram.anson.test"])
                let station = try await Sites.add(
                    SiteDraft(code: "tram-y-te", parent: portal.department.id, kind: .unit, settings: settings),
                    to: portal.database,
                    ids: ids,
                    clock: clock
                )
                try await portal.refresh()
                let access = PortalNetwork.Access(
                    database: portal.database,
                    safe: try await KeySafe.open(keys),
                    hasher: try PasswordHasher(cost: .least),
                    clock: clock,
                    ids: ids
                )
                let notices = Notices(access, sendsMail: sendsMail)
                let uploads = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-uploads-\(UUID().uuidString)").path
                defer { try? FileManager.default.removeItem(atPath: uploads) }
                let library = FileLibrary(
                    database: portal.database,
                    files: portal.files,
                    incoming: try UploadFolder(root: uploads),
                    clock: clock,
                    ids: ids
                )
                let rooms = LibraryDesk(library, publishing: portal.publishing, workshop: portal.workshop, hasScanner: false)
                let desk = Desk(
                    host: host,
                    access: access,
                    face: portal.face,
                    notices: notices,
                    providers: providers,
                    parts: [
                        portal.newsroom,
                        CasesDesk(
                            casework: portal.casework,
                            publishing: portal.publishing,
                            redactor: Redactor(),
                            library: AnswerLibrary(reader: portal.reader) { [index = portal.index] words, root in
                                let request = SearchRequest(words, scope: .subtree(root), kind: AnsweredQuestion.name, size: 30)
                                return try await index.items(request, now: clock.now())
                            }
                        ),
                        rooms,
                        portal.portalDesk, WatchDesk(database: portal.database), CalendarDesk(portal.houseRules),
                    ]
                )
                let router = try PublicRouter.build(
                    face: portal.face,
                    features: portal.features,
                    resolver: NoPages(),
                    metrics: RequestMetrics(MetricsRegistry()),
                    desk: desk
                )
                return try await body(
                    DeskPlace(
                        portal: portal,
                        access: access,
                        notices: notices,
                        browser: Browser(responder: router.buildResponder()),
                        routes: try desk.routes().declared,
                        station: station,
                        library: library
                    )
                )
            }
        }
    }

    /// Somebody with a role, a password and a second factor that this test knows.
    @discardableResult
    func person(_ handle: String, _ role: Role, on site: Site) async throws -> Person {
        let draft = PersonDraft(handle: handle, name: "Người \(handle)")
        let (person, token) = try await access.enter(draft, as: role, on: site.id, by: nil, from: Self.caller)
        _ = try await access.accept(token, password: Self.password, from: Self.caller)
        return person
    }

    func visitor() -> Visitor { Visitor(self) }

    /// Something on the department's portal that this person has begun to write.
    func draft(by handle: String, titled title: String = "Bản nháp của người khác") async throws -> ItemID {
        try await portal.publishing.save(Article.blank(titled: title), in: Place(site: portal.department.id, section: portal.ward.id), by: by(handle))
            .item
    }

    func by(_ handle: String) async throws -> Publisher.By {
        let now = portal.clock.now
        let actor = try await portal.database.read { db in
            try People.find(handle: handle, in: db).flatMap { try People.actor(for: $0.id, at: now, in: db) }
        }
        guard let actor else { throw PeopleRefusal.unknown(handle) }
        return Publisher.By(actor, in: portal.tree)
    }

    /// A browser in which somebody is signed in; the second factor was set up on the way.
    func signedIn(_ handle: String) async throws -> Visitor {
        let visitor = visitor()
        _ = try await visitor.get("/desk/dang-nhap")
        let first = try await visitor.post("/desk/dang-nhap", ["ten": handle, "mat-khau": Self.password])
        guard first.location == "/desk/thiet-lap" else { throw PageError(.unauthorized, first.body) }
        let page = try await visitor.get("/desk/thiet-lap")
        visitor.secret = Self.secret(in: page.body)
        let done = try await visitor.post("/desk/thiet-lap", ["ma": code(visitor.secret)])
        guard done.status == 200 else { throw PageError(.unauthorized, done.body) }
        return visitor
    }

    func code(_ secret: [UInt8]) -> String { TimeCodes.code(secret, step: TimeCodes.step(at: portal.clock.now)) }

    func audit(_ query: AuditTrail.Query = AuditTrail.Query()) async throws -> [AuditLine] {
        try await portal.database.read { try AuditTrail.lines(query, in: $0) }
    }

    private static func secret(in page: String) -> [UInt8] {
        let text = page.firstMatch(of: #/<code class="desk-secret">([A-Z2-7 ]+)</code>/#)?.output.1 ?? ""
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, rest, bits): ([UInt8], Int, Int) = ([], 0, 0)
        for character in text where character != " " {
            rest = (rest << 5 | (alphabet.firstIndex(of: character) ?? 0)) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(rest >> bits & 255))
            }
        }
        return bytes
    }
}

/// A browser with its cookies and the token of the last page.
final class Visitor: Sendable {
    private struct State {
        var cookies: [String: String] = [:]
        var formToken = ""
        var secret: [UInt8] = []
    }

    private let place: DeskPlace
    private let state = Mutex(State())

    init(_ place: DeskPlace) { self.place = place }

    var cookies: [String: String] {
        get { state.withLock { $0.cookies } }
        set { state.withLock { $0.cookies = newValue } }
    }
    var formToken: String {
        get { state.withLock { $0.formToken } }
        set { state.withLock { $0.formToken = newValue } }
    }
    var secret: [UInt8] {
        get { state.withLock { $0.secret } }
        set { state.withLock { $0.secret = newValue } }
    }

    func get(_ path: String, host: String = DeskPlace.host, headers: HTTPFields = [:]) async throws -> Browser.Answer {
        try await send(path, .get, host, headers, "")
    }

    /// Sends a form as a page of the desk would.
    func post(_ path: String, _ fields: [String: String], token: String? = nil) async throws -> Browser.Answer {
        let all = fields.merging(["_": token ?? formToken]) { $1 }
        return try await post(path, raw: all.map { "\($0.key)=\(Self.encode($0.value))" }.joined(separator: "&"))
    }

    func post(_ path: String, raw body: String, headers more: HTTPFields = [:]) async throws -> Browser.Answer {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .origin: DeskPlace.origin]
        for field in more { headers[field.name] = field.value.isEmpty ? nil : field.value }
        return try await send(path, .post, DeskPlace.host, headers, body)
    }

    /// Sends bytes that are no form, as a script of the desk would.
    func send(_ path: String, _ method: HTTPRequest.Method, bytes: [UInt8] = [], headers more: HTTPFields = [:]) async throws -> Browser.Answer {
        var headers: HTTPFields = [.contentType: "application/offset+octet-stream", .origin: DeskPlace.origin]
        if let name = HTTPField.Name("X-Caunoi-Form") { headers[name] = formToken }
        for field in more { headers[field.name] = field.value.isEmpty ? nil : field.value }
        return try await send(path, method, DeskPlace.host, headers, bytes)
    }

    /// Sends a form with files, as a browser would without script.
    func upload(_ path: String, _ files: [(name: String, bytes: [UInt8])], fields: [String: String] = [:]) async throws -> Browser.Answer {
        var body: [UInt8] = []
        for (name, value) in fields.merging(["_": formToken], uniquingKeysWith: { $1 }) {
            body += Array("--BIEN\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            body += Array("--BIEN\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"\(file.name)\"\r\nContent-Type: x/y\r\n\r\n".utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array("--BIEN--\r\n".utf8)
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=BIEN", .origin: DeskPlace.origin, .contentLength: "\(body.count)"]
        if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
        return try await send(path, .post, DeskPlace.host, headers, body)
    }

    private func send(_ path: String, _ method: HTTPRequest.Method, _ host: String, _ headers: HTTPFields, _ body: String) async throws
        -> Browser.Answer
    {
        try await send(path, method, host, headers, Array(body.utf8))
    }

    private func send(_ path: String, _ method: HTTPRequest.Method, _ host: String, _ headers: HTTPFields, _ body: [UInt8]) async throws
        -> Browser.Answer
    {
        var headers = headers
        let jar = cookies
        if !jar.isEmpty { headers[.cookie] = jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        let answer = try await place.browser.send(path, method: method, host: host, headers: headers, bytes: body)
        state.withLock { state in
            for set in answer.headers[values: .setCookie] {
                let pair = set.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                state.cookies[String(pair[0])] = set.contains("Max-Age=0") ? nil : String(pair[1])
            }
            if let token = answer.body.firstMatch(of: #/name="_" value="([a-z2-7]+)"/#)?.output.1 { state.formToken = String(token) }
        }
        return answer
    }

    static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

/// The portals of this test have no pages: what is asked of them is nothing the desk may answer.
private struct NoPages: PageResolver {
    func answer(to address: PublicAddress, for visit: Visit) async throws -> PageAnswer { .notFound }
}
