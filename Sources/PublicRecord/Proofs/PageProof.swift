/// Why a proof does not vouch for an entry or a page. Each says it in one sentence.
public enum PageProofFault: Error, Hashable, CustomStringConvertible {
    case trust(TrustFault)
    /// The file does not carry the bytes of its entry.
    case noEntry
    case inclusion(ProofFault)
    case entry(EntryFault)
    /// The entry is no edition of an item, so no page can be shown by it.
    case notAnEdition(String)
    case otherItem(expected: String, found: String)
    case otherEdition(expected: Int64, found: Int64)
    /// The page does not say what was published.
    case otherText

    public var description: String {
        switch self {
        case .trust(let fault): "\(fault)"
        case .noEntry: "the proof file does not carry the entry it proves"
        case .inclusion(let fault): "the entry does not stand in the log: \(fault)"
        case .entry(let fault): "\(fault)"
        case .notAnEdition(let operation): "the entry says '\(operation)' and publishes no text"
        case .otherItem(let expected, let found): "the proof is that of the item \(found), and the page is that of \(expected)"
        case .otherEdition(let expected, let found): "the proof is that of edition \(found), and the page shows edition \(expected)"
        case .otherText: "the page does not say what was published: its text has another commitment than the entry"
        }
    }
}

/// Checks proof files off line, from a policy alone.
public enum PageProof {
    /// What was proven about an entry. It stays true when the item is withdrawn later; `latest` says until when nothing newer is known.
    public struct Verdict: Sendable, Hashable {
        public let checkpoint: Checkpoint
        /// Where in the log.
        public let index: Int64
        public let entry: RecordEntry
        /// The witnesses who cosigned, by the policy's names, and when each saw this head as the newest (Unix seconds).
        public let cosigned: [String: Int64]
        /// When a witness last saw it as the newest head.
        public var latest: Int64? { cosigned.values.max() }
    }

    /// What a saved page shows: the item's id from its address, the edition and the salt its main part names, and its canonical text (`ct-1`).
    public struct Page: Sendable {
        public var id: String
        public var edition: Int64
        public var salt: Salt
        public var canonicalText: [UInt8]

        public init(id: String, edition: Int64, salt: Salt, canonicalText: [UInt8]) {
            self.id = id
            self.edition = edition
            self.salt = salt
            self.canonicalText = canonicalText
        }
    }

    /// That the entry in the file stands in a log which the policy trusts.
    public static func verify(_ file: ProofFile, policy: WitnessPolicy) throws(PageProofFault) -> Verdict {
        let trusted: WitnessPolicy.Verdict
        do throws(TrustFault) { trusted = try policy.check(file.note) } catch { throw .trust(error) }
        guard let bytes = file.extra else { throw .noEntry }
        let head = trusted.checkpoint
        do throws(ProofFault) {
            try RecordProof.verifyInclusion(leaf: .leaf(bytes), index: file.index, size: head.size, root: head.root, proof: file.proof)
        } catch { throw .inclusion(error) }
        let reading: RecordEntry.Reading
        do throws(EntryFault) { reading = try RecordEntry.read(bytes) } catch { throw .entry(error) }
        switch reading {
        case .entry(let entry): return Verdict(checkpoint: head, index: file.index, entry: entry, cosigned: trusted.cosigned)
        case .unknown(_, let operation): throw .notAnEdition(operation)
        }
    }

    /// And that the page says what this entry published, and stands at the address of its item.
    public static func verify(_ file: ProofFile, policy: WitnessPolicy, page: Page) throws(PageProofFault) -> Verdict {
        let verdict = try verify(file, policy: policy)
        let entry = verdict.entry
        guard entry.op.makesEdition, let id = entry.id, let edition = entry.ed, let text = entry.text else {
            throw .notAnEdition(entry.op.rawValue)
        }
        guard id == page.id else { throw .otherItem(expected: page.id, found: id) }
        guard edition == page.edition else { throw .otherEdition(expected: page.edition, found: edition) }
        guard Commitment(.text, salt: page.salt, page.canonicalText) == text else { throw .otherText }
        return verdict
    }

    /// The same from the parts as they come: `canonicalText`, `salt`, the item's `id` and the edition.
    public static func verify(
        _ file: ProofFile,
        policy: WitnessPolicy,
        canonicalText: [UInt8],
        salt: Salt,
        id: String,
        edition: Int64
    ) throws(PageProofFault) -> Verdict {
        try verify(file, policy: policy, page: Page(id: id, edition: edition, salt: salt, canonicalText: canonicalText))
    }
}
