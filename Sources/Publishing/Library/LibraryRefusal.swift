public import Media
public import PortalNetwork

/// Why the library says no; words under `refusal.library.…`.
public enum LibraryRefusal: Refusal, Hashable {
    case unknownFile
    case unknownUpload
    /// The file itself is not taken.
    case file(FileRefusal, name: String)
    case tooLarge(name: String, megabytes: Int, limit: Int)
    /// Somebody changed it in between; nothing was overwritten.
    case changedMeanwhile
    case inUse(count: Int)
    case titleMissing
    case tooLong(field: String, limit: Int)
    /// A file is replaced by one of its own kind: a picture by a picture.
    case otherKind
    case deleted
    case sizeMissing
    case incomplete
    case busy
    case tooManyUploads(limit: Int)
    case diskFull

    public static let samples: [LibraryRefusal] =
        [
            .unknownFile, .unknownUpload, .tooLarge(name: "phim.mp4", megabytes: 2048, limit: 1024), .changedMeanwhile, .inUse(count: 3),
            .titleMissing,
            .tooLong(field: "title", limit: 200), .otherKind, .deleted, .sizeMissing, .incomplete, .busy, .tooManyUploads(limit: 20), .diskFull,
        ] + FileRefusal.allCases.map { .file($0, name: "ảnh.jpg") }

    public var key: String {
        switch self {
        case .unknownFile: "library.unknown-file"
        case .unknownUpload: "library.unknown-upload"
        case .file(let refusal, _): "library.file-\(refusal.rawValue)"
        case .tooLarge: "library.too-large"
        case .changedMeanwhile: "library.changed-meanwhile"
        case .inUse: "library.in-use"
        case .titleMissing: "library.title-missing"
        case .tooLong: "library.too-long"
        case .otherKind: "library.other-kind"
        case .deleted: "library.deleted"
        case .sizeMissing: "library.size-missing"
        case .incomplete: "library.incomplete"
        case .busy: "library.busy"
        case .tooManyUploads: "library.too-many-uploads"
        case .diskFull: "library.disk-full"
        }
    }

    public var values: [String: String] {
        switch self {
        case .file(_, let name): ["name": name]
        case .tooLarge(let name, let megabytes, let limit): ["name": name, "megabytes": "\(megabytes)", "limit": "\(limit)"]
        case .inUse(let count): ["count": "\(count)"]
        case .tooLong(_, let limit), .tooManyUploads(let limit): ["limit": "\(limit)"]
        default: [:]
        }
    }

    /// The field of a form it concerns.
    public var field: String? {
        switch self {
        case .titleMissing: "title"
        case .tooLong(let field, _): field
        default: nil
        }
    }
}
