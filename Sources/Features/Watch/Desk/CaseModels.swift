import PortalNetwork
import Store
import Vietnamese
import Web

struct CasesScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    /// When the watcher was last at work.
    let standing: String
    let isStill: Bool
    let states: [DeskLink]
    let rows: [CaseRow]
    let next: String?

    static let shape: Shape<CasesScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("standing", \.standing), .flag("still", \.isStill), .many("states", \.states),
        .many("rows", \.rows), .text("next", \.next),
    ]
}

struct CaseRow: PageModel {
    let page: String
    let href: String
    let status: String
    let isOpen: Bool
    let what: String
    let when: String
    let reason: String?

    init(_ one: WatchCase, _ path: String, _ visit: DeskVisit) {
        page = one.place.description
        href = path + "/\(one.id)"
        status = visit.word("watch.status-" + one.status.rawValue)
        isOpen = one.status == .open
        let kinds = one.seen.map(\.finding.kind.rawValue).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        what = kinds.prefix(3).map { visit.word("watch.kind-" + $0) }.joined(separator: " · ")
        when = visit.word("watch.times", ["first": visit.time(one.firstSeen), "last": visit.time(one.lastSeen), "count": "\(one.times)"])
        reason = one.reason
    }

    static let shape: Shape<CaseRow> = [
        .text("page", \.page), .text("href", \.href), .text("status", \.status), .flag("open", \.isOpen), .text("what", \.what),
        .text("when", \.when),
        .text("reason", \.reason),
    ]
}

struct FindingRow: PageModel {
    let kind: String
    let expected: String?
    let found: String?
    let place: String
    let profiles: String

    init(_ seen: CheckedPage.Seen, _ visit: DeskVisit) {
        kind = visit.word("watch.kind-" + seen.finding.kind.rawValue)
        (expected, found, place) = (seen.finding.expected, seen.finding.found, seen.finding.place)
        profiles = seen.profiles.map { visit.word("watch.profile-" + $0.rawValue) }.joined(separator: ", ")
    }

    static let shape: Shape<FindingRow> = [
        .text("kind", \.kind), .text("expected", \.expected), .text("found", \.found), .text("place", \.place), .text("profiles", \.profiles),
    ]
}

struct NoteRow: PageModel {
    let when: String
    let what: String
    let text: String

    init(_ note: WatchCase.Note, _ people: [PersonID: String], _ visit: DeskVisit) {
        when = visit.time(note.at)
        what = visit.word("watch.note-" + note.what.rawValue)
        text = [note.person.flatMap { people[$0] }, note.text].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
    }

    static let shape: Shape<NoteRow> = [.text("when", \.when), .text("what", \.what), .text("text", \.text)]
}

/// A line of the two texts beside each other.
struct TextRow: PageModel {
    let expected: String
    let found: String
    let isOther: Bool

    static let shape: Shape<TextRow> = [.text("expected", \.expected), .text("found", \.found), .flag("other", \.isOther)]

    private static let most = 1_000

    /// Lines that are in both stand beside each other, those of one only beside what came in their place or beside nothing.
    static func rows(expected: String, found: String) -> [TextRow] {
        let left = Array(expected.split(separator: "\n").map(String.init).prefix(most))
        let right = Array(found.split(separator: "\n").map(String.init).prefix(most))
        var (gone, come) = (Set<Int>(), Set<Int>())
        for change in right.difference(from: left) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        var rows: [TextRow] = []
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            let (isGone, hasCome) = (i < left.count && gone.contains(i), j < right.count && come.contains(j))
            if isGone || hasCome {
                rows.append(TextRow(expected: isGone ? left[i] : "", found: hasCome ? right[j] : "", isOther: true))
                if isGone { i += 1 }
                if hasCome { j += 1 }
            } else {
                rows.append(TextRow(expected: i < left.count ? left[i] : "", found: j < right.count ? right[j] : "", isOther: false))
                i += 1
                j += 1
            }
        }
        return rows
    }
}

struct CaseScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let row: CaseRow
    let findings: [FindingRow]
    let lines: [TextRow]
    let picture: String?
    let notes: [NoteRow]
    let action: String?
    let reason: String
    let error: String?

    static let shape: Shape<CaseScreen> = [
        .one("desk", \.frame), .text("back", \.back), .one("row", \.row), .many("findings", \.findings), .many("lines", \.lines),
        .text("picture", \.picture), .many("notes", \.notes), .text("action", \.action), .text("reason", \.reason), .text("error", \.error),
    ]
}

extension PageTemplate where Model == CasesScreen { static var cases: Self { Self("watch.cases", bare: true) } }
extension PageTemplate where Model == CaseScreen { static var one: Self { Self("watch.case", bare: true) } }
