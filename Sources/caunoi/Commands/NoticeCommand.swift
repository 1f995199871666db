import ArgumentParser
import Casework
import PortalNetwork
import Publishing
import Rules
import Store
import Vietnamese
import Web

struct NoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Notices above every page: announce planned stops, list what stands, take one down.",
        discussion: """
            The law asks for a planned stop to be announced working days before, with the time at which the portal works again (docs/rules.md says where \
            it stands). Whoever may raise banners on the desk announces it: name them with --as. Every notice asks the same gate as the desk, leaves its \
            entry in the public record and its line in the audit trail.
            """,
        subcommands: [NoticeOutage.self, NoticeList.self, NoticeLift.self]
    )

    /// A moment with its time of day; without a zone by the clock of Việt Nam.
    static func moment(_ text: String, _ flag: String) throws -> Instant {
        guard let reading = try? readDate(text), case .instant(let instant) = reading else {
            throw UsageFault("\(flag) is '\(text)'; give day and time of Việt Nam, such as 2026-12-20T22:00, or a moment with its zone")
        }
        return instant
    }

    /// The official words in every language.
    static func words(from begins: Instant, until ends: Instant, _ words: Words) -> [BannerText] {
        Language.allCases.map { language in
            let date: (Instant) -> String = { at in
                switch language {
                case .vi: at.civilDate.text(.numeric)
                case .en: at.civilDate.text(.long, language: .en)
                case .zh: at.civilDate.text(.long, language: .zh)
                }
            }
            let values = ["fromTime": begins.timeText, "fromDay": date(begins), "untilTime": ends.timeText, "untilDay": date(ends)]
            return BannerText(language, words.text("outage.words", language, values))
        }
    }
}

private struct NoticeOutage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outage",
        abstract: "Announce a planned stop of a portal and of every portal below it.",
        discussion: """
            Refused (exit status 2) where it comes later than the rule 'outage.announce' asks, with the earliest lawful time; --reason says why it cannot \
            wait, and is kept in the audit trail. The notice stands from now until the end of the stop, 90 days at most; 'caunoi notice lift' takes it down before.
            """
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Option(name: .long, help: "When it stops, by the clock of Việt Nam: 2026-12-20T22:00.") var from: String
    @Option(name: .long, help: "When it works again.") var to: String
    @Option(name: .long, help: "Words for readers, in place of the official ones in three languages.") var text: String?
    @Option(name: .long, help: "Why it is announced later than the law asks.") var reason: String?
    @Flag(name: .long, help: "Only say how the notice stands to the rule; nothing is raised.") var dryRun = false

    private struct Answer: Encodable {
        let id: String?
        let site: String
        let text: String
        let from: String
        let until: String
        let portals: Int
        let workingDays: Int
        let isLate: Bool
        let lastMoment: String?
        let earliest: String?
        let rule: String?
        let citation: String?
        /// The days off of a year it touches are not announced yet.
        let isProvisional: Bool
    }

    func run() async throws {
        let (begins, ends) = (try NoticeCommand.moment(from, "--from"), try NoticeCommand.moment(to, "--to"))
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(site)
            let official = try NoticeCommand.words(from: begins, until: ends, ProgramTexts(features: Features.all()).words)
            let outage = PlannedOutage(
                begins: begins,
                ends: ends,
                words: text ?? official.first { $0.language == site.language }?.text ?? "",
                others: text == nil ? official.filter { $0.language != site.language } : [],
                reason: reason
            )
            let notices = OutageNotices(
                try await HouseRules(database: program.database, clock: program.clock, ids: program.lease.ids),
                program.publishing
            )
            let actor = try await program.acting(acting, "notice outage")
            if dryRun {
                let notice = try notices.look(at: outage, on: site.id, in: tree)
                return try said(nil, notice, outage, site, tree)
            }
            let raised = try await notices.announce(outage, on: site.id, by: actor.by) { [reason] notice in
                let when = "outage \(outage.begins.rfc3339) to \(outage.ends.rfc3339), \(notice.workingDays) working days before"
                let why = reason.map { (notice.isLate ? "; late because: " : "; reason: ") + $0 } ?? ""
                return { db in try actor.note(.bannerRaised, on: site.code, site: site.id, detail: when + why, db) }
            }
            try said(raised.banner, raised.notice, outage, site, tree)
        }
    }

    private func said(_ id: BannerID?, _ notice: OutageNotice, _ outage: PlannedOutage, _ site: Site, _ tree: SiteTree) throws {
        let rule = notice.deadline?.rule
        let answer = Answer(
            id: id.map { "\($0)" },
            site: site.code,
            text: BannerText.line(outage.words, outage.others),
            from: outage.begins.rfc3339,
            until: outage.ends.rfc3339,
            portals: tree.subtree(of: site.id).count,
            workingDays: notice.workingDays,
            isLate: notice.isLate,
            lastMoment: notice.deadline?.due?.rfc3339,
            earliest: notice.earliest.map { VietnamTime.startOfDay($0).rfc3339 },
            rule: rule?.code,
            citation: rule?.citation.text(.vi),
            isProvisional: notice.deadline?.isProvisional ?? false
        )
        if answer.isProvisional {
            global.console.note("The days off of a year it touches are not announced yet: look at it again, 'caunoi rules confirm' (docs/rules.md).")
        }
        let standing = "\(notice.workingDays) working days before" + (notice.isLate ? ", which is late" : "")
        let law = answer.citation.map { " (\($0))" } ?? ""
        let head =
            answer.id.map { id in
                "Announced on \(answer.portals) portals until \(answer.until), \(standing)\(law).\nTake it down: caunoi notice lift \(id)"
            }
            ?? "It would be announced \(standing)\(law); nothing was raised."
        try global.console.result(answer, text: "\(head)\n\(answer.text)")
        guard id != nil else { return }
        global.console.note("What people need most stays readable on a mirror: 'caunoi export static', docs/operating/mirror.md.")
    }
}

private struct NoticeList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the notices that stand or will stand.")
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Only of this portal and those below it: host or code.") var site: String?

    private struct Line: Encodable {
        let id: String
        let site: String
        let level: String
        let from: String
        let until: String
        let reachesBelow: Bool
        let by: String?
        let text: String
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let (tree, now) = (program.directory.tree, program.clock.now())
            let top = try site.map { try tree.named($0).id }
            let lines = try await program.database.read { db in
                try db.rows(
                    """
                    SELECT b.id, b.site, b.level, b.starts_at, b.expires_at, b.reaches_children, p.handle, b.text, b.others
                    FROM banner b LEFT JOIN person p ON p.id = b.raised_by
                    WHERE b.cleared_at IS NULL AND b.expires_at > \(now) ORDER BY b.id
                    """
                ).compactMap { row -> Line? in
                    let (id, place, level): (BannerID, SiteID, Banner.Level) = (try row[0], try row[1], try row[2])
                    let (starts, ends): (Instant, Instant) = (try row[3], try row[4])
                    let (reaches, handle): (Bool, String?) = (try row[5], try row[6])
                    if let top, !tree.isInside(place, top) { return nil }
                    return Line(
                        id: "\(id)",
                        site: tree[place]?.code ?? "",
                        level: level.rawValue,
                        from: starts.rfc3339,
                        until: ends.rfc3339,
                        reachesBelow: reaches,
                        by: handle,
                        text: BannerText.line(try row[7], try BannerText.list(in: row, 8))
                    )
                }
            }
            let rows = lines.map { [$0.id, $0.site, $0.level, $0.from, $0.until, $0.reachesBelow ? "and below" : "", $0.by ?? "-", $0.text] }
            try global.console.result(lines, text: lines.isEmpty ? "No notice stands." : Console.table(rows))
        }
    }
}

private struct NoticeLift: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lift", abstract: "Take a notice down before its end.")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "Its id: 'caunoi notice list'.") var id: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            guard let banner = BannerID(id),
                let place = try await program.database.read({ try $0.value("SELECT site FROM banner WHERE id = \(banner)", as: SiteID.self) }),
                let site = program.directory.tree[place]
            else { throw SiteRefusal.bannerUnknown }
            let actor = try await program.acting(acting, "notice lift")
            try await program.publishing.clearBanner(banner, on: site.id, by: actor.by) { db in
                try actor.note(.bannerCleared, on: site.code, site: site.id, detail: "\(banner)", db)
            }
            try global.console.result(["id": "\(banner)", "site": site.code], text: "Taken down from \(site.code): \(banner).")
        }
    }
}
