import Vietnamese

/// Reads foreign HTML (a paste from Word, an import from an old portal, a federated text) into blocks.
///
/// The text goes through the standard's parser; then only what a block or an inline of ours can say is taken over. There is no list of
/// forbidden things to keep complete: a script, a frame, a handler or a style has no place in the tree. What a person should know of
/// (hidden text, dangerous addresses) is reported. Work and memory are bounded whatever comes in.
public struct HTMLReader: Sendable {
    public struct Reading: Sendable, Hashable {
        public var text: RichText
        /// At most 200.
        public var findings: [Finding]
    }

    /// Greatest size in bytes of UTF-8.
    public var maximumSize: Int
    /// The language of the text; runs marked with it need no mark.
    public var language: String
    /// Where the document stood; relative addresses are resolved against it. Nil keeps paths from "/" and drops other relative links.
    public var base: WebAddress?
    /// Whether a host (lower case) is of this installation: links there that end with an item's id become links to the item.
    public var isOwnHost: @Sendable (_ host: String) -> Bool
    /// The asset behind the address of a picture, film or file, where we hold it; otherwise the address is only noted.
    public var assetOf: @Sendable (_ address: String) -> AssetReference?
    /// Decodes text set in a legacy font (".VnTime", "VNI-Times"): gets each run and its font family in lower case, where one is known.
    public var decodeLegacy: @Sendable (_ text: String, _ fontFamily: String?) -> String

    public init(
        maximumSize: Int = 8 << 20,
        language: String = "vi",
        base: WebAddress? = nil,
        isOwnHost: @escaping @Sendable (_ host: String) -> Bool = { _ in false },
        assetOf: @escaping @Sendable (_ address: String) -> AssetReference? = { _ in nil },
        decodeLegacy: @escaping @Sendable (_ text: String, _ fontFamily: String?) -> String = { text, _ in text }
    ) {
        self.maximumSize = maximumSize
        self.language = language
        self.base = base
        self.isOwnHost = isOwnHost
        self.assetOf = assetOf
        self.decodeLegacy = decodeLegacy
    }

    /// Throws only `ReadingFault.tooLarge`: an entangled document is simplified and read, with a finding.
    public func read(_ html: String) throws(ReadingFault) -> Reading {
        guard html.utf8.count <= maximumSize else { throw .tooLarge(bytes: html.utf8.count, limit: maximumSize) }
        var source = HTMLSource(html)
        var walk = HTMLWalk(reader: self, isWord: Self.comesFromWord(source))
        if !source.bytes.withUnsafeBufferPointer({ NestingGuard.accepts($0) }) {
            source = HTMLSource(TagThinning.thin(source))
            walk.report(.simplified)
        }
        return HTMLTree.parseAccepted(source) { root in
            walk.run(root)
            return Reading(text: RichText(walk.builder.finish()), findings: walk.findings)
        }
    }

    /// Word marks every run with a language, mostly the wrong one.
    private static func comesFromWord(_ source: HTMLSource) -> Bool {
        source.bytes.withUnsafeBufferPointer { source in
            ByteSearch.contains(source, "mso-") || ByteSearch.contains(source, "MsoNormal")
                || ByteSearch.contains(source, "schemas-microsoft-com:office")
        }
    }
}
