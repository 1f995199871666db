import Casework
import PortalNetwork
import RichText
import Store
import Vietnamese
import Web

/// How a text's state is said.
enum LawWords {
    static func values(_ standing: LawStanding, language: DateLanguage = .vi) -> [String: String] {
        switch standing {
        case .inForce, .unknown: [:]
        case .notYet(let day): ["date": day.text(.numeric, language: language)]
        case .ended(let day, let by): ["date": day.text(.numeric, language: language), "by": by ?? ""]
        }
    }

    /// Where a public page of a portal may lead for it: to a portal of this installation or a registered host, and nowhere else.
    static func address(of law: LawText, on site: SiteID, _ tree: SiteTree) -> String? {
        guard let address = law.about.address.flatMap({ WebAddress($0) }), let host = address.host, tree.trusts(host, from: site) else { return nil }
        return address.text
    }

    /// What the lines of a basis name, as the public edition of an item keeps it: as it stood on the day of the answer, in words of the item's language.
    static func texts(_ grounds: [LawBook.Ground], on site: SiteID, day: CivilDate, _ language: Language, _ visit: DeskVisit) -> [CitedText]? {
        let words = visit.desk.face.words
        let found = grounds.compactMap { ground -> CitedText? in
            guard let law = ground.law else { return nil }
            var values = values(ground.standing, language: language.ofDates)
            values["day"] = day.text(.numeric, language: language.ofDates)
            return CitedText(
                line: ground.line,
                number: law.about.number,
                title: law.about.title,
                address: address(of: law, on: site, visit.tree),
                state: ground.standing.key,
                note: words.text("laws.public." + ground.standing.key, language, values)
            )
        }
        return found.isEmpty ? nil : found
    }

    /// The warning for readers: which texts have ended since, in words of the item's language.
    static func caution(_ doubts: [AnswerDoubt], _ language: Language, _ visit: DeskVisit) -> String {
        let words = visit.desk.face.words
        let ended = doubts.map { doubt in
            words.text(
                doubt.replacedBy == nil ? "laws.caution.ended" : "laws.caution.replaced",
                language,
                [
                    "number": doubt.number, "by": doubt.replacedBy ?? "", "date": doubt.endedOn.text(.numeric, language: language.ofDates),
                ]
            )
        }
        return words.text("laws.caution", language, ["texts": ended.joined(separator: "; ")])
    }
}
