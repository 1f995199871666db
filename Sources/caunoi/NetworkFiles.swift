import PortalNetwork
import Publishing
import Synchronization

/// The paths of the files that looks show, as the network is now.
final class LookFiles: Sendable {
    private let paths = Mutex<[String: String]>([:])

    subscript(asset: String) -> String? { paths.withLock { $0[asset] } }

    func refresh(_ reader: Reader, _ tree: SiteTree) async throws {
        let found = try await reader.lookAssets(of: tree)
        paths.withLock { $0 = found }
    }
}

/// The files that are withheld, as this process knows them.
final class WithheldFiles: Sendable {
    private let files: Mutex<Set<String>>

    init(_ files: Set<String>) { self.files = Mutex(files) }
    var now: Set<String> { files.withLock { $0 } }
    func set(_ files: Set<String>) { self.files.withLock { $0 = files } }
}
