/// What a file of the library is for.
public enum FileKind: String, Sendable, Hashable, CaseIterable {
    case picture, document, audio, film, captions

    /// By a media type, for files that came before they were looked into.
    public init(mediaType: String) {
        self =
            switch mediaType.prefix(while: { $0 != "/" }) {
            case "image": .picture
            case "audio": .audio
            case "video": .film
            default: mediaType == "text/vtt" ? .captions : .document
            }
    }

    /// The most bytes one may have.
    public var mostBytes: Int64 {
        switch self {
        case .picture: Int64(PictureLimits.bytes)
        case .document: 200 << 20
        case .audio: 500 << 20
        case .film: 1 << 30
        case .captions: 1 << 20
        }
    }
}

/// The types the library takes, each known by its content.
public enum FileType: String, Sendable, Hashable, CaseIterable {
    case jpeg, png, webp, avif
    case pdf, docx, xlsx, pptx, odt, ods, odp, doc, xls, ppt, rtf, text, csv
    case mp3, ogg
    case mp4, webm
    case vtt

    /// The largest file of any type.
    public static let mostBytes = FileKind.allCases.map(\.mostBytes).max() ?? 0

    public var kind: FileKind { FileKind(mediaType: mediaType) }

    public var mediaType: String {
        switch self {
        case .jpeg, .png, .webp, .avif: "image/\(rawValue)"
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        case .doc: "application/msword"
        case .xls: "application/vnd.ms-excel"
        case .ppt: "application/vnd.ms-powerpoint"
        case .rtf: "application/rtf"
        case .text: "text/plain"
        case .csv: "text/csv"
        case .mp3: "audio/mpeg"
        case .ogg: "audio/ogg"
        case .mp4: "video/mp4"
        case .webm: "video/webm"
        case .vtt: "text/vtt"
        }
    }

    /// What its name may end with; the first is the one it is given.
    public var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
        case .ogg: ["ogg", "oga", "opus"]
        case .text: ["txt"]
        case .mp4: ["mp4", "m4v"]
        default: [rawValue]
        }
    }

    public var ending: String { endings[0] }
    public var isPacked: Bool { [.docx, .xlsx, .pptx, .odt, .ods, .odp].contains(self) }
    public var isCompound: Bool { [.doc, .xls, .ppt].contains(self) }

    /// Whether words can be read out of it.
    public var hasText: Bool { [.pdf, .text, .csv, .rtf].contains(self) || isPacked || isCompound }
    /// What the library does not touch: it is shown as a picture in the sizes that fit.
    public var isPicture: Bool { kind == .picture }

    public init?(mediaType: String) {
        guard let type = Self.allCases.first(where: { $0.mediaType == mediaType }) else { return nil }
        self = type
    }
}

/// Why a file is not taken. Said to who brings it, so each says what to do in its words.
public enum FileRefusal: String, Error, Sendable, Hashable, CaseIterable {
    case empty
    /// None of the types the library takes.
    case unknownType = "unknown-type"
    /// The name says another type than the content.
    case wrongEnding = "wrong-ending"
    case executable
    case vector
    case page
    /// Several files in one (ZIP, RAR, 7z).
    case archive
    case macros
    /// Unpacks to far more than it is.
    case bomb
    /// Two types at once: what one program takes for a picture, another runs.
    case twoTypes = "two-types"
    case pictureTooLarge = "picture-too-large"
    case movingPicture = "moving-picture"
    case cameraFormat = "camera-format"
    case damaged
    case locked
    /// A PDF that runs programs.
    case script
    case tooLarge = "too-large"
    case captions
    /// Larger than the virus scanner takes.
    case unscannable
}

extension FileRefusal {
    /// What a worker found of a picture.
    public init(_ refusal: PictureRefusal) { self = refusal == .tooLarge ? .pictureTooLarge : .damaged }
}
