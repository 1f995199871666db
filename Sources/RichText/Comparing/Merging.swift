/// What became of one value that two people changed, starting from the same.
public enum Merge<Value: Equatable> {
    /// Nobody changed it, or both alike.
    case same(Value)
    /// Only I did.
    case mine(Value)
    /// Only the other did.
    case theirs(Value)
    /// Both did, differently: a person has to choose.
    case conflict(base: Value, mine: Value, theirs: Value)

    public init(base: Value, mine: Value, theirs: Value) {
        if mine == theirs {
            self = .same(mine)
        } else if mine == base {
            self = .theirs(theirs)
        } else if theirs == base {
            self = .mine(mine)
        } else {
            self = .conflict(base: base, mine: mine, theirs: theirs)
        }
    }

    /// The merged value; nil for a conflict.
    public var value: Value? {
        switch self {
        case .same(let value), .mine(let value), .theirs(let value): value
        case .conflict: nil
        }
    }
}

extension Merge: Sendable where Value: Sendable {}
extension Merge: Equatable {}
extension Merge: Hashable where Value: Hashable {}

/// Two people's changes of one body put together, block by block.
///
/// Changes in different blocks are merged; where both changed the same block differently, both versions are kept apart for a person to choose.
public struct BodyMerge: Sendable, Hashable {
    /// In the order of the body: runs of blocks with one fate. Joined, the values of all are the merged body.
    public let pieces: [Merge<[Block]>]

    public enum Side: Sendable { case mine, theirs }

    public init(base: RichText, mine: RichText, theirs: RichText) {
        var numbering = Numbering<Block>()
        let (base, mine, theirs) = (base.blocks, mine.blocks, theirs.blocks)
        let numbers = numbering.numbers(base)
        let inMine = Self.places(numbers, numbering.numbers(mine))
        let inTheirs = Self.places(numbers, numbering.numbers(theirs))
        var pieces: [Merge<[Block]>] = []
        var (b, m, t) = (0, 0, 0)
        // Blocks that stand in all three part the body into stretches that are decided one by one.
        for index in 0...base.count {
            let (i, j): (Int?, Int?) = index < base.count ? (inMine[index], inTheirs[index]) : (mine.count, theirs.count)
            guard let i, let j else { continue }
            pieces += Self.stretch(base[b..<index], mine[m..<i], theirs[t..<j])
            if index < base.count { pieces.append(.same([base[index]])) }
            (b, m, t) = (index + 1, i + 1, j + 1)
        }
        self.pieces = Self.joined(pieces)
    }

    public var conflicts: [Merge<[Block]>] { pieces.filter { $0.value == nil } }

    /// The merged body; nil while there are conflicts.
    public var merged: RichText? { conflicts.isEmpty ? resolved(.mine) : nil }

    /// The merged body with one side's version wherever both changed the same.
    public func resolved(_ side: Side) -> RichText {
        RichText(
            pieces.flatMap { piece in
                switch piece {
                case .same(let blocks), .mine(let blocks), .theirs(let blocks): blocks
                case .conflict(_, let mine, let theirs): side == .mine ? mine : theirs
                }
            }
        )
    }

    /// Where each block of the base stands in a version of it; nil where it does not.
    private static func places(_ base: [Int], _ version: [Int]) -> [Int?] {
        var places = [Int?](repeating: nil, count: base.count)
        for pair in Alignment.pairs(base, version) { places[pair.old] = pair.new }
        return places
    }

    private static func stretch(_ base: ArraySlice<Block>, _ mine: ArraySlice<Block>, _ theirs: ArraySlice<Block>) -> [Merge<[Block]>] {
        let (base, mine, theirs) = (Array(base), Array(mine), Array(theirs))
        let whole = Merge(base: base, mine: mine, theirs: theirs)
        guard whole.value == nil, base.count > 1, mine.count == base.count, theirs.count == base.count,
            isRewrite(base, mine), isRewrite(base, theirs)
        else { return base.isEmpty && mine.isEmpty && theirs.isEmpty ? [] : [whole] }
        return base.indices.map { Merge(base: [base[$0]], mine: [mine[$0]], theirs: [theirs[$0]]) }
    }

    /// Whether each block of one is the block of the other in its place, perhaps rewritten: then they can be decided one by one.
    private static func isRewrite(_ base: [Block], _ version: [Block]) -> Bool {
        var words = Numbering<String>()
        return zip(base, version).allSatisfy { $0 == $1 || Likeness.areAlike(subject($0, &words), subject($1, &words)) }
    }

    private static func subject(_ block: Block, _ words: inout Numbering<String>) -> Likeness.Subject {
        let texts = RichTextLine.lines(of: block).flatMap(\.words).filter { $0.kind == .word }.map(\.text)
        return Likeness.Subject(kind: block.sort, words: words.numbers(texts))
    }

    private static func joined(_ pieces: [Merge<[Block]>]) -> [Merge<[Block]>] {
        var joined: [Merge<[Block]>] = []
        for piece in pieces {
            switch (joined.last, piece) {
            case (.same(let before)?, .same(let blocks)): joined[joined.count - 1] = .same(before + blocks)
            case (.mine(let before)?, .mine(let blocks)): joined[joined.count - 1] = .mine(before + blocks)
            case (.theirs(let before)?, .theirs(let blocks)): joined[joined.count - 1] = .theirs(before + blocks)
            default: joined.append(piece)
            }
        }
        return joined
    }
}
