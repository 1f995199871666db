import Foundation
import Testing

/// What is written for people leads where it says.
@Suite("Documents")
struct DocumentTests {
    @Test("links lead somewhere", arguments: House.documents)
    func links(_ file: SourceFile) {
        let folder = file.path.split(separator: "/").dropLast()
        for (target, line) in Markdown.links(in: file.text) where !target.contains("://") && !target.hasPrefix("mailto:") {
            let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let path = parts[0].isEmpty ? file.path : Self.resolve(parts[0], in: folder.map(String.init))
            #expect(House.exists(path), "\(file.path):\(line) leads to \(target), which is not there")
            if parts.count == 2, let document = House.documents.first(where: { $0.path == path }) {
                #expect(Markdown.anchors(of: document.text).contains(parts[1]), "\(file.path):\(line) leads to \(target); there is no such heading")
            }
        }
    }

    static func resolve(_ link: String, in folder: [String]) -> String {
        var parts = folder
        for part in (link.removingPercentEncoding ?? link).split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }

    @Test(
        "what a newcomer looks for is there",
        arguments: ["LICENSE", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/operating/first-install.md"]
    )
    func present(_ path: String) {
        #expect(House.exists(path))
    }

    @Test("decisions are numbered once and say context, decision and consequences")
    func decisions() {
        let decisions = House.documents.filter { $0.path.hasPrefix("docs/decisions/") }
        let numbers = decisions.compactMap { $0.path.split(separator: "/").last?.prefix(4) }
        #expect(Set(numbers).count == decisions.count, "two decisions have the same number")
        for file in decisions {
            for heading in ["Context", "Decision", "Consequences"] { #expect(file.text.contains(heading), "\(file.path) has no \(heading)") }
        }
    }

    @Test("links and headings are read as the forge reads them")
    func reading() {
        let text = """
            # A title, with `code` & more
            See [one](docs/a.md#b) and ![picture](p.png "title").
            ```
            [not](a-link.md)
            ```
            ## Đường dẫn
            ## Đường dẫn
            """
        #expect(Markdown.links(in: text).map(\.target) == ["docs/a.md#b", "p.png"])
        #expect(Markdown.anchors(of: text) == ["a-title-with-code--more", "đường-dẫn", "đường-dẫn-1"])
    }
}

/// The little of Markdown that the checks need.
enum Markdown {
    /// Targets of links and pictures outside of code, with their lines.
    static func links(in text: String) -> [(target: String, line: Int)] {
        prose(text).flatMap { number, line in
            line.replacing(/`[^`]*`/, with: "").matches(of: /\]\(\s*<?([^)\s>]+)>?[^)]*\)/).map { (String($0.output.1), number) }
        }
    }

    /// The anchors that a forge gives to the headings.
    static func anchors(of text: String) -> Set<String> {
        var seen: [String: Int] = [:]
        var anchors: Set<String> = []
        for (_, line) in prose(text) {
            guard let heading = line.firstMatch(of: /^#{1,6}\s+(.*?)\s*#*$/)?.output.1 else { continue }
            let slug = String(heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.map { $0 == " " ? "-" : $0 })
            let count = seen[slug, default: 0]
            seen[slug] = count + 1
            anchors.insert(count == 0 ? slug : "\(slug)-\(count)")
        }
        return anchors
    }

    private static func prose(_ text: String) -> [(Int, String)] {
        var isCode = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { offset, line in
            if line.drop(while: { $0 == " " }).hasPrefix("```") {
                isCode.toggle()
                return nil
            }
            return isCode ? nil : (offset + 1, String(line))
        }
    }
}
