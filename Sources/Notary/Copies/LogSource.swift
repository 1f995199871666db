import FileStore
import Foundation
public import PublicRecord
import Synchronization

/// Where a log's files are read from: this installation, a folder, another host. Nothing that comes from it is believed before it was checked.
public struct LogSource: Sendable {
    /// Greatest bundle: 256 entries of 64 KiB, each after its length.
    public static let greatestFile = TileID.fullWidth * (EntryBundle.greatestEntry + 2)

    /// As people know it: a folder, an address.
    public let name: String
    /// The bytes of a file by its path below the log's prefix (`checkpoint`, `tile/0/000`). Throws `CopyFault.absent` when there is none.
    public let read: @Sendable (_ path: String) async throws -> [UInt8]

    public init(name: String, read: @escaping @Sendable (String) async throws -> [UInt8]) {
        self.name = name
        self.read = read
    }

    /// A folder with a log's files, as `LogFolder` keeps one or a web server would show it.
    public init(folder: LogFolder) {
        self.init(name: folder.path) { try folder.read($0) }
    }

    /// This installation's own record.
    public init(record: RecordFiles) {
        self.init(name: "this installation") { path in
            if path == "checkpoint" {
                guard let note = try await record.published() else { throw CopyFault.absent(path) }
                return Array(note.utf8)
            }
            guard let tile = TileID(path: path), let bytes = try await record.bytes(of: tile) else { throw CopyFault.absent(path) }
            return bytes
        }
    }

    public func note() async throws -> SignedNote { try SignedNote(parsing: try await read("checkpoint")) }

    /// Runs what reads one file after the other, on a thread of its own.
    public func reading<Result: Sendable>(_ body: @escaping @Sendable (@escaping TileReader) throws -> Result) async throws -> Result {
        let read = read
        return try await BlockingQueue("caunoi.log", lanes: 1).run {
            try body { tile in
                let answer = Mutex<Swift.Result<[UInt8], any Error>?>(nil)
                let isThere = DispatchSemaphore(value: 0)
                Task {
                    let result: Swift.Result<[UInt8], any Error>
                    do { result = .success(try await read(tile.path)) } catch { result = .failure(error) }
                    answer.withLock { $0 = result }
                    isThere.signal()
                }
                isThere.wait()
                guard let result = answer.withLock({ $0 }) else { throw CopyFault.absent(tile.path) }
                return try result.get()
            }
        }
    }
}

/// Whom a copy's head is believed: a policy, or a log's keys alone.
public struct HeadTrust: Sendable {
    private let policy: WitnessPolicy?
    private let keys: [VerifierKey]

    public init(policy: WitnessPolicy) { (self.policy, keys) = (policy, []) }
    public init(keys: [VerifierKey]) { (policy, self.keys) = (nil, keys) }

    /// The head in a note, checked.
    public func head(in note: SignedNote) throws -> Checkpoint {
        if let policy { return try policy.check(note).checkpoint }
        let head = try Checkpoint(note.text)
        let own = keys.filter { $0.name == head.origin }
        guard !own.isEmpty else { throw CopyFault.otherLog(head.origin) }
        _ = try note.verified(by: own)
        return head
    }
}

/// Why a copy of a log cannot be made or used.
public enum CopyFault: Error, Sendable, Hashable, CustomStringConvertible {
    case absent(String)
    /// The head is another log's than the key's.
    case otherLog(String)
    /// Two signed heads that cannot both be of a log that only grows: where both are kept.
    case forked(size: Int64, evidence: String)
    /// The entries lead to another root than the signed head has.
    case root(size: Int64)
    case unwritable(String)
    case unanswered(String)

    public var description: String {
        switch self {
        case .absent(let path): "there is no file \(path)"
        case .otherLog(let origin): "the head is that of \(origin), and no key of that log was given; name it with --key or --policy"
        case .forked(let size, let evidence):
            "the log has signed two heads that contradict each other (at \(size) entries); both are kept in \(evidence), tell its operator and its witnesses"
        case .root(let size): "the \(size) entries lead to another root than the signed head has: the copy or its source is damaged"
        case .unwritable(let what): what
        case .unanswered(let what): what
        }
    }
}
