import Notary
public import PortalNetwork

/// Why nothing is published at the moment; words under `refusal.record.…`. What was written stays as it was: it can be tried again.
public enum RecordRefusal: Refusal, Hashable {
    /// The checks at the portal's start, or the taking up of older entries: a share in percent.
    case preparing(percent: Int)
    case noSigner
    /// The operator's or the program's own sentence.
    case frozen(String)

    public static let samples: [RecordRefusal] = [.preparing(percent: 40), .noSigner, .frozen("an older database")]

    init(_ fault: RecordFault) {
        switch fault {
        case .preparing(let done, let of): self = .preparing(percent: of > 0 ? Int(done * 100 / of) : 0)
        case .frozen(let why), .damaged(let why): self = .frozen(why)
        case .noSigner, .refused, .lostTurn, .nonsense: self = .noSigner
        }
    }

    public var key: String {
        switch self {
        case .preparing: "record.preparing"
        case .noSigner: "record.no-signer"
        case .frozen: "record.frozen"
        }
    }

    public var values: [String: String] {
        switch self {
        case .preparing(let percent): ["percent": "\(percent)"]
        case .noSigner: [:]
        case .frozen(let why): ["why": why]
        }
    }
}
