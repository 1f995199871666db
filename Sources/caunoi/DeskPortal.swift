import News
import Pages
import PortalDesk
import PortalNetwork
import Publishing
import Search
import Store
import Vietnamese
import Web

extension PortalDesk {
    /// The screens for running portals, with what the other parts of the program lend them.
    static func make(
        publishing: Publisher,
        reader: Reader,
        addresses: Addresses,
        news: NewsPages,
        index: SearchIndex,
        clock: Clock,
        sections: SectionDirectory
    ) -> PortalDesk {
        PortalDesk(
            publishing: publishing,
            reader: reader,
            addresses: addresses,
            front: news,
            blocks: FrontBlocks(plain: NewsPages.plainBlocks, ofSections: NewsPages.sectionBlocks) { NewsPages.standardBlocks($0, $1, $2) },
            standing: [StaticPage.name],
            sections: { sections.index }
        ) { words, site, limit in
            try await index.search(SearchRequest(words, scope: .subtree(site), size: limit), now: clock.now()).hits.map(\.item)
        }
    }
}
