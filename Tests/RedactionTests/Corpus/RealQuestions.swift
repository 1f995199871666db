import Foundation
import Vietnamese

/// Questions that people asked offices and law portals, where the data set lies beside the project; its names, mails and numbers are masked. In the masked places invented
/// ones are put: for "minh***@gmail.com" another address at the host, for "0977******" another number, for the name that "tôi tên là" announces or that
/// stands before the masked address another name, for "[phone]" in an amount its zeros.
enum RealQuestions {
    static let folder: URL? = {
        let environment = ProcessInfo.processInfo.environment["CAUNOI_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../../shared/data").standardizedFileURL
        let candidate = environment ?? beside
        return FileManager.default.fileExists(atPath: candidate.appendingPathComponent("qa").path) ? candidate : nil
    }()

    static let absence = "needs the shared data set (CAUNOI_SHARED_DATA)"

    private struct Line: Decodable {
        let title: String?
        let question: String
    }

    static func questions() throws -> [String] {
        guard let folder else { return [] }
        let files = ["legal_portals", "official_answers", "public_service_questions"]
        return try files.flatMap { name in
            try lines(folder.appendingPathComponent("qa/\(name).jsonl.gz").path).map { line in
                (line.title.map { $0 + "\n" } ?? "") + line.question
            }
        }
    }

    private static func lines(_ file: String) throws -> [Line] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "gzip -dc \"$1\"", "sh", file]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try data.split(separator: 0x0A).map { try JSONDecoder().decode(Line.self, from: Data($0)) }
    }

    /// What announces the asker's name in these questions.
    private static let cue = "(?:tôi tên là|tôi tên|em tên là|em tên|tên tôi là|tôi là|em là|mình là|ông|bà|Ông|Bà)"
    private static let syllable = "[\\p{L}]+"

    /// The text in pieces, with the masked places filled. Nil when nothing in it is masked and nobody named.
    static func filled(_ question: String, _ maker: inout SecretMaker) throws -> [(text: String, kind: String?)]? {
        let mail = try NSRegularExpression(pattern: "[\\p{L}0-9_.]*\\*+@?[a-z]*\\.com(?:\\.vn)?")
        let phone = try NSRegularExpression(pattern: "0[0-9]{2,3}\\*+")
        var marks: [(NSRange, String, String)] = []
        let whole = NSRange(question.startIndex..., in: question)
        for match in mail.matches(in: question, range: whole) { marks.append((match.range, maker.plainMail(), "email")) }
        for match in phone.matches(in: question, range: whole) { marks.append((match.range, maker.phone(), "phone")) }
        // "ngọc ái (", "kim nhân - ": one to four syllables right before what is masked, at the end of the text, after a sign.
        for (range, _, _) in marks {
            let before = NSRange(location: max(0, range.location - 40), length: min(40, range.location))
            let pattern = try NSRegularExpression(
                pattern: "(?<=[!.?,] |\\n)(\(syllable)(?: \(syllable)){1,3})(?= ?[(_,-] ?(?:email|sđt)?:? ?$| - $|, sđt: $)"
            )
            if let match = pattern.firstMatch(in: question, options: [.withTransparentBounds, .withoutAnchoringBounds], range: before) {
                marks.append((match.range(at: 1), maker.name(like: question, match.range(at: 1)), "person"))
            }
        }
        let named = try NSRegularExpression(
            pattern: "(?<!\\p{L})\(cue) (\(syllable)(?: \(syllable)){0,3}?)(?=,|\\.|:| hiện| đang| muốn| có| \\(| hỏi| bị| và|$|\\n)"
        )
        let words = NameOracle()
        for match in named.matches(in: question, range: whole) {
            guard let range = Range(match.range(at: 1), in: question), words.isName(String(question[range])) else { continue }
            marks.append((match.range(at: 1), maker.name(like: question, match.range(at: 1)), "person"))
        }
        guard !marks.isEmpty else { return nil }
        return pieces(question, marks)
    }

    private static func pieces(_ question: String, _ marks: [(NSRange, String, String)]) -> [(text: String, kind: String?)] {
        var pieces: [(text: String, kind: String?)] = []
        let text = question as NSString
        var place = 0
        for (range, filling, kind) in marks.sorted(by: { $0.0.location < $1.0.location }) where range.location >= place {
            pieces.append((text.substring(with: NSRange(location: place, length: range.location - place)), nil))
            pieces.append((filling, kind))
            place = range.location + range.length
        }
        pieces.append((text.substring(from: place), nil))
        return pieces
    }
}

/// What follows "tôi là" and "ông" in these questions was read, all 58 of it: but for three phrases they are names.
private struct NameOracle {
    private static let others = ["hỏi", "cần", "của"]

    func isName(_ text: String) -> Bool { !Self.others.contains { text == $0 || text.hasPrefix($0 + " ") } }
}

extension SecretMaker {
    mutating func plainMail() -> String { random.pick(["hoa", "tuan", "minhanh", "ngoclinh", "trangha"]) + String(random.number(99)) + "@gmail.com" }

    /// A name of as many syllables as the one it stands for, in small letters where that was.
    mutating func name(like question: String, _ range: NSRange) -> String {
        let old = (question as NSString).substring(with: range)
        let count = old.split(separator: " ").count
        var name = self.name()
        while name.count < count { name = self.name() }
        let text = name.suffix(max(1, count)).joined(separator: " ")
        // A full name where a full name stood.
        let isFull = count > 2
        let made = isFull ? ([name[0]] + name.suffix(count - 1)).joined(separator: " ") : text
        return old == lowercase(old) ? lowercase(made) : made
    }
}
