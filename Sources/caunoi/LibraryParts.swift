import FileStore
import Library
import Logging
import Media
import Publishing
import ServiceLifecycle
import Store

/// The library of the opened installation: its door, its place on the desk, and what looks after it in the background.
struct LibraryParts {
    let library: FileLibrary
    let desk: LibraryDesk
    private(set) var services: [any Service]

    init(_ program: Program, workshop: PictureWorkshop?, door: WorkerDoor?, alarming: Publisher) throws {
        library = try Self.library(program)
        let scanner = program.settings.scanner.map { ClamDoor($0, limit: program.settings.scannerLimit) }
        desk = LibraryDesk(library, publishing: program.publishing, workshop: workshop, hasScanner: scanner != nil)
        services = [
            LibraryCare(library, scansOld: scanner != nil, logger: program.logger),
            // Beside the other jobs: a scanner that takes its time must not hold up a publication.
            JobRunner(
                database: program.database,
                workers: [ProcessFile(library, scanner: scanner, door: door, logger: program.logger)],
                owner: program.lease.ids.node,
                clock: program.clock,
                logger: program.logger,
                pause: .milliseconds(250),
                width: 2
            ),
        ]
        guard let scanner else { return }
        // Alone: what came before the scanner must not hold up what comes now.
        services.append(
            JobRunner(
                database: program.database,
                workers: [ScanOldFiles(library, publishing: alarming, scanner: scanner, logger: program.logger)],
                owner: program.lease.ids.node,
                clock: program.clock,
                logger: program.logger,
                width: 1
            )
        )
    }

    static func library(_ program: Program) throws -> FileLibrary {
        FileLibrary(
            database: program.database,
            files: program.files,
            incoming: try UploadFolder(root: "\(program.settings.dataFolder)/uploads"),
            clock: program.clock,
            ids: program.lease.ids
        )
    }
}
