public import Casework
public import PortalNetwork
public import Publishing
import Vietnamese
public import Web

/// What who asked is told, in the language of their case. Never in it: the PIN (a mailbox is read by others, and code and PIN together open everything), the
/// letter, the answer; only that there is something, and where it is opened.
public struct CaseWording: Sendable {
    private let letters: AskerLetters
    private let origins: Origins
    private let tree: @Sendable () -> SiteTree

    public init(face: Face) {
        letters = AskerLetters(face: face)
        origins = face.origins
        tree = face.tree
    }

    /// Nil where the portal is gone.
    public func letter(_ message: CaseMessage) throws -> LetterText? {
        guard let site = tree()[message.site], let link = origins.url(site, "/tra-cuu"),
            let stop = origins.url(site, CaseStops.path + "?ho-so=" + message.stop)
        else { return nil }
        let (about, language) = (message.letter.about.rawValue, message.language)
        func part(_ key: String, _ name: String, _ value: String?) -> String {
            value.map { letters.word("case-letter.\(about).\(key)", [name: $0], in: language) } ?? ""
        }
        let tellsDue = message.letter.about == .receive || message.letter.about == .extend
        let values = [
            "code": "\(message.code)", "site": site.name,
            "due": tellsDue ? part("due", "due", message.due?.text(.numeric, language: language.ofDates)) : "",
            "reason": message.letter.about == .extend ? part("reason", "reason", message.reason) : "",
            "agency": message.agency ?? letters.word("case-letter.transfer.somewhere", in: language),
        ]
        return try letters.letter("case-letter", about, values, link: link, stop: stop, in: language)
    }

    /// One or two segments of a telephone's message: Vietnamese goes without its marks, as offices send it.
    public func shortMessage(_ message: CaseMessage) -> String? {
        guard let site = tree()[message.site], let link = origins.url(site, "/tra-cuu") else { return nil }
        let values = ["code": "\(message.code)", "site": site.shortName, "link": link]
        let text = letters.word("case-sms.\(message.letter.about.rawValue)", values, in: message.language)
        return String((message.language == .vi ? Self.plain(text) : text).prefix(300))
    }

    private static func plain(_ text: String) -> String {
        text.map { letter in
            guard letter.isLetter, !letter.isASCII else { return String(letter) }
            let base = fold(String(letter))
            return letter.isUppercase ? base.uppercased() : base
        }.joined()
    }
}
