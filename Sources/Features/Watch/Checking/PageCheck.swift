import PortalNetwork
import PublicRecord
import RichText
import Web

/// Looks at one address as several visitors and holds what each got against what was published.
public struct PageCheck: Sendable {
    private let ground: Ground
    private let visitor: Visitor
    private let chromium: Chromium?
    /// The absolute address of a place, as it is fetched.
    private let address: @Sendable (PagePlace) -> String
    private let resources: ResourceBook
    private let texts: [Language: Set<String>]

    public init(_ ground: Ground, visitor: Visitor, chromium: Chromium?, address: @escaping @Sendable (PagePlace) -> String) {
        self.ground = ground
        self.visitor = visitor
        self.chromium = chromium
        self.address = address
        resources = ResourceBook()
        texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, PageRecord.texts(ground.words, $0)) })
    }

    public func check(_ place: PagePlace, as profiles: [Profile] = Profile.allCases) async -> CheckedPage {
        var page = CheckedPage(place)
        var findings: [Profile: [PageFinding]] = [:]
        let right: Ground.Right?
        do { right = try await ground.right?(place.target, place.host) } catch {
            for profile in profiles { page.failed[profile] = "the page could not be made anew: \(error)" }
            return page
        }
        for profile in profiles where profile != .scripts {
            do {
                let answer = try await visitor.get(address(place), as: profile)
                page.statuses[profile] = answer.status
                let found = try await self.findings(in: answer, at: place, right, &page)
                findings[profile] = found
                if !found.isEmpty { keep(answer, right, in: &page) }
            } catch {
                page.failed[profile] = "\(error)"
            }
        }
        if profiles.contains(.scripts), page.statuses.values.contains(200), right.map({ $0.contentType?.hasPrefix("text/html") ?? false }) ?? true {
            findings[.scripts] = await afterScripts(place, right, &page)
        }
        // The page made anew has what the tables say around items: on front pages these are held against the record themselves.
        if place.target == "/", let furniture = ground.furniture, let first = profiles.first(where: { findings[$0] != nil }) {
            do { findings[first, default: []] += try await furniture(place.host) } catch { page.unchecked.append("chrome") }
        }
        page.merge(findings.filter { page.failed[$0.key] == nil })
        return page
    }

    /// What a browser that ran the page's scripts shows.
    private func afterScripts(_ place: PagePlace, _ right: Ground.Right?, _ page: inout CheckedPage) async -> [PageFinding]? {
        guard let chromium else {
            page.unchecked.append("scripts")
            return nil
        }
        do {
            let html = try await chromium.document(of: address(place))
            page.statuses[.scripts] = 200
            let answer = Visitor.Answer(status: 200, contentType: "text/html", body: Array(html.utf8))
            let found = try await compared(answer, at: place, right, isAfterScripts: true, &page)
            if !found.isEmpty { keep(answer, right, in: &page) }
            return found
        } catch {
            page.failed[.scripts] = "\(error)"
            return nil
        }
    }

    // MARK: - One answer

    private func findings(in answer: Visitor.Answer, at place: PagePlace, _ right: Ground.Right?, _ page: inout CheckedPage) async throws
        -> [PageFinding]
    {
        var found: [PageFinding] = []
        if let refresh = answer.refresh { found.append(PageFinding(.redirect, found: refresh, place: "Refresh")) }
        if let right {
            // What is published cannot even be made anew: its edition is damaged where it is kept.
            if right.status >= 500 { found.append(PageFinding(.missingAddress, expected: "200", found: "\(right.status)", place: place.target)) }
            // A proxy may say in its own way that nothing is there.
            if answer.status >= 400, right.status >= 400 { return found }
            if answer.status != right.status { return found + [Self.otherStatus(answer, right, place)] }
            if (300..<400).contains(right.status) {
                let (here, there) = (plain(answer.location, place), plain(right.location, place))
                if here != there { found.append(PageFinding(.redirect, expected: there, found: here, place: place.target)) }
                return found
            }
            guard answer.isPage, right.contentType?.hasPrefix("text/html") == true else {
                // A feed, a file, robots.txt: whole, or not at all.
                if Self.isWhole(answer.contentType), answer.body != right.body {
                    found.append(PageFinding(.alteredResource, expected: Self.shown(right.body), found: Self.shown(answer.body), place: place.target))
                } else if answer.isPage != (right.contentType?.hasPrefix("text/html") ?? false) {
                    found.append(PageFinding(.rogueAddress, expected: right.contentType, found: answer.contentType, place: place.target))
                }
                return found
            }
            return found + (try await compared(answer, at: place, right, isAfterScripts: false, &page))
        }
        if (300..<400).contains(answer.status) {
            let target = plain(answer.location, place)
            if !target.hasPrefix("/") { found.append(PageFinding(.redirect, found: target, place: place.target)) }
            return found
        }
        if case .address(.item(let section, _, _, _)) = PublicAddress.read(path: place.path, query: place.query),
            !PageComparison.notItems.contains(section)
        {
            let isLive = await ground.record.item(String(place.path.suffix(13))) != nil
            if !isLive, answer.status == 200 { found.append(PageFinding(.rogueAddress, expected: "404, 410", found: "200", place: place.target)) }
            if isLive, answer.status != 200 {
                found.append(PageFinding(.missingAddress, expected: "200", found: "\(answer.status)", place: place.target))
            }
        }
        guard answer.isPage else { return found }
        return found + (try await compared(answer, at: place, nil, isAfterScripts: false, &page))
    }

    private func compared(
        _ answer: Visitor.Answer,
        at place: PagePlace,
        _ right: Ground.Right?,
        isAfterScripts: Bool,
        _ page: inout CheckedPage
    ) async throws -> [PageFinding] {
        let html = answer.html
        let scan = PageScan(html)
        page.resources.formUnion(scan.resources)
        let hosts = ground.hosts()
        for link in scan.links { if let place = Self.place(link, from: place, hosts) { page.links.insert(place) } }
        let portal = ground.portal(place.host)
        var statics: (@Sendable (String) -> String?)?
        if let make = ground.right {
            let table = await resources.right(scan.resources) { path in try await make(path, place.host) }
            statics = { path in table[path] }
        }
        let language = scan.language ?? portal?.language ?? .vi
        let record = PageRecord(
            hosts: hosts,
            site: portal?.code,
            live: try await ground.record.live(scan.ids),
            expected: right.map { String(decoding: $0.body, as: UTF8.self) },
            words: ground.words,
            language: language,
            statics: statics,
            texts: texts[language]
        )
        for code in PageComparison.unchecked(against: record) where !page.unchecked.contains(code) { page.unchecked.append(code) }
        // An answer that is no page of something published (404, 410, 429) says what the page made anew says; without one it is not compared.
        if right == nil, answer.status != 200 { return [] }
        let bytes =
            isAfterScripts
            ? [:]
            : await resources.found(scan.resources) { [visitor, address] path in
                try await visitor.get(address(PagePlace(host: place.host, target: path)), as: .desktop).body
            }
        let fetched = FetchedPage(path: place.path, query: place.query, html: html, resources: bytes, isAfterScripts: isAfterScripts)
        var found = PageComparison.findings(in: fetched, against: record)
        if let doubt = await ground.record.doubt(about: String(place.path.suffix(13))) {
            found.append(PageFinding(.record, found: doubt, place: "att"))
        }
        return found
    }

    // MARK: - Small things

    private func keep(_ answer: Visitor.Answer, _ right: Ground.Right?, in page: inout CheckedPage) {
        guard page.foundHTML == nil else { return }
        let hosts = ground.hosts()
        page.foundHTML = answer.html
        page.foundText = PageScan.text(of: answer.html, hosts)
        if let right {
            page.expectedHTML = String(decoding: right.body, as: UTF8.self)
            page.expectedText = PageScan.text(of: page.expectedHTML ?? "", hosts)
        }
    }

    private static func otherStatus(_ answer: Visitor.Answer, _ right: Ground.Right, _ place: PagePlace) -> PageFinding {
        let there = "\(right.status)" + (right.location.map { " \($0)" } ?? "")
        let here = "\(answer.status)" + (answer.location.map { " \($0)" } ?? "")
        if (300..<400).contains(answer.status) { return PageFinding(.redirect, expected: there, found: here, place: place.target) }
        if answer.status < 400 { return PageFinding(.rogueAddress, expected: there, found: here, place: place.target) }
        return PageFinding(.missingAddress, expected: there, found: here, place: place.target)
    }

    /// An own address as a target, others as they are.
    private func plain(_ location: String?, _ place: PagePlace) -> String {
        guard let location else { return "" }
        guard let target = Self.place(location, from: place, ground.hosts()), target.host == place.host else { return location }
        return target.target
    }

    /// The place an address leads to, where that is on one of the installation's hosts.
    static func place(_ address: String, from place: PagePlace, _ hosts: Set<String>) -> PagePlace? {
        let plain = String(address.prefix { $0 != "#" })
        if plain.hasPrefix("/"), !plain.hasPrefix("//") { return PagePlace(host: place.host, target: plain) }
        guard plain.hasPrefix("http://") || plain.hasPrefix("https://"), let start = plain.firstRange(of: "://")?.upperBound else { return nil }
        let rest = plain[start...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let host = authority.prefix { $0 != ":" }.lowercased()
        guard hosts.contains(host) else { return nil }
        let target = rest[authority.endIndex...]
        return PagePlace(host: host, target: target.isEmpty ? "/" : String(target))
    }

    private static func isWhole(_ type: String?) -> Bool {
        guard let type = type?.lowercased() else { return true }
        return !type.hasPrefix("image/") && !type.hasPrefix("audio/") && !type.hasPrefix("video/")
    }

    private static func shown(_ bytes: [UInt8]) -> String { String(String(decoding: bytes.prefix(2000), as: UTF8.self).prefix(500)) }
}
