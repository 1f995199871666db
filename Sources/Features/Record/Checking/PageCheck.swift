public import PublicRecord
import RichText
import Vietnamese
public import Web

/// Checks a page that somebody saved, off line: that its text, its links and its files are what the record's entry commits to, and that nothing else stands in it.
///
/// What stands around the article (menus, lists of others) is not covered by its proof; the verdict says so and names the hosts it leads to. `docs/verifying/README.md`.
public struct PageCheck: Sendable {
    private let policy: WitnessPolicy
    private let hosts: Set<String>
    private let wording: PageWording

    /// `hosts`: those of the installation beside its log's own, lower case, without ports. `words`: what the program itself says on pages.
    public init(policy: WitnessPolicy, hosts: Set<String> = [], words: Words) {
        self.policy = policy
        self.hosts = hosts.union(policy.logs.map { Self.host(of: $0.origin) })
        wording = PageWording(words: words)
    }

    /// The hosts a policy names for readers: lines `# host NAME`, comments to other programs.
    public static func hosts(inPolicy text: String) -> Set<String> {
        var hosts: Set<String> = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 3, words[0] == "#", words[1] == "host" { hosts.insert(words[2].lowercased()) }
        }
        return hosts
    }

    private static func host(of origin: String) -> String { String(origin.prefix { $0 != "/" && $0 != ":" }) }

    /// `page`, `proof`: the files' bytes. Nothing is fetched.
    public func verdict(page: [UInt8], proof: [UInt8]) -> PageVerdict {
        var verdict = PageVerdict()
        guard let html = String(validating: page, as: UTF8.self) else {
            verdict.find("not-text")
            return verdict
        }
        if let fault = PageForm.fault(in: page) {
            verdict.find(fault.kind.rawValue, ["line": "\(fault.line)", "what": fault.what])
            return verdict
        }
        guard let read = read(html, savedFrom: nil) else {
            verdict.find("too-large")
            return verdict
        }
        guard let region = edition(of: read, &verdict), let shown = Marks(region) else { return verdict }
        verdict.item = shown.id
        let address = read.canonical ?? ""
        if let id = ItemAddress.id(inPathOf: address), id != shown.id { verdict.find("address", ["address": address, "id": shown.id]) }
        guard prove(proof, shown, &verdict), let proven = verdict.proven else { return verdict }
        let page = compare(html, read, shown, proven, &verdict)
        inspect(page, &verdict)
        return verdict
    }

    private func read(_ html: String, savedFrom: String?, more: Set<String> = []) -> PageReader.Page? {
        let own = hosts.union(more)
        return try? PageReader(isOwnHost: { own.contains($0) }, savedFrom: savedFrom).read(html)
    }

    // MARK: What the page says of itself

    private struct Marks {
        let id: String
        let edition: Int64
        let index: Int64
        let salt: Salt

        init?(_ region: PageReader.Region) {
            let said = region.attributes
            guard let id = said["data-id"], ItemAddress.isID(id), let edition = said["data-ed"].flatMap({ Int64($0) }),
                let index = said["data-ix"].flatMap({ Int64($0) }), let salt = said["data-salt"].flatMap({ Hex.decode($0) }).flatMap({ Salt($0) })
            else { return nil }
            (self.id, self.edition, self.index, self.salt) = (id, edition, index, salt)
        }
    }

    private func edition(of page: PageReader.Page, _ verdict: inout PageVerdict) -> PageReader.Region? {
        let regions = page.regions.filter { $0.mark == "e" }
        guard regions.count == 1, let region = regions.first, region.within == nil else {
            verdict.find(regions.isEmpty ? "no-edition" : "editions", ["count": "\(regions.count)"])
            return nil
        }
        if Marks(region) == nil { verdict.find("marks") }
        return region
    }

    // MARK: The proof

    private func prove(_ bytes: [UInt8], _ shown: Marks, _ verdict: inout PageVerdict) -> Bool {
        let file: ProofFile
        do throws(NoteFault) { file = try ProofFile(parsing: bytes) } catch {
            verdict.find("proof-file", ["why": "\(error)"])
            return false
        }
        let proven: PageProof.Verdict
        do throws(PageProofFault) { proven = try PageProof.verify(file, policy: policy) } catch {
            Self.tell(error, &verdict)
            return false
        }
        let entry = proven.entry
        guard entry.op.makesEdition, let id = entry.id, let edition = entry.ed, entry.text != nil else {
            verdict.find("not-an-edition", ["operation": entry.op.rawValue])
            return false
        }
        if id != shown.id { verdict.find("other-item", ["expected": shown.id, "found": id]) }
        if edition != shown.edition { verdict.find("other-edition", ["expected": "\(shown.edition)", "found": "\(edition)"]) }
        if id == shown.id, edition == shown.edition, proven.index != shown.index {
            verdict.find("other-index", ["expected": "\(shown.index)", "found": "\(proven.index)"])
        }
        verdict.proven = proven
        return true
    }

    private static func tell(_ fault: PageProofFault, _ verdict: inout PageVerdict) {
        switch fault {
        case .trust(.unknownLog(let origin)): verdict.find("other-log", ["log": origin])
        case .trust(.quorum(let cosigned)): verdict.find("witnesses", ["names": cosigned.isEmpty ? "0" : cosigned.joined(separator: ", ")])
        case .trust(.notSignedByLog), .trust(.note(.wrongSignature)), .trust(.note(.noKnownSignature)): verdict.find("signature", ["why": "\(fault)"])
        case .trust: verdict.find("proof-file", ["why": "\(fault)"])
        case .noEntry, .entry: verdict.find("entry", ["why": "\(fault)"])
        case .inclusion: verdict.find("not-in-log")
        case .notAnEdition(let operation): verdict.find("not-an-edition", ["operation": operation])
        case .otherItem, .otherEdition, .otherText: verdict.find("text")
        }
    }

    // MARK: The text

    /// As served; else as a browser writes a page out; else it names the hosts that would explain it. The reading that was compared.
    private func compare(
        _ html: String,
        _ page: PageReader.Page,
        _ shown: Marks,
        _ proven: PageProof.Verdict,
        _ verdict: inout PageVerdict
    ) -> PageReader.Page {
        func isPublished(_ page: PageReader.Page) -> Bool {
            let text = page.regions.first { $0.mark == "e" }?.text ?? ""
            return Commitment(.text, salt: shown.salt, Array(text.utf8)) == proven.entry.text
        }
        if isPublished(page) { return page }
        let home = page.canonical.flatMap { WebAddress($0)?.host } ?? Self.host(of: proven.checkpoint.origin)
        if hosts.contains(home), let rewritten = read(html, savedFrom: home), isPublished(rewritten) {
            verdict.note("browser")
            if rewritten.copies > 0 {
                verdict.isPartly = true
                verdict.note("copies", ["count": "\(rewritten.copies)"])
            }
            return rewritten
        }
        let foreign = foreignHosts(page, in: ["e"])
        if !foreign.isEmpty, let trusting = read(html, savedFrom: home, more: Set(foreign)), isPublished(trusting) {
            verdict.find("hosts", ["hosts": foreign.joined(separator: ", ")])
        } else {
            verdict.find("text")
        }
        return page
    }

    private func foreignHosts(_ page: PageReader.Page, in marks: Set<String>) -> [String] {
        let addresses = page.regions.filter { marks.contains($0.mark) }.flatMap { region in
            region.text.split(separator: "\n").flatMap { $0.split(separator: "\u{1F}") + $0.split(separator: "\u{1E}") }
        }
        return Set(addresses.compactMap { WebAddress(String($0))?.host }).subtracting(hosts).sorted()
    }

    // MARK: Whatever else stands in the page

    private func inspect(_ page: PageReader.Page, _ verdict: inout PageVerdict) {
        for span in page.unattributed { verdict.find("stray-\(span.kind.rawValue)", ["what": span.content]) }
        // A region in one of its own mark is part of it.
        for finding in page.findings where finding.kind != .nestedSameRegion {
            verdict.find("found-\(Self.code(finding.kind))", ["what": finding.detail])
        }
        for region in page.regions {
            switch region.mark {
            case "w":
                let key = region.attributes["data-k"] ?? ""
                if !wording.says(region.text, key: key) { verdict.find("wording", ["what": region.text]) }
            case "l": if !wording.isLive(region.text) { verdict.find("live", ["what": region.text]) }
            case "e": break
            default: if region.within == "e" || region.within == "l" || region.within == "w" { verdict.find("nested", ["what": region.text]) }
            }
        }
        let heading = Self.line(page.heading ?? "")
        for title in page.titles where !heading.isEmpty && !Self.line(title).hasPrefix(heading) { verdict.find("title", ["what": title]) }
        guard let proven = verdict.proven else { return }
        if let latest = proven.latest {
            verdict.note("seen", ["at": PageVerdict.moment(latest)])
        } else {
            verdict.note("unseen")
        }
        verdict.note("around")
        let foreign = foreignHosts(page, in: ["h", "c"])
        if !foreign.isEmpty { verdict.note("links", ["hosts": foreign.joined(separator: ", ")]) }
    }

    private static func code(_ kind: PageReader.Finding.Kind) -> String {
        switch kind {
        case .inlineStyle, .styleElement: "style"
        case .inlineScript, .eventHandler: "script"
        case .foreignResource: "resource"
        case .foreignForm: "form"
        case .dangerousAddress: "address"
        case .redirect: "redirect"
        case .hiddenText: "hidden"
        case .linkInLiveRegion, .unknownRegion, .nestedSameRegion: "region"
        }
    }

    private static func line(_ text: String) -> String { nfc(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }
}
