public import FileStore
public import Outbound
public import Publishing
import Synchronization

/// ClamAV as the library asks for a scanner.
public struct ClamDoor: FileScanner {
    public let limit: Int64
    private let scanner: ClamScanner

    /// `limit`: the daemon's `StreamMaxLength`, in bytes.
    public init(_ endpoint: ScannerEndpoint, limit: Int64) {
        scanner = ClamScanner(endpoint)
        self.limit = limit
    }

    public func scan(_ file: any OpenedFile) async throws -> ScanVerdict {
        let most = min(file.size, limit)
        let place = Mutex<Int64>(0)
        let verdict = try await scanner.scan {
            let offset = place.withLock { $0 }
            guard offset < most else { return nil }
            let bytes = try await file.read(at: offset, count: Int(min(1 << 18, most - offset)))
            guard !bytes.isEmpty else { return nil }
            place.withLock { $0 += Int64(bytes.count) }
            return bytes
        }
        return switch verdict {
        case .clean: .clean
        case .infected(let virus): .infected(virus)
        case .tooLarge: .tooLarge
        }
    }
}
