extension Picture: Codable {
    private enum Key: String, CodingKey { case asset, source, alt, decorative, caption, credit, width, height }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            asset: try container.decodeIfPresent(AssetReference.self, forKey: .asset),
            source: try container.decodeIfPresent(String.self, forKey: .source),
            alt: try container.decodeIfPresent(String.self, forKey: .alt) ?? "",
            decorative: try container.decodeIfPresent(Bool.self, forKey: .decorative) ?? false,
            caption: try container.decodeIfPresent([Inline].self, forKey: .caption) ?? [],
            credit: try container.decodeIfPresent(String.self, forKey: .credit) ?? "",
            width: try container.decodeIfPresent(Int.self, forKey: .width) ?? 0,
            height: try container.decodeIfPresent(Int.self, forKey: .height) ?? 0
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeIfPresent(asset, forKey: .asset)
        try container.encodeIfPresent(source, forKey: .source)
        if !alt.isEmpty { try container.encode(alt, forKey: .alt) }
        if decorative { try container.encode(true, forKey: .decorative) }
        if !caption.isEmpty { try container.encode(caption, forKey: .caption) }
        if !credit.isEmpty { try container.encode(credit, forKey: .credit) }
        if width > 0 { try container.encode(width, forKey: .width) }
        if height > 0 { try container.encode(height, forKey: .height) }
    }
}

extension Gallery: Codable {
    private enum Key: String, CodingKey { case pictures, caption }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            try container.decode([Picture].self, forKey: .pictures),
            caption: try container.decodeIfPresent([Inline].self, forKey: .caption) ?? []
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(pictures, forKey: .pictures)
        if !caption.isEmpty { try container.encode(caption, forKey: .caption) }
    }
}

extension Embed: Codable {
    private enum Key: String, CodingKey { case medium, asset, provider, reference, title, caption, captions, transcript }

    /// A provider or a reference outside the list is refused: an embed is never a free address.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let source: Source
        if let asset = try container.decodeIfPresent(AssetReference.self, forKey: .asset) {
            source = .asset(asset)
        } else {
            let provider = try container.decode(Provider.self, forKey: .provider)
            let reference = try container.decode(String.self, forKey: .reference)
            guard provider.accepts(reference) else {
                throw DecodingError.dataCorruptedError(forKey: .reference, in: container, debugDescription: "not a reference of \(provider.rawValue)")
            }
            source = .provider(provider, reference: reference)
        }
        self.init(
            try container.decode(Medium.self, forKey: .medium),
            source,
            title: try container.decodeIfPresent(String.self, forKey: .title) ?? "",
            caption: try container.decodeIfPresent([Inline].self, forKey: .caption) ?? [],
            captions: try container.decodeIfPresent([Captions].self, forKey: .captions) ?? [],
            transcript: try container.decodeIfPresent([Block].self, forKey: .transcript) ?? []
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(medium, forKey: .medium)
        switch source {
        case .asset(let asset): try container.encode(asset, forKey: .asset)
        case .provider(let provider, let reference):
            try container.encode(provider, forKey: .provider)
            try container.encode(reference, forKey: .reference)
        }
        if !title.isEmpty { try container.encode(title, forKey: .title) }
        if !caption.isEmpty { try container.encode(caption, forKey: .caption) }
        if !captions.isEmpty { try container.encode(captions, forKey: .captions) }
        if !transcript.isEmpty { try container.encode(transcript, forKey: .transcript) }
    }
}

extension Attachment: Codable {
    private enum Key: String, CodingKey { case asset, name, title, mediaType, bytes }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            asset: try container.decode(AssetReference.self, forKey: .asset),
            name: try container.decode(String.self, forKey: .name),
            title: try container.decodeIfPresent(String.self, forKey: .title) ?? "",
            mediaType: try container.decodeIfPresent(String.self, forKey: .mediaType) ?? "",
            bytes: try container.decodeIfPresent(Int.self, forKey: .bytes) ?? 0
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(asset, forKey: .asset)
        try container.encode(name, forKey: .name)
        if !title.isEmpty { try container.encode(title, forKey: .title) }
        if !mediaType.isEmpty { try container.encode(mediaType, forKey: .mediaType) }
        if bytes > 0 { try container.encode(bytes, forKey: .bytes) }
    }
}
