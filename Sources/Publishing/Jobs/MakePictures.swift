public import FileStore
public import Media
import RichText
public import Store
public import Vietnamese

/// Makes the smaller versions of a picture that was stored, before readers ask for them, and notes its size where nobody said it.
public struct MakePictures: JobWorker {
    public static let name = "make-pictures"
    private let database: any Database
    private let files: any FileStore
    private let workshop: PictureWorkshop

    public init(database: any Database, files: any FileStore, workshop: PictureWorkshop) {
        self.database = database
        self.files = files
        self.workshop = workshop
    }

    /// Inside the transaction that registers the file. The same file twice is one job.
    public static func add(_ asset: Asset, as id: JobID, at now: Instant, _ db: any Connection) throws {
        guard asset.comesInSizes else { return }
        try JobQueue.add(Job(id: id, name: name, payload: asset.id, effect: "\(name) \(asset.id)", runAt: now), at: now, db)
    }

    public func run(_ job: Job) async throws {
        guard let asset = try await database.read({ try Asset.load(job.payload, $0) }), let hash = ContentHash(asset.sha256) else { return }
        let head = try await files.open(hash).read(at: 0, count: PictureHeader.length)
        guard let header = PictureHeader(head) else { return }
        var facts: PictureWorkshop.Facts?
        if !header.isAnimated {
            do {
                facts = try await workshop.makeAll(of: hash, fallback: header.hasAlpha ? .png : .jpg, width: asset.width ?? header.width)
            } catch is PictureRefusal {
                // Readers get the picture itself; why was logged.
            } catch let fault as WorkerFault where fault.isAbsence {
                // Made when somebody asks, once there is a worker; a million failed jobs would help nobody.
            }
        }
        guard asset.width == nil, let width = facts?.width ?? header.width, let height = facts?.height ?? header.height else { return }
        try await database.write { db in
            try db.execute("UPDATE asset SET width = \(width), height = \(height) WHERE id = \(asset.id) AND width IS NULL")
        }
    }
}

extension Asset {
    /// The types smaller pictures are made of. A GIF moves, an SVG fits every width as it is.
    public var comesInSizes: Bool { ["image/jpeg", "image/png", "image/webp", "image/avif"].contains(mediaType) }
}
