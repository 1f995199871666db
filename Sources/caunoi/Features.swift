import Library
import Listening
import Machines
import News
import Newsroom
import Pages
import PortalDesk
import Publishing
import ReadAPI
import Record
import SearchPages
import Store
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
        listening: Listening? = nil
    ) -> [any PortalFeature] {
        [
            NewsFeature(news), PagesFeature(pages), WebSubFeature(hub), ReadAPIFeature(api), SearchFeature(search), ListeningFeature(listening),
            NewsroomFeature(), LibraryFeature(), PortalDeskFeature(), record ?? RecordFeature(),
        ]
            + (machines.map { [$0] } ?? []) + (witness.map { [$0] } ?? [])
    }

    /// What they bring to the desk, in the order of its navigation.
    static func desk(newsroom: NewsroomDesk, library: LibraryDesk, portal: PortalDesk) -> [any DeskPart] { [newsroom, library, portal] }

    static let kinds = KindRegistry([AnyKind(Article.self), AnyKind(StaticPage.self)])
    static let migrations: [Migration] = HubMigrations.all
    /// How kinds stand in exchange files.
    static let exchange = [Article.exchange, StaticPage.exchange]
}
