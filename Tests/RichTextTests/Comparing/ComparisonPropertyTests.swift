import RichText
import Testing

/// What holds for any two bodies.
@Suite("Comparing any bodies")
struct ComparisonPropertyTests {
    /// A body made of another by a few edits.
    static func edited(_ blocks: [Block], _ random: inout Seeded, _ tree: inout RandomTree) -> [Block] {
        var blocks = blocks
        for _ in 0..<random.below(4) {
            let place = random.below(blocks.count + 1)
            switch random.below(4) {
            case 0: blocks.insert(tree.block(depth: 2), at: place)
            case 1 where place < blocks.count: blocks.remove(at: place)
            case 2 where place < blocks.count: blocks[place] = tree.block(depth: 2)
            case 3 where place < blocks.count:
                if case .paragraph(var text) = blocks[place] {
                    text.insert(.text(tree.run()), at: random.below(text.count + 1))
                    blocks[place] = .paragraph(text)
                }
            default: break
            }
        }
        return blocks
    }

    static func check(_ old: RichText, _ new: RichText, _ name: String) {
        let comparison = Comparison(from: old, to: new)
        #expect(comparison.old == old, "\(name): the old body comes back")
        #expect(comparison.new == new, "\(name): the new body comes back")
        #expect(comparison.isChanged == (old != new), "\(name)")
        #expect(comparison.reversed.reversed == comparison, "\(name): backwards twice")
        #expect(Comparison(from: new, to: old) == comparison.reversed, "\(name): the way back is the way there backwards")
        for part in comparison.parts where part.change == .changed {
            #expect(part.lines.contains { $0.change != .kept }, "\(name): a changed block shows what changed")
            for line in part.lines where line.change == .changed {
                let isTold = line.pieces.contains { $0.change != .kept } || !line.notes.isEmpty
                #expect(isTold, "\(name): a changed line shows what changed")
            }
        }
    }

    @Test func randomBodies() {
        for seed in 0..<400 {
            var random = Seeded(seed)
            var tree = RandomTree(seed: seed)
            let old = tree.blocks(depth: 0)
            Self.check(RichText(old), RichText(old), "seed \(seed), equal")
            Self.check(RichText(old), RichText(Self.edited(old, &random, &tree)), "seed \(seed), edited")
            Self.check(RichText(old), RichText(tree.blocks(depth: 0)), "seed \(seed), another")
        }
    }

    @Test func randomTexts() {
        for seed in 0..<1500 {
            var tree = RandomTree(seed: seed)
            let (old, new) = (tree.string() + tree.string(), tree.string() + tree.string())
            let comparison = TextComparison(from: old, to: new)
            #expect(comparison.old == old && comparison.new == new, "seed \(seed)")
            #expect(comparison.isChanged == (old != new), "seed \(seed)")
            let back = TextComparison(from: new, to: old)
            #expect(back.wordsInserted == comparison.wordsDeleted && back.wordsDeleted == comparison.wordsInserted, "seed \(seed)")
        }
    }

    /// Huge inputs are cut off, not worked through: this ends, and still gives both bodies back.
    @Test func hugeBodies() {
        var random = Seeded(3)
        let words = (0..<600).map { "từ\($0)" }
        func paragraph() -> Block { .paragraph([.text((0..<60).map { _ in random.pick(words) }.joined(separator: " "))]) }
        let old = (0..<1500).map { _ in paragraph() }
        var new = old
        for index in stride(from: 0, to: new.count, by: 2) { new[index] = paragraph() }
        Self.check(RichText(old), RichText(new), "every second block")
        let line = (0..<40_000).map { _ in random.pick(words) }
        let other = (0..<40_000).map { _ in random.pick(words) }
        let comparison = TextComparison(from: line.joined(separator: " "), to: other.joined(separator: " "))
        #expect(comparison.new == other.joined(separator: " "))
        Self.check(RichText([.preformatted(line.joined(separator: " "))]), RichText([.preformatted(other.joined(separator: "\n"))]), "one block")
    }

    @Test func longTextsAreAnchored() {
        let old = (0..<5000).map { "từ\($0)" }
        var new = old
        for index in stride(from: 5, to: new.count, by: 500) { new[index] = "khác\(index)" }
        let comparison = TextComparison(from: old.joined(separator: " "), to: new.joined(separator: " "))
        #expect(comparison.wordsInserted == 10 && comparison.wordsDeleted == 10)
    }
}
