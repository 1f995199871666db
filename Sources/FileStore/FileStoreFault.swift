/// What can go wrong with stored files. For the operator: the description says what to do. After a fault of a `put` nothing of the file remains.
public enum FileStoreFault: Error, Sendable, Equatable {
    case missing(ContentHash)
    /// The bytes on the disk are not those that were put.
    case damaged(ContentHash, actual: ContentHash)
    case tooLarge(limit: Int64)
    case diskFull(path: String)
    case cannotRead(path: String, reason: String)
    case cannotWrite(path: String, reason: String)
    /// Storage on another machine did not do what it was asked.
    case storage(place: String, reason: String)
}

extension FileStoreFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let hash): "the file \(hash) is not in the store; restore it from a backup"
        case .damaged(let hash, let actual): "the file \(hash) is damaged (its content is \(actual) now); restore it from a backup and check the disk"
        case .tooLarge(let limit): "the file is larger than \(limit) bytes"
        case .diskFull(let path): "\(path): the disk is full; free some space, nothing was lost"
        case .cannotRead(let path, let reason): "\(path): cannot be read (\(reason)); check owner and permissions"
        case .cannotWrite(let path, let reason): "\(path): cannot be written (\(reason)); check owner and permissions"
        case .storage(let place, let reason): "the storage at \(place): \(reason)"
        }
    }
}
