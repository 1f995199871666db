import PublicRecord
import Testing

@Suite struct TileTests {
    static let paths: [(TileID?, String)] = [
        (TileID(level: 0, index: 0), "tile/0/000"), (TileID(level: 0, index: 1_234_067), "tile/0/x001/x234/067"),
        (TileID(level: 1, index: 999), "tile/1/999"),
        (TileID(level: 5, index: 1000, width: 1), "tile/5/x001/000.p/1"), (TileID(level: 0, index: 273, width: 112), "tile/0/273.p/112"),
        (.entries(1234, width: 255), "tile/entries/x001/234.p/255"), (.entries(0), "tile/entries/000"), (TileID(level: 63, index: 0), "tile/63/000"),
        (TileID(level: 0, index: .max), "tile/0/x009/x223/x372/x036/x854/x775/807"),
    ]

    @Test("paths", arguments: paths) func givePath(tile: TileID?, path: String) throws {
        #expect(try #require(tile).path == path)
        #expect(TileID(path: path) == tile)
    }

    @Test(
        "no paths",
        arguments: [
            "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/00/000", "tile/64/000", "tile/-1/000", "tile/+1/000",
            "tile/0/x000/000",
            "tile/0/001/000", "tile/0/x001/x000", "tile/0/x01/000", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p",
            "tile/0/000.p/",
            "tile/0/000.p/1/", "tile/0/000/", "/tile/0/000", "tile/entry/000", "tile/entries/000.p/x01", "tile/0/٠٠٠", "tile/0/000.P/1", "tile//000",
            "tile/0/x009/x223/x372/x036/x854/x775/808", "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999", "tile/0/../000", "tile/8/data/000",
            "tile/0/000?",
        ]
    )
    func refusePath(path: String) { #expect(TileID(path: path) == nil) }

    /// The example of the specification.
    @Test func tilesOfSeventyThousand() throws {
        let tiles = TileID.grown(from: 0, to: 70_000)
        let byLevel = Dictionary(grouping: tiles) { $0.level ?? -1 }.mapValues { $0.map(\.width) }
        let full = [Int](repeating: 256, count: 273)
        #expect(byLevel == [-1: full + [112], 0: full + [112], 1: [256, 17], 2: [1]])
        #expect(TileID.grown(from: 0, to: 256).map(\.path) == ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"])
        #expect(
            TileID.grown(from: 255, to: 257).map(\.path) == [
                "tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/1",
            ]
        )
        #expect(TileID.grown(from: 256, to: 257).map(\.path) == ["tile/0/001.p/1", "tile/entries/001.p/1"])
        #expect(TileID.grown(from: 5, to: 5).isEmpty)
        #expect(TileID.partialWidth(level: 0, size: 70_000) == 112)
        #expect(TileID.partialWidth(level: 1, size: 70_000) == 17)
        #expect(TileID.partialWidth(level: 3, size: 70_000) == 0)
        #expect(TileID.at(size: 70_000, level: 0, index: 273)?.width == 112)
        #expect(TileID.at(size: 70_000, level: nil, index: 274) == nil)
        #expect(TileID.at(size: 256, level: 0, index: 1) == nil)
        #expect(TileID(level: 0, index: 0, width: 257) == nil)
        #expect(TileID(level: 0, index: -1) == nil)
    }

    @Test func bundles() throws {
        let entries: [[UInt8]] = [[], [1], [UInt8](repeating: 7, count: 65_535), [2, 3]]
        let bytes = try EntryBundle.encode(entries)
        #expect(bytes.prefix(5) == [0, 0, 0, 1, 1])
        #expect(try EntryBundle.decode(bytes) == entries)
        #expect(try EntryBundle.decode(bytes, count: 4) == entries)
        #expect(throws: TileFault.entries(expected: 5, got: 4)) { try EntryBundle.decode(bytes, count: 5) }
        #expect(throws: TileFault.trailing(bytes: 4)) { try EntryBundle.decode(bytes, count: 3) }
        #expect(throws: TileFault.tooLong(entry: 0, bytes: 65_536)) { try EntryBundle.encode([[UInt8](repeating: 0, count: 65_536)]) }
        #expect(throws: TileFault.entries(expected: 256, got: 0)) { try EntryBundle.encode([]) }
        #expect(throws: TileFault.entries(expected: 256, got: 257)) { try EntryBundle.encode([[UInt8]](repeating: [1], count: 257)) }
        #expect(throws: TileFault.self) { try EntryBundle.decode([]) }
        #expect(throws: TileFault.trailing(bytes: 2)) { try EntryBundle.decode([UInt8](repeating: 0, count: 514)) }
        for cut in [1, 3, 4, 5, 6, 7, 100, bytes.count - 1] {
            #expect(throws: TileFault.self, "cut to \(cut) bytes") { try EntryBundle.decode(Array(bytes.prefix(cut)), count: 4) }
        }
        #expect(throws: TileFault.cutOff(entry: 2)) { try EntryBundle.decode(Array(bytes.prefix(6))) }
    }
}
