import RichText
import Testing

@Suite("Merging")
struct MergingTests {
    @Test(
        "fields",
        arguments: [
            ("a", "a", "a", "a"), ("a", "b", "a", "b"), ("a", "a", "c", "c"), ("a", "b", "b", "b"), ("a", "b", "c", nil),
        ]
    )
    func fields(base: String, mine: String, theirs: String, merged: String?) {
        #expect(Merge(base: base, mine: mine, theirs: theirs).value == merged)
    }

    static func body(_ texts: [String]) -> RichText { RichText(texts.map { .paragraph([.text($0)]) }) }

    static func texts(_ body: RichText?) -> [String]? { body?.blocks.map { PlainText.of(RichText([$0])) } }

    static let cases: [(base: [String], mine: [String], theirs: [String], merged: [String]?)] = [
        (["1", "2", "3"], ["1", "2", "3"], ["1", "2", "3"], ["1", "2", "3"]),
        (["1", "2", "3"], ["0", "1", "2", "3"], ["1", "2", "3", "4"], ["0", "1", "2", "3", "4"]),
        (["1", "2", "3"], ["1", "3"], ["1", "2", "3", "4"], ["1", "3", "4"]),
        (["1", "2", "3"], ["1", "x", "3"], ["1", "2"], nil),
        (["1", "2"], ["1", "x", "2"], ["1", "y", "2"], nil),
        (["1", "2", "3"], ["1", "x", "3"], ["1", "y", "3"], nil),
        (["1", "2", "3"], ["1", "x", "3"], ["1", "x", "3"], ["1", "x", "3"]),
        (
            ["một hai ba", "bốn năm sáu"], ["một hai ba mới", "bốn năm sáu"], ["một hai ba", "bốn năm sáu khác"],
            ["một hai ba mới", "bốn năm sáu khác"]
        ),
        ([], ["1"], [], ["1"]),
    ]

    @Test("bodies", arguments: cases)
    func bodies(base: [String], mine: [String], theirs: [String], merged: [String]?) {
        let merge = BodyMerge(base: Self.body(base), mine: Self.body(mine), theirs: Self.body(theirs))
        #expect(Self.texts(merge.merged) == merged)
        let other = BodyMerge(base: Self.body(base), mine: Self.body(theirs), theirs: Self.body(mine))
        #expect(other.merged == merge.merged, "neither side comes first")
        if merged == nil {
            #expect(merge.conflicts.count == 1)
            #expect(Self.texts(merge.resolved(.mine)) == mine)
            #expect(Self.texts(merge.resolved(.theirs)) == theirs)
        }
    }

    @Test func randomBodies() {
        for seed in 0..<400 {
            var random = Seeded(seed)
            var tree = RandomTree(seed: seed)
            let base = tree.blocks(depth: 0)
            let mine = RichText(ComparisonPropertyTests.edited(base, &random, &tree))
            let theirs = RichText(ComparisonPropertyTests.edited(base, &random, &tree))
            #expect(BodyMerge(base: RichText(base), mine: mine, theirs: RichText(base)).merged == mine, "seed \(seed): only mine")
            #expect(BodyMerge(base: RichText(base), mine: RichText(base), theirs: theirs).merged == theirs, "seed \(seed): only theirs")
            #expect(BodyMerge(base: RichText(base), mine: mine, theirs: mine).merged == mine, "seed \(seed): both alike")
            let merge = BodyMerge(base: RichText(base), mine: mine, theirs: theirs)
            let other = BodyMerge(base: RichText(base), mine: theirs, theirs: mine)
            #expect(merge.merged == other.merged && merge.conflicts.count == other.conflicts.count, "seed \(seed): neither side comes first")
            #expect(merge.resolved(.mine) == other.resolved(.theirs), "seed \(seed)")
        }
    }
}
