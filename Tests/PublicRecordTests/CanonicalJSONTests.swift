import Foundation
import PublicRecord
import Testing

@Suite struct CanonicalJSONTests {
    @Test(
        "bytes come out in canonical form",
        arguments: [
            (#"{"b":1,"a":[true,false,"x"],"c":{}}"#, #"{"a":[true,false,"x"],"b":1,"c":{}}"#),
            (" [ 1 , -2 ] ", "[1,-2]"),
            (#""\u0041\/\u00e9\ud83d\ude00""#, #""A/é😀""#),
            (#""\u0000\b\t\n\u000b\f\r\u001F\"\\\u007f""#, "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\\u{7F}\""),
            ("9007199254740991", "9007199254740991"),
            ("-9007199254740991", "-9007199254740991"),
            (#"{"a":null,"b":0}"#, #"{"b":0}"#),
            // RFC 8785, 3.2.3: the order is that of UTF-16 code units, where a surrogate pair sorts before U+FB33.
            (
                #"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#,
                "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{FB33}\":3}"
            ),
        ]
    )
    func canonicalForm(source: String, canonical: String) throws {
        let bytes = try CanonicalJSON.serialise(CanonicalJSON.parse(Array(source.utf8)))
        #expect(String(decoding: bytes, as: UTF8.self) == canonical)
        #expect(try CanonicalJSON.serialise(CanonicalJSON.parse(bytes, canonical: true)) == bytes)
    }

    @Test(
        "what is not strict JSON of the record is refused with its reason",
        arguments: [
            ("", JSONFault.Reason.truncated), ("[1,", .truncated), (#"{"a""#, .truncated), (#""abc"#, .truncated), ("tru", .truncated),
            ("-", .truncated),
            ("[1,]", .unexpected), ("{,}", .unexpected), ("{1:2}", .unexpected), (#"{"a" 1}"#, .unexpected), ("nul0", .unexpected),
            ("+1", .unexpected),
            ("1 2", .trailing), ("{}x", .trailing),
            (#"{"a":1,"a":2}"#, .duplicateKey), (#"{"a":1,"\u0061":2}"#, .duplicateKey), (#"{"\u00e9":1,"e\u0301":2}"#, .duplicateKey),
            ("1.0", .notAnInteger), ("1e3", .notAnInteger), ("-0", .notAnInteger), ("01", .notAnInteger), ("1.", .notAnInteger),
            ("9007199254740992", .integerRange), ("-9007199254740992", .integerRange), ("99999999999999999999999999", .integerRange),
            (#""\ud800""#, .loneSurrogate), (#""\udc00""#, .loneSurrogate), (#""\ud800\u0041""#, .loneSurrogate),
            (#""\x""#, .invalidEscape), (#""\u00g0""#, .invalidEscape), ("\"a\nb\"", .controlCharacter),
            (String(repeating: "[", count: 65), .tooDeep), (String(repeating: #"{"a":"#, count: 65), .tooDeep),
        ]
    )
    func refusals(source: String, reason: JSONFault.Reason) {
        let fault = #expect(throws: JSONFault.self) { try CanonicalJSON.parse(Array(source.utf8)) }
        #expect(fault?.reason == reason)
    }

    @Test func limitsAndBrokenBytes() throws {
        #expect(throws: JSONFault(.tooLarge, at: 4)) { try JSONParser(maximumSize: 4).parse(Array("[1,2]".utf8)) }
        #expect(throws: JSONFault(.invalidText, at: 0)) { try JSONParser().parse([0x22, 0xC3, 0x28, 0x22]) }
        #expect(throws: JSONFault(.invalidText, at: 0)) { try JSONParser().parse([0x22, 0xC0, 0x80, 0x22]) }
        #expect(throws: JSONFault(.unexpected, at: 0)) { try JSONParser().parse([0xEF, 0xBB, 0xBF, 0x31]) }
        let deep = Array((String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).utf8)
        #expect(throws: Never.self) { try JSONParser().parse(deep) }
        #expect(throws: JSONFault(.notCanonical)) { try CanonicalJSON.parse(Array("{ }".utf8), canonical: true) }
        #expect(throws: JSONFault(.null, at: 1)) { try CanonicalJSON.serialise([.null]) }
    }

    struct Notice: Codable, Equatable {
        enum State: String, Codable { case open, closed }
        var title: String
        var number: Int
        var state: State
        var summary: String?
        var parts: [[String: Int64]]
        var seal: Data
    }

    @Test func encodesAnyCodableAndReadsItBack() throws {
        let notice = Notice(
            title: "Thông báo \"số 1\"",
            number: -7,
            state: .open,
            summary: nil,
            parts: [["b": 1, "a": 2], [:]],
            seal: Data([1, 2, 255])
        )
        let bytes = try CanonicalJSON.encode(notice)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"number":-7,"parts":[{"a":2,"b":1},{}],"seal":"AQL/","state":"open","title":"Thông báo \"số 1\""}"#
        )
        #expect(try CanonicalJSON.decode(Notice.self, from: bytes) == notice)
        #expect(throws: JSONFault.self) { try CanonicalJSON.decode([String: Int].self, from: Array(#"{"a":1,"a":1}"#.utf8)) }
    }

    struct Inherited: Encodable {
        func encode(to encoder: any Encoder) throws {
            var keyed = encoder.container(keyedBy: Key.self)
            var nested = keyed.nestedContainer(keyedBy: Key.self, forKey: .inner)
            try nested.encode(1, forKey: .value)
            var list = keyed.nestedUnkeyedContainer(forKey: .value)
            try list.encode("x")
            var deeper = list.nestedUnkeyedContainer()
            try deeper.encode(true)
            try keyed.encodeNil(forKey: .gone)
        }
        enum Key: String, CodingKey { case inner, value, gone }
    }

    @Test func nestedContainersWriteIntoOneTree() throws {
        #expect(String(decoding: try CanonicalJSON.encode(Inherited()), as: UTF8.self) == #"{"inner":{"value":1},"value":["x",[true]]}"#)
        #expect(String(decoding: try CanonicalJSON.encode([Int]()), as: UTF8.self) == "[]")
    }

    @Test(
        "values the record cannot hold are refused",
        arguments: [
            [Double(1)] as any Encodable & Sendable, Float(0.5), Date(timeIntervalSince1970: 0), Int64(1) << 53, UInt64.max, [String?.none],
            Decimal(1),
        ]
    )
    func unrepresentable(value: any Encodable & Sendable) {
        #expect(throws: JSONFault.self) { try CanonicalJSON.encode(value) }
    }

    @Test func valueItselfIsCodable() throws {
        let value: JSONValue = ["a": [1, "x", true, ["b": -5]], "c": [:]]
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(JSONValue.self, from: Data("1.5".utf8)) }
        #expect(try CanonicalJSON.encode(value) == Array(#"{"a":[1,"x",true,{"b":-5}],"c":{}}"#.utf8))
    }

    @Test func randomBytesNeverCrashAndAcceptedOnesAreStable() throws {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let pieces: [String] = ["{", "}", "[", "]", ",", ":", "\"a\"", "\"\\u00e9\"", "1", "-3", "null", "true", " ", "\\", "\"", "é", "0", ".", "e"]
        var accepted = 0
        for _ in 0..<20_000 {
            let source = (0...next(7)).map { _ in pieces[next(pieces.count)] }.joined()
            guard let value = try? JSONParser().parse(Array(source.utf8)), let bytes = try? CanonicalJSON.serialise(value) else { continue }
            accepted += 1
            #expect(try CanonicalJSON.serialise(CanonicalJSON.parse(bytes, canonical: true)) == bytes, "\(source)")
        }
        #expect(accepted > 500)
    }
}
