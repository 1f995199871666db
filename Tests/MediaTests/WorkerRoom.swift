import FileStore
import Foundation
import Logging
import Media
import RichText
import Testing

/// A workshop with a folder of its own and real worker processes.
struct WorkerRoom {
    /// The real program, beside the tests.
    static let program: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let places = ([own] + CommandLine.arguments).map {
            URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("caunoi").path
        }
        return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? places[0]
    }()
    static let child = WorkerPlace.child(program: program, arguments: ["worker", "--channel"])
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    let folder: String
    let files: DiskFileStore
    let store: RenditionStore
    let door: WorkerDoor
    let workshop: PictureWorkshop

    /// `patience`: how long a worker may take to start.
    static func with<T>(
        _ place: WorkerPlace = child,
        megabytes: Int = 100,
        lanes: Int = 2,
        mostWaiting: Int = 64,
        patience: Duration = .seconds(60),
        _ body: (WorkerRoom) async throws -> T
    ) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-media-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = try DiskFileStore(root: folder + "/files")
        let store = RenditionStore(folder: folder + "/derived", megabytes: megabytes, logger: logger)
        let door = WorkerDoor(place, patience: patience, logger: logger)
        defer { door.close() }
        let workshop = PictureWorkshop(door: door, store: store, originals: files, lanes: lanes, mostWaiting: mostWaiting, logger: logger)
        return try await body(WorkerRoom(folder: folder, files: files, store: store, door: door, workshop: workshop))
    }

    func put(_ bytes: [UInt8]) async throws -> ContentHash { try await files.put(bytes).hash }

    /// As a reader would get it, however long it takes.
    func picture(_ width: Int, _ format: PictureFormat, of hash: ContentHash) async throws -> PictureWorkshop.Answer {
        let variant = try #require(PictureVariant(width: width, format: format))
        return await workshop.picture(variant, of: hash, patience: .seconds(120))
    }

    func bytes(_ width: Int, _ format: PictureFormat, of hash: ContentHash) async throws -> [UInt8] {
        let answer = try await picture(width, format, of: hash)
        guard case .made(let bytes) = answer else {
            Issue.record("\(answer)")
            return []
        }
        return bytes
    }

    static func fixture(_ name: String) throws -> [UInt8] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Pictures/\(name)").path
        return Array(try #require(FileManager.default.contents(atPath: path)))
    }
}
