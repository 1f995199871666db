public import Exchange
import Vietnamese

/// Lines of foreign files.
public enum ForeignLine {
    /// A line as text: UTF-8, or a legacy encoding that the decoder is sure of.
    public static func text(of line: Line) throws(ForeignReason) -> String {
        switch line.content {
        case .tooLong(_, let length):
            throw ForeignReason(field: nil, text: "the line has \(length) bytes; at most \(LineReader.defaultMaximum) are read")
        case .undecodable(let bytes, let at):
            guard let text = LegacyBytes.text(bytes) else {
                throw ForeignReason(field: nil, text: "not UTF-8 (byte \(at)), and no legacy encoding we know")
            }
            return text
        case .text(let text):
            if let nul = line.firstNUL { throw ForeignReason(field: nil, text: "a NUL byte at \(nul)") }
            switch RejectedLine(text) {
            case .ordinary: return text
            case .record(let record): return record
            case .raw(let bytes):
                guard let text = String(validating: bytes, as: UTF8.self) ?? LegacyBytes.text(bytes) else {
                    throw ForeignReason(field: nil, text: "not UTF-8")
                }
                return text
            case .cutShort(let length):
                throw ForeignReason(field: nil, text: "only the beginning of a line of \(length) bytes was kept; take it from the first file")
            }
        }
    }

    public static func isBlank(_ line: Line) -> Bool { line.text.map { $0.allSatisfy(\.isWhitespace) } ?? false }
}

/// Bytes that are not UTF-8: read as windows-1258/Latin-1 text set in TCVN3 or VNI, when the decoder is certain.
enum LegacyBytes {
    static func text(_ bytes: [UInt8]) -> String? {
        var latin = String.UnicodeScalarView()
        for byte in bytes { latin.append(Unicode.Scalar(byte)) }
        let decoding = decodeLegacy(String(latin))
        guard case .decoded = decoding.verdict, decoding.confidence > 0.9 else { return nil }
        return decoding.text
    }
}
