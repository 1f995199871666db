import Library
import Listening
import Machines
import Mirror
import News
import Newsroom
import Pages
import PortalDesk
import Publishing
import Questions
import ReadAPI
import Record
import SearchPages
import Store
import Watch
import Web
import WebSub

/// The whole list of parts. A new feature is one folder and one line in each of these.
enum Features {
    static func all(
        record: RecordFeature? = nil,
        witness: WitnessFeature? = nil,
        news: NewsPages? = nil,
        pages: StaticPages? = nil,
        machines: MachinesFeature? = nil,
        hub: Hub? = nil,
        api: ReadAPI? = nil,
        search: SearchPages? = nil,
        listening: Listening? = nil,
        cases: CasePages? = nil
    ) -> [any PortalFeature] {
        [
            NewsFeature(news), PagesFeature(pages), WebSubFeature(hub), ReadAPIFeature(api), SearchFeature(search), ListeningFeature(listening),
            NewsroomFeature(), QuestionsFeature(cases), LibraryFeature(), PortalDeskFeature(), WatchFeature(),
            MirrorFeature(),
            record ?? RecordFeature(),
        ]
            + (machines.map { [$0] } ?? []) + (witness.map { [$0] } ?? [])
    }

    /// What they bring to the desk, in the order of its navigation.
    static func desk(newsroom: NewsroomDesk, cases: CasesDesk, calendar: CalendarDesk, library: LibraryDesk, portal: PortalDesk, watch: WatchDesk)
        -> [any DeskPart]
    {
        [newsroom, cases, calendar, library, portal, watch]
    }

    static let kinds = KindRegistry([AnyKind(Article.self), AnyKind(StaticPage.self), AnyKind(AnsweredQuestion.self)])
    static let migrations: [Migration] = HubMigrations.all + WatchMigrations.all
    /// How kinds stand in exchange files.
    static let exchange = [Article.exchange, StaticPage.exchange, AnsweredQuestion.exchange]
}
