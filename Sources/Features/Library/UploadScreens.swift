import FileStore
import HTTPTypes
import Hummingbird
import Media
import NIOCore
import PortalNetwork
import PublicRecord
import Publishing
import Store
import Vietnamese
import Web

/// Bringing files: a page with a form that works alone, and what its script speaks: a file is announced, comes in pieces, and goes on where it stopped.
struct UploadScreens: Sendable {
    let part: LibraryDesk
    let desk: Desk

    /// A form without script is for small files; larger ones come in pieces.
    static let longestForm = 128 << 20
    /// Bytes of a piece that the script sends: small enough to come through slow lines and careful proxies.
    static let piece = 1 << 20

    // MARK: - The page

    private func screen(_ visit: DeskVisit, _ site: Site, results: [UploadResult]) -> UploadScreen {
        UploadScreen(
            frame: DeskFrame(desk, visit, title: visit.word("library.upload.title"), current: "library", scripts: ["library.js"]),
            site: site.name,
            back: LibraryAddress.list(site),
            action: LibraryAddress.upload(site),
            uploads: LibraryAddress.uploads(site),
            piece: Self.piece,
            limit: Int(FileType.mostBytes),
            accepted: FileType.allCases.flatMap { $0.endings.map { "." + $0 } }.joined(separator: ","),
            scanner: part.hasScanner ? nil : visit.word("library.no-scanner"),
            results: results
        )
    }

    func page(_ context: May<AddFile>) throws -> DeskAnswer {
        try .page(.libraryUpload, screen(context.visit, context.site, results: []), context.visit)
    }

    /// The form with its files.
    func form(_ context: May<AddFile>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let results = try await receive(visit, site, replacing: nil, by: part.by(visit, context.session))
        let isGood = !results.isEmpty && results.allSatisfy { $0.error == nil }
        if isGood, results.count == 1, let href = results.first?.href { return .redirect(href + "?da=thu-vien-tai-len") }
        let shown = results.isEmpty ? [UploadResult(name: nil, href: nil, note: nil, error: visit.word("library.upload.none"))] : results
        return try .page(.libraryUpload, screen(visit, site, results: shown), visit, status: isGood ? .ok : .unprocessableContent)
    }

    /// Every file of a form: one that is refused does not hold up the others.
    func receive(_ visit: DeskVisit, _ site: Site, replacing replaced: FileID?, by: FileLibrary.By) async throws -> [UploadResult] {
        guard let stream = visit.stream, let reader = MultipartReader(contentType: visit.headers[.contentType] ?? "", body: stream) else {
            throw PageError.badRequest
        }
        if let length = visit.headers[.contentLength].flatMap({ Int64($0) }), length > Int64(Self.longestForm) {
            let refusal = LibraryRefusal.tooLarge(
                name: visit.word("library.upload.form"),
                megabytes: Int(length >> 20),
                limit: length > FileType.mostBytes ? Int(FileType.mostBytes >> 20) : Self.longestForm >> 20
            )
            return [UploadResult(name: visit.word("library.upload.form"), href: nil, note: nil, error: visit.said(refusal))]
        }
        var results: [UploadResult] = []
        var note = ""
        while let next = try await reader.next() {
            guard let name = next.fileName else {
                let text = try await reader.text()
                if next.name == "ghi-chu" { note = text }
                continue
            }
            guard !name.isEmpty, results.count < 50 else { continue }
            do {
                let outcome = try await part.library.receive(name, replacing: replaced, note: note, on: site.id, by: by) { try await reader.bytes() }
                results.append(UploadResult(outcome, name: name, site, visit))
            } catch let refusal as LibraryRefusal {
                results.append(UploadResult(name: name, href: nil, note: nil, error: visit.said(refusal)))
            }
        }
        return results
    }

    // MARK: - In pieces

    private struct State: Encodable {
        let upload: String
        let offset: Int64
        let size: Int64
        let address: String
    }

    private struct Done: Encodable {
        let file: ListScreens.Entry
        let href: String
        let state: String
        /// Said when the same file was there already.
        let note: String?
    }

    private struct Wrong: Encodable {
        let error: String
        /// Where the upload goes on, where it does.
        let offset: Int64?
    }

    private static func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok) throws -> DeskAnswer {
        .json(ByteBuffer(bytes: try CanonicalJSON.encode(value)), status: status)
    }

    /// What is refused is said in words the script shows as they are.
    private func saying(_ visit: DeskVisit, _ work: () async throws -> DeskAnswer) async throws -> DeskAnswer {
        do { return try await work() } catch UploadFolder.Refusal.elsewhere(let size) {
            return try Self.json(Wrong(error: visit.said(LibraryRefusal.incomplete), offset: size), .conflict)
        } catch let refusal as LibraryRefusal {
            return try Self.json(Wrong(error: visit.said(refusal), offset: nil), refusal == .unknownUpload ? .notFound : .unprocessableContent)
        }
    }

    func begin(_ context: May<AddFile>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        return try await saying(visit) {
            let upload = try await part.library.begin(
                visit.form["ten"],
                bytes: Int64(visit.form["co"]) ?? 0,
                replacing: visit.form.text("thay").flatMap { FileID($0) },
                note: visit.form["ghi-chu"],
                on: site.id,
                by: part.by(visit, context.session)
            )
            return try answer(upload, received: 0, site, .created)
        }
    }

    private func answer(_ upload: Upload, received: Int64, _ site: Site, _ status: HTTPResponse.Status = .ok) throws -> DeskAnswer {
        let address = "\(LibraryAddress.uploads(site))/\(upload.id)"
        let state = State(upload: "\(upload.id)", offset: received, size: upload.bytes, address: address)
        return try Self.json(state, status).header(.uploadOffset, "\(received)").header(.location, address)
    }

    private func named(_ context: May<AddFile>) async throws -> (upload: Upload, received: Int64) {
        guard let id = context.visit.parameter("upload").flatMap({ UploadID($0) }) else { throw LibraryRefusal.unknownUpload }
        return try await part.library.upload(id, on: context.site.id, by: part.by(context.visit, context.session))
    }

    func state(_ context: May<AddFile>) async throws -> DeskAnswer {
        try await saying(context.visit) {
            let (upload, received) = try await named(context)
            return try answer(upload, received: received, context.site)
        }
    }

    func append(_ context: May<AddFile>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        return try await saying(visit) {
            let (upload, _) = try await named(context)
            guard let offset = visit.headers[.uploadOffset].flatMap({ Int64($0) }), let stream = visit.stream else { throw PageError.badRequest }
            var source = stream.makeAsyncIterator()
            let received = try await part.library.append(to: upload, at: offset) { try await source.next().map { Array($0.readableBytesView) } }
            guard received == upload.bytes else { return try answer(upload, received: received, site) }
            let outcome = try await part.library.finish(upload, by: part.by(visit, context.session))
            let file = outcome.file
            var note: String?
            if case .known = outcome { note = visit.word("library.upload.known") }
            return try Self.json(
                Done(file: ListScreens.entry(file, on: site), href: LibraryAddress.file(site, file.id), state: file.state.rawValue, note: note),
                .created
            )
        }
    }

    func abandon(_ context: May<AddFile>) async throws -> DeskAnswer {
        try await saying(context.visit) {
            try await part.library.abandon(try await named(context).upload)
            return .empty()
        }
    }
}

extension HTTPField.Name {
    /// How far an upload has come, as in resumable uploads of the IETF draft and tus.
    static var uploadOffset: HTTPField.Name { HTTPField.Name("Upload-Offset") ?? .contentRange }
}

/// What became of one file of a form.
struct UploadResult: PageModel {
    let name: String?
    let href: String?
    let note: String?
    let error: String?

    init(name: String?, href: String?, note: String?, error: String?) {
        self.name = name
        self.href = href
        self.note = note
        self.error = error
    }

    init(_ outcome: UploadOutcome, name: String, _ site: Site, _ visit: DeskVisit) {
        self.name = name
        href = LibraryAddress.file(site, outcome.file.id)
        if case .known = outcome { note = visit.word("library.upload.known") } else { note = visit.word("library.upload.done") }
        error = nil
    }

    static let shape: Shape<UploadResult> = [.text("name", \.name), .text("href", \.href), .text("note", \.note), .text("error", \.error)]
}

struct UploadScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let back: String
    let action: String
    let uploads: String
    let piece: Int
    let limit: Int
    let accepted: String
    let scanner: String?
    let results: [UploadResult]

    static let shape: Shape<UploadScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("back", \.back), .text("action", \.action), .text("uploads", \.uploads),
        .number("piece", \.piece), .number("limit", \.limit), .text("accepted", \.accepted), .text("scanner", \.scanner), .many("results", \.results),
    ]
}

extension PageTemplate where Model == UploadScreen { static var libraryUpload: Self { Self("library.upload", bare: true) } }
