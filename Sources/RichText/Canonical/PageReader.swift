/// Reads a rendered page as its regions, and names everything that stands outside one.
///
/// A page consists of attributable regions only (`data-r`: e edition, c card, h chrome, w wording, l live), so text or a link outside
/// them was not put there by us; neither were an inline style or script, an event handler, a foreign resource.
public struct PageReader: Sendable {
    public struct Region: Sendable, Hashable {
        /// The value of `data-r`.
        public var mark: String
        public var element: String
        public var attributes: [String: String]
        /// Its canonical text, without nested regions of another mark.
        public var text: String
        public var path: String
        /// The mark of the region around it; nil where there is none.
        public var within: String?
    }

    public struct Span: Sendable, Hashable {
        public enum Kind: String, Sendable { case text, link, media }
        public var kind: Kind
        /// The text, or the address.
        public var content: String
        /// Where it stands: "html > body > div[2] > p".
        public var path: String
    }

    public struct Finding: Sendable, Hashable {
        public enum Kind: String, Sendable {
            case inlineStyle, styleElement, inlineScript, eventHandler, foreignResource, dangerousAddress, linkInLiveRegion, unknownRegion,
                nestedSameRegion, foreignForm, redirect, hiddenText
        }
        public var kind: Kind
        public var detail: String
        public var path: String
    }

    public struct Page: Sendable {
        /// In the order of their beginnings.
        public var regions: [Region]
        /// Text, links and media in the body that no region holds.
        public var unattributed: [Span]
        public var findings: [Finding]
        /// What the head says: its titles (`title`, `og:title`), and the address the page gives itself.
        public var titles: [String] = []
        public var canonical: String?
        /// The text of the edition's first heading.
        public var heading: String?
        /// Pictures whose files lie beside the page, where a browser put them: known by the other versions that the page offers.
        public var copies = 0
    }

    public static let marks: Set<String> = ["e", "c", "h", "w", "l"]

    private let addresses: CanonicalAddress

    /// `isOwnHost`: the hosts (lower case) of this installation, the files' host included.
    ///
    /// `savedFrom`: the host of a page that a browser saved with its pictures. It wrote links out in full and put pictures into a folder: links to that host are read as
    /// paths again, and pictures are known by the other versions that the page offers of them.
    public init(isOwnHost: @escaping @Sendable (_ host: String) -> Bool, savedFrom: String? = nil) {
        addresses = CanonicalAddress(isOwnHost: isOwnHost, savedFrom: savedFrom)
    }

    /// Throws `ReadingFault` for a page larger or nested deeper than any page we make.
    public func read(_ html: String) throws(ReadingFault) -> Page {
        try HTMLTree.parse(html) { root in
            var walk = PageWalk(addresses: addresses)
            walk.run(root)
            return walk.page
        }
    }
}

private struct PageWalk {
    struct Open {
        var index: Int
        var mark: String
        var lines = CanonicalLines()
    }

    let addresses: CanonicalAddress
    var page = PageReader.Page(regions: [], unattributed: [], findings: [])
    private var open: [Open] = []
    private var inBody = false
    private var inHeading = false
    private var paths = 0

    init(addresses: CanonicalAddress) { self.addresses = addresses }

    mutating func run(_ root: HTMLNode) {
        var stack: [(node: HTMLNode, next: Int, opened: Bool)] = [(root, 0, enter(root))]
        while let last = stack.indices.last {
            let node = stack[last].node
            guard stack[last].next < node.childCount else {
                leave(node, opened: stack[last].opened)
                stack.removeLast()
                continue
            }
            let child = node.child(stack[last].next)
            stack[last].next += 1
            if let text = child.text {
                self.text(text, child)
            } else if child.isElement, !PageElements.opaque.contains(child.name) {
                stack.append((child, 0, enter(child)))
            } else if child.isElement {
                _ = enter(child)
            }
        }
    }

    private mutating func text(_ text: String, _ node: HTMLNode) {
        if inHeading { page.heading = (page.heading ?? "") + text }
        if let last = open.indices.last {
            open[last].lines.append(text)
        } else if inBody, Shown.hasText(text) {
            page.unattributed.append(.init(kind: .text, content: PlainText.of([.text(text)]), path: path(of: node)))
        }
    }

    /// True when the element began a region.
    private mutating func enter(_ node: HTMLNode) -> Bool {
        let name = node.name
        if name == "body" || name == "frameset" { inBody = true }
        inspect(node, name)
        if PageElements.blocks.contains(name) { breakLines() }
        var opened = false
        if let mark = node.attribute("data-r") {
            if open.last?.mark == mark {
                find(.nestedSameRegion, mark, node)
            } else {
                if !PageReader.marks.contains(mark) { find(.unknownRegion, mark, node) }
                page.regions.append(
                    .init(mark: mark, element: name, attributes: node.attributes, text: "", path: path(of: node), within: open.last?.mark)
                )
                open.append(Open(index: page.regions.count - 1, mark: mark))
                opened = true
            }
        }
        if name == "h1", open.last?.mark == "e", page.heading == nil { inHeading = true }
        if !inBody { head(node, name) }
        content(node, name)
        return opened
    }

    private mutating func head(_ node: HTMLNode, _ name: String) {
        switch name {
        case "title": page.titles.append((0..<node.childCount).compactMap { node.child($0).text }.joined())
        case "meta" where ["og:title", "twitter:title"].contains(node.attribute("property") ?? node.attribute("name") ?? ""):
            page.titles.append(node.attribute("content") ?? "")
        case "link" where node.attribute("rel") == "canonical": page.canonical = node.attribute("href")
        default: break
        }
    }

    private mutating func leave(_ node: HTMLNode, opened: Bool) {
        if node.name == "h1" { inHeading = false }
        if opened, var region = open.popLast() {
            region.lines.endLine()
            page.regions[region.index].text = region.lines.text
        }
        if PageElements.blocks.contains(node.name) { breakLines() }
    }

    /// A block ends the line of its own region, and of those around it where its region is nested.
    private mutating func breakLines() {
        for index in open.indices { open[index].lines.endLine() }
    }

    private mutating func content(_ node: HTMLNode, _ name: String) {
        let last = open.indices.last
        switch name {
        case "br":
            if let last { open[last].lines.space() }
        case "a", "area":
            guard let address = node.attribute("href") else { return }
            if let last {
                open[last].lines.link(addresses.link(address))
                if open[last].mark == "l" { find(.linkInLiveRegion, address, node) }
            } else {
                page.unattributed.append(.init(kind: .link, content: address, path: path(of: node)))
            }
        case "img", "video", "audio":
            let address = shown(node, name)
            let alt = node.attribute(name == "img" ? "alt" : "aria-label") ?? ""
            if let last {
                open[last].lines.media(addresses.media(address), alt: alt)
                // What a browser loads instead of `src` must be the same file.
                if !isSame(node.attribute("srcset"), as: address) { open[last].lines.stranger("srcset") }
            } else {
                page.unattributed.append(.init(kind: .media, content: address, path: path(of: node)))
            }
        case "track" where isCaptions(node):
            if let last { open[last].lines.media(addresses.media(node.attribute("src") ?? ""), alt: node.attribute("srclang") ?? "") }
        default:
            if let last, PageElements.strangers.contains(name), !isVersion(node, name) { open[last].lines.stranger(name) }
        }
    }

    /// A `source` of a `picture` that offers smaller versions of the very file its `img` shows.
    private func isVersion(_ node: HTMLNode, _ name: String) -> Bool {
        guard name == "source", node.parent.name == "picture", node.attribute("src") == nil, let srcset = node.attribute("srcset") else {
            return false
        }
        let images = (0..<node.parent.childCount).map { node.parent.child($0) }.filter { $0.name == "img" }
        guard images.count == 1, images[0].attribute("src") != nil else { return false }
        return isSame(srcset, as: file(of: images[0]) ?? "")
    }

    /// The address of the file that is shown. In a page that a browser saved, a picture beside it is the file that all versions of it lead to.
    private mutating func shown(_ node: HTMLNode, _ name: String) -> String {
        let address = node.attribute("src") ?? ""
        guard name == "img", let file = file(of: node), file != address else { return address }
        page.copies += 1
        return file
    }

    private func file(of image: HTMLNode) -> String? {
        guard let address = image.attribute("src") else { return nil }
        guard addresses.savedFrom != nil, case .relative = AddressReading(address) else { return address }
        var versions = image.attribute("srcset").map { PictureAddress.addresses(in: $0) } ?? []
        if image.parent.name == "picture" {
            let around = (0..<image.parent.childCount).map { image.parent.child($0) }
            versions += around.filter { $0.name == "source" }.flatMap { $0.attribute("srcset").map { PictureAddress.addresses(in: $0) } ?? [] }
        }
        guard let first = versions.first, versions.allSatisfy({ addresses.media($0) == addresses.media(first) }) else { return address }
        return first
    }

    /// What is said in a film or a recording, as a file beside it.
    private func isCaptions(_ node: HTMLNode) -> Bool {
        (node.parent.name == "video" || node.parent.name == "audio") && node.attribute("kind") == "captions" && node.attribute("src") != nil
    }

    private func isSame(_ srcset: String?, as address: String) -> Bool {
        guard let srcset else { return true }
        let file = addresses.media(address)
        return PictureAddress.addresses(in: srcset).allSatisfy { addresses.media($0) == file }
    }

    private mutating func inspect(_ node: HTMLNode, _ name: String) {
        for (attribute, value) in node.attributes.sorted(by: { $0.key < $1.key }) {
            if attribute == "style" { find(.inlineStyle, value, node) }
            if attribute.hasPrefix("on") { find(.eventHandler, "\(attribute)=\(value)", node) }
            if PageElements.addresses.contains(attribute), WebAddress.isDangerous(value) { find(.dangerousAddress, value, node) }
            if attribute == "action" || attribute == "formaction", isForeign(value) { find(.foreignForm, value, node) }
            if attribute == "hidden", open.last?.mark == "e" { find(.hiddenText, name, node) }
        }
        if name == "meta", let effect = node.attribute("http-equiv"), effect.lowercased() != "content-type" {
            find(.redirect, node.attribute("content") ?? "", node)
        }
        if name == "style" { find(.styleElement, "", node) }
        if name == "script", node.attribute("src") == nil, node.attribute("type") != "application/ld+json" || inBody { find(.inlineScript, "", node) }
        let resource: String? =
            switch name {
            case "script", "img", "iframe", "embed", "video", "audio", "source", "track", "input", "frame": node.attribute("src")
            case "object": node.attribute("data")
            case "link" where isLoading(node.attribute("rel") ?? ""): node.attribute("href")
            default: nil
            }
        for address in [resource, node.attribute("srcset"), node.attribute("poster"), node.attribute("background")].compactMap(\.self) {
            for part in address.split(separator: ",") where isForeign(String(part.drop { $0 == " " }.prefix { $0 != " " })) {
                find(.foreignResource, address, node)
            }
        }
    }

    private func isLoading(_ relation: String) -> Bool {
        let loading: Set<Substring> = [
            "stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon", "preconnect", "dns-prefetch",
        ]
        return relation.lowercased().split(separator: " ").contains { loading.contains($0) }
    }

    private func isForeign(_ address: String) -> Bool {
        switch AddressReading(address) {
        case .address(let web): !(web.host.map(addresses.isOwnHost) ?? false)
        case .otherHost: true
        case .sitePath, .relative, .fragment: false
        case .refused: !address.isEmpty
        }
    }

    private mutating func find(_ kind: PageReader.Finding.Kind, _ detail: String, _ node: HTMLNode) {
        page.findings.append(.init(kind: kind, detail: String(detail.prefix(200)), path: path(of: node)))
    }

    /// Finding a path means counting siblings, so a page full of findings gets paths for the first thousand only.
    private mutating func path(of node: HTMLNode) -> String {
        paths += 1
        return paths <= 1000 ? node.path : ""
    }
}

/// The elements ct-1 distinguishes (`docs/formats/ct-1.md`).
enum PageElements {
    /// Their beginning and end break the line.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl",
        "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot",
        "th",
        "thead", "tr", "ul", "xmp",
    ]
    /// Never in a body we rendered.
    static let strangers: Set<String> = [
        "applet", "base", "button", "canvas", "embed", "form", "frame", "frameset", "iframe", "input", "link", "map", "math", "meta", "meter",
        "noembed",
        "noframes", "noscript", "object", "param", "plaintext", "portal", "progress", "script", "select", "source", "style", "svg", "template",
        "textarea",
        "title", "track",
    ]
    /// What they hold is not text.
    static let opaque: Set<String> = ["script", "style"]
    static let addresses: Set<String> = [
        "href", "src", "action", "formaction", "data", "poster", "background", "srcdoc", "xlink:href", "cite", "ping",
    ]
}
