/// The bytes of a document as the parser gets them: the names of a few elements are made unknown to it.
///
/// libgumbo 0.10.1 ends the process on an assertion for some malformed documents with `<select>`, SVG, MathML or `<template>` inside a
/// table (`<table><svg><select><title><select><td>` is one). None of these elements is ever kept, so their special parsing is not
/// needed: each name gets another last letter, of the same length, and `HTMLNode.name` gives the old one back. As a further gain
/// there is no foreign content, the source of most "mutation" attacks on sanitisers.
struct HTMLSource {
    private(set) var bytes: [UInt8]

    init(_ html: String) {
        bytes = Array(html.utf8)
        var index = 0
        while index + 3 < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let start = bytes[index + 1] == UInt8(ascii: "/") ? index + 2 : index + 1
            if let length = Self.length(of: bytes, at: start) { bytes[start + length - 1] = UInt8(ascii: "_") }
            index = start
        }
    }

    /// From the name the parser sees to the name that was written.
    static let originals: [String: String] = Dictionary(uniqueKeysWithValues: names.map { ("\($0.description.dropLast())_", $0.description) })

    private static let names: [StaticString] = ["svg", "math", "select", "template", "frameset", "plaintext"]

    /// The length of one of our names at that place, nil where another name or text stands.
    private static func length(of bytes: [UInt8], at start: Int) -> Int? {
        for name in names {
            let length = name.utf8CodeUnitCount
            guard start + length <= bytes.count, (0..<length).allSatisfy({ bytes[start + $0] | 0x20 == name.utf8Start[$0] }) else { continue }
            let end = start + length
            if end == bytes.count || bytes[end] <= 0x20 || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: ">") { return length }
        }
        return nil
    }
}
