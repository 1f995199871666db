import PublicRecord
import RichText
import Web

/// The page against the same page made anew: everything that is neither an edition, nor a card, nor live.
extension PageComparison {
    mutating func against(_ expected: String, _ read: PageReader.Page, _ reader: PageReader) {
        let fresh: PageReader.Page
        do throws(ReadingFault) { fresh = try reader.read(expected) } catch { return find(.record, found: "\(error)") }
        let right = StrictPage(expected)
        differences(.head, strict.elements.filter(\.isInHead).map(\.line), right.elements.filter(\.isInHead).map(\.line), place: "head")
        for (mark, kind) in [("h", PageFinding.Kind.chrome), ("w", .wording), ("c", .cardText), ("e", .editionText)] {
            differences(kind, Self.texts(read, mark), Self.texts(fresh, mark), place: mark)
        }
        differences(.element, Self.shell(strict), Self.shell(right), place: "body")
    }

    private static func texts(_ page: PageReader.Page, _ mark: String) -> [String] {
        page.regions.filter { $0.mark == mark }.map { region in
            let own = region.mark == "w" ? "\(region.attributes["data-k"] ?? ""): " : ""
            return own + region.text
        }.filter { !$0.isEmpty }
    }

    /// Every element of the body with its attributes, live values left out.
    private static func shell(_ page: StrictPage) -> [String] {
        page.elements.filter { element in
            !element.isInHead && !element.regions.contains("l") && element.attributes["datetime"] == nil
        }.map { element in
            if isTicket(element) { return "<input form ticket>" }
            guard element.name == "section", element.attributes["class"] == "form-proof" else { return element.line }
            // Hidden in calm times; in a flood it has a challenge, another for each form.
            var calm = element
            if let challenge = calm.attributes["data-proof"], challenge.utf8.count <= 200, challenge.utf8.allSatisfy(isHex) {
                calm.attributes["data-proof"] = nil
            } else if calm.attributes["hidden"] == "" {
                calm.attributes["hidden"] = nil
            }
            return calm.line
        }
    }

    /// Digits, a to f, and the full stop between them.
    private static func isHex(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...102).contains(byte) || byte == 46 }

    /// The ticket of a form, another for each reader: 80 hexadecimal digits in a hidden field of its name, and nothing else.
    private static func isTicket(_ element: StrictPage.Element) -> Bool {
        guard element.name == "input", let value = element.attributes["value"], element.attributes == ["name": "_", "type": "hidden", "value": value]
        else { return false }
        return value.utf8.count == 80 && value.utf8.allSatisfy { isHex($0) && $0 != 46 }
    }

    /// What stands here and not there, in order, and what is missing.
    mutating func differences(_ kind: PageFinding.Kind, _ found: [String], _ expected: [String], place: String) {
        guard found != expected else { return }
        var (surplus, missing): ([String], [String]) = ([], [])
        for change in found.difference(from: expected) {
            switch change {
            case .insert(_, let text, _): surplus.append(text)
            case .remove(_, let text, _): missing.append(text)
            }
        }
        for index in 0..<max(surplus.count, missing.count) {
            find(
                kind,
                expected: missing.indices.contains(index) ? missing[index] : nil,
                found: surplus.indices.contains(index) ? surplus[index] : nil,
                place: place
            )
        }
    }

    // MARK: - Without a page made anew

    /// What a head of this program may hold, whatever the portal: the forms of its elements, its own address, the title and summary of its edition.
    mutating func plainHead() {
        let edition = strict.elements.first { $0.regions == ["e"] && $0.attributes["data-id"] != nil }
        let card = edition.flatMap { $0.attributes["data-id"] }.flatMap { record.live[$0] }?.card
        for element in strict.elements where element.isInHead {
            let (line, attributes) = (element.line, element.attributes)
            switch element.name {
            case "title":
                if let card, !Self.decoded(element.text).hasPrefix(card.title) { find(.head, expected: card.title, found: line, place: "title") }
            case "meta":
                let name = attributes["name"] ?? attributes["property"] ?? (attributes["charset"] == nil ? "" : "charset")
                if !Self.metas.contains(name) || attributes["http-equiv"] != nil { find(.head, found: line, place: "meta") }
            case "link":
                if !Self.relations.contains(attributes["rel"] ?? "") { find(.head, found: line, place: "link") }
                if ["canonical", "prev", "next"].contains(attributes["rel"]), !isOwn(attributes["href"] ?? "") {
                    find(.head, found: line, place: "link")
                }
            case "script":
                if attributes["src"] == nil, attributes["type"] != "application/ld+json" { find(.inlineScript, found: line, place: "head") }
            default: find(.head, found: line, place: element.name)
            }
        }
    }

    private func isOwn(_ address: String) -> Bool {
        guard let web = WebAddress(address), let host = web.host else { return address.hasPrefix("/") && !address.hasPrefix("//") }
        return record.hosts.contains(host)
    }

    private static func decoded(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }

    private static let metas: Set<String> = [
        "charset", "viewport", "theme-color", "description", "robots", "og:site_name", "og:type", "og:locale", "og:title", "og:description", "og:url",
        "og:image", "og:image:alt", "og:image:width", "og:image:height", "twitter:card", "article:published_time", "article:modified_time",
        "article:section", "article:tag",
    ]
    private static let relations: Set<String> = [
        "canonical", "prev", "next", "alternate", "icon", "apple-touch-icon", "manifest", "preload", "stylesheet",
    ]
}
