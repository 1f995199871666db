import Casework
import Hummingbird
import Media
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
            try await take(name, bytes, isWhole: total <= mostBytes, mostFiles: mostFiles, mostBytes: mostBytes)
        }
    }

    private mutating func take(_ name: String, _ bytes: [UInt8], isWhole: Bool, mostFiles: Int, mostBytes: Int) async throws {
        guard isWhole else { return refuse(CaseFinding(.files, "too-large", ["most": "\(mostBytes >> 20)"])) }
        guard files.count < mostFiles else { return refuse(CaseFinding(.files, "too-many", ["most": "\(mostFiles)"])) }
        do {
            let type = try await SentFile.type(of: bytes)
            files.append((Submission.File(name: SentFile.name(name, type), type: type.mediaType, bytes: bytes.count), bytes))
        } catch let refusal as FileRefusal {
            refuse(CaseFinding(.files, SentFile.finding(refusal), ["name": String(name.prefix(80))]))
        }
    }

    private mutating func refuse(_ finding: CaseFinding) { if !refused.contains(finding) { refused.append(finding) } }
}
