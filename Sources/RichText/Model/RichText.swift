/// A body: a tree of typed blocks. It is never kept as HTML, so nothing foreign can hide in it.
///
/// Its JSON (`JSONEncoder`, or `CanonicalJSON` of the public record) is a stable format, version 1:
/// ```json
/// {"v":1,"blocks":[
///   {"type":"heading","level":2,"text":["Kết quả"]},
///   {"type":"paragraph","text":["Theo ",{"t":"Sở Y tế","m":["strong"]},", ",{"link":{"item":"0123456789abc"},"text":["xem tại đây"]},{"br":true}]},
///   {"type":"list","ordered":true,"items":[[{"type":"paragraph","text":["Một"]}]]},
///   {"type":"quote","blocks":[…],"cite":["Hồ Chí Minh"]},
///   {"type":"table","caption":["Bảng 1"],"headerRows":1,"rows":[[{"text":["Ô"],"colspan":2}]]},
///   {"type":"picture","asset":{"commitment":"<64 hex>"},"alt":"…","caption":["…"],"credit":"…","width":800,"height":600},
///   {"type":"gallery","pictures":[…],"caption":[…]},
///   {"type":"embed","medium":"video","provider":"youtube","reference":"…","title":"…"},
///   {"type":"embed","medium":"video","asset":{"commitment":"<64 hex>"},"captions":[{"asset":{…},"language":"vi"}],"transcript":[<blocks>]},
///   {"type":"attachment","asset":{"commitment":"<64 hex>"},"name":"1234.pdf","mediaType":"application/pdf","bytes":12345},
///   {"type":"divider"},
///   {"type":"preformatted","text":"…"}]}
/// ```
/// Members with their default value (empty text, zero, false) are left out. A run of text without marks and language is a plain string.
/// Blocks and inlines of a kind this release does not know survive reading and writing unchanged and show nothing but their plain text.
public struct RichText: Sendable, Hashable {
    /// The version of the JSON shape that this release writes.
    public static let version = 1
    /// How deep blocks may nest (list in list, quote in quote); deeper JSON is refused, deeper foreign HTML is flattened.
    public static let maximumDepth = 16

    public var blocks: [Block]

    public init(_ blocks: [Block] = []) { self.blocks = blocks }

    public var isEmpty: Bool { blocks.isEmpty }
}

extension RichText: Codable {
    private enum Key: String, CodingKey { case v, blocks }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let version = try container.decode(Int.self, forKey: .v)
        guard version == Self.version else {
            throw DecodingError.dataCorruptedError(
                forKey: .v,
                in: container,
                debugDescription: "body of version \(version), this release reads \(Self.version)"
            )
        }
        blocks = try container.decode([Block].self, forKey: .blocks)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(Self.version, forKey: .v)
        try container.encode(blocks, forKey: .blocks)
    }
}
