import Foundation
import PortalNetwork
import RichText
import Web

extension PageComparison {
    // MARK: - Cards

    /// A card says what a live edition says, and leads to it.
    mutating func card(_ region: PageReader.Region) {
        let place = "card \(region.attributes["data-id"] ?? "?")"
        guard let id = region.attributes["data-id"], let item = record.live[id] else {
            return find(.notPublished, found: region.text, place: place)
        }
        guard region.attributes["data-ed"] == "\(item.edition)" else {
            return find(.wrongEdition, expected: "\(item.edition)", found: region.attributes["data-ed"], place: place)
        }
        if region.element == "a", let address = region.attributes["href"], !Self.leads(address, to: id) {
            find(.cardLink, expected: "@\(id)", found: address, place: place)
        }
        for line in region.text.split(separator: "\n") {
            let parts = CardLine(line)
            for link in parts.links where link != "@\(id)" { find(.cardLink, expected: "@\(id)", found: link, place: place) }
            guard let card = item.card else { continue }
            for picture in parts.pictures where !card.pictures.contains(picture) { find(.cardPicture, found: picture, place: place) }
            if !card.says(parts.text, isExtract: page.path == "/tim-kiem", hasPicture: !parts.pictures.isEmpty) {
                find(
                    .cardText,
                    expected: [card.title, card.kicker, card.summary].compactMap(\.self).joined(separator: "\n"),
                    found: parts.text,
                    place: place
                )
            }
        }
    }

    /// Whether an address ends in an item's id.
    private static func leads(_ address: String, to id: String) -> Bool {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        return path.hasSuffix(id) && (path.dropLast(13).last == "-" || path.dropLast(13).last == "/")
    }

    // MARK: - Wording

    /// Text of the release's catalogue with values in its holes.
    mutating func wording(_ region: PageReader.Region) {
        let key = region.attributes["data-k"] ?? ""
        let text = region.text.split(separator: "\n").joined(separator: " ")
        guard let phrase = record.words.phrase(key, record.language) else { return find(.wording, found: text, place: key) }
        guard !PhraseMatch.matches(phrase, text) else { return }
        find(.wording, expected: phrase.filled(Dictionary(phrase.holes.map { ($0, "{\($0)}") }) { $1 }), found: text, place: key)
    }

    /// Values that change by themselves: numbers, dates, a request's id, words of the catalogue.
    mutating func live(_ region: PageReader.Region) {
        if region.element == "a" || region.text.contains("\u{1F}") { find(.linkInLive, found: region.text, place: region.path) }
        // What a script of the release writes there is not in the page; a script of others is a finding of its own.
        guard !page.isAfterScripts else { return }
        for line in region.text.split(separator: "\n") where !Self.pieces(line).allSatisfy({ LiveTexts.isAllowed($0, record) }) {
            find(.live, found: String(line), place: region.path)
        }
        for element in strict.elements where element.regions.last == "l" && Self.active.contains(element.name) { live(element) }
    }

    private static let active: Set<String> = ["script", "source", "audio", "video", "img", "iframe", "object", "embed", "form", "input", "svg"]

    /// Of what may run, sound or show itself in a live region there is the recording of the page, and its script.
    private mutating func live(_ element: StrictPage.Element) {
        switch element.name {
        case "audio" where element.attributes["src"] == nil: break
        case "source" where element.attributes["src"]?.hasPrefix("/nghe/") == true && element.attributes["srcset"] == nil: break
        case "script" where element.attributes["src"]?.hasPrefix("/_/") == true: break
        default: find(.live, found: element.line, place: "l")
        }
    }

    /// The texts between the marks of media: buttons and the player of a recording stand in live regions and count as media without an address there.
    private static func pieces(_ line: Substring) -> [String] {
        var pieces = [""]
        var isInside = false
        for character in line {
            if character == "\u{1E}" {
                isInside.toggle()
                if isInside { pieces.append("") }
            } else if !isInside {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}

/// A line of ct-1 in its parts.
struct CardLine {
    var links: [String] = []
    var pictures: [String] = []
    /// What is read, alternative texts of pictures included.
    var text = ""

    init(_ line: Substring) {
        var part = ""
        var mark: Character?
        for character in line {
            guard character == "\u{1F}" || character == "\u{1E}" else {
                if mark == nil { text.append(character) } else { part.append(character) }
                continue
            }
            if let open = mark {
                if open == "\u{1F}" { links.append(part) } else { pictures.append(part) }
                part = ""
                mark = nil
            } else {
                mark = character
            }
        }
        text = text.trimmingCharacters(in: .whitespaces)
    }
}

extension LiveItem.Card {
    /// Whether a line of a card is what the edition says of itself: exactly, or, among search results, pieces of it between dots.
    func says(_ line: String, isExtract: Bool, hasPicture: Bool) -> Bool {
        let line = Self.plain(line)
        if line.isEmpty { return true }
        let own = [title, summary ?? "", kicker ?? ""].map(Self.plain)
        if own.contains(line) { return true }
        let whole = own.joined(separator: "\n") + "\n" + Self.plain(body)
        if hasPicture { return whole.contains(line) }
        guard isExtract else { return false }
        let pieces = line.components(separatedBy: "…").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        return pieces.allSatisfy { whole.contains($0) }
    }

    private static func plain(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
