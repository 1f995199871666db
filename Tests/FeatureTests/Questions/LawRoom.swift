import Casework
import PortalNetwork
import PortalTesting
import Publishing
import Questions
import RichText
import Store
import Testing
import Vietnamese

/// The register and the watch over what cites it, in the tests' province.
enum LawRoom {
    private static func book(_ place: DeskPlace) -> LawBook {
        LawBook(database: place.portal.database, clock: place.portal.clock.clock, ids: place.portal.casework.ids)
    }

    private static func by(_ place: DeskPlace) async throws -> LawBook.By {
        LawBook.By(nil, as: try await place.portal.by("chief").actor, in: place.portal.tree, from: DeskPlace.caller)
    }

    @discardableResult
    static func add(_ draft: LawDraft, _ place: DeskPlace) async throws -> LawText {
        try await book(place).add(draft, to: place.portal.province.id, by: by(place))
    }

    static func end(_ law: LawText, on day: CivilDate?, by number: String?, _ place: DeskPlace) async throws {
        let root = place.portal.province.id
        let now = try await place.portal.database.read { try LawBook.list(of: root, limit: 100, in: $0) }.first { $0.id == law.id }
        let version = try #require(now).version
        try await book(place).end(law.id, on: day, replacedBy: number, of: root, version: version, by: by(place))
    }

    static func watch(_ place: DeskPlace) -> AnswerWatch {
        AnswerWatch(
            database: place.portal.database,
            reader: place.portal.reader,
            notices: place.notices,
            clock: place.portal.clock.clock,
            logger: TestPortal.logger
        ) { [directory = place.portal.directory] in directory.tree }
    }

    /// A published answer that cites something, begun by somebody.
    static func answer(_ title: String, basis: [String], on day: CivilDate?, at site: Site, by author: String, _ place: DeskPlace) async throws
        -> ItemID
    {
        let publishing = place.portal.publishing
        let details = AnsweredQuestion(
            title: title,
            question: RichText([.paragraph([.text("Xin hỏi " + title + " cần giấy tờ gì và nộp ở đâu?")])]),
            answer: RichText([.paragraph([.text("Nộp tại bộ phận một cửa của phường, thời hạn ba ngày làm việc.")])]),
            basis: basis,
            answeredOn: day
        )
        let saved = try await publishing.save(details, in: Publishing.Place(site: site.id, language: .vi), by: place.by(author))
        try await publishing.submit(saved.item, by: place.by(author))
        try await publishing.approve(saved.item, by: place.portal.by("chief"))
        try await publishing.publish(saved.item, by: place.portal.by("chief"))
        return saved.item
    }
}
