public import PortalNetwork
public import Publishing

extension Casework {
    /// Notes which item is the public edition of an answered case. What stands in it was decided on the desk and goes out as every item does, by two people.
    /// `site`: the portal it lies on.
    /// - Throws: `CaseRefusal.keptPrivate` where who asked did not want that, `.publicAlready` where there is one.
    public func publish(_ seen: Seen, as item: ItemID, on site: SiteID, by: By) async throws {
        try await act(seen, .publish, by, .workCases, ["item": "\(item)", "site": "\(site)"]) { file, _ in
            guard file.wish != .closed else { throw CaseRefusal.keptPrivate }
            guard file.item == nil else { throw CaseRefusal.publicAlready }
            file.item = item
        }
    }
}
