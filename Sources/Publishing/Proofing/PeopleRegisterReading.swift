public import PortalNetwork
public import Proofing
public import Store

extension PeopleRegister {
    /// The leaders whose names and titles hold on a portal: its own and those of the portals above it, past ones included.
    public static func read(for site: SiteID, in tree: SiteTree, _ db: any Connection) throws -> PeopleRegister {
        PeopleRegister(
            try LeaderBook.holding(on: site, in: tree, db).map { leader in
                Person(name: leader.about.name, title: leader.about.wholeTitle, from: leader.about.from, to: leader.about.until)
            }
        )
    }
}
