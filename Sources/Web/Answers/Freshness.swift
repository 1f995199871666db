/// How long others may keep an answer.
public enum Freshness: Sendable, Hashable {
    /// A public page: half a minute for everyone, and for a day when this installation does not answer.
    case page
    /// A proof of the record: it names a head, and newer ones come all the time.
    case proof
    /// The bytes behind an address never change.
    case immutable
    /// May be kept but must be asked about every time (a withdrawn page must not stay withdrawn in a proxy when it is restored).
    case revalidate
    /// Never kept: faults, refusals, anything personal.
    case none

    var cacheControl: String {
        switch self {
        case .page: "public, max-age=30, stale-if-error=86400"
        case .proof: "public, max-age=300"
        case .immutable: "public, max-age=31536000, immutable"
        case .revalidate: "public, max-age=0"
        case .none: "no-store"
        }
    }
}
