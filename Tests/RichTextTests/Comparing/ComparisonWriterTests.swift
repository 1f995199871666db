import RichText
import Testing

@Suite("A comparison as markup")
struct ComparisonWriterTests {
    static let grammar: [String: Set<String>] = ["ins": [], "del": [], "p": ["class", "data-kind", "data-change"], "ul": ["class"]]

    let writer = ComparisonWriter { key, values in
        key
            + (values.isEmpty
                ? "" : " " + values.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
    }

    @Test func insertionsAndDeletionsAreNamedForThoseWhoHear() {
        let markup = writer.markup(of: TextComparison(from: "Họp ở <Huế>", to: "Họp ở Vinh & Huế"))
        #expect(
            markup.string == """
                Họp ở <del><span class="visually-hidden"> comparison.deleted </span>&lt;<span class="visually-hidden"> comparison.deleted-end </span></del>\
                <ins><span class="visually-hidden"> comparison.inserted </span>Vinh &amp; <span class="visually-hidden"> comparison.inserted-end </span>\
                </ins>Huế<del><span class="visually-hidden"> comparison.deleted </span>&gt;<span class="visually-hidden"> comparison.deleted-end </span></del>
                """
        )
    }

    @Test func unchangedStretchesAreCut() {
        let old = RichText((1...9).map { .paragraph([.text("Đoạn \($0)")]) })
        var new = old
        new.blocks[4] = .heading(Heading(level: 2, text: ["Đoạn 5"]))
        let markup = writer.markup(of: Comparison(from: old, to: new)).string
        #expect(
            markup == """
                <p class="difference-gap">comparison.gap count=3</p>
                <p class="difference-line" data-kind="paragraph" data-change="kept">Đoạn 4</p>
                <p class="difference-line" data-kind="heading" data-change="changed"><span class="difference-kind">comparison.kind.heading</span> Đoạn 5</p>
                <ul class="difference-notes">
                <li>comparison.note.kind from=comparison.kind.paragraph to=comparison.kind.heading</li>
                <li>comparison.note.level from=comparison.none to=2</li>
                </ul>
                <p class="difference-line" data-kind="paragraph" data-change="kept">Đoạn 6</p>
                <p class="difference-gap">comparison.gap count=3</p>

                """
        )
        var whole = writer
        whole.context = nil
        #expect(!whole.markup(of: Comparison(from: old, to: new)).string.contains("difference-gap"))
    }

    @Test func anyComparisonFitsTheGrammar() {
        for seed in 0..<300 {
            var tree = RandomTree(seed: seed)
            let comparison = Comparison(from: RichText(tree.blocks(depth: 0)), to: RichText(tree.blocks(depth: 0)))
            let markup = writer.markup(of: comparison).string
            #expect(MarkupGrammar.fault(in: markup, also: Self.grammar) == nil, "seed \(seed)")
        }
    }
}
