extension Inline: Codable {
    private enum Key: String, CodingKey { case t, m, lang, br, link, text }

    public init(from decoder: any Decoder) throws {
        if let run = try? TextRun(from: decoder) {
            self = .text(run)
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        if container.contains(.br) {
            self = .lineBreak
        } else if let target = try? container.decode(LinkTarget.self, forKey: .link), let runs = try? container.decode([TextRun].self, forKey: .text)
        {
            self = .link(target, runs)
        } else {
            self = .unknown(try OpaqueJSON(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let run): try run.encode(to: encoder)
        case .lineBreak:
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(true, forKey: .br)
        case .link(let target, let runs):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(target, forKey: .link)
            try container.encode(runs, forKey: .text)
        case .unknown(let json): try json.encode(to: encoder)
        }
    }

    /// What an inline of a later release shows here: its plain text.
    static func plainText(of json: OpaqueJSON) -> String {
        if let text = json["t"]?.string { return text }
        guard case .array(let parts)? = json["text"] else { return "" }
        return parts.map { $0.string ?? $0["t"]?.string ?? "" }.joined()
    }
}

extension TextRun: Codable {
    private enum Key: String, CodingKey { case t, m, lang }

    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(text)
            return
        }
        // A member of a later release must not be stripped: the run is then unknown as a whole.
        if let stranger = try decoder.container(keyedBy: AnyKey.self).allKeys.first(where: { Key(rawValue: $0.stringValue) == nil }) {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a run has no member '\(stranger.stringValue)'")
            )
        }
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            try container.decode(String.self, forKey: .t),
            try container.decodeIfPresent(Marks.self, forKey: .m) ?? [],
            language: try container.decodeIfPresent(String.self, forKey: .lang)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        if marks.isEmpty, language == nil {
            var container = encoder.singleValueContainer()
            return try container.encode(text)
        }
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(text, forKey: .t)
        if !marks.isEmpty { try container.encode(marks, forKey: .m) }
        try container.encodeIfPresent(language, forKey: .lang)
    }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
}

extension Marks: Codable {
    /// A name of a later release makes the run unknown as a whole, so that it is carried along and not stripped.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        var marks: Marks = []
        for name in try container.decode([String].self) {
            guard let entry = Self.all.first(where: { $0.name == name }) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no mark is called '\(name)'")
            }
            marks.insert(entry.mark)
        }
        self = marks
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Self.all.filter { contains($0.mark) }.map(\.name))
    }
}

extension LinkTarget: Codable {
    private enum Key: String, CodingKey { case item, site, address }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let id = try container.decodeIfPresent(String.self, forKey: .item) {
            self = .item(id)
        } else if let path = try container.decodeIfPresent(String.self, forKey: .site) {
            self = .site(path)
        } else {
            self = .address(try container.decode(String.self, forKey: .address))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .item(let id): try container.encode(id, forKey: .item)
        case .site(let path): try container.encode(path, forKey: .site)
        case .address(let address): try container.encode(address, forKey: .address)
        }
    }
}
