public import PublicRecord
public import RichText

/// What an edition's salted content says, read by somebody who has only the record and its objects: a watcher, a peer.
public struct EditionReading: Sendable {
    public let card: CardContent
    /// Everything the public can read of it, as `ct-1`.
    public let text: String
    /// Files its page shows or offers.
    public let assets: [String]

    /// - Parameter object: 32 bytes of salt, then the content (`/log/1/o/…`).
    /// - Returns: nil when the object is not what `commitment` commits to, or is of a kind this program does not know.
    public init?(_ object: [UInt8], _ commitment: Commitment, kinds: KindRegistry, canonical: CanonicalText) {
        guard let salt = Salt(object.prefix(Salt.size)), Commitment(.content, salt: salt, Array(object.dropFirst(Salt.size))) == commitment,
            let contents = try? Contents(bytes: Array(object.dropFirst(Salt.size))), let details = try? contents.typed(kinds)
        else { return nil }
        card = details.card
        text = canonical.text(of: contents.publicBlocks(details))
        assets = details.assets
    }
}
