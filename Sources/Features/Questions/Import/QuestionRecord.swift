import Foundation
import PortalNetwork
import Publishing
import RichText
import Vietnamese
import Web

/// One line of a `qa` file, read as far as it can be (formats of the contract: `question, answer?, field?, agency?, asked_on?, answered_on?`; further `id`, `title`,
/// `url`).
struct QuestionRecord: Sendable {
    var id: String?
    var url: String?
    var title: String
    /// As plain text, and as blocks where nothing was cut out of them.
    var question: String
    var answer: String?
    var blocks: (question: RichText?, answer: RichText?)
    var field: String?
    var agency: String?
    var askedOn: CivilDate?
    var answeredOn: CivilDate?
    var repairs: ForeignText.Repairs = []
    var wasSplit = false
    /// Keys that no field of ours takes.
    var leftOut: [String] = []

    private static let known: Set<String> = ["id", "title", "question", "answer", "field", "agency", "asked_on", "answered_on", "url"]

    /// - Throws: `ForeignReason` for a line that is no object, asks nothing, or has a date nobody can read.
    init(_ text: String, language: Language, today: CivilDate, isOwnHost: @escaping @Sendable (String) -> Bool) throws {
        guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else {
            throw ForeignReason(field: nil, text: "not valid JSON (a line that was cut off?)")
        }
        guard let object = value as? [String: Any] else { throw ForeignReason(field: nil, text: "not a JSON object") }
        var cleaner = ForeignText(language: language, isOwnHost: isOwnHost)
        func string(_ key: String) throws -> String? {
            switch object[key] {
            case nil, is NSNull: return nil
            case let text as String: return text.allSatisfy(\.isWhitespace) ? nil : text
            case let number as NSNumber: return number.stringValue
            default: throw ForeignReason(field: key, text: "'\(key)' must be a text")
            }
        }
        func date(_ key: String) throws -> CivilDate? {
            guard let text = try string(key) else { return nil }
            guard let date = try? readDate(text).instant.civilDate else {
                throw ForeignReason(field: key, text: "'\(text.prefix(60))' is no date we can read")
            }
            guard date <= today else { throw ForeignReason(field: key, text: "the date lies in the future") }
            return date
        }
        guard let asked = try string("question") else { throw ForeignReason(field: "question", text: "'question' is missing or empty") }
        let answered = try string("answer")
        let (question, answer) = (try cleaner.body(asked), try answered.map { try cleaner.body($0) })
        let split = QuestionSplit(question: PlainText.of(question), answer: answer.map { PlainText.of($0) })
        guard !split.question.isEmpty else { throw ForeignReason(field: "question", text: "'question' holds no text") }
        self.question = split.question
        self.answer = split.answer
        wasSplit = split.wasSplit
        // Blocks are kept where they say what the plain text says.
        blocks = (
            split.question == PlainText.of(question).trimmed ? question : nil,
            answer.flatMap { split.answer == PlainText.of($0).trimmed ? $0 : nil }
        )
        id = try string("id")
        url = try string("url").flatMap { WebAddress($0)?.text }
        let given = try string("title").map { try cleaner.line($0) } ?? ""
        title = given.isEmpty ? QuestionTitle.of(split.question) : given
        field = try string("field").map { try cleaner.line($0) }
        agency = try string("agency").map { try cleaner.line($0) }
        askedOn = try date("asked_on")
        answeredOn = try date("answered_on")
        repairs = cleaner.repairs
        leftOut = object.keys.filter { !Self.known.contains($0) && !(object[$0] is NSNull) }.sorted()
    }

    /// What the line is known by: its id, else its address, else what it says.
    var key: String { id.map { "id:" + $0 } ?? url.map { "url:" + $0 } ?? "text:" + question }
}
