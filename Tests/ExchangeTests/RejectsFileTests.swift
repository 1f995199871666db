import Exchange
import Foundation
import Testing

@Suite("Rejected records")
struct RejectsFileTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func line(_ content: Line.Content, number: Int = 3) -> Line {
        Line(number: number, offset: 0, nextOffset: 1, content: content, ending: .lineFeed)
    }

    /// What was rejected, as the file has it line by line.
    private func rejected(_ contents: [Line.Content], _ reasons: [RejectsFile.Reason] = [.init(field: "title", "thiếu")]) throws -> [String] {
        let rejects = RejectsFile(of: "/in/tin.jsonl.zst", in: scratch.folder)
        for content in contents { try rejects.add(line(content), reasons) }
        return try LineReader(ByteSource(path: #require(rejects.path))).all().compactMap(\.text)
    }

    @Test("nothing is made as long as nothing is rejected")
    func unneeded() throws {
        let rejects = RejectsFile(of: "a.jsonl", in: scratch.folder)
        try rejects.flush()
        #expect(rejects.path == nil && rejects.count == 0)
        #expect(try scratch.names.isEmpty)
    }

    @Test("an object keeps its bytes and gets the reasons behind them")
    func verbatim() throws {
        let note = #""_reject":{"file":"/in/tin.jsonl.zst","line":3,"reasons":[{"field":"title","reason":"thiếu"}]}"#
        let found = try rejected([
            .text(#"{ "b" : 1.50,"a":"\u0111 } \" { /" , "n":{"_reject":[1,{}]}}"#), .text("{}"), .text(" { } "),
            .text(#"{"_reject":{"line":1},"a":1}"#), .text(#"{"a":1, "_reject":{"line":1}}"#), .text(#"{"_reject" : "]}" }"#),
        ])
        #expect(
            found == [
                #"{ "b" : 1.50,"a":"\u0111 } \" { /" , "n":{"_reject":[1,{}]},"# + note + "}", "{" + note + "}", " { " + note + "}",
                #"{"a":1,"# + note + "}", #"{"a":1,"# + note + "}", "{" + note + "}",
            ]
        )
        for text in found { #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any], "\(text)") }
    }

    @Test(
        "what is imported again is the record without the note",
        arguments: [
            #"{"a":1}"#, "{}", #"{ "b" : [1, {"c":"}"}], "a":"\\" }"#, #"{"":"","_":"_rejec","x_reject":1}"#, #"{"_raw":"a","title":"b"}"#,
        ]
    )
    func records(text: String) throws {
        let again = try #require(try rejected([.text(text)]).first)
        guard case .record(let back) = RejectedLine(again) else {
            Issue.record("not a record: \(again)")
            return
        }
        // Spaces before the last brace aside, byte for byte.
        let original = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
        #expect(try JSONSerialization.jsonObject(with: Data(back.utf8)) as? NSDictionary == original)
        // Rejected a second time it has one note, not two.
        let twice = try #require(try rejected([.text(again)]).first)
        #expect(twice.components(separatedBy: "\"_reject\"").count == 2)
    }

    @Test("lines that are no objects come back as they stood")
    func raw() throws {
        let lines: [Line.Content] = [
            .text(#"{"broken": "#), .text(#"[1,"a\b"]"#), .text("bình thường\t\u{1}\0"), .undecodable(bytes: [0x41, 0xB5, 0x0D], at: 1),
        ]
        let found = try rejected(lines)
        for (index, text) in found.enumerated() { #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is NSDictionary, "\(index)") }
        #expect(
            found.map(RejectedLine.init) == [
                .raw(Array(#"{"broken": "#.utf8)), .raw(Array(#"[1,"a\b"]"#.utf8)), .raw(Array("bình thường\t\u{1}\0".utf8)),
                .raw([0x41, 0xB5, 0x0D]),
            ]
        )
        let long = try rejected([.tooLong(firstBytes: Array("{\"a\"".utf8), length: 20_000_000), .tooLong(firstBytes: [0xFF], length: 9)])
        #expect(long.map(RejectedLine.init) == [.cutShort(length: 20_000_000), .cutShort(length: 9)])
    }

    @Test(
        "ordinary lines stay ordinary",
        arguments: [
            #"{"a":1}"#, #"{"a":"\"_reject\""}"#, #"{"n":{"_reject":1}}"#, #"{"_reject":"#, "", "_", "\"_reject\"", "_reject", #"{"a":"_","_b":"#,
        ]
    )
    func ordinary(text: String) {
        #expect(RejectedLine(text) == .ordinary)
    }

    @Test("an earlier file is never written over, and only its owner may read it")
    func numbered() throws {
        var paths: [String] = []
        for source in ["tin.jsonl.zst", "tin.rejects.jsonl", "/a/b/tin.rejects-2.jsonl", "tin.csv", "-", ".gz"] {
            let rejects = RejectsFile(of: source, in: scratch.folder)
            try rejects.add(line(.text("x")), [.init("sai")])
            try rejects.flush()
            paths.append(String(try #require(rejects.path).dropFirst(scratch.folder.count + 1)))
        }
        #expect(
            paths == [
                "tin.rejects.jsonl", "tin.rejects-2.jsonl", "tin.rejects-3.jsonl", "tin.rejects-4.jsonl", "stdin.rejects.jsonl", ".gz.rejects.jsonl",
            ]
        )
        let mode = try FileManager.default.attributesOfItem(atPath: scratch.path("tin.rejects.jsonl"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("on a full disk the file still ends with a whole record, and goes on when there is room again")
    func diskFull() throws {
        let rejects = RejectsFile(of: "tin.jsonl", in: scratch.folder, call: fullDisk(after: 1000))
        #expect(throws: ExchangeFault.diskFull(file: scratch.path("tin.rejects.jsonl"))) {
            for number in 1...100 { try rejects.add(line(.text(#"{"a":1}"#), number: number), [.init("sai")]) }
        }
        let lines = try LineReader(ByteSource(path: #require(rejects.path))).all()
        #expect(lines.count == rejects.count && lines.count > 5)
        #expect(lines.allSatisfy { $0.ending == .lineFeed })
    }

    @Test("rows of a table become a table that imports again")
    func rows() throws {
        let source = try CSVReader(ByteSource(path: scratch.write("code;name\n1;\"Xã; A\"\n2;B;C\n".utf8, to: "xa.csv")))
        let rejects = RejectsFile(of: "xa.csv", in: scratch.folder)
        while let record = try source.next() {
            switch record {
            case .row(let row): try rejects.add(row, separator: .semicolon, [.init(field: "code", "trùng"), .init("sai")])
            case .flaw(let flaw): try rejects.add(flaw, columns: source.columns, separator: .semicolon, [.init("thừa cột")])
            }
        }
        #expect(rejects.path == scratch.path("xa.rejects.csv"))
        #expect(
            try scratch.read("xa.rejects.csv")
                == Array("code;name;_reject_line;_reject_reason\r\n1;\"Xã; A\";2;\"code: trùng; sai\"\r\n\"2;B;C\";;3;thừa cột\r\n".utf8)
        )
        let again = try CSVReader(ByteSource(path: scratch.path("xa.rejects.csv")))
        guard case .row(let row)? = try again.next() else {
            Issue.record("no row")
            return
        }
        #expect(row["code"] == "1" && row["name"] == "Xã; A")
        // Once more rejected, the notes of the first time are not carried along.
        let second = RejectsFile(of: "xa.rejects.csv", in: scratch.folder)
        try second.add(row, [.init("vẫn sai")])
        #expect(try scratch.read("xa.rejects-2.csv") == Array("code,name,_reject_line,_reject_reason\r\n1,Xã; A,2,vẫn sai\r\n".utf8))
    }
}
