/// Something a reader of foreign text took out that a person should know of.
public struct Finding: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Text that visitors would not have seen: `display:none`, no size, off the screen, the colour of its background.
        case hiddenText
        case script
        case eventHandler
        /// `javascript:`, `data:` and the like.
        case dangerousAddress
        /// A link whose address could not be understood; its text stays.
        case brokenLink
        /// A frame or plug-in that is not of the list of providers.
        case frame
        case form
        /// Drawings and formulas that have no block of their own.
        case drawing
        /// A picture inside the text or on the writer's own disk; it must be uploaded as a file.
        case embeddedPicture
        /// A foreign film or recording that must be uploaded as a file.
        case foreignMedia
        /// The text was so entangled that its formatting was simplified before it was read.
        case simplified
    }

    public var kind: Kind
    /// The text, address or name concerned, at most 200 characters.
    public var detail: String

    public init(_ kind: Kind, _ detail: String = "") {
        self.kind = kind
        self.detail = String(detail.prefix(200))
    }
}
