import CQREncode
public import RichText

/// A text, usually an address, as a QR code (ISO/IEC 18004) that any telephone reads from paper.
public enum QRCode {
    /// The modules, row by row: true is dark. Nil when the text is empty or too long for a code (about 2,300 bytes).
    public static func modules(_ text: String) -> [[Bool]]? {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width > 0, let data = code.pointee.data else { return nil }
        return (0..<width).map { row in (0..<width).map { column in data[row * width + column] & 1 == 1 } }
    }

    /// An `<svg class="qr">` of one path on a light ground, with the four free modules at each side that readers need. `label` says what the code leads to.
    public static func svg(_ text: String, label: String) -> Markup? {
        guard let modules = modules(text) else { return nil }
        let side = modules.count + 8
        var path = ""
        for (y, row) in modules.enumerated() {
            var x = 0
            while x < row.count {
                guard row[x] else {
                    x += 1
                    continue
                }
                let end = row[x...].firstIndex(of: false) ?? row.count
                path += "M\(x + 4) \(y + 4)h\(end - x)v1h-\(end - x)z"
                x = end
            }
        }
        return TrustedMarkup.of(
            "<svg class=\"qr\" role=\"img\" aria-label=\"\(HTMLEscape.text(label))\" viewBox=\"0 0 \(side) \(side)\" shape-rendering=\"crispEdges\">"
                + "<path class=\"qr-ground\" d=\"M0 0h\(side)v\(side)H0z\"/><path class=\"qr-dark\" d=\"\(path)\"/></svg>"
        )
    }
}
