import Vietnamese

/// What a citizen sent, or what is about to be shown of it: texts that are read together, so that one person has one set of letters in all.
public struct Letter: Sendable, Hashable {
    public struct Field: Sendable, Hashable {
        /// For the caller: "title", "text", "file-1".
        public let name: String
        /// In NFC, which is what ranges count in.
        public let text: String
        /// A file's name is searched for what was taken out, and nothing is proposed in it: files are renamed whole.
        public let isFileName: Bool

        public init(_ name: String, _ text: String, isFileName: Bool = false) {
            (self.name, self.text, self.isFileName) = (name, nfc(text), isFileName)
        }
    }

    public var fields: [Field]

    public init(_ fields: [Field]) { self.fields = fields }

    public init(title: String, text: String, fileNames: [String] = []) {
        fields = [Field("title", title), Field("text", text)]
        fields += fileNames.enumerated().map { Field("file-\($0.offset + 1)", $0.element, isFileName: true) }
    }
}

/// The language of a public edition's placeholders.
public enum EditionLanguage: String, Sendable, Hashable, Codable, CaseIterable {
    case vi, en, zh
}
