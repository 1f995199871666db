import Foundation
import Triage
import Vietnamese

/// A text of which the field is known.
struct Labelled {
    let id: String
    let title: String
    /// May be empty.
    let text: String
    let field: FieldCode
    /// Near twins have the same; a whole group is trained on or kept out.
    var group: UInt64

    /// One group in five measures and is never trained on.
    var isKept: Bool { group % 5 == 0 }
}

/// The material: what is trained on, what measures.
struct Corpus {
    /// Administrative procedures whose field name is known.
    private(set) var procedures: [Labelled] = []
    /// Normative documents by their topic in the codification.
    private(set) var laws: [Labelled] = []
    /// Questions of law portals by the words in them.
    private(set) var questions: [Labelled] = []
    /// Invented sentences.
    private(set) var seeds: [Labelled] = []
    /// Invented letters that are trained on, and those that measure.
    private(set) var letters: [Labelled] = []
    private(set) var keptLetters: [Labelled] = []
    /// What letters are wrapped in: before what they are about, and behind it.
    private(set) var wrappings: (before: [String], behind: [String]) = ([], [])
    /// Questions of the service portal and of offices, told by hand: only measured.
    private(set) var service: [Labelled] = []

    var kept: [Labelled] { procedures.filter(\.isKept) }

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    init(material: URL, data: URL) throws {
        func list(_ name: String) throws -> [(code: FieldCode, entries: [String])] {
            try Self.list(String(contentsOf: data.appending(path: name), encoding: .utf8))
        }
        let byField = Self.table(try list("procedure-fields.txt"))
        for record: Procedure in try Self.lines(material, "procedures.jsonl") {
            guard let field = byField[Self.key(record.field)] else { continue }
            let text = [record.steps, record.dossier, record.result].compactMap(\.self).joined(separator: "\n")
            procedures.append(Labelled(id: record.code, title: record.title, text: text, field: field, group: 0))
        }
        for (index, group) in NearTwins.groups(procedures.map { ($0.id, $0.title) }).enumerated() { procedures[index].group = group }

        let byTopic = Self.table(try list("law-topics.txt"))
        for record: Law in try Self.lines(material, "codified.jsonl") {
            guard let topic = record.topics.first, let field = byTopic[Self.key(topic)] else { continue }
            laws.append(Labelled(id: record.number, title: record.title ?? topic, text: record.body, field: field, group: 1))
        }

        let words = try list("question-words.txt").map { (code: $0.code, keys: $0.entries.map { " " + Self.key($0) + " " }) }
        for record: Question in try Self.lines(material, "legal_portals.jsonl") {
            let key = " " + Self.key(record.question) + " "
            guard let field = words.first(where: { $0.keys.contains { key.contains($0) } })?.code else { continue }
            questions.append(Labelled(id: record.id, title: record.question, text: record.answer ?? "", field: field, group: 1))
        }

        for (code, entries) in try list("seeds.txt") {
            for entry in entries { seeds.append(Labelled(id: entry, title: entry, text: "", field: code, group: 1)) }
        }

        letters = try Self.letters(data.appending(path: "letters.txt"))
        keptLetters = try Self.letters(data.appending(path: "../../../Tests/TriageTests/Letters/kept.txt"))
        let phrases = try Self.sides(String(contentsOf: data.appending(path: "phrases.txt"), encoding: .utf8))
        for (name, entries) in phrases { if name == "before" { wrappings.before = entries } else { wrappings.behind = entries } }

        var byID: [String: FieldCode] = [:]
        for (code, entries) in try list("service-questions.txt") {
            for id in entries.flatMap({ $0.split(separator: " ") }) { byID[String(id)] = code }
        }
        for name in ["public_service_questions.jsonl", "official_answers.jsonl"] {
            for record: Question in try Self.lines(material, name) {
                guard let field = byID[record.id] else { continue }
                service.append(Labelled(id: record.id, title: "", text: record.question, field: field, group: 0))
            }
        }
    }

    /// Lines `code = entry | entry`; a code may stand more than once.
    static func list(_ text: String) throws -> [(code: FieldCode, entries: [String])] {
        try sides(text).map { name, entries in
            guard Field.named(FieldCode(rawValue: name)) != nil else { throw Missing(description: "there is no field '\(name)'") }
            return (FieldCode(rawValue: name), entries)
        }
    }

    private static func sides(_ text: String) throws -> [(name: String, entries: [String])] {
        try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let sides = line.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { throw Missing(description: "no '=' in '\(line.prefix(40))'") }
            let entries = sides[1].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            return (sides[0].trimmingCharacters(in: .whitespaces), entries)
        }
    }

    /// Lines `track | field | letter`.
    private static func letters(_ file: URL) throws -> [Labelled] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: "|", maxSplits: 2).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 3, Field.named(FieldCode(rawValue: parts[1])) != nil else {
                throw Missing(description: "no letter: '\(line.prefix(40))'")
            }
            return Labelled(id: parts[2], title: "", text: parts[2], field: FieldCode(rawValue: parts[1]), group: 1)
        }
    }

    private static func table(_ list: [(code: FieldCode, entries: [String])]) -> [String: FieldCode] {
        var table: [String: FieldCode] = [:]
        for (code, entries) in list { for entry in entries { table[key(entry)] = code } }
        return table
    }

    /// Words without marks, one space between them.
    static func key(_ text: String) -> String {
        let pieces = TextPieces(text)
        return pieces.pieces.map { pieces.folded($0) }.joined(separator: " ")
    }

    private static func lines<Record: Decodable>(_ folder: URL, _ name: String) throws -> [Record] {
        let data = try Data(contentsOf: folder.appending(path: name))
        let decoder = JSONDecoder()
        return try data.split(separator: 0x0A).map { try decoder.decode(Record.self, from: $0) }
    }

    private struct Procedure: Decodable {
        let code: String
        let title: String
        let field: String
        let steps: String?
        let dossier: String?
        let result: String?
    }
    private struct Law: Decodable {
        let number: String
        let title: String?
        let topics: [String]
        let body: String
    }
    private struct Question: Decodable {
        let id: String
        let question: String
        let answer: String?
    }
}
