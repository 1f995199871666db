/// Why the record cannot go on. Each says what to do.
public enum RecordFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The checks at the beginning are not over, or entries from before the record are being taken up.
    case preparing(done: Int64, of: Int64)
    /// No signer answers.
    case noSigner(String)
    /// The record stopped for a reason a person must look at; nothing is published until then.
    case frozen(String)
    /// The signer refused a head.
    case refused(status: Int, String)
    /// What is stored is not what was signed.
    case damaged(String)
    /// Another node writes the heads now.
    case lostTurn
    /// What came over the signer's socket is no answer.
    case nonsense(String)

    public var description: String {
        switch self {
        case .preparing(let done, let of): "the record is being prepared (\(done) of \(of) entries); publishing waits, try again in a moment"
        case .noSigner(let why): "the signer does not answer (\(why)); nothing is published until it does: see 'caunoi signer --help'"
        case .frozen(let why): "the record is frozen: \(why); see docs/operating/record.md"
        case .refused(let status, let why): "the signer refused the head (\(status)): \(why)"
        case .damaged(let what): "the stored record is damaged: \(what); see docs/operating/record.md"
        case .lostTurn: "another node writes the heads of the record now"
        case .nonsense(let what): "the signer's answer cannot be understood: \(what)"
        }
    }
}
