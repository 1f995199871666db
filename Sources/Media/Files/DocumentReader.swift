import Foundation
import Vietnamese

/// What a document says of itself: its words, for searching, and how its first page looks.
public struct DocumentFacts: Sendable {
    public var text = ""
    public var pages: Int?
    /// The first page, a PNG that a worker should write anew.
    public var firstPage: [UInt8]?
    /// What could not be had and why, for the operator.
    public var troubles: [String] = []

    public init() {}
}

/// Reads documents with programs of Debian (PDF: poppler; Word and Excel from before 2007: catdoc) and in the worker process (other office files), never in the portal.
public struct DocumentReader: Sendable {
    /// UTF-8 bytes of a text that are kept.
    public static let mostText = 2 << 20
    private let door: WorkerDoor?

    /// `door`: the workers; without them office files have no words.
    public init(door: WorkerDoor?) { self.door = door }

    /// - Throws: `FileRefusal` for a document that must not be taken; whatever else goes wrong is a trouble, not a refusal.
    public func facts(of bytes: FileBytes, _ type: FileType) async throws -> DocumentFacts {
        var facts = DocumentFacts()
        switch type {
        case .pdf: try await readPDF(bytes, &facts)
        case .text, .csv: facts.text = Self.text(try await bytes.read(at: 0, count: Self.mostText))
        case .doc, .rtf: await readOld(bytes, with: "catdoc", ["-w"], &facts)
        case .xls: await readOld(bytes, with: "xls2csv", ["-c", " ", "-q", "0"], &facts)
        case _ where type.isPacked || type == .ppt: try await readOffice(bytes, &facts)
        default: break
        }
        return facts
    }

    private func readPDF(_ bytes: FileBytes, _ facts: inout DocumentFacts) async throws {
        // Code that stands in the open is found here, that in packed objects by poppler. (Links that open a neighbouring file, `/Launch`, stand in real
        // documents of agencies; browsers do not follow them.)
        let mark = Array("/JavaScript".utf8)
        try await bytes.pieces(overlap: 16) { piece in if piece.contains(run: mark) { throw FileRefusal.script } }
        do {
            let said = String(decoding: try await BoundedProgram(name: "pdfinfo", arguments: ["-"]).run(on: bytes, most: 1 << 16), as: UTF8.self)
            func line(_ name: String) -> String? {
                said.split(separator: "\n").first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.utf8.count + 1).drop { $0 == " " }) }
            }
            if line("JavaScript") == "yes" { throw FileRefusal.script }
            facts.pages = line("Pages").flatMap { Int($0) }
        } catch let fault as ProgramFault {
            if case .failed(_, let reason) = fault {
                if reason.contains("ncorrect password") { throw FileRefusal.locked }
                // A PDF that poppler cannot open, a browser will not either.
                throw FileRefusal.damaged
            }
            facts.troubles.append("\(fault)")
            return
        }
        await trying(&facts) { facts in
            let program = BoundedProgram(name: "pdftotext", arguments: ["-enc", "UTF-8", "-nopgbrk", "-q", "-", "-"])
            facts.text = Self.text(try await program.run(on: bytes, most: Self.mostText))
        }
        await trying(&facts) { facts in
            let program = BoundedProgram(name: "pdftocairo", arguments: ["-png", "-singlefile", "-f", "1", "-l", "1", "-scale-to", "960", "-", "-"])
            let page = try await program.run(on: bytes, most: 16 << 20)
            if PictureHeader(page)?.kind == .png { facts.firstPage = page }
        }
    }

    /// Texts of those years are often in fonts that draw Vietnamese letters over others (TCVN3, VNI); they are turned into Unicode where that is certain.
    private func readOld(_ bytes: FileBytes, with name: String, _ arguments: [String], _ facts: inout DocumentFacts) async {
        await trying(&facts) { facts in
            // It reads back and forth, so it keeps a copy of its input for itself.
            let program = BoundedProgram(
                name: name,
                arguments: ["-d", "utf-8"] + arguments + ["/dev/stdin"],
                package: "catdoc",
                mostWritten: bytes.size
            )
            facts.text = decodeLegacy(Self.text(try await program.run(on: bytes, most: Self.mostText))).text
        }
    }

    private func readOffice(_ bytes: FileBytes, _ facts: inout DocumentFacts) async throws {
        guard let door, bytes.size <= Int64(PictureLimits.bytes) else { return }
        await trying(&facts) { facts in
            let document = try await bytes.read(at: 0, count: Int(bytes.size))
            facts.text = Self.text(try await door.words(of: document, most: OfficeText.most + 1) ?? [])
        }
    }

    private func trying(_ facts: inout DocumentFacts, _ work: (inout DocumentFacts) async throws -> Void) async {
        do { try await work(&facts) } catch { facts.troubles.append("\(error)") }
    }

    /// The programs that words of documents come from and this machine does not have, each with the package of Debian it comes with.
    /// - Parameter path: folders, with colons between them (the environment's `PATH`).
    public static func missingPrograms(path: String) -> [(name: String, package: String)] {
        let folders = path.split(separator: ":")
        let needed = ["pdfinfo", "pdftotext", "pdftocairo"].map { ($0, "poppler-utils") } + ["catdoc", "xls2csv"].map { ($0, "catdoc") }
        return needed.filter { name, _ in !folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") } }
    }

    /// Cut at a whole character, without what is no text.
    static func text(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes.prefix(mostText), as: UTF8.self)
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 || $0 == "\n" || $0 == "\t" }).drop { $0 == "\u{FEFF}" })
    }
}

extension WorkerDoor {
    /// The words of an office file, read in a worker; nil where it cannot be read.
    func words(of document: [UInt8], most: Int) async throws -> [UInt8]? {
        let channel = try await take()
        prepare()
        let result = await blocking { () -> Result<[UInt8]?, WorkerFault> in
            defer { channel.end() }
            return Result { () throws(WorkerFault) in try channel.words(of: document, most: most, until: .now + .seconds(PictureLimits.seconds)) }
        }
        switch result {
        case .success(let words):
            worked()
            return words
        case .failure(let fault):
            failed(fault)
            throw fault
        }
    }
}
