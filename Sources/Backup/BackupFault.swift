/// What can go wrong with backups. For the operator: the description says what to do.
public enum BackupFault: Error, Sendable, Equatable {
    /// A text that is no public key of a backup, a file that holds no secret one.
    case notARecipient(String)
    case noIdentity(path: String)
    /// The file was made for another key.
    case wrongKey(path: String)
    /// Not the bytes that were written.
    case damaged(path: String, what: String)
    case missing(path: String)
    /// Where it should be there is no place for backups.
    case notAPlace(path: String, why: String)
    case busy(path: String)
    case diskFull(path: String)
    case cannotRead(path: String, reason: String)
    case cannotWrite(path: String, reason: String)
    /// The set comes from a program that knows more.
    case newer(set: String, found: Int, known: Int)
    /// A program of PostgreSQL that is not there.
    case toolMissing(String)
    case toolFailed(String, why: String)

    /// Whether it is something wrong with the backup itself, and not with reaching or reading it.
    public var isFinding: Bool {
        switch self {
        case .damaged, .missing: true
        default: false
        }
    }
}

extension BackupFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notARecipient(let text):
            "'\(text.prefix(100))' is no public key of a backup; 'caunoi backup keygen FILE' prints one that begins with caunoi-pub-"
        case .noIdentity(let path): "\(path) holds no secret key of a backup; name the file that 'caunoi backup keygen' wrote"
        case .wrongKey(let path): "\(path) was made for another key; give the identity whose public half the backup was made with"
        case .damaged(let path, let what): "\(path) is damaged: \(what); use another set, and check the disk of the backups"
        case .missing(let path): "\(path) is missing; use another set, and look who takes files out of the backups"
        case .notAPlace(let path, let why): "'\(path)' \(why)"
        case .busy(let path): "another backup is being written into '\(path)'; wait for it"
        case .diskFull(let path): "\(path): the disk is full; free some space and run it again, what was copied already is kept"
        case .cannotRead(let path, let reason): "\(path): cannot be read (\(reason)); check owner and permissions"
        case .cannotWrite(let path, let reason): "\(path): cannot be written (\(reason)); check owner and permissions"
        case .newer(let set, let found, let known):
            "the set \(set) was made by a newer version (schema \(found), this program knows \(known)); restore it with that version"
        case .toolMissing(let program): "the program '\(program)' is not there; install the package postgresql-client of the server's version"
        case .toolFailed(let program, let why): "\(program): \(why)"
        }
    }
}
