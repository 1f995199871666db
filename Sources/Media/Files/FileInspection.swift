/// Finds out what a file is by its bytes, and refuses what a portal must not take. The name only has to agree.
public enum FileInspection {
    /// - Throws: `FileRefusal`.
    public static func type(of bytes: FileBytes, named name: String) async throws -> FileType {
        guard bytes.size > 0 else { throw FileRefusal.empty }
        let head = try await bytes.read(at: 0, count: PictureHeader.length)
        try refuse(head)
        var type = try await self.type(of: bytes, head)
        // A table is plain text; only its name says so.
        if type == .text, name.lowercased().hasSuffix(".csv") { type = .csv }
        guard bytes.size <= type.kind.mostBytes else { throw FileRefusal.tooLarge }
        try checkName(name, type)
        if type.isPicture { try checkPicture(head) } else if !type.isPacked { try await checkSecond(bytes, head, type) }
        if type.isCompound || type == .rtf { try await checkActive(bytes, type) }
        return type
    }

    /// What is refused whatever its name.
    private static func refuse(_ head: [UInt8]) throws(FileRefusal) {
        let programs: [[UInt8]] = [
            [0x4D, 0x5A], [0x7F, 0x45, 0x4C, 0x46], [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE], Array("#!".utf8),
            // A shortcut of Windows.
            [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
        ]
        if programs.contains(where: { head.starts(with: $0) }) { throw .executable }
        let archives: [[UInt8]] = [
            Array("Rar!\u{1A}".utf8), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A],
        ]
        if archives.contains(where: { head.starts(with: $0) }) || head.holds("ustar", at: 257) { throw .archive }
        if head.holds("ftypqt", at: 4) || head.holds("moov", at: 4) || head.holds("ftypheic", at: 4) || head.holds("ftypmif1", at: 4)
            || head.holds("ftypheix", at: 4) || head.holds("II*\u{0}") || head.holds("MM\u{0}*")
            || head.holds("BM") && head.count > 54 && head[6] == 0
        {
            throw .cameraFormat
        }
        let text = String(decoding: head.prefix(4096), as: UTF8.self).lowercased()
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("<svg") || start.hasPrefix("<?xml") && text.contains("<svg") || start.hasPrefix("<!doctype svg") { throw .vector }
        if ["<!doctype html", "<html", "<script", "<head", "<body", "<iframe", "<?php", "<%", "<!--"].contains(where: { start.hasPrefix($0) }) {
            throw .page
        }
    }

    private static func type(of bytes: FileBytes, _ head: [UInt8]) async throws -> FileType {
        if let picture = PictureHeader(head) {
            guard picture.kind != .gif else { throw FileRefusal.movingPicture }
            return FileType(rawValue: picture.kind.rawValue) ?? .jpeg
        }
        if head.holds("%PDF-") { return .pdf }
        if head.holds("PK\u{3}\u{4}") { return try await packed(bytes) }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return try await compound(bytes) }
        if head.holds("{\\rtf") { return .rtf }
        if head.holds("OggS") { return .ogg }
        if head.holds("ID3") || head.count > 2 && head[0] == 0xFF && head[1] & 0xE6 == 0xE2 { return .mp3 }
        if head.holds("ftyp", at: 4) { return .mp4 }
        if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            guard Array(head.prefix(128)).contains(run: Array("webm".utf8)) else { throw FileRefusal.unknownType }
            return .webm
        }
        return try await text(bytes, head)
    }

    // MARK: - Office files

    private static func packed(_ bytes: FileBytes) async throws -> FileType {
        guard let file = try await PackedFile(bytes) else { throw FileRefusal.damaged }
        let names = Set(file.entries.map { $0.name.lowercased() })
        if names.contains("androidmanifest.xml") || names.contains("meta-inf/manifest.mf") && !names.contains("mimetype") {
            throw FileRefusal.executable
        }
        return try await office(file, bytes, names)
    }

    private static func office(_ file: PackedFile, _ bytes: FileBytes, _ names: Set<String>) async throws -> FileType {
        var found: FileType?
        if let entry = file.entry("mimetype") {
            let said = String(decoding: try await file.content(of: entry, in: bytes, limit: 200), as: UTF8.self)
            found = [FileType.odt, .ods, .odp].first { $0.mediaType == said }
            if names.contains(where: { $0.hasPrefix("basic/") || $0.hasPrefix("scripts/") }) { throw FileRefusal.macros }
        } else if names.contains("[content_types].xml") {
            if names.contains(where: { $0.hasSuffix("vbaproject.bin") || $0.hasSuffix("vbadata.xml") || $0.hasPrefix("xl/macrosheets/") }) {
                throw FileRefusal.macros
            }
            found =
                names.contains("word/document.xml")
                ? .docx : names.contains("xl/workbook.xml") ? .xlsx : names.contains("ppt/presentation.xml") ? .pptx : nil
        }
        guard let found else { throw FileRefusal.archive }
        return found
    }

    /// Word, Excel and PowerPoint before 2007 ([MS-CFB]): the names of streams tell which, and whether macros are in it.
    private static func compound(_ bytes: FileBytes) async throws -> FileType {
        func wide(_ name: String) -> [UInt8] { name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] } }
        let marks: [(FileType, [UInt8])] = [
            (.doc, wide("WordDocument")), (.xls, wide("Workbook")), (.xls, wide("Book") + [0, 0]), (.ppt, wide("PowerPoint Document")),
        ]
        let macros = [wide("_VBA_PROJECT"), wide("Macros\u{0}"), wide("VBA\u{0}")]
        var found: FileType?
        var hasMacros = false
        try await bytes.pieces(overlap: 128) { piece in
            if found == nil { found = marks.first { piece.contains(run: $0.1) }?.0 }
            if !hasMacros { hasMacros = macros.contains { piece.contains(run: $0) } }
        }
        if hasMacros { throw FileRefusal.macros }
        guard let found else { throw FileRefusal.unknownType }
        return found
    }

    /// Objects inside an RTF are how it carries programs.
    private static func checkActive(_ bytes: FileBytes, _ type: FileType) async throws {
        guard type == .rtf else { return }
        let marks = ["\\objdata", "\\objupdate", "\\objautlink", "\\objocx"].map { Array($0.utf8) }
        try await bytes.pieces(overlap: 16) { piece in if marks.contains(where: { piece.contains(run: $0) }) { throw FileRefusal.macros } }
    }

    // MARK: - Text

    /// Plain text is what is UTF-8 from the first byte to the last and has no control characters.
    private static func text(_ bytes: FileBytes, _ head: [UInt8]) async throws -> FileType {
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if head.holds("WEBVTT", at: start) { return .vtt }
        guard bytes.size <= 64 << 20 else { throw FileRefusal.unknownType }
        let all = try await bytes.read(at: 0, count: Int(bytes.size))
        guard !all.contains(where: { $0 < 32 && ![9, 10, 12, 13].contains($0) }), String(validating: all, as: UTF8.self) != nil else {
            throw FileRefusal.unknownType
        }
        return .text
    }

    // MARK: - What a name and a second look say

    private static func checkName(_ name: String, _ type: FileType) throws(FileRefusal) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let ending = parts.last?.lowercased(), !ending.isEmpty, ending.utf8.count <= 8 else { return }
        if type.endings.contains(ending) { return }
        throw .wrongEnding
    }

    private static func checkPicture(_ head: [UInt8]) throws(FileRefusal) {
        guard let picture = PictureHeader(head) else { throw .damaged }
        if picture.isAnimated { throw .movingPicture }
        guard let width = picture.width, let height = picture.height else { return }
        guard width <= PictureLimits.side, height <= PictureLimits.side, width * height <= PictureLimits.pixels else { throw .pictureTooLarge }
    }

    /// An archive or a page that hangs on the end of something else. (Pictures lose whatever hangs on them when they are written anew.)
    private static func checkSecond(_ bytes: FileBytes, _ head: [UInt8], _ type: FileType) async throws {
        let length = min(bytes.size, 65_557)
        let tail = try await bytes.read(at: bytes.size - length, count: Int(length))
        var at = 0
        while let place = tail.place(of: [0x50, 0x4B, 5, 6], from: at) {
            if let comment = tail.little16(place + 20), place + 22 + comment <= tail.count { throw FileRefusal.twoTypes }
            at = place + 4
        }
        guard type != .pdf, type.kind != .captions else { return }
        if Array(head.prefix(1024)).contains(run: Array("%PDF-".utf8)) { throw FileRefusal.twoTypes }
    }
}
