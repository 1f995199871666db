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

    /// This installation's own record. `object`: what is behind a commitment here, while it is public.
    public init(record: RecordFiles, object: @escaping @Sendable (Commitment) async throws -> [UInt8]? = { _ in nil }) {
        self.init(name: "this installation") { path in
            if path.hasPrefix("o/") {
                guard let commitment = Commitment(hex: path.dropFirst(2)), let bytes = try await object(commitment) else {
                    throw CopyFault.absent(path)
                }
                return bytes
            }
            if path == "checkpoint" {
                guard let note = try await record.published() else { throw CopyFault.absent(path) }
                return Array(note.utf8)
            }
            guard let tile = TileID(path: path), let bytes = try await record.bytes(of: tile) else { throw CopyFault.absent(path) }
            return bytes
        }
    }

    /// A log of this installation that has ended. `ending`: what is said of that.
    public init(past: PastLog, ending: LogEnding, record: RecordFiles) {
        self.init(name: past.origin) { path in
            switch path {
            case "checkpoint": return Array(past.note.utf8)
            case "end": return try CanonicalJSON.encode(ending)
            default:
                guard let tile = TileID(path: path), let bytes = try await record.bytes(of: tile, in: past) else { throw CopyFault.absent(path) }
                return bytes
            }
        }
    }

    /// What this place says of the log's end; nil: nothing, as of a log that goes on.
    public func ending() async -> LogEnding? { (try? await read("end")).flatMap { LogEnding(reading: $0) } }

    /// What an entry commits to (`o/<commitment>`): salt and bytes. Nil where it is public no more, or this place keeps no objects.
    public func object(_ commitment: Commitment) async throws -> [UInt8]? {
        do { return try await read("o/\(commitment.hex)") } catch CopyFault.absent { return nil }
    }

    /// Follows all entries under a head that was verified and checks the assertions of passkeys behind them.
    public func approvals(under head: Checkpoint, progress: (Int64) -> Void = { _ in }) async throws -> ApprovalAudit {
        var audit = ApprovalAudit()
        var index: Int64 = 0
        while index < head.size {
            guard let tile = TileID.at(size: head.size, level: nil, index: index >> 8) else { break }
            for bytes in try EntryBundle.decode(try await read(tile.path), count: tile.width) {
                var object: [UInt8]?
                if case .entry(let entry)? = try? RecordEntry.read(bytes), let att = entry.att { object = try await self.object(att) }
                do { try audit.follow(bytes, object: object) } catch { throw ApprovalTrouble(index: index, fault: error) }
                index += 1
            }
            progress(index)
        }
        return audit
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

/// An entry whose approvals do not verify.
public struct ApprovalTrouble: Error, Sendable, CustomStringConvertible {
    public let index: Int64
    public let fault: ApprovalFault

    public init(index: Int64, fault: ApprovalFault) { (self.index, self.fault) = (index, fault) }

    public var description: String { "entry \(index): \(fault)" }
}

/// Whom a copy's head is believed: a policy, or a log's keys alone.
public struct HeadTrust: Sendable {
    private let policy: WitnessPolicy?
    private let keys: [VerifierKey]

    public init(policy: WitnessPolicy) { (self.policy, keys) = (policy, []) }
    public init(keys: [VerifierKey]) { (policy, self.keys) = (nil, keys) }

    /// The logs that are believed.
    public var origins: [String] { policy?.logs.map(\.origin) ?? keys.map(\.name) }

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
    /// The log has ended, and this place has only its first entries.
    case lost(String, held: Int64, of: Int64)
    case unwritable(String)
    case unanswered(String)

    public var description: String {
        switch self {
        case .absent(let path): "there is no file \(path)"
        case .otherLog(let origin): "the head is that of \(origin), and no key of that log was given; name it with --key or --policy"
        case .forked(let size, let evidence):
            "the log has signed two heads that contradict each other (at \(size) entries); both are kept in \(evidence), tell its operator and its witnesses"
        case .root(let size): "the \(size) entries lead to another root than the signed head has: the copy or its source is damaged"
        case .lost(let origin, let held, let size):
            "of the \(size) entries of \(origin), which has ended, the first \(held) are kept, and the others were lost"
        case .unwritable(let what): what
        case .unanswered(let what): what
        }
    }
}
