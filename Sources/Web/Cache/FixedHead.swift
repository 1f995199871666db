import HTTPTypes
import NIOCore

/// The part of an answer's head that many answers share, as fields and as the bytes that go on the wire. One value for thousands of pages.
final class FixedHead: Sendable {
    let status: HTTPResponse.Status
    /// Everything but length, packing, entity tag, date and request id.
    let fields: HTTPFields
    /// Status line and fields, each with its line end.
    let wire: [UInt8]
    /// The same for "you have it already".
    let unchanged: [UInt8]
    let unchangedFields: HTTPFields

    init(status: HTTPResponse.Status, fields: HTTPFields) {
        self.status = status
        self.fields = fields
        var unchanged = fields
        unchanged[.contentType] = nil
        unchangedFields = unchanged
        wire = Self.wire(status, fields)
        self.unchanged = Self.wire(.notModified, unchanged)
    }

    static func wire(_ status: HTTPResponse.Status, _ fields: HTTPFields) -> [UInt8] {
        var out = Array("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n".utf8)
        for field in fields { out += Array("\(field.name.canonicalName): \(field.value)\r\n".utf8) }
        return out
    }
}

/// Heads by their bytes, so that equal ones are kept once.
struct HeadTable {
    private var heads: [[UInt8]: FixedHead] = [:]
    /// Beyond this a head is not shared: answers with a head of their own are rare, and a stranger must not fill the table.
    private static let most = 512

    mutating func head(_ status: HTTPResponse.Status, _ fields: HTTPFields) -> FixedHead {
        let wire = FixedHead.wire(status, fields)
        if let known = heads[wire] { return known }
        let made = FixedHead(status: status, fields: fields)
        // A page that names its own proof has a head that no other page has.
        if heads.count < Self.most, fields[.link] == nil { heads[wire] = made }
        return made
    }
}
