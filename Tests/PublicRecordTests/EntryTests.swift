import PublicRecord
import Testing

/// Entries as the program and the design write them.
enum Entries {
    static let vector =
        #"{"agency":"vp-ubnd","at":1795219200,"by":["e-7f3a91c2","e-b1904e55"],"commit":"52de97a5296f4729fd1419c03aa07a4e7642dab82ee2a384edb833bacbbc2a2d","ed":1,"id":"01kb2m8q7x3v9n4t5w6y7z8a9b","kib":1,"kind":"news","lang":"vi","op":"publish","prev":-1,"site":"www","text":"5f0ccaf47f26056d52e94ac6ea46c9c64a2c24c1735322e1813350c967431a12","topics":["hoi-nghi"],"v":1}"#
    static let canonicalText = Array("Hội nghị\nHội nghị trao đổi kinh nghiệm.\n".utf8)

    /// What the program's event log holds today.
    static let ofTheProgram = [
        #"{"act":"06fj3k2m9x0a1","at":1795219200,"by":["06fj3k2m9x0a2"],"commit":"52de97a5296f4729fd1419c03aa07a4e7642dab82ee2a384edb833bacbbc2a2d","ed":1,"id":"06fj3k2m9x0a3","kib":1,"kind":"legal-document","lang":"vi","op":"publish","prev":-1,"site":"anson","text":"5f0ccaf47f26056d52e94ac6ea46c9c64a2c24c1735322e1813350c967431a12","v":1}"#,
        #"{"at":1795219200,"ed":1,"id":"06fj3k2m9x0a3","kind":"news","op":"withdraw","prev":0,"site":"anson","v":1,"why":"personal"}"#,
        #"{"at":1795219200,"ed":1,"id":"06fj3k2m9x0a3","kind":"news","op":"restore","prev":1,"site":"anson","v":1}"#,
        #"{"at":1795219200,"ed":1,"id":"06fj3k2m9x0a3","kind":"news","op":"move","prev":2,"site":"anson","v":1}"#,
        #"{"at":1795219200,"ed":1,"id":"06fj3k2m9x0a3","op":"erase","prev":3,"site":"anson","v":1,"why":"legal"}"#,
        #"{"at":1795219200,"op":"chrome","part":"section","site":"anson","v":1}"#,
        #"{"at":1795219200,"op":"redirect","part":"redirect","site":"anson","v":1}"#,
    ]

    static func edition(_ op: RecordOperation, id: String = "06fj3k2m9x0a3", ed: Int64, prev: Int64, at: Int64 = Vectors.time) throws -> RecordEntry {
        var entry = RecordEntry(op, at: at, site: "anson")
        (entry.id, entry.ed, entry.prev, entry.kind, entry.lang, entry.kib) = (id, ed, prev, "news", "vi", 1)
        entry.commit = Commitment(.content, salt: try #require(Salt(0..<32)), Array(id.utf8))
        entry.text = Commitment(.text, salt: try #require(Salt(0..<32)), canonicalText)
        return entry
    }

    static func act(_ op: RecordOperation, id: String = "06fj3k2m9x0a3", ed: Int64, prev: Int64, why: String? = nil) -> RecordEntry {
        var entry = RecordEntry(op, at: Vectors.time, site: "anson")
        (entry.id, entry.ed, entry.prev, entry.why) = (id, ed, prev, why)
        return entry
    }

    /// The bytes of a whole log's entries: items in turn, each published, updated, corrected, withdrawn and shown again.
    static func log(size: Int) throws -> [[UInt8]] {
        try (0..<size).map { index in
            let (item, step) = (index / 5 % 8 + index / 40 * 8, index % 5)
            let id = "06fj" + String(String(item + 1_000_000_000).suffix(9))
            let prev = step == 0 ? -1 : Int64(index - 1)
            switch step {
            case 0: return try edition(.publish, id: id, ed: 1, prev: prev).encoded()
            case 1: return try edition(.update, id: id, ed: 2, prev: prev).encoded()
            case 2: return try edition(.correct, id: id, ed: 3, prev: prev).encoded()
            case 3: return try act(.withdraw, id: id, ed: 3, prev: prev, why: "error").encoded()
            default: return try act(.restore, id: id, ed: 3, prev: prev).encoded()
            }
        }
    }
}

@Suite struct EntryTests {
    @Test func vectorOfTheDesign() throws {
        let bytes = Array(Entries.vector.utf8)
        #expect(RecordHash.leaf(bytes).hex == "641495bfd2e66817867505a41622fdcc211f0e65cac34dc78b51f5836cf20eb5")
        guard case .entry(let entry) = try RecordEntry.read(bytes) else { throw EntryFault.notAnObject }
        #expect(try entry.encoded() == bytes)
        #expect(entry.topics == ["hoi-nghi"] && entry.by?.count == 2 && entry.agency == "vp-ubnd")
        let salt = try #require(Salt(0..<32))
        #expect(entry.text == Commitment(.text, salt: salt, Entries.canonicalText))
    }

    @Test("what the program writes today stays valid, to the byte", arguments: Entries.ofTheProgram)
    func today(text: String) throws {
        guard case .entry(let entry) = try RecordEntry.read(Array(text.utf8)) else { throw EntryFault.notAnObject }
        #expect(try entry.encoded() == Array(text.utf8))
    }

    @Test func todaysEntriesFollowOneAnother() throws {
        var chain = EntryChain()
        for (index, text) in Entries.ofTheProgram.enumerated() {
            guard case .entry(let entry) = try RecordEntry.read(Array(text.utf8)) else { throw EntryFault.notAnObject }
            try chain.follow(entry, at: Int64(index))
        }
        #expect(chain.count == 1)
    }

    static let others: [(RecordOperation, @Sendable (inout RecordEntry) -> Void)] = [
        (
            .chrome,
            {
                $0.part = "look"; $0.lang = "vi"; $0.commit = Commitment(.chrome, salt: Salt(), [1])
            }
        ),
        (
            .redirect,
            {
                $0.part = "redirect"; $0.commit = Commitment(.chrome, salt: Salt(), [1])
            }
        ),
        (
            .release,
            {
                $0.site = nil; $0.digest = .leaf([])
            }
        ),
        (
            .host,
            {
                $0.part = "approved"; $0.host = "bao.example.vn"
            }
        ),
        (
            .state,
            {
                $0.site = nil; $0.root = .leaf([]); $0.n = .count(100_000); $0.index = 7
            }
        ),
        (
            .key,
            {
                $0.site = nil; $0.part = "first"; $0.key = NoteTests.logKey; $0.index = 0
            }
        ),
        (
            .site,
            {
                $0.part = "opened"; $0.hosts = ["anson.gov.vn", "en.anson.gov.vn"]
            }
        ),
        (
            .notice,
            {
                $0.why = "planned-stop"; $0.from = .time(1_795_219_200); $0.to = .time(1_795_222_800)
            }
        ),
        (
            .member,
            {
                $0.site = nil; $0.part = "joined"; $0.origin = "cong.tinh-a.gov.vn/log/1"; $0.key = NoteTests.logKey
            }
        ),
        (
            .move,
            {
                ($0.id, $0.ed, $0.prev) = ("06fj3k2m9x0a3", 1, 0); $0.from = .code("tin-tuc"); $0.to = .code("thong-bao")
            }
        ),
        (
            .transfer,
            {
                ($0.id, $0.ed, $0.prev) = ("06fj3k2m9x0a3", 1, 0); $0.origin = "cong.tinh-a.gov.vn/log/1"
            }
        ),
    ]

    @Test("administrative entries are written and read back", arguments: 0..<others.count)
    func administrative(number: Int) throws {
        var entry = RecordEntry(Self.others[number].0, at: Vectors.time, site: "anson")
        Self.others[number].1(&entry)
        let bytes = try entry.encoded()
        #expect(try RecordEntry.read(bytes) == .entry(entry))
        #expect(bytes.count < 400)
    }

    @Test("correction weights", arguments: [RecordEntry.Weight.minor, .major])
    func weights(weight: RecordEntry.Weight) throws {
        var entry = try Entries.edition(.correct, ed: 2, prev: 0)
        entry.n = weight
        #expect(try RecordEntry.read(entry.encoded()) == .entry(entry))
    }

    /// Key, value in JSON: nothing personal, no free text, no number out of range gets in.
    static let wrongValues = [
        ("site", "\"Trang tin\""), ("site", "\"An-Son\""), ("site", "\"an--son\""), ("site", "\"-an\""), ("site", "\"\""), ("site", "\"an son\""),
        ("site", "7"),
        ("site", "\"" + String(repeating: "a", count: 65) + "\""), ("kind", "\"tin bài\""), ("lang", "\"VI\""), ("lang", "\"v\""),
        ("lang", "\"viet\""),
        ("id", "\"06fj3k2m9x0a\""), ("id", "\"06FJ3K2M9X0A3\""), ("id", "\"06fj3k2m9x0al\""), ("id", "12"), ("ed", "0"), ("ed", "-1"),
        ("ed", "\"1\""),
        ("ed", "4294967296"), ("prev", "-2"), ("at", "-1"), ("at", "\"today\""), ("kib", "0"), ("commit", "\"\""), ("commit", "\"52de97\""),
        ("commit", "\"52DE97A5296F4729FD1419C03AA07A4E7642DAB82EE2A384EDB833BACBBC2A2D\""), ("text", "[]"), ("by", "[]"),
        ("by", "[\"Nguyễn Văn A\"]"),
        ("by", "[1]"), ("by", "\"e-1\""), ("topics", "[\"hội nghị\"]"), ("act", "\"x\""), ("v", "0"), ("v", "\"1\""), ("op", "\"Publish\""),
        ("op", "7"),
        ("title", "\"Hội nghị\""), ("slug", "\"hoi-nghi\""), ("why", "\"error\""), ("n", "\"major\""), ("origin", "\"a.example\""),
        ("agency", "\"vp_ubnd\""),
        ("by", "[" + Array(repeating: "\"e-1\"", count: 17).joined(separator: ",") + "]"), ("att", "true"),
    ]

    @Test("values that no entry may hold", arguments: wrongValues)
    func wrongValue(key: String, value: String) throws {
        guard case .object(var members) = try CanonicalJSON.parse(Array(Entries.vector.utf8)) else { throw EntryFault.notAnObject }
        members[key] = try CanonicalJSON.parse(Array(value.utf8))
        let bytes = try CanonicalJSON.serialise(.object(members))
        #expect(throws: EntryFault.self) { try RecordEntry.read(bytes) }
    }

    @Test("members that may not be missing", arguments: ["v", "op", "at", "site", "id", "ed", "prev", "kind", "lang", "commit", "text", "kib"])
    func missing(key: String) throws {
        guard case .object(var members) = try CanonicalJSON.parse(Array(Entries.vector.utf8)) else { throw EntryFault.notAnObject }
        members[key] = nil
        let bytes = try CanonicalJSON.serialise(.object(members))
        #expect(throws: EntryFault.missing(key)) { try RecordEntry.read(bytes) }
    }

    @Test(
        "bytes that are no entries",
        arguments: ["", "null", "[]", "7", "{}", "{\"v\":1}", " " + Entries.vector, Entries.vector + "\n", "{\"v\":1,\"at\":1,\"op\":\"x\"}"]
    )
    func notEntries(text: String) { #expect(throws: EntryFault.self) { try RecordEntry.read(Array(text.utf8)) } }

    @Test func unknownIsKept() throws {
        let later = #"{"at":1,"new":{"a":[1]},"op":"vote","v":1}"#
        #expect(try RecordEntry.read(Array(later.utf8)) == .unknown(version: 1, operation: "vote"))
        #expect(try RecordEntry.read(Array(#"{"op":"publish","v":2}"#.utf8)) == .unknown(version: 2, operation: "publish"))
        #expect(throws: EntryFault.value("op")) { try RecordEntry(RecordOperation(rawValue: "vote"), at: 1).encoded() }
    }

    @Test func limitsOfSize() throws {
        var entry = RecordEntry(.site, at: 1, site: "anson")
        entry.part = "opened"
        entry.hosts = (0..<64).map { _ in String(repeating: "a", count: 63) + ".gov.vn" }
        #expect(throws: EntryFault.self) { try entry.encoded() }
        entry.hosts = entry.hosts?.suffix(40)
        #expect(try entry.encoded().count < RecordEntry.greatestOwn)
        let long = Array(#"{"a":"\#(String(repeating: "x", count: RecordEntry.greatestRead))","op":"vote","v":1}"#.utf8)
        #expect(throws: EntryFault.tooLarge(bytes: long.count, limit: 16_384)) { try RecordEntry.read(long) }
    }

    @Test func chainsRefuseGaps() throws {
        var chain = EntryChain()
        try chain.follow(Entries.edition(.publish, ed: 1, prev: -1), at: 5)
        let wrong: [(RecordEntry, ChainFault)] = [
            (try Entries.edition(.publish, ed: 2, prev: 5), .operation("publish")),
            (try Entries.edition(.update, ed: 2, prev: -1), .previous(expected: 5, got: -1)),
            (try Entries.edition(.update, ed: 2, prev: 4), .previous(expected: 5, got: 4)),
            (try Entries.edition(.update, ed: 3, prev: 5), .edition(expected: 2, got: 3)),
            (try Entries.edition(.update, ed: 1, prev: 5), .edition(expected: 2, got: 1)),
            (Entries.act(.restore, ed: 1, prev: 5), .operation("restore")),
            (Entries.act(.withdraw, ed: 2, prev: 5), .edition(expected: 1, got: 2)),
            (Entries.act(.withdraw, id: "06fj3k2m9x0a4", ed: 1, prev: -1), .operation("withdraw")),
            (try Entries.edition(.publish, id: "06fj3k2m9x0a4", ed: 2, prev: -1), .edition(expected: 1, got: 2)),
        ]
        for (entry, fault) in wrong { #expect(throws: fault) { try chain.follow(entry, at: 6) } }
        try chain.follow(Entries.act(.withdraw, ed: 1, prev: 5), at: 6)
        #expect(throws: ChainFault.operation("update")) { try chain.follow(Entries.edition(.update, ed: 2, prev: 6), at: 7) }
        try chain.follow(Entries.act(.erase, ed: 1, prev: 6), at: 7)
        for op in [RecordOperation.restore, .erase, .move] {
            #expect(throws: ChainFault.operation(op.rawValue)) { try chain.follow(Entries.act(op, ed: 1, prev: 7), at: 8) }
        }
    }
}
