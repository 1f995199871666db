import Exchange
import Foundation
import Testing

@Suite("Tables")
struct CSVReaderTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func reader(_ text: String, maximum: Int = CSVReader.defaultMaximum) throws -> CSVReader {
        try CSVReader(ByteSource(path: scratch.write(text.utf8)), maximum: maximum)
    }

    private func fields(_ record: CSVRecord) -> [String]? {
        if case .row(let row) = record { row.fields } else { nil }
    }

    private func kind(_ record: CSVRecord) -> CSVFlaw.Kind? {
        if case .flaw(let flaw) = record { flaw.kind } else { nil }
    }

    @Test("rows are read by the names of their columns")
    func byName() throws {
        let table = try reader("code, name \n01,Hà Nội\n79,Thành phố Hồ Chí Minh\n")
        #expect(table.columns == ["code", "name"])
        guard case .row(let row)? = try table.next() else { throw ExchangeFault.header(file: "", reason: "no row") }
        #expect(row["name"] == "Hà Nội")
        #expect(row["code"] == "01")
        #expect(row["no such column"] == nil)
        #expect(row.line == 2)
        #expect(row.pairs.map(\.column) == ["code", "name"])
    }

    @Test(
        "the separator is recognised from the header line",
        arguments: [
            ("a,b;c,d\n1,2,3\n", CSVSeparator.comma, ["1", "2", "3"]), ("a;b\n1,5;2\n", .semicolon, ["1,5", "2"]),
            ("a\tb\n1\t2,3\n", .tab, ["1", "2,3"]), ("\"a,b,c\";d\n1;2\n", .semicolon, ["1", "2"]),
            ("sep=;\r\na,x;b\r\n1;2\r\n", .semicolon, ["1", "2"]),
            ("\u{FEFF}a;b\n1;2", .semicolon, ["1", "2"]), ("a\n1\n", .comma, ["1"]),
        ]
    )
    func separators(text: String, separator: CSVSeparator, row: [String]) throws {
        let table = try reader(text)
        #expect(table.separator == separator)
        #expect(try table.all().compactMap(fields) == [row])
    }

    @Test(
        "quotes as RFC 4180 has them",
        arguments: [
            ("\"x\",y", ["x", "y"]), ("\"a,b\",\"\"", ["a,b", ""]), ("\"say \"\"hi\"\"\",z", ["say \"hi\"", "z"]),
            ("\"two\nlines\",z", ["two\nlines", "z"]),
            ("\"two\r\nlines\n\n\",z", ["two\r\nlines\n\n", "z"]), (",", ["", ""]), ("5\" pipe,z", ["5\" pipe", "z"]),
            ("\"\"\"\",\"\n\"", ["\"", "\n"]),
        ]
    )
    func quotes(text: String, row: [String]) throws {
        for ending in ["", "\n", "\r\n"] {
            #expect(try reader("a,b\n" + text + ending).all().map(fields) == [row])
        }
    }

    @Test("a ragged row is reported with its line and its text, and the rows around it stand")
    func ragged() throws {
        let records = try reader("a,b\n1,2\n\n3\n\"4\n4\",5,6\n7,8\n").all()
        #expect(records.map(fields) == [["1", "2"], nil, nil, ["7", "8"]])
        #expect(kind(records[1]) == .ragged(expected: 2, found: 1))
        guard case .flaw(let flaw) = records[2] else { throw ExchangeFault.header(file: "", reason: "no flaw") }
        #expect(flaw.kind == .ragged(expected: 2, found: 3))
        #expect(flaw.line == 5 && flaw.lastLine == 6)
        #expect(flaw.bytes == Array("\"4\n4\",5,6".utf8))
    }

    @Test("a quote that nothing closes costs its own line only")
    func unclosedQuote() throws {
        let records = try reader("a,b\n1,2\n3,\"open\n5,6\n7,8\n").all()
        #expect(records.map(fields) == [["1", "2"], nil, ["5", "6"], ["7", "8"]])
        #expect(kind(records[1]) == .unclosedQuote)
        let long = try reader("a,b\n3,\"open\n" + (1...100).map { "\($0),x\n" }.joined(), maximum: 100).all()
        #expect(long.compactMap(kind) == [.unclosedQuote])
        #expect(long.compactMap(fields).count == 100)
    }

    @Test("text after a closing quote, foreign bytes, NUL and over-long lines are reported, each with its kind")
    func flaws() throws {
        let bytes =
            Array("a,b\n\"x\"y,2\n".utf8) + [0xFF, 0x2C, 0x31, 0x0A] + [0x61, 0, 0x2C, 0x0A] + [UInt8](repeating: 0x7A, count: 300)
            + Array("\nok,ok\n\"open\n".utf8) + [0xFF, 0x0A] + Array("ok,2\n".utf8)
        let records = try CSVReader(ByteSource(path: scratch.write(bytes)), maximum: 200).all()
        #expect(
            records.map(kind) == [
                .afterQuote(at: 3), .undecodable(at: 0), .nul(at: 1), .tooLong(length: 300), nil, .unclosedQuote, .undecodable(at: 0), nil,
            ]
        )
    }

    @Test(
        "a header that cannot be used is refused",
        arguments: ["", "\n\n", "a,,b\n1,2,3\n", "a,b,a\n", "a,\"b\nc\"\n", "a,\"b"]
    )
    func header(text: String) throws {
        let path = try scratch.write(text.utf8)
        let fault = #expect(throws: ExchangeFault.self) { _ = try CSVReader(ByteSource(path: path)) }
        guard case .header(path, _)? = fault else {
            Issue.record("not a header fault: \(String(describing: fault))")
            return
        }
    }

    @Test("random bytes never stop the reader, and every line of them is accounted for")
    func fuzz() throws {
        for seed in 0..<300 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let signs: [UInt8] = [0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x61, 0xFF, 0x3B]
            let body = (0..<Int.random(in: 0...400, using: &random)).map { _ in signs[Int.random(in: 0..<8, using: &random)] }
            let path = try scratch.write(Array("a,b\n".utf8) + body)
            let blank = try LineReader(ByteSource(path: path)).all()
            var expected = 2
            for record in try CSVReader(ByteSource(path: path), maximum: 60).all() {
                let (first, last) =
                    switch record {
                    case .row(let row): (row.line, row.lastLine)
                    case .flaw(let flaw): (flaw.line, flaw.lastLine)
                    }
                // Between two records only blank lines are passed over.
                #expect((expected..<max(first, expected)).allSatisfy { blank[$0 - 1].text == "" }, "seed \(seed)")
                #expect(first >= expected && last >= first, "seed \(seed)")
                expected = last + 1
            }
            #expect((expected..<max(blank.count + 1, expected)).allSatisfy { blank[$0 - 1].text == "" }, "seed \(seed)")
        }
    }
}
