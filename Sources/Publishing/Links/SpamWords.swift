import Vietnamese

/// Words of gambling and other spam that is planted on state portals (domain notes 10.4): enough to tell a page that a once good link has become.
/// No word decides alone about a text of ours; this is only asked about other hosts' addresses and titles.
public enum SpamWords {
    private static let brands: Set<String> = [
        "hi88", "jun88", "new88", "shbet", "789bet", "789club", "789win", "789b", "kubet", "thabet", "8xbet", "8kbet", "f8bet", "mb66", "okvip",
        "33win", "98win", "kuwin", "77bet", "bet88", "fb88", "w88", "m88", "vn88", "fun88", "bong88", "hb88", "one88", "may88", "sky88", "sin88",
        "sv88", "oxbet", "fabet", "i9bet", "dabet", "go88", "sunwin", "rikvip", "iwin", "hitclub", "bj88", "99ok", "qq88", "fc88", "td88", "zbet",
        "alo789", "sv388", "net88", "leo88", "6686", "365ok", "xoilac", "cakhia", "socolive", "188bet", "12bet", "uw88",
    ]
    /// Compared with their marks: without them they are quite other words.
    private static let phrases = [
        "nhà cái", "tài xỉu", "xóc đĩa", "nổ hũ", "game bài", "bắn cá", "đá gà", "lô đề", "soi cầu", "soi kèo", "tỷ lệ kèo", "cá độ", "cá cược",
        "baccarat", "casino", "rồng hổ", "sicbo", "roulette", "poker", "jackpot", "quay hũ", "code tân thủ", "đổi thưởng", "slot game",
    ].map { toneNormalised($0) }
    private static let context = ["cảnh báo", "triệt phá", "bắt giữ", "khởi tố", "truy tố", "đường dây", "đánh bạc", "lừa đảo", "công an", "xử phạt"]
        .map { toneNormalised($0) }
    /// In addresses, which have no marks.
    private static let inAddresses: Set<String> = [
        "casino", "baccarat", "poker", "jackpot", "nhacai", "taixiu", "xocdia", "nohu", "gamebai", "bancadoithuong", "dagatructiep", "soikeo",
        "cacuoc",
        "keonhacai", "sicbo", "roulette", "slotgame", "betting", "sportsbook",
    ]

    /// Whether an address speaks of gambling: a brand or a word as a label, a part of one between hyphens, or a segment of its path.
    public static func isIn(address: String) -> Bool {
        let parts = fold(address).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        // A number alone is somebody's id.
        let named = brands.filter { !$0.allSatisfy(\.isNumber) }
        if parts.contains(where: { named.contains($0) || inAddresses.contains($0) }) { return true }
        // `hi88vn`, `kubet77`: a brand with what is hung on to tell copies apart.
        return parts.contains { part in
            named.contains { brand in
                part.count > brand.count && part.hasPrefix(brand) && part.dropFirst(brand.count).count <= 4
                    && (brand.count >= 5 || brand.count == 4 && brand.contains(where: \.isNumber))
            }
        }
    }

    /// Whether a title does: a known brand, or two different words of the trade.
    public static func isIn(title: String) -> Bool {
        let text = toneNormalised(lowercase(title.normalisedForSpam))
        // News about the police and gambling speak of it too.
        if context.contains(where: { text.contains($0) }) { return false }
        let words = fold(text).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        if words.contains(where: brands.contains) { return true }
        return phrases.filter { text.contains($0) }.count >= 2
    }
}

extension String {
    /// Without what is put into words to defeat filters: zero-width characters and soft hyphens.
    fileprivate var normalisedForSpam: String {
        String(
            String.UnicodeScalarView(
                nfc(self).unicodeScalars.filter { !(0x200B...0x200F).contains($0.value) && ![0x2060, 0xFEFF, 0xAD].contains($0.value) }
            )
        )
    }
}

/// Which part of a host name somebody registered: `vidu.gov.vn` of `www.vidu.gov.vn`.
public enum RegistrableDomain {
    /// Second levels under which names are registered, of the countries our links lead to; others are taken for direct registrations.
    private static let second: [String: Set<String>] = [
        "vn": [
            "com", "net", "org", "edu", "gov", "int", "ac", "biz", "info", "name", "pro", "health", "id", "io", "ai",
        ],
        "uk": ["co", "org", "ac", "gov", "net"], "jp": ["co", "or", "ac", "go", "ne", "ed"], "kr": ["co", "or", "ac", "go", "ne", "re"],
        "cn": ["com", "net", "org", "gov", "edu", "ac"], "au": ["com", "net", "org", "gov", "edu"], "th": ["co", "or", "ac", "go", "in"],
        "la": ["com", "gov", "edu"], "kh": ["com", "gov", "edu", "org"], "sg": ["com", "org", "gov", "edu", "net"],
        "tw": ["com", "org", "gov", "edu"],
    ]

    public static func of(_ host: String) -> String {
        let labels = lowercase(host).split(separator: ".").map(String.init)
        guard labels.count > 2, let top = labels.last, !labels.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return lowercase(host) }
        let depth = second[top]?.contains(labels[labels.count - 2]) == true ? 3 : 2
        return labels.suffix(depth).joined(separator: ".")
    }
}
