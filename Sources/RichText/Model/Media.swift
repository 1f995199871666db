/// A file the installation holds, by its salted commitment (the public path `/files/{commitment}/…`) and, where known, its id.
public struct AssetReference: Sendable, Hashable, Codable {
    public var commitment: String
    public var id: String?

    /// `commitment`: 64 lower-case hex digits; anything else is never shown.
    public init(commitment: String, id: String? = nil) {
        self.commitment = commitment
        self.id = id
    }

    /// Whether the commitment has its only text form.
    public var isValid: Bool { Self.isCommitment(commitment.utf8) }

    static func isCommitment(_ text: some Collection<UInt8>) -> Bool {
        text.count == 64 && text.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

/// A picture. Only an asset we hold is shown; a foreign address stays in `source` as a note for the import that may fetch it.
public struct Picture: Sendable, Hashable {
    public var asset: AssetReference?
    public var source: String?
    /// What the picture shows, for those who do not see it; empty only when `decorative`.
    public var alt: String
    public var decorative: Bool
    public var caption: [Inline]
    /// Who made it: "Ảnh: Nguyễn Văn A" is kept as "Nguyễn Văn A".
    public var credit: String
    /// Pixels; 0 when unknown.
    public var width: Int
    public var height: Int

    public init(
        asset: AssetReference? = nil,
        source: String? = nil,
        alt: String = "",
        decorative: Bool = false,
        caption: [Inline] = [],
        credit: String = "",
        width: Int = 0,
        height: Int = 0
    ) {
        self.asset = asset
        self.source = source
        self.alt = alt
        self.decorative = decorative
        self.caption = caption
        self.credit = credit
        self.width = max(0, width)
        self.height = max(0, height)
    }
}

/// Several pictures that belong together.
public struct Gallery: Sendable, Hashable {
    public var pictures: [Picture]
    public var caption: [Inline]

    public init(_ pictures: [Picture], caption: [Inline] = []) {
        self.pictures = pictures
        self.caption = caption
    }
}

/// A film or a recording: an asset we hold, or a reference at a provider of the list. Never a free address, never a frame.
public struct Embed: Sendable, Hashable {
    public enum Medium: String, Sendable, Codable, CaseIterable { case video, audio }

    /// Services whose players editors use; we show a link to them, not their frame.
    public enum Provider: String, Sendable, Codable, CaseIterable {
        case youtube, vimeo

        /// Whether a reference has the provider's form, so that it can stand in an address.
        public func accepts(_ reference: String) -> Bool {
            switch self {
            case .youtube: reference.utf8.count == 11 && reference.utf8.allSatisfy { $0.isASCIIWord || $0 == UInt8(ascii: "-") }
            case .vimeo: (1...12).contains(reference.utf8.count) && reference.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
        }

        /// The page where the provider shows it.
        public func address(_ reference: String) -> String {
            switch self {
            case .youtube: "https://www.youtube.com/watch?v=\(reference)"
            case .vimeo: "https://vimeo.com/\(reference)"
            }
        }
    }

    public enum Source: Sendable, Hashable {
        case asset(AssetReference)
        case provider(Provider, reference: String)
    }

    public var medium: Medium
    public var source: Source
    public var title: String
    public var caption: [Inline]
    /// What is said, in step with the sound; only of an asset we hold.
    public var captions: [Captions]
    /// What is said and shown, to read instead.
    public var transcript: [Block]

    public init(
        _ medium: Medium,
        _ source: Source,
        title: String = "",
        caption: [Inline] = [],
        captions: [Captions] = [],
        transcript: [Block] = []
    ) {
        self.medium = medium
        self.source = source
        self.title = title
        self.caption = caption
        self.captions = captions
        self.transcript = transcript
    }
}

/// Captions of a film or a recording: a WebVTT file we hold (`WebVTT` checks it when it is stored), in one language.
public struct Captions: Sendable, Hashable, Codable {
    public var asset: AssetReference
    /// A language tag (BCP 47), "vi", "en", "zh-Hant"; anything else is never shown.
    public var language: String

    public init(asset: AssetReference, language: String) {
        self.asset = asset
        self.language = language
    }

    /// The language in its own words, as players list it; the tag of one we have no name for.
    public var languageName: String {
        Self.names[language] ?? Self.names[String(language.prefix { $0 != "-" }).lowercased()] ?? language
    }

    private static let names = [
        "vi": "Tiếng Việt", "en": "English", "zh": "中文", "fr": "Français", "ru": "Русский", "ja": "日本語", "ko": "한국어", "lo": "ພາສາລາວ",
        "km": "ភាសាខ្មែរ", "th": "ภาษาไทย", "de": "Deutsch", "es": "Español",
    ]
}

/// A document to download.
public struct Attachment: Sendable, Hashable {
    public var asset: AssetReference
    /// The file name a reader gets: letters, digits, dot, hyphen and underline; anything else becomes a hyphen in the address.
    public var name: String
    /// What the link says; the name where empty.
    public var title: String
    public var mediaType: String
    /// Size; 0 when unknown.
    public var bytes: Int

    public init(asset: AssetReference, name: String, title: String = "", mediaType: String = "", bytes: Int = 0) {
        self.asset = asset
        self.name = name
        self.title = title
        self.mediaType = mediaType
        self.bytes = min(max(0, bytes), 1 << 50)
    }
}

extension UInt8 {
    var isASCIIWord: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
    }
}
