import ArgumentParser
import Foundation
import Notary
import PortalNetwork
import PublicRecord
import Record
import Web

/// Checks a page that somebody saved.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a saved page off line: whether it says what was published.",
        discussion: """
            The page's proof is the file at its own address with .tlog-proof at the end; without --proof it is looked for beside the page. Nothing is fetched, unless --record \
            names an address. Says the verdict in Vietnamese and in English. Status 0: genuine; 1: not, or not proven, and it says why; 2: could not be checked, or only in part \
            (docs/verifying/README.md).
            """
    )
    @Argument(help: ArgumentHelp("The saved page.", valueName: "page.html")) var page: String?
    @Option(name: .long, help: ArgumentHelp("Its proof. Default: the page's name with .tlog-proof.", valueName: "file")) var proof: String?
    @OptionGroup var trust: TrustOptions
    @Option(name: .long, help: ArgumentHelp("A host of the same installation, beside the record's own (may be repeated).", valueName: "name"))
    var host: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A copy of the whole record (folder or address): whether the item was withdrawn or published anew since.",
            valueName: "dir|url"
        )
    )
    var record: String?
    @Flag(name: .long, help: "Machine-readable output on standard output.") var json = false
    @Option(name: .long, help: ArgumentHelp("Check so many times, and say the median in milliseconds.", visibility: .private)) var times = 0
    @Flag(name: .long, help: ArgumentHelp("Print the program's own words, for verify.py.", visibility: .private)) var words = false

    private struct Answer: Encodable {
        struct Sentence: Encodable {
            let code: String
            let vi: String
            let en: String
        }
        let outcome: String
        let item: String?
        let edition: Int64?
        let site: String?
        let index: Int64?
        let log: String?
        let at: Int64?
        let headline: Sentence
        let findings: [Sentence]
        let notes: [Sentence]
    }

    func run() async throws {
        let texts = try ProgramTexts(features: Features.all()).words
        if words { return try Console(json: true, quiet: false).result(PageCheck.vocabulary(texts), text: "") }
        guard let page else { throw UsageFault("name the saved page") }
        let policy = try believed()
        let bytes = try Self.read(page, limit: 16 << 20)
        let proven = try Self.read(proof ?? Self.beside(page), limit: 1 << 20)
        let check = PageCheck(policy: policy, hosts: try hosts(), words: texts)
        var verdict = check.verdict(page: bytes, proof: proven)
        if times > 0 {
            let clock = ContinuousClock()
            let spans = (0..<times).map { _ in clock.measure { _ = check.verdict(page: bytes, proof: proven) } }.sorted()
            return print(spans[times / 2] / .milliseconds(1))
        }
        if let record, let shown = verdict.proven { try await since(shown, in: record, policy, &verdict) }
        try tell(verdict, texts)
        switch verdict.outcome {
        case .genuine: return
        case .partly: throw ExitCode(2)
        case .refused: throw FoundWrong()
        }
    }

    private func believed() throws -> WitnessPolicy {
        if let path = trust.policy {
            do { return try WitnessPolicy(parsing: try Self.read(path, limit: WitnessPolicy.greatestSize)) } catch let fault as PolicyFault {
                throw UsageFault("'\(path)': \(fault)")
            }
        }
        guard let first = trust.key.first else {
            throw UsageFault("say whom to believe: --policy FILE, or --key NAME+ID+KEY (the record's public key, 'caunoi signer --show' says it)")
        }
        do {
            var policy = try WitnessPolicy(log: VerifierKey(first))
            for key in trust.key.dropFirst() { policy = try policy.trusting(VerifierKey(key)) }
            return policy
        } catch { throw UsageFault("--key: \(error)") }
    }

    private func hosts() throws -> Set<String> {
        let named = Set(host.map { $0.lowercased() })
        guard let path = trust.policy else { return named }
        return named.union(PageCheck.hosts(inPolicy: String(decoding: try Self.read(path, limit: WitnessPolicy.greatestSize), as: UTF8.self)))
    }

    private static func beside(_ page: String) -> String {
        let base = page.hasSuffix(".html") || page.hasSuffix(".htm") ? String(page[..<(page.lastIndex(of: ".") ?? page.endIndex)]) : page
        return [base, page].map { $0 + ".tlog-proof" }.first { FileManager.default.fileExists(atPath: $0) } ?? base + ".tlog-proof"
    }

    private static func read(_ path: String, limit: Int) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path), let data = try handle.read(upToCount: limit + 1) ?? Data() as Data? else {
            throw UsageFault("the file '\(path)' cannot be read; for a proof, save the page's address with .tlog-proof at its end")
        }
        guard data.count <= limit else { throw UsageFault("'\(path)' has more than \(limit >> 20) MiB") }
        return Array(data)
    }

    /// The whole record is verified, then what it says of the item after its edition.
    private func since(_ shown: PageProof.Verdict, in place: String, _ policy: WitnessPolicy, _ verdict: inout PageVerdict) async throws {
        let source = try LogPlaces.source(place, nil)
        do {
            let head = try HeadTrust(policy: policy).head(in: try await source.note())
            let later = try await source.reading { read in
                try LogAudit.verify(head, depth: .hashes, read: read)
                return try PageCheck.entries(about: shown.entry.id ?? "", after: shown.index, in: head, read: read)
            }
            verdict.add(later, size: head.size, origin: head.origin)
        } catch let fault as CopyFault { throw fault } catch let fault as UsageFault { throw fault } catch {
            throw UsageFault("'\(place)' is no sound copy of the record: \(error)")
        }
    }

    private func tell(_ verdict: PageVerdict, _ words: Words) throws {
        func said(_ sentence: PageVerdict.Sentence) -> Answer.Sentence {
            Answer.Sentence(code: sentence.code, vi: sentence.text(words, .vi), en: sentence.text(words, .en))
        }
        let (headline, findings, notes) = (said(verdict.headline), verdict.findings.map(said), verdict.notes.map(said))
        let lines = [headline].map { [$0.vi, $0.en] } + (findings + notes).map { ["  - " + $0.vi, "    " + $0.en] }
        let entry = verdict.proven?.entry
        try Console(json: json, quiet: false).result(
            Answer(
                outcome: verdict.outcome.rawValue,
                item: verdict.item,
                edition: entry?.ed,
                site: entry?.site,
                index: verdict.proven?.index,
                log: verdict.proven?.checkpoint.origin,
                at: entry?.at,
                headline: headline,
                findings: findings,
                notes: notes
            ),
            text: lines.joined().joined(separator: "\n")
        )
    }
}
