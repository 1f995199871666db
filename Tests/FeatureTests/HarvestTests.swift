import Foundation
import HTTPTypes
import Machines
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Testing
import Vietnamese
import Web

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// OAI-PMH as harvesters use it.
@Suite("Harvesting")
struct HarvestTests {
    struct Answer {
        let root: XMLElement
        let verb: XMLElement?

        init(_ answer: Browser.Answer) throws {
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/xml; charset=utf-8")
            root = try #require(try XMLDocument(data: Data(answer.body.utf8)).rootElement())
            verb = root.children?.compactMap { $0 as? XMLElement }.first { !["responseDate", "request", "error"].contains($0.name ?? "") }
        }

        var error: String? { root.elements(forName: "error").first?.value("code") }
        var headers: [XMLElement] {
            let records = verb?.elements(forName: "record") ?? []
            return records.isEmpty ? verb?.elements(forName: "header") ?? [] : records.flatMap { $0.elements(forName: "header") }
        }
        var ids: [String] { headers.compactMap { $0.elements(forName: "identifier").first?.stringValue } }
        var deleted: [String] {
            headers.filter { $0.value("status") == "deleted" }.compactMap {
                $0.elements(forName: "identifier").first?.stringValue
            }
        }
        var token: String? { verb?.elements(forName: "resumptionToken").first?.stringValue }
    }

    static func ask(_ query: String, _ portal: TestPortal, host: String = TestPortal.host) async throws -> Answer {
        try Answer(try await portal.get("/oai?" + query, host: host))
    }

    /// Every identifier of a harvest, through all its pages.
    static func harvest(_ query: String, _ portal: TestPortal, host: String = TestPortal.host) async throws -> (all: [String], deleted: [String]) {
        var answer = try await ask(query, portal, host: host)
        #expect(answer.error == nil)
        var (all, deleted) = (answer.ids, answer.deleted)
        let verb = query.prefix { $0 != "&" }
        while let token = answer.token, !token.isEmpty {
            answer = try await ask("\(verb)&resumptionToken=\(token)", portal, host: host)
            #expect(answer.error == nil)
            all += answer.ids
            deleted += answer.deleted
            try #require(all.count < 2000)
        }
        return (all, deleted)
    }

    @Test("a harvest hands out everything once, also while the portal goes on publishing", arguments: Backend.available)
    func everything(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            try await portal.fill(130, portal.news)
            try await portal.fill(125, portal.economy, titled: "Kinh tế")
            for verb in ["ListRecords", "ListIdentifiers"] {
                let (all, _) = try await Self.harvest("verb=\(verb)&metadataPrefix=oai_dc", portal)
                #expect(all.count == 255 && Set(all).count == 255)
            }
            #expect(try await Self.harvest("verb=ListIdentifiers&metadataPrefix=oai_dc&set=tin-tuc:kinh-te", portal).all.count == 125)
            #expect(try await Self.harvest("verb=ListIdentifiers&metadataPrefix=oai_dc&set=tin-tuc", portal).all.count == 255)
            // What changes meanwhile comes at the end.
            let first = try await Self.ask("verb=ListIdentifiers&metadataPrefix=oai_dc", portal)
            let item = try await portal.publish(FullArticle.short("Mới"), in: portal.news).item
            let token = try #require(first.token)
            let rest = try await Self.harvest("verb=ListIdentifiers&resumptionToken=\(token)", portal)
            #expect(Set(first.ids + rest.all).count == 256 && rest.all.last == "oai:anson.test:\(item)")
        }
    }

    @Test("what was taken back, erased or moved away stays as a deleted record", arguments: Backend.available)
    func deletions(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            var items: [ItemID] = []
            for title in ["Một", "Hai", "Ba", "Bốn"] { items.append(try await portal.publish(FullArticle.short(title), in: portal.economy).item) }
            let names = items.map { "oai:anson.test:\($0)" }
            portal.clock.advance(seconds: 7200)
            let since = String(portal.clock.now.rfc3339UTC.prefix(19)) + "Z"
            #expect(try await Self.ask("verb=ListRecords&metadataPrefix=oai_dc&from=\(since)", portal).error == "noRecordsMatch")
            try await portal.publishing.withdraw(items[0], because: .error, note: nil, by: portal.by("chief"))
            try await portal.publishing.erase(items[1], because: .personal, by: portal.by("chief"))
            try await portal.publishing.move(items[2], to: Place(site: portal.department.id, section: portal.ward.id), by: portal.by("chief"))
            for set in ["", "&set=tin-tuc", "&set=tin-tuc:kinh-te"] {
                let (all, deleted) = try await Self.harvest("verb=ListRecords&metadataPrefix=oai_dc&from=\(since)\(set)", portal)
                #expect(all == Array(names.prefix(3)), "\(set)")
                #expect(deleted == all, "\(set)")
            }
            let moved = try await Self.harvest("verb=ListRecords&metadataPrefix=oai_dc", portal, host: TestPortal.departmentHost)
            #expect(moved.all == [names[2]] && moved.deleted.isEmpty)
            #expect(try await Self.ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=\(names[2])", portal).deleted == [names[2]])
            #expect(try await Self.ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=\(names[1])", portal).deleted == [names[1]])
            #expect(try await portal.get("/oai?verb=ListRecords&metadataPrefix=oai_dc").body.contains("Hai") == false)
            // Back again: a record once more, under the same name.
            try await portal.publishing.move(items[2], to: Place(site: portal.province.id, section: portal.news.id), by: portal.by("chief"))
            try await portal.publishing.restore(items[0], by: portal.by("chief"))
            let (all, deleted) = try await Self.harvest("verb=ListRecords&metadataPrefix=oai_dc", portal)
            #expect(Set(all) == Set(names) && all.count == 4 && deleted == [names[1]])
            #expect(try await Self.harvest("verb=ListRecords&metadataPrefix=oai_dc", portal, host: TestPortal.departmentHost).deleted == [names[2]])
        }
    }

    @Test("times select by the second and by the day")
    func times() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let first = try await portal.publish(FullArticle.short("Một"), in: portal.news).item
            let one = String(portal.clock.now.rfc3339UTC.prefix(19)) + "Z"
            portal.clock.advance(seconds: 1)
            let second = try await portal.publish(FullArticle.short("Hai"), in: portal.news).item
            portal.clock.advance(seconds: 3 * 86_400)
            let third = try await portal.publish(FullArticle.short("Ba"), in: portal.news).item
            let day = String(portal.clock.now.rfc3339UTC.prefix(10))
            for (range, expected) in [
                ("from=\(one)&until=\(one)", [first]), ("until=\(one)", [first]), ("from=\(day)", [third]),
                ("until=\(one.prefix(10))", [first, second]),
                ("from=\(day)&until=\(day)", [third]), ("until=2026-11-20T00:00:00Z", []), ("from=2030-01-01", []),
            ] {
                let answer = try await Self.ask("verb=ListIdentifiers&metadataPrefix=oai_dc&\(range)", portal)
                #expect(answer.ids == expected.map { "oai:anson.test:\($0)" }, "\(range)")
                #expect(answer.error == (expected.isEmpty ? "noRecordsMatch" : nil), "\(range)")
            }
        }
    }

    @Test(
        "mistakes are answered in the protocol's words",
        arguments: [
            ("", "badVerb"), ("verb=Nothing", "badVerb"), ("verb=Identify&verb=Identify", "badVerb"), ("verb=Identify&set=x", "badArgument"),
            ("verb=Identify&x=y", "badArgument"), ("verb=ListRecords", "badArgument"),
            ("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-31", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=x", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T25:00:00Z", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&set=khong-co", "noRecordsMatch"),
            ("verb=ListRecords&metadataPrefix=oai_dc&set=%3A", "noRecordsMatch"),
            ("verb=ListRecords&resumptionToken=x", "badResumptionToken"), ("verb=ListRecords&resumptionToken=!!!5!1!", "badResumptionToken"),
            ("verb=ListRecords&resumptionToken=!9223372036854775807!!5!1", "badResumptionToken"),
            ("verb=ListRecords&resumptionToken=!!!-1!1", "badResumptionToken"),
            ("verb=ListRecords&resumptionToken=!!!5!1&metadataPrefix=oai_dc", "badArgument"),
            ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
            ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"), ("verb=GetRecord&metadataPrefix=oai_dc&identifier=x", "idDoesNotExist"),
            ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:other.test:0s9w9w4tc0000", "idDoesNotExist"),
            ("verb=ListMetadataFormats&identifier=oai:anson.test:0s9w9w4tc0000", "idDoesNotExist"), ("verb=%00", nil), ("verb=%C3", nil),
        ]
    )
    func mistakes(_ query: String, _ code: String?) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let answer = try await portal.get("/oai?" + query)
            guard let code else {
                #expect(answer.status == 400)
                return
            }
            #expect(try Answer(answer).error == code)
        }
    }

    @Test("a form is read like a query")
    func forms() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let type = HTTPFields([HTTPField(name: .contentType, value: "application/x-www-form-urlencoded")])
            let answer = try await portal.browser.send(
                "/oai",
                method: .post,
                host: TestPortal.host,
                headers: type,
                body: "verb=Identify"
            )
            #expect(try Answer(answer).verb?.name == "Identify")
            let long = String(repeating: "x", count: 5000)
            #expect(try await portal.browser.send("/oai", method: .post, host: TestPortal.host, headers: type, body: long).status == 413)
            #expect(try await portal.browser.send("/oai", method: .post, host: TestPortal.host, headers: [:], body: "verb=Identify").status == 415)
            #expect(try await portal.get("/oai", method: .put).status == 405)
        }
    }
}
