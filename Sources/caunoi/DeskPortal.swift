import News
import Pages
import PortalDesk
import PortalNetwork
import Publishing
import Questions
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
        sections: SectionDirectory
    ) -> PortalDesk {
        PortalDesk(
            publishing: publishing,
            reader: reader,
            addresses: addresses,
            front: news,
            blocks: FrontBlocks(plain: NewsPages.plainBlocks, ofSections: NewsPages.sectionBlocks) { NewsPages.standardBlocks($0, $1, $2) },
            standing: [StaticPage.name, AnsweredQuestion.name],
            sections: { sections.index }
            // Who asks for a portal and those below it is typing; an address is whole.
        ) { try await index.titles(with: $0, on: $1, andBelow: $2, goesOn: $2, limit: $3) }
    }
}
