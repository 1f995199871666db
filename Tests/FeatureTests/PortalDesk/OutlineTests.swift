import Testing

@testable import PortalDesk

/// Lists that are put in order step by step.
@Suite("Outlines") struct OutlineTests {
    /// `a`, `-b` (one level down), `--c`.
    private func outline(_ rows: String...) -> Outline {
        Outline(rows.map { row in Outline.Row(String(row.drop { $0 == "-" }), depth: row.prefix { $0 == "-" }.count) })
    }

    private func text(_ outline: Outline) -> [String] { outline.rows.map { String(repeating: "-", count: $0.depth) + $0.id } }

    @Test(
        "steps",
        arguments: [
            ("len:2", ["a", "c", "-d", "b"]), ("xuong:1", ["a", "c", "-d", "b"]), ("xuong:0", ["b", "a", "c", "-d"]),
            ("vao:2", ["a", "b", "-c", "--d"]),
            ("vao:1", ["a", "-b", "c", "-d"]), ("ra:3", ["a", "b", "c", "d"]), ("bo:2", ["a", "b"]), ("bo:0", ["b", "c", "-d"]),
            // Nowhere to go.
            ("len:0", ["a", "b", "c", "-d"]), ("xuong:2", ["a", "b", "c", "-d"]), ("vao:0", ["a", "b", "c", "-d"]), ("ra:0", ["a", "b", "c", "-d"]),
            ("len:3", ["a", "b", "c", "-d"]), ("len:9", ["a", "b", "c", "-d"]), ("len:-1", ["a", "b", "c", "-d"]), ("x", ["a", "b", "c", "-d"]),
        ] as [(String, [String])]
    )
    func steps(_ step: String, _ wanted: [String]) {
        var outline = outline("a", "b", "c", "-d")
        _ = outline.take(step, deepest: 2)
        #expect(text(outline) == wanted)
    }

    @Test("out from under a parent means behind everything that hangs there")
    func out() {
        var outline = outline("a", "-b", "--c", "-d", "e")
        let isTaken = outline.take("ra:1", deepest: 3)
        #expect(isTaken)
        #expect(text(outline) == ["a", "-d", "b", "-c", "e"])
    }

    @Test("nothing hangs deeper than its list allows, whatever a form says")
    func hostile() throws {
        let read = try #require(
            Outline(
                #"[{"id":"a","depth":7,"label":"","target":""},{"id":"b","depth":9,"label":"","target":""},{"id":"c","depth":-3,"label":"","target":""}]"#,
                deepest: 1
            )
        )
        #expect(text(read) == ["a", "-b", "c"])
        #expect(Outline("no", deepest: 1) == nil && Outline("[{}]", deepest: 1) == nil)
        let many = Outline((0..<500).map { Outline.Row("\($0)") })
        #expect(Outline(many.text, deepest: 1) == nil)
        var deep = outline("a", "b", "-c")
        let isTaken = deep.take("vao:1", deepest: 1)
        #expect(!isTaken)
    }

    @Test("what travels in a form comes back the same")
    func travels() {
        let outline = Outline([Outline.Row("k1", depth: 0, label: "Tin \"nóng\" & <khác>", target: "/tin-tuc/"), Outline.Row("k2", depth: 1)])
        #expect(Outline(outline.text, deepest: 2) == outline)
    }
}
