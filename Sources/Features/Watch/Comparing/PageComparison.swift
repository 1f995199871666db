import Foundation
import PortalNetwork
import PublicRecord
import RichText
import Web

/// Layer L0: a page held against what was published. A pure function: the same page and the same record give the same findings, in the order in which
/// they stand.
///
/// A page consists of regions that say where they come from; the marks are hints that anybody can copy, so each region is compared with the record:
/// the edition's canonical text with its commitment, cards with live editions, wording with the catalogue, furniture, `<head>` and every attribute
/// with the same page made anew, live values with what such a value may look like.
public struct PageComparison {
    let page: FetchedPage
    let record: PageRecord
    let strict: StrictPage
    var findings: [PageFinding] = []

    public static func findings(in page: FetchedPage, against record: PageRecord) -> [PageFinding] {
        var comparison = PageComparison(page, record)
        comparison.run()
        var seen: Set<PageFinding> = []
        return comparison.findings.filter { seen.insert($0).inserted }
    }

    /// What a record of this kind cannot say, as codes: `chrome`, `head`, `cards`, `resources`.
    public static func unchecked(against record: PageRecord) -> [String] {
        var names: [String] = []
        if record.expected == nil { names += ["chrome", "head", "attributes"] }
        if record.statics == nil { names.append("resources") }
        if record.live.values.contains(where: { $0.card == nil }) { names.append("cards") }
        return names
    }

    private init(_ page: FetchedPage, _ record: PageRecord) {
        self.page = page
        self.record = record
        strict = StrictPage(page.html)
    }

    mutating func find(_ kind: PageFinding.Kind, expected: String? = nil, found: String? = nil, place: String = "") {
        findings.append(PageFinding(kind, expected: expected, found: found, place: place))
    }

    private mutating func run() {
        let hosts = record.hosts
        let reader = PageReader { hosts.contains($0) }
        let read: PageReader.Page
        do throws(ReadingFault) { read = try reader.read(page.html) } catch { return find(.markup, found: "\(error)") }
        if !page.isAfterScripts {
            for fault in strict.faults { find(.markup, found: fault) }
            regionNesting()
        }
        for span in read.unattributed where !(page.isAfterScripts && span.kind == .text && Self.isScriptText(span, record)) {
            find(.unattributed, found: span.content, place: span.path)
        }
        for finding in read.findings { plain(finding) }
        for region in read.regions {
            switch region.mark {
            case "e": edition(region)
            case "c": card(region)
            case "w": wording(region)
            case "l": live(region)
            default: break
            }
        }
        place(read.regions.filter { $0.mark == "e" })
        resources()
        guard !page.isAfterScripts else { return }
        if let expected = record.expected {
            against(expected, read, reader)
        } else {
            plainHead()
        }
    }

    /// What a script of the release writes: words of the catalogue, which it finds in the page's attributes.
    private static func isScriptText(_ span: PageReader.Span, _ record: PageRecord) -> Bool { LiveTexts.isAllowed(span.content, record) }

    /// What `PageReader` finds of itself.
    private mutating func plain(_ finding: PageReader.Finding) {
        let kind: PageFinding.Kind =
            switch finding.kind {
            case .inlineStyle, .styleElement: .inlineStyle
            case .inlineScript: .inlineScript
            case .eventHandler: .eventHandler
            case .foreignResource, .foreignForm: .foreignResource
            case .redirect: .redirect
            case .hiddenText: .element
            case .dangerousAddress: .dangerousAddress
            case .linkInLiveRegion: .linkInLive
            case .unknownRegion: .unknownRegion
            case .nestedSameRegion: .misnestedRegion
            }
        // A browser writes styles of its own into a document whose scripts have run.
        if page.isAfterScripts, kind == .inlineStyle || kind == .misnestedRegion { return }
        find(kind, found: finding.detail, place: finding.path)
    }

    /// Wording and live values stand anywhere; nothing else stands in another region.
    private mutating func regionNesting() {
        for element in strict.elements {
            guard element.attributes["data-r"] != nil, element.regions.count > 1, let own = element.regions.last else { continue }
            let outer = element.regions[element.regions.count - 2]
            if !["w", "l"].contains(own) || !["e", "c", "h"].contains(outer) {
                find(.misnestedRegion, found: "'\(own)' inside '\(outer)'", place: element.line)
            }
        }
        for element in strict.elements where element.regions.isEmpty && !element.isInHead && Self.speaking.contains(element.name) {
            find(.unattributed, found: element.line, place: element.name)
        }
    }

    /// Elements that show or do something without holding text.
    private static let speaking: Set<String> = [
        "iframe", "frame", "object", "embed", "form", "input", "button", "select", "textarea", "img", "video", "audio", "svg", "math", "canvas",
        "base",
        "meta", "portal", "marquee", "map", "area", "template", "applet", "noscript",
    ]

    // MARK: - Editions

    private mutating func edition(_ region: PageReader.Region) {
        let place = "edition \(region.attributes["data-id"] ?? "?")"
        guard let id = region.attributes["data-id"], let item = record.live[id] else {
            return find(.notPublished, found: region.text, place: place)
        }
        guard region.attributes["data-ed"] == "\(item.edition)" else {
            return find(.wrongEdition, expected: "\(item.edition)", found: region.attributes["data-ed"], place: place)
        }
        if let site = record.site, let own = item.site, own != site { find(.notPublished, expected: own, found: site, place: place) }
        guard !page.isAfterScripts else { return }
        guard let digits = region.attributes["data-salt"], let salt = Self.salt(digits) else {
            return find(.editionText, expected: "data-salt", found: region.attributes["data-salt"], place: place)
        }
        if Commitment(.text, salt: salt, Array(region.text.utf8)) != item.text {
            find(.editionText, expected: item.card?.body ?? item.text.hex, found: region.text, place: place)
        }
    }

    static func salt(_ hex: String) -> Salt? {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
        return Salt(bytes)
    }

    /// The edition at an item's address is that item, and there is but one.
    private mutating func place(_ editions: [PageReader.Region]) {
        if editions.count > 1 { find(.wrongPlace, expected: "1", found: "\(editions.count)", place: page.path) }
        // A static page or a list has no item's address; whether the edition there is the right one shows in the page made anew.
        guard case .address(.item(let section, _, _, _)) = PublicAddress.read(path: page.path, query: page.query), !Self.notItems.contains(section)
        else {
            return
        }
        let id = String(page.path.suffix(13))
        let found = editions.first?.attributes["data-id"]
        if found != id { find(.wrongPlace, expected: id, found: found, place: page.path) }
    }

    /// First segments of fixed addresses that end in an id like an item's.
    public static let notItems: Set<String> = ["kiem-chung", "tac-gia", "tep", "nghe"]

    // MARK: - Scripts, styles, fonts

    private mutating func resources() {
        guard let statics = record.statics else { return }
        for element in strict.elements {
            let address: String?
            switch element.name {
            case "script": address = element.attributes["src"]
            case "link" where Self.loads(element.attributes["rel"] ?? ""): address = element.attributes["href"]
            default: continue
            }
            guard let address else { continue }
            guard address.hasPrefix("/_/"), let right = statics(String(address.prefix { $0 != "?" })) else {
                if !Self.isPlainIcon(element) { find(.unknownResource, found: address, place: element.name) }
                continue
            }
            if let claimed = element.attributes["integrity"], claimed != right {
                find(.alteredResource, expected: right, found: claimed, place: address)
            }
            if let bytes = page.resources[address], bytes != right { find(.alteredResource, expected: right, found: bytes, place: address) }
        }
    }

    private static func loads(_ relation: String) -> Bool {
        ["stylesheet", "preload", "modulepreload", "prefetch", "icon", "apple-touch-icon", "manifest"].contains(relation.lowercased())
    }

    /// Icons and the manifest, which no script or style is.
    private static func isPlainIcon(_ element: StrictPage.Element) -> Bool {
        guard let address = element.attributes["href"], ["icon", "apple-touch-icon", "manifest"].contains(element.attributes["rel"]) else {
            return false
        }
        return address == "/favicon.ico" || address == "/manifest.webmanifest" || address.hasPrefix("/icons/") || address.hasPrefix("/_/")
            || address.hasPrefix("/bieu-tuong")
    }
}
