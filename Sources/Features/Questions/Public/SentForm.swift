import Casework
import Hummingbird
import NIOCore
import PortalNetwork
import Vietnamese
import Web

/// A public form as it was sent, with its files: bounded while it is read, every field kept so that nothing typed is lost when something is wrong.
struct SentForm: Sendable {
    /// Bytes of one field: a text of twenty thousand letters with marks, and some.
    static let longestField = 100_000
    static let mostFields = 60

    private(set) var values: [String: String] = [:]
    private(set) var files: [(Submission.File, [UInt8])] = []
    /// Files that were not taken, by what is wrong with them.
    private(set) var refused: [CaseFinding] = []

    subscript(_ name: String) -> String? {
        guard let value = values[name] else { return nil }
        let text = value.filter { !$0.isASCII || $0.isNewline || !($0.asciiValue.map { $0 < 32 || $0 == 127 } ?? false) }.trimmed
        return text.isEmpty ? nil : text
    }

    init() {}

    /// A form that is filled in already.
    init(filledIn values: [String: String]) { self.values = values }

    /// - Throws: `PageError` for what no browser sends.
    init(_ request: Request, files mostFiles: Int, bytes mostBytes: Int) async throws {
        try await self.init(type: request.headers[.contentType] ?? "", request.body, files: mostFiles, bytes: mostBytes)
    }

    /// - Throws: `PageError` for what no browser sends.
    init(type: String, _ body: RequestBody, files mostFiles: Int, bytes mostBytes: Int) async throws {
        if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
            let buffer: ByteBuffer
            do { buffer = try await body.collect(upTo: Self.longestField * 2) } catch {
                throw PageError(.contentTooLarge, "content-too-large")
            }
            for pair in buffer.readableBytesView.split(separator: UInt8(ascii: "&")) {
                let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = FormCoding.decode(parts[0]), let value = FormCoding.decode(parts.count == 2 ? parts[1] : pair.suffix(0)),
                    values.count < Self.mostFields
                else { throw PageError.badRequest }
                values[name] = value
            }
            return
        }
        guard let reader = MultipartReader(contentType: type, body: body) else { throw PageError(.unsupportedMediaType, "bad-request") }
        var total = 0
        while let part = try await reader.next() {
            guard let name = part.fileName else {
                guard values.count < Self.mostFields else { throw PageError.badRequest }
                values[part.name] = try await reader.text(most: Self.longestField)
                continue
            }
            var bytes: [UInt8] = []
            while let piece = try await reader.bytes() {
                total += piece.count
                // What is too much is read to its end and dropped: the person is told, with everything else still in the form.
                if total <= mostBytes { bytes += piece }
                guard total <= mostBytes * 4 + (1 << 20) else { throw PageError(.contentTooLarge, "content-too-large") }
            }
            guard !name.isEmpty, !bytes.isEmpty || total > mostBytes else { continue }
            take(name, bytes, isWhole: total <= mostBytes, mostFiles: mostFiles, mostBytes: mostBytes)
        }
    }

    private mutating func take(_ name: String, _ bytes: [UInt8], isWhole: Bool, mostFiles: Int, mostBytes: Int) {
        guard isWhole else { return refuse(CaseFinding(.files, "too-large", ["most": "\(mostBytes >> 20)"])) }
        guard files.count < mostFiles else { return refuse(CaseFinding(.files, "too-many", ["most": "\(mostFiles)"])) }
        guard let type = SentFileType(bytes) else { return refuse(CaseFinding(.files, "file-type", ["name": String(name.prefix(80))])) }
        files.append((Submission.File(name: Self.plain(name), type: type.rawValue, bytes: bytes.count), bytes))
    }

    private mutating func refuse(_ finding: CaseFinding) { if !refused.contains(finding) { refused.append(finding) } }

    /// The last part of a path, without signs that file systems or pages take for more than letters.
    private static func plain(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "tep"
        let kept = last.filter { $0.isLetter || $0.isNumber || " ._-()".contains($0) }
        return kept.isEmpty ? "tep" : String(kept.prefix(120))
    }
}

/// What a file is, told by its first bytes; whatever it calls itself.
enum SentFileType: String {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case webp = "image/webp"
    case pdf = "application/pdf"
    case mp3 = "audio/mpeg"
    case mp4 = "video/mp4"

    init?(_ bytes: [UInt8]) {
        func begins(_ head: [UInt8], at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: head) }
        if begins([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if begins(Array("RIFF".utf8)), begins(Array("WEBP".utf8), at: 8) {
            self = .webp
        } else if begins(Array("%PDF-".utf8)) {
            self = .pdf
        } else if begins(Array("ID3".utf8)) || begins([0xFF, 0xFB]) {
            self = .mp3
        } else if begins(Array("ftyp".utf8), at: 4) {
            self = .mp4
        } else {
            return nil
        }
    }
}
